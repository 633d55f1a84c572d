"""Which style of a unit's file is likely meant for which kind: by its name, its outline level, its look.

Only a proposal: the writer sees each with a sample and chooses. Styles that the unit named itself come before Word's
own, and these only where the unit gave them a look that a speech can have.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.core.kinds import HEADINGS, Kind
from app.export.base.looks import Look
from app.export.base.names import W, child
from app.export.base.styles import BaseStyle
from app.layouts.model import SIGNOFF_LAST, STYLES
from app.layouts.word_names import STYLE_NAMES

_NAMES: Mapping[str, tuple[str, ...]] = {
    Kind.STAGE: ("稿次",),
    Kind.TITLE: (
        "公文标题",
        "文件标题",
        "讲话标题",
        "大标题",
        "主标题",
        "总标题",
        "文章标题",
        "题目",
        "标题",
    ),
    Kind.SUBTITLE: ("副标题", "公文副标题"),
    Kind.BYLINE: ("主讲人", "作者", "讲话人姓名", "报告人"),
    Kind.DATE: ("讲话时间", "日期"),
    Kind.SALUTATION: ("主送机关", "主送", "称呼"),
    Kind.PART: ("篇标题", "部分标题", "章标题"),
    Kind.H1: ("一级", "公文一级", "公文一级标题", "1级标题", "标题一", "一层标题", "标题1"),
    Kind.H2: ("二级", "公文二级", "公文二级标题", "2级标题", "标题二", "二层标题", "标题2"),
    Kind.H3: ("三级", "公文三级", "公文三级标题", "3级标题", "标题三", "三层标题", "标题3"),
    Kind.H4: ("四级", "公文四级", "公文四级标题", "4级标题", "标题四", "四层标题", "标题4"),
    Kind.POINT: ("要点正文",),
    Kind.BODY: (
        *("公文正文", "讲话正文", "报告正文", "正文内容", "正文样式", "文件正文", "正文首行缩进"),
        *("正文", "正文文本首行缩进", "正文缩进", "正文文本"),
    ),
    Kind.CUE: ("提示",),
    Kind.CLOSING: ("结尾",),
    Kind.SIGNOFF: ("发文机关署名", "发文机关", "落款单位", "署名"),
    SIGNOFF_LAST: ("成文日期", "落款日期"),
}
"""What units call their styles, the surest first; what our own exports call them comes before all."""
_VAGUE = frozenset(("标题", "题目", "正文", "日期", "署名", "提示", "结尾"))
"""Names that say little at the end of a longer one: 附件标题, 表格正文."""
_LETTERHEAD = re.compile("红头|文头|版头|发文|文号|密级|眉|脚")
_INDENTED = 100
"""1/100 characters: a body is set in by one at least, commonly two."""
_LARGEST_HEADING = 40
"""Half-points. Word's own 标题 1 of 二号 (44) is for books."""
_TITLE_SIZE, _BODY_SIZES = 36, range(26, 38)
_USUAL_BODY = 32
_FOLLOW_BODY = (Kind.POINT, Kind.CLOSING)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A style for a kind, and by what it was told."""

    style: BaseStyle
    reason: str


def proposed(usable: Sequence[BaseStyle], looks: Mapping[str, Look]) -> Mapping[str, Proposed]:
    """Which of these styles are meant for which kind; kinds for which none is likely are missing.

    `looks` are by style id.
    """
    found: dict[str, Proposed] = {}
    for kind in STYLES:
        choice = next(_choices(kind, usable, looks), None)
        if choice is not None:
            found[kind] = choice
    body = found.get(Kind.BODY)
    for kind in _FOLLOW_BODY:
        if body is not None:
            found.setdefault(kind, Proposed(body.style, "和正文一样"))
    return {kind: found[kind] for kind in STYLES if kind in found}


def _choices(kind: str, usable: Sequence[BaseStyle], looks: Mapping[str, Look]) -> Iterator[Proposed]:
    """The styles that may be meant for a kind, the likeliest first."""
    for each in _named((STYLE_NAMES[kind],), usable):
        if not each.is_words_own:
            yield Proposed(each, "样式名相同")
    fitting = [each for each in usable if _fits(kind, each, looks[each.id])]
    for each in _named(_NAMES[kind], fitting):
        if not each.is_words_own:
            yield Proposed(each, "看样式名")
    yield from (Proposed(each, "看样式名") for each in fitting if _kind_by_ending(each) == kind)
    if kind in HEADINGS:
        own = [each for each in fitting if not each.is_words_own]
        level = HEADINGS.index(Kind(kind))
        yield from (Proposed(each, f"大纲 {level + 1} 级") for each in own if looks[each.id].outline == level)
    for each in _named(_NAMES[kind], fitting):
        if each.is_words_own:
            yield Proposed(each, "看样式名")
    yield from (Proposed(each, "看样子") for each in _by_look(kind, fitting, looks))


def _named(names: Iterable[str], styles: Sequence[BaseStyle]) -> Iterator[BaseStyle]:
    for name in names:
        yield from (each for each in styles if each.name.replace(" ", "") == name)


def _kind_by_ending(style: BaseStyle) -> str | None:
    """The kind that a unit's own style is named for behind the unit's name, as 本局一级标题; None for none."""
    name = style.name.replace(" ", "")
    if style.is_words_own:
        return None
    endings = {
        each: kind for kind in STYLES for each in (STYLE_NAMES[kind], *_NAMES[kind]) if each not in _VAGUE
    }
    return endings.get(max(filter(name.endswith, endings), key=len, default=""))


def _fits(kind: str, style: BaseStyle, look: Look) -> bool:
    """Whether a style could be meant for a kind at all, whatever it is called."""
    if kind == Kind.TITLE:
        return (
            look.alignment == "center" and not _LETTERHEAD.search(style.name) and not _has_theme_colour(style)
        )
    if kind in HEADINGS:
        return look.size <= _LARGEST_HEADING and not _has_theme_colour(style)
    if kind == Kind.BODY:
        return look.first_line >= _INDENTED and look.outline is None and look.alignment != "center"
    if style.is_words_own:
        return kind == Kind.SUBTITLE and look.alignment == "center" and not _has_theme_colour(style)
    return True


def _has_theme_colour(style: BaseStyle) -> bool:
    """Whether a style is coloured as Word's own headings are, which no unit chose."""
    colour = child(style.element, "rPr", "color")
    return colour is not None and colour.get(f"{W}themeColor") is not None and style.is_words_own


def _by_look(kind: str, styles: Sequence[BaseStyle], looks: Mapping[str, Look]) -> Iterator[BaseStyle]:
    own = [each for each in styles if not each.is_words_own]
    if kind == Kind.TITLE:
        large = [each for each in own if looks[each.id].size >= _TITLE_SIZE]
        yield from sorted(large, key=lambda each: -looks[each.id].size)
    elif kind == Kind.BODY:
        plain = [each for each in own if looks[each.id].size in _BODY_SIZES and not looks[each.id].bold]
        yield from sorted(plain, key=lambda each: abs(looks[each.id].size - _USUAL_BODY))
