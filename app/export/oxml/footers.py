"""What stands above and below the text: the page number and the header, their styles and their parts.

GB/T 9704 7.5: 四号宋体 between dashes of one character, 7 mm below the type area; on odd pages one character
from the right edge, on even pages one from the left. A header is a custom of offices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.export.oxml.formatting import NORMAL, fonts_of, own_style
from app.export.oxml.xml import EAST_ASIAN, element, escaped, part, switch, value
from app.layouts.model import Font, Layout
from app.layouts.words import number_parts

PageType = Literal["default", "even", "first"]
"""The pages that a header or footer is for, as Word calls them; `default` are the odd ones or all."""
_ODD, _EVEN = "ScFooterOdd", "ScFooterEven"
_HEADER_ODD, _HEADER_EVEN = "ScHeaderOdd", "ScHeaderEven"
_NUMBER = "ScPageNumber"
"""The character style of a page number that shares its line with a header."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A header or footer that the file has: where, for which pages, and its part."""

    where: Literal["header", "footer"]
    pages: PageType
    data: bytes


def edges(layout: Layout) -> Iterator[Edge]:
    """The headers and footers in which something stands; what a page lacks is blank there (17.10.2, 17.10.5)."""
    for where in ("header", "footer"):
        for pages in _types(layout):
            line = _line(layout, where, pages)
            if line:
                yield Edge(where, pages, part("hdr" if where == "header" else "ftr", line))


def _types(layout: Layout) -> Iterator[PageType]:
    yield "default"
    if layout.sided:
        yield "even"
    if layout.first_differs:
        yield "first"


def _line(layout: Layout, where: str, pages: PageType) -> str:
    """The one paragraph of a header or footer; empty where there is none."""
    number, header = layout.page_number, layout.header
    numbered = number.placement != "none" and number.edge == where and (number.first or pages != "first")
    texted = where == "header" and bool(header.text) and (header.first or pages != "first")
    even = pages == "even"
    if texted:
        style = _HEADER_EVEN if even and _HEADER_EVEN in _header_names(layout) else _HEADER_ODD
        return _shared(layout, style, even) if numbered else _paragraph(style, _run(header.text))
    if numbered:
        return _paragraph(_EVEN if even and number.placement == "outside" else _ODD, _number(layout, even))
    return ""


def _shared(layout: Layout, style: str, even: bool) -> str:
    """Text and page number in one line, at the tabs of the header's style."""
    texts = {
        _side(layout.header.alignment, even): _run(layout.header.text),
        _side(layout.page_number.placement, even): _number(layout, even, _NUMBER),
    }
    tab = "<w:r><w:tab/></w:r>"
    return _paragraph(style, tab.join(texts.get(side, "") for side in ("left", "center", "right")))


def _side(place: str, even: bool) -> str:
    return ("left" if even else "right") if place == "outside" else place


def _paragraph(style: str, content: str) -> str:
    return element("p", element("pPr", value("pStyle", style)), content)


def _number(layout: Layout, even: bool, style: str = "") -> str:
    before, between, after = number_parts(layout.page_number.form)
    page = _field("PAGE", "2" if even else "1", style)
    total = _run(between, style) + _field("NUMPAGES", "9", style) if between else ""
    return _run(before, style) + page + total + _run(after, style)


def _field(name: str, shown: str, style: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{_run(shown, style)}</w:fldSimple>'


def _run(text: str, style: str = "") -> str:
    if not text:
        return ""
    properties = (value("rStyle", style) if style else "") + EAST_ASIAN
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def edge_styles(layout: Layout) -> list[str]:
    """The styles that headers and footers need, and no others."""
    return [*_number_styles(layout), *_header_styles(layout)]


def _number_styles(layout: Layout) -> Iterator[str]:
    """The page number outside: right on odd pages, left on even ones; or one style for all pages."""
    number = layout.page_number
    if number.placement == "none":
        return
    names = {_ODD: "页码"}
    if number.placement == "outside":
        names = {_ODD: "页码（单页）", _EVEN: "页码（双页）"}
    characters = _characters(number.font, number.size)
    for name, shown in names.items():
        side = _side(number.placement, even=name == _EVEN)
        indent = {f"{side}Chars": number.indent, side: _number_indent(layout)}
        paragraph = _single_line(number.size, "" if side == "center" else element("ind", **indent), side)
        yield own_style("paragraph", name, shown, NORMAL, None, paragraph, characters)
    if layout.header.text and number.edge == "header":
        yield own_style("character", _NUMBER, "页码字符", None, None, characters)


def _header_names(layout: Layout) -> dict[str, str]:
    """The styles of the header by id, with what Word shows: one where odd and even pages have the same."""
    header, number = layout.header, layout.page_number
    outside = header.alignment == "outside" or (number.edge == "header" and number.placement == "outside")
    return (
        {_HEADER_ODD: "页眉（单页）", _HEADER_EVEN: "页眉（双页）"} if outside else {_HEADER_ODD: "页眉文字"}
    )


def _header_styles(layout: Layout) -> Iterator[str]:
    header, number = layout.header, layout.page_number
    if not header.text:
        return
    shared = number.placement != "none" and number.edge == "header"
    for name, shown in _header_names(layout).items():
        even = name == _HEADER_EVEN
        paragraph = element(
            "pPr",
            element("pBdr", element("bottom", val="single", sz=6, space=1, color="auto"))
            if header.rule
            else "",
            _tabs(layout, even) if shared else "",
            switch("snapToGrid", False),
            _spacing(max(header.size, number.size) if shared else header.size),
            element("ind", left=_number_indent(layout)) if shared and _left_number(layout, even) else "",
            value("jc", "left" if shared else _side(header.alignment, even)),
        )
        yield own_style(
            "paragraph", name, shown, NORMAL, None, paragraph, _characters(header.font, header.size)
        )


def _tabs(layout: Layout, even: bool) -> str:
    """The middle and the right end of the line; a page number at the right stands in from it."""
    width = layout.page.text_width
    inward = _number_indent(layout) if _side(layout.page_number.placement, even) == "right" else 0
    return element(
        "tabs", element("tab", val="center", pos=width // 2), element("tab", val="right", pos=width - inward)
    )


def _left_number(layout: Layout, even: bool) -> bool:
    return _side(layout.page_number.placement, even) == "left"


def _number_indent(layout: Layout) -> int:
    number = layout.page_number
    return round(number.indent * number.size / 10)


def _single_line(size: int, indent: str, alignment: str) -> str:
    return element("pPr", switch("snapToGrid", False), _spacing(size), indent, value("jc", alignment))


def _spacing(size: int) -> str:
    """Line height is the size itself, so that the line stands where the layout's edge puts it."""
    return element("spacing", before=0, after=0, line=size * 10, lineRule="exact")


def _characters(font: Font, size: int) -> str:
    return element("rPr", fonts_of(font), value("spacing", 0), value("sz", size), value("szCs", size))
