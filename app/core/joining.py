"""接排 of a whole series of points: all of it runs on in one paragraph, or each point stands on its own."""

from collections.abc import Iterable, Sequence

from app.core.draft import Block, Draft
from app.core.ids import NewId, random_id
from app.core.kinds import JOINABLE, Kind
from app.core.plan import Plan
from app.core.series import series
from app.core.structure import set_joined

_GOES_ON = "。！？；：，、…—”）"
"""After these a first point runs on in the paragraph before it; a heading without any is a line of its own."""


def toggle_series(draft: Draft, indices: Iterable[int], new_id: NewId = random_id) -> Plan:
    """Run the series of points at these blocks on in their paragraphs; part them where they all run on already.

    Text that is joined to a point is at that point, too. Between the points of a series all runs on with them.
    """
    found = [
        points for points in series(draft.blocks) if any(_holds(draft.blocks, points, at) for at in indices)
    ]
    to_join = [at for points in found for at in _to_join(draft.blocks, points)]
    if not to_join:
        return Plan("接排")
    if all(draft.blocks[at].joined for at in to_join):
        return set_joined(draft, (at for points in found for at in points), False, new_id)
    return set_joined(draft, to_join, True, new_id)


def _holds(blocks: Sequence[Block], points: Sequence[int], at: int) -> bool:
    """Whether a block is one of the points, or stands between them, or is joined to the last."""
    while at > points[-1] and blocks[at].joined and blocks[at].kind is Kind.BODY:
        at -= 1
    return points[0] <= at <= points[-1]


def _to_join(blocks: Sequence[Block], points: Sequence[int]) -> list[int]:
    before = blocks[points[0] - 1] if points[0] else None
    first_too = before is not None and (
        before.kind in JOINABLE or (before.text[-1:] in _GOES_ON and bool(before.runs))
    )
    start = points[0] if first_too else points[0] + 1
    return [at for at in range(start, points[-1] + 1) if blocks[at].kind in JOINABLE and blocks[at].runs]
