"""The numbers that are painted before the lines, kept up by difference, for that happens per key."""

from collections.abc import Sequence

from app.core.draft import Block
from app.core.numbering import numbers, renumbered
from app.core.plan import changed


class Numbers:
    """The number of every line as it prints, empty for one without."""

    def __init__(self) -> None:
        self.shown: tuple[str, ...] = ()
        self._blocks: tuple[Block, ...] = ()
        """The blocks of which these are the numbers."""
        self._before: tuple[Block, ...] = ()

    def go_on_after(self, blocks: Sequence[Block]) -> None:
        """From now on these blocks, which are not shown, count as if they stood before the first."""
        self._before = tuple(blocks)

    def renew(self, blocks: tuple[Block, ...]) -> bool:
        """Number these blocks; whether the number of one that was there before and is so still is another now."""
        change = changed(self._blocks, blocks)
        stayed = self.shown[: change.start], self.shown[change.stop :]
        if self._before:
            found = numbers((*self._before, *blocks))[len(self._before) :]
        else:
            found = renumbered(self.shown, change, blocks)
        self._blocks, self.shown = blocks, found
        return stayed != (found[: change.start], found[change.start + len(change.new) :])
