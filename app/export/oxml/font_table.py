"""fontTable.xml: every font by name, with the name under which another machine may have it."""

from app.export.oxml.xml import element, part, value
from app.layouts.model import Font, Layout

_SIMPLIFIED_CHINESE, _LATIN = "86", "00"
"""Character sets as fontTable.xml numbers them."""


def fonts_used(layout: Layout) -> tuple[Font, ...]:
    """The fonts that the styles, the page number and the header of a layout name, each once."""
    fonts = [layout.body.font, *(style.font for style in layout.styles.values())]
    if layout.page_number.placement != "none":
        fonts.append(layout.page_number.font)
    if layout.header.text:
        fonts.append(layout.header.font)
    return tuple(dict.fromkeys(fonts))


def font_table_part(layout: Layout) -> bytes:
    """The part; the first of a font's fallbacks is its other name."""
    entries: dict[str, str] = {}
    for font in fonts_used(layout):
        alternative = font.fallbacks[0] if font.fallbacks else None
        entries.setdefault(font.east, _font(font.east, alternative, _SIMPLIFIED_CHINESE))
    for font in fonts_used(layout):
        entries.setdefault(font.west, _font(font.west, None, _LATIN))
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
