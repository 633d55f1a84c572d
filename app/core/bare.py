"""Text without the number that somebody wrote at its start: a numbered block prints its own (DESIGN.md §2).

Taken for a number is only what can be nothing else there. 「二、三产业」, 「一是一，二是二」 and 「三要素」 are text,
and so is a number with nothing behind it.
"""

import re
from dataclasses import dataclass, replace

from app.core.draft import Block, cut_runs, merged
from app.core.kinds import HEADINGS, Kind
from app.core.point_numbers import point_numbers
from app.core.spellings import BLANK, Spelling, heading_number, ordinal_of

_GAP = re.compile(f"{BLANK}*")
_NEXT = re.compile("[（(]?(?P<n>[零〇一二三四五六七八九十百]+|[0-9０-９]+)")
_NO_POINT = re.compile("要(?:素(?!质)|件(?!件)|点(?![对面]))")
_AFTER_POINT = re.compile(f"[，,：:]?{BLANK}*")
LAST = "最后"


@dataclass(frozen=True, slots=True)
class Start:
    """A number at the start of a text: its length with the blanks behind it.

    `marker` is that of a point, empty for the number of a heading. `last` says that it is 最后, which is a number
    only behind its series.
    """

    length: int
    marker: str = ""
    last: bool = False


def number_at_start(text: str) -> Start | None:
    """The number with which a text begins; None where there is none, or nothing behind it."""
    found = _heading(text) or _point(text)
    return found if found is not None and text[found.length :].strip() else None


def _heading(text: str) -> Start | None:
    found = heading_number(text)
    if found is None or found.loose or found.spelling < Spelling.FIRST:
        return None
    following = _NEXT.match(text, found.length)
    is_row = following is not None and ordinal_of(following["n"]) == found.ordinal + 1
    return None if is_row else Start(found.length)


def _point(text: str) -> Start | None:
    found = next(point_numbers(text), None)
    if found is None or not found.begins or _NO_POINT.match(text, found.stop - 1):
        return None
    stop = found.stop
    if found.marker in ("是", "要") and (comma := _AFTER_POINT.match(text, stop)):
        stop = comma.end()
    return Start(stop, found.marker, text.startswith(LAST))


def without_number(block: Block, kind: Kind, goes_on: bool = False) -> Block:
    """A block that is to be of a numbered kind without the numbers at its start; a point takes its marker from them.

    `goes_on` says that points of 首先 stand before it, so that 最后 is one of them. 首先 is no number of a heading,
    nor is 一是 where 二是 follows in the same text. What is bound, commented or to be filled in stays whole.
    """
    while (found := number_at_start(block.text)) is not None and _may_go(block, found, kind, goes_on):
        runs = merged(cut_runs(block.runs, found.length)[1])
        marker = found.marker if kind is Kind.POINT else ""
        block = replace(block, runs=runs, marker=marker or block.marker)
    return block


def _may_go(block: Block, found: Start, kind: Kind, goes_on: bool) -> bool:
    number, rest = cut_runs(block.runs, found.length)
    if any(run.bind or run.placeholder or run.comment not in ("", rest[0].comment) for run in number):
        return False
    if kind in HEADINGS and found.marker:
        return found.marker != "首先" and len(list(point_numbers(block.text))) == 1
    return goes_on or not found.last
