"""Which of the numbers of one spelling run on as a series.

The best chain is found once for a stretch under one heading: every number may begin, run on from the one before,
repeat or skip one by mistake, or begin anew; each costs or gains. The costs were set by hand so that two headings
that run on outweigh one that does not, and a single number must begin at one and look like a heading.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_RUNS_ON, _REPEATS, _SKIPS, _SKIPS_TWO = 3.0, -2.0, -1.5, -3.0
_BEGINS_LATE, _GOES_ON = -4.0, -0.5
_ENOUGH = 2.0
_LINE, _DEEPEST = 1.5, 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number at the start of a line: index of the line, ordinal, how much the line looks like a heading.

    `opens` says that a series may well begin anew or late here: after a title, a gap, at the start of the text.
    """

    at: int
    ordinal: int
    weight: float
    opens: bool = False


@dataclass(frozen=True, slots=True)
class _Link:
    """The best chain that ends at a candidate, and the run of it that the candidate belongs to."""

    score: float
    last: Candidate
    before: "_Link | None"
    runs_on: bool


def best_runs(
    candidates: Sequence[Candidate], expected: int = 0, anew: float = -8.0
) -> list[list[Candidate]]:
    """The runs of the best chain that are headings; `expected` is the ordinal with which a series goes on.

    `anew` is what it costs to begin at one again where nothing speaks for it.

    Linear in the candidates: a chain is known by the ordinal with which it ends.
    """
    ends: dict[int, _Link] = {}
    best: _Link | None = None
    for candidate in candidates:
        link = _joined(candidate, ends, best, expected, anew)
        known = ends.get(candidate.ordinal)
        if known is None or link.score >= known.score:
            ends[candidate.ordinal] = link
        if best is None or link.score > best.score:
            best = link
    return [run for run in _runs(best) if _holds(run, expected)]


def _joined(
    candidate: Candidate, ends: dict[int, _Link], best: _Link | None, expected: int, anew: float
) -> _Link:
    """The best way in which a candidate ends a chain."""
    found = _Link(candidate.weight + _beginning(candidate, expected), candidate, None, False)
    steps = ((1, _RUNS_ON), (0, _REPEATS), (2, _SKIPS), (3, _SKIPS_TWO))
    for step, gain in steps:
        # 一 after 一 begins anew.
        before = ends.get(candidate.ordinal - step) if step or candidate.ordinal > 1 else None
        if before is not None and before.score + gain + candidate.weight > found.score:
            found = _Link(before.score + gain + candidate.weight, candidate, before, True)
    if best is not None and candidate.ordinal == 1:
        score = best.score + candidate.weight + (_GOES_ON if candidate.opens else anew)
        if score > found.score:
            found = _Link(score, candidate, best, False)
    return found


def _beginning(candidate: Candidate, expected: int) -> float:
    if candidate.ordinal == 1 or candidate.opens:
        return 0.0
    return _GOES_ON if candidate.ordinal == expected else _BEGINS_LATE


def _runs(end: _Link | None) -> list[list[Candidate]]:
    runs: list[list[Candidate]] = [[]]
    while end is not None:
        runs[-1].append(end.last)
        if not end.runs_on:
            runs.append([])
        end = end.before
    return [run[::-1] for run in reversed(runs) if run]


def nested(candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The series that goes on around others, and these others, where a speech has 一、 within its sections 一、.

    Both are empty where no series goes on after another that began later. Each 一 opens a series; a number goes on
    with the innermost open series that it fits, or whose next number is lost, which closes those within.
    """
    open_series: list[list[Candidate]] = []
    inner: list[Candidate] = []
    for candidate in candidates:
        if candidate.weight < _LINE:
            continue
        fits = (
            at
            for step in (1, 2)
            for at in reversed(range(len(open_series)))
            if open_series[at][-1].ordinal + step == candidate.ordinal > 1
        )
        at = next(fits, None)
        if at is not None:
            inner += [each for series in open_series[at + 1 :] if len(series) > 1 for each in series]
            del open_series[at + 1 :]
            open_series[at].append(candidate)
        elif candidate.ordinal == 1 and len(open_series) < _DEEPEST:
            open_series.append([candidate])
    return (open_series[0], inner) if open_series and inner else ([], [])


def _holds(run: Sequence[Candidate], expected: int) -> bool:
    """Whether a run by itself is one of headings."""
    score = _beginning(run[0], expected) + sum(each.weight for each in run)
    score += sum(
        _RUNS_ON if after.ordinal == before.ordinal + 1 else _SKIPS for before, after in pairwise(run)
    )
    return score >= _ENOUGH
