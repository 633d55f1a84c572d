"""The outline of a draft: parts, headings, points, and sections without a heading, in reading order.

Derived whenever it is wanted, never stored. A node reaches to the next node that stands as high or
higher, a section and what is below it at the latest to the signoff.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.draft import Block, Draft, Section
from app.core.kinds import HEADINGS, Kind, Layer, heading_rank
from app.core.lead import heading_text, is_run_in, lead_length, run_on
from app.core.numbering import numbers

MISSING = "【缺】"
"""What stands for a heading whose number the source skips."""


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the outline. `start` and `stop` are block indices, `stop` exclusive.

    `kind` is None for a section without a heading, whose text is its name. `rank` is the depth: part 0,
    h1 and section 1, h2 2 … point 5. `layer` is that of the section it stands in.
    """

    start: int
    stop: int
    kind: Kind | None
    rank: int
    number: str
    text: str
    layer: Layer | None
    section: Section | None
    run_in: bool = False

    @property
    def missing(self) -> bool:
        """Whether this heading stands for one that the source skips."""
        return self.text == MISSING


def outline(draft: Draft) -> tuple[Node, ...]:
    """All nodes in reading order. Empty headings are none."""
    blocks = draft.blocks
    printed, goes_on = numbers(blocks), run_on(blocks)
    found: list[Node] = []
    layer: Layer | None = None
    for index, block in enumerate(blocks):
        if block.kind is Kind.SIGNOFF:
            layer = None
        if block.section is not None:
            layer = block.section.layer
            if block.kind not in HEADINGS and block.kind is not Kind.PART:
                found.append(Node(index, 0, None, 1, "", block.section.name, layer, block.section))
        rank = heading_rank(block.kind)
        if rank < 9 and block.runs:
            length = lead_length(block, goes_on[index])
            text = heading_text(block, length)
            run_in = is_run_in(block, length, goes_on[index])
            found.append(Node(index, 0, block.kind, rank, printed[index], text, layer, block.section, run_in))
    return _with_stops(found, blocks)


def _ends(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Where what begins at each block ends at the latest: before the next signoff, or at the end."""
    ends: list[int] = []
    end = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        ends.append(end)
        end = index if blocks[index].kind is Kind.SIGNOFF else end
    return tuple(reversed(ends))


def _with_stops(found: Sequence[Node], blocks: Sequence[Block]) -> tuple[Node, ...]:
    ends = _ends(blocks)
    nearest: dict[int, int] = {}
    result: list[Node] = []
    for node in reversed(found):
        stop = min((start for rank, start in nearest.items() if rank <= node.rank), default=len(blocks))
        result.append(replace(node, stop=min(stop, ends[node.start])))
        nearest[node.rank] = node.start
    return tuple(reversed(result))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section with the blocks it covers; `stop` is exclusive."""

    section: Section
    start: int
    stop: int


def stretches(draft: Draft) -> tuple[Stretch, ...]:
    """The sections in order. What stands before the first belongs to none."""
    begins = [(index, block.section) for index, block in enumerate(draft.blocks) if block.section]
    nexts = [*(index for index, _ in begins), len(draft.blocks)][1:]
    ends = _ends(draft.blocks)
    return tuple(
        Stretch(section, start, min(stop, ends[start]))
        for (start, section), stop in zip(begins, nexts, strict=True)
    )


def section_at(draft: Draft, index: int) -> Stretch | None:
    """The section that a block stands in, None before the first and from a signoff to the next."""
    return next((each for each in stretches(draft) if each.start <= index < each.stop), None)
