"""序数: the numbers of headings and points, a pure function of kind, marker and restart (DESIGN.md §2).

Numbers are never stored. h1 runs on through the draft, h2–h4 begin anew under a higher heading, a
point goes on with the last point of its marker under the same heading; `restart` begins at one.
Forms: GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）); GB/T 15834-2011, B.3 (no mark after 一是, a comma
after 第一 and 首先).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.core.draft import Block
from app.core.kinds import NUMBERED, Kind, heading_rank
from app.core.numerals import chinese, from_chinese
from app.core.plan import Change

_RANKS = {kind: heading_rank(kind) for kind in (Kind.PART, *NUMBERED)}
_POINT_RANK = heading_rank(Kind.POINT)
_FIRST_WORDS = ("首先", "其次", "再次")
_LAST_WORD = "最后"
_CIRCLED = [*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)]


def ordinals(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The ordinal of every block, 0 for one without number; an empty block has none."""
    counts = [0] * (_POINT_RANK + 1)
    points: dict[str, int] = {}
    result: list[int] = []
    for block in blocks:
        rank = _RANKS.get(block.kind)
        if rank is None or not block.runs:
            result.append(0)
        elif rank == _POINT_RANK:
            ordinal = points[block.marker] = 1 if block.restart else points.get(block.marker, 0) + 1
            result.append(ordinal)
        else:
            counts[rank] = 1 if block.restart else counts[rank] + 1
            result.append(counts[rank] if rank else 0)
            # h2–h4 below a heading begin anew; h1 runs on, even under a part.
            for lower in range(max(rank, 1) + 1, _POINT_RANK):
                counts[lower] = 0
            points.clear()
    return tuple(result)


def numbers(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The number of every block as it prints, empty for one without number."""
    counted = ordinals(blocks)
    last = _last_of_series(blocks, counted)
    return tuple(
        print_number(block.kind, ordinal, block.marker, index in last) if ordinal else ""
        for index, (block, ordinal) in enumerate(zip(blocks, counted, strict=True))
    )


def renumbered(printed: tuple[str, ...], change: Change, after: Sequence[Block]) -> tuple[str, ...]:
    """The numbers of `after`, where `printed` are those before a change: counted anew only where they may differ."""
    if any(block.kind in _RANKS for block in (*change.old, *change.new)):
        return numbers(after)
    return (*printed[: change.start], *("" for _ in change.new), *printed[change.stop :])


def _last_of_series(blocks: Sequence[Block], counted: Sequence[int]) -> set[int]:
    """Indices of the points that end a series of 首先, 其次 … of three and more."""
    last: set[int] = set()
    if not any(block.marker == "首先" for block in blocks):
        return last
    at: int | None = None
    for index, block in enumerate(blocks):
        ends_before = block.runs and (
            (heading_rank(block.kind) < 5)
            or (block.kind is Kind.POINT and block.marker == "首先" and counted[index] == 1)
        )
        if ends_before and at is not None:
            last.add(at)
            at = None
        if counted[index] and block.kind is Kind.POINT and block.marker == "首先":
            at = index
    if at is not None:
        last.add(at)
    return {index for index in last if counted[index] >= 3}


@lru_cache(maxsize=1024)
def print_number(kind: Kind, ordinal: int, marker: str = "", last: bool = False) -> str:
    """The number as it prints. `last` ends a series of 首先 … 最后. Raises ValueError for a kind without number."""
    match kind:
        case Kind.H1:
            return f"{chinese(ordinal)}、"
        case Kind.H2:
            return f"（{chinese(ordinal)}）"
        case Kind.H3:
            return f"{ordinal}."
        case Kind.H4:
            return f"（{ordinal}）"
        case Kind.POINT:
            return _point_number(ordinal, marker or "是", last)
        case _:
            raise ValueError(kind)


def _point_number(ordinal: int, marker: str, last: bool) -> str:
    if marker in ("是", "要"):
        return f"{chinese(ordinal)}{marker}"
    if marker == "①":
        return chr(_CIRCLED[ordinal - 1]) if ordinal <= len(_CIRCLED) else f"（{ordinal}）"
    if marker == "首先":
        if last:
            return f"{_LAST_WORD}，"
        return f"{_FIRST_WORDS[ordinal - 1]}，" if ordinal <= len(_FIRST_WORDS) else f"第{chinese(ordinal)}，"
    return f"{marker}{chinese(ordinal)}，"


_PATTERNS: tuple[tuple[Kind, str, str], ...] = (
    (Kind.H1, "", "(?P<cn>[零一二三四五六七八九十百千]+)、"),
    (Kind.H2, "", "（(?P<cn>[零一二三四五六七八九十百千]+)）"),
    (Kind.H4, "", "（(?P<arabic>[1-9][0-9]*)）"),
    (Kind.H3, "", "(?P<arabic>[1-9][0-9]*)\\."),
    (Kind.POINT, "是", "(?P<cn>[零一二三四五六七八九十百千]+)是"),
    (Kind.POINT, "要", "(?P<cn>[零一二三四五六七八九十百千]+)要"),
    (Kind.POINT, "第", "第(?P<cn>[零一二三四五六七八九十百千]+)，"),
    (Kind.POINT, "其", "其(?P<cn>[一二三四五六七八九十百千零]+)，"),
)


def parse_number(text: str, marker: str = "") -> tuple[Kind, str, int] | None:
    """Kind, marker and ordinal of a printed number and nothing else; None where it is none.

    `marker` says which series is read: 第四， goes on in 首先, （51） in ①. 最后， has no ordinal of its own
    and reads as −1.
    """
    if marker == "首先" or text[:-1] in (*_FIRST_WORDS, _LAST_WORD):
        word = text[:-1]
        if text.endswith("，") and word == _LAST_WORD:
            return Kind.POINT, "首先", -1
        if text.endswith("，") and word in _FIRST_WORDS:
            return Kind.POINT, "首先", _FIRST_WORDS.index(word) + 1
    if len(text) == 1 and ord(text) in _CIRCLED:
        return Kind.POINT, "①", _CIRCLED.index(ord(text)) + 1
    for kind, own, pattern in _PATTERNS:
        match = re.fullmatch(pattern, text)
        if match:
            found = match.groupdict()
            ordinal = from_chinese(found["cn"]) if found.get("cn") else int(found["arabic"])
            if ordinal:
                if kind is Kind.H4 and marker == "①":
                    return Kind.POINT, "①", ordinal
                return kind, "首先" if own == "第" and marker == "首先" else own, ordinal
    return None
