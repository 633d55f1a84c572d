"""What is listed of a sample: each setting with its value, the standard's, how surely and where it was found."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from app.core.kinds import KIND_NAMES
from app.importing.layout.findings import Finding, Key, Sureness
from app.importing.layout.learn import Learned
from app.importing.layout.looks import WEST
from app.layouts.model import SIGNOFF_LAST, Layout
from app.layouts.values import Value, entries

_GROUPS: Mapping[str, str] = {
    "page": "纸张和页边",
    "grid": "每面的行和字",
    **{f"styles.{kind}": name for kind, name in KIND_NAMES.items()},
    f"styles.{SIGNOFF_LAST}": "落款末行",
    "page_number": "页码",
    "page_header": "页眉",
    "head": "其他", "signoff": "其他", "title": "其他", "points": "其他", "": "其他",
}  # fmt: skip
_NAMES: Mapping[Key, str] = {
    ("page", "宽"): "纸宽",
    ("page", "高"): "纸高",
    ("page", "上"): "天头（上）",
    ("page", "下"): "地脚（下）",
    ("page", "左"): "订口（左）",
    ("page", "右"): "切口（右）",
    ("head", "下空"): "标题与正文之间空",
    ("signoff", "上空"): "落款上空",
    ("title", "每行最多"): "标题每行最多",
    ("title", "每行宜"): "标题每行宜",
    ("points", "领句加粗"): "“一是”的领句加粗",
    ("", "文件名"): "导出的文件名",
    ("page_number", "首页"): "首页印页码",
    ("page_header", "首页"): "首页印页眉",
}
_UNITS: Mapping[str, str] = {
    **dict.fromkeys(("宽", "高", "上", "下", "左", "右", "距版心", "距纸边"), "毫米"),
    **dict.fromkeys(("行距", "字距"), "磅"),
    **dict.fromkeys(("首行缩进", "左缩进", "右缩进", "空", "每行最多", "每行宜", "字数"), "字"),
    **dict.fromkeys(("段前", "段后", "下空", "上空", "行数"), "行"),
}
_RECKONED: Mapping[Key, str] = {
    ("grid", "行数"): "由行距算出",
    ("grid", "字数"): "由字号、字距算出",
    ("title", "每行最多"): "由标题字号算出",
    ("title", "每行宜"): "由标题字号算出",
}
_MILLIMETRES = " 毫米"
_SEEN = Decimal("0.1")
_HIDDEN = ("名称",)
_LEAST_TOLD = 0.01


@dataclass(frozen=True, slots=True)
class Row:
    """One setting. `finding` is None where the sample does not show it."""

    key: Key
    group: str
    name: str
    value: str
    """What holds when all that was found is taken."""
    standard: str
    finding: Finding | None
    follows: Key | None = None
    """The setting of the page that it goes with: nothing is to be taken or left of it apart."""

    @property
    def can_be_taken(self) -> bool:
        """Whether the writer can take it or leave it."""
        return self.finding is not None and self.follows is None

    @property
    def differs(self) -> bool:
        """Whether the sample has it otherwise than the standard; less than a tenth of a millimetre nobody sees."""
        if self.value.endswith(_MILLIMETRES) and self.standard.endswith(_MILLIMETRES):
            return abs(_number(self.value) - _number(self.standard)) >= _SEEN
        return self.value != self.standard

    @property
    def sureness(self) -> str:
        """How surely it was found, with the share of the text or how much there is of it."""
        if self.finding is None:
            return "推算" if self.key in _RECKONED else "样稿里没有"
        if self.finding.sureness in (Sureness.MOST, Sureness.MIXED):
            return f"{self.finding.sureness} {self.finding.share:.0%}"
        return str(self.finding.sureness)

    @property
    def place(self) -> str:
        """Where it was found."""
        if self.finding is None:
            return _RECKONED.get(self.key, "照样稿的正文" if self.differs else "照标准")
        if self.follows is not None:
            return f"随每面的{self.follows[1]}"
        return " · ".join(filter(None, (self.finding.place.name, self.finding.place.source)))

    @property
    def others(self) -> str:
        """What the rest of the text has, in a sentence; empty where all is alike."""
        if self.finding is None:
            return ""
        found = (
            f"{share:.0%} 是{told(self.key, value)}"
            for value, share in self.finding.others
            if share >= _LEAST_TOLD
        )
        return "、".join(found)

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return f"{self.group}，{self.name}：样稿 {self.value}，标准 {self.standard}，{self.sureness}，{self.place}"


def rows_of(learned: Learned) -> tuple[Row, ...]:
    """Every setting, by groups, in the order of a layout's file."""
    found = {finding.key: finding for finding in learned.findings}
    values, standard = shown(learned.layout), shown(learned.base)
    following = _following(learned, found)
    rows = [
        Row(
            key,
            _GROUPS[key[0]],
            _NAMES.get(key, key[1]),
            value,
            standard.get(key, ""),
            found.get(key),
            following.get(key),
        )
        for key, value in values.items()
    ]
    order = list(dict.fromkeys(_GROUPS.values()))
    return tuple(sorted(rows, key=lambda row: order.index(row.group)))


def _following(learned: Learned, found: Mapping[Key, Finding]) -> Mapping[Key, Key]:
    """What goes with a setting of the page, in the sample as in the standard: the lines and spacing of most kinds."""
    layouts = (learned.layout, learned.base)
    ours, standards = (
        {(entry.table, entry.key) for entry in entries(layout) if entry.value == entry.default}
        for layout in layouts
    )
    return {
        (table, key): ("grid", key)
        for table, key in ours & standards
        if table.startswith("styles.") and key in ("行距", "字距") and ("grid", key) in found
    }


def taken_of(rows: Collection[Row], ticked: Collection[Key]) -> frozenset[Key]:
    """The settings that are taken when these are ticked, with those that go with them."""
    return frozenset(
        row.key for row in rows if row.finding is not None and (row.follows or row.key) in ticked
    )


def shown(layout: Layout) -> Mapping[Key, str]:
    """The values of a layout in words, fonts by their names."""
    found: dict[Key, str] = {}
    for entry in entries(layout):
        key = (entry.table, entry.key)
        if entry.table.startswith("fonts.") or entry.key in _HIDDEN or entry.table not in _GROUPS:
            continue
        if entry.key == "字体":
            font = layout.fonts[str(entry.value)]
            found[key], found[entry.table, WEST] = font.east, font.west
        else:
            found[key] = told(key, entry.value)
    return found


def told(key: Key, value: Value) -> str:
    """A value in words."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if key[1] == "大纲级":
        return f"{value} 级" if value else "无"
    if key[1] == "字号" and not isinstance(value, str):
        return f"{value} 磅"
    if key == ("page_header", "文字") and not value:
        return "（没有）"
    unit = _UNITS.get(key[1], "")
    return f"{value} {unit}" if unit else str(value)


def kinds_missing(rows: Collection[Row]) -> tuple[str, ...]:
    """The kinds of which the sample has nothing, by name."""
    kinds = {row.group for row in rows if row.key[0].startswith("styles.")}
    seen = {row.group for row in rows if row.finding is not None}
    return tuple(name for name in dict.fromkeys(_GROUPS.values()) if name in kinds - seen)


def _number(text: str) -> Decimal:
    return Decimal(text.removesuffix(_MILLIMETRES))


def groups(rows: Collection[Row], all_of_them: bool) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The rows by group: all, or those that the sample has otherwise than the standard."""
    chosen = [row for row in rows if all_of_them or (row.can_be_taken and row.differs)]
    for name, group in groupby(chosen, key=lambda row: row.group):
        yield name, tuple(group)
