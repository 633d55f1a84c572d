"""Which block each paragraph is: `paragraphs → Draft + report`.

The signature stands; what is behind it will look at the whole document (head, layers, points within a
paragraph). For now: levels that the source marks, and numbers at the start of a line that lead on.
A number by itself proves nothing (「二、三产业……」): it must be the first, or run on with its neighbour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.core.draft import FORCED_LINE_END, Block, Draft, Run, merged
from app.core.ids import NewId, random_id
from app.core.kinds import HEADINGS, NUMBERED, Kind, heading_rank
from app.core.lead import lead_length
from app.core.numerals import chinese
from app.core.repair import repaired
from app.core.structure import split_runs
from app.importing.numbers import TypedNumber, typed_number
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Piece
from app.importing.report import Fate, Item, Report


@dataclass(frozen=True, slots=True)
class Recognised:
    """The draft that was recognised, and what became of all that is not in it."""

    draft: Draft
    report: Report
    pieces: tuple[Piece, ...] = ()
    """What was said of each stretch of the source, in its order."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line on its way to a block. `text` begins with the computed number where there is one."""

    runs: tuple[Run, ...]
    level: int | None
    line: int | None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def recognise(paragraphs: Sequence[Paragraph], new_id: NewId = random_id) -> Recognised:
    """The draft that these paragraphs are. Every visible character is in it or in the report."""
    lines = [line for paragraph in paragraphs for line in _lines(paragraph)]
    numbers = _leading_on(lines)
    blocks: list[Block] = []
    items: list[Item] = []
    begun: set[tuple[Kind, str]] = set()
    for line, number in zip(lines, numbers, strict=True):
        if number is not None:
            items.append(Item(Fate.NUMBER, line.text[: number.length].strip(), line.line))
        block = _block(line, number, new_id())
        blocks.append(replace(block, restart=_restarts(block, number, begun)))
    return Recognised(repaired(Draft(blocks=tuple(blocks)), new_id), Report(tuple(items)))


def _lines(paragraph: Paragraph) -> Iterator[_Line]:
    """The lines of a paragraph: each is a block, but those of a heading that the source marks are one."""
    runs = merged([Run(paragraph.number), *paragraph.runs])
    if paragraph.level is not None:
        yield _Line(_on_one_line(runs), paragraph.level, paragraph.line)
        return
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split(FORCED_LINE_END)
        line.append(replace(run, text=first))
        for text in others:
            yield from _line(line, paragraph.line)
            line = [replace(run, text=text)]
    yield from _line(line, paragraph.line)


def _line(runs: Sequence[Run], line: int | None) -> Iterator[_Line]:
    found = merged(runs)
    if found:
        yield _Line(found, None, line)


def _on_one_line(runs: Sequence[Run]) -> tuple[Run, ...]:
    text = "".join(run.text for run in runs)
    between = " " if text.replace(FORCED_LINE_END, "").isascii() else ""
    return merged(replace(run, text=run.text.replace(FORCED_LINE_END, between)) for run in runs)


def _leading_on(lines: Sequence[_Line]) -> list[TypedNumber | None]:
    """The number of each line where it is one: the first, or the next after or before another of its series."""
    found = [_number(line) for line in lines]
    result: list[TypedNumber | None] = []
    points: dict[str, int] = {}
    for at, (line, number) in enumerate(zip(lines, found, strict=True)):
        if number is None:
            leads = False
        elif number.kind is Kind.POINT:
            # 二是 without its 一是 at a line of its own would become 一是: it stays text.
            leads = number.ordinal in (1, points.get(number.marker, 0) + 1)
        else:
            leads = line.level is not None or _heads(found, at)
        result.append(number if leads else None)
        if number is not None and leads and number.kind is Kind.POINT:
            points[number.marker] = number.ordinal
        elif leads or line.level is not None:
            points.clear()
    return result


def _heads(found: Sequence[TypedNumber | None], at: int) -> bool:
    """Whether the number of a line leads a heading; a section that was cut out begins where it begins."""
    number = found[at]
    assert number is not None
    return (
        number.ordinal == 1
        or (at == 0 and len(found) > 1)
        or _neighbour(found, at, -1) == number.ordinal - 1
        or _neighbour(found, at, 1) == number.ordinal + 1
    )


def _number(line: _Line) -> TypedNumber | None:
    number = typed_number(line.text)
    if number is None or (line.level is not None and number.kind is Kind.POINT):
        return None
    if number.kind is Kind.POINT:
        following = f"{chinese(number.ordinal + 1)}{number.marker}"
        # A series within one paragraph stays as it is: half of it numbered by the program would be worse.
        return None if following in line.text[number.length :] else number
    return number


def _neighbour(found: Sequence[TypedNumber | None], at: int, step: int) -> int | None:
    """The ordinal of the next number of the same series before or after a line, under the same heading."""
    here = found[at]
    assert here is not None
    index = at + step
    while 0 <= index < len(found):
        other = found[index]
        if other is not None and (other.kind, other.marker) == (here.kind, here.marker):
            return other.ordinal
        if other is not None and heading_rank(other.kind) < heading_rank(here.kind):
            return None
        index += step
    return None


def _block(line: _Line, number: TypedNumber | None, block_id: str) -> Block:
    runs = split_runs(line.runs, number.length if number else 0)[1]
    block = Block(block_id, _kind(line, number), runs, marker=number.marker if number else "")
    return _without_bold_lead(block) if block.kind in NUMBERED else block


def _kind(line: _Line, number: TypedNumber | None) -> Kind:
    """一、 and （一） say more than the level of a page, whose first is often that of its title; 1. and （1） do not."""
    if line.level is None:
        return Kind.BODY if number is None else number.kind
    if number is not None and number.kind in (Kind.H1, Kind.H2):
        return number.kind
    return HEADINGS[line.level - 1]


def _without_bold_lead(block: Block) -> Block:
    """A heading is set bold by its kind: that its lead was bold in the source is no mark of the writer's."""
    lead, rest = split_runs(block.runs, lead_length(block, runs_on=False))
    if not all(run.bold for run in lead):
        return block
    return replace(block, runs=merged([*(replace(run, bold=False) for run in lead), *rest]))


def _restarts(block: Block, number: TypedNumber | None, begun: set[tuple[Kind, str]]) -> bool:
    """Whether a block begins its series anew where another would go on; `begun` are the series so far."""
    if block.kind not in NUMBERED:
        return False
    series = block.kind, block.marker
    again = number is not None and number.ordinal == 1 and number.kind is block.kind and series in begun
    rank = heading_rank(block.kind)
    begun -= {each for each in begun if heading_rank(each[0]) > rank}
    begun.add(series)
    return again
