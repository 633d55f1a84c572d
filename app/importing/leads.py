"""Where the lead of a heading ends without the end of a sentence: at a blank, a colon, or before words of a beginning."""

import re

_OPENERS = re.compile(
    "党的[一二三四五六七八九十]{1,3}[大届]|新时代以来|习近平总书记|近年来|近几年|近期|当前|目前|今年|去年|前年|过去|这些年|这几年|多年来|长期以来|"
    "同志们|各级|各地|各部门|各单位|对于|我们|为了|随着|一方面|大家|刚才|实践证明|当今|面对|……|这次|这是|这项|一是|一要|首先|第一，|"
    "[12][0-9０-９]{3}年|“十.五”时期|刚刚|各类|深入(?:实施|推进|贯彻|开展)|(?:全面|持续|扎实)(?:推进|深化)|大力|进一步|积极稳妥|"
    "坚持(?=[以在把])|切实把|众所周知|俗话说|古人云|从总体|从全|根据|按照"
)
_LEADS_INTO = frozenset(
    "的和与、，,及对在从以把将按为是向给让使于由就到了入彻习照据着出合结助抓好增强化升于跟同“《"
)
_ENDS_ANYWAY = (
    "导向",
    "方向",
    "取向",
    "走向",
    "志向",
    "动向",
    "同步",
    "目的",
    "联合",
    "结合",
    "综合",
    "整合",
    "融合",
)
"""Words that end a heading though their last character, alone, leads on."""
_SHORTEST, _LONGEST, _PARTED = 4, 40, 80
"""Of a lead; where blanks stand for line ends, it may be longer."""
_WHOLE = 30
"""A sentence of this length without comma is a heading as it is, with words that tell what to do, too."""
_IMPERATIVE = re.compile("各类|深入|全面|持续|扎实|大力|进一步|积极稳妥|坚持|切实把")
_BLANK = re.compile("(?<=[\u4e00-\u9fff”》）])[ \t\xa0\u3000]+(?=[\u4e00-\u9fff“《])")
_STOPS = re.compile("[。！？；：!?;:]")
_COLONS = "：:"
_BRIEF, _TEXT = 20, 30
"""A lead before a colon is no longer, and the text behind it no shorter."""


def running_lead(text: str, number: int, after_blank: bool) -> int:
    """Where the text begins behind a heading inside running text; 0 where that is unsure, or has a mark.

    `number` is the length of its number. `after_blank`: the source has blanks where its line ends were.
    """
    return (after_blank and _first_blank(text, number, _PARTED)) or _before_opener(text, number)


def lead_end(text: str, number: int) -> int:
    """Where the text begins behind a heading with which a line begins, and that ends at a colon or blanks; else 0."""
    mark = _STOPS.search(text, number + 1)
    if mark is not None and mark.group() in _COLONS and mark.start() <= number + _BRIEF:
        rest = text[mark.end() :].rstrip()
        return mark.end() if len(rest) >= _TEXT and rest[-1] in "。！？" else 0
    at = _first_blank(text, number, _LONGEST)
    wide = text[:at].endswith(("\u3000", "  "))
    clauses = mark is not None and any(comma in text[at : mark.start()] for comma in "，,")
    return at if at and (_OPENERS.match(text, at) or (wide and clauses)) else 0


def _first_blank(text: str, number: int, longest: int) -> int:
    """Where the words behind the first blank begin, if a lead stands before it and a sentence behind it; else 0."""
    blank = _BLANK.search(text, number)
    if blank is None or not _SHORTEST <= blank.start() - number <= longest:
        return 0
    mark = _STOPS.search(text, number)
    return blank.end() if mark is not None and mark.start() > blank.end() else 0


def _before_opener(text: str, number: int) -> int:
    stop = min((at for at in (text.find(mark, number) for mark in "。！？；：") if at > 0), default=len(text))
    whole = stop - number <= _WHOLE and not any(comma in text[number:stop] for comma in "，,")
    for opener in _OPENERS.finditer(text, number + _SHORTEST):
        at = opener.start()
        if whole and _IMPERATIVE.match(text, at):
            continue
        if at > min(stop, number + _LONGEST):
            return 0
        if at < stop and (text[at - 1] not in _LEADS_INTO or text[at - 2 : at] in _ENDS_ANYWAY):
            return at
    return 0
