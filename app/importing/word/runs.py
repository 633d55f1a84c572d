"""The text of a paragraph as it was gathered becomes runs, without blanks around its lines."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from app.core.draft import FORCED_LINE_END, Run
from app.core.text import BLANKS


class Marks(NamedTuple):
    """What is marked on text."""

    bold: bool = False
    query: bool = False
    comment: str = ""


PLAIN, BOLD = Marks(), Marks(bold=True)

Piece = tuple[str, Marks]


def runs_of(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """The pieces as runs; none where nothing of them can be seen."""
    if len(pieces) > 1:
        pieces = _joined(pieces)
    if len(pieces) == 1 and FORCED_LINE_END not in pieces[0][0]:
        text, marks = pieces[0]
        text = text.strip(BLANKS)
        return (_run(text, marks),) if text else ()
    spans = list(_spans("".join([text for text, _ in pieces])))
    kept: list[Piece] = []
    at = 0
    for text, marks in pieces:
        stays = _kept(text, at, spans)
        at += len(text)
        if stays:
            kept.append((stays, marks))
    return tuple([_run(text, marks) for text, marks in _joined(kept)])


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours with the same marks in one."""
    return [("".join([text for text, _ in group]), marks) for marks, group in groupby(pieces, itemgetter(1))]


def offsets_in(pieces: Sequence[Piece], places: Sequence[int]) -> list[int]:
    """Where places in the gathered text, in their order, are in that of its runs."""
    if not any(places):
        return [0] * len(places)
    spans = list(_spans("".join([text for text, _ in pieces])))
    found: list[int] = []
    at = passed = 0
    for place in places:
        while at < len(spans) and spans[at][1] <= place:
            passed += spans[at][1] - spans[at][0]
            at += 1
        found.append(passed + (max(place - spans[at][0], 0) if at < len(spans) else 0))
    return found


def _run(text: str, marks: Marks) -> Run:
    return Run(text, marks.bold, None, False, marks.query, marks.comment)


def _spans(whole: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that stay, each of them a line and the end of the line before it."""
    at, before = 0, -1
    for line in whole.split(FORCED_LINE_END):
        text = line.strip(BLANKS)
        if text:
            start = at + line.index(text)
            if before >= 0:
                yield before, before + 1
            yield start, start + len(text)
            before = at + len(line)
        at += len(line) + 1


def _kept(text: str, at: int, spans: Sequence[tuple[int, int]]) -> str:
    """What of a piece that begins at `at` is in one of the spans."""
    stop = at + len(text)
    kept: list[str] = []
    for index in range(bisect_right(spans, at, key=itemgetter(1)), len(spans)):
        start, end = spans[index]
        if start >= stop:
            break
        kept.append(text[max(start - at, 0) : end - at])
    return "".join(kept)
