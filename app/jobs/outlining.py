"""The outline of a draft as plain data, for other programs (DESIGN.md §8) and for people."""

from collections.abc import Mapping
from typing import TypedDict

from app.core.counting import block_counts, total
from app.core.draft import FORCED_LINE_END, Draft
from app.core.kinds import Kind
from app.core.outline import Node, outline
from app.jobs.speaking import draft_time
from app.lang.speaking import Rate


class NodeData(TypedDict):
    """One node; `line` is the line of the source it came from, or None."""

    kind: str
    number: str
    text: str
    layer: str | None
    run_in: bool
    missing: bool
    line: int | None


class OutlineData(TypedDict):
    """The whole: what the head says, how long it is, and the nodes in reading order."""

    title: list[str]
    subtitle: str | None
    byline: str | None
    date: str | None
    salutation: str | None
    characters: int
    minutes: float
    nodes: list[NodeData]


def outline_data(draft: Draft, rate: Rate, lines: Mapping[str, int] | None = None) -> OutlineData:
    """The object that `outline --json` prints. `lines` are source lines by block id (`Opened.lines`).

    `characters` are 字数 without what placeholders hold; `minutes`, to a tenth, those at the given rate.
    Lines that were ended by force are parted by a line end in strings.
    """
    title = _head(draft, Kind.TITLE)
    return OutlineData(
        title=title.split("\n") if title else [],
        subtitle=_head(draft, Kind.SUBTITLE),
        byline=_head(draft, Kind.BYLINE),
        date=_head(draft, Kind.DATE),
        salutation=_head(draft, Kind.SALUTATION),
        characters=total(block_counts(draft.blocks)).characters,
        minutes=round(draft_time(draft, rate).seconds / 60, 1),
        nodes=[_node(draft, node, lines or {}) for node in outline(draft)],
    )


def _head(draft: Draft, kind: Kind) -> str | None:
    """The text of the blocks of a head kind, None where there is none."""
    texts = [block.text for block in draft.blocks if block.kind is kind and block.runs]
    return "\n".join(texts).replace(FORCED_LINE_END, "\n") or None


def _node(draft: Draft, node: Node, lines: Mapping[str, int]) -> NodeData:
    return NodeData(
        kind="section" if node.kind is None else node.kind.value,
        number=node.number,
        text=node.text,
        layer=node.layer.value if node.layer else None,
        run_in=node.run_in,
        missing=node.missing,
        line=lines.get(draft.blocks[node.start].id),
    )
