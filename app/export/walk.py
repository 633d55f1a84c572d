"""One walk over a draft: its printed paragraphs, for every writer.

A printed paragraph is a block and the joined blocks after it. Empty blocks are left out, numbers are
put in, leads are parted from the text after them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.draft import Block, Draft, Run
from app.core.kinds import HEAD_KINDS, HEADINGS, NUMBERED, Kind
from app.core.lead import lead_length
from app.core.numbering import numbers

_STAND_ALONE = (*HEAD_KINDS, Kind.PART)
"""Kinds whose paragraph takes no joined blocks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block in print. `lead` is the heading part; a block without number is all `rest`."""

    block: Block
    number: str
    """As it prints; empty without number."""
    lead: tuple[Run, ...]
    rest: tuple[Run, ...]
    bold_lead: bool
    """Whether number and lead of a point are set bold."""

    @property
    def text(self) -> str:
        """What prints, number included."""
        return self.number + self.block.text


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """What stands between two paragraph marks. Its first piece is of the paragraph's kind."""

    pieces: tuple[Piece, ...]
    run_in: bool
    """Whether it is a heading whose lead ends before the paragraph does."""
    last_of_signoff: bool

    @property
    def kind(self) -> Kind:
        """The kind of the first block, which decides the style."""
        return self.pieces[0].block.kind

    @property
    def text(self) -> str:
        """What prints, number included."""
        return "".join(piece.text for piece in self.pieces)


def printed_paragraphs(draft: Draft, bold_point_leads: bool = False) -> Iterator[PrintedParagraph]:
    """The paragraphs of a draft in order, `bold_point_leads` with the first sentences of points set bold."""
    blocks = [block for block in draft.blocks if block.runs]
    last_signoff = next((block.id for block in reversed(blocks) if block.kind is Kind.SIGNOFF), "")
    group: list[Piece] = []
    for piece in _pieces(blocks, bold_point_leads):
        if group and not (piece.block.joined and group[-1].block.kind not in _STAND_ALONE):
            yield _paragraph(group, last_signoff)
            group = []
        group.append(piece)
    if group:
        yield _paragraph(group, last_signoff)


def _pieces(blocks: Sequence[Block], bold_point_leads: bool) -> Iterator[Piece]:
    """The blocks, none of them empty, with number and lead."""
    printed = zip(blocks, numbers(blocks), (*blocks[1:], None), strict=False)
    for block, number, after in printed:
        if block.kind not in NUMBERED:
            yield Piece(block, "", (), block.runs, bold_lead=False)
            continue
        runs_on = after is not None and after.joined
        lead, rest = _parted(block.runs, lead_length(block, runs_on))
        goes_on = bool(rest) or (runs_on and after is not None and after.kind is Kind.BODY)
        bold_lead = bold_point_leads and goes_on and block.kind is Kind.POINT and bool(lead)
        yield Piece(block, number, lead, rest, bold_lead)


def _parted(runs: tuple[Run, ...], offset: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Runs before and after a character offset, which is never inside a placeholder."""
    for index, run in enumerate(runs):
        if offset <= 0:
            return runs[:index], runs[index:]
        if offset < len(run.text):
            head, tail = (
                Run(text, run.bold, run.bind, run.placeholder, run.query, run.comment)
                for text in (run.text[:offset], run.text[offset:])
            )
            return (*runs[:index], head), (tail, *runs[index + 1 :])
        offset -= len(run.text)
    return runs, ()


def _paragraph(group: Sequence[Piece], last_signoff: str) -> PrintedParagraph:
    first = group[0]
    run_in = first.block.kind in HEADINGS and (bool(first.rest) or len(group) > 1)
    return PrintedParagraph(tuple(group), run_in, first.block.id == last_signoff)
