"""A block as a row of runs with their places, and its plain stretches, in which something may be found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.draft import Block, Run

_PORTION = 300
_ENDS = "。；，！？"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run and the characters `start` to `stop` of its block that it is."""

    run: Run
    start: int
    stop: int

    @property
    def is_plain(self) -> bool:
        """Whether it is text that nothing is known of."""
        return self.run.bind is None and not self.run.placeholder


def pieces(block: Block) -> tuple[Piece, ...]:
    """The runs of a block in order."""
    found: list[Piece] = []
    at = 0
    for run in block.runs:
        found.append(Piece(run, at, at + len(run.text)))
        at += len(run.text)
    return tuple(found)


def portions(text: str, start: int) -> Iterator[tuple[int, str]]:
    """A text in portions of a few sentences, each with where it begins: words are looked for in one at a time."""
    at = 0
    while at < len(text):
        stop = len(text)
        if stop - at > _PORTION:
            ends = (text.rfind(mark, at, at + _PORTION) + 1 for mark in _ENDS)
            stop = max(*ends, 0) or at + _PORTION
            stop = stop if stop > at else at + _PORTION
        yield start + at, text[at:stop]
        at = stop


def plain_stretches(block: Block, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Where each stretch of plain text begins, and its text; bold or not is one, what is taken parts it."""
    text, at = block.text, 0
    fixed = [(piece.start, piece.stop) for piece in pieces(block) if not piece.is_plain]
    for start, stop in (*sorted([*fixed, *taken]), (len(text), len(text))):
        if at < start:
            yield at, text[at:start]
        at = max(at, stop)
