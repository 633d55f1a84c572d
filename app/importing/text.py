"""Plain text as paragraphs: one a line, empty lines left out."""

import re
from collections.abc import Iterator

from app.core.draft import plain_runs
from app.core.text import BLANKS
from app.importing.paragraphs import Paragraph, Source

_LINE_ENDS = re.compile("\r\n|[\n\v\f\r\u0085\u2028\u2029]")


def lines_of(text: str) -> Iterator[tuple[int, str, int]]:
    """The lines of a text that have any, without the blanks around them.

    Each with its number, from 1, and how many empty lines stand above it.
    """
    empty = 0
    for at, line in enumerate(_LINE_ENDS.split(text), 1):
        stripped = line.strip(BLANKS)
        if stripped:
            yield at, stripped, empty
        empty = 0 if stripped else empty + 1


def read_text(text: str) -> Source:
    """The lines of a text."""
    lines = lines_of(text)
    return Source(
        tuple(Paragraph(plain_runs(line), line=at, blank_before=empty) for at, line, empty in lines)
    )
