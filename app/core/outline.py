"""The outline of a draft: parts, headings, points, and sections without a heading, in reading order.

Derived whenever it is wanted, never stored. A node reaches to the next node that stands as high or
higher, a section and what is below it at the latest to the signoff. The closing words of the speech
are of no heading.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.core.draft import Block, Draft, Section
from app.core.kinds import HEADINGS, NUMBERED, Kind, Layer, heading_rank
from app.core.lead import heading_text, is_run_in, lead_length, run_on
from app.core.memo import PerBlock
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


_Begun = tuple[int, Kind | None, int, str, str, Layer | None, Section | None, bool]
"""A node of which it is not known yet where it ends."""


def outline(draft: Draft) -> tuple[Node, ...]:
    """All nodes in reading order. Empty headings are none."""
    return _with_stops(_begun(draft, PerBlock(_heading)), _node_ends(draft.blocks))


class Outliner:
    """Tells the outlines of one draft after another, of which little changed from one to the next.

    Where the outline is the same, it is the same object, too.
    """

    def __init__(self) -> None:
        self._headings = PerBlock(_heading)
        self._draft = Draft()
        self._found: tuple[Sequence[_Begun], Sequence[int]] = (), ()
        self._nodes: tuple[Node, ...] = ()

    def __call__(self, draft: Draft) -> tuple[Node, ...]:
        """What `outline` tells."""
        if self._draft is not draft:
            found = _begun(draft, self._headings), _node_ends(draft.blocks)
            if found != self._found:
                self._found, self._nodes = found, _with_stops(*found)
            self._draft = draft
        return self._nodes


def _begun(draft: Draft, headings: PerBlock[tuple[str, bool]]) -> list[_Begun]:
    blocks = draft.blocks
    printed = numbers(blocks)
    found: list[_Begun] = []
    layer: Layer | None = None
    for index, (block, (text, run_in)) in enumerate(
        zip(blocks, headings(blocks, run_on(blocks)), strict=True)
    ):
        if block.kind is Kind.SIGNOFF:
            layer = None
        if block.section is not None:
            layer = block.section.layer
            if block.kind not in HEADINGS and block.kind is not Kind.PART:
                found.append((index, None, 1, "", block.section.name, layer, block.section, False))
        rank = heading_rank(block.kind)
        if rank < 9 and block.runs:
            found.append((index, block.kind, rank, printed[index], text, layer, block.section, run_in))
    return found


def _heading(block: Block, goes_on: bool) -> tuple[str, bool]:
    """The text of a block as a heading, and whether it is run-in."""
    if block.kind is not Kind.PART and block.kind not in NUMBERED:
        return "", False
    length = lead_length(block, goes_on)
    return heading_text(block, length), is_run_in(block, length, goes_on)


def _ends(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Where what begins at each block ends at the latest: before the next signoff, or at the end."""
    ends: list[int] = []
    end = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        ends.append(end)
        end = index if blocks[index].kind is Kind.SIGNOFF else end
    return tuple(reversed(ends))


def _node_ends(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The same of nodes: they end before the closing words, too, but for a section that has its own (收尾)."""
    ends, endings = list(_ends(blocks)), _endings(blocks)
    if not any(endings):
        return tuple(ends)
    begins = accumulate((at if block.section else 0 for at, block in enumerate(blocks)), max)
    # Where closing words stand that end what begins above them, in the whole speech and behind a section's begin.
    of_all, own, own_begin = len(blocks), len(blocks), -1
    for at, begin in reversed(list(enumerate(begins))):
        own = own if at > own_begin else len(blocks)
        ends[at] = min(ends[at], of_all, own)
        if endings[at] and _has_own_closing(blocks[begin]):
            own, own_begin = at, begin
        elif endings[at]:
            of_all = at
    return tuple(ends)


def _has_own_closing(begin: Block) -> bool:
    """Whether the closing words belong to the section that begins here: it has no heading and is of no layer."""
    is_headed = begin.kind in HEADINGS or begin.kind is Kind.PART
    return not is_headed and begin.section is not None and begin.section.layer is None


def is_ending(blocks: Sequence[Block], at: int) -> bool:
    """Whether here stand closing words behind which nothing is said up to the next signoff or the end."""
    return _endings(blocks[at:])[0]


def _endings(blocks: Sequence[Block]) -> tuple[bool, ...]:
    found: list[bool] = []
    is_last = True
    for block in reversed(blocks):
        found.append(is_last and block.kind is Kind.CLOSING)
        says_more = block.section or (block.runs and block.kind not in (Kind.CLOSING, Kind.CUE))
        is_last = block.kind is Kind.SIGNOFF or (is_last and not says_more)
    return tuple(reversed(found))


def _with_stops(found: Sequence[_Begun], ends: Sequence[int]) -> tuple[Node, ...]:
    """The nodes, of which `ends` tells for each block where what begins there ends at the latest."""
    # Of each rank the start of the nearest node further down that stands as high or higher.
    nearest = [len(ends)] * (heading_rank(Kind.POINT) + 1)
    result: list[Node] = []
    for start, kind, rank, number, text, layer, section, run_in in reversed(found):
        stop = min(nearest[rank], ends[start])
        result.append(Node(start, stop, kind, rank, number, text, layer, section, run_in))
        nearest[rank:] = [start] * (len(nearest) - rank)
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


def place_behind(draft: Draft, stretch: Stretch) -> int:
    """Before which block stands what is put in behind a section: before closing words that are not its own."""
    return min(stretch.stop, _node_ends(draft.blocks)[stretch.start])


def section_at(draft: Draft, index: int) -> Stretch | None:
    """The section that a block stands in, None before the first and from a signoff to the next."""
    return next((each for each in stretches(draft) if each.start <= index < each.stop), None)
