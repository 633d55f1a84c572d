"""The fields of the template in the order in which they are asked: chosen, moved by mouse or keys, added, deleted."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.templating.fields import Field
from app.ui.pieces import button, label

_NAME = Qt.ItemDataRole.UserRole
_ROW = 30


class _List(QListWidget):
    """Alt with up and down moves what is chosen; Delete deletes it."""

    stepped = Signal(int)
    deleted = Signal()
    ordered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("字段")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.model().rowsMoved.connect(lambda *_: self.ordered.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class FieldList(QWidget):
    """`chosen` tells the place of the field that is looked at, -1 for none; the rest what the writer wants."""

    chosen = Signal(int)
    added = Signal()
    deleted = Signal(int)
    moved = Signal(int, int)
    """From a place to another one."""

    def __init__(self) -> None:
        super().__init__()
        self.list = _List()
        self.list.currentRowChanged.connect(self.chosen)
        self.list.stepped.connect(self._step)
        self.list.deleted.connect(self._delete)
        self.list.ordered.connect(self._order)
        self._names: list[str] = []
        self.none = label(
            "这一节还没有自己的字段。\n全稿通用的事实（会议名称、讲话人等）不用在这里添加。", "faint"
        )
        self.add = button("添加字段", self.added.emit)
        self.delete = button("删除", self._delete)
        self.up = button("上移", lambda: self._step(-1))
        self.down = button("下移", lambda: self._step(1))
        for each, keys in ((self.up, "Alt+↑"), (self.down, "Alt+↓"), (self.delete, "Delete")):
            each.setToolTip(keys)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.none)
        rows.addWidget(self.list, 1)
        for pair in ((self.add, self.delete), (self.up, self.down)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for each in pair:
                row.addWidget(each, 1)
            rows.addLayout(row)

    @property
    def at(self) -> int:
        """The place of the field that is looked at, -1 for none."""
        return self.list.currentRow()

    def show_fields(self, fields: Sequence[Field], at: int) -> None:
        """List these, looking at one of them."""
        self._names = [field.name for field in fields]
        with QSignalBlocker(self.list):
            self.list.clear()
            for field in fields:
                item = QListWidgetItem(f"{field.name}　{field.type}{'　必填' if field.required else ''}")
                item.setData(_NAME, field.name)
                item.setSizeHint(QSize(0, _ROW))
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
                self.list.addItem(item)
            self.list.setCurrentRow(min(at, len(fields) - 1))
        self.none.setVisible(not fields)
        self.list.setVisible(bool(fields))
        for each in (self.delete, self.up, self.down):
            each.setEnabled(bool(fields))

    def _delete(self) -> None:
        if self.at >= 0:
            self.deleted.emit(self.at)

    def _step(self, step: int) -> None:
        to = self.at + step
        if self.at >= 0 and 0 <= to < self.list.count():
            self.moved.emit(self.at, to)

    def _order(self) -> None:
        """One was dragged to another place: which, is told by the first that differs."""
        now = [str(self.list.item(row).data(_NAME)) for row in range(self.list.count())]
        if sorted(now) != sorted(self._names) or now == self._names:
            return
        name = str(self.list.currentItem().data(_NAME))
        self.moved.emit(self._names.index(name), now.index(name))
