"""Headings: which lines of a speech carry one, of which level.

The whole document decides. Spellings are taken in the order in which they nest (GB/T 9704-2012, 7.3.3: 一、 （一）
1. （1）; above them 第一部分, 第一章, 第一节); in each stretch under one higher heading the numbers that run on
are found (`chains`) among the lines that look like headings (`forms`). An ordinal that leads nowhere is text.

Levels are those of the spellings, and a ladder may start at any (DESIGN.md §2), but:

- 第一部分 and the like above 一、 are part titles and keep their number as text; without 一、 they are the h1;
  of 章 and 节 above 一、 the 章 is the part and all below goes down by one.
- 1. in a speech that opens with text and has neither 一、 nor （一） is the h1, （1） beneath it the h2.
- A level that the source marks counts for a line without number or with 1. or （1）; 一、 and （一） say more than it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.core.kinds import HEADINGS, Kind, heading_rank
from app.importing.chains import Candidate, best_runs, nested
from app.importing.forms import MARKED, breaks_off, is_sentence, is_title_like, lists, weight
from app.importing.gaps import is_gap
from app.importing.lines import Line
from app.importing.numbers import HeadingNumber, Spelling, heading_number
from app.importing.parts import part_titles


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line is a heading of: kind, length of the number in its text, ordinal, and how surely, and why.

    `ordinal` is 0 where the source has no number. `alone` says that the line is nothing but the number of the
    next line, which carries the heading; the kind is then that of the next.
    """

    kind: Kind
    number: int
    ordinal: int
    confidence: float
    reason: str
    alone: bool = False


_ANEW = (-4.0, -6.5)
"""What it costs that （一） and 一、 begin again: a 一、 that should stand above （一） is lost more easily."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that a line may have, how much of the line's text it is, and how much that looks like a heading."""

    found: HeadingNumber
    typed: int
    weight: float
    alone: int | None = None
    """The index of the line before, which is nothing but this number."""


@dataclass(frozen=True, slots=True)
class _Accepted:
    spelling: Spelling
    ordinal: int
    confidence: float
    reason: str


def headings(lines: Sequence[Line]) -> list[Heading | None]:
    """The heading that each line is; None for a line that is none. Linear in the text."""
    numbers = _numbers(lines)
    accepted = _marked(lines, numbers)
    for spelling in Spelling:
        _accept(spelling, lines, numbers, accepted)
    titles = part_titles(lines, {at: each.spelling for at, each in accepted.items()}, _firsts(accepted))
    kinds = _kinds(lines, {each.spelling for each in accepted.values()}, accepted)
    result: list[Heading | None] = [None] * len(lines)
    for at, confidence in titles.items():
        result[at] = Heading(Kind.PART, 0, 0, confidence, "没有序号的短行，在几部分之间")
    for at, each in accepted.items():
        _put(result, lines, at, each, numbers.get(at), kinds)
    return result


def _put(
    result: list[Heading | None],
    lines: Sequence[Line],
    at: int,
    each: _Accepted,
    number: _Number | None,
    kinds: Mapping[Spelling, Kind | None],
) -> None:
    """Write down the heading of a line, and that of the line before where that is its number."""
    kind = kinds[each.spelling] if lines[at].fixed is None else _fixed_heading(lines[at])
    if kind is None:
        return
    typed = number.typed if number is not None and kind is not Kind.PART else 0
    ordinal = each.ordinal if kind is not Kind.PART else 0
    result[at] = Heading(kind, typed, ordinal, each.confidence, each.reason)
    if number is not None and number.alone is not None and kind is not Kind.PART:
        result[number.alone] = Heading(
            kind, len(lines[number.alone].text), ordinal, 0.9, "下一行的序号", True
        )


def _numbers(lines: Sequence[Line]) -> dict[int, _Number]:
    """The numbers that lines may have, computed or typed, with how much each looks like that of a heading."""
    found = [None if _is_fixed_text(line) else heading_number(line.computed or line.text) for line in lines]
    stacked = lists(lines, found)
    result: dict[int, _Number] = {}
    for at, (line, number) in enumerate(zip(lines, found, strict=True)):
        if number is None or at in stacked:
            continue
        typed = 0 if line.computed else number.length
        before = lines[at - 1] if at and found[at - 1] is None else None
        if typed < len(line.text):
            result[at] = _Number(number, typed, weight(line, number, typed, before))
        elif at + 1 < len(lines) and found[at + 1] is None and not _is_fixed_text(lines[at + 1]):
            # The page broke the line after the number.
            result[at + 1] = _Number(number, 0, weight(lines[at + 1], number, 0, None) - 1.0, at)
    return _alike(lines, _above(result))


