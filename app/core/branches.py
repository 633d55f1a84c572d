"""What the outline does to several nodes at once, each with all that is below it, as one plan.

A branch is a node of the outline with the blocks it reaches over. Where branches may be dropped is asked of
`landing`; what may be dropped there stays what it is but for its level.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.core.draft import Block, Draft
from app.core.ids import NewId, random_id
from app.core.kinds import HEADINGS, Kind, heading_rank
from app.core.outline import Node
from app.core.plan import Plan
from app.core.restarts import with_moved_restarts
from app.core.sections import own_sections
from app.core.structure import copied_block, goes_on, plan_of, reranked, spliced

_POINT = heading_rank(Kind.POINT)


@dataclass(frozen=True, slots=True)
class Landing:
    """Where branches come to stand: before the block `to`, their highest nodes at the depth `rank`."""

    to: int
    rank: int


def topmost(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Nodes in reading order, without those that lie within another of them."""
    found: list[Node] = []
    for node in sorted(set(nodes), key=lambda node: (node.start, node.rank)):
        if not found or node.start >= found[-1].stop:
            found.append(node)
    return tuple(found)


def children(nodes: Sequence[Node], parent: Node | None) -> tuple[Node, ...]:
    """The nodes right below one, or at the top."""
    above: list[Node] = []
    found: list[Node] = []
    for node in nodes:
        while above and above[-1].rank >= node.rank:
            above.pop()
        if (above[-1] if above else None) == parent:
            found.append(node)
        above.append(node)
    return tuple(found)


# Where branches may go


def landing(
    draft: Draft, nodes: Sequence[Node], moved: Sequence[Node], parent: Node | None, row: int
) -> Landing | None:
    """Where branches land that are dropped before a row below a parent; None where they cannot stand.

    `parent` None is the top; `row` −1 is onto the parent: points behind its points, headings behind all.
    """
    tops = topmost(moved)
    if not tops or (parent is not None and (parent.rank >= _POINT or _lies_in(parent, tops))):
        return None
    below = children(nodes, parent)
    if row < 0:
        points = sum(node.kind is Kind.POINT for node in below)
        row = points if parent is not None and tops[0].kind is Kind.POINT else len(below)
    before = next((node for node in reversed(below[:row]) if node not in tops), None)
    after = next((node for node in below[row:] if node not in tops), None)
    if after is not None and parent is not None and after.start == parent.start:
        return None
    rank = _rank(nodes, tops, parent, before, after)
    if rank is None or not all(_fits(draft, node, rank) for node in tops):
        return None
    to = _to(tops, parent, before, after)
    return Landing(to, rank)


def stepped(draft: Draft, nodes: Sequence[Node], moved: Sequence[Node], by: int) -> Landing | None:
    """Where branches land that go one place up (by −1) or down (by 1) and keep their level; None where they cannot.

    At the end of their heading they go on to the next one, as in Word.
    """
    tops = topmost(moved)
    if not tops:
        return None
    edge = tops[0] if by < 0 else tops[-1]
    parent = _parent(nodes, edge)
    beside = children(nodes, parent)
    at = beside.index(edge) + by
    found = None
    if 0 <= at < len(beside) and beside[at].rank == edge.rank:
        found = landing(draft, nodes, tops, parent, at if by < 0 else at + 1)
    elif (neighbour := _heading_beside(nodes, edge, parent, by)) is not None:
        points = 0 if edge.kind is Kind.POINT else _own_points(nodes, neighbour)
        found = landing(draft, nodes, tops, neighbour, -1 if by < 0 else points)
    return found if found is not None and found.rank == tops[0].rank else None


def _own_points(nodes: Sequence[Node], heading: Node) -> int:
    """How many points a heading has before its other branches; those behind a 落款 are not its own."""
    return sum(node.kind is Kind.POINT and node.start < heading.stop for node in children(nodes, heading))


def _parent(nodes: Sequence[Node], node: Node) -> Node | None:
    """The nearest node before one that stands higher."""
    return next((other for other in reversed(nodes[: nodes.index(node)]) if other.rank < node.rank), None)


def _heading_beside(nodes: Sequence[Node], node: Node, parent: Node | None, by: int) -> Node | None:
    """The heading in whose branch a node comes that goes beyond its own; a section without heading takes none."""
    if by > 0:
        others = [other for other in nodes if other.start >= node.stop]
    else:
        others = list(reversed(nodes[: nodes.index(parent)])) if parent is not None else []
    found = next((other for other in others if other.rank < node.rank), None)
    return found if found is not None and found.kind is not None else None


def _lies_in(node: Node, tops: Sequence[Node]) -> bool:
    return any(top.start <= node.start < top.stop for top in tops)


def _to(tops: Sequence[Node], parent: Node | None, before: Node | None, after: Node | None) -> int:
    """The block before which to put what comes between two nodes below a parent; where there are none, it stays."""
    if before is not None and after is not None:
        return before.stop
    ends = [node.stop for node in (before, parent) if node is not None]
    if after is None:
        return max(ends, default=tops[-1].stop)
    return min([after.start, *ends])


def _rank(
    nodes: Sequence[Node], tops: Sequence[Node], parent: Node | None, before: Node | None, after: Node | None
) -> int | None:
    """The depth at which branches can stand between two nodes below a parent; None where they cannot."""
    low = max(after.rank if after else 0, parent.rank + 1 if parent else 0)
    high = before.rank if before else _POINT
    first = tops[0]
    if first.kind is Kind.POINT:
        stands = parent is not None or any(node and node.kind is Kind.POINT for node in (before, after))
        rank = _POINT if stands else -1
    elif first.kind is None or first.kind is Kind.PART:
        rank = first.rank
    else:
        rank = _heading_rank(nodes, tops, parent, before, after)
    return rank if low <= rank <= high else None


