"""settings.xml and the section: page, grid, and how Word is to treat Chinese text."""

from collections.abc import Sequence

from app.export.oxml.xml import element, part, switch, value
from app.layouts.model import Layout

_WORD_2013 = 15
"""The compatibility mode in which Word opens a file without saying 兼容模式."""
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
