"""The numbers that the lines of a text may have, and how much each line looks like a heading with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.kinds import Kind, heading_rank
from app.core.spellings import HeadingNumber, Spelling, heading_number
from app.importing.forms import MARKED, is_sentence, lists, weight
from app.importing.lines import Line


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a line may have, how much of the line's text it is, and how much that looks like a heading."""

    found: HeadingNumber
    typed: int
    weight: float
    alone: int | None = None
    """The index of the line before, which is nothing but this number."""


def numbers_of(lines: Sequence[Line]) -> dict[int, Number]:
    """The numbers that lines may have, computed or typed, with how much each looks like that of a heading."""
    found = [None if _is_fixed_text(line) else heading_number(line.computed or line.text) for line in lines]
    stacked = lists(lines, found)
    result: dict[int, Number] = {}
    for at, (line, number) in enumerate(zip(lines, found, strict=True)):
        if number is None or at in stacked:
            continue
        typed = 0 if line.computed else number.length
        before = lines[at - 1] if at and found[at - 1] is None else None
        if typed < len(line.text):
            result[at] = Number(number, typed, weight(line, number, typed, before))
        elif at + 1 < len(lines) and found[at + 1] is None and not _is_fixed_text(lines[at + 1]):
            # The page broke the line after the number.
            result[at + 1] = Number(number, 0, weight(lines[at + 1], number, 0, None) - 1.0, at)
    return _alike(lines, _above(result))


def _above(numbers: dict[int, Number]) -> dict[int, Number]:
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


def _alike(lines: Sequence[Line], numbers: dict[int, Number]) -> dict[int, Number]:
    """The numbers, where the 一、 of a speech stand as titles on lines of their own: sentences with 一、 count for less."""
    firsts = {
        at: each for at, each in numbers.items() if each.found.spelling is Spelling.FIRST and each.weight > 0
    }
    sentences = {at for at, each in firsts.items() if is_sentence(lines[at].text[each.typed :])}
    titles = [each.found.ordinal for at, each in firsts.items() if at not in sentences and each.weight >= 2]
    if {1, 2} <= set(titles):
        numbers |= {at: replace(firsts[at], weight=firsts[at].weight - 4.0) for at in sentences}
    return numbers


def fixed_heading(line: Line) -> Kind | None:
    """The kind of heading that the writer said a line is; None where he said none."""
    return line.fixed if isinstance(line.fixed, Kind) and heading_rank(line.fixed) < 5 else None


def _is_fixed_text(line: Line) -> bool:
    """Whether the writer said that a line is no heading."""
    return line.fixed is not None and fixed_heading(line) is None
