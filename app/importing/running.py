"""Headings inside running text: where a source lost its line ends, numbers that run on say where headings begin."""

import re
from dataclasses import dataclass, field

from app.core.kinds import HEADINGS
from app.core.spellings import typed_number
from app.importing.leads import running_lead

_NUMBER = re.compile(
    "[一二三四五六七八九十]{1,3}[、．.](?![一二三四五六七八九十]{1,3}[、季产次是者个类])"
    "|[（(][ \u3000]?[一二三四五六七八九十]{1,3}[ \u3000]?[）)]"
    "|(?<![0-9.．])[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)]"
)
_AFTER_SENTENCE = re.compile("[。！？…!?.][”’」』）)]?[ \t\u3000]*$")
_AFTER_COLON = re.compile("[：:][ \t\u3000]*$")
_AFTER_BLANK = re.compile("[ \t\u3000]{2}$|[。！？!?.，；：,;:][ \t\u3000]+$")
_ANNOUNCED = re.compile(
    "(?:意见|方面|要求|几[点句]|[一二三四五六七八九]点|句话|如下|建议|体会|看法|工作|内容|问题|希望)[。：:.]\\s*$"
)
_LISTING = 2
"""From this level on numbers are also used within sentences."""
_NEAR = 60
_LEAD = 120
"""So far behind its number a lead may end."""
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
    headed = bool(found) and found[0].at == 0 and found[0].rank < _LISTING
    for index, each in enumerate(found):
        if each.at == 0:
            series.take(each.rank, each.ordinal)
            previous = each
            continue
        if not (cuts or headed) and (each.rank >= _LISTING or (each.rank > 0 and not each.strong)):
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
        number = typed_number(text[start : start + _NUMBERS])
        after_blank = start > 0 and text[start - 1] in " \u3000"
        if end := running_lead(
            text[start : min(stop, start + _LEAD)], number.length if number else 0, after_blank
        ):
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


def _is_under(here: _Candidate, previous: _Candidate | None) -> bool:
    """Whether a （1） stands under a 1., or right behind a heading: elsewhere it counts things."""
    return previous is not None and (previous.rank >= _LISTING or here.at - previous.at <= _NEAR)


def _begins(text: str, found: list[_Candidate], index: int, previous: _Candidate | None) -> bool:
    """Whether a number one begins a series of headings; one behind a colon needs a two behind a sentence end."""
    here = found[index]
    if here.rank > _LISTING and not _is_under(here, previous):
        return False
    for at in range(index + 1, len(found)):
        other = found[at]
        if other.rank == here.rank:
            if other.ordinal == 2 and other.strong:
                return True
            break
        if other.rank < here.rank:
            break
    if not here.strong or len(text) - here.at < 30:
        return False
    if previous is not None and previous.rank == here.rank - 1 and here.at - previous.at <= _NEAR:
        return True
    return here.rank == 0 and bool(
        _ANNOUNCED.search(text[max(0, here.at - 12) : here.at]) or text[here.at - 1] in " \u3000"
    )
