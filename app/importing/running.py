"""Headings inside running text: where a source lost its line ends, numbers that run on say where headings begin."""

import re
from dataclasses import dataclass, field

from app.core.kinds import HEADINGS
from app.importing.numbers import typed_number

_NUMBER = re.compile(
    "[一二三四五六七八九十]{1,3}[、．.](?![一二三四五六七八九十]{1,3}[、季产次是者个类])"
    "|[（(][一二三四五六七八九十]{1,3}[）)]"
    "|(?<![0-9.．])[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)]"
)
_AFTER_SENTENCE = re.compile("[。！？…!?.][”’」』）)]?[ \t\u3000]*$")
_AFTER_COLON = re.compile("[：:][ \t\u3000]*$")
_AFTER_BLANK = re.compile("[ \t\u3000]{2}$|[。！？!?.，；：][ \t\u3000]+$")
_ANNOUNCED = re.compile(
    "(?:意见|方面|要求|几[点句]|[一二三四五六七八九]点|句话|如下|建议|体会|看法|工作|内容|问题|希望)[。：:.]\\s*$"
)
_OPENERS = re.compile(
    "党的[一二三四五六七八九十]{1,3}[大届]|习近平总书记|近年来|近几年|近期|当前|目前|今年|去年|前年|过去|这些年|这几年|多年来|长期以来|"
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
_SHORTEST, _LONGEST = 4, 40
_LISTING = 2
"""From this level on numbers are also used within sentences."""
_NUMBERS = 12
"""No number is longer, with its blanks and the character after it."""


@dataclass(slots=True)
class Series:
    """How far the numbers of each level have come in a text, from h1 to h4; 0 where none was met."""

    last: list[int] = field(default_factory=lambda: [0] * len(HEADINGS))

    def goes_on(self, rank: int, ordinal: int) -> bool:
        """Whether a number is the next of its level."""
        return ordinal == self.last[rank] + 1

    def take(self, rank: int, ordinal: int) -> None:
        """A heading was met: the levels below it begin anew."""
        self.last[rank] = ordinal
        self.last[rank + 1 :] = [0] * (len(self.last) - rank - 1)

    def meet(self, text: str) -> None:
        """A line begins; the number at its start counts where it is that of a heading."""
        number = typed_number(text[:_NUMBERS])
        if number is not None and number.kind in HEADINGS:
            self.take(HEADINGS.index(number.kind), number.ordinal)


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    rank: int
    ordinal: int
    strong: bool


def running_cuts(text: str, series: Series) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where headings begin inside a line that holds several, and where their texts probably begin.

    A heading begins after a sentence end, with a number that runs on; the first of a series must have a second,
    or be announced (我讲三点意见), or stand directly under a heading; 1. and （1） only lead where 一、 or （一） do
    in the same line, for else they list things in a sentence. Where a heading ends without a mark its end
    is a guess by the words with which sentences begin; none is made where that is unsure.
    """
    found = _candidates(text)
    cuts: list[int] = []
    ends: list[int] = []
    previous: _Candidate | None = None
    for index, each in enumerate(found):
        if each.at == 0:
            series.take(each.rank, each.ordinal)
            previous = each
            continue
        if not cuts and (each.rank >= _LISTING or (each.rank > 0 and not each.strong)):
            continue
        leads = each.ordinal == 1 and _begins(text, found, index, previous)
        goes_on = each.ordinal > 1 and each.strong and series.goes_on(each.rank, each.ordinal)
        if leads or goes_on:
            series.take(each.rank, each.ordinal)
            cuts.append(each.at)
            previous = each
    if not cuts:
        return (), ()
    starts = cuts if found[0].at else [0, *cuts]
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        if end := _heading_end(text[start : min(stop, start + 80)]):
            ends.append(start + end)
    return tuple(cuts), tuple(ends)


def _candidates(text: str) -> list[_Candidate]:
    found: list[_Candidate] = []
    for match in _NUMBER.finditer(text):
        before = text[max(0, match.start() - 6) : match.start()]
        strong = not before or bool(_AFTER_SENTENCE.search(before) or _AFTER_BLANK.search(before))
        number = typed_number(text[match.start() : match.start() + _NUMBERS])
        if number is None or number.kind not in HEADINGS:
            continue
        rank = HEADINGS.index(number.kind)
        if strong or (rank < _LISTING and _AFTER_COLON.search(before)):
            found.append(_Candidate(match.start(), rank, number.ordinal, strong))
    return found


def _begins(text: str, found: list[_Candidate], index: int, previous: _Candidate | None) -> bool:
    """Whether a number one begins a series of headings; one behind a colon needs a two behind a sentence end."""
    here = found[index]
    for other in found[index + 1 :]:
        if other.rank == here.rank:
            if other.ordinal == 2 and other.strong:
                return True
            break
        if other.rank < here.rank:
            break
    if not here.strong or len(text) - here.at < 30:
        return False
    if previous is not None and previous.rank == here.rank - 1 and here.at - previous.at <= 60:
        return True
    return here.rank == 0 and bool(
        _ANNOUNCED.search(text[max(0, here.at - 12) : here.at]) or text[here.at - 1] in " \u3000"
    )


def _heading_end(text: str) -> int:
    """Where the text of a heading without end mark probably begins; 0 where that is unsure, or has a mark."""
    number = typed_number(text)
    start = number.length if number else 0
    stop = min((at for at in (text.find(mark, start) for mark in "。！？；：") if at > 0), default=len(text))
    for opener in _OPENERS.finditer(text, start + _SHORTEST):
        at = opener.start()
        if at > min(stop, start + _LONGEST):
            return 0
        if at < stop and (text[at - 1] not in _LEADS_INTO or text[at - 2 : at] in _ENDS_ANYWAY):
            return at
    return 0
