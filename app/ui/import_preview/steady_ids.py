"""Headings and points keep their ids from one recognition to the next, so that the outline changes only where it must."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from app.core.draft import Draft
from app.core.kinds import NUMBERED, Kind
from app.ui.import_preview.rows import Row

_SHOWN = (Kind.PART, *NUMBERED)
"""The kinds that the outline shows: one block each piece, in the same order."""
_Start = tuple[int, int, int, bool]
"""Where a block begins: paragraph, offset, which of several there, and whether it is one that the source lacks."""


class SteadyIds:
    """Gives the blocks that begin where others began the ids that these had."""

    def __init__(self) -> None:
        self._known: dict[_Start, str] = {}

    def steady(self, draft: Draft, rows: Sequence[Row], own: Collection[str]) -> tuple[Draft, dict[str, Row]]:
        """The draft with ids as before, and the row of each block that the outline shows.

        `own` are ids that blocks had already when they were written; these stay.
        """
        row_of: dict[str, Row] = {}
        blocks = list(draft.blocks)
        taken = {block.id for block in blocks}
        shown = (at for at, block in enumerate(blocks) if block.kind in _SHOWN and block.runs)
        for at, row in zip(shown, _shown(rows), strict=False):
            name = blocks[at].id
            known = name if name in own else self._known.setdefault(_start(row), name)
            if known != name and known not in taken:
                taken.add(known)
                blocks[at] = replace(blocks[at], id=known)
            row_of[blocks[at].id] = row
        return replace(draft, blocks=tuple(blocks)), row_of


def _shown(rows: Sequence[Row]) -> Iterator[Row]:
    return (row for row in rows if row.piece.role in _SHOWN and row.text)


def _start(row: Row) -> _Start:
    paragraph, start, _, which = row.key
    return paragraph, start, which, row.inserted
