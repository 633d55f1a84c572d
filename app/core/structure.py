"""What the outline does to a draft, each as a pure function `Draft → Plan`.

Every plan ends sound, renews the computed values, keeps the end marks of a series of points (； between,
。 last) where it had them, and carries the ids of the blocks it makes: a split keeps the id with the
first character, a join that of the upper block unless it is empty, a copy gets new ones, a move keeps all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from app.core.bare import without_number
from app.core.computed import SCOPE, computed_texts, renewed
from app.core.draft import (
    Block,
    Draft,
    Run,
    Section,
    cut_runs,
    is_same_value,
    merged,
)
from app.core.ids import NewId, is_id, random_id
from app.core.kinds import HEAD_KINDS, HEADINGS, JOINABLE, KIND_NAMES, NUMBERED, Kind, heading_rank
from app.core.outline import outline
from app.core.plan import Change, Plan, Splice, changed, difference
from app.core.repair import arranged, sound_block
from app.core.seams import joined_runs, rejoined_runs
from app.core.series import with_series_marks

_POINT = heading_rank(Kind.POINT)


def plan_of(name: str, draft: Draft, blocks: Iterable[Block], new_id: NewId = random_id) -> Plan:
    """The plan that puts these blocks in the place of the draft's, made sound and renewed."""
    blocks = list(blocks)
    change = changed(draft.blocks, blocks)
    if _is_running_text(draft, change):
        return _plan_of_text(name, change)
    known = {id(block) for block in draft.blocks}
    sound = tuple(block if id(block) in known else sound_block(block) for block in _heads_kept(draft, blocks))
    after = arranged(replace(draft, blocks=sound), new_id)
    return difference(name, draft, with_series_marks(draft, renewed(draft, after)))


def spliced(
    name: str, draft: Draft, start: int, stop: int, new: Sequence[Block], new_id: NewId = random_id
) -> Plan:
    """The plan that puts blocks in the place of those from `start` to `stop`, made sound and renewed as by `plan_of`.

    Where only running text changes nobody goes through the draft: keys are made so.
    """
    within = changed(draft.blocks[start:stop], new)
    change = replace(within, start=start + within.start, stop=start + within.stop)
    if _is_running_text(draft, change):
        return _plan_of_text(name, change)
    return plan_of(name, draft, [*draft.blocks[:start], *new, *draft.blocks[stop:]], new_id)


def _plan_of_text(name: str, change: Change) -> Plan:
    new = tuple(map(sound_block, change.new))
    return Plan(name, (Splice(change.start, change.stop, new),) if change.old or new else ())


def _is_running_text(draft: Draft, change: Change) -> bool:
    """Whether only body comes and goes on which nothing else depends, with ids that are there once.

    Then there is nothing to make sound or to renew elsewhere, which takes its time in a long draft.
    """
    after = draft.blocks[change.stop : change.stop + 1]
    depends = any(block.joined or block.kind in HEAD_KINDS for block in after)
    if depends or not all(map(_is_body, (*change.old, *change.new))):
        return False
    ids = {block.id for block in change.new}
    fresh = ids.difference(block.id for block in change.old)
    before = draft.blocks[change.start - 1].kind if change.start else Kind.BODY
    return (
        before not in HEAD_KINDS
        and all(map(is_id, ids))
        and len(ids) == len(change.new)
        and (not fresh or fresh.isdisjoint(map(attrgetter("id"), draft.blocks)))
    )


def _is_body(block: Block) -> bool:
    """Whether it is body that stands alone, begins no section and holds no computed value."""
    plain = block.kind is Kind.BODY and not block.joined and block.section is None
    return plain and not any(run.bind is not None and run.bind.scope == SCOPE for run in block.runs)


def _heads_kept(draft: Draft, blocks: Iterable[Block]) -> list[Block]:
    """The blocks with what was head and still is before all others: a new body among them goes behind."""
    heads = {block.id for block in draft.blocks if block.kind in HEAD_KINDS}
    found = list(blocks)
    if not heads:
        return found
    return sorted(found, key=lambda block: not (block.kind in HEAD_KINDS and block.id in heads))


