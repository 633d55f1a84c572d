"""The slots of all occasions, each with a tick: where the template may be chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.templating.library import Library
from app.templating.occasion import Occasion, Slot

_ID = Qt.ItemDataRole.UserRole


class SlotTree(QWidget):
    """`changed` tells the ids of the ticked slots, and the slot that was ticked last, None where one was taken out."""

    changed = Signal(tuple, object)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._ticked: tuple[str, ...] = ()
        self._slots: dict[str, Slot] = {}
        self.search = QLineEdit(placeholderText="找场合或部件")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("找场合或部件")
        self.search.textChanged.connect(self._narrow)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("用在哪些部件")
        self.tree.itemChanged.connect(self._tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        self._fill(library.occasions.values())

    def _fill(self, occasions: Iterable[Occasion]) -> None:
        self._strange = QTreeWidgetItem(self.tree, ["没有一个场合有的部件"])
        self._strange.setHidden(True)
        for occasion in occasions:
            parent = QTreeWidgetItem(self.tree, [occasion.name])
            slots = {slot.id: slot for form in occasion.forms() for slot in form.slots}
            for slot in slots.values():
                self._slots.setdefault(slot.id, slot)
                layer = "" if slot.layer is None or slot.layer.value == slot.name else f"（{slot.layer}）"
                self._add(parent, slot.id, f"{slot.name}{layer}")

    def _add(self, parent: QTreeWidgetItem, slot_id: str, name: str) -> None:
        item = QTreeWidgetItem(parent, [name])
        item.setData(0, _ID, slot_id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)

    def _items(self) -> Iterable[QTreeWidgetItem]:
        for at in range(self.tree.topLevelItemCount()):
            parent = self.tree.topLevelItem(at)
            yield from (parent.child(number) for number in range(parent.childCount()))  # type: ignore[union-attr,misc]

    def show_slots(self, ticked: tuple[str, ...]) -> None:
        """Tick these and no others."""
        if ticked == self._ticked:
            return
        self._ticked = ticked
        with QSignalBlocker(self.tree):
            self._strange.takeChildren()
            for slot_id in ticked:
                if slot_id not in self._slots:
                    self._add(self._strange, slot_id, slot_id)
            self._strange.setHidden(not self._strange.childCount())
            for item in self._items():
                on = item.data(0, _ID) in ticked
                item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
                parent = item.parent()
                if on and parent is not None:
                    parent.setExpanded(True)

    def _tick(self, item: QTreeWidgetItem) -> None:
        slot_id = str(item.data(0, _ID))
        on = item.checkState(0) is Qt.CheckState.Checked
        if item.data(0, _ID) is None or on == (slot_id in self._ticked):
            return
        ticked = (*self._ticked, slot_id) if on else tuple(each for each in self._ticked if each != slot_id)
        self.show_slots(ticked)
        self.changed.emit(ticked, self._slots.get(slot_id) if on else None)

    def _narrow(self, words: str) -> None:
        """Show what has all the words only."""
        for at in range(self.tree.topLevelItemCount()):
            parent = self.tree.topLevelItem(at)
            assert parent is not None
            seen = False
            for number in range(parent.childCount()):
                child = parent.child(number)
                fits = all(word in parent.text(0) + child.text(0) for word in words.split())
                child.setHidden(not fits)
                seen = seen or fits
            parent.setHidden(not seen)
            if words.strip():
                parent.setExpanded(seen)
