"""Cells that were merged downwards: what stands in the first is meant for all of them."""

import re
from collections.abc import Sequence
from itertools import islice

from app.importing.sheets.sheet import MOST_COLUMNS, Line

_MERGED = re.compile(rb'<(?:[\w.-]+:)?mergeCell\s+ref="([A-Z]{1,2})([0-9]{1,6}):([A-Z]{1,2})([0-9]{1,6})"')
_MOST_RANGES, _MOST_STEPS = 20_000, 200_000
"""Merged ranges of one sheet, and rows that they go over, after which no more are filled."""


def filled_down(lines: Sequence[Line], sheet: bytes) -> tuple[Line, ...]:
    """The rows with every range of the sheet's XML that is merged within one column filled with its first cell.

    Rows that say nothing otherwise stay out: a merged title or note makes no row.
    """
    rows = {number: list(cells) for number, cells in lines}
    left = _MOST_STEPS
    for found in islice(_MERGED.finditer(sheet), _MOST_RANGES):
        first, top, last, bottom = found.groups()
        column, above = _column(first), rows.get(int(top), [])
        if first != last or column >= min(len(above), MOST_COLUMNS) or not above[column]:
            continue
        for number in range(int(top) + 1, min(int(bottom), int(top) + left) + 1):
            left -= 1
            row = rows.get(number)
            if row is not None:
                row.extend([""] * (column + 1 - len(row)))
                row[column] = above[column]
    return tuple((number, tuple(cells)) for number, cells in rows.items())


def _column(letters: bytes) -> int:
    """The place of a column from 0, by its letters."""
    place = 0
    for letter in letters:
        place = 26 * place + letter - ord("A") + 1
    return place - 1