def _above(numbers: dict[int, _Number]) -> dict[int, _Number]:
    """The numbers without 第一部分, 第一个方面, 第一章 that come after a 一、: they are none above it."""
    first = next(
        (at for at, each in numbers.items() if each.found.spelling is Spelling.FIRST and each.weight >= 2),
        None,
    )
    late = {
        at
        for at, each in numbers.items()
        if each.found.spelling < Spelling.FIRST and first is not None and at > first
    }
    books = {
        each.found.spelling
        for at, each in numbers.items()
        if each.found.spelling < Spelling.FIRST and at not in late
    }
    return {
        at: each
        for at, each in numbers.items()
        if at not in late or each.found.spelling in books or each.weight >= MARKED
    }


def _alike(lines: Sequence[Line], numbers: dict[int, _Number]) -> dict[int, _Number]:
    """The numbers, where the 一、 of a speech stand as titles on lines of their own: sentences with 一、 count for less."""
    firsts = {
        at: each for at, each in numbers.items() if each.found.spelling is Spelling.FIRST and each.weight > 0
    }
    sentences = {at for at, each in firsts.items() if is_sentence(lines[at].text[each.typed :])}
    titles = [each.found.ordinal for at, each in firsts.items() if at not in sentences and each.weight >= 2]
    if {1, 2} <= set(titles):
        numbers |= {at: replace(firsts[at], weight=firsts[at].weight - 4.0) for at in sentences}
    return numbers


def _fixed_heading(line: Line) -> Kind | None:
    return line.fixed if isinstance(line.fixed, Kind) and heading_rank(line.fixed) < 5 else None


def _is_fixed_text(line: Line) -> bool:
    """Whether the writer said that a line is no heading."""
    return line.fixed is not None and _fixed_heading(line) is None


def _marked(lines: Sequence[Line], numbers: dict[int, _Number]) -> dict[int, _Accepted]:
    """The headings that the source or the writer marks, but for those whose number says more than the mark."""
    shift = _shift(lines, numbers)
    found: dict[int, _Accepted] = {}
    for at, line in enumerate(lines):
        kind, number = _fixed_heading(line), numbers.get(at)
        if kind is not None:
            spelling = Spelling.BOOK if kind is Kind.PART else Spelling(HEADINGS.index(kind) + Spelling.FIRST)
            reason, confidence = "由你指定", 1.0
        elif line.level is not None and line.fixed is None:
            if number is not None and number.found.spelling in (Spelling.FIRST, Spelling.SECOND):
                continue
            rank = min(max(line.level - 1 + shift, -1), 3)
            spelling = Spelling(Spelling.FIRST + rank) if rank >= 0 else Spelling.BOOK
            reason, confidence = "原文标明是标题", 0.95
        else:
            continue
        found[at] = _Accepted(spelling, number.found.ordinal if number else 0, confidence, reason)
    return found


def _shift(lines: Sequence[Line], numbers: Mapping[int, _Number]) -> int:
    """By how much the levels of the source are off: on many pages the title is level 1, and 一、 is 2."""
    shifts = Counter(
        number.found.spelling - Spelling.FIRST - (level - 1)
        for at, number in numbers.items()
        if (level := lines[at].level) is not None
        and number.found.spelling in (Spelling.FIRST, Spelling.SECOND)
    )
    return shifts.most_common(1)[0][0] if shifts else 0


def _accept(
    spelling: Spelling, lines: Sequence[Line], numbers: Mapping[int, _Number], accepted: dict[int, _Accepted]
) -> None:
    """Find the series of a spelling in each stretch under one heading of a higher spelling.

    What the writer set goes on with its number.
    """
    stretch: list[Candidate] = []
    expected = 0
    bounds = {at for at, each in accepted.items() if each.spelling < spelling}
    for at in range(len(lines)):
        if at in bounds:
            expected = _accept_runs(spelling, stretch, expected, numbers, accepted)
            stretch = []
        given = accepted.get(at) if lines[at].fixed is not None else None
        if given is not None and given.spelling is spelling and given.ordinal:
            _accept_runs(spelling, stretch, expected, numbers, accepted)
            stretch, expected = [], given.ordinal + 1
        number = numbers.get(at)
        if number is not None and number.found.spelling is spelling and at not in accepted:
            stretch.append(Candidate(at, number.found.ordinal, number.weight, _opens(lines, at, number)))
    _accept_runs(spelling, stretch, expected, numbers, accepted)


