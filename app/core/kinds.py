"""The kinds of blocks, the four layers, and the small vocabularies that blocks and sections use."""

from enum import StrEnum


class Kind(StrEnum):
    """类: what a block is. The order of the head kinds is the order in which they print."""

    STAGE = "stage"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATE = "date"
    SALUTATION = "salutation"
    PART = "part"
    H1 = "h1"
    H2 = "h2"
    H3 = "h3"
    H4 = "h4"
    POINT = "point"
    BODY = "body"
    CUE = "cue"
    CLOSING = "closing"
    SIGNOFF = "signoff"


class Layer(StrEnum):
    """层: the four layers of argument (facts/standards.md §3.2)."""

    UNDERSTANDING = "认识"
    SITUATION = "形势"
    TASKS = "任务"
    SAFEGUARDS = "保障"


class Status(StrEnum):
    """How far the writing of a section has come."""

    OUTLINE = "提纲"
    DRAFT = "初稿"
    REVIEW = "待核"
    FINAL = "定稿"


class Lead(StrEnum):
    """How much of a numbered block is its lead (领句)."""

    AUTO = "auto"
    ALL = "all"
    NONE = "none"


KIND_NAMES: dict[Kind, str] = {
    Kind.STAGE: "稿次",
    Kind.TITLE: "标题",
    Kind.SUBTITLE: "副题",
    Kind.BYLINE: "讲话人",
    Kind.DATE: "日期",
    Kind.SALUTATION: "称谓",
    Kind.PART: "篇题",
    Kind.H1: "一级标题",
    Kind.H2: "二级标题",
    Kind.H3: "三级标题",
    Kind.H4: "四级标题",
    Kind.POINT: "要点",
    Kind.BODY: "正文",
    Kind.CUE: "场上提示",
    Kind.CLOSING: "结束语",
    Kind.SIGNOFF: "落款",
}
"""The trade's word for each kind, as menus and messages print it."""

HEAD_KINDS: tuple[Kind, ...] = (
    Kind.STAGE,
    Kind.TITLE,
    Kind.SUBTITLE,
    Kind.BYLINE,
    Kind.DATE,
    Kind.SALUTATION,
)
HEADINGS: tuple[Kind, ...] = (Kind.H1, Kind.H2, Kind.H3, Kind.H4)
NUMBERED: tuple[Kind, ...] = (*HEADINGS, Kind.POINT)
JOINABLE: tuple[Kind, ...] = (Kind.POINT, Kind.BODY)
FORCED_LINES: tuple[Kind, ...] = (Kind.TITLE, Kind.SUBTITLE, Kind.BYLINE)
"""The kinds whose text may hold U+2028, a forced line end."""

MARKERS: tuple[str, ...] = ("是", "要", "第", "首先", "其", "①")
"""What numbers a point: 一是, 一要, 第一，, 首先，, 其一，, ①."""


def head_rank(kind: Kind) -> int:
    """Place of a head kind among the head kinds; every other kind comes after them all."""
    return HEAD_KINDS.index(kind) if kind in HEAD_KINDS else len(HEAD_KINDS)


def heading_rank(kind: Kind) -> int:
    """Depth of a heading in the ladder: part 0, h1 1 … h4 4, point 5; 9 for what is no heading."""
    if kind is Kind.PART:
        return 0
    return NUMBERED.index(kind) + 1 if kind in NUMBERED else 9
