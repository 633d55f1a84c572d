"""What is to be said of a finished export, and where to go from there."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.jobs.exporting import Exported
from app.ui.pieces import button, button_row, heading, label, selectable

_LEAST_HEIGHT = 220


class ReportPage(QWidget):
    """The report of one export. `closed` tells that it was read, `go_to` the block of the first 待填."""

    closed = Signal()
    go_to = Signal(str)

    def __init__(self, exported: Exported) -> None:
        super().__init__()
        place = selectable(label(str(exported.path), "faint"))
        self.report = QPlainTextEdit("\n".join([*filter(None, [exported.note]), *exported.report.lines]))
        self.report.setReadOnly(True)
        self.report.setAccessibleName("导出报告")
        self.report.setMinimumHeight(_LEAST_HEIGHT)
        done = "已经导出，还有待填的地方。" if exported.report.placeholders else "已经导出。"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(done, 1.5))
        column.addWidget(place)
        column.addWidget(self.report, 1)
        column.addSpacing(8)
        column.addLayout(button_row(*self._next_steps(exported)))

    def _next_steps(self, exported: Exported) -> list[QPushButton]:
        steps = [
            button("关闭", self.closed.emit),
            button("打开所在文件夹", lambda: _open(str(exported.path.parent))),
            button("打开文件", lambda: _open(str(exported.path)), "main"),
        ]
        if exported.report.placeholders:
            first = exported.report.placeholders[0].block
            steps.insert(2, button("去看第一处待填", lambda: self.go_to.emit(first)))
        return steps


def _open(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
