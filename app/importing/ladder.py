"""Headings: which lines of a speech carry one, of which level.

The whole document decides. Spellings are taken in the order in which they nest (GB/T 9704-2012, 7.3.3: 一、 （一）
1. （1）; above them 第一部分, 第一章, 第一节); in each stretch under one higher heading the numbers that run on
are found (`accepting`, `chains`) among the lines that look like headings (`line_numbers`, `forms`). An ordinal
that leads nowhere is text.

Levels are those of the spellings, and a ladder may start at any (DESIGN.md §2), but:

- 第一部分 and the like above 一、 are part titles and keep their number as text; without 一、 they are the h1;
  of 章 and 节 above 一、 the 章 is the part and all below goes down by one.
- 1. in a speech that opens with text and has neither 一、 nor （一） is the h1, （1） beneath it the h2.
- A level that the source marks counts for a line without number or with 1. or （1）; 一、 and （一） say more than it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.kinds import HEADINGS, Kind
from app.core.spellings import Spelling
from app.importing.accepting import Accepted, accepted_of
from app.importing.forms import breaks_off
from app.importing.line_numbers import Number, fixed_heading, numbers_of
from app.importing.lines import Line
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


def headings(lines: Sequence[Line]) -> list[Heading | None]:
    """The heading that each line is; None for a line that is none. Linear in the text."""
    numbers = numbers_of(lines)
    accepted = accepted_of(lines, numbers)
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
    each: Accepted,
    number: Number | None,
    kinds: Mapping[Spelling, Kind | None],
) -> None:
    """Write down the heading of a line, and that of the line before where that is its number."""
    kind = kinds[each.spelling] if lines[at].fixed is None else fixed_heading(lines[at])
    if kind is None:
        return
    typed = number.typed if number is not None and kind is not Kind.PART else 0
    ordinal = each.ordinal if kind is not Kind.PART else 0
    result[at] = Heading(kind, typed, ordinal, each.confidence, each.reason)
    if number is not None and number.alone is not None and kind is not Kind.PART:
        result[number.alone] = Heading(
            kind, len(lines[number.alone].text), ordinal, 0.9, "下一行的序号", True
        )


def _firsts(accepted: Mapping[int, Accepted]) -> set[int]:
    """Where a series of 一、 begins."""
    return {at for at, each in accepted.items() if each.spelling is Spelling.FIRST and each.ordinal == 1}


def _kinds(
    lines: Sequence[Line], used: set[Spelling], accepted: Mapping[int, Accepted]
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


def _tops(lines: Sequence[Line], accepted: Mapping[int, Accepted]) -> bool:
    """Whether the speech opens with text, so that its first headings are the top ones, not those of a section."""
    first = min(accepted)
    opening = [line for line in lines[:first] if not breaks_off(line)]
    return sum(len(line.text) for line in opening) > 30 and all(line.level is None for line in lines)
