"""Paragraphs that hold several lines are cut where strong marks stand; what comes out are the lines of the text.

A cut is made: at forced line ends; around a salutation with its colon; after a title that is known or stands
before a blank; before headings that run on inside running text; around watermarks; where the writer set a role.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.core.draft import FORCED_LINE_END
from app.importing.glued_head import after_title, around_salutation, behind_label, head_parts
from app.importing.lines import Line
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Fixed, Place, Role
from app.importing.residue import garbage, is_garbage, residue_at_edge
from app.importing.running import Series, running_cuts
from app.importing.said import BLANKS
from app.importing.salutation import salutation_length

_STOPS = re.compile("[。；！？：:]")
_LONG = 45
_RUNNING = 60
"""A line shorter than this holds no two headings."""


def glued(
    paragraphs: Sequence[Paragraph], fixed: Fixed, has_title: bool = True
) -> tuple[list[Line], frozenset[Place]]:
    """The lines that stand in the paragraphs, without blanks around them, and which of them begin at a guess.

    Without a title, as in a stretch of a speech, none is parted from what stands behind it: 「单位　任务」 is a row.
    """
    cutter = _Cutter(has_title)
    lines: list[Line] = []
    guessed: set[Place] = set()
    by_paragraph: dict[int, list[int]] = {}
    for paragraph, offset in fixed:
        by_paragraph.setdefault(paragraph, []).append(offset)
    for index, paragraph in enumerate(paragraphs):
        cuts, guesses = cutter.cuts(paragraph)
        offsets = sorted({0, *cuts, *by_paragraph.get(index, ())})
        guessed |= {(index, at) for at in guesses}
        lines += _lines(index, paragraph, offsets, fixed)
    return lines, frozenset(guessed)


class _Cutter:
    """Goes through the paragraphs in order: whether the head has ended, and how far the numbers came, counts."""

    def __init__(self, has_title: bool) -> None:
        self._series = Series()
        self._in_head, self._has_title = True, has_title
        self._titles: list[str] = []

    def cuts(self, paragraph: Paragraph) -> tuple[set[int], set[int]]:
        """Where lines of a paragraph begin, and which of these places are guesses."""
        text = paragraph.text
        if paragraph.level is not None:
            self._titles.append(text)
            return set(), set()
        cuts: set[int] = set()
        guesses: set[int] = set()
        for start, stop in _segments(text):
            cuts.add(start)
            for at, ends in _parts_of(start, stop, _around_watermark(text[start:stop])):
                head = self._head_cuts(text[at:ends])
                cuts |= {at, *(at + cut for cut in head)}
                begin = at + max(head, default=0)
                found, guessed = self._running(text[begin:ends])
                cuts |= {begin + cut for cut in (*found, *guessed)}
                guesses |= {begin + cut for cut in guessed}
        return cuts, guesses

    def _running(self, text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        if len(text) >= _RUNNING:
            return running_cuts(text, self._series)
        self._series.meet(text)
        return (), ()

    def _head_cuts(self, text: str) -> set[int]:
        if not self._in_head or not text:
            return set()
        if self._has_title and (at := behind_label(text)):
            return {at}
        if residue_at_edge(text):
            return set()
        if cuts := around_salutation(text):
            self._in_head = False
            return cuts - {0, len(text)}
        if salutation_length(text):
            self._in_head = False
            return set()
        if len(text) > _LONG and _STOPS.search(text):
            self._in_head = False
            return after_title(text, self._titles) if self._has_title else set()
        self._titles.append(text)
        return (head_parts(text) or set()) if self._has_title else set()


def _segments(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for segment in text.split(FORCED_LINE_END):
        yield start, start + len(segment)
        start += len(segment) + 1


def _around_watermark(text: str) -> set[int]:
    if is_garbage(text):
        return set()
    return {at for span in garbage(text) for at in span if 0 < at < len(text)}


def _parts_of(start: int, stop: int, cuts: set[int]) -> Iterator[tuple[int, int]]:
    places = [start, *(start + cut for cut in sorted(cuts)), stop]
    yield from pairwise(places)


def _lines(index: int, paragraph: Paragraph, offsets: Sequence[int], fixed: Fixed) -> Iterator[Line]:
    text = paragraph.text
    first = True
    role: Role | None = None
    for start, stop in zip(offsets, [*offsets[1:], len(text)], strict=True):
        stretch = text[start:stop]
        begin = start + len(stretch) - len(stretch.lstrip(BLANKS))
        end = start + len(stretch.rstrip(BLANKS))
        role = fixed.get((index, start), fixed.get((index, begin), role if first else None))
        if begin >= end:
            # Blanks before the first line are its own, and so is a role that was set where they begin.
            continue
        yield Line(
            index,
            begin,
            end,
            text[begin:end],
            level=paragraph.level,
            computed=paragraph.number if first else "",
            style=paragraph.style,
            bold_lead=_bold_from(paragraph, begin),
            blank_before=paragraph.blank_before if first else 0,
            fixed=role,
        )
        first = False


def _bold_from(paragraph: Paragraph, start: int) -> int:
    """How many characters from a place on are bold without a break."""
    at = bold = 0
    for run in paragraph.runs:
        stop = at + len(run.text)
        if stop > start:
            if not run.bold:
                break
            bold = stop - start
        at = stop
    return bold
