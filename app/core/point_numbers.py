"""Where numbers of points may stand in a text: 一是 一要 第一， 首先， 其一， ①."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.core.spellings import BLANK, ordinal_of

_CHINESE = "[一二三四五六七八九十]{1,3}"
_GAP = f"{BLANK}{{0,2}}"
_COMMA = "[，,、：:]"
_NUMBER = re.compile(
    f"(?P<n>{_CHINESE})(?P<marker>[是要])(?!{_COMMA}[一二三四五六七八九十]|一[，,、])"
    f"|第{_GAP}(?P<nth>{_CHINESE}){_GAP}{_COMMA}(?!第|{_CHINESE}、)"
    f"|其(?P<of>{_CHINESE}){_COMMA}"
    f"|(?P<word>首先|其次|再次|最后){_COMMA}"
    "|(?P<sign>[\u2460-\u2473])[、.．]?"
)
_BLANKS = re.compile(f"{_GAP}")
_WORDS = ("首先", "其次", "再次", "最后")
STRONG = frozenset("。；！？：;!?:…—\u2014")
"""After these a point may begin."""
_WEAK = frozenset("，,、”’）)》】 \u3000")
"""After these a point may begin where its series says so."""
_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "【": "】", "「": "」", "『": "』", "(": ")"}
_MARKS = re.compile("[" + re.escape("".join(_PAIRS)) + "]")


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a point: `start` to `stop` with the blanks behind it, its marker and ordinal.

    `begins` says that it stands at the start of the line, `strong` that a clause ends before it. 最后 has the
    ordinal 0: which one it is, the series says.
    """

    start: int
    stop: int
    marker: str
    ordinal: int
    begins: bool
    strong: bool


def point_numbers(text: str, first: int = 0) -> Iterator[Number]:
    """The numbers from `first` on where a point may begin, outside quotes and brackets, in order."""
    closed = 0
    openings = _MARKS.finditer(text, first)
    opening = next(openings, None)
    never_closed: set[str] = set()
    for match in _NUMBER.finditer(text, first):
        # An opening mark that is never closed opens nothing.
        while opening is not None and opening.start() < match.start():
            mark = _PAIRS[opening.group()]
            if opening.start() >= closed and mark not in never_closed:
                close = text.find(mark, opening.end())
                if close < 0:
                    never_closed.add(mark)
                else:
                    closed = close + 1
            opening = next(openings, None)
        before = _before(text, match.start())
        begins = match.start() == first
        if match.start() < closed or not (begins or before in STRONG or before in _WEAK):
            continue
        marker, ordinal = _said(match)
        if ordinal or marker == "首先":
            blanks = _BLANKS.match(text, match.end())
            stop = blanks.end() if blanks else match.end()
            yield Number(match.start(), stop, marker, ordinal, begins, begins or before in STRONG)


def _before(text: str, at: int) -> str:
    """What ends before a place: the mark before a blank, if it ends a clause, else the character right before."""
    if at > 1 and text[at - 1] in " \u3000" and text[at - 2] in STRONG:
        return text[at - 2]
    return text[at - 1] if at else ""


def _said(match: re.Match[str]) -> tuple[str, int]:
    """Marker and ordinal of a number."""
    if match["n"]:
        return match["marker"], ordinal_of(match["n"])
    if match["nth"]:
        return "第", ordinal_of(match["nth"])
    if match["of"]:
        return "其", ordinal_of(match["of"])
    if match["sign"]:
        return "①", ord(match["sign"]) - 0x245F
    return "首先", (_WORDS.index(match["word"]) + 1) % len(_WORDS)