def set_kind(
    draft: Draft, indices: Sequence[int], kind: Kind, marker: str = "", new_id: NewId = random_id
) -> Plan:
    """Make blocks of one kind; a point keeps its marker where none is given, or has that of its written number."""
    blocks = list(draft.blocks)
    for index in indices:
        block = blocks[index]
        if kind in NUMBERED:
            block = without_number(block, kind, goes_on=_follows_first(blocks[:index]))
        blocks[index] = of_kind(block, kind, marker)
    return plan_of(f"改为{KIND_NAMES[kind]}", draft, blocks, new_id)


def _follows_first(above: Sequence[Block]) -> bool:
    """Whether the last point above, under the same heading, is one of 首先."""
    near = next(
        (block for block in reversed(above) if block.runs and heading_rank(block.kind) <= _POINT), None
    )
    return near is not None and near.kind is Kind.POINT and near.marker == "首先"


def of_kind(block: Block, kind: Kind, marker: str = "") -> Block:
    """The block as one of a kind. A section that says nothing goes, unless an h1 needs one.

    It goes on with the numbers of its kind, also where it was one before; of a point whose marker changes, the
    series stays as it is.
    """
    says_nothing = block.section is not None and replace(block.section, id="") == Section("")
    section = None if says_nothing and kind is not Kind.H1 else block.section
    other_marker = kind is block.kind is Kind.POINT and marker not in ("", block.marker)
    restart = block.restart and other_marker
    return replace(block, kind=kind, marker=marker or block.marker, section=section, restart=restart)


def set_restart(draft: Draft, index: int, restart: bool, new_id: NewId = random_id) -> Plan:
    """Begin the numbers anew at a heading or point (重起), or let it go on with those above."""
    blocks = list(draft.blocks)
    blocks[index] = replace(blocks[index], restart=restart and blocks[index].kind in NUMBERED)
    return plan_of("重新从一编号" if restart else "接着上面编号", draft, blocks, new_id)


def may_shift(draft: Draft, index: int, by: int) -> bool:
    """Whether the heading at an index can rise (by −1) or sink (by 1) with all that is below it."""
    ranks = [heading_rank(draft.blocks[at].kind) for at in _headings_below(draft, index)]
    return bool(ranks) and all(1 <= rank + by <= len(HEADINGS) for rank in ranks)


def _headings_below(draft: Draft, index: int) -> list[int]:
    node = next((node for node in outline(draft) if node.start == index and node.kind in HEADINGS), None)
    if node is None:
        return []
    return [at for at in range(node.start, node.stop) if draft.blocks[at].kind in HEADINGS]


def shift(draft: Draft, index: int, by: int, new_id: NewId = random_id) -> Plan:
    """Raise (by −1) or lower (by 1) a heading with all headings below it; nothing where the ladder ends."""
    name = "升级" if by < 0 else "降级"
    if not may_shift(draft, index, by):
        return Plan(name)
    blocks = list(draft.blocks)
    for at in _headings_below(draft, index):
        blocks[at] = reranked(blocks[at], by)
    blocks[index:] = goes_on(blocks[index:])
    return plan_of(name, draft, blocks, new_id)


def reranked(block: Block, by: int) -> Block:
    """A heading by some levels lower (by −1: one higher), without a section that says nothing."""
    kind = HEADINGS[heading_rank(block.kind) - 1 + by]
    says_nothing = block.section is not None and replace(block.section, id="") == Section("")
    return replace(block, kind=kind, section=None if says_nothing else block.section)


def goes_on(branch: Sequence[Block]) -> list[Block]:
    """The blocks of a branch whose first one does not begin its numbers anew (重起): it is put in a series."""
    return [replace(block, restart=False) for block in branch[:1]] + list(branch[1:])


