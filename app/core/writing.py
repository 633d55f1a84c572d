"""What Return, Backspace and Delete do at the borders of blocks: `Draft → Plan` and where the cursor goes.

Qt's own Return copies kind and id, and wipes both on an empty line (facts/anchors.md §4); its Backspace
knows no numbers. Within a block the editor leaves typing to Qt.
"""

from dataclasses import dataclass, replace

from app.core.draft import FORCED_LINE_END, Block, Draft, Run, cut_runs, merged
from app.core.ids import NewId, random_id
from app.core.kinds import FORCED_LINES, HEAD_KINDS, NUMBERED, Kind
from app.core.place import Place
from app.core.plan import Plan
from app.core.seams import joined_runs
from app.core.structure import merge_with_next, runs_joined, set_kind, spliced, split, split_runs


@dataclass(frozen=True, slots=True)
class Stroke:
    """What a key does: a plan, empty where only the cursor moves, and where the cursor stands after it."""

    plan: Plan
    place: Place
    selected: int = 0
    """How many characters behind the place are selected then."""


_STILL = Plan("")
_SAME_AFTER = (Kind.POINT, Kind.BYLINE, Kind.SIGNOFF)
"""Kinds of which Return at the end makes another one."""


def return_at(draft: Draft, place: Place, new_id: NewId = random_id) -> Stroke:
    """Return. An empty point or heading becomes body; after a heading comes body; a title gets a second line."""
    block = draft.blocks[place.index]
    if not block.runs:
        return _return_on_empty(draft, place, new_id)
    if place.offset >= len(block.text):
        return _return_at_end(draft, place, new_id)
    if place.offset == 0:
        if block.kind in HEAD_KINDS:
            return Stroke(_STILL, place)
        return replace(_new_block(draft, place.index, new_id), place=Place(place.index + 1, 0))
    if block.kind in FORCED_LINES:
        return _forced_line_end(draft, place, new_id)
    kind = block.kind if block.kind in _SAME_AFTER else Kind.BODY
    return _at_new_block(draft, split(draft, place.index, place.offset, kind, new_id))


def _return_on_empty(draft: Draft, place: Place, new_id: NewId) -> Stroke:
    block = draft.blocks[place.index]
    if block.kind in HEAD_KINDS or (block.kind is Kind.BODY and not block.joined):
        return _return_at_end(draft, place, new_id)
    if block.kind is Kind.BODY:
        apart = replace(block, joined=False)
        return Stroke(spliced("另起", draft, place.index, place.index + 1, [apart], new_id), place)
    return Stroke(set_kind(draft, [place.index], Kind.BODY, new_id=new_id), place)


def _return_at_end(draft: Draft, place: Place, new_id: NewId) -> Stroke:
    block = draft.blocks[place.index]
    following = draft.blocks[place.index + 1] if place.index + 1 < len(draft.blocks) else None
    another_speaker = block.kind is Kind.BYLINE and bool(block.runs)
    if block.kind in HEAD_KINDS and not another_speaker and following and following.kind in HEAD_KINDS:
        return Stroke(_STILL, Place(place.index + 1, 0))
    if block.kind in _SAME_AFTER and (block.runs or block.kind is not Kind.BYLINE):
        return _new_block(draft, place.index + 1, new_id, like=block)
    return _new_block(draft, place.index + 1, new_id)


def _new_block(draft: Draft, at: int, new_id: NewId, like: Block | None = None) -> Stroke:
    """A new block before the block `at`: body, or of the kind, marker and join of another."""
    new = Block(new_id())
    if like is not None:
        new = replace(new, kind=like.kind, marker=like.marker, joined=like.joined)
    return _at_new_block(draft, spliced("分段", draft, at, at, [new], new_id))