def _opens(lines: Sequence[Line], at: int, number: _Number) -> bool:
    """Whether a series may begin anew or late at a line: at the start, after a title or where text is left out."""
    first = at if number.alone is None else number.alone
    return first == 0 or is_gap(lines[first - 1].text) or is_title_like(lines[first - 1].text)


def _accept_runs(
    spelling: Spelling,
    stretch: Sequence[Candidate],
    expected: int,
    numbers: Mapping[int, _Number],
    accepted: dict[int, _Accepted],
) -> int:
    """Accept the headings of a stretch; the ordinal with which the series would go on after it."""
    runs = best_runs(stretch, expected, _ANEW[spelling <= Spelling.FIRST])
    outer, inner = nested(stretch) if spelling is Spelling.FIRST else ([], [])
    if inner:
        runs = [outer]
        for each in inner:
            accepted[each.at] = _Accepted(Spelling.SECOND, each.ordinal, 0.6, "在另一组“一、二、”之下")
    for run in runs:
        for each in run:
            accepted[each.at] = _Accepted(spelling, each.ordinal, *_why(each, len(run), numbers[each.at]))
        for each, ordinal in _misnumbered(run, stretch):
            if each.at not in accepted:
                accepted[each.at] = _Accepted(spelling, ordinal, 0.6, "形式像标题，序号可能写错")
        expected = run[-1].ordinal + 1
    return expected


def _misnumbered(run: Sequence[Candidate], stretch: Sequence[Candidate]) -> list[tuple[Candidate, int]]:
    """What stands where a number of a run is missing, and looks like a heading in all but its number."""
    found: list[tuple[Candidate, int]] = []
    for before, after in pairwise(run):
        if after.ordinal != before.ordinal + 2:
            continue
        between = [each for each in stretch if before.at < each.at < after.at and each.weight >= 2]
        if len(between) == 1:
            found.append((between[0], before.ordinal + 1))
    return found


def _why(each: Candidate, length: int, number: _Number) -> tuple[float, str]:
    if each.weight >= MARKED:
        return 1.0, "原文标明是标题，有序号"
    if number.found.loose:
        return 0.8, "序号写法不合规范，与前后连续"
    if length == 1:
        return (0.85, "有序号，形式像标题，只此一个") if each.ordinal == 1 else (0.7, "序号不从一开始")
    return (0.98, "序号与前后连续") if each.weight >= 2 else (0.8, "序号与前后连续，但句子较长")


def _firsts(accepted: Mapping[int, _Accepted]) -> set[int]:
    """Where a series of 一、 begins."""
    return {at for at, each in accepted.items() if each.spelling is Spelling.FIRST and each.ordinal == 1}


def _kinds(
    lines: Sequence[Line], used: set[Spelling], accepted: Mapping[int, _Accepted]
) -> dict[Spelling, Kind | None]:
    """The kind for each spelling of this document; None for one below the fourth level."""
    books = [spelling for spelling in sorted(used) if spelling < Spelling.FIRST]
    kinds: dict[Spelling, Kind | None] = {spelling: spelling.kind for spelling in Spelling}
    if Spelling.FIRST in used and books:
        down = len(books) - 1
        ladder: list[Kind | None] = [Kind.PART, *HEADINGS, None, None, None]
        kinds |= {spelling: ladder[rank] for rank, spelling in enumerate(books)}
        kinds |= {
            each: ladder[each - Spelling.FIRST + 1 + down] for each in Spelling if each >= Spelling.FIRST
        }
    elif books:
        kinds |= dict(zip(books, HEADINGS, strict=False))
        lowest = HEADINGS.index(HEADINGS[len(books) - 1])
        below = [each for each in (Spelling.SECOND, Spelling.THIRD, Spelling.FOURTH) if each in used]
        for rank, each in enumerate(below, lowest + 1):
            kinds[each] = HEADINGS[max(rank, HEADINGS.index(each.kind))] if rank < len(HEADINGS) else None
    elif Spelling.THIRD in used and not used & {Spelling.FIRST, Spelling.SECOND} and _tops(lines, accepted):
        kinds |= {Spelling.THIRD: Kind.H1, Spelling.FOURTH: Kind.H2}
    return kinds


def _tops(lines: Sequence[Line], accepted: Mapping[int, _Accepted]) -> bool:
    """Whether the speech opens with text, so that its first headings are the top ones, not those of a section."""
    first = min(accepted)
    opening = [line for line in lines[:first] if not breaks_off(line)]
    return sum(len(line.text) for line in opening) > 30 and all(line.level is None for line in lines)