def move(draft: Draft, start: int, stop: int, to: int, new_id: NewId = random_id) -> Plan:
    """Move the blocks `start` to `stop` (exclusive) before the block `to`; nothing when `to` is within them."""
    if start <= to <= stop:
        return Plan("移动")
    moved = draft.blocks[start:stop]
    rest = [*draft.blocks[:start], *draft.blocks[stop:]]
    at = to if to < start else to - len(moved)
    return plan_of("移动", draft, [*rest[:at], *moved, *rest[at:]], new_id)


def delete(draft: Draft, start: int, stop: int, new_id: NewId = random_id) -> Plan:
    """Take out the blocks `start` to `stop` (exclusive)."""
    return spliced("删除", draft, start, stop, [], new_id)


def duplicate(draft: Draft, start: int, stop: int, new_id: NewId = random_id) -> Plan:
    """Put a copy of the blocks `start` to `stop` (exclusive) after them, with new ids."""
    copies = goes_on([copied_block(block, new_id) for block in draft.blocks[start:stop]])
    return spliced("复制一份", draft, stop, stop, copies, new_id)


def copied_block(block: Block, new_id: NewId) -> Block:
    """A block that says the same, with new ids of its own and of its section."""
    section = block.section and replace(block.section, id=new_id())
    return replace(block, id=new_id(), section=section)


def insert(draft: Draft, at: int, blocks: Sequence[Block], new_id: NewId = random_id) -> Plan:
    """Put blocks before the block `at`; ids that the draft already has are made anew."""
    known = {block.id for block in draft.blocks}
    fresh = [copied_block(block, new_id) if block.id in known else block for block in blocks]
    return spliced("插入", draft, at, at, fresh, new_id)


def split(draft: Draft, index: int, offset: int, kind: Kind | None = None, new_id: NewId = random_id) -> Plan:
    """Cut a block at a character offset; the lower part is of `kind` (None: of the same).

    A point goes on as its series does; body begins a paragraph.
    """
    block = draft.blocks[index]
    head, tail = split_runs(block.runs, offset)
    lower = Block(new_id(), kind or block.kind, tail)
    if lower.kind is block.kind is Kind.POINT:
        lower = replace(lower, marker=block.marker, joined=block.joined)
    return spliced("分段", draft, index, index + 1, [replace(block, runs=head), lower], new_id)


def split_runs(runs: Sequence[Run], offset: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Runs before and after a character offset; a placeholder that is cut loses its mark, its text stays."""
    head, tail = cut_runs(runs, offset)
    return merged(head), merged(tail)


def merge_with_next(draft: Draft, index: int, new_id: NewId = random_id) -> Plan:
    """Join a block with the one after it; the upper's kind and id stay unless it is empty."""
    if index + 1 >= len(draft.blocks):
        return Plan("并段")
    upper, lower = draft.blocks[index : index + 2]
    kept = replace(upper, runs=runs_joined(draft, index)) if upper.runs else lower
    return spliced("并段", draft, index, index + 2, [kept], new_id)


def runs_joined(draft: Draft, index: int) -> tuple[Run, ...]:
    """The runs of a block and the one after it put together."""
    upper, lower = draft.blocks[index : index + 2]
    join = joined_runs if _computed_meet(draft, index) else rejoined_runs
    return join(upper.runs, lower.runs)


def _computed_meet(draft: Draft, index: int) -> bool:
    """Whether two computed runs meet at the lower border of a block of which one says its value: no halves of one."""
    upper, lower = draft.blocks[index : index + 2]
    if not upper.runs or not lower.runs or not is_same_value(upper.runs[-1], lower.runs[0]):
        return False
    texts = computed_texts(draft)
    said = texts.get((index, len(upper.runs) - 1)), texts.get((index + 1, 0))
    return said[0] == upper.runs[-1].text or said[1] == lower.runs[0].text


def set_joined(draft: Draft, indices: Iterable[int], joined: bool, new_id: NewId = random_id) -> Plan:
    """Run blocks on in the paragraph before them (接排), or let them stand on their own."""
    blocks = list(draft.blocks)
    for index in indices:
        if blocks[index].kind in JOINABLE:
            blocks[index] = replace(blocks[index], joined=joined)
    return plan_of("接排" if joined else "另起", draft, blocks, new_id)
