"""Headings that the source has lost: its series skips them, or only its 目录 has them. They are marked 【缺】."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.core.kinds import HEADINGS, Kind, heading_rank
from app.core.lead import sentence_end
from app.importing.ladder import Heading
from app.importing.lines import Line

MARK = "【缺】"
ContentsEntry = tuple[int, int, str]
"""A heading as a 目录 has it: its level from 1, its ordinal, its text without the number."""
_MOST = 9
"""A series that skips more than these is a mistake of its own."""
_NOT_WORDS = re.compile("\\W+")


@dataclass(frozen=True, slots=True)
class Missing:
    """A heading that is to stand before a line (the number of lines: after the last), and why it is missing."""

    before: int
    kind: Kind
    ordinal: int
    text: str
    reason: str


def missing_headings(
    lines: Sequence[Line],
    found: Sequence[Heading | None],
    gaps: Sequence[int],
    contents: Sequence[ContentsEntry] = (),
) -> list[Missing]:
    """The headings that are missing among those found, in order.

    `gaps` are the indices of the lines that say that text is left out.
    """
    from_contents = _only_in_contents(lines, found, gaps, contents)
    return sorted([*from_contents, *_skipped(found, gaps, from_contents)], key=lambda each: each.before)


def _skipped(found: Sequence[Heading | None], gaps: Sequence[int], known: Sequence[Missing]) -> list[Missing]:
    """What the numbers skip: within a series, and before it where the source says that text is left out.

    A heading that is lost stands where the series beneath it begins anew, else right before the next of its own.
    """
    events = [(each.before, False, each.kind, each.ordinal) for each in known]
    events += [
        (at, True, each.kind, each.ordinal) for at, each in enumerate(found) if each and not each.alone
    ]
    last = dict.fromkeys(HEADINGS, 0)
    anew: dict[Kind, list[int]] = {kind: [] for kind in HEADINGS}
    result: list[Missing] = []
    parent = 0
    for at, is_real, kind, ordinal in sorted(events, key=lambda event: event[:2]):
        if kind in last:
            if ordinal == 1 and last[kind]:
                anew[kind].append(at)
            lost = range(last[kind] + 1, ordinal) if is_real else range(0)
            if 0 < len(lost) <= _MOST and (last[kind] or bisect_left(gaps, parent) < bisect_left(gaps, at)):
                places = _places(
                    at, len(lost), anew[HEADINGS[heading_rank(kind)]] if kind is not Kind.H4 else []
                )
                result += [
                    Missing(place, kind, each, MARK, "序号从这里跳过")
                    for place, each in zip(places, lost, strict=True)
                ]
            last[kind] = ordinal or last[kind] + 1
        for lower in HEADINGS[max(heading_rank(kind), 1) :]:
            last[lower] = 0
            anew[lower].clear()
        parent = at
    return result


def _places(at: int, count: int, anew: Sequence[int]) -> list[int]:
    """Before which lines as many headings as are lost stand, the next of their own being at a line."""
    return list(anew[-count:]) if len(anew) >= count else [at] * count


def _only_in_contents(
    lines: Sequence[Line],
    found: Sequence[Heading | None],
    gaps: Sequence[int],
    contents: Sequence[ContentsEntry],
) -> list[Missing]:
    """What the 目录 has and the body has not, where at least half of the 目录 is in the body."""
    entries = [each for each in contents if 1 <= each[0] <= len(HEADINGS)]
    matched = _matched(lines, found, entries)
    if len(matched) * 2 < len(entries):
        return []
    following = len(lines)
    before: list[int] = []
    for at in reversed(range(len(entries))):
        before.append(following)
        following = matched.get(at, following)
    result: list[Missing] = []
    after = 0
    for at, ((level, ordinal, text), stop) in enumerate(zip(entries, reversed(before), strict=True)):
        if at in matched:
            after = matched[at] + 1
            continue
        gap = bisect_left(gaps, after)
        place = gaps[gap] + 1 if gap < len(gaps) and gaps[gap] < stop else stop
        result.append(Missing(place, HEADINGS[level - 1], ordinal, MARK + text, "目录中有，正文缺"))
    return result


def _matched(
    lines: Sequence[Line], found: Sequence[Heading | None], entries: Sequence[ContentsEntry]
) -> dict[int, int]:
    """Which line is which entry of the 目录: by its words, and then by level and ordinal between two of these."""
    heads = [
        (at, each.kind, each.ordinal, _key(lines[at].text[each.number :]))
        for at, each in enumerate(found)
        if each is not None and each.kind in HEADINGS and not each.alone
    ]
    places: dict[str, list[int]] = {}
    for index, (_, _, _, key) in enumerate(heads):
        places.setdefault(key, []).append(index)
    fixed = [(-1, -1)]
    for at, (_, _, text) in enumerate(entries):
        same = places.get(_key(text), [])
        next_place = bisect_right(same, fixed[-1][1])
        if next_place < len(same):
            fixed.append((at, same[next_place]))
    result = {at: heads[index][0] for at, index in fixed[1:]}
    for (entry, index), (entry_stop, stop) in pairwise([*fixed, (len(entries), len(heads))]):
        free = {heads[each][1:3]: heads[each][0] for each in range(index + 1, stop)}
        for at in range(entry + 1, entry_stop):
            line = free.pop((HEADINGS[entries[at][0] - 1], entries[at][1]), None)
            if line is not None:
                result[at] = line
    return result


def _key(text: str) -> str:
    """The words of a lead, without marks and blanks; a 目录 that breaks off has their beginning only."""
    lead = text[: sentence_end(text) or len(text)]
    return _NOT_WORDS.sub("", lead)
