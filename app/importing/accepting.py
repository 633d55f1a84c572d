"""Which numbers of a text are those of headings: what the source marks, and in each stretch the series that run on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.core.kinds import HEADINGS, Kind
from app.core.spellings import Spelling
from app.importing.chains import Candidate, best_runs, nested
from app.importing.forms import MARKED, is_title_like
from app.importing.gaps import is_gap
from app.importing.line_numbers import Number, fixed_heading
from app.importing.lines import Line

_ANEW = (-4.0, -6.5)
"""What it costs that （一） and 一、 begin again: a 一、 that should stand above （一） is lost more easily."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The spelling whose heading a line is, its ordinal (0 for none), and how surely, and why."""

    spelling: Spelling
    ordinal: int
    confidence: float
    reason: str


def accepted_of(lines: Sequence[Line], numbers: Mapping[int, Number]) -> dict[int, Accepted]:
    """The lines that are headings, by index: from the highest spelling to the lowest."""
    accepted = _marked(lines, numbers)
    for spelling in Spelling:
        _accept(spelling, lines, numbers, accepted)
    return accepted


def _marked(lines: Sequence[Line], numbers: Mapping[int, Number]) -> dict[int, Accepted]:
    """The headings that the source or the writer marks, but for those whose number says more than the mark."""
    shift = _shift(lines, numbers)
    found: dict[int, Accepted] = {}
    for at, line in enumerate(lines):
        kind, number = fixed_heading(line), numbers.get(at)
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
        found[at] = Accepted(spelling, number.found.ordinal if number else 0, confidence, reason)
    return found


def _shift(lines: Sequence[Line], numbers: Mapping[int, Number]) -> int:
    """By how much the levels of the source are off: on many pages the title is level 1, and 一、 is 2."""
    shifts = Counter(
        number.found.spelling - Spelling.FIRST - (level - 1)
        for at, number in numbers.items()
        if (level := lines[at].level) is not None
        and number.found.spelling in (Spelling.FIRST, Spelling.SECOND)
    )
    return shifts.most_common(1)[0][0] if shifts else 0


def _accept(
    spelling: Spelling, lines: Sequence[Line], numbers: Mapping[int, Number], accepted: dict[int, Accepted]
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


def _opens(lines: Sequence[Line], at: int, number: Number) -> bool:
    """Whether a series may begin anew or late at a line: at the start, after a title or where text is left out."""
    first = at if number.alone is None else number.alone
    return first == 0 or is_gap(lines[first - 1].text) or is_title_like(lines[first - 1].text)


def _accept_runs(
    spelling: Spelling,
    stretch: Sequence[Candidate],
    expected: int,
    numbers: Mapping[int, Number],
    accepted: dict[int, Accepted],
) -> int:
    """Accept the headings of a stretch; the ordinal with which the series would go on after it."""
    runs = best_runs(stretch, expected, _ANEW[spelling <= Spelling.FIRST])
    outer, inner = nested(stretch) if spelling is Spelling.FIRST else ([], [])
    if inner:
        runs = [outer]
        for each in inner:
            accepted[each.at] = Accepted(Spelling.SECOND, each.ordinal, 0.6, "在另一组“一、二、”之下")
    for run in runs:
        for each in run:
            accepted[each.at] = Accepted(spelling, each.ordinal, *_why(each, len(run), numbers[each.at]))
        for each, ordinal in _misnumbered(run, stretch):
            if each.at not in accepted:
                accepted[each.at] = Accepted(spelling, ordinal, 0.6, "形式像标题，序号可能写错")
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


def _why(each: Candidate, length: int, number: Number) -> tuple[float, str]:
    if each.weight >= MARKED:
        return 1.0, "原文标明是标题，有序号"
    if number.found.loose:
        return 0.8, "序号写法不合规范，与前后连续"
    if length == 1:
        return (0.85, "有序号，形式像标题，只此一个") if each.ordinal == 1 else (0.7, "序号不从一开始")
    return (0.98, "序号与前后连续") if each.weight >= 2 else (0.8, "序号与前后连续，但句子较长")
