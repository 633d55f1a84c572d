"""What sets one layout apart from another."""

from collections.abc import Iterator

from app.layouts.changing import Place, settings_of
from app.layouts.model import Layout

_FOLLOWING = {("", "名称"), ("", "文件名"), ("grid", "行数"), ("grid", "字数")}
"""Settings that say nothing of their own."""


def differing(layout: Layout, standard: Layout) -> Iterator[Place]:
    """The settings that another layout has otherwise, or not at all, in the order of files.

    What only follows another setting that differs is left out.
    """
    there = settings_of(standard)
    for place, value in settings_of(layout).items():
        if place not in _FOLLOWING and there.get(place) != value and not _follows(layout, standard, place):
            yield place


def _follows(layout: Layout, standard: Layout, place: Place) -> bool:
    """Whether a style's line or spacing is the page's, which differs, or a lead is as bold as its heading."""
    table, key = place
    style = layout.styles.get(table.removeprefix("styles."))
    if style is None:
        return False
    if key == "行距":
        return style.line == layout.grid.pitch != standard.grid.pitch
    if key == "字距":
        of_body = style.size == layout.body.size and style.spacing == layout.grid.spacing
        return of_body and layout.grid.spacing != standard.grid.spacing
    return key == "领句加粗" and style.lead_bold == style.bold
