"""Breaking a title into lines by sense (GB/T 9704 7.3.1 made computable: facts/standards.md §1.5).

Lines end between words only; two lines make a trapezoid, three a diamond; names in 《》 “” and numbers
stay whole; 的 和 及 上 begin no line; 讲话, 致辞 and their like do not stand alone in one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import ceil
from typing import Protocol

from app.core.draft import FORCED_LINE_END

_NOT_FIRST = frozenset("的地得和与及或上中下里内外前后时等者们" + "，。、；：！？）》”’】〕〉」』…—·～-%％‰")
"""What begins no line: particles and words set after a noun, closing marks."""
_NOT_LAST = frozenset("（《“‘【〔〈「『和与及或第")
_HEADS = frozenset(("会", "会议", "大会", "活动", "仪式", "论坛", "专题", "工作"))
"""Words that go with the one before them: a line does not end before them if there is another way."""
_GENRES = frozenset(
    (
        "讲话",
        "讲话稿",
        "致辞",
        "致词",
        "发言",
        "发言稿",
        "主持词",
        "报告",
        "欢迎词",
        "答谢词",
        "祝酒词",
        "开幕词",
        "闭幕词",
    )
)
"""文种词, which do not stand alone in a line."""
_STARTS = frozenset(("在", "暨", "关于", "——"))
"""Words before which a line ends well."""

_WHOLE = re.compile(
    "《[^《》]*》|“[^“”]*”|（[^（）]*）|【[^【】]*】|〔[^〔〕]*〕|——"
    "|[×Xx]+[省市县区州盟旗乡镇村局委办厅院校]?"
    "|第?[0-9０-９〇零一二三四五六七八九十百]+(?:[.．,，:：/-][0-9]+)*[年月日届次个项周期号级％%‰届]*"
    "|[A-Za-z][A-Za-z0-9.+-]*"
)
"""Stretches that no line parts, where they fit in one."""
_NARROW = 0.6
"""Width of a Latin letter or digit in characters, as facts/standards.md §1.5 reckons it."""
_MOST_LINES = 4
_WORST = 1000.0


class Cutter(Protocol):
    """What cuts text into words; joined, they are the text again (app/lang/segmenter.py)."""

    def cut(self, text: str) -> list[str]:
        """The words of the text."""
        ...


def broken_title(text: str, max_chars: int, segmenter: Cutter) -> tuple[str, ...]:
    """The lines of a title, none wider than `max_chars` characters if there is any way; joined, they are its text.

    Forced line ends (U+2028) are kept and taken out of the text; a title that fits is one line.
    """
    return tuple(
        line for forced in text.split(FORCED_LINE_END) for line in _lines(forced, max_chars, segmenter)
    )


def width(text: str) -> float:
    """How wide a text is, in characters: 1 for what is set full width, less for Latin letters and digits."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else _NARROW for char in text)


def _lines(text: str, most: int, segmenter: Cutter) -> list[str]:
    if width(text) <= most:
        return [text] if text else []
    units = [part for unit in _units(text, segmenter) for part in _fitting(unit, most, segmenter)]
    for count in range(ceil(width(text) / most), _MOST_LINES + 1):
        best = _best(units, count, most)
        if best is not None:
            return best
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


def _best(units: Sequence[str], count: int, most: int) -> list[str] | None:
    """The best way to set the units in `count` lines; None where no line end is allowed that would do it."""
    ends = [at for at in range(1, len(units)) if _may_end(units[at - 1], units[at])]
    found: tuple[float, list[str]] | None = None
    for chosen in combinations(ends, count - 1):
        edges = (0, *chosen, len(units))
        lines = ["".join(units[start:stop]) for start, stop in zip(edges, edges[1:], strict=False)]
        widths = [width(line) for line in lines]
        if max(widths) > most or any(line.strip("。！ ") in _GENRES for line in lines):
            continue
        cost = _shape(widths) + sum(_end_cost(units[at - 1], units[at]) for at in chosen)
        if found is None or cost < found[0]:
            found = cost, lines
    return None if found is None else found[1]


def _may_end(before: str, after: str) -> bool:
    """Whether a line may end between two units."""
    return after[0] not in _NOT_FIRST and before[-1] not in _NOT_LAST and not after.isspace()


def _end_cost(before: str, after: str) -> float:
    """How ill a line end reads."""
    if after in _STARTS or before[-1] in "，、；：—":
        return -2.0
    if before == "的" or before.endswith("》"):
        return -0.5
    if after in _HEADS:
        return 3.0
    return 1.0 if len(before) == 1 and before in "在向对为把被以从由" else 0.0


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
        if line and not fits and (index == 0 or _may_end(units[index - 1], unit) or width(line) >= most):
            yield line
            line = ""
        line += unit
    if line:
        yield line
