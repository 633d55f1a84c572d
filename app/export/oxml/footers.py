"""The page number: its styles, and the footers that hold it.

GB/T 9704 7.5: 四号宋体 between dashes of one character, 7 mm below the type area; on odd pages one character
from the right edge, on even pages one from the left.
"""

from app.export.oxml.formatting import NORMAL, fonts_of, own_style
from app.export.oxml.xml import EAST_ASIAN, element, part, switch, value
from app.layouts.model import PageNumber

_ODD, _EVEN = "ScFooterOdd", "ScFooterEven"


def footer_styles(number: PageNumber) -> list[str]:
    """The page number outside: right on odd pages, left on even ones; or one style in the middle."""
    names = {_ODD: "页码（单页）", _EVEN: "页码（双页）"}
    if number.placement == "center":
        names = {_ODD: "页码"}
    elif number.placement == "none":
        names = {}
    return [
        own_style(
            "paragraph",
            name,
            shown,
            NORMAL,
            None,
            _paragraph(number, even=name == _EVEN),
            element(
                "rPr",
                fonts_of(number.font),
                value("spacing", 0),
                value("sz", number.size),
                value("szCs", number.size),
            ),
        )
        for name, shown in names.items()
    ]


def _paragraph(number: PageNumber, even: bool) -> str:
    """Line height is the size itself, so that the dashes stand where the layout's footer edge puts them."""
    twips = number.size * 10
    side = "left" if even else "right"
    indent = {f"{side}Chars": number.indent, side: round(number.indent * twips / 100)}
    centred = number.placement == "center"
    return element(
        "pPr",
        switch("snapToGrid", False),
        element("spacing", before=0, after=0, line=twips, lineRule="exact"),
        "" if centred else element("ind", **indent),
        value("jc", "center" if centred else side),
    )


def footer_part(even: bool) -> bytes:
    """One footer, in the style that sets the number to its side."""
    style = element("pPr", value("pStyle", _EVEN if even else _ODD))
    page = f'<w:fldSimple w:instr=" PAGE ">{_run("2" if even else "1")}</w:fldSimple>'
    return part("ftr", element("p", style, _run("— "), page, _run(" —")))


def _run(text: str) -> str:
    return f'<w:r><w:rPr>{EAST_ASIAN}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
