"""What a layout takes from the one it stands on and cannot keep, since its own paper or letters are others."""

from collections.abc import Mapping
from typing import Any, cast

from app.layouts.build import build_layout

_PATH = tuple[str, ...]
_FOLLOWS: Mapping[str, tuple[_PATH, ...]] = {
    "行数": (("page", "高"), ("page", "上"), ("page", "下"), ("grid", "行距")),
    "字数": (
        *(("page", "宽"), ("page", "左"), ("page", "右"), ("grid", "字距")),
        ("styles", "body", "字号"),
    ),
}
"""What lines and characters a page come of."""


def counted_anew(layout_id: str, values: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The complete table `values` of a layout whose file itself says `own`, with numbers that are true for it.

    行数 and 字数 of the layout below are left out, to be counted, where the file says another margin, pitch or
    size and not them; characters of a title's line are as many as fit, if no more do. What the file says stays.
    Raises ReadError for what no layout may have.
    """
    grid = dict(_table(values, "grid"))
    for key, causes in _FOLLOWS.items():
        if not _says(own, ("grid", key)) and any(_says(own, cause) for cause in causes):
            grid.pop(key, None)
    counted = {**values, "grid": grid}
    return counted if "title" in own else _with_title(layout_id, counted)


def _with_title(layout_id: str, values: dict[str, Any]) -> dict[str, Any]:
    """With a title's line no longer than the type area is wide."""
    layout = build_layout(layout_id, values, checked=False)
    fit = layout.title_fit
    if not 4 <= fit < layout.title_most:
        return values
    best = max(4, layout.title_best - (layout.title_most - fit))
    return {**values, "title": {**_table(values, "title"), "每行最多": fit, "每行宜": best}}


def _says(own: Mapping[str, Any], path: _PATH) -> bool:
    for name in path[:-1]:
        own = _table(own, name)
    return path[-1] in own


def _table(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A table of a file; none where something else stands there, which is told when it is built."""
    found = values.get(name)
    return cast("Mapping[str, Any]", found) if isinstance(found, dict) else {}
