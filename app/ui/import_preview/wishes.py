"""What the writer wants of a recognition, and the way back from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from app.importing.cleaning import Cleaning
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Fixed, Place, Role


@dataclass(frozen=True, slots=True)
class Wish:
    """Roles that were set, by where a piece begins in the source, and what is to be cleaned."""

    fixed: Fixed = field(default_factory=dict[Place, Role])
    cleaning: Cleaning = field(default_factory=Cleaning)

    def with_roles(self, roles: Mapping[Place, Role]) -> "Wish":
        """With these roles set, too."""
        return replace(self, fixed={**self.fixed, **roles})

    def without(self, places: Iterable[Place]) -> "Wish":
        """With the roles at these places as they are recognised."""
        gone = set(places)
        return replace(self, fixed={at: role for at, role in self.fixed.items() if at not in gone})


class History:
    """One wish after another; each can be taken back and wished again."""

    def __init__(self) -> None:
        self.now = Wish()
        self._before: list[Wish] = []
        self._after: list[Wish] = []

    @property
    def can_undo(self) -> bool:
        """Whether there was a wish before."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether one was taken back."""
        return bool(self._after)

    def wish(self, wish: Wish) -> bool:
        """Wish something else; False where it is the same."""
        if wish == self.now:
            return False
        self._before.append(self.now)
        self._after.clear()
        self.now = wish
        return True

    def undo(self) -> None:
        """Take the last wish back."""
        self._after.append(self.now)
        self.now = self._before.pop()

    def redo(self) -> None:
        """Wish again what was taken back."""
        self._before.append(self.now)
        self.now = self._after.pop()

    def move(self, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> int:
        """Go over to the same source read in another way; how many roles set by hand had to be let go."""
        moved = moved_fixed(self.now.fixed, before, after)
        lost = len(self.now.fixed) - len(moved)
        self.now = replace(self.now, fixed=moved)
        self._before.clear()
        self._after.clear()
        return lost


def moved_fixed(fixed: Fixed, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Fixed:
    """The roles of paragraphs that are the same in both, by where these stand now."""
    old, new = ([each.text for each in paragraphs] for paragraphs in (before, after))
    now = {
        a + step: b + step
        for a, b, size in SequenceMatcher(None, old, new, False).get_matching_blocks()
        for step in range(size)
    }
    return {(now[at], offset): role for (at, offset), role in fixed.items() if at in now}
