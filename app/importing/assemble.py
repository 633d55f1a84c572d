"""Pieces become blocks and items of the report: no step of it decides what anything is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from app.core.draft import FORCED_LINE_END, PLACEHOLDER, Block, Draft, Run, merged
from app.core.ids import NewId, random_id
from app.core.kinds import FORCED_LINES, NUMBERED, Kind, heading_rank
from app.core.lead import lead_length
from app.core.repair import repaired
from app.core.seams import TO_FILL
from app.core.structure import split_runs
from app.importing.cutting import Cut
from app.importing.own import is_own
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Piece
from app.importing.report import Fate, Item, Report
from app.importing.text import BLANKS


@dataclass(slots=True)
class _Parts:
    """The blocks and items so far, and which series of numbers have begun under the present headings."""

    placeholders: re.Pattern[str]
    blocks: list[Block] = field(default_factory=list[Block])
    items: list[Item] = field(default_factory=list[Item])
    begun: set[tuple[Kind, str]] = field(default_factory=set[tuple[Kind, str]])


def assembled(
    paragraphs: Sequence[Paragraph], pieces: Sequence[Piece], new_id: NewId = random_id
) -> tuple[Draft, Report]:
    """The draft that pieces make, and what of the source is not in its text.

    Lines of one title stand in one block. A number leaves the text of a numbered block and is in the report; of
    any other it stays. Where the number of a block begins at one again, so does the draft's.
    """
    parts = _Parts(PLACEHOLDER if is_own(paragraphs) else TO_FILL)
    cuts = [Cut(paragraph) for paragraph in paragraphs]
    for _, group in groupby(enumerate(pieces), key=lambda at: _group(at[0], at[1], pieces)):
        lines = [piece for _, piece in group]
        if isinstance(lines[0].role, Fate):
            parts.items += [_item(cuts[piece.paragraph], piece) for piece in lines]
        else:
            _add_block(parts, cuts, lines, new_id)
    draft = Draft(blocks=tuple(block for block in parts.blocks if block.runs))
    return repaired(draft, new_id), Report(tuple(item for item in parts.items if item.text))


def _group(at: int, piece: Piece, pieces: Sequence[Piece]) -> object:
    """Lines of one title, 副题 … that follow each other belong together; all else is by itself."""
    if piece.role in FORCED_LINES and piece.role is not Kind.BYLINE:
        return piece.role, _group_start(at, piece, pieces)
    return at


def _group_start(at: int, piece: Piece, pieces: Sequence[Piece]) -> int:
    while at > 0 and pieces[at - 1].role is piece.role:
        at -= 1
    return at


def _item(cut: Cut, piece: Piece) -> Item:
    assert isinstance(piece.role, Fate)
    number = cut.paragraph.number if piece.start == 0 else ""
    return Item(piece.role, (number + cut.text[piece.start : piece.stop]).strip(BLANKS), cut.paragraph.line)


def _add_block(parts: _Parts, cuts: Sequence[Cut], lines: Sequence[Piece], new_id: NewId) -> None:
    first = lines[0]
    assert isinstance(first.role, Kind)
    runs: list[Run] = []
    for piece in lines:
        parts.items += _numbers(cuts[piece.paragraph], piece)
        found = _trimmed(_runs(cuts[piece.paragraph], piece, parts.placeholders))
        runs += [Run(FORCED_LINE_END), *found] if runs and found else found
    block = Block(
        _known_id(cuts[first.paragraph].paragraph, first) or new_id(),
        first.role,
        merged(runs),
        marker=first.marker,
        joined=first.joined and bool(parts.blocks),
        lead=first.lead,
    )
    block = block if first.own else _without_bold_lead(block)
    parts.blocks.append(replace(block, restart=_restarts(block, first, parts.begun)))


def _numbers(cut: Cut, piece: Piece) -> Iterator[Item]:
    if piece.role in NUMBERED:
        computed = cut.paragraph.number if piece.start == 0 else ""
        typed = cut.text[piece.start : piece.start + piece.number]
        for number in (computed, typed):
            if number.strip(BLANKS):
                yield Item(Fate.NUMBER, number.strip(BLANKS), cut.paragraph.line)


def _runs(cut: Cut, piece: Piece, placeholders: re.Pattern[str]) -> list[Run]:
    """The runs of a piece: without its number where it is numbered, with the computed one where it is not.

    `placeholders` are what is to be filled in.
    """
    if piece.inserted:
        return [Run(piece.inserted, placeholder=True)]
    numbered = piece.role in NUMBERED
    runs = cut.runs(piece.start + piece.number if numbered else piece.start, piece.stop)
    if cut.paragraph.number and piece.start == 0 and not numbered:
        runs.insert(0, Run(cut.paragraph.number))
    runs = [each for run in runs for each in _with_placeholders(run, placeholders)]
    if piece.role in FORCED_LINES or FORCED_LINE_END not in cut.text[piece.start : piece.stop]:
        return runs
    return [replace(run, text=run.text.replace(FORCED_LINE_END, cut.between)) for run in runs]


def _with_placeholders(run: Run, pattern: re.Pattern[str]) -> Iterator[Run]:
    at = 0
    for match in pattern.finditer(run.text):
        yield replace(run, text=run.text[at : match.start()])
        yield replace(run, text=match.group(), placeholder=True)
        at = match.end()
    yield replace(run, text=run.text[at:])


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """Runs without blanks and line ends at their start and end."""
    found, blanks = list(runs), BLANKS + FORCED_LINE_END
    while found and not found[0].text.strip(blanks):
        del found[0]
    while found and not found[-1].text.strip(blanks):
        del found[-1]
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip(blanks))
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(blanks))
    return found


def _known_id(paragraph: Paragraph, piece: Piece) -> str:
    """The id of the block of ours that began where a piece begins; empty where none did."""
    within = (
        name for offset, name in paragraph.ids if piece.start <= offset < max(piece.stop, piece.start + 1)
    )
    return next(within, "")


def _without_bold_lead(block: Block) -> Block:
    """A heading is set bold by its kind: that its lead was bold in the source is no mark of the writer's."""
    if block.kind is Kind.BODY:
        return block
    length = lead_length(block, runs_on=False) if block.kind in NUMBERED else len(block.text)
    lead, rest = split_runs(block.runs, length)
    if not all(run.bold for run in lead):
        return block
    return replace(block, runs=merged([*(replace(run, bold=False) for run in lead), *rest]))


def _restarts(block: Block, piece: Piece, begun: set[tuple[Kind, str]]) -> bool:
    """Whether a block begins its series anew where another would go on; `begun` are the series so far."""
    if block.kind is Kind.PART:
        begun -= {each for each in begun if heading_rank(each[0]) > heading_rank(Kind.H1)}
    if block.kind not in NUMBERED:
        return False
    series = block.kind, block.marker
    again = piece.ordinal == 1 and series in begun
    rank = heading_rank(block.kind)
    begun -= {each for each in begun if heading_rank(each[0]) > rank}
    begun.add(series)
    return again
