"""What sets one layout apart from another, in the words of the window's groups."""

from collections.abc import Iterator

from app.layouts.changing import Place, settings_of
from app.layouts.model import Layout

_FOLLOWING = {("", "名称"), ("", "文件名"), ("grid", "行数"), ("grid", "字数")}
"""Settings that say nothing of their own."""


def differing(layout: Layout, standard: Layout) -> Iterator[Place]:
    """The settings that another layout has otherwise, or not at all, in the order of files."""
    there = settings_of(standard)
    pitch = layout.grid.pitch != standard.grid.pitch
    for place, value in settings_of(layout).items():
        if place in _FOLLOWING or there.get(place) == value:
            continue
        style = layout.styles.get(place[0].removeprefix("styles."))
        if pitch and place[1] == "行距" and style is not None and style.line == layout.grid.pitch:
            continue
        yield place