def _heading_rank(
    nodes: Sequence[Node], tops: Sequence[Node], parent: Node | None, before: Node | None, after: Node | None
) -> int:
    """The level a heading takes: that of its neighbours, else the next one that the draft uses."""
    beside = [node.rank for node in (before, after) if node is not None and 1 <= node.rank < _POINT]
    if beside:
        return min(max(tops[0].rank, min(beside)), max(beside))
    if parent is None or tops[0] in children(nodes, parent):
        return tops[0].rank
    stays = (node for node in nodes if node.kind in HEADINGS and not _lies_in(node, tops))
    return min((node.rank for node in stays if node.rank > parent.rank), default=parent.rank + 1)


def _fits(draft: Draft, node: Node, rank: int) -> bool:
    """Whether a branch can stand at a depth: headings shift as far as the ladder goes, all else stays."""
    if node.kind not in HEADINGS:
        begins_section = node.kind is Kind.POINT and node.section is not None
        return rank == node.rank and not begins_section
    by = rank - node.rank
    ranks = [
        heading_rank(block.kind) for block in draft.blocks[node.start : node.stop] if block.kind in HEADINGS
    ]
    return all(1 <= each + by <= len(HEADINGS) for each in ranks)


# What is done to them


def moved_branches(
    draft: Draft, moved: Sequence[Node], to: int, rank: int, new_id: NewId = random_id
) -> Plan:
    """Move branches before the block `to`, their highest nodes to a depth; nothing where they do not fit.

    What begins its numbers anew (重起) does so no more below another heading, or as the first there.
    """
    tops = topmost(moved)
    if not tops or not all(_fits(draft, node, rank) for node in tops):
        return Plan("移动")
    taken = [at for node in tops for at in range(node.start, node.stop)]
    gone = set(taken)
    blocks = _parted(draft.blocks, tops)
    coming = [block for node in tops for block in _at_depth(blocks[node.start : node.stop], rank - node.rank)]
    above = [block for at, block in enumerate(blocks[:to]) if at not in gone]
    below = [block for at, block in enumerate(blocks[to:], to) if at not in gone]
    if tops[0].kind is Kind.POINT:
        coming, below = _run_on_alike(above, coming, below)
    blocks = [*own_sections(above, coming, below), *below]
    names = [draft.blocks[node.start].id for node in tops]
    return plan_of("移动", draft, with_moved_restarts(draft, blocks, names), new_id)


def _at_depth(branch: Sequence[Block], by: int) -> list[Block]:
    """A branch by some levels lower; there its highest heading goes on with the numbers."""
    if not by:
        return list(branch)
    return goes_on([reranked(block, by) if block.kind in HEADINGS else block for block in branch])


def _parted(blocks: Sequence[Block], tops: Sequence[Node]) -> list[Block]:
    """The blocks, where what ran on in a paragraph begins it, if the point that began it is taken out."""
    found = list(blocks)
    for node in tops:
        if node.stop < len(found) and found[node.stop].joined and not found[node.start].joined:
            found[node.stop] = replace(found[node.stop], joined=False)
    return found


def _run_on_alike(
    above: Sequence[Block], coming: list[Block], below: list[Block]
) -> tuple[list[Block], list[Block]]:
    """Points that come into a series run on in the paragraph (接排) as those between which they stand.

    A point that begins a section begins a series, and cannot run on.
    """
    first, before = coming[0], above[-1] if above else None
    after = below[0] if below and below[0].kind is Kind.POINT and below[0].section is None else None
    if after is not None and not after.joined and first.joined:
        return [replace(first, joined=False), *coming[1:]], [replace(after, joined=True), *below[1:]]
    if after is not None and after.joined:
        return [replace(first, joined=True), *coming[1:]], below
    if after is None and before is not None and heading_rank(before.kind) < _POINT:
        return [replace(first, joined=False), *coming[1:]], below
    return coming, below


def may_shift_all(draft: Draft, nodes: Sequence[Node], by: int) -> bool:
    """Whether all these headings can rise (by −1) or sink (by 1) with all that is below them."""
    tops = topmost(nodes)
    return bool(tops) and all(node.kind in HEADINGS and _fits(draft, node, node.rank + by) for node in tops)


def shifted_branches(draft: Draft, nodes: Sequence[Node], by: int, new_id: NewId = random_id) -> Plan:
    """Raise or lower headings with all headings below them; nothing where one of them cannot."""
    name = "升级" if by < 0 else "降级"
    if not may_shift_all(draft, nodes, by):
        return Plan(name)
    blocks = list(draft.blocks)
    for node in topmost(nodes):
        blocks[node.start : node.stop] = _at_depth(blocks[node.start : node.stop], by)
    return plan_of(name, draft, blocks, new_id)


def deleted_branches(draft: Draft, nodes: Sequence[Node], new_id: NewId = random_id) -> Plan:
    """Take out branches."""
    tops = topmost(nodes)
    gone = {at for node in tops for at in range(node.start, node.stop)}
    blocks = _parted(draft.blocks, tops)
    return plan_of("删除", draft, [block for at, block in enumerate(blocks) if at not in gone], new_id)


def duplicated_branches(draft: Draft, nodes: Sequence[Node], new_id: NewId = random_id) -> Plan:
    """Put a copy of branches after the last of them, with new ids; its numbers go on."""
    tops = topmost(nodes)
    if not tops:
        return Plan("复制一份")
    at = tops[-1].stop
    copies: list[Block] = []
    for node in tops:
        copies += goes_on([copied_block(block, new_id) for block in draft.blocks[node.start : node.stop]])
    return spliced("复制一份", draft, at, at, copies, new_id)
