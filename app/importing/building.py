"""Paragraphs put together from pieces of text as a browser lays them out: blanks, line ends, rows of tables."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.core.draft import FORCED_LINE_END, Run, merged
from app.core.text import BLANKS
from app.importing.paragraphs import Paragraph
from app.importing.rows import of_row, strung

_BLANKS = re.compile("([ \t\r\n\f\v\xa0]+)")


@dataclass
class _Row:
    cells: list[list[Paragraph]] = field(default_factory=list[list[Paragraph]])


class Builder:
    """Takes pieces of text in reading order; `paragraphs` are those that are complete."""

    def __init__(self) -> None:
        self._done: list[Paragraph] = []
        self._pieces: list[Run] = []
        self._rows: list[_Row] = []
        self._number = ""

    def add(self, text: str, bold: bool) -> None:
        """More text of the paragraph."""
        self._pieces.append(Run(text, bold))

    def set_number(self, text: str) -> None:
        """What is printed before the next paragraph."""
        self._number = text

    def end_paragraph(self, level: int | None = None) -> None:
        """What was added since the last end is a paragraph, where it has text."""
        runs = _laid_out(self._pieces)
        self._pieces = []
        if runs:
            self._put(Paragraph(runs, level, self._number))
            self._number = ""

    def forget(self) -> None:
        """Nothing of what was added is wanted."""
        self._done, self._pieces, self._number = [], [], ""
        self._rows = [_Row([[] for _ in row.cells]) for row in self._rows]

    def begin_row(self) -> None:
        """A row of a table begins."""
        self.end_paragraph()
        self._rows.append(_Row())

    def begin_cell(self) -> None:
        """A cell of the row begins."""
        self.end_paragraph()
        if self._rows:
            self._rows[-1].cells.append([])

    def end_row(self) -> None:
        """The row ends: it is one paragraph, or as many as it has where the table only lays out the page."""
        self.end_paragraph()
        if self._rows:
            for paragraph in of_row(self._rows.pop().cells):
                self._put(paragraph)

    def finish(self) -> tuple[Paragraph, ...]:
        """All paragraphs."""
        self.end_paragraph()
        while self._rows:
            self.end_row()
        return tuple(self._done)

    def _put(self, paragraph: Paragraph) -> None:
        cells = next((row.cells for row in reversed(self._rows) if row.cells), None)
        (cells[-1] if cells else self._done).append(paragraph)


def _laid_out(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """The pieces as a browser shows them: blanks run together, none around lines, empty lines left out."""
    lines: list[list[Run]] = [[]]
    for run in pieces:
        if FORCED_LINE_END not in run.text:
            lines[-1].append(run)
            continue
        first, *others = run.text.split(FORCED_LINE_END)
        lines[-1].append(Run(first, run.bold))
        lines += [[Run(text, run.bold)] for text in others]
    texts = [text for line in lines if (text := _stripped(_line(line)))]
    return merged(strung(texts, FORCED_LINE_END))


def _line(pieces: Iterable[Run]) -> list[Run]:
    """A line end of the source between two wide characters is nothing, as CSS has it; elsewhere it is a blank."""
    found: list[Run] = []
    blanks = ""
    for run in pieces:
        for token in _BLANKS.split(run.text):
            if not token or _BLANKS.fullmatch(token):
                blanks += token
                continue
            if found and blanks and not _runs_together(found[-1].text[-1], blanks, token[0]):
                found.append(Run(" ", found[-1].bold and run.bold))
            blanks = ""
            found.append(Run(token, run.bold))
    return found


def _runs_together(before: str, blanks: str, after: str) -> bool:
    wide = all(unicodedata.east_asian_width(char) in "WF" for char in (before, after))
    return wide and "\n" in blanks and "\xa0" not in blanks


def _stripped(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs without what is not seen at their ends."""
    left = list(merged(runs))
    while left and not left[0].text.strip(BLANKS):
        del left[0]
    while left and not left[-1].text.strip(BLANKS):
        del left[-1]
    if left:
        left[0] = Run(left[0].text.lstrip(BLANKS), left[0].bold)
        left[-1] = Run(left[-1].text.rstrip(BLANKS), left[-1].bold)
    return tuple(left)
