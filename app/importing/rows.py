"""A row of a table as paragraphs: one for its cells, or those of its cells where the table only lays out the page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.core.draft import FORCED_LINE_END, Run, merged
from app.importing.paragraphs import Paragraph

_BETWEEN_CELLS = "\u3000"
_MOST_IN_CELL = 3
"""Paragraphs in a cell beyond which a table only lays out the page and is no table of words."""
_LONG_CELL = 200
"""Characters of such a cell."""


def of_row(cells: Iterable[Sequence[Paragraph]]) -> Sequence[Paragraph]:
    """The paragraphs of a row's cells, in their order; a cell without any is as if it were not there."""
    filled = [cell for cell in cells if cell]
    lays_out = any(
        len(cell) > _MOST_IN_CELL or sum(len(each.text) for each in cell) > _LONG_CELL for cell in filled
    )
    if lays_out or len(filled) < 2:
        return [paragraph for cell in filled for paragraph in cell]
    words = strung([strung(map(_in_cell, cell), " ") for cell in filled], _BETWEEN_CELLS)
    return [Paragraph(merged(words))]


def strung(parts: Iterable[Sequence[Run]], between: str) -> list[Run]:
    """The runs of all parts, parted by a text."""
    runs: list[Run] = []
    for part in parts:
        runs += [*([Run(between)] if runs else []), *part]
    return runs


def _in_cell(paragraph: Paragraph) -> list[Run]:
    runs = [replace(run, text=run.text.replace(FORCED_LINE_END, " ")) for run in paragraph.runs]
    return [Run(paragraph.number), *runs] if paragraph.number else runs
