"""The header of a sample: what it says and how it is set."""

from collections.abc import Iterator

from app.importing.layout.edge_lines import EdgeLine
from app.importing.layout.edges import Edges, Found
from app.importing.layout.findings import Evidence, Place, beginning
from app.importing.layout.looks import WEST, font_of
from app.importing.layout.units import size_of
from app.layouts.model import HeaderAlignment
from app.layouts.values import Value, font_size, millimetres, word_for
from app.layouts.words import HEADER_ALIGNMENTS

_TABLE = "page_header"
_MOST_DISTANCE = 11338
_LONGEST = 200
"""What a layout can hold: twips, characters."""


def gather_header(evidence: Evidence, edges: Edges) -> None:
    """Evidence for the header; that there is none is seen as well."""
    odd = edges.text("default")
    if edges.numbered != "header":
        distance = edges.section.margins["header"] + (0 if odd is None else _lower(odd.line, edges))
        limited = max(0, min(distance, _MOST_DISTANCE))
        # LibreOffice writes 0 where there is nothing.
        if odd is not None or limited:
            evidence.add((_TABLE, "距纸边"), millimetres(limited), 1, edges.section.place)
    if odd is None:
        evidence.add((_TABLE, "文字"), "", 1, Place("页眉", "", "没有文字"))
        return
    even = edges.text("even") if edges.sided else None
    text = _one_line(odd.text)
    place = Place("页眉", odd.line.style.name, beginning(text))
    for key, value in _look(odd, even):
        evidence.add((_TABLE, key), value, 1, place)
    evidence.add((_TABLE, "文字"), text, 1, place)
    evidence.add((_TABLE, "首页"), not edges.is_missing_first(edges.text("first")), 1, place)
    if edges.lines("header") > 1:
        edges.remarks.append("页眉不止一行，只学了有文字的第一行。")


def _look(odd: Found, even: Found | None) -> Iterator[tuple[str, Value]]:
    outside = odd.side == "outside" or (even is not None and (odd.side, even.side) == ("right", "left"))
    token = max(odd.tokens, key=lambda each: len(each.text))
    drawn = odd.line.said.get("pBdr.bottom")
    yield "对齐", word_for(HEADER_ALIGNMENTS, "outside" if outside else _alignment(odd.side))
    yield "字体", font_of(token.said, "east")
    yield WEST, font_of(token.said, "west")
    yield "字号", font_size(max(10, min(size_of(token.said), 144)))
    yield "下加线", drawn is not None and drawn.on


def _alignment(side: str) -> HeaderAlignment:
    return "center" if side == "center" else "right" if side == "right" else "left"


def _lower(line: EdgeLine, edges: Edges) -> int:
    """How much lower the letters of a line stand than in one that is as high as they are, as ours are."""
    height, size, exact = edges.height(line)
    return (height - size * 10) * 4 // 5 if exact else height // 2 - size * 5


def _one_line(text: str) -> str:
    """A text as a layout holds it."""
    return "".join(char if char.isprintable() or char == "\u3000" else " " for char in text).strip()[
        :_LONGEST
    ]
