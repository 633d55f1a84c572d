"""Handing over a Word file: where to and how, then what is to be said of it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.draft import Draft
from app.core.errors import AppError
from app.export.report import ExportReport
from app.jobs.exporting import (
    WORD_SUFFIX,
    Exported,
    ExportOptions,
    default_file_name,
    export_draft,
    layout_of,
)
from app.jobs.program import Program
from app.layouts.find import list_layouts
from app.settings.declared import LAST_EXPORT_FOLDER
from app.ui.messages import ask, tell_error
from app.ui.pieces import button, button_row, heading, label
from app.ui.tasks import Tasks
from app.ui.window_state import WindowState

_NUMBERING = (("文字（原样印出，最稳妥）", "text"), ("Word 自动编号", "auto"))


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
        super().__init__(parent)
        self._program, self._tasks, self._state = program, tasks, state
        self._draft, self._source = draft, source
        self.setWindowTitle("导出 Word")
        self.setMinimumWidth(600)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._choices())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._pages)

    # The choices

    def _choices(self) -> QWidget:
        self.target = QLineEdit()
        browse = button("选择…", self._browse)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.target, 1)
        where.addWidget(browse)
        self.layouts = QComboBox()
        for layout in list_layouts(self._program.places.layout_folders).layouts:
            self.layouts.addItem(layout.name, layout.id)
        self.layouts.setCurrentIndex(max(0, self.layouts.findData(self._draft.layout)))
        self.layouts.currentIndexChanged.connect(self._take_layout)
        self.numbering = QComboBox()
        for name, value in _NUMBERING:
            self.numbering.addItem(name, value)
        self.clean = QCheckBox("干净稿：不留书签，改过的文件不能再对回这份稿子")
        self.bold = QCheckBox("要点的第一句加粗")
        self.main = button("导出 Word", self._export, "main")
        self._working = QProgressBar()
        self._working.setTextVisible(False)
        self._working.setMaximum(0)
        self._working.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for name, widget in (("存到", self.target), ("版式", self.layouts), ("序号", self.numbering)):
            named = QLabel(name)
            named.setBuddy(widget)
            widget.setAccessibleName(name)
            column.addWidget(named)
            if widget is self.target:
                column.addLayout(where)
            else:
                column.addWidget(widget)
            column.addSpacing(10)
        column.addWidget(self.bold)
        column.addWidget(self.clean)
        column.addSpacing(16)
        column.addWidget(self._working)
        column.addStretch(1)
        column.addLayout(button_row(button("取消", self.reject), self.main))
        self._take_layout()
        return page

    def _take_layout(self) -> None:
        """The layout decides on the file's name and on bold points."""
        layout_id = str(self.layouts.currentData() or "")
        try:
            layout = layout_of(self._program, self._draft, layout_id)
        except AppError as error:
            tell_error(self.parentWidget(), error)
            return
        self.bold.setChecked(layout.bold_point_leads)
        name = default_file_name(self._draft, layout)
        self.target.setText(str(self._folder() / name))
        self.target.setToolTip(self.target.text())

    def _folder(self) -> Path:
        typed = Path(self.target.text()).parent if self.target.text() else None
        return typed or self._state.export_folder

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            "导出 Word",
            self.target.text(),
            f"Word 文件 (*{WORD_SUFFIX})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.target.setText(name)

    # The export

    def _export(self) -> None:
        path = self._path()
        if path is None or not self._may_replace(path):
            return
        options = ExportOptions(
            layout=str(self.layouts.currentData() or ""),
            numbering=self.numbering.currentData(),
            clean=self.clean.isChecked(),
            bold_point_leads=self.bold.isChecked(),
            overwrite=True,
        )
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
        self._state.settings.set(LAST_EXPORT_FOLDER, str(exported.path.parent))
        self._state.save()
        self._pages.addWidget(self._report(exported))
        self._pages.setCurrentIndex(1)

    def _path(self) -> Path | None:
        text = self.target.text().strip()
        if not text:
            self.target.setFocus()
            return None
        path = Path(text)
        if not path.is_absolute():
            path = self._state.export_folder / path
        return path if path.suffix.lower() == WORD_SUFFIX else path.with_name(path.name + WORD_SUFFIX)

    def _may_replace(self, path: Path) -> bool:
        if not path.exists():
            return True
        return ask(self, f"“{path.name}”已经有了。", "覆盖以后，原来的文件就没有了。", "覆盖") == 0

    # The report

    def _report(self, exported: Exported) -> QWidget:
        done = "已经导出，还有待填的地方。" if exported.report.placeholders else "已经导出。"
        place = label(str(exported.path), "faint")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.report = QPlainTextEdit("\n".join([*filter(None, [exported.note]), *exported.report.lines]))
        self.report.setReadOnly(True)
        self.report.setAccessibleName("导出报告")
        self.report.setMinimumHeight(220)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(done, 1.5))
        column.addWidget(place)
        column.addWidget(self.report, 1)
        column.addSpacing(8)
        column.addLayout(button_row(*self._next_steps(exported)))
        return page

    def _next_steps(self, exported: Exported) -> list[QPushButton]:
        steps = [
            button("关闭", self.accept),
            button("打开所在文件夹", lambda: _show(exported.path.parent)),
            button("打开文件", lambda: _show(exported.path), "main"),
        ]
        if exported.report.placeholders:
            steps.insert(2, button("去看第一处待填", lambda: self._go(exported.report)))
        return steps

    def _go(self, report: ExportReport) -> None:
        self.accept()
        self.go_to.emit(report.placeholders[0].block)


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
