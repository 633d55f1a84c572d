"""A Layout as the table of its file: every value in the words and units that a writer writes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from app.core.kinds import HEADINGS
from app.layouts.base import base_values
from app.layouts.model import Layout, ParagraphStyle
from app.layouts.table import MILLIMETRE, SIZES
from app.layouts.words import (
    ALIGNMENTS,
    EDGES,
    HEADER_ALIGNMENTS,
    HEADER_DISTANCE,
    HEADER_SIZE,
    NUMBER_FORMS,
    PLACEMENTS,
)

T = TypeVar("T")
Value = str | bool | int | Decimal | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a layout's file."""

    table: str
    """`page`, `styles.h1`, …; empty for the lines before the first table."""
    key: str
    value: Value
    default: Value | None = None
    """What holds when the line is not there; None when it has to be."""

    @property
    def path(self) -> tuple[str, ...]:
        """The tables in which it stands, from the outermost."""
        return tuple(self.table.split(".", 1)) if self.table else ()


def values_of(layout: Layout) -> dict[str, Any]:
    """The complete table of a layout, without what is so by itself: built again, it is the same layout.

    Lines that follow another (the 行距 of a style, that of the grid) are left out while they do, so that they
    go on following.
    """
    values: dict[str, Any] = {}
    for entry in entries(layout):
        if entry.value != entry.default:
            put(values, entry)
    return values


def put(values: dict[str, Any], entry: Entry) -> None:
    """Set one value, lists as TOML has them."""
    table = values
    for name in entry.path:
        table = table.setdefault(name, {})
    table[entry.key] = list(entry.value) if isinstance(entry.value, tuple) else entry.value


def entries(layout: Layout) -> Iterator[Entry]:
    """Every value there is, in the order of the standard's file."""
    yield Entry("", "名称", layout.name)
    yield Entry("", "文件名", layout.file_name)
    yield from _page(layout)
    yield from _grid(layout)
    for font in layout.fonts.values():
        table = f"fonts.{font.id}"
        yield Entry(table, "中文", font.east)
        yield Entry(table, "西文", font.west)
        yield Entry(table, "替代", font.fallbacks, ())
    for kind, style in layout.styles.items():
        yield from _style(layout, kind, style)
    yield Entry("head", "下空", hundredths(layout.head_gap), 1)
    yield Entry("signoff", "上空", hundredths(layout.signoff_gap), 1)
    yield Entry("title", "每行最多", layout.title_most)
    yield Entry("title", "每行宜", layout.title_best)
    yield Entry("points", "领句加粗", layout.bold_point_leads, False)
    yield from _page_number(layout)
    yield from _header(layout)
    yield from (Entry(table, key, value, "") for table, key, value in base_values(layout.base))


def _page(layout: Layout) -> Iterator[Entry]:
    page = layout.page
    for key, value in (
        *(("宽", page.width), ("高", page.height), ("上", page.top), ("下", page.bottom)),
        *(("左", page.left), ("右", page.right)),
    ):
        yield Entry("page", key, millimetres(value))
    yield Entry("page", "订口在内侧", page.mirrored, False)


def _grid(layout: Layout) -> Iterator[Entry]:
    """Lines and characters count as their own default when they are those that fit: what is not true is refused."""
    grid, page = layout.grid, layout.page
    yield Entry("grid", "行距", points(grid.pitch))
    yield Entry("grid", "行数", grid.lines, page.text_height // grid.pitch)
    characters = page.text_width // (layout.body.size * 10 + grid.spacing)
    yield Entry("grid", "字数", grid.characters, characters)
    yield Entry("grid", "字距", points(grid.spacing), 0)


def _style(layout: Layout, kind: str, style: ParagraphStyle) -> Iterator[Entry]:
    table = f"styles.{kind}"
    spacing = layout.grid.spacing if style.size == layout.body.size else 0
    yield Entry(table, "字体", style.font.id)
    yield Entry(table, "字号", font_size(style.size))
    yield Entry(table, "加粗", style.bold, False)
    yield Entry(table, "对齐", word_for(ALIGNMENTS, style.alignment), "两端")
    yield Entry(table, "首行缩进", hundredths(style.first_line), 2)
    yield Entry(table, "左缩进", hundredths(style.left), 0)
    yield Entry(table, "右缩进", hundredths(style.right), 0)
    yield Entry(table, "行距", points(style.line), points(layout.grid.pitch))
    yield Entry(table, "字距", points(style.spacing), points(spacing))
    yield Entry(table, "段前", hundredths(style.before), 0)
    yield Entry(table, "段后", hundredths(style.after), 0)
    yield Entry(table, "对齐网格", style.snap, True)
    yield Entry(table, "与下段同页", style.keep_next, False)
    yield Entry(table, "大纲级", 0 if style.outline is None else style.outline + 1, 0)
    if kind in HEADINGS:
        yield Entry(table, "领句加粗", style.lead_bold, style.bold)


def _page_number(layout: Layout) -> Iterator[Entry]:
    number = layout.page_number
    yield Entry("page_number", "位置", word_for(PLACEMENTS, number.placement))
    yield Entry("page_number", "字体", number.font.id)
    yield Entry("page_number", "字号", font_size(number.size))
    yield Entry("page_number", "空", hundredths(number.indent), 1)
    yield Entry("page_number", "距版心", millimetres(number.gap))
    yield Entry("page_number", "样式", word_for(NUMBER_FORMS, number.form), "— 1 —")
    yield Entry("page_number", "所在", word_for(EDGES, number.edge), "页脚")
    yield Entry("page_number", "首页", number.first, True)


def _header(layout: Layout) -> Iterator[Entry]:
    header = layout.header
    yield Entry("page_header", "文字", header.text, "")
    yield Entry("page_header", "字体", header.font.id, layout.page_number.font.id)
    yield Entry("page_header", "字号", font_size(header.size), HEADER_SIZE)
    yield Entry("page_header", "对齐", word_for(HEADER_ALIGNMENTS, header.alignment), "居中")
    yield Entry("page_header", "距纸边", millimetres(header.distance), Decimal(str(HEADER_DISTANCE)))
    yield Entry("page_header", "下加线", header.rule, False)
    yield Entry("page_header", "首页", header.first, True)


def millimetres(twips: int) -> int | Decimal:
    """The shortest number of millimetres that is read as these twips."""
    exact = Decimal(twips) / MILLIMETRE
    rounded = (round(exact, places) for places in range(4))
    return _plain(next(number for number in rounded if round(number * MILLIMETRE) == twips))


def points(twips: int) -> int | Decimal:
    """Twips in points."""
    return _plain(Decimal(twips) / 20)


def hundredths(number: int) -> int | Decimal:
    """Hundredths of a character or a line in whole ones."""
    return _plain(Decimal(number) / 100)


def font_size(half_points: int) -> str | int | Decimal:
    """A font size by its name, else in points."""
    name = next((name for name, size in SIZES.items() if size == half_points), None)
    return name or _plain(Decimal(half_points) / 2)


def word_for(words: Mapping[str, T], meaning: T) -> str:
    """The word of a layout file that stands for a value."""
    return next(word for word, each in words.items() if each == meaning)


def _plain(number: Decimal) -> int | Decimal:
    whole = int(number)
    return whole if whole == number else number.normalize()
