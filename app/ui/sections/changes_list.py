"""The list of what becomes of each paragraph; a box says whether it follows the template."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.templating.merging import DOING, Change, What
from app.ui.box_delegate import BoxDelegate
from app.ui.theme import Theme

_SAID = {
    What.KEPT: "保留你改过的",
    What.REPLACED: "换成模板的",
    What.ADDED: "新增",
    What.REMOVED: "删去",
    What.LEFT_OUT: "你删过，不补",
}


class ChangesList(QListWidget):
    """Shows changes. `switched` tells the key of one whose box was pressed, `looked_at` that another is current."""

    switched = Signal(str)
    looked_at = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._changes: tuple[Change, ...] = ()
        self.setAccessibleName("改动")
        self.setItemDelegate(BoxDelegate(theme, self))
        self.setMinimumWidth(360)
        self.currentItemChanged.connect(lambda *_: self.looked_at.emit())
        self.itemChanged.connect(self._switch)

    @property
    def change(self) -> Change | None:
        """The one that is looked at."""
        row = self.currentRow()
        return self._changes[row] if 0 <= row < len(self._changes) else None

    def show_changes(self, changes: tuple[Change, ...]) -> None:
        """Show others, or the same after one was switched: then the place stays."""
        same = [each.key for each in changes] == [each.key for each in self._changes]
        self._changes = changes
        self.blockSignals(True)
        if not same:
            self.clear()
            for _ in changes:
                item = QListWidgetItem(self)
                item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + 14))
        for at, change in enumerate(changes):
            _write(self.item(at), change)
        if not same:
            self.setCurrentRow(0)
        self.blockSignals(False)
        self.looked_at.emit()

    def _switch(self, item: QListWidgetItem) -> None:
        change = self._changes[self.row(item)]
        if change.switchable and (item.checkState() is Qt.CheckState.Checked) != (change.what in DOING):
            self.switched.emit(change.key)


def _write(item: QListWidgetItem, change: Change) -> None:
    item.setText(f"{_said(change)}\n{change.before or change.after}")
    item.setToolTip("打勾的照模板，不打勾的照现在" if change.switchable else "你自己写的，原样留着")
    if change.switchable:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        follows = change.what in DOING
        item.setCheckState(Qt.CheckState.Checked if follows else Qt.CheckState.Unchecked)


def _said(change: Change) -> str:
    """What becomes of a paragraph, in words."""
    if not change.switchable:
        return "保留你自己写的"
    if change.what is What.KEPT and change.conflict:
        return "保留你改过的（模板也变了）" if change.after else "保留你改过的（模板已没有这一段）"
    return _SAID[change.what]
