"""The headings of one level side by side, and the plan that writes them back.

A heading here is what the outline shows of a block: its lead without the end punctuation. Writing it back
leaves end punctuation, run-in text, kind and id alone, and of the marks those outside what was changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.bare import without_number
from app.core.draft import PLACEHOLDER, Block, Draft, Run, merged, plain_runs
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
_WORD = "文"


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
    """Write headings back, by block id; nothing, or a bare number, leaves its heading as it is. A number before it goes.

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
    return replace(
        block, runs=_changed(block.runs, block.text[:start] + wanted + block.text[start + len(old) :])
    )


def _unnumbered(text: str, block: Block) -> str:
    """What was typed for a heading, without the number typed along, be it all; one of other points stays, as words do."""
    # A number with nothing behind it is taken for none, so something stands there meanwhile.
    runs = plain_runs(text + _WORD)
    bare = without_number(replace(block, runs=runs, marker=""), block.kind, goes_on=True)
    is_other = block.kind not in NUMBERED or bare.marker not in ("", block.marker)
    return text if is_other else bare.text.removesuffix(_WORD)


def _changed(runs: Sequence[Run], new: str) -> tuple[Run, ...]:
    """Runs that say a new text. What both begin and end with keeps its marks.

    A binding or placeholder is kept whole where its text is, and goes where it is not: no stub of it stays bound.
    """
    return merged(_rewritten(_pieces(runs), new))


def _pieces(runs: Sequence[Run]) -> list[Run]:
    """A binding or placeholder each as it is, so counted that no two are alike, and all other text by its letters."""
    pieces: list[Run] = []
    for at, run in enumerate(runs):
        if run.bind is not None:
            pieces.append(replace(run, bind=replace(run.bind, occurrence=at)))
        else:
            pieces += [run] if run.placeholder else [replace(run, text=letter) for letter in run.text]
    return pieces


def _rewritten(pieces: Sequence[Run], new: str) -> list[Run]:
    head, start = 0, 0
    while head < len(pieces) and new.startswith(pieces[head].text, start):
        start += len(pieces[head].text)
        head += 1
    tail, stop = len(pieces), len(new)
    while tail > head and new.endswith(pieces[tail - 1].text, start, stop):
        stop -= len(pieces[tail - 1].text)
        tail -= 1
    old, text = pieces[head:tail], new[start:stop]
    kept = next(
        (at for at, piece in enumerate(old) if _is_whole(piece) and _stands_once(piece, old, text)), None
    )
    if kept is not None:
        before, _, after = text.partition(old[kept].text)
        middle = [*_rewritten(old[:kept], before), old[kept], *_rewritten(old[kept + 1 :], after)]
    else:
        middle = _new_text(pieces[max(head - 1, 0) : head], old, pieces[tail : tail + 1], text)
    return [*pieces[:head], *middle, *pieces[tail:]]


def _is_whole(piece: Run) -> bool:
    return piece.bind is not None or piece.placeholder


def _stands_once(piece: Run, old: Sequence[Run], new: str) -> bool:
    """Whether a text is known again by itself: it is there once, before and after."""
    return new.count(piece.text) == 1 == "".join(each.text for each in old).count(piece.text)


def _new_text(before: Sequence[Run], old: Sequence[Run], after: Sequence[Run], text: str) -> list[Run]:
    """Text in the place of pieces. It takes the marks of the one run that it changes, else it has none.

    A placeholder in whose place another is typed stays one, of nothing.
    """
    around = old or [*before, *after]
    if len(old) == 1 and old[0].placeholder and PLACEHOLDER.fullmatch(text):
        return [replace(old[0], text=text, bind=None)]
    of_one = len({replace(piece, text="") for piece in around}) == 1 and (old or len(around) == 2)
    return [replace(around[0], text=text) if of_one and not _is_whole(around[0]) else Run(text)]
