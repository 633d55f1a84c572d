"""The text of one paragraph while it is gathered."""

from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter

from app.core.draft import FORCED_LINE_END
from app.core.kinds import Kind
from app.core.text import BLANKS
from app.importing.report import Fate, Item
from app.importing.word.changes import Revision
from app.importing.word.names import Element
from app.importing.word.notes import Remark
from app.importing.word.runs import Marks, Piece

_UNSEEN = BLANKS + FORCED_LINE_END
_MOST_BACK = 100
"""Pieces of blanks beyond which nobody looks for the text that a note is about."""


class Line:
    """Pieces of text with their marks, and what else was met between them."""

    __slots__ = ("anchors", "boxes", "leads", "length", "pieces", "size", "untaken")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.length = 0
        # Half points of the first piece, where it says so itself; else 0.
        self.size = 0
        # Blocks of ours: the place in the text where each begins, its id, its bookmark, its kind if told.
        self.anchors: list[tuple[int, str, str, Kind | None]] = []
        # Where stretches begin and end that are set as leads in styles of ours.
        self.leads: list[int] = []
        # Text boxes, and the change that held where they stood.
        self.boxes: list[tuple[Element, Revision]] = []
        # What is not taken, by why and where.
        self.untaken: list[tuple[tuple[Fate, int], str]] = []

    def begin_block(self, bookmark: str, name: str, kind: Kind | None) -> None:
        """A block of ours begins here; its kind is told where styles do not tell it."""
        self.anchors.append((self.length, name, bookmark, kind))

    def end_block(self, bookmark: str) -> None:
        """A bookmark ends; a block of which there is no text was deleted."""
        if self.anchors and self.anchors[-1][0] == self.length:
            self.anchors = [each for each in self.anchors if each[0] < self.length or each[2] != bookmark]

    def take_blocks(self, line: "Line") -> None:
        """Blocks that began in a line without text begin in this one."""
        self.anchors += ((0, *each[1:]) for each in line.anchors)

    def lose(self, text: str, fate: Fate) -> None:
        """Text that stands here and is not taken."""
        self.untaken.append(((fate, self.length), text))

    def lost(self) -> Iterator[Item]:
        """What was not taken, a stretch at a time."""
        for (fate, _), group in groupby(self.untaken, key=itemgetter(0)):
            text = "".join([text for _, text in group]).strip(BLANKS)
            if text:
                yield Item(fate, text)

    def last_seen(self, since: int = 0) -> int | None:
        """The place of the last character since then that can be seen; None where there is none."""
        at = self.length
        for text, _ in islice(reversed(self.pieces), _MOST_BACK):
            if at <= since:
                return None
            at -= len(text)
            place = at + len(text.rstrip(_UNSEEN)) - 1
            if place >= max(at, since):
                return place
        return None

    def remark(self, start: int, remark: Remark) -> None:
        """Say something of the text from that place on."""
        at = self.length
        tail: list[Piece] = []
        while self.pieces and at > start:
            text, marks = self.pieces.pop()
            at -= len(text)
            if at < start:
                self.pieces.append((text[: start - at], marks))
                text = text[start - at :]
            tail.append((text, _remarked(marks, remark)))
        self.pieces += reversed(tail)


def _remarked(marks: Marks, remark: Remark) -> Marks:
    comment = "\n".join(filter(None, (marks.comment, remark.text)))
    return Marks(marks.bold, marks.query or remark.query, comment)
