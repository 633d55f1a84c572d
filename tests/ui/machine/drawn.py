"""What hypothesis draws the deeds of a history from."""

from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.core.kinds import MARKERS, Kind

_HEADS = (
    "@稿次 送审稿",
    "@标题 在[全市大会](=会议名称)上的讲话",
    "@副题 二〇二五年",
    "@讲话人 甲",
    "@日期 五月",
    "@称谓 同志们：",
)
_OUTLINE = (
    "# 提高认识 {认识}",
    "# 强化保障 {保障}",
    "# 抓好落实",
    "## 这是大势所趋。",
    "### 三级",
    "#### 四级",
    "- 抓紧开工；",
    "- 严格督查。",
    "- 甲 {首先}",
    "- 乙 {首先}",
    "- 丙 {要 重起}",
    "# 再起 {重起}",
    "## 另起 {重起}",
    "- 又起 {重起}",
)  # fmt: skip
_BODIES = (
    *_OUTLINE,
    "今天开会，【待填：任务】。我讲[两](=@意见数)点意见。 {节=开场}",
    "我讲[一](=@意见数)点意见。",
    "[好几](=@意见数)[两](=@意见数)点",
    "做到：一是甲；二是乙。",
    "一是甲。",
    "进行第[一](=@议程序)项，[第二](=@议程序)项，共[两](=@议程数)项。",
    "在[【会议名称】](=会议名称)上，[【会议名称】](=会议名称)",
    "正文[4070亿元](?)，[较快](^核)。",
    "**粗**细**体**，[全市大会](=会议名称)[全市大会](=会议名称)",
    "【待填：甲】【待填：乙】",
    "\\",
    "@篇题 上篇",
    "+ 当前，**形势**逼人。",
    "- 抓紧开工；",
    "+- 加快建成；",
    "+- 严格督查。",
    "@场上提示 （鼓掌）",
    "@结束语 谢谢大家！",
    "@落款 某某",
)  # fmt: skip
LETTERS = ("同志们", "一", "。", "；", "x1", "a", "𠮷", "【", "【待填：", "】", "【】", "待", "填", " ")
NUMBERS = ("一、", "二、", "（一）", "1.", "一是", "；二是")
COMMITS = ("你", "一、", "三要", "（二）", "【待填】")
SERIES = ("：一是甲", "一是乙；", "。二是", "二是好的", "；二是丙。", "；三是", "二要", "。一要丁；")
FOREIGN = ("一段文字", "甲\n乙\n丙", "　　甲乙\t丙\n\n丁")
starts = st.tuples(
    st.lists(st.sampled_from(_HEADS), max_size=3, unique=True).map(
        lambda heads: sorted(heads, key=_HEADS.index)
    ),
    st.lists(st.sampled_from(_BODIES), max_size=9)
    | st.lists(st.sampled_from(_BODIES + _OUTLINE * 2), min_size=8, max_size=12),
).map(lambda parts: "\n".join([*parts[0], *parts[1]]))
Span = tuple[tuple[int, int], tuple[int, int]] | None
offsets = st.integers(-1, 14)
places = st.tuples(st.integers(0, 11), offsets)
"""Line and offset; −1 is the end of the line. Both are taken as far as the draft goes."""
spans = st.none() | st.tuples(places, st.tuples(st.sampled_from([0, 0, 1, 2]), offsets))
"""What is selected before a deed: a place, and how many lines below it at which offset; None: what is already."""
kinds = st.sampled_from([Kind.BODY, Kind.H1, Kind.H2, Kind.H3, Kind.H4, Kind.POINT]) | st.sampled_from(Kind)
markers = st.just("") | st.sampled_from(MARKERS)
texts, commits, foreign = map(st.sampled_from, (LETTERS + NUMBERS, COMMITS, FOREIGN))
series = st.sampled_from(SERIES)
arrows = st.sampled_from(
    [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End]
)
rows = st.lists(st.integers(0, 9), max_size=3)
"""Rows of the outline that are selected."""
