"""What a search found in one draft, and how to go from one hit to the next."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.core.draft import Draft
from app.core.place import Place
from app.core.search import Hit

_IN_ONE_NUMBER = 16
"""No number has more characters; so many hits may begin at the place of one that begins in the text."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Hits in the order of the text, and the indices of their blocks."""

    found: tuple[Hit, ...] = ()
    index_of: Mapping[str, int] = field(default_factory=dict[str, int])

    @classmethod
    def of(cls, draft: Draft, found: tuple[Hit, ...]) -> "Hits":
        """The hits of a draft."""
        return cls(found, {block.id: at for at, block in enumerate(draft.blocks)})

    def __len__(self) -> int:
        return len(self.found)

    def by_block(self) -> dict[int, list[Hit]]:
        """The hits by the index of their block."""
        result: dict[int, list[Hit]] = {}
        for hit in self.found:
            result.setdefault(self.index_of[hit.block_id], []).append(hit)
        return result

    def number_of(self, hit: Hit | None) -> int | None:
        """Which of the hits this is, None where it is not among them."""
        return self.found.index(hit) if hit is not None and hit in self.found else None

    def first_from(self, place: Place) -> int:
        """Number of the first hit that does not begin before a place; how many there are where none does."""
        return bisect_left(self.found, (place.index, place.offset), key=self._order)

    def _order(self, hit: Hit) -> tuple[int, int]:
        start = self.ends(hit)[0]
        return start.index, start.offset

    def ends(self, hit: Hit) -> tuple[Place, Place]:
        """Where a hit begins and ends in the text; one in a number at its beginning."""
        index = self.index_of[hit.block_id]
        return Place(index, max(0, hit.start)), Place(index, max(0, hit.stop))

    def next_number(self, current: Hit | None, selection: Sequence[Place], by: int) -> int:
        """Number of the hit after (by 1) or before (by −1) the current one, or what is selected; may be beyond."""
        at = self.number_of(current)
        first = self.first_from(selection[0])
        if at is None and selection[0] != selection[1]:
            at = next(
                (
                    at
                    for at in range(first, min(first + _IN_ONE_NUMBER, len(self)))
                    if self._is(at, selection)
                ),
                None,
            )
        if at is not None:
            return at + by
        return first - 1 if by < 0 else first

    def _is(self, number: int, selection: Sequence[Place]) -> bool:
        return self.ends(self.found[number]) == tuple(selection)
