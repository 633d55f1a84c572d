"""Breaking a title into lines by sense (GB/T 9704 7.3.1 made computable: facts/standards.md §1.5).

Lines end between words only; two lines make a trapezoid, three a diamond; names in 《》 “” and numbers
stay whole; 的 和 及 上 begin no line; 讲话, 致辞 and their like do not stand alone in one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import ceil
from typing import Protocol

from app.core.draft import FORCED_LINE_END, Run

_NOT_FIRST = frozenset("的地得和与及或上中下里内外前后时等者们" + "，。、；：！？）》”’】〕〉」』…—·～-%％‰")
"""What begins no line: particles and words set after a noun, closing marks."""
_NOT_LAST = frozenset("（《“‘【〔〈「『和与及或第")
_MARKS = frozenset("，、；：—")
_MEETING = re.compile("会|会议|大会|活动|仪式|论坛")
"""Words that go with the one before them, 工作会议: a line ends before both sooner than between them."""
_GENRE = re.compile("(讲话|发言)稿?|致辞|致词|主持词|报告|(欢迎|答谢|祝酒|开幕|闭幕)词")
"""文种词, which do not stand alone in a line."""
_OPENER = re.compile(
    "暨|在|关于|——|推动|推进|加快|加强|深化|优化|促进|实现|开创|谱写|建设|打造|全面|奋力|努力|争当|争创|走在|坚持|坚决"
    "|进一步|不断|切实"
)
"""Words that open a phrase: a line ends well before them."""
_WEAK = re.compile("[在向对为把被以从由]")
"""Words that want what follows them in the same line."""
_LONG_NAME = 6
"""Characters from which a unit is a name of its own, after which a line ends well."""

_WHOLE = re.compile(
    "《[^《》]*》|“[^“”]*”|（[^（）]*）|【[^【】]*】|〔[^〔〕]*〕|——"
    "|习近平新时代中国特色社会主义思想|中国特色社会主义|中国式现代化|中央八项规定(?:精神)?|人民代表大会|政治协商会议"
    "|党的[一二三四五六七八九十]+(?:大|届)(?:[一二三四五六七八九]中全会)?(?:精神)?"
    "|[×Xx]+[省市县区州盟旗乡镇村局委办厅院校]?"
    "|第?[0-9０-９〇零一二三四五六七八九十百]+(?:[.．,，:：/-][0-9]+)*[年月日届次个项周期号级％%‰]*"
    "|[A-Za-z][A-Za-z0-9.+-]*"
)
"""Stretches that no line parts, where they fit in one: names in marks, set names, placeholders, numbers."""
_NARROW = 0.6
"""Width of a Latin letter or digit in characters, as facts/standards.md §1.5 reckons it."""
_MOST_LINES = 4


class Cutter(Protocol):
    """What cuts text into words; joined, they are the text again (app/lang/segmenter.py)."""

    def cut(self, text: str) -> list[str]:
        """The words of the text."""
        ...


def broken_title(text: str, best: int, segmenter: Cutter, most: int | None = None) -> tuple[str, ...]:
    """The lines of a title; joined, they are its text without forced line ends.

    `best` is the width in characters up to which a line looks well, and a title this wide is not broken;
    `most` (None: the same) what a line can hold at most, which is exceeded only by a word that is wider.
    Forced line ends (U+2028) are kept.
    """
    return tuple(
        line
        for forced in text.split(FORCED_LINE_END)
        for line in _lines(forced, best, most or best, segmenter)
    )


def with_line_ends(runs: Sequence[Run], lines: Sequence[str]) -> tuple[Run, ...]:
    """Runs with a forced line end after each line but the last; the lines are the runs' text without any."""
    ends: set[int] = set()
    at = 0
    for line in lines[:-1]:
        at += len(line)
        ends.add(at)
    out: list[Run] = []
    at = 0
    for run in runs:
        text = ""
        for char in run.text.replace(FORCED_LINE_END, ""):
            text += FORCED_LINE_END + char if at in ends else char
            at += 1
        out.append(replace(run, text=text))
    return tuple(out)


