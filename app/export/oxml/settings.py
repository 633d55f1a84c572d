"""settings.xml and the section: page, grid, and how Word is to treat Chinese text."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.export.oxml.xml import element, part, switch, value
from app.layouts.model import Layout

_WORD_2013 = 15
"""The compatibility mode in which Word opens a file without saying 兼容模式."""
_DEFAULT_TAB = 420
_WORD_URI = "http://schemas.microsoft.com/office/word"


@dataclass(frozen=True, slots=True)
class Reference:
    """A header or footer of the section: where it stands, for which pages, and its relationship id."""

    where: str
    pages: str
    id: str


def settings_part(layout: Layout) -> bytes:
    """Odd and even pages, Chinese punctuation, and the compatibility switches that a Chinese Word sets.

    doNotExpandShiftReturn keeps a justified line that ends in a forced line end from being spread.
    """
    return part(
        "settings",
        element("zoom", percent=100),
        switch("mirrorMargins", True) if layout.page.mirrored else "",
        switch("bordersDoNotSurroundHeader", True),
        switch("bordersDoNotSurroundFooter", True),
        value("defaultTabStop", _DEFAULT_TAB),
        switch("evenAndOddHeaders", layout.sided),
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


def section_properties(layout: Layout, references: Sequence[Reference]) -> str:
    """Page and grid, with the headers and footers that are there."""
    page = layout.page
    return element(
        "sectPr",
        *(f'<w:{each.where}Reference w:type="{each.pages}" r:id="{each.id}"/>' for each in references),
        element("pgSz", w=page.width, h=page.height),
        element(
            "pgMar",
            top=page.top,
            right=page.right,
            bottom=page.bottom,
            left=page.left,
            header=layout.header_edge,
            footer=layout.footer_edge,
            gutter=0,
        ),
        element("cols", space=425),
        "<w:titlePg/>" if layout.first_differs else "",
        element("docGrid", type="lines", linePitch=layout.grid.pitch),
    )
