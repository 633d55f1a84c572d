"""In a few lines: how a layout differs from the standard."""

from app.layouts.changing import settings_of
from app.layouts.comparing import differing
from app.layouts.model import Layout
from app.ui.layouts.boxes import shown_value
from app.ui.layouts.groups import GROUPS

_MOST = 8
_GRID = {("grid", "行距"): ("每面", "行距", "磅"), ("grid", "字距"): ("正文", "字距", "磅")}
_NAMES = {
    **{
        row.place: (group.name.partition("　")[0], row.name, row.unit)
        for group in GROUPS
        for row in group.rows
    },
    **_GRID,
}


def summary(layout: Layout, standard: Layout) -> str:
    """与标准不同的地方：… — at most some of them, with how many there are more."""
    values = settings_of(layout)
    found: list[str] = []
    fonts: list[str] = []
    for place in differing(layout, standard):
        if place[0].startswith("fonts."):
            font = layout.fonts[place[0].removeprefix("fonts.")]
            if font.east not in fonts:
                fonts.append(font.east)
        elif place in _NAMES:
            group, name, unit = _NAMES[place]
            found.append(f"{group}：{name} {shown_value(values[place], layout, unit)}")
    if fonts:
        found.append(f"字体：{'、'.join(fonts)}")
    if not found:
        return "各项都和公文标准一样。"
    more = f"\n……还有 {len(found) - _MOST} 项" if len(found) > _MOST else ""
    return "和公文标准不同的：\n" + "\n".join(found[:_MOST]) + more