def written_title(
    lines: Sequence[str],
    candidates: Iterable[str],
    best: int,
    segmenter: Cutter,
    most: int | None = None,
) -> str | None:
    """The first of the titles that would be broken into these lines; None where none would.

    The way back from `broken_title`: which line ends are the writer's does not show in print.
    """
    return next(
        (each for each in candidates if broken_title(each, best, segmenter, most) == tuple(lines)), None
    )


def width(text: str) -> float:
    """How wide a text is, in characters: 1 for what is set full width, less for Latin letters and digits."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else _NARROW for char in text)


def _lines(text: str, best: int, most: int, segmenter: Cutter) -> Sequence[str]:
    if width(text) <= best:
        return [text] if text else []
    units = [part for unit in _units(text, segmenter) for part in _fitting(unit, most, segmenter)]
    for count in range(max(ceil(width(text) / most), 2), _MOST_LINES + 1):
        found = _best(units, count, best, most)
        if found is not None:
            return found
    return list(_filled(units, most))


def _units(text: str, segmenter: Cutter) -> Iterator[str]:
    """What a line may not part: words, and the stretches that stay whole."""
    at = 0
    for match in _WHOLE.finditer(text):
        yield from segmenter.cut(text[at : match.start()])
        yield match.group()
        at = match.end()
    yield from segmenter.cut(text[at:])


def _fitting(unit: str, most: int, segmenter: Cutter) -> Iterator[str]:
    """A unit as it is, or in words or at last in characters where it is wider than a line."""
    if width(unit) <= most:
        yield unit
        return
    words = segmenter.cut(unit)
    for word in words:
        yield from [word] if width(word) <= most else word


def _best(units: Sequence[str], count: int, best: int, most: int) -> Sequence[str] | None:
    """The best way to set the units in `count` lines; None where no line end is allowed that would do it."""
    costs = {at: _end_cost(units, at) for at in range(1, len(units)) if _may_end(units[at - 1], units[at])}
    found: tuple[float, Sequence[str]] | None = None
    for chosen in combinations(costs, count - 1):
        lines = ["".join(units[start:stop]) for start, stop in pairwise((0, *chosen, len(units)))]
        widths = [width(line) for line in lines]
        if max(widths) > most or any(map(_GENRE.fullmatch, lines)):
            continue
        cost = _shape(widths) + sum(costs[at] for at in chosen) + 2 * max(max(widths) - best, 0)
        if found is None or cost < found[0]:
            found = cost, lines
    return None if found is None else found[1]


def _may_end(before: str, after: str) -> bool:
    """Whether a line may end between two units."""
    return after[0] not in _NOT_FIRST and before[-1] not in _NOT_LAST and not after.isspace()


def _end_cost(units: Sequence[str], at: int) -> float:
    """How ill it reads that a line ends before a unit."""
    before, after = units[at - 1], units[at]
    if _OPENER.fullmatch(after) or before[-1] in _MARKS:
        return -2.0
    if (
        (at + 1 < len(units) and _MEETING.fullmatch(units[at + 1]))
        or before == "的"
        or len(before) >= _LONG_NAME
    ):
        return -1.0
    if _MEETING.fullmatch(after):
        return 3.0
    return 1.0 if _WEAK.fullmatch(before) else 0.0


def _shape(widths: Sequence[float]) -> float:
    """How far the lines are from a trapezoid (two) or a diamond (three): differences of 2 to 6 are best."""
    if len(widths) == 2:
        return _off(abs(widths[0] - widths[1]))
    if len(widths) == 3:
        first, middle, last = widths
        sides = abs(first - last) / 2
        if middle >= max(first, last):
            return sides + _off(middle - max(first, last))
        return sides + 4 + (middle - min(first, last) < 0) * 8
    return (max(widths) - min(widths)) / 2


def _off(difference: float) -> float:
    """Distance of a difference from the range of 2 to 6 characters."""
    return max(2 - difference, difference - 6, 0)


def _filled(units: Sequence[str], most: int) -> Iterator[str]:
    """Lines filled one after the other, for what is too long to be set well."""
    line = ""
    for index, unit in enumerate(units):
        fits = width(line + unit) <= most
        if line and not fits and (_may_end(units[index - 1], unit) or width(line) >= most):
            yield line
            line = ""
        line += unit
    if line:
        yield line
