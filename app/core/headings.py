"""The headings of one level side by side, and the plan that writes them back.

A heading here is what the outline shows of a block: its lead without the end punctuation. Writing it back
leaves end punctuation, run-in text, kind and id alone, and of the marks those outside what was changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.bare import without_number
from app.core.draft import Block, Draft, Run, cut_runs, joined_runs, merged, plain_runs
from app.core.ids import NewId, random_id
from app.core.kinds import HEADINGS, NUMBERED, Kind, heading_rank
from app.core.lead import heading_text, lead_length, run_on
from app.core.numbering import numbers
from app.core.plan import Plan
from app.core.series import series
from app.core.structure import plan_of
from app.core.text import clean_text

LEVELS: tuple[Kind, ...] = NUMBERED
"""The kinds of which headings can be looked at side by side."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its block's id, its number as printed, its text without number and end punctuation."""

    block: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Headings of one level under one parent; points of one series. `parent` is empty where there is none."""

    parent: str
    headings: tuple[Heading, ...]


def groups(draft: Draft, level: Kind) -> tuple[Group, ...]:
    """The headings of a level by what stands above them, in reading order. Empty headings are none."""
    blocks = draft.blocks
    printed, goes_on = numbers(blocks), run_on(blocks)
    texts = [heading_text(block, lead_length(block, on)) for block, on in zip(blocks, goes_on, strict=True)]
    found: list[Group] = []
    for parent, members in _members(blocks, level):
        headings = tuple(Heading(blocks[at].id, printed[at], texts[at]) for at in members)
        found.append(Group("" if parent is None else printed[parent] + texts[parent], headings))
    return tuple(found)


def _members(blocks: Sequence[Block], level: Kind) -> list[tuple[int | None, list[int]]]:
    """Parent and members of each group, as block indices."""
    parents = _parents(blocks)
    if level is Kind.POINT:
        return [(parents[points[0]], list(points)) for points in series(blocks)]
    found: list[tuple[int | None, list[int]]] = []
    for index, block in enumerate(blocks):
        if block.kind is level and block.runs:
            if not found or found[-1][0] != parents[index]:
                found.append((parents[index], []))
            found[-1][1].append(index)
    return found


def _parents(blocks: Sequence[Block]) -> list[int | None]:
    """For each block the nearest heading or part above it that stands higher."""
    above: list[int] = []
    parents: list[int | None] = []
    for index, block in enumerate(blocks):
        rank = heading_rank(block.kind)
        open_ = [at for at in above if heading_rank(blocks[at].kind) < rank]
        parents.append(open_[-1] if open_ else None)
        if block.runs and (block.kind is Kind.PART or block.kind in HEADINGS):
            above = [*open_, index]
    return parents


def with_headings(draft: Draft, texts: Mapping[str, str], new_id: NewId = random_id) -> Plan:
    """Write headings back, by block id; an empty text leaves its heading as it is, a number before it goes.

    End punctuation typed where the heading has its own is dropped; a 。！？ typed within ends the lead there.
    """
    goes_on = run_on(draft.blocks)
    blocks = [
        _renamed(block, texts[block.id], on) if block.id in texts else block
        for block, on in zip(draft.blocks, goes_on, strict=True)
    ]
    return plan_of("改标题", draft, blocks, new_id)


def _renamed(block: Block, text: str, goes_on: bool) -> Block:
    length = lead_length(block, goes_on)
    old = heading_text(block, length)
    wanted = _unnumbered(clean_text(text, block.kind).strip(), block)
    start = block.text.find(old)
    if not wanted or wanted == old:
        return block
    has_end = bool(block.text[start + len(old) : length or None].strip())
    if has_end:
        wanted = heading_text(Block("", runs=(Run(wanted),)), 0) or wanted
    return replace(block, runs=_changed(block.runs, start, old, wanted))


def _unnumbered(text: str, block: Block) -> str:
    """What was typed for a heading, without the number typed along; one of other points stays, as words do."""
    bare = without_number(replace(block, runs=plain_runs(text), marker=""), block.kind, goes_on=True)
    return bare.text if block.kind in NUMBERED and bare.marker in ("", block.marker) else text


def _changed(runs: Sequence[Run], start: int, old: str, new: str) -> tuple[Run, ...]:
    """Runs in which `old` at `start` became `new`; what both begin and end with is not touched."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return _spliced(runs, start + head, start + len(old) - tail, new[head : len(new) - tail])


def _spliced(runs: Sequence[Run], start: int, stop: int, text: str) -> tuple[Run, ...]:
    """Text in the place of a stretch. It takes the marks of the one run that it changes, else it has none.

    A binding or placeholder is changed only from within: at its edges, and over all of it, text is plain.
    """
    at = 0
    for index, run in enumerate(runs):
        end = at + len(run.text)
        inside = at < start and stop < end
        over = at <= start < stop <= end and run.bind is None and not run.placeholder
        if inside or over:
            changed = replace(run, text=run.text[: start - at] + text + run.text[stop - at :])
            return merged([*runs[:index], changed, *runs[index + 1 :]])
        at = end
    head, rest = cut_runs(runs, start)
    tail = cut_runs(rest, stop - start)[1]
    return merged([*head, Run(text), *tail]) if text else joined_runs(head, tail)
