"""A section of the outline cut in two, and two made one."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.draft import Block, Draft, Run
from app.core.ids import NewId, random_id
from app.core.kinds import HEADINGS, Kind
from app.core.outline import Node, outline
from app.core.place import Place
from app.core.plan import Plan, applied
from app.core.sections import with_fields
from app.core.structure import plan_of, split_runs
from app.core.writing import Stroke

TO_FILL = "【标题】"
"""What stands in a new heading until the writer gives it its words."""


def may_split(draft: Draft, place: Place, nodes: Sequence[Node] | None = None) -> bool:
    """Whether a heading can begin at a place: below a heading, in text. `nodes` are the draft's, None finds them."""
    return _heading_above(draft, place.index, outline(draft) if nodes is None else nodes) is not None


def split_branch(draft: Draft, place: Place, new_id: NewId = random_id) -> Stroke:
    """Begin a new heading of the same level at a place; its words are selected, to be written over.

    Text before the place stays above.
    """
    node = _heading_above(draft, place.index, outline(draft))
    if node is None or node.kind is None:
        return Stroke(Plan("另起一节"), place)
    block = draft.blocks[place.index]
    head, tail = split_runs(block.runs, place.offset)
    new = Block(new_id(), node.kind, (Run(TO_FILL, placeholder=True),))
    if not head:
        middle = [new, replace(block, joined=False)]
    elif tail:
        lower = Block(
            new_id(), block.kind if block.kind is Kind.POINT else Kind.BODY, tail, marker=block.marker
        )
        middle = [replace(block, runs=head), new, lower]
    else:
        middle = [block, new]
    following = list(draft.blocks[place.index + 1 :])
    if not tail and following and following[0].joined:
        following[0] = replace(following[0], joined=False)
    plan = plan_of("另起一节", draft, [*draft.blocks[: place.index], *middle, *following], new_id)
    return Stroke(plan, Place(applied(plan, draft).index_of(new.id), 0), selected=len(TO_FILL))


def _heading_above(draft: Draft, index: int, nodes: Sequence[Node]) -> Node | None:
    """The innermost heading below which a block stands; None for a heading itself."""
    if index < len(draft.blocks) and draft.blocks[index].kind in HEADINGS:
        return None
    above = [node for node in nodes if node.start < index < node.stop and node.kind in HEADINGS]
    return above[-1] if above else None


def _before(node: Node, nodes: Sequence[Node]) -> Node | None:
    """The node of the same depth before one, below the same parent."""
    for other in reversed(nodes[: nodes.index(node)]):
        if other.rank <= node.rank:
            return other if other.rank == node.rank else None
    return None


def may_merge(draft: Draft, node: Node, nodes: Sequence[Node] | None = None) -> bool:
    """Whether there is a section of the same depth before this one to take it in. `nodes` as for `may_split`."""
    if node.kind is Kind.PART or node.kind is Kind.POINT:
        return False
    return _before(node, outline(draft) if nodes is None else nodes) is not None


def merged_branch(draft: Draft, node: Node, new_id: NewId = random_id) -> Plan:
    """Make a section part of the one before it: its heading becomes a paragraph, what is below it stays as it is.

    Fields that only this section has go to the one before, so that its bindings still find their values.
    """
    name = "并入上一节"
    if not may_merge(draft, node):
        return Plan(name)
    blocks = list(draft.blocks)
    first = blocks[node.start]
    kind = Kind.BODY if first.kind in HEADINGS else first.kind
    blocks[node.start] = replace(first, kind=kind, section=None)
    taker = next((at for at in range(node.start - 1, -1, -1) if blocks[at].section), None)
    if first.section is not None and taker is not None:
        blocks[taker] = with_fields(blocks[taker], first)
    return plan_of(name, draft, blocks, new_id)
