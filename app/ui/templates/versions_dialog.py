"""历史版本: the former texts of an own file by their dates, each beside the text of now, to be put back."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.templating.own.store import OwnStore
from app.templating.own.versions import Version
from app.ui.focus import Dialog
from app.ui.messages import tell, tell_error
from app.ui.pieces import button, heading, label
from app.ui.tasks import Tasks
from app.ui.templates.side_by_side import SideBySide
from app.ui.theme import Theme
from app.ui.told_times import when

_SIZE = (1040, 640)
_DATES, _ROW = 190, 32


class VersionsDialog(Dialog):
    """Shows versions, the newest first. `chosen` is the one to put back, None where the writer leaves it as it is."""

    def __init__(
        self,
        store: OwnStore,
        theme: Theme,
        name: str,
        versions: Sequence[Version],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what the writer calls the file; there is at least one version. Raises ReadError."""
        super().__init__(parent)
        self.chosen: Version | None = None
        self._store, self._versions = store, versions
        self._present = store.read(versions[0].original)
        self.setWindowTitle("历史版本")
        self.resize(*_SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName("历史版本")
        self.list.setFixedWidth(_DATES)
        for version in versions:
            item = QListWidgetItem(when(version.time, now), self.list)
            item.setSizeHint(QSize(0, _ROW))
        self.shown = SideBySide(theme, "这一版和现在的不同之处")
        self.main = button("恢复这一版", self._take, "main")
        self._lay_out(name)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _lay_out(self, name: str) -> None:
        parts = QHBoxLayout()
        parts.setSpacing(16)
        parts.addWidget(self.list)
        parts.addWidget(self.shown, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("恢复以后，现在的也留作一个版本，随时可以换回来。", "faint"), 1)
        row.addWidget(button("关闭", self.reject))
        row.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(heading(f"“{name}”以前的样子", 1.5))
        column.addLayout(parts, 1)
        column.addLayout(row)

    def _show(self, row: int) -> None:
        try:
            text = self._store.read(self._versions[row].path)
        except AppError as error:
            self.main.setEnabled(False)
            self.shown.setPlainText(str(error))
            return
        self.main.setEnabled(text != self._present)
        self.shown.show_texts((self.list.item(row).text(), text), ("现在的", self._present))

    def _take(self) -> None:
        self.chosen = self._versions[self.list.currentRow()]
        self.accept()


def choose_version(
    store: OwnStore, tasks: Tasks, theme: Theme, path: Path, name: str, parent: QWidget
) -> Version | None:
    """The version of an own file that the writer chooses to put back; None where he leaves it as it is.

    `name` is what he calls the file. That there is no version, and what cannot be read, is told.
    """
    try:
        versions = tasks.wait_for(lambda: store.versions(path))
        if not versions:
            tell(parent, f"“{name}”还没有以前的版本。", "改过一次，改之前的就留在这里。")
            return None
        dialog = VersionsDialog(store, theme, name, versions, datetime.now().astimezone(), parent)
    except AppError as error:
        tell_error(parent, error)
        return None
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen
