"""The slots of an occasion in order, with the sum of their shares."""

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.templating.library import Library
from app.templating.occasion import Slot
from app.templating.occasion_shares import evened
from app.templating.own.ids import id_of_name
from app.ui.occasion_editor.ordered_list import OrderedList
from app.ui.occasion_editor.slot_form import SlotForm
from app.ui.occasion_editor.state import EditedState
from app.ui.pieces import button, label

_WHOLE = 100


class SlotsPane(QWidget):
    """The list with what can be done to it, and below it the slot that is looked at."""

    def __init__(self, state: EditedState, library: Library) -> None:
        super().__init__()
        self._state, self._library = state, library
        self.list = OrderedList("部件")
        self.form = SlotForm(state, library)
        self.sum = label("", "faint", wrap=False)
        self.even = button("调到 100%", self._even, "link")
        self.add = button("加一个部件…", self._offer)
        self.remove = button("删去", self._remove)
        self.up = button("上移", lambda: self.list.move_by(-1))
        self.down = button("下移", lambda: self.list.move_by(1))
        self._lay_out()
        self.list.ordered.connect(self._order)
        self.list.removal_wanted.connect(self._remove)
        self.list.currentRowChanged.connect(lambda _: self.form.show_slot(self.list.key))
        state.changed.connect(self._show)
        state.replaced.connect(lambda: self.form.show_slot(self.list.key))
        self._show()
        self.form.show_slot(self.list.key)

    def _lay_out(self) -> None:
        sums = QHBoxLayout()
        sums.addWidget(self.sum, 1)
        sums.addWidget(self.even)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for each in (self.add, self.remove, self.up, self.down):
            deeds.addWidget(each)
        deeds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 3)
        column.addLayout(sums)
        column.addLayout(deeds)
        column.addWidget(self.form, 3)

    def _show(self) -> None:
        slots = self._state.occasion.slots
        self.list.show_rows({slot.id: self._told(slot) for slot in slots})
        whole = sum(slot.share for slot in slots)
        right = whole == _WHOLE
        self.sum.setText(f"份额合计 {whole}%" + ("" if right else "，要正好 100%"))
        self.sum.setObjectName("faint" if right else "warning")
        self.sum.style().polish(self.sum)
        self.even.setVisible(not right)
        self.remove.setEnabled(len(slots) > 1)
        if self.form.isEnabled() and not self._state.slot(self.list.key):
            self.form.show_slot(self.list.key)

    def _told(self, slot: Slot) -> str:
        layer = f"{slot.layer}层" if slot.layer else ""
        count = len(self._library.choices(slot))
        parts = (
            layer,
            f"{slot.share}%",
            f"{count} 个模板" if count else "没有模板",
            "" if slot.required else "可不要",
        )
        return f"{slot.name}　{' · '.join(filter(None, parts))}"

    # What is done to the list

    def _order(self) -> None:
        slots = {slot.id: slot for slot in self._state.occasion.slots}
        ordered = tuple(slots[key] for key in self.list.keys if key in slots)
        if len(ordered) == len(slots):
            self._state.put(replace(self._state.occasion, slots=ordered))
        else:
            self._show()

    def _remove(self) -> None:
        kept = tuple(slot for slot in self._state.occasion.slots if slot.id != self.list.key)
        if kept:
            self._state.put(replace(self._state.occasion, slots=kept))
            self.form.show_slot(self.list.key)

    def _even(self) -> None:
        self._state.put(replace(self._state.occasion, slots=evened(self._state.occasion.slots)))

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.addAction("新写一个部件").triggered.connect(lambda _=False: self.put_in(None))
        menu.addSeparator()
        edited = self._state.occasion
        here = {slot.id for slot in edited.slots}
        for occasion in sorted(self._library.occasions.values(), key=lambda each: each.id != edited.id):
            slots = [slot for slot in occasion.slots if slot.id not in here]
            if not slots:
                continue
            # A hundred lines do not fit a screen; the menu is the parent, or Qt takes it for garbage.
            below = QMenu(occasion.name, menu)
            menu.addMenu(below)
            for slot in slots:
                below.addAction(slot.name).triggered.connect(lambda _=False, slot=slot: self.put_in(slot))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def put_in(self, taken_over: Slot | None) -> None:
        """Put a slot behind the one that is looked at: that of another occasion but its share, or a new one for None."""
        occasion = self._state.occasion
        names = {slot.name for slot in occasion.slots}
        name = taken_over.name if taken_over else "新部件"
        number, free = 1, name
        while free in names:
            number += 1
            free = f"{name}{number}"
        taken = {slot.id for each in self._library.occasions.values() for slot in each.slots}
        new_id = id_of_name(free, taken | {slot.id for slot in occasion.slots})
        made = replace(taken_over or Slot(new_id, free, required=False), name=free, share=0)
        at = next(
            (at for at, slot in enumerate(occasion.slots, 1) if slot.id == self.list.key), len(occasion.slots)
        )
        self._state.put(replace(occasion, slots=(*occasion.slots[:at], made, *occasion.slots[at:])))
        self.list.go_to(made.id)
        self.form.name.setFocus()
        self.form.name.selectAll()
