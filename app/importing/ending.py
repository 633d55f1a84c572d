"""The end of a speech: closing words, 落款, and what follows it: attachments, glossaries, remarks, the page's rest."""

import re
from collections.abc import Sequence
from itertools import accumulate

from app.core.kinds import Kind
from app.core.spellings import typed_number
from app.importing.head_words import byline, is_date
from app.importing.lines import Line
from app.importing.report import Fate
from app.importing.residue import afterword, is_label, residue, residue_at_edge
from app.importing.said import Said
from app.importing.script import simplified

_ATTACHMENT = re.compile(
    "附\\s*(?:件|表|录)?\\s*[0-9一二三四五六七八九十]{0,2}\\s*[：:].{0,60}|附\\s*(?:件|表|录)\\s*[0-9一二三四五六七八九十]{0,2}"
    "|[（(【\\[]?[^。，]{0,34}(?:名词|术语|用语|新词|词语)(?:的)?(?:解释|注释|说明|释义)[）)】\\]]?[：:]?"
    "|[（(【\\[]?[^。，]{0,34}(?:注释|注解|脚注|尾注|参考文献|释义)[）)】\\]]?[：:]?"
)
_LABELLED = 0.9
"""How surely a line names who signs, even with a label (述职人：…)."""
_ENOUGH = 500
"""Characters of a speech before which nothing is an attachment, unless they are the greater part."""
_SIGNATURE, _SHORT = 6, 30
"""How many lines 附件说明, 署名 and date are at most, and how long each."""
_FIRST_NOTE = re.compile("[［\\[【〔]1[］\\]】〕]|[①]")
_SECOND_NOTE = re.compile("[［\\[【〔]2[］\\]】〕]|[②]")
_CLOSING = re.compile(
    "(?:最后，)?(?:再次)?(?:谢谢|感谢)(?:各位|大家|领导|同志们|朋友们|同学们|老师们|主席|聆听|倾听|您|你们|，|、|！)*.{0,12}[！!。]?"
    "|(?:我的)?(?:讲话|发言|汇报|报告|述职|主持|致辞|演讲|宣讲)(?:到此)?(?:就)?(?:完了|完毕|结束|到这里|到此结束|到此为止)[，,。！!]?.{0,12}"
    "|(?:我|今天)?(?:就)?(?:讲|说|汇报|报告)(?:到)?(?:这里|这些|完了)[，,。！!]?.{0,12}"
    "|(?:最后，)?(?:衷心|真诚)?(?:预祝|祝愿|祝福|祝)[^。；！!]{2,60}[！!。]"
    "|(?:现在，?)?(?:我宣布[，：:]?)?.{0,24}(?:散会|闭幕|开幕|休会)[！!。]"
    "|以上(?:报告|汇报|发言|意见|述职|是我的)[^。]{0,40}(?:审议|评议|指正|批评|参考|讨论|汇报|发言)[^。]{0,8}[。！!]?"
    "|不(?:妥|当)之处[^。]{0,20}[。！!]?"
)
_SIGNED = re.compile("[^，。；：！？,;:!?…]{2,40}")
_BRACKETED = re.compile("[（(][^（(）)。；]{2,28}[）)]")
_STAGING = re.compile(
    "鼓掌|掌声|停顿|停一停|稍停|起立|坐下|奏国歌|唱国歌|默哀|举手|敬礼|鞠躬|举杯|干杯|笑声|互动|播放|签约|揭牌|颁奖|剪彩|合影|"
    "宣读|放慢|加重|环视"
)
_NO_CUE = re.compile(
    "略|未完|缺|待续|作者|本文|此文|摘自|选自|来源|记者|附|见|^.[一二三四五六七八九十0-9]{1,3}.$|[0-9]{4}|年|^.(?:完|全文)"
)


def ending(lines: Sequence[Line], at: Sequence[int]) -> dict[int, Said]:
    """What the lines at the end are; `at` are the indices of all that is not yet said, from the body's first on."""
    said: dict[int, Said] = {}
    body = _without_attachments(lines, list(at), said)
    body = _without_page(lines, body, said)
    body = _without_remarks(lines, body, said)
    body = _without_page(lines, body, said)
    body = _without_signature(lines, body, said)
    _closing(lines, body, said)
    return said


def cue(text: str) -> Said | None:
    """A 场上提示 on a line of its own, in brackets: （鼓掌）; None where a line is none."""
    if len(text) > 30 or not _BRACKETED.fullmatch(text) or _NO_CUE.search(text):
        return None
    sure = 0.9 if _STAGING.search(text) else 0.55
    return Said(Kind.CUE, sure, "括号里单独成行，像场上提示")


