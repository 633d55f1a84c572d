"""Stretches of text that go across blocks: copied, put in elsewhere, moved, replaced (clipboard, drag, Return).

Each is one plan, so that it is one step of undo. What goes away and comes back keeps its ids where the
draft does not have them any more; a copy gets new ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.draft import Block, Draft, Run, cut_runs, merged
from app.core.ids import NewId, is_id, random_id
from app.core.kinds import Kind
from app.core.place import Place
from app.core.plan import applied, difference
from app.core.seams import is_part_of, joined_runs
from app.core.structure import plan_of, split_runs
from app.core.writing import Stroke, return_at

_GOES_ON = (Kind.POINT, Kind.BYLINE, Kind.SIGNOFF)
"""Kinds whose lower part stays of the kind when something is put in between."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of a draft.

    `part`: the first block lacks its beginning, or is all there is and lacks its end; it is text, no block.
    `ends`: the stretch goes past the end of its last block.
    `cut`: the text of the bound run that lacks its beginning in the first block, and of that which lacks its
    end in the last; empty where none does.
    """

    blocks: tuple[Block, ...]
    part: bool = False
    ends: bool = False
    cut: tuple[str, str] = "", ""


def begun(draft: Draft, new_id: NewId = random_id) -> Draft:
    """The draft with a block to write in where it has none."""
    return draft if draft.blocks else replace(draft, blocks=(Block(new_id()),))


def copied(draft: Draft, start: Place, stop: Place) -> Clip:
    """The stretch from one place to another. The block at whose start it ends is not part of it."""
    ends = stop.offset == 0 and start.index < stop.index
    last = stop.index - 1 if ends else stop.index
    blocks = list(draft.blocks[start.index : last + 1])
    if not blocks:
        return Clip(())
    whole = ends or stop.offset >= len(blocks[-1].text)
    if not ends:
        blocks[-1] = replace(blocks[-1], runs=split_runs(blocks[-1].runs, stop.offset)[0])
    blocks[0] = replace(blocks[0], runs=split_runs(blocks[0].runs, start.offset)[1])
    part = start.offset > 0 or (len(blocks) == 1 and not whole)
    return Clip(tuple(blocks), part, ends, (_cut_at(draft, start), "" if ends else _cut_at(draft, stop)))


def _cut_at(draft: Draft, place: Place) -> str:
    """The text of the bound run that a place is within; empty where it is in none."""
    at = 0
    for run in draft.blocks[place.index].runs:
        if run.bind is not None and at < place.offset < at + len(run.text):
            return run.text
        at += len(run.text)
    return ""


def replaced(draft: Draft, start: Place, stop: Place, clip: Clip, new_id: NewId = random_id) -> Stroke:
    """Put a stretch in the place of another; the places are the same where it is only put in.

    Text goes on where the place is; headings and whatever else is more than text stand by themselves, and
    what stands after the place stays what it was. On an empty line the first block takes its place.
    """
    draft_begun = begun(draft, new_id)
    blocks = _without(draft_begun, start, stop)
    if not clip.blocks:
        return Stroke(plan_of("删除", draft, blocks, new_id), start)
    blocks, block_id, offset = _put_in(blocks, start, clip, new_id)
    plan = plan_of("粘贴", draft, blocks, new_id)
    return Stroke(plan, Place(applied(plan, draft).index_of(block_id), offset))


def moved_text(draft: Draft, start: Place, stop: Place, to: Place, new_id: NewId = random_id) -> Stroke:
    """Move a stretch to a place outside of it; nothing where the place is within it."""
    if _order(start) <= _order(to) <= _order(stop):
        return Stroke(plan_of("移动", draft, draft.blocks), to)
    blocks, block_id, offset = _put_in(
        _without(draft, start, stop), _after_removal(start, stop, to), copied(draft, start, stop), new_id
    )
    plan = replace(plan_of("移动", draft, blocks, new_id), name="移动")
    return Stroke(plan, Place(applied(plan, draft).index_of(block_id), offset))


def return_over(draft: Draft, start: Place, stop: Place, new_id: NewId = random_id) -> Stroke:
    """Return over a selection: it goes, and Return is pressed where it was."""
    between = begun(draft, new_id)
    if between is draft and start == stop:
        return return_at(draft, start, new_id)
    if start != stop:
        between = applied(plan_of("", between, _without(between, start, stop), new_id), between)
    stroke = return_at(between, start, new_id)
    return Stroke(difference("分段", draft, applied(stroke.plan, between)), stroke.place)


def is_all(draft: Draft, start: Place, stop: Place) -> bool:
    """Whether a stretch is all of several blocks: when it goes, what is written next is no 结束语 as the last was."""
    last = len(draft.blocks) - 1
    return last > 0 and start == Place(0, 0) and stop == Place(last, len(draft.blocks[last].text))


def takes_whole_points(draft: Draft, start: Place, stop: Place) -> bool:
    """Whether a stretch is whole blocks, points among them, with one line end: what is left of their series closes."""
    if start.index == stop.index:
        return False
    if start.offset == stop.offset == 0:
        taken = draft.blocks[start.index : stop.index]
    else:
        upper, lower = draft.blocks[start.index], draft.blocks[stop.index]
        if (start.offset, stop.offset) != (len(upper.text), len(lower.text)):
            return False
        taken = draft.blocks[start.index + 1 : stop.index + 1]
    return any(block.kind is Kind.POINT for block in taken)


def _order(place: Place) -> tuple[int, int]:
    return place.index, place.offset


def _after_removal(start: Place, stop: Place, place: Place) -> Place:
    """Where a place outside a stretch is when the stretch is gone."""
    if _order(place) <= _order(start):
        return place
    if place.index == stop.index:
        return Place(start.index, start.offset + place.offset - stop.offset)
    return Place(place.index - (stop.index - start.index), place.offset)


def _without(draft: Draft, start: Place, stop: Place) -> list[Block]:
    """The blocks without a stretch; where it began and ended two become one, the upper unless it is empty."""
    blocks = list(draft.blocks)
    if start == stop:
        return blocks
    upper, lower = blocks[start.index], blocks[stop.index]
    head, tail = cut_runs(upper.runs, start.offset)[0], cut_runs(lower.runs, stop.offset)[1]
    kept = upper if head or start.index == stop.index else lower
    if is_all(draft, start, stop):
        kept = Block(lower.id)
    one_run = start.index == stop.index and _within_one(upper.runs, start.offset, stop.offset)
    blocks[start.index : stop.index + 1] = [replace(kept, runs=_closed(head, tail, one_run))]
    return blocks


def _within_one(runs: Sequence[Run], start: int, stop: int) -> bool:
    """Whether a stretch is within one run, with something of it on both sides."""
    at = 0
    for run in runs:
        if at < start and stop < at + len(run.text):
            return True
        at += len(run.text)
    return False


def _closed(head: Sequence[Run], tail: Sequence[Run], one_run: bool) -> tuple[Run, ...]:
    """Two ends put together; where both are of one run, or halves of placeholders, they are one run again."""
    alike = head and tail and replace(head[-1], text="") == replace(tail[0], text="")
    if alike and (one_run or tail[0].bind is None):
        whole = replace(head[-1], text=head[-1].text + tail[0].text)
        return merged([*head[:-1], whole, *tail[1:]])
    return joined_runs(merged(head), merged(tail))


def _put_in(blocks: Sequence[Block], place: Place, clip: Clip, new_id: NewId) -> tuple[list[Block], str, int]:
    """The blocks with a stretch in them, and where it ends: id of the block and offset in it."""
    block = blocks[place.index]
    fresh = _with_free_ids(clip, blocks, new_id)
    text_only = clip.part or _is_text(fresh[0])
    if len(fresh) == 1 and not clip.ends and (text_only or block.runs):
        new = [replace(block, runs=_inserted(block.runs, place.offset, fresh[0].runs, clip.cut))]
        end = block.id, place.offset + len(fresh[0].text)
    else:
        new, end = _lines_in(block, place.offset, fresh, text_only, clip, new_id)
    return [*blocks[: place.index], *new, *blocks[place.index + 1 :]], *end


def _lines_in(
    block: Block, offset: int, fresh: list[Block], text_only: bool, clip: Clip, new_id: NewId
) -> tuple[list[Block], tuple[str, int]]:
    head, tail = split_runs(block.runs, offset)
    if text_only and (head or not tail):
        fresh[0] = replace(block, runs=_met(head, fresh[0].runs, clip.cut[0]))
    elif head:
        fresh.insert(0, replace(block, runs=head))
    elif not tail:
        fresh[0] = _in_place_of(block, fresh[0], clip.blocks[0])
    if not tail:
        return fresh, (fresh[-1].id, len(fresh[-1].text))
    last = fresh[-1]
    if not clip.ends and last.section is None and last.kind in (Kind.BODY, block.kind):
        kept = last if head else block
        fresh[-1] = replace(kept, runs=_met(last.runs, tail, clip.cut[1]))
        return fresh, (kept.id, len(last.text))
    rest = _lower(block, tail, new_id) if head else replace(block, runs=tail)
    return [*fresh, rest], (rest.id, 0) if clip.ends else (last.id, len(last.text))


def _lower(block: Block, runs: tuple[Run, ...], new_id: NewId) -> Block:
    """The lower part of a block that is cut in two."""
    if block.kind in _GOES_ON:
        return Block(new_id(), block.kind, runs, marker=block.marker, joined=block.joined)
    return Block(new_id(), runs=runs)


def _in_place_of(empty: Block, block: Block, original: Block) -> Block:
    """A block on an empty line: it has that line's id if it is a copy, and begins the section that the line began."""
    kept = block.id if block.id == original.id else empty.id
    return replace(
        block, id=kept, section=block.section or (empty.section if empty.kind is Kind.BODY else None)
    )


