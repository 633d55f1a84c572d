"""The body of a speech: its lines become headings, points, gaps and text."""

from collections.abc import Sequence

from app.importing.lines import Line
from app.importing.pieces import Piece

ContentsEntry = tuple[int, int, str]
"""A heading as a 目录 has it: its level from 1, its ordinal, its text without the number."""


def body_pieces(lines: Sequence[Line], contents: Sequence[ContentsEntry] = ()) -> list[tuple[Piece, ...]]:
    """The pieces of every line, which cover it; inserted pieces stand before or among those of a line."""
    raise NotImplementedError