def _without_attachments(lines: Sequence[Line], at: list[int], said: dict[int, Said]) -> list[int]:
    """The lines before the first attachment, behind which no heading 一、 runs on."""
    ordinals = [_ordinal(lines[index].text) for index in at]
    sizes = list(accumulate(len(lines[index].text) for index in at))
    so_far = ordinals[0] if at else 0
    resumed = 0
    listed = _list_before_signature(lines, at)
    called = next((place for place, index in enumerate(at) if "①" in lines[index].text[1:]), len(at))
    for place in range(1, len(at)):
        so_far = ordinals[place] or so_far
        if sizes[place - 1] < min(_ENOUGH, sizes[-1] * 2 // 5):
            continue
        if place < resumed or listed <= place or not _begins_attachments(lines, at, place, called < place):
            continue
        resumed = _resumed(ordinals, place, so_far)
        if place >= resumed:
            for each in at[place:]:
                said[each] = residue_at_edge(lines[each].text) or Said(
                    Fate.ATTACHMENT, 0.85, "讲话之后的附件、注释"
                )
            return at[:place]
    return at


def _list_before_signature(lines: Sequence[Line], at: Sequence[int]) -> int:
    """Where short lines begin that end with a date: among them 附件： says what is attached, and who signs."""
    first = len(at)
    if at and is_date(lines[at[-1]].text):
        while first > max(0, len(at) - _SIGNATURE) and len(lines[at[first - 1]].text) <= _SHORT:
            first -= 1
    return first


def _resumed(ordinals: Sequence[int], place: int, so_far: int) -> int:
    """Where the series of the speech goes on behind a place; 0 where it does not, or only a series behind it does."""
    inner = 0
    for at in range(place + 1, len(ordinals)):
        if so_far and ordinals[at] == so_far + 1 != inner + 1:
            return at
        inner = ordinals[at] or inner
    return 0


def _ordinal(text: str) -> int:
    """The ordinal of a heading 一、; 0 for none."""
    number = typed_number(text[:20])
    return number.ordinal if number is not None and number.kind is Kind.H1 else 0


def _begins_attachments(lines: Sequence[Line], at: Sequence[int], place: int, called: bool) -> bool:
    """Whether a line heads attachments, or is the first of a row of notes after a whole sentence.

    `called` says that ① stands within the text before; without it ① ② are a list.
    """
    text, before = lines[at[place]].text, lines[at[place - 1]].text
    if _FIRST_NOTE.match(text) and (called or text[0] != "①") and before[-1] in "。！？!”）)":
        return any(_SECOND_NOTE.match(lines[index].text) for index in at[place + 1 : place + 4])
    return len(text) <= 70 and bool(_ATTACHMENT.fullmatch(text))


def _without_page(lines: Sequence[Line], at: list[int], said: dict[int, Said]) -> list[int]:
    """The lines before the page's rest, from the last upwards; the labels that end a Word file are its writer's."""
    while at and (found := residue_at_edge(lines[at[-1]].text)):
        if lines[at[-1]].style and is_label(lines[at[-1]].text):
            break
        said[at[-1]] = found
        at = at[:-1]
    return at


def _without_remarks(lines: Sequence[Line], at: list[int], said: dict[int, Said]) -> list[int]:
    """The lines before what a chat program says at the end; what it lists after that goes with it."""
    for place in range(max(1, len(at) - 12), len(at)):
        found = afterword(lines[at[place]].text)
        if found is None:
            continue
        for each in at[place:]:
            said[each] = (
                residue(lines[each].text)
                or afterword(lines[each].text)
                or Said(Fate.REMARK, 0.7, found.reason)
            )
        return at[:place]
    return at


def _without_signature(lines: Sequence[Line], at: list[int], said: dict[int, Said]) -> list[int]:
    """The lines before 落款: a date that ends the text, and above it the name of who signs."""
    if len(at) < 3 or not is_date(lines[at[-1]].text):
        return at
    said[at[-1]] = Said(Kind.SIGNOFF, 0.9, "文末的日期")
    at = at[:-1]
    while len(at) > 2 and _signs(lines[at[-1]].text):
        said[at[-1]] = Said(Kind.SIGNOFF, 0.85, "文末日期上面的署名")
        at = at[:-1]
    return at


def _signs(text: str) -> bool:
    if byline(text) >= _LABELLED:
        return True
    short = bool(_SIGNED.fullmatch(text)) and typed_number(text) is None
    return short and (byline(text) > 0 or len(text) <= 16)


def _closing(lines: Sequence[Line], at: Sequence[int], said: dict[int, Said]) -> None:
    for index in reversed(at[-3:]):
        text = lines[index].text
        if index == at[0] or len(text) > 70 or not _CLOSING.fullmatch(simplified(text)) or typed_number(text):
            break
        said[index] = Said(Kind.CLOSING, 0.9, "结束语")
