"""For each setting of a layout, whether it is 规定, 一般 or 单位惯例, with the clause of GB/T 9704—2012.

After facts/standards.md §1 and §2, which say what each clause has and what no clause has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.kinds import HEADINGS, Kind
from app.layouts.model import SIGNOFF_LAST, STYLES


class Weight(StrEnum):
    """How binding a setting is: the standard says so (应), it says mostly so (一般、可), or an office does."""

    RULE = "规定"
    USUAL = "一般"
    CUSTOM = "单位惯例"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a setting comes from."""

    weight: Weight
    clause: str
    """As 5.2.3; empty where the standard has none."""
    says: str
    """What it says, one sentence."""

    def __str__(self) -> str:
        clause = f"GB/T 9704—2012 {self.clause}：" if self.clause else ""
        return f"{clause}{self.says}"


def source_of(table: str, key: str) -> Source:
    """The source of the setting under a key of a layout file, as `source_of("styles.h1", "字体")`."""
    return _SOURCES.get((table, key)) or _of_style(table, key) or _NONE


def weight_of(table: str, key: str, is_standard: bool) -> Weight:
    """How binding a value is: one that differs from the standard's is the office's own, whatever the clause."""
    return source_of(table, key).weight if is_standard else Weight.CUSTOM


_RULE, _USUAL, _CUSTOM = Weight.RULE, Weight.USUAL, Weight.CUSTOM
_NONE = Source(_CUSTOM, "", "标准没有这一条，照单位的习惯。")
_NOT_PRINTED = Source(_CUSTOM, "", "纸上看不出，是给 Word 用的。")
_TYPE_AREA = "天头 37 毫米，订口 28 毫米，版心 156×225 毫米。"
_NUMBER = "一般用四号半角宋体阿拉伯数字，左右各一条一字线，在版心下边缘之下 7 毫米，单页居右空一字、双页居左空一字。"
_LEVELS = "结构层次一般第一层用黑体，第二层用楷体，第三、第四层用仿宋。"
_SIGNOFF = "不盖章的，正文下空一行，署名右空二字，下一行写日期，首字比署名首字右移二字。"
_TITLE = "一般用二号小标宋体，分一行或多行居中，回行词意完整、排列对称。"
_PITCH = "由每面 22 行、每行 28 字和版心算出来：28.95 磅，每字收紧 0.25 磅。"
_BREAKS = "回行应当词意完整、排列对称、长短适宜；字数由标题字号和版心宽算出来。"
_HEADER = Source(Weight.CUSTOM, "", "标准没有页眉；有的单位印一行字。")
_SPEECH = "讲话稿的{}，标准没有规定；多数单位用楷体三号、居中。"


def _all(tables: str, keys: str, source: Source) -> Iterator[tuple[tuple[str, str], Source]]:
    return (((table, key), source) for table in tables.split() for key in keys.split())


_SOURCES: Mapping[tuple[str, str], Source] = dict(
    [
        *_all("page", "宽 高", Source(_RULE, "5.1", "用 A4 纸，210×297 毫米。")),
        *_all("page", "上 左", Source(_RULE, "5.2.1", _TYPE_AREA)),
        *_all("page", "下 右", Source(_RULE, "5.2.1", f"{_TYPE_AREA}下白边 35、切口 26 毫米是减出来的。")),
        *_all("page", "订口在内侧", Source(_CUSTOM, "", "标准只说左侧装订（6.3），没有说双页的边距要不要对调。")),
        *_all("grid", "行数 字数", Source(_USUAL, "5.2.3", "一般每面排 22 行，每行排 28 字，并撑满版心。")),
        *_all("grid", "行距 字距", Source(_USUAL, "5.2.3", _PITCH)),
        *_all("styles.title", "字体 字号", Source(_USUAL, "7.3.1", _TITLE)),
        *_all("styles.title", "对齐", Source(_RULE, "7.3.1", _TITLE)),
        *_all("title", "每行最多 每行宜", Source(_USUAL, "7.3.1", _BREAKS)),
        *_all("styles.body", "字体 字号", Source(_USUAL, "7.3.3", "正文一般用三号仿宋体。")),
        *_all("styles.body", "首行缩进 左缩进", Source(_USUAL, "7.3.3", "每个自然段左空二字，回行顶格。")),
        *_all("styles.salutation", "段前 首行缩进", Source(_CUSTOM, "", "称谓比照主送机关（7.3.2）：标题下空一行，顶格。")),
        *_all("styles.stage", "字体 字号 对齐 首行缩进", Source(_CUSTOM, "", "稿次比照密级（7.2.2）：三号黑体，左上角。")),
        *_all("signoff", "上空", Source(_RULE, "7.3.5.2", _SIGNOFF)),
        *_all("styles.signoff styles.signoff_last", "对齐 右缩进", Source(_RULE, "7.3.5.2", _SIGNOFF)),
        *_all("page_number", "位置 字体 字号 空 距版心 样式 所在 首页", Source(_USUAL, "7.5", _NUMBER)),
        *_all("page_header", "文字 字体 字号 对齐 距纸边 下加线 首页", _HEADER),
        *_all("points", "领句加粗", Source(_CUSTOM, "", "“一是”后的第一句加不加粗，标准没有这一条；加就全篇都加。")),
        *_all("head", "下空", Source(_CUSTOM, "", "没有称谓时，标题与正文之间空几行，标准没有说。")),
        *_all("styles.byline", "字体 字号 对齐", Source(_CUSTOM, "", _SPEECH.format("讲话人"))),
        *_all("styles.date", "字体 字号 对齐", Source(_CUSTOM, "", _SPEECH.format("日期"))),
        *_all("styles.subtitle", "字体 字号 对齐", Source(_CUSTOM, "", _SPEECH.format("副题"))),
    ]
)  # fmt: skip

_OF_STYLES = {f"styles.{name}" for name in STYLES}
_LEVEL_STYLES = {f"styles.{kind}" for kind in HEADINGS}
_HEAD = {f"styles.{kind}" for kind in (Kind.SUBTITLE, Kind.BYLINE, Kind.DATE, Kind.STAGE, Kind.PART)}


def _of_style(table: str, key: str) -> Source | None:
    """What holds for a style where no clause names it; None for what is no style's and for keys of no clause."""
    if key in ("大纲级", "与下段同页", "对齐网格"):
        return _NOT_PRINTED
    if table.startswith("fonts."):
        if key == "西文":
            return Source(
                _CUSTOM, "", "正文里的数字、字母用什么字体，标准没有说；多数单位用 Times New Roman。"
            )
        return Source(_CUSTOM, "", "标准只说仿宋体、黑体这样的类别，用哪家字库照单位的习惯。")
    if table not in _OF_STYLES or table in _HEAD:
        return None
    if table in _LEVEL_STYLES and key == "字体":
        return Source(_USUAL, "7.3.3", _LEVELS)
    if key in ("加粗", "领句加粗"):
        return Source(_CUSTOM, "", "加粗，标准没有这一条；不少单位把（一）和 1. 加粗。")
    if key in ("字体", "字号"):
        return Source(_USUAL, "5.2.2", "没有特别说明的，一般用三号仿宋体。")
    if key in ("首行缩进", "左缩进") and table not in (
        "styles.signoff",
        f"styles.{SIGNOFF_LAST}",
        "styles.title",
    ):
        return Source(_USUAL, "7.3.3", "每个自然段左空二字，回行顶格。")
    if key in ("行距", "字距") and table != "styles.title":
        return Source(_USUAL, "5.2.3", "一般每面排 22 行，每行排 28 字：行距、字距照每面的。")
    return None
