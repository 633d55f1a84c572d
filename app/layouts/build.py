"""The complete table of a layout, as its file has it, into a Layout: units, defaults, and what cannot be."""

from collections.abc import Mapping
from typing import Any

from app.core.kinds import HEADINGS
from app.layouts.base import read_base
from app.layouts.checks import check
from app.layouts.file_names import check_pattern
from app.layouts.model import STYLES, Font, Grid, Header, Layout, Page, PageNumber, ParagraphStyle
from app.layouts.table import Table
from app.layouts.words import (
    ALIGNMENTS,
    EDGES,
    HEADER_ALIGNMENTS,
    HEADER_DISTANCE,
    HEADER_SIZE,
    NUMBER_FORMS,
    PLACEMENTS,
)


def build_layout(layout_id: str, values: Mapping[str, Any], checked: bool = True) -> Layout:
    """The Layout that a complete table, one without 基于, describes.

    Raises ReadError, naming the key, for what is missing, unknown or impossible; with `checked` False what
    does not fit the paper (`app.layouts.checks.faults`) is let through.
    """
    top = Table(values, layout_id)
    name = top.text("名称")
    file_name = top.text("文件名")
    check_pattern(file_name, layout_id)
    fonts = _fonts(top.table("fonts"))
    number = _page_number(top.table("page_number"), fonts)
    page = _page(top.table("page"))
    styles_table = top.table("styles")
    body_size = styles_table.table("body").size("字号")
    grid = _grid(top.table("grid"), page, body_size)
    styles = {kind: _style(kind, styles_table.table(kind), fonts, grid, body_size) for kind in STYLES}
    styles_table.done()
    head, signoff, points = (top.optional(key) for key in ("head", "signoff", "points"))
    title = top.table("title")
    layout = Layout(
        id=layout_id,
        name=name,
        page=page,
        grid=grid,
        fonts=fonts,
        styles=styles,
        page_number=number,
        header=_header(top.optional("page_header"), fonts, number),
        head_gap=head.hundredths("下空", 0, 5, 1),
        signoff_gap=signoff.hundredths("上空", 0, 5, 1),
        title_most=int(title.number("每行最多", 4, 60)),
        title_best=int(title.number("每行宜", 4, 60)),
        bold_point_leads=points.flag("领句加粗", False),
        file_name=file_name,
        base=read_base(top.optional("base")),
    )
    for table in (head, signoff, points, title, top):
        table.done()
    if checked:
        check(layout)
    return layout


def _page(table: Table) -> Page:
    page = Page(
        width=table.millimetres("宽", 80, 1000),
        height=table.millimetres("高", 80, 1000),
        top=table.millimetres("上", 5, 200),
        bottom=table.millimetres("下", 5, 200),
        left=table.millimetres("左", 5, 200),
        right=table.millimetres("右", 5, 200),
        mirrored=table.flag("订口在内侧", False),
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


def _style(kind: str, table: Table, fonts: Mapping[str, Font], grid: Grid, body_size: int) -> ParagraphStyle:
    size = table.size("字号")
    level = table.whole("大纲级", 1, 9)
    bold = table.flag("加粗", False)
    style = ParagraphStyle(
        font=table.choice("字体", fonts),
        size=size,
        bold=bold,
        alignment=table.choice("对齐", ALIGNMENTS, "两端"),
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
        lead_bold=table.flag("领句加粗", bold) if kind in HEADINGS else bold,
    )
    table.done()
    return style


def _page_number(table: Table, fonts: Mapping[str, Font]) -> PageNumber:
    number = PageNumber(
        placement=table.choice("位置", PLACEMENTS),
        font=table.choice("字体", fonts),
        size=table.size("字号"),
        indent=table.hundredths("空", 0, 10, 1),
        gap=table.millimetres("距版心", 0, 50),
        form=table.choice("样式", NUMBER_FORMS, "— 1 —"),
        edge=table.choice("所在", EDGES, "页脚"),
        first=table.flag("首页", True),
    )
    table.done()
    return number


def _header(table: Table, fonts: Mapping[str, Font], number: PageNumber) -> Header:
    header = Header(
        text=table.text("文字", ""),
        font=table.choice("字体", fonts, number.font.id),
        size=table.size("字号", HEADER_SIZE),
        alignment=table.choice("对齐", HEADER_ALIGNMENTS, "居中"),
        distance=table.millimetres("距纸边", 0, 50, HEADER_DISTANCE),
        rule=table.flag("下加线", False),
        first=table.flag("首页", True),
    )
    table.done()
    return header
