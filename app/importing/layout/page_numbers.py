"""The page number of a sample: where it stands, what it looks like."""

import re
from collections.abc import Sequence

from app.importing.layout.edges import Edges, Found
from app.importing.layout.findings import Evidence, Place
from app.importing.layout.looks import WEST, font_of
from app.importing.layout.units import characters, size_of
from app.layouts.model import Edge, NumberForm, Placement
from app.layouts.values import Value, font_size, hundredths, millimetres, word_for
from app.layouts.words import EDGES, NUMBER_FORMS, PLACEMENTS, number_text

_TABLE = "page_number"
_FORMS: Sequence[tuple[NumberForm, re.Pattern[str]]] = (
    ("page_of", re.compile(r".*1.*9.*")),
    ("dashes", re.compile(r"[—―─–-]{1,2}1[—―─–-]{1,2}")),
    ("hyphens", re.compile(r"[-－]1[-－]")),
    ("page", re.compile(r"第1页")),
)
"""What is meant, by how it is written without blanks; each before those that it would be taken for."""
_MOST_GAP, _MOST_INDENT = 2834, 1000


def gather_number(evidence: Evidence, edges: Edges) -> None:
    """Evidence for the page number; that there is none is seen as well."""
    where = edges.numbered
    odd = None if where is None else edges.number(where, "default")
    if where is None or odd is None or odd.line.number is None:
        place = Place("页眉和页脚", "", "没有页码")
        evidence.add((_TABLE, "位置"), word_for(PLACEMENTS, "none"), 1, place)
        return
    even = edges.number(where, "even") if edges.sided else None
    said = odd.line.number.said
    place = Place("页眉" if where == "header" else "页脚", odd.line.style.name, odd.text.strip())
    form, plain = _form(odd.text, edges)
    gap, exact = _gap(where, odd, edges)
    found: list[tuple[str, Value, bool]] = [
        ("位置", word_for(PLACEMENTS, _placement(odd, even, edges)), False),
        ("样式", form, not plain),
        ("所在", word_for(EDGES, where), False),
        ("字体", font_of(said, "east"), False),
        (WEST, font_of(said, "west"), False),
        ("字号", font_size(max(10, min(size_of(said), 144))), False),
        ("首页", not edges.is_missing_first(edges.number(where, "first")), False),
        ("距版心", millimetres(gap), not exact),
    ]
    if odd.side != "center":
        found.append(("空", _indent(odd, size_of(said), edges), False))
    for key, value, reckoned in found:
        evidence.add((_TABLE, key), value, 1, place, reckoned)


def _placement(odd: Found, even: Found | None, edges: Edges) -> Placement:
    if odd.side == "outside" or (even is not None and (odd.side, even.side) == ("right", "left")):
        return "outside"
    if odd.side == "center":
        return "center"
    if odd.side == "right":
        return "right"
    if even is None:
        edges.remarks.append("页码印在左边，版式里没有这一种，照居中。")
        return "center"
    edges.remarks.append("页码印在里侧，版式里没有这一种，照外侧。")
    return "outside"


def _form(text: str, edges: Edges) -> tuple[str, bool]:
    """The form's word, and whether the sample writes it so to the letter."""
    shown = text.strip()
    for form in NUMBER_FORMS.values():
        if shown == number_text(form, 1, 9):
            return word_for(NUMBER_FORMS, form), True
    near = _nearest("".join(shown.split()))
    edges.remarks.append(f"页码写成“{shown}”，版式里最近的是“{number_text(near, 1, 9)}”。")
    return word_for(NUMBER_FORMS, near), False


def _nearest(tight: str) -> NumberForm:
    """The form that is meant by a page number without blanks."""
    for form, pattern in _FORMS:
        if pattern.fullmatch(tight):
            return form
    return "bare"


def _indent(odd: Found, size: int, edges: Edges) -> Value:
    """From the outer edge of the type area inward."""
    said, margins = odd.line.said, edges.section.margins
    stop = said["tabs.right"].number if odd.segment and "tabs.right" in said else None
    if stop is not None:
        width = edges.section.paper["w"] - margins["left"] - margins["right"]
        found = round((width - stop) * 10 / size)
    else:
        found = characters(said, "right" if odd.side == "right" else "left", size * 10)
    return hundredths(max(0, min(found, _MOST_INDENT)))


def _gap(where: Edge, odd: Found, edges: Edges) -> tuple[int, bool]:
    """From the type area to the middle of the number, and whether the file says the height of its line.

    In a line of exact height letters stand on a line one fifth above its lower end, as LibreOffice has it from
    Word; else in the middle.
    """
    margins = edges.section.margins
    line, size, exact = edges.height(odd.line)
    below = line // 5 + size * 3 if exact else line // 2
    if where == "header":
        found = abs(margins["top"]) - margins["header"] - line + below
    else:
        found = abs(margins["bottom"]) - margins["footer"] - below
    return max(0, min(found, _MOST_GAP)), exact and not odd.line.box
