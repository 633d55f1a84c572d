"""Sheets in text files (RFC 4180 and what programs make of it): commas, semicolons or tabs between the cells."""

import csv
import io
import re
from collections.abc import Sequence

from app.core.errors import ReadError
from app.importing.decoding import decode
from app.importing.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Book, Grid, believed

_BETWEEN = (",", "\t", ";", "|")
"""The likelier first."""
_SAMPLE = 20
"""Lines by which it is told what stands between the cells."""
_MOST_LINES, _MOST_CELLS = 10 * MOST_ROWS, 10 * MOST_COLUMNS
"""What is gone through, empty ones with it, before it is counted what is full."""
_SAYS = re.compile(r"sep=(.)\n")
"""A first line that says it, which spreadsheet programs obey and do not count."""
_GUARD = re.compile(r"'(?=[=+\-@])")
"""What guards a text against being taken for a formula, and is not shown."""


def read_delimited(data: bytes, name: str) -> Book:
    """The sheet in a text file of any encoding; `name` is for messages.

    Raises ReadError for what is no text, for quotes that are never closed, and beyond the limits.
    """
    if data.count(b"\n") > 2 * _MOST_LINES:
        raise _too_large(name)
    decoded = decode(data, name)
    text = decoded.text.removeprefix("\ufeff")
    said = _SAYS.match(text)
    between = said[1] if said else _between(text)
    text = text[said.end() :] if said else text
    lines = _lines(text, between, name)
    unreadable = f"有 {decoded.unreadable} 个字读不出来，显示成“\ufffd”。" if decoded.unreadable else ""
    return Book(name, (Grid("", tuple(believed(lines, name))),), (unreadable,) if unreadable else ())


def _between(text: str) -> str:
    """What parts the cells: what gives the most lines of the sample as many cells as its first, and more than one."""
    sample = "\n".join(text.split("\n", _SAMPLE)[:_SAMPLE])

    def worth(between: str) -> tuple[int, int]:
        widths = [len(cells) for cells in csv.reader(io.StringIO(sample), delimiter=between) if cells]
        most = max(widths, default=0)
        return (widths.count(most) if most > 1 else 0, most)

    try:
        return max(_BETWEEN, key=worth)
    except csv.Error:
        return _BETWEEN[0]


def _lines(text: str, between: str, name: str) -> Sequence[tuple[int, Sequence[str]]]:
    """The rows with their numbers. A quote may stand within a cell; one that is never closed has swallowed what follows."""
    lines: list[tuple[int, Sequence[str]]] = []
    for strict in (True, False):
        lines.clear()
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=strict)
        number = 0
        try:
            for number, cells in enumerate(reader, 1):
                if number > _MOST_LINES or len(cells) > _MOST_CELLS:
                    raise _too_large(name)
                if any(cells):
                    lines.append((number, [_GUARD.sub("", cell, count=1) for cell in cells]))
        except csv.Error as error:
            if not strict or str(error).startswith(("unexpected end", "field larger")):
                raise _unclosed(name, number + 1) from error
        else:
            break
    return lines


def _unclosed(name: str, number: int) -> ReadError:
    return ReadError(
        f"“{name}”第 {number} 行有一格太长，可能是引号只有一半。",
        "检查那一行的英文引号是否成对，或另存为 .xlsx 再试。",
    )


def _too_large(name: str) -> ReadError:
    return ReadError(
        f"“{name}”太大，没有读：一次最多 {MOST_ROWS:,} 行、{MOST_COLUMNS} 列。", "分成几个表，一次用一个。"
    )
