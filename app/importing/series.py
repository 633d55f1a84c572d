"""Points: which of the numbers 一是 一要 第一， 首先， 其一， ① under one heading make a series, and where a point ends.

GB/T 15834-2011, B.3, and the trade's custom (facts: standards §3.5): 一是 wants its 二是, in the same paragraph or in
a later one; a single 一是 stands where a clause ended before it. 二是 without 一是 is text, unless 三是 follows.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.core.lead import sentence_end
from app.core.point_numbers import Number, point_numbers

_SUMS_UP = re.compile(
    "(?<=[。！？])(?:总之|总的来[看说]|概括起来|综上|以上[^，。]{0,8}(?:方面|[点条项个]|问题|任务|工作|意见|要求|措施|就是)"
    "|同志们[，,！：:]|各位[^，。]{1,6}[，！：]|[这上][一二两三四五六七八九十]{1,2}(?:个方面|个问题|[点条项]))"
)
_ALSO = re.compile("(?<=[。！？])(?:同时|此外|另外)[，,]")


@dataclass(frozen=True, slots=True)
class Point:
    """A point in a line: where it begins and ends, the end of its number, marker, ordinal, confidence, reason.

    `missing` counts the points that its series has lost right before it.
    """

    start: int
    stop: int
    text: int
    marker: str
    ordinal: int
    confidence: float
    reason: str
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line under a heading as this module sees it: its text, and from where on points may stand in it.

    `ended` says that the line before ends where a sentence ends.
    """

    text: str
    first: int = 0
    ended: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    """A number that stands in a line, and what the series made of it."""

    line: int
    number: Number
    confidence: float = 0.0
    reason: str = ""
    missing: int = 0


NO_ORDINALS: Mapping[str, int] = {}


def points(stretches: Sequence[Stretch], last: Mapping[str, int] = NO_ORDINALS) -> list[tuple[Point, ...]]:
    """The points in each of the lines under one heading, in order.

    `last` are the ordinals with which the series of each marker ended under the heading before: a series that
    goes on across a lower heading cannot be numbered by the program, so its rest stays text.
    """
    numbers = [
        _Found(at, number)
        for at, each in enumerate(stretches)
        for number in point_numbers(each.text, each.first)
    ]
    mixed = _mixed(numbers)
    taken: list[_Found] = []
    for marker in dict.fromkeys(each.number.marker for each in numbers):
        taken += _series(
            marker, [each for each in numbers if each.number.marker == marker], stretches, last, mixed
        )
    taken.sort(key=lambda each: (each.line, each.number.start))
    by_line: list[list[_Found]] = [[] for _ in stretches]
    for each in taken:
        by_line[each.line].append(each)
    lasts = _lasts(taken)
    return [
        _ended(each.text, found, bool(found) and (found[-1].line, found[-1].number.start) in lasts)
        for each, found in zip(stretches, by_line, strict=True)
    ]


def _mixed(numbers: Sequence[_Found]) -> set[tuple[int, int]]:
    """Where a number goes on with one of another marker, as in 一是……二要……: the program cannot number these."""
    return {
        (each.line, each.number.start)
        for before, each in pairwise(numbers)
        if before.number.ordinal == each.number.ordinal - 1
        and {before.number.marker, each.number.marker} == {"是", "要"}
    }


def _lasts(taken: Sequence[_Found]) -> set[tuple[int, int]]:
    """Where the last points of their series begin."""
    ends: dict[str, _Found] = {}
    found: set[tuple[int, int]] = set()
    for each in taken:
        before = ends.get(each.number.marker)
        if before is not None and each.number.ordinal == 1:
            found.add((before.line, before.number.start))
        ends[each.number.marker] = each
    return found | {(each.line, each.number.start) for each in ends.values()}


def _series(
    marker: str,
    found: Sequence[_Found],
    stretches: Sequence[Stretch],
    last: Mapping[str, int],
    mixed: set[tuple[int, int]],
) -> list[_Found]:
    """The members of the series of one marker under one heading."""
    if marker == "首先":
        return _words(found)
    firsts = Counter(each.line for each in found if each.number.ordinal == 1)
    taken: list[_Found] = []
    run: list[_Found] = []
    for at, each in enumerate(found):
        ordinal = each.number.ordinal
        expected = run[-1].number.ordinal + 1 if run else 1
        if ordinal == 1 and _may_begin(found, at, stretches):
            taken += _kept(run, firsts)
            run = [each]
        elif run and ordinal == expected:
            run.append(each)
        elif (each.line, each.number.start) in mixed:
            continue
        elif run and each.number.strong and ordinal == expected + 1:
            run.append(replace(each, missing=1))
        elif run and each.number.strong and ordinal == expected - 1 > 1:
            run.append(replace(each, confidence=0.7, reason="序号重复"))
        elif not run and each.number.strong and ordinal == 2 and last.get(marker, 0) != 1:
            run = [replace(each, missing=1)]
    return taken + _kept(run, firsts)


