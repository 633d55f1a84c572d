"""A change of a draft as a value: what an algorithm returns and the editor carries out in one undo step.

A `Plan` is a list of splices over the blocks as they were before it, plus what changes of the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.core.draft import Block, Draft
from app.core.facts import FactSheet


@dataclass(frozen=True, slots=True)
class Splice:
    """Put `blocks` in the place of the blocks `start` to `stop` (exclusive) of the draft before the plan."""

    start: int
    stop: int
    blocks: tuple[Block, ...] = ()


def growth(splice: Splice) -> int:
    """How many blocks more there are after a splice; below 0 where there are fewer."""
    return len(splice.blocks) - (splice.stop - splice.start)


@dataclass(frozen=True, slots=True)
class Plan:
    """`name` is what 撤销 shows. Splices ascend and do not touch; None leaves facts, occasion, layout alone."""

    name: str
    splices: tuple[Splice, ...] = ()
    facts: FactSheet | None = None
    occasion: str | None = None
    layout: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether carrying it out changes nothing."""
        return not self.splices and self.facts is None and self.occasion is None and self.layout is None


def applied(plan: Plan, draft: Draft) -> Draft:
    """The draft after a plan."""
    blocks = list(draft.blocks)
    for splice in reversed(plan.splices):
        blocks[splice.start : splice.stop] = splice.blocks
    return replace(
        draft,
        blocks=tuple(blocks),
        facts=draft.facts if plan.facts is None else plan.facts,
        occasion=draft.occasion if plan.occasion is None else plan.occasion,
        layout=draft.layout if plan.layout is None else plan.layout,
    )


def difference(name: str, before: Draft, after: Draft) -> Plan:
    """The plan that makes `after` of `before` and touches as few blocks as it can."""
    return Plan(
        name,
        _splices(before.blocks, after.blocks),
        None if before.facts == after.facts else after.facts,
        None if before.occasion == after.occasion else after.occasion,
        None if before.layout == after.layout else after.layout,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """Where two rows of blocks differ: from `start` to `stop` of the one stands `old`, in its place in the other `new`."""

    start: int
    stop: int
    old: Sequence[Block]
    new: Sequence[Block]


def changed(before: Sequence[Block], after: Sequence[Block]) -> Change:
    """The one stretch outside of which two rows of blocks are the same."""
    one, other = tuple(before), tuple(after)
    shorter = min(len(one), len(other))
    head = _same_head(one, other, shorter)
    tail = _same_head(one[::-1], other[::-1], shorter - head)
    return Change(head, len(one) - tail, one[head : len(one) - tail], other[head : len(other) - tail])


_STRIDE = 64


def _same_head(one: tuple[Block, ...], other: tuple[Block, ...], most: int) -> int:
    """With how many blocks both begin, at most that many; compared many at a time, for most are the same objects."""
    at = 0
    while at + _STRIDE <= most and one[at : at + _STRIDE] == other[at : at + _STRIDE]:
        at += _STRIDE
    while at < most and _same(one[at], other[at]):
        at += 1
    return at


def _splices(before: Sequence[Block], after: Sequence[Block]) -> tuple[Splice, ...]:
    """Common head and tail are left alone; in the middle blocks are matched by their ids."""
    change = changed(before, after)
    head, old, new = change.start, change.old, change.new
    found: list[Splice] = []
    for start, stop, first, last in _changes(old, new):
        splice = Splice(head + start, head + stop, tuple(new[first:last]))
        if found and found[-1].stop == splice.start:
            found[-1] = Splice(found[-1].start, splice.stop, found[-1].blocks + splice.blocks)
        else:
            found.append(splice)
    return tuple(found)


def _changes(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int, int, int]]:
    """What of `old` goes and what of `new` comes in its place, in order: start, stop, first, last."""
    if not old or not new:
        if old or new:
            yield 0, len(old), 0, len(new)
        return
    from difflib import SequenceMatcher  # start-up counts

    matcher = SequenceMatcher(None, [block.id for block in old], [block.id for block in new], autojunk=False)
    for tag, start, stop, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield start, stop, first, last
            continue
        for offset in range(stop - start):
            if not _same(old[start + offset], new[first + offset]):
                yield start + offset, start + offset + 1, first + offset, first + offset + 1


def _same(one: Block, other: Block) -> bool:
    return one is other or one == other
