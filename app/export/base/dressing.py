"""A layout dressed as a unit's file looks, so that the window shows what the export will be like."""

from collections.abc import Mapping
from dataclasses import replace

from app.core.kinds import Kind
from app.export.base.looks import Look
from app.export.base.names import W, child, whole
from app.files.xml import Element
from app.layouts.checks import faults
from app.layouts.model import Font, Grid, Layout, Page, ParagraphStyle

_FONT = "unit"
"""How the ids of a unit's fonts begin."""
_LEAST_SIZE, _MOST_SIZE = 10, 144
_MOST_LINE, _MOST_BLANK, _MOST_INDENT = 4000, 1000, 1000
_LEAST_SPACING, _MOST_SPACING = -80, 400
_LEAST_PITCH, _MOST_PITCH = 160, 2400
"""What a layout file may say, in its units."""


def dressed(layout: Layout, section: Element, looks: Mapping[str, Look]) -> Layout:
    """The layout with the paper of a section and the looks of a unit's styles, by kind.

    Kinds that have none follow the body in size and line where the layout has them so; page number and header are
    the file's own, and none of the layout's is shown. What no layout can be is left as it was.
    """
    fonts = dict(layout.fonts)
    body_look = looks.get(Kind.BODY)
    page = _page(section, layout.page)
    pitch = layout.grid.pitch if body_look is None else _within(body_look.line, _LEAST_PITCH, _MOST_PITCH)
    styles = {
        kind: _style(style, looks.get(kind), pitch, layout, fonts) for kind, style in layout.styles.items()
    }
    body = styles[Kind.BODY]
    if body_look is not None:
        follow = {
            kind: _following(style, layout, body) for kind, style in styles.items() if kind not in looks
        }
        styles |= follow
    grid = Grid(
        pitch, page.text_height // pitch, page.text_width // (body.size * 10 + body.spacing), body.spacing
    )
    title = styles[Kind.TITLE]
    most = max(4, min(60, page.text_width // (title.size * 10 + title.spacing)))
    made = replace(
        layout,
        page=page,
        grid=grid,
        fonts=fonts,
        styles=styles,
        title_most=min(layout.title_most, most),
        title_best=min(layout.title_best, layout.title_most, most),
        page_number=replace(layout.page_number, placement="none"),
        header=replace(layout.header, text=""),
    )
    return layout if any(faults(made)) else made


def _page(section: Element, page: Page) -> Page:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    if size is None or margins is None:
        return page

    def twips(element: Element, name: str, least: int, most: int, missing: int) -> int:
        found = whole(element.get(f"{W}{name}"))
        return missing if found is None else _within(found, least, most)

    return replace(
        page,
        width=twips(size, "w", 4536, 56692, page.width),
        height=twips(size, "h", 4536, 56692, page.height),
        top=twips(margins, "top", 284, 11338, page.top),
        bottom=twips(margins, "bottom", 284, 11338, page.bottom),
        left=twips(margins, "left", 284, 11338, page.left),
        right=twips(margins, "right", 284, 11338, page.right),
    )


def _style(
    style: ParagraphStyle, look: Look | None, pitch: int, layout: Layout, fonts: dict[str, Font]
) -> ParagraphStyle:
    if look is None:
        return style
    size = _within(look.size, _LEAST_SIZE, _MOST_SIZE)
    return replace(
        style,
        font=_font(look, style.font, fonts),
        size=size,
        bold=look.bold,
        lead_bold=look.bold,
        alignment=look.alignment,
        first_line=_within(look.first_line, 0, _MOST_INDENT),
        left=_within(look.left, 0, _MOST_INDENT),
        right=_within(look.right, 0, _MOST_INDENT),
        line=_within(look.line, size * 10, _MOST_LINE),
        spacing=_within(look.spacing, _LEAST_SPACING, _MOST_SPACING),
        before=_within(round(look.before * 100 / pitch), 0, _MOST_BLANK),
        after=_within(round(look.after * 100 / pitch), 0, _MOST_BLANK),
        snap=look.snap and look.line <= pitch,
        keep_next=style.keep_next or look.keep_next,
        outline=look.outline,
    )


def _following(style: ParagraphStyle, layout: Layout, body: ParagraphStyle) -> ParagraphStyle:
    """A style that goes on having what it has in common with the body in the layout."""
    former = layout.body
    return replace(
        style,
        font=body.font if style.font == former.font else style.font,
        size=body.size if style.size == former.size else style.size,
        line=max(body.line if style.line == former.line else style.line, style.size * 10),
        spacing=body.spacing if style.spacing == former.spacing else style.spacing,
    )


def _font(look: Look, missing: Font, fonts: dict[str, Font]) -> Font:
    """The font of a look: one of the layout where it has it, so that its substitutes are known, else a new one."""
    east, west = look.east or missing.east, look.west or missing.west
    for font in fonts.values():
        if (font.east, font.west) == (east, west):
            return font
    like = next((font for font in fonts.values() if font.east == east), None)
    name = next(name for number in range(1, 1000) if (name := f"{_FONT}{number}") not in fonts)
    fonts[name] = Font(name, east, west, () if like is None else like.fallbacks)
    return fonts[name]


def _within(number: int, least: int, most: int) -> int:
    return max(least, min(number, most))