def _may_begin(found: Sequence[_Found], at: int, stretches: Sequence[Stretch]) -> bool:
    """Whether a series may begin with this 一: a clause ended before it, or its 二 comes next."""
    each = found[at]
    if each.number.begins and not stretches[each.line].ended:
        return False
    if each.number.strong:
        return True
    return at + 1 < len(found) and found[at + 1].number.ordinal == 2


def _kept(run: Sequence[_Found], firsts: Mapping[int, int]) -> list[_Found]:
    """A run with how sure it is; nothing where it is no series, as 一是……，一是…… is none.

    `firsts` counts the 一 of the marker in each line.
    """
    if not run:
        return []
    first = run[0]
    if len(run) == 1:
        number = first.number
        alone = (
            number.ordinal == 1
            and number.strong
            and firsts[first.line] == 1
            and (number.marker == "是" or number.begins)
        )
        return [replace(first, confidence=0.6, reason="只有第一个，没有后续")] if alone else []
    reason = "序号与前后连续"
    return [
        replace(
            each,
            confidence=each.confidence or (0.7 if each.missing else 0.95 if each.number.strong else 0.85),
            reason=each.reason or ("缺前一个序号" if each.missing else reason),
        )
        for each in run
    ]


def _words(found: Sequence[_Found]) -> list[_Found]:
    """首先 其次 再次 最后, where the program would print the same words: 最后 only for the third and fourth.

    Others (首先 … 最后, of which there are two) stay text: no word of the writer's is changed.
    """
    taken: list[_Found] = []
    run: list[_Found] = []
    for each in (*found, None):
        ordinal = each.number.ordinal if each is not None else 1
        if ordinal == 1:
            if len(run) == 2 or (len(run) > 2 and run[-1].confidence == 0.9):
                taken += run
            run = [replace(each, confidence=0.85, reason="首先、其次连用")] if each is not None else []
        elif each is not None and run and ordinal == len(run) + 1 and run[-1].confidence != 0.9:
            run.append(replace(each, confidence=0.85, reason="首先、其次连用"))
        elif each is not None and ordinal == 0 and len(run) >= 2 and run[-1].confidence != 0.9:
            last = replace(each.number, ordinal=len(run) + 1)
            run.append(_Found(each.line, last, 0.9, "首先、其次、最后连用"))
    return taken


def _ended(text: str, found: Sequence[_Found], is_last: bool) -> tuple[Point, ...]:
    """The points of a line with their ends: each ends where the next begins, the last of a series where it ends."""
    starts = [each.number.start for each in found]
    return tuple(
        Point(
            each.number.start,
            starts[at + 1] if at + 1 < len(found) else _end(text, found) if is_last else len(text),
            each.number.stop,
            each.number.marker,
            each.number.ordinal,
            each.confidence,
            each.reason,
            each.missing,
        )
        for at, each in enumerate(found)
    )


def _end(text: str, found: Sequence[_Found]) -> int:
    """Where the last point of a line ends: at the end of the line, unless its form or a word says otherwise.

    Where the points before it are parts of one sentence, it ends with that sentence.
    """
    last = found[-1].number
    inner = [text[each.number.stop : after.number.start] for each, after in pairwise(found)]
    clauses = bool(inner) and all(each.rstrip()[-1:] in ("；", ";", "，", ",") for each in inner)
    if clauses and not any(sentence_end(each) for each in inner):
        end = sentence_end(text[last.stop :])
        return last.stop + end if end else len(text)
    brief = bool(inner) and all(sentence_end(each) >= len(each.rstrip()) for each in inner)
    for pattern in (_SUMS_UP, _ALSO) if brief else (_SUMS_UP,):
        match = pattern.search(text, last.stop)
        if match is not None:
            return match.start()
    return len(text)