def _at_new_block(draft: Draft, plan: Plan) -> Stroke:
    """The cursor goes to the start of the block that a plan makes."""
    known = {block.id for splice in plan.splices for block in draft.blocks[splice.start : splice.stop]}
    grown = 0
    for splice in plan.splices:
        for at, block in enumerate(splice.blocks, splice.start + grown):
            if block.id not in known:
                return Stroke(plan, Place(at, 0))
        grown += len(splice.blocks) - (splice.stop - splice.start)
    raise ValueError(plan)


def _forced_line_end(draft: Draft, place: Place, new_id: NewId) -> Stroke:
    block = draft.blocks[place.index]
    before, after = split_runs(block.runs, place.offset)
    made = replace(block, runs=merged([*before, Run(FORCED_LINE_END), *after]))
    plan = spliced("换行", draft, place.index, place.index + 1, [made], new_id)
    return Stroke(plan, Place(place.index, place.offset + 1))


def line_end_taken(draft: Draft, place: Place, new_id: NewId = random_id) -> Stroke:
    """Take out the forced line end at a place; what it parted is one again, as where two blocks are joined."""
    stop = Place(place.index, place.offset + len(FORCED_LINE_END))
    return _taken("并行", draft, place, stop, new_id)


def parting_taken(draft: Draft, start: Place, stop: Place, new_id: NewId = random_id) -> Stroke | None:
    """Take out a stretch with a line end that parted a value or placeholder, which is one again; None where none did."""
    block = draft.blocks[start.index]
    if start.index == stop.index and FORCED_LINE_END not in block.text[start.offset : stop.offset]:
        return None
    head, tail = _beside(draft, start, stop)
    if _runs_without(draft, start, stop) == joined_runs(merged(head), merged(tail)):
        return None
    return _taken("删除", draft, start, stop, new_id)


def _taken(name: str, draft: Draft, start: Place, stop: Place, new_id: NewId) -> Stroke:
    kept = replace(draft.blocks[start.index], runs=_runs_without(draft, start, stop))
    return Stroke(spliced(name, draft, start.index, stop.index + 1, [kept], new_id), start)


def _beside(draft: Draft, start: Place, stop: Place) -> tuple[list[Run], list[Run]]:
    """The runs before and after a stretch."""
    upper, lower = draft.blocks[start.index], draft.blocks[stop.index]
    return cut_runs(upper.runs, start.offset)[0], cut_runs(lower.runs, stop.offset)[1]


def _runs_without(draft: Draft, start: Place, stop: Place) -> tuple[Run, ...]:
    """The runs before and after a stretch put together, as where two blocks are joined."""
    at, block = start.index, draft.blocks[start.index]
    lines = [replace(block, runs=tuple(runs)) for runs in _beside(draft, start, stop)]
    return runs_joined(
        replace(draft, blocks=(*draft.blocks[:at], *lines, *draft.blocks[stop.index + 1 :])), at
    )


def backspace_at(draft: Draft, index: int, new_id: NewId = random_id) -> Stroke:
    """Backspace at the start of a block: first the number goes, then the border to the block above."""
    if not draft.blocks:
        return Stroke(_STILL, Place(0, 0))
    block = draft.blocks[index]
    if block.kind in NUMBERED or block.kind in (Kind.PART, Kind.CUE, Kind.CLOSING, Kind.SIGNOFF):
        return Stroke(set_kind(draft, [index], Kind.BODY, new_id=new_id), Place(index, 0))
    if index == 0:
        return Stroke(_STILL, Place(0, 0))
    above = draft.blocks[index - 1]
    return Stroke(merge_with_next(draft, index - 1, new_id), Place(index - 1, len(above.text)))


def delete_at_end(draft: Draft, index: int, new_id: NewId = random_id) -> Stroke:
    """Delete at the end of a block: the border to the block below goes."""
    if not draft.blocks:
        return Stroke(_STILL, Place(0, 0))
    return Stroke(merge_with_next(draft, index, new_id), Place(index, len(draft.blocks[index].text)))
