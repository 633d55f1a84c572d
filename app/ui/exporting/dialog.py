"""Handing over a Word file: where to and how, then what is to be said of it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.exporting import export_draft
from app.jobs.program import Program
from app.ui.exporting.choices import ExportChoices
from app.ui.exporting.report_page import ReportPage
from app.ui.messages import ask, tell_error
from app.ui.pieces import button, button_row
from app.ui.tasks import Tasks
from app.ui.window_state import WindowState


class ExportDialog(QDialog):
    """First the choices, then the report. `go_to` tells the block in which the first 待填 stands."""

    go_to = Signal(str)

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        state: WindowState,
        draft: Draft,
        source: Path | None,
        parent: QWidget | None = None,
    ) -> None:
        """`source` is the file that the draft was read from: it is never written over."""
        super().__init__(parent)
        self._program, self._tasks = program, tasks
        self._draft, self._source = draft, source
        self.setWindowTitle("导出 Word")
        self.setMinimumWidth(600)
        self.choices = ExportChoices(program, state, draft)
        self.choices.troubled.connect(lambda error: tell_error(self.parentWidget(), error))
        self.choices.take_layout()
        self.report: ReportPage | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self._first_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._pages)

    def _first_page(self) -> QWidget:
        self.main = button("导出 Word", self._export, "main")
        self._working = QProgressBar(textVisible=False, maximum=0)
        self._working.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choices)
        column.addSpacing(16)
        column.addWidget(self._working)
        column.addStretch(1)
        column.addLayout(button_row(button("取消", self.reject), self.main))
        return page

    def _export(self) -> None:
        path = self.choices.path()
        if path is None or not self._may_replace(path):
            return
        options = self.choices.options()
        self.main.setEnabled(False)
        self._working.show()
        try:
            exported = self._tasks.wait_for(
                lambda: export_draft(self._program, self._draft, path, options, self._source)
            )
        except AppError as error:
            tell_error(self, error)
            return
        finally:
            self.main.setEnabled(True)
            self._working.hide()
        self.choices.remember(exported.path.parent)
        self.report = ReportPage(exported)
        self.report.closed.connect(self.accept)
        self.report.go_to.connect(self._go)
        self._pages.addWidget(self.report)
        self._pages.setCurrentWidget(self.report)

    def _may_replace(self, path: Path) -> bool:
        if not path.exists():
            return True
        return ask(self, f"“{path.name}”已经有了。", "覆盖以后，原来的文件就没有了。", "覆盖") == 0

    def _go(self, block_id: str) -> None:
        self.accept()
        self.go_to.emit(block_id)
