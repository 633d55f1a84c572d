"""The rows of the outline as values: each with its counts, in a tree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from app.core.counting import Count, block_counts
from app.core.draft import Draft
from app.core.kinds import Kind, Layer, Status
from app.core.ladder import ladder_faults
from app.core.outline import Node, outline, stretches
from app.lang.speaking import Load, Rate, SpeakingTime, duration

Key = tuple[str, bool]
"""What a row keeps through all changes: the id of its block, and whether it is a section without a heading."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `index` is that of its block, `characters` its 字数 with all below it.

    `share` is that 字数 against the longest row of the highest level, 0 to 1, `target_share` the target on the
    same scale. `section` says whether it
    begins a section, which alone has status and target; `fault` why it breaks the ladder, empty if it does not.
    """

    key: Key
    index: int
    rank: int
    kind: Kind | None
    number: str
    text: str
    characters: int
    share: float
    layer: Layer | None
    status: Status | None
    begins_layer: bool
    missing: bool
    section: bool = False
    target: int | None = None
    target_share: float = 0.0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """Rows in reading order, for each the place of its parent among them (None: at the top), and its node."""

    rows: tuple[Row, ...] = ()
    parents: tuple[int | None, ...] = ()
    nodes: tuple[Node, ...] = ()
    draft: Draft = field(default_factory=Draft)
    faults: Mapping[str, str] = field(default_factory=dict)
    longest: int = 0
    """字数 of the longest row of the highest level."""


@dataclass(frozen=True, slots=True)
class LayerShares:
    """字数 of each layer, and of the whole."""

    characters: Mapping[Layer, int]
    whole: int

    def percent(self, layer: Layer) -> int:
        """The part of the whole that a layer takes."""
        return round(100 * self.characters.get(layer, 0) / self.whole) if self.whole else 0


@dataclass(frozen=True, slots=True)
class SpeakingTimes:
    """How long the whole takes to speak, and each row with all below it."""

    whole: SpeakingTime
    rows: Mapping[Key, SpeakingTime]


def tree_of(draft: Draft) -> Tree:
    """The outline of a draft as rows."""
    return tree_after(Tree(), draft, outline(draft), block_counts(draft.blocks))


def tree_after(before: Tree, draft: Draft, nodes: tuple[Node, ...], counts: Sequence[Count]) -> Tree:
    """The tree of a draft with these nodes and 字数 of blocks; what is as it was in the tree before is the same object."""
    same = nodes is before.nodes
    faults = before.faults if same else ladder_faults(draft)
    sums = [0, *accumulate(count.characters for count in counts)]
    lengths = [sums[node.stop] - sums[node.start] for node in nodes]
    top = min((node.rank for node in nodes), default=0)
    longest = max(
        (length for node, length in zip(nodes, lengths, strict=True) if node.rank == top), default=0
    )
    if same and longest == before.longest:
        known = zip(nodes, lengths, before.rows, strict=True)
        rows = tuple(
            row if row.characters == length else _row(draft, node, length, longest, faults)
            for node, length, row in known
        )
    else:
        rows = tuple(
            _row(draft, node, length, longest, faults) for node, length in zip(nodes, lengths, strict=True)
        )
    return Tree(rows, before.parents if same else _parents(rows), nodes, draft, faults, longest)


def _row(draft: Draft, node: Node, length: int, longest: int, faults: Mapping[str, str]) -> Row:
    target = node.section.target if node.section else None
    return Row(
        key=_key(draft, node),
        index=node.start,
        rank=node.rank,
        kind=node.kind,
        number=node.number,
        text=node.text or "（未命名的节）",
        characters=length,
        share=min(length / longest, 1.0) if longest else 0.0,
        layer=node.layer,
        status=node.section.status if node.section else None,
        begins_layer=node.layer is not None and node.rank <= 1,
        missing=node.missing,
        section=node.section is not None,
        target=target,
        target_share=min((target or 0) / longest, 1.0) if longest else 0.0,
        fault="" if node.kind is None else faults.get(draft.blocks[node.start].id, ""),
    )


def _key(draft: Draft, node: Node) -> Key:
    return draft.blocks[node.start].id, node.kind is None


def _parents(rows: tuple[Row, ...]) -> tuple[int | None, ...]:
    """The parent of a row is the nearest one before it that stands higher."""
    above: list[int] = []
    parents: list[int | None] = []
    for place, row in enumerate(rows):
        while above and rows[above[-1]].rank >= row.rank:
            above.pop()
        parents.append(above[-1] if above else None)
        above.append(place)
    return tuple(parents)


def layer_shares(draft: Draft, counts: Sequence[Count] | None = None) -> LayerShares:
    """How the speech is divided among the layers. `counts` are the 字数 of its blocks; None has them counted."""
    sums = [0, *accumulate(count.characters for count in counts or block_counts(draft.blocks))]
    characters: dict[Layer, int] = {}
    for stretch in stretches(draft):
        layer = stretch.section.layer
        if layer is not None:
            characters[layer] = characters.get(layer, 0) + sums[stretch.stop] - sums[stretch.start]
    return LayerShares(characters, sums[-1])


def speaking_times(draft: Draft, nodes: Sequence[Node], loads: Sequence[Load], rate: Rate) -> SpeakingTimes:
    """How long a draft and its nodes take to speak at a rate, from what there is to speak in each block."""
    sums = [Load(), *accumulate(loads)]
    rows = {_key(draft, node): duration(sums[node.stop] - sums[node.start], rate) for node in nodes}
    return SpeakingTimes(duration(sums[-1], rate), rows)
