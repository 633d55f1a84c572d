"""A list whose rows are put in order by dragging and with Alt+Up and Alt+Down."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

_HEIGHT = 28
_KEY = Qt.ItemDataRole.UserRole


class OrderedList(QListWidget):
    """Rows by key. `ordered` tells that their order was changed by hand, `removal_wanted` that Delete was pressed."""

    ordered = Signal()
    removal_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.model().rowsMoved.connect(lambda *_: self.ordered.emit())

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the rows in their order."""
        return tuple(str(self.item(row).data(_KEY)) for row in range(self.count()))

    @property
    def key(self) -> str:
        """The key of the current row, empty where there is none."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def show_rows(self, rows: dict[str, str]) -> None:
        """Show these texts by key; the row that was looked at is looked at again, else the one in its place."""
        at, key = self.currentRow(), self.key
        self.blockSignals(True)
        if self.keys != tuple(rows):
            self.clear()
            for each in rows:
                item = QListWidgetItem(self)
                item.setData(_KEY, each)
                item.setSizeHint(QSize(0, _HEIGHT))
        for row, text in enumerate(rows.values()):
            self.item(row).setText(text)
        keys = self.keys
        self.setCurrentRow(keys.index(key) if key in keys else min(max(at, 0), len(keys) - 1))
        self.blockSignals(False)

    def go_to(self, key: str) -> None:
        """Look at the row of a key."""
        if key in self.keys:
            self.setCurrentRow(self.keys.index(key))

    def move_by(self, step: int) -> None:
        """Move the current row up or down."""
        row = self.currentRow()
        to = row + step
        if row < 0 or not 0 <= to < self.count() or self.item(to).isHidden():
            return
        self.blockSignals(True)
        self.insertItem(to, self.takeItem(row))
        self.setCurrentRow(to)
        self.blockSignals(False)
        self.ordered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's call for a key."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_by(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
