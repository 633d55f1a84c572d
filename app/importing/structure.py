"""Which stretch of a source is what: paragraphs become pieces that cover all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from app.core.kinds import JOINABLE, NUMBERED
from app.importing.body import body_pieces
from app.importing.frame import framed
from app.importing.glue import glued
from app.importing.lines import Line
from app.importing.own import own_pieces
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Fixed, Piece, Place
from app.importing.report import Fate

_NONE: Fixed = MappingProxyType({})
_GUESSED = 0.5


def structure(paragraphs: Sequence[Paragraph], fixed: Fixed = _NONE) -> tuple[Piece, ...]:
    """The pieces of the paragraphs, in order; those of a paragraph are its whole text (pieces.Piece).

    `fixed` roles are as the writer set them, and the rest is recognised around them; a place that is none of a
    piece's cuts the piece there. Lines broken in mid-sentence are to be `rejoined` before.
    """
    own = own_pieces(paragraphs)
    hints = {piece.place: piece.role for found in own.values() for piece in found if piece.own}
    for index in {index for index, _ in fixed} & own.keys():
        del own[index]
    if len(own) == len(paragraphs):
        return tuple(chain.from_iterable(own.values()))
    fixed = {**hints, **fixed}
    lines, guessed = glued(paragraphs, fixed)
    frame = framed(lines, paragraphs)
    body = [at for at in range(len(lines)) if at not in frame.said]
    found = dict(zip(body, body_pieces([lines[at] for at in body], frame.contents), strict=True))
    pieces: list[Piece] = []
    for at, line in enumerate(lines):
        if said := frame.said.get(at):
            pieces.append(
                Piece(line.paragraph, line.start, line.stop, said.role, said.confidence, said.reason)
            )
        else:
            pieces += (_as_cut(piece, line, lines[at - 1] if at else None, guessed) for piece in found[at])
    return tuple(covering(paragraphs, _with_own(pieces, own) if hints else pieces, fixed))


def _with_own(pieces: Iterable[Piece], own: Mapping[int, Sequence[Piece]]) -> Iterator[Piece]:
    """Pieces with those of exported paragraphs as they are, and no heading or point put in for one that was deleted."""
    for piece in pieces:
        if piece.paragraph not in own and not (piece.inserted and piece.role in NUMBERED):
            yield piece
    yield from chain.from_iterable(own.values())


def _as_cut(piece: Piece, line: Line, before: Line | None, guessed: frozenset[Place]) -> Piece:
    """A piece that begins at a guess is unsure; one that begins where only the writer cut runs on."""
    if piece.start != line.start or piece.inserted:
        return piece
    if piece.place in guessed:
        return replace(
            piece, confidence=min(piece.confidence, _GUESSED), reason="标题与正文连写，在此处断开，请核对"
        )
    inside = line.fixed is not None and before is not None and before.paragraph == line.paragraph
    return replace(piece, joined=True) if inside and piece.role in JOINABLE else piece


def covering(paragraphs: Sequence[Paragraph], pieces: Iterable[Piece], fixed: Fixed) -> list[Piece]:
    """The pieces of lines, so that they are all the text: blanks behind a piece are its own, before the first as well."""
    of: list[list[Piece]] = [[] for _ in paragraphs]
    for piece in pieces:
        of[piece.paragraph].append(piece)
    covered: list[Piece] = []
    for index, (paragraph, found) in enumerate(zip(paragraphs, of, strict=True)):
        length = len(paragraph.text)
        if length and not any(piece.start < piece.stop for piece in found):
            found.append(Piece(index, 0, length, fixed.get((index, 0), Fate.RESIDUE), 1.0, "只有空白"))
        covered += _filled(found, length)
    return covered


def _filled(pieces: Sequence[Piece], length: int) -> list[Piece]:
    filled: list[Piece] = []
    stop, first = length, min((piece.start for piece in pieces if not piece.inserted), default=0)
    for piece in reversed(pieces):
        if piece.inserted:
            filled.append(replace(piece, start=stop, stop=stop))
            continue
        lead = first if piece.start == first else 0
        number = piece.number + lead if piece.number else 0
        filled.append(replace(piece, start=piece.start - lead, stop=stop, number=number))
        stop = piece.start - lead
    return filled[::-1]
