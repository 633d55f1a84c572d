"""写法: for each slot of an occasion the section template that fills it, and what that template asks."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.facts import FactSheet
from app.templating.library import Library
from app.templating.occasion import Occasion, Slot
from app.ui.new_draft.slot_choice import SlotChoice


class SlotChoices(QWidget):
    """All slots of an occasion. What was chosen and typed for one is remembered while others are looked at."""

    changed = Signal()
    """Another template was chosen."""
    edited = Signal()
    """Something was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(24)
        self.rows: list[SlotChoice] = []
        self._known: dict[tuple[str, Slot], SlotChoice] = {}

    def ask(self, library: Library, occasion: Occasion) -> None:
        """Ask for the slots of an occasion in its variant."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
        self.rows = []
        for slot in occasion.slots:
            if not library.choices(slot):
                continue
            row = self._known.get((occasion.id, slot))
            if row is None:
                row = SlotChoice(slot, library.choices(slot), occasion.target(slot))
                row.changed.connect(self.changed)
                row.edited.connect(self.edited)
                self._known[occasion.id, slot] = row
            row.offer(library.choices(slot))
            self.rows.append(row)
            self._column.addWidget(row)
            row.show()

    def show_openings(self, openings: Mapping[str, str]) -> None:
        """Tell of each template how it begins."""
        for row in self.rows:
            row.show_openings(openings)

    def choices(self) -> dict[str, str]:
        """The chosen template by slot id."""
        return {row.slot.id: row.chosen for row in self.rows}

    def answers(self) -> Mapping[str, FactSheet]:
        """What was typed for the chosen templates by slot id."""
        return {row.slot.id: row.values() for row in self.rows if len(row.values())}

    def commit(self) -> bool:
        """Take what stands in all boxes; False where one cannot be read, which is then shown."""
        # Every row, also after one that cannot be read.
        return [row.commit() for row in self.rows].count(False) == 0
