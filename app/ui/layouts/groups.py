"""What can be set of a layout, in the groups and the words in which the window shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from app.core.kinds import HEADINGS, KIND_NAMES, Kind
from app.layouts.changing import Place
from app.layouts.model import SIGNOFF_LAST, STYLES
from app.layouts.words import ALIGNMENTS, EDGES, HEADER_ALIGNMENTS, NUMBER_FORMS, PLACEMENTS


class Control(Enum):
    """How a setting is typed or chosen."""

    NUMBER = "数"
    SIZE = "字号"
    FLAG = "是否"
    WORD = "选"
    FONT = "字体"
    TEXT = "文字"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its place in the file, what it is called, how it is set."""

    place: Place
    name: str
    control: Control
    unit: str = ""
    low: float = 0
    high: float = 0
    step: float = 1
    words: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that are seen together. `rows` is empty for what has a page of its own."""

    id: str
    name: str
    rows: tuple[Row, ...] = ()


def _number(
    place: Place, name: str, unit: str, low: float, high: float, step: float = 1, hint: str = ""
) -> Row:
    return Row(place, name, Control.NUMBER, unit, low, high, step, hint=hint)


def _flag(place: Place, name: str, hint: str = "") -> Row:
    return Row(place, name, Control.FLAG, hint=hint)


def _word(place: Place, name: str, words: Mapping[str, object], hint: str = "") -> Row:
    return Row(place, name, Control.WORD, words=tuple(words), hint=hint)


def _margin(key: str, name: str) -> Row:
    return _number(("page", key), name, "毫米", 5, 200)


_PAGE = (
    _number(("page", "宽"), "纸宽", "毫米", 80, 1000),
    _number(("page", "高"), "纸高", "毫米", 80, 1000),
    _margin("上", "上边距（天头）"),
    _margin("下", "下边距"),
    _margin("左", "左边距（订口）"),
    _margin("右", "右边距（切口）"),
    _flag(("page", "订口在内侧"), "双页左右边距对调", "双面印、左右边距不等时用：订口总在里侧"),
)
_NUMBER = (
    _word(("page_number", "位置"), "位置", PLACEMENTS, "外侧：单页在右、双页在左"),
    _word(("page_number", "样式"), "样式", NUMBER_FORMS),
    _word(("page_number", "所在"), "在页脚还是页眉", EDGES),
    Row(("page_number", "字体"), "字体", Control.FONT),
    Row(("page_number", "字号"), "字号", Control.SIZE),
    _number(("page_number", "空"), "离边", "字", 0, 10, 0.5),
    _number(("page_number", "距版心"), "离版心", "毫米", 0, 50, 0.5),
    _flag(("page_number", "首页"), "首页也印"),
)
_HEADER = (
    Row(("page_header", "文字"), "文字", Control.TEXT, hint="空着就没有页眉"),
    _word(("page_header", "对齐"), "对齐", HEADER_ALIGNMENTS),
    Row(("page_header", "字体"), "字体", Control.FONT),
    Row(("page_header", "字号"), "字号", Control.SIZE),
    _number(("page_header", "距纸边"), "离纸边", "毫米", 0, 50, 0.5),
    _flag(("page_header", "下加线"), "下面加一条线"),
    _flag(("page_header", "首页"), "首页也印"),
)
_EXTRA: Mapping[str, tuple[Row, ...]] = {
    Kind.TITLE: (
        _number(("title", "每行最多"), "每行最多", "字", 4, 60),
        _number(("title", "每行宜"), "每行以内为宜", "字", 4, 60, hint="不超过这么多字的标题不分行"),
    ),
    Kind.SALUTATION: (
        _number(
            ("head", "下空"), "没有称谓时空", "行", 0, 5, 0.5, "没有称谓的稿子，标题、日期与正文之间空几行"
        ),
    ),
    Kind.POINT: (_flag(("points", "领句加粗"), "第一句加粗", "“一是”后面的第一句"),),
    Kind.SIGNOFF: (_number(("signoff", "上空"), "与上文之间空", "行", 0, 5, 0.5),),
}
STYLE_NAMES: Mapping[str, str] = {
    **KIND_NAMES,
    Kind.H1: "一级标题　一、",
    Kind.H2: "二级标题　（一）",
    Kind.H3: "三级标题　1.",
    Kind.H4: "四级标题　（1）",
    Kind.POINT: "要点　一是",
    Kind.SIGNOFF: "落款署名",
    SIGNOFF_LAST: "落款末行（日期）",
}


def _style(name: str) -> Group:
    table = f"styles.{name}"
    rows = (
        Row((table, "字体"), "字体", Control.FONT),
        Row((table, "字号"), "字号", Control.SIZE),
        _flag((table, "加粗"), "加粗"),
        *((_flag((table, "领句加粗"), "接排时第一句加粗", "标题后面接排正文时，标题那一句"),) if name in HEADINGS else ()),
        _word((table, "对齐"), "对齐", ALIGNMENTS),
        _number((table, "首行缩进"), "首行空", "字", 0, 10, 0.5),
        _number((table, "左缩进"), "左边空", "字", 0, 20, 0.5),
        _number((table, "右缩进"), "右边空", "字", 0, 20, 0.5),
        _number((table, "行距"), "行距（固定值）", "磅", 5, 200, 0.5),
        _number((table, "字距"), "字距", "磅", -4, 20, 0.05, "负数是收紧"),
        _number((table, "段前"), "上空", "行", 0, 10, 0.5),
        _number((table, "段后"), "下空", "行", 0, 10, 0.5),
        *_EXTRA.get(name, ()),
        _flag((table, "与下段同页"), "与下一段同页", "标题独占一行时用，免得落在页末"),
        _flag((table, "对齐网格"), "对齐到网格", "标题字大，一般不对齐"),
        _number((table, "大纲级"), "大纲级", "级", 0, 9, 1, "Word 导航窗格用；0 是正文"),
    )  # fmt: skip
    return Group(name, STYLE_NAMES[name], rows)


NAME, LINES, FONTS = "name", "lines", "fonts"
"""Groups with pages of their own."""

GROUPS: tuple[Group, ...] = (
    Group(NAME, "名称"),
    Group("page", "纸和边距", _PAGE),
    Group(LINES, "行数和字数"),
    Group(FONTS, "字体"),
    Group("page_number", "页码", _NUMBER),
    Group("page_header", "页眉", _HEADER),
    *map(_style, STYLES),
)
"""In the order in which they are listed; those of kinds after the others."""
