"""Series of points and their end marks: ； between and 。 at the last, kept where a series had them.

GB/T 15834-2011, A.5 and B.1.4: items without a full stop inside are parted by semicolons.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.core.draft import Block, Draft, merged
from app.core.kinds import Kind, heading_rank
from app.core.numbering import ordinals
from app.core.plan import changed

_BETWEEN, _LAST = "；", "。"


def series(blocks: Sequence[Block]) -> tuple[tuple[int, ...], ...]:
    """The series of points, each as the indices of its points: same marker, under one heading, counted on from one."""
    found: list[list[int]] = []
    going: dict[str, list[int]] = {}
    for index, (block, ordinal) in enumerate(zip(blocks, ordinals(blocks), strict=True)):
        if block.runs and heading_rank(block.kind) < 5:
            going.clear()
        elif block.kind is Kind.POINT and ordinal:
            if ordinal == 1 or block.marker not in going:
                going[block.marker] = []
                found.append(going[block.marker])
            going[block.marker].append(index)
    return tuple(tuple(each) for each in found)


def _end_of_point(blocks: Sequence[Block], index: int) -> int:
    """The last block of a point: itself, or the last of the body joined to it."""
    while index + 1 < len(blocks) and blocks[index + 1].joined and blocks[index + 1].kind is Kind.BODY:
        index += 1
    return index


def _is_marked(blocks: Sequence[Block], points: Sequence[int]) -> bool:
    ends = [blocks[_end_of_point(blocks, index)].text[-1:] for index in points]
    return len(ends) > 1 and ends[-1] == _LAST and all(end == _BETWEEN for end in ends[:-1])


def with_series_marks(before: Draft, after: Draft) -> Draft:
    """`after` with the end marks of those series that had them in `before`."""
    change = changed(before.blocks, after.blocks)
    below = before.blocks[change.stop : change.stop + 1]
    if not any(map(_matters, (*change.old, *change.new))) and not any(block.joined for block in below):
        return after
    marked = {
        before.blocks[index].id
        for points in series(before.blocks)
        if _is_marked(before.blocks, points)
        for index in points
    }
    if not marked:
        return after
    known = {block.id for block in before.blocks}
    blocks = list(after.blocks)
    for points in series(after.blocks):
        old = [blocks[index].id for index in points if blocks[index].id in known]
        if old and all(name in marked for name in old):
            for index in points:
                end = _end_of_point(blocks, index)
                blocks[end] = _with_end(blocks[end], _LAST if index == points[-1] else _BETWEEN)
    return replace(after, blocks=tuple(blocks))


def _matters(block: Block) -> bool:
    """Whether a block is of a series, or ends one."""
    return block.joined or heading_rank(block.kind) <= heading_rank(Kind.POINT)


def _with_end(block: Block, mark: str) -> Block:
    if (
        not block.runs
        or block.runs[-1].placeholder
        or block.text[-1] not in (_BETWEEN, _LAST)
        or block.text[-1] == mark
    ):
        return block
    last = block.runs[-1]
    return replace(block, runs=merged([*block.runs[:-1], replace(last, text=last.text[:-1] + mark)]))