def _is_text(block: Block) -> bool:
    """Whether a block is nothing but its text."""
    return block.kind is Kind.BODY and block.section is None


def _inserted(runs: Sequence[Run], offset: int, new: Sequence[Run], cut: tuple[str, str]) -> tuple[Run, ...]:
    """Runs put between others; text without marks within a marked run takes its marks, as typed text does.

    So does what is bound to the same within a bound run; at its edges it is another.
    """
    head, tail = cut_runs(runs, offset)
    inside = bool(head and tail) and len(head) + len(tail) > len(runs)
    if inside and all(run == Run(run.text) or is_part_of(run, head[-1]) for run in new):
        text = "".join(run.text for run in new)
        return merged([*head[:-1], replace(head[-1], text=head[-1].text + text + tail[0].text), *tail[1:]])
    return _met(_met(merged(head), new, cut[0]), merged(tail), cut[1])


def _met(upper: Sequence[Run], lower: Sequence[Run], cut: str) -> tuple[Run, ...]:
    """Runs one after the other; two parts of a bound run are one where they make the whole from which one was cut."""
    if upper and lower and upper[-1].text + lower[0].text == cut and is_part_of(lower[0], upper[-1]):
        return joined_runs([*upper[:-1], replace(upper[-1], text=cut)], lower[1:])
    return joined_runs(upper, lower)


def _with_free_ids(clip: Clip, kept: Sequence[Block], new_id: NewId) -> list[Block]:
    """The stretch's blocks with ids of blocks and sections that the kept blocks do not have."""
    known = {block.id for block in kept}
    sections = {block.section.id for block in kept if block.section}
    found: list[Block] = []
    for index, block in enumerate(clip.blocks):
        if clip.part and index == 0:
            found.append(Block(new_id(), runs=block.runs))
            continue
        section = block.section and replace(block.section, id=_free(block.section.id, sections, new_id))
        found.append(replace(block, id=_free(block.id, known, new_id), section=section))
    return found


def _free(name: str, known: set[str], new_id: NewId) -> str:
    while not is_id(name) or name in known:
        name = new_id()
    known.add(name)
    return name
