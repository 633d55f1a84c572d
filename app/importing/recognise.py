"""Any speech becomes a draft: `paragraphs → Draft + report`, with what was said of each stretch (README)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.core.draft import Draft
from app.core.ids import NewId, random_id
from app.core.kinds import HEADINGS, Kind
from app.core.lead import heading_text, lead_lengths
from app.importing.assemble import assembled
from app.importing.body import body_pieces
from app.importing.glue import glued
from app.importing.layers import Section, layers
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Fixed, Piece
from app.importing.rejoining import rejoined
from app.importing.report import Report
from app.importing.structure import covering, structure

_NONE: Fixed = MappingProxyType({})
_SAMPLE = 300
"""How much of the text under a heading tells of its layer, in characters."""
_SURE = 0.5
"""With how much probability a layer is taken for the section's."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The draft that was recognised, what became of all that is not in it, and how each stretch was read.

    `pieces` are of `paragraphs`: those that were given, with lines that were broken in mid-sentence rejoined
    (`joins` of them). `layers` are the probabilities with which h1 blocks, by id, are of their sections' layers.
    """

    draft: Draft
    report: Report
    pieces: tuple[Piece, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    joins: int = 0
    layers: tuple[tuple[str, float], ...] = ()


def recognise(paragraphs: Sequence[Paragraph], fixed: Fixed = _NONE, new_id: NewId = random_id) -> Recognised:
    """The speech that these paragraphs are. Every visible character is in its draft or in the report.

    `fixed` are roles that the writer set, by place in the `paragraphs` of what was recognised before; the rest is
    recognised around them.
    """
    whole = rejoined(paragraphs)
    return replace(recognise_rejoined(whole.paragraphs, fixed, new_id), joins=whole.joins)


def recognise_rejoined(
    paragraphs: Sequence[Paragraph], fixed: Fixed = _NONE, new_id: NewId = random_id
) -> Recognised:
    """As `recognise`, of paragraphs of which none is broken in mid-sentence: pieces are of these."""
    pieces = structure(paragraphs, fixed)
    draft, report = assembled(paragraphs, pieces, new_id)
    draft, sure = _with_layers(draft)
    return Recognised(draft, report, pieces, tuple(paragraphs), layers=sure)


def recognise_part(paragraphs: Sequence[Paragraph], new_id: NewId = random_id) -> Recognised:
    """The blocks that a stretch of a speech is: no head is looked for, nothing is residue, no layer is guessed.

    Nothing is put in that the stretch lacks: points whose first was not copied with them stay text.
    """
    lines, _ = glued(paragraphs, _NONE, has_title=False)
    found = (piece for pieces in body_pieces(lines) for piece in pieces)
    pieces = tuple(covering(paragraphs, _as_they_stand(found), _NONE))
    draft, report = assembled(paragraphs, pieces, new_id)
    return Recognised(draft, report, pieces, tuple(paragraphs))


def _as_they_stand(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces without those that are put in, and without points that would be numbered from one instead."""
    cut_off: set[str] = set()
    for piece in pieces:
        if piece.inserted:
            cut_off |= {piece.marker} if piece.role is Kind.POINT else set()
        elif piece.role is Kind.POINT and piece.marker in cut_off and piece.ordinal > 1:
            yield replace(piece, role=Kind.BODY, number=0, ordinal=0, marker="")
        else:
            cut_off -= {piece.marker}
            yield piece


def _with_layers(draft: Draft) -> tuple[Draft, tuple[tuple[str, float], ...]]:
    """The draft with the layers of its first-level sections, as surely as they can be told."""
    leads = lead_lengths(draft.blocks)
    heads = [at for at, block in enumerate(draft.blocks) if block.kind is Kind.H1]
    guesses = layers([Section(heading_text(draft.blocks[at], leads[at]), _sample(draft, at)) for at in heads])
    blocks = list(draft.blocks)
    sure: list[tuple[str, float]] = []
    for at, guess in zip(heads, guesses, strict=True):
        section = blocks[at].section
        if guess is not None and section is not None:
            sure.append((blocks[at].id, guess.probability))
            if guess.probability >= _SURE:
                blocks[at] = replace(blocks[at], section=replace(section, layer=guess.layer))
    return replace(draft, blocks=tuple(blocks)), tuple(sure)


def _sample(draft: Draft, at: int) -> str:
    """The beginning of a section, lower headings with it."""
    found = [draft.blocks[at].text]
    for block in draft.blocks[at + 1 :]:
        if block.kind is HEADINGS[0] or sum(map(len, found)) >= _SAMPLE:
            break
        found.append(block.text)
    return "".join(found)[:_SAMPLE]
