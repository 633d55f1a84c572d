"""While the rows are made: how far it is, and how to stop; afterwards what became of each."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.jobs.table.making import RowDone
from app.jobs.table.report import summary
from app.ui.pieces import button, button_row, heading, label, selectable


class RunPage(QWidget):
    """`stop_wanted`, `back_wanted` and `closed` tell what the writer wants; `open_wanted` gives a draft's file."""

    stop_wanted = Signal()
    back_wanted = Signal()
    closed = Signal()
    open_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title = heading("", 1.5)
        self._where = selectable(label("", "faint"))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName("进度")
        self.lines = QPlainTextEdit(readOnly=True)
        self.lines.setAccessibleName("报告")
        self.stop = button("停止", self.stop_wanted.emit)
        self.back = button("回去改", self.back_wanted.emit)
        self.close_it = button("关闭", self.closed.emit)
        self.first = button("打开第一份", self._open_first)
        self.folder_button = button("打开文件夹", self._open_folder, "main")
        self._after = (self.back, self.close_it, self.first, self.folder_button)
        self._folder = Path()
        self.total = 0
        self.done: list[RowDone] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self._where)
        column.addWidget(self.bar)
        column.addWidget(self.lines, 1)
        column.addSpacing(8)
        column.addLayout(button_row(self.stop, *self._after))

    def begin(self, folder: Path, total: int) -> None:
        """Nothing is made yet of `total` rows."""
        self._folder, self.total, self.done = folder, total, []
        self._where.setText(str(folder))
        self.lines.clear()
        self.bar.setRange(0, total)
        self._show_progress()
        for each in self._after:
            each.hide()
        for each in (self.bar, self.stop):
            each.setEnabled(True)
            each.show()
        self.stop.setFocus()

    def take(self, done: RowDone) -> None:
        """One more row is done."""
        self.done.append(done)
        for line in self._said(done):
            self.lines.appendPlainText(line)
        self._show_progress()

    def _said(self, done: RowDone) -> list[str]:
        if done.faults:
            return list(map(str, done.faults))
        names = f"{done.paths[0].stem}　{'、'.join(path.suffix for path in done.paths)}"
        to_fill = f"，待填 {done.to_fill} 处" if done.to_fill else ""
        return [f"第 {done.row} 行 → {names}{to_fill}", *(f"　　{note}" for note in done.notes)]

    def stopping(self) -> None:
        """The row under way is the last."""
        self.stop.setEnabled(False)
        self.title.setText("做完手上这一份就停……")

    def end(self, error: AppError | None, failed: Path | None) -> None:
        """Nothing more is made: say how it went; `failed` is the file of the rows that were not made."""
        said = [str(error)] if error is not None else []
        faults = [str(fault) for each in self.done for fault in each.faults]
        said += ["没有生成的：", *(f"　　{each}" for each in faults)] if faults else []
        if failed is not None:
            said.append(f"没有生成的行另存在“{failed.name}”，在里面改好，再选它做一次就行。")
        made = [line for each in self.done if not each.faults for line in self._said(each)]
        self.lines.setPlainText("\n".join([*said, *([""] if said and made else []), *made]))
        self.title.setText(summary(self.done, self.total))
        for each in (self.bar, self.stop):
            each.hide()
        for each in self._after:
            each.show()
        self.first.setVisible(self._first_draft() is not None)
        self.folder_button.setVisible(self._folder.is_dir())
        (self.folder_button if self._folder.is_dir() else self.close_it).setFocus()

    def _show_progress(self) -> None:
        self.title.setText(f"正在生成　{len(self.done)} / {self.total}")
        self.bar.setValue(len(self.done))

    def _first_draft(self) -> Path | None:
        paths = (path for each in self.done if not each.faults for path in each.paths)
        return next((path for path in paths if path.suffix == ".siceng"), None)

    def _open_first(self) -> None:
        self.open_wanted.emit(self._first_draft())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
