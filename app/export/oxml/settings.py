"""settings.xml, fontTable.xml, the footers and the properties: what a Word file says of itself as a whole."""

from collections.abc import Sequence
from datetime import datetime

from app.export.oxml.styles import FOOTER_EVEN, FOOTER_ODD
from app.export.oxml.xml import DECLARATION, EAST_ASIAN, element, escaped, part, stamp, switch, value
from app.layouts.model import Font, Layout

_WORD_2013 = 15
"""The compatibility mode in which Word opens a file without saying 兼容模式."""
_SIMPLIFIED_CHINESE = "86"
_DEFAULT_TAB = 420
_WORD_URI = "http://schemas.microsoft.com/office/word"


def settings_part(layout: Layout) -> bytes:
    """Odd and even pages, Chinese punctuation, and the compatibility switches that a Chinese Word sets.

    doNotExpandShiftReturn keeps a justified line that ends in a forced line end from being spread.
    """
    return part(
        "settings",
        element("zoom", percent=100),
        switch("bordersDoNotSurroundHeader", True),
        switch("bordersDoNotSurroundFooter", True),
        value("defaultTabStop", _DEFAULT_TAB),
        switch("evenAndOddHeaders", layout.page_number.placement == "outside"),
        value("characterSpacingControl", "compressPunctuation"),
        element(
            "compat",
            "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>",
            "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>",
            element("compatSetting", name="compatibilityMode", uri=_WORD_URI, val=_WORD_2013),
        ),
        value("decimalSymbol", "."),
        value("listSeparator", ","),
    )


def fonts_used(layout: Layout) -> tuple[Font, ...]:
    """The fonts that the styles and the page number of a layout name, each once."""
    fonts = [layout.body.font, *(style.font for style in layout.styles.values())]
    if layout.page_number.placement != "none":
        fonts.append(layout.page_number.font)
    return tuple(dict.fromkeys(fonts))


def font_table_part(layout: Layout) -> bytes:
    """Every font by name, with the name under which another machine may have it."""
    entries: dict[str, str] = {}
    for font in fonts_used(layout):
        alternative = font.fallbacks[0] if font.fallbacks else None
        entries.setdefault(font.east, _font(font.east, alternative, _SIMPLIFIED_CHINESE))
    for font in fonts_used(layout):
        entries.setdefault(font.west, _font(font.west, None, "00"))
    return part("fonts", *entries.values())


def _font(name: str, alternative: str | None, charset: str) -> str:
    return element(
        "font",
        "" if alternative is None else value("altName", alternative),
        value("charset", charset),
        value("family", "auto" if charset == _SIMPLIFIED_CHINESE else "roman"),
        value("pitch", "variable"),
        name=name,
    )


def footer_part(even: bool) -> bytes:
    """The page number between dashes, in the style that sets it to its side.

    GB/T 9704 7.5: a dash of one character on either side of the number.
    """
    style = element("pPr", value("pStyle", FOOTER_EVEN if even else FOOTER_ODD))
    page = f'<w:fldSimple w:instr=" PAGE ">{_run("2" if even else "1")}</w:fldSimple>'
    return part("ftr", element("p", style, _run("— "), page, _run(" —")))


def _run(text: str) -> str:
    return f'<w:r><w:rPr>{EAST_ASIAN}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def section_properties(layout: Layout, footers: Sequence[tuple[str, str]]) -> str:
    """Page and grid; `footers` are type (default, even) and relationship id."""
    page = layout.page
    return element(
        "sectPr",
        *(f'<w:footerReference w:type="{type_}" r:id="{rid}"/>' for type_, rid in footers),
        element("pgSz", w=page.width, h=page.height),
        element(
            "pgMar",
            top=page.top,
            right=page.right,
            bottom=page.bottom,
            left=page.left,
            header=page.header,
            footer=page.footer,
            gutter=0,
        ),
        element("cols", space=425),
        element("docGrid", type="lines", linePitch=layout.grid.pitch),
    )


def core_part(title: str, author: str, created: datetime | None) -> bytes:
    """Title and author as given, and nothing of the program that wrote the file; no times where none is given."""
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp(created)}</dcterms:{name}>'
        for name in ("created", "modified")
        if created is not None
    )
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{escaped(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escaped(author)}</cp:lastModifiedBy>{times}<dc:language>zh-CN</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def app_part() -> bytes:
    """The extended properties, of which a speech needs none."""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<DocSecurity>0</DocSecurity></Properties>"
    ).encode()
