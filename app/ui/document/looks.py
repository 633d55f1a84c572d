"""What every line looks like, and which lines have to be dressed anew: kept up by difference, for that happens per key."""

from collections.abc import Iterator, Sequence

from app.core.draft import Block
from app.core.plan import Splice, changed, growth
from app.ui.document.presentation import Look, Presentation, needs_head_gap

_STRIDE = 64
"""Lines that are compared at a time: most look as they should."""


class Looks:
    """The looks that lines should have, and those that were written into their formats last."""

    def __init__(self, presentation: Presentation) -> None:
        self._presentation = presentation
        self._blocks: Sequence[Block] = ()
        self._numbers: Sequence[str] = ()
        self._wanted: list[Look] = []
        self._written: list[Look | None] = [None]

    def forget(self, first: int, last: int, count: int) -> list[Look | None]:
        """The lines `first` to `last` of now `count` may have lost their looks; what they had."""
        stop = last + 1 - (count - len(self._written))
        had = self._written[first:stop]
        self._written[first:stop] = [None] * (last + 1 - first)
        return had

    def keep(self, index: int, look: Look | None) -> None:
        """A line that was forgotten still has its look."""
        self._written[index] = look

    def wanted(self, index: int) -> Look:
        """The look that a line should have."""
        return self._wanted[index]

    def put_in(self, splices: Sequence[Splice], count: int) -> None:
        """Splices were carried out, which left `count` lines: those they put in or rewrote look as they should."""
        grown = sum(map(growth, splices))
        for splice in reversed(splices):
            grown -= growth(splice)
            first = splice.start + grown
            self._written[splice.start : splice.stop] = self._wanted[first : first + len(splice.blocks)]
        del self._written[count:]  # a document without blocks had a line nonetheless

    def want(self, blocks: Sequence[Block], numbers: Sequence[str]) -> None:
        """What the lines are from now on."""
        change = changed(self._blocks, blocks)
        below = change.start + len(change.new)
        # Whether there is a gap above the block that follows depends on the one before.
        stale = range(change.start, min(below + 1, len(blocks)))
        wanted = list(self._wanted)
        wanted[change.start : change.stop + 1] = [self._look(blocks, at, numbers[at]) for at in stale]
        before = (
            *self._numbers[: change.start],
            *numbers[change.start : below],
            *self._numbers[change.stop :],
        )
        if before != tuple(numbers):
            for at, (old, new) in enumerate(zip(before, numbers, strict=True)):
                if old != new:
                    wanted[at] = self._look(blocks, at, new)
        self._wanted = wanted
        self._blocks, self._numbers = blocks, numbers

    def _look(self, blocks: Sequence[Block], at: int, number: str) -> Look:
        block = blocks[at]
        gap = needs_head_gap(blocks[at - 1] if at else None, block)
        return Look(block.kind, block.joined, self._presentation.number_width(block.kind, number), gap)

    def misfits(self, count: int) -> Iterator[int]:
        """The lines, of `count`, that do not look as they should; whoever asks dresses them."""
        if len(self._written) != count:
            self._written = [None] * count
        for start in range(0, min(count, len(self._wanted)), _STRIDE):
            stop = start + _STRIDE
            if self._wanted[start:stop] != self._written[start:stop]:
                yield from self._misfits_from(start, stop)

    def _misfits_from(self, start: int, stop: int) -> Iterator[int]:
        pairs = zip(self._wanted[start:stop], self._written[start:stop], strict=False)
        for at, (wanted, written) in enumerate(pairs, start):
            if wanted != written:
                self._written[at] = wanted
                yield at

    def trust(self, count: int) -> None:
        """All lines look as they should: undo or redo brought them back so."""
        self._written = [*self._wanted, *[None] * (count - len(self._wanted))][:count]
