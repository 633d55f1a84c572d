"""A layout file into a Layout: inheritance, units, defaults, and what cannot be."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from app.core.errors import ReadError
from app.files.toml import read_toml
from app.layouts.checks import check
from app.layouts.file_names import check_pattern
from app.layouts.model import (
    STYLES,
    Alignment,
    Font,
    Grid,
    Layout,
    Page,
    PageNumber,
    ParagraphStyle,
    Placement,
)
from app.layouts.table import Table

BASE = "基于"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_HEADER = 851
"""Twips from the paper's edge to the header that Word itself sets; a speech has no header."""
_ALIGNMENTS: Mapping[str, Alignment] = {"左": "left", "居中": "center", "右": "right", "两端": "both"}
_PLACEMENTS: Mapping[str, Placement] = {"外侧": "outside", "居中": "center", "无": "none"}


def read_layout(path: Path, folders: Sequence[Path] = ()) -> Layout:
    """The layout in a TOML file; its ID is the file's name without ending.

    A file that says 基于 = "ID" holds only what differs from that layout, which is looked for beside it
    and in `folders`. Raises ReadError, naming the key, for what is missing, unknown or impossible: also
    when the lines and characters of the grid are not those that fit the type area.
    """
    return _build(path.stem, _merged(path, folders, ()))


def is_layout_id(text: str) -> bool:
    """Whether a text can be the ID of a layout: letters, digits, - and _."""
    return _ID.fullmatch(text) is not None


def layout_file(layout_id: str, folders: Sequence[Path], but: Sequence[Path] = ()) -> Path | None:
    """The file of the layout with this ID in the first folder that has one; None when none has.

    The files of `but` do not count.
    """
    if not is_layout_id(layout_id):
        return None
    files = (folder / f"{layout_id}.toml" for folder in folders)
    return next((file for file in files if file.is_file() and file.resolve() not in but), None)


def _merged(path: Path, folders: Sequence[Path], above: tuple[Path, ...]) -> dict[str, Any]:
    """The file's content laid over that of its base; `above` are the files that stand on it."""
    values = read_toml(path)
    base = values.pop(BASE, None)
    if base is None:
        return values
    # A writer's own layout may stand on the program's of the same ID.
    above = (*above, path.resolve())
    file = layout_file(base, (path.parent, *folders), above) if isinstance(base, str) else None
    if file is None:
        what = f"版式“{path.stem}”所基于的“{base}”没有找到，或者它又基于自己。"
        raise ReadError(what, f"检查“{BASE}”后面的名字是否写对。")
    below = _merged(file, folders, above)
    # Its own mistakes are to be told under its own name.
    _build(file.stem, below)
    return _over(values, below)


def _over(upper: dict[str, Any], lower: dict[str, Any]) -> dict[str, Any]:
    """Two tables in one: tables are joined key by key, of other values the upper one holds."""
    joined = dict(lower)
    for key, value in upper.items():
        below = lower.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            joined[key] = _over(cast("dict[str, Any]", value), cast("dict[str, Any]", below))
        else:
            joined[key] = value
    return joined


def _build(layout_id: str, values: Mapping[str, Any]) -> Layout:
    """The Layout that a complete table describes."""
    top = Table(values, layout_id)
    name = top.text("名称")
    file_name = top.text("文件名")
    check_pattern(file_name, layout_id)
    fonts = _fonts(top.table("fonts"))
    number = _page_number(top.table("page_number"), fonts)
    page = _page(top.table("page"), number)
    styles_table = top.table("styles")
    body_size = styles_table.table("body").size("字号")
    grid = _grid(top.table("grid"), page, body_size)
    styles = {kind: _style(styles_table.table(kind), fonts, grid, body_size) for kind in STYLES}
    styles_table.done()
    head, signoff, points, title = (top.table(key) for key in ("head", "signoff", "points", "title"))
    layout = Layout(
        id=layout_id,
        name=name,
        page=page,
        grid=grid,
        fonts=fonts,
        styles=styles,
        page_number=number,
        head_gap=head.hundredths("下空", 0, 5, 1),
        signoff_gap=signoff.hundredths("上空", 0, 5, 1),
        title_most=int(title.number("每行最多", 4, 60)),
        title_best=int(title.number("每行宜", 4, 60)),
        bold_point_leads=points.flag("领句加粗", False),
        file_name=file_name,
    )
    for table in (head, signoff, points, title, top):
        table.done()
    check(layout)
    return layout


def _page(table: Table, number: PageNumber) -> Page:
    bottom = table.millimetres("下", 5, 200)
    page = Page(
        width=table.millimetres("宽", 80, 1000),
        height=table.millimetres("高", 80, 1000),
        top=table.millimetres("上", 5, 200),
        bottom=bottom,
        left=table.millimetres("左", 5, 200),
        right=table.millimetres("右", 5, 200),
        header=_HEADER,
        # The dashes run through the middle of the number, so half its height is below them (§1.3): the
        # footer's line is as high as the number, which was rendered and measured as 7.0 mm.
        footer=bottom - number.gap - number.size * 5,
    )
    table.done()
    return page


def _grid(table: Table, page: Page, body_size: int) -> Grid:
    """The grid; lines and characters that the file does not say are those that fit."""
    pitch = table.points("行距", 8, 120)
    spacing = table.points("字距", -4, 20, 0)
    grid = Grid(
        pitch=pitch,
        lines=table.whole("行数", 1, 100) or page.text_height // pitch,
        characters=table.whole("字数", 1, 100) or page.text_width // (body_size * 10 + spacing),
        spacing=spacing,
    )
    table.done()
    return grid


def _fonts(table: Table) -> dict[str, Font]:
    fonts: dict[str, Font] = {}
    for font_id in table.names():
        one = table.table(font_id)
        fonts[font_id] = Font(font_id, one.text("中文"), one.text("西文"), one.texts("替代"))
        one.done()
    return fonts


def _style(table: Table, fonts: Mapping[str, Font], grid: Grid, body_size: int) -> ParagraphStyle:
    size = table.size("字号")
    level = table.whole("大纲级", 1, 9)
    style = ParagraphStyle(
        font=table.choice("字体", fonts),
        size=size,
        bold=table.flag("加粗", False),
        alignment=table.choice("对齐", _ALIGNMENTS, "两端"),
        first_line=table.hundredths("首行缩进", 0, 10, 2),
        left=table.hundredths("左缩进", 0, 20, 0),
        right=table.hundredths("右缩进", 0, 20, 0),
        line=table.points("行距", 5, 200, grid.pitch),
        spacing=table.points("字距", -4, 20, grid.spacing if size == body_size else 0),
        before=table.hundredths("段前", 0, 10, 0),
        after=table.hundredths("段后", 0, 10, 0),
        snap=table.flag("对齐网格", True),
        keep_next=table.flag("与下段同页", False),
        outline=None if level is None else level - 1,
    )
    table.done()
    return style


def _page_number(table: Table, fonts: Mapping[str, Font]) -> PageNumber:
    number = PageNumber(
        placement=table.choice("位置", _PLACEMENTS),
        font=table.choice("字体", fonts),
        size=table.size("字号"),
        indent=table.hundredths("空", 0, 10, 1),
        gap=table.millimetres("距版心", 0, 50),
    )
    table.done()
    return number
