"""The occasion that is being changed, step by step, with undo."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.jobs.occasion_editing import Edited
from app.templating.fields import Field
from app.templating.occasion import Occasion, Slot


class EditedState(QObject):
    """`changed` tells every change; `replaced` those that no box made itself, so that all boxes are filled anew."""

    changed = Signal()
    replaced = Signal()

    def __init__(self, edited: Edited, parent: QObject) -> None:
        super().__init__(parent)
        self.now = self._saved = edited
        self._before: list[Edited] = []
        self._after: list[Edited] = []
        self._typing: object = None

    @property
    def occasion(self) -> Occasion:
        """The occasion as it is now."""
        return self.now.occasion

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.now != self._saved

    def slot(self, slot_id: str) -> Slot | None:
        """The slot of that id, None where there is none."""
        return next((each for each in self.occasion.slots if each.id == slot_id), None)

    def put(self, occasion: Occasion, typing: object = None, by_box: bool = False) -> None:
        """Another occasion. What is typed into one box, named by `typing`, one letter after another is one step.

        `by_box` says that the box shows it already.
        """
        self._put(replace(self.now, occasion=occasion), typing, by_box)

    def put_slot(self, slot: Slot, typing: object = None, by_box: bool = False) -> None:
        """Another slot in the place of the one of the same id."""
        slots = tuple(slot if each.id == slot.id else each for each in self.occasion.slots)
        self.put(replace(self.occasion, slots=slots), (slot.id, typing) if typing else None, by_box)

    def declare(self, fact: Field) -> None:
        """A new fact, which is asked after the others."""
        occasion = replace(self.occasion, facts=(*self.occasion.facts, fact.name))
        self._put(replace(self.now, occasion=occasion, facts=(*self.now.facts, fact)), None, by_box=False)

    def _put(self, edited: Edited, typing: object, by_box: bool) -> None:
        if edited == self.now:
            return
        if typing is None or typing != self._typing:
            self._before.append(self.now)
        self._typing = typing
        self._after.clear()
        self.now = edited
        if not by_box:
            self.replaced.emit()
        self.changed.emit()

    @property
    def may_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def may_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._after)

    def undo(self) -> None:
        """Take the last step back."""
        self._go(self._before, self._after)

    def redo(self) -> None:
        """Make the step again that was taken back."""
        self._go(self._after, self._before)

    def _go(self, source: list[Edited], target: list[Edited]) -> None:
        if source:
            target.append(self.now)
            self.now, self._typing = source.pop(), None
            self.replaced.emit()
            self.changed.emit()
