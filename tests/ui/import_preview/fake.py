"""A small recogniser: a line by itself is what its first characters say, unless the writer says what it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.core.kinds import Kind
from app.core.outline import MISSING
from app.core.spellings import typed_number
from app.importing.assemble import assembled
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Fixed, Piece, Role
from app.importing.recognise import Recognised
from app.importing.report import Fate
from app.jobs.previewing import Incoming
from app.jobs.sources import Changes, Content, Foreign, read_foreign

PAGE = """\
首页 > 领导讲话 > 正文
在全市优化营商环境工作推进会议上的讲话
市长　王　明
（2025年3月18日）
来源:市政府办公室 打印本页 关闭窗口
同志们:
今天召开全市优化营商环境工作推进会议,主要任务是总结工作、分析形势、部署任务。
一、提高认识,切实增强优化营商环境的紧迫感
(一)优化营商环境是高质量发展的必然要求。环境好不好,企业说了算。
(二)优化营商环境是赢得竞争的关键之举。要把服务企业放在心上。
二、三产业占比仍然偏低,是我们的短板。
二、突出重点,推动营商环境全面提升
一是优化政务服务。推进“一网通办”，做到10:30前受理、当天办结。
二是强化要素保障。盘活土地3,500亩。
（此处省略876字）
四、加强领导,确保各项任务落到实处
同志们,让我们团结一心,为建设一流营商环境而努力奋斗!
谢谢大家!
上一篇:关于开展安全生产大检查的通知
"""
"""A speech as it is copied off a page."""

TWO = """\
在全市安全生产会议上的讲话
同志们：
今天召开会议，主要是部署安全生产工作，请大家抓好落实，确保各项任务完成。
在全市招商引资会议上的讲话
同志们：
今天召开会议，主要是部署招商引资工作，请大家抓好落实，确保各项任务完成。
"""
"""Two speeches in one file."""

_RESIDUE = re.compile("首页|来源[:：]|上一篇")
_BODY_SURE, _UNSURE, _SURE = 0.8, 0.5, 0.95


def incoming(text: str = PAGE, other: str = "") -> Incoming:
    """A text file with these words; `other` is what it says where tracked changes are taken in another way."""
    return _Twice(_content(text), read_foreign(_content(text)), bool(other), _content(other or text))


@dataclass(frozen=True, slots=True)
class _Twice(Incoming):
    other: Content = field(default_factory=lambda: _content(""))

    def reread(self, changes: Changes) -> Foreign:
        return read_foreign(self.content if changes == "accepted" else self.other)


def _content(text: str) -> Content:
    return Content(text.encode(), "营商环境讲话.txt", Path("营商环境讲话.txt"))


def recognise(paragraphs: Sequence[Paragraph], fixed: Fixed) -> Recognised:
    pieces = tuple(_pieces(paragraphs, fixed))
    draft, report = assembled(paragraphs, pieces)
    return Recognised(draft, report, pieces)


def _pieces(paragraphs: Sequence[Paragraph], fixed: Fixed) -> Iterator[Piece]:
    expected = 1
    titled = False
    for at, paragraph in enumerate(paragraphs):
        text = paragraph.text
        role, confidence, reason = _role(text, titled, expected)
        if (at, 0) in fixed:
            role, confidence, reason = fixed[at, 0], 1.0, ""
        number = typed_number(text)
        if role is Kind.H1 and number is not None and number.kind is Kind.H1:
            if number.ordinal == expected + 1 and confidence == _SURE:
                yield Piece(at, 0, 0, Kind.H1, _UNSURE, "序号跳过了一个", ordinal=expected, inserted=MISSING)
            expected = number.ordinal + 1
        titled = titled or role is Kind.TITLE
        fits = number is not None and number.kind is role
        yield Piece(
            at, 0, len(text), role, confidence, reason,
            number=number.length if fits and number else 0,
            ordinal=number.ordinal if fits and number else 0,
            marker=number.marker if fits and number else "是" if role is Kind.POINT else "",
        )  # fmt: skip


def _role(text: str, titled: bool, expected: int) -> tuple[Role, float, str]:
    number = typed_number(text)
    if _RESIDUE.search(text):
        return Fate.RESIDUE, _SURE, "网页上的导航"
    if text.startswith("（此处省略"):
        return Fate.GAP, _SURE, "说明这里缺了文字"
    if not titled:
        return Kind.TITLE, _SURE, "第一行"
    if text.startswith("市长"):
        return Kind.BYLINE, _SURE, "职务和姓名"
    if text.startswith("（20"):
        return Kind.DATE, _SURE, "括号里是日期"
    if text.rstrip(":：") == "同志们":
        return Kind.SALUTATION, _SURE, "称谓"
    if number is not None and number.kind is Kind.H1 and text.endswith("。"):
        return Kind.BODY, _UNSURE, "有序号，但读下来是一句话"
    if number is not None:
        return number.kind, _SURE, "序号前后接得上"
    return Kind.BODY, _BODY_SURE, ""
