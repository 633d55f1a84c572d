"""How a line with a number looks: like a heading, or like a line of a list, a timetable, running text.

Weights were set by hand: 2 and more is a heading by its form alone, below 0 it is none unless its series says so.
"""

import re
from collections.abc import Sequence

from app.core.lead import sentence_end
from app.core.numerals import chinese
from app.core.spellings import HeadingNumber, Spelling, heading_number, ordinal_of
from app.importing.lines import Line

MARKED = 100.0
"""The weight of what the source or the writer marked as a heading: no series outweighs it."""
NONE = -4.0
"""The weight of a line of a list or a timetable."""

SENTENCE_ENDS = "。！？!?…”’；;：:）)》】"
_LEAD, _LINE, _LONG = 60, 50, 100
_TIMES = re.compile(
    r"[（(]?(?:[0-2]?[0-9][:：][0-5][0-9]|[0-9]{1,2}月[0-9]{1,2}[日号]|[0-9]{1,2}[时点](?![一二三四五六七八九十]?[工建])"
    r"|[上下]午|早上|晚上|中午|第[一二三四五六七八九十]天)"
)
_BARE = (Spelling.FIRST, Spelling.THIRD)
"""The spellings that begin with the digits themselves."""
_CLAUSE_ENDS = "。；;.，,：: \u3000"
_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}")


def weight(line: Line, number: HeadingNumber, typed: int, before: Line | None) -> float:
    """How much a line looks like a heading with this number, of which `typed` characters stand in its text."""
    rest = line.text[typed:]
    if line.level is not None or line.fixed is not None:
        return MARKED
    if _TIMES.match(rest) or goes_on_within(rest, number):
        return NONE
    found = _of_text(rest) - (1.0 if number.loose else 0.0)
    lead = sentence_end(rest) or len(rest)
    if line.bold_lead >= typed + min(lead, len(rest)) > 0:
        found += 1.0
    broken = before is not None and breaks_off(before) and not line.blank_before
    if counts_on(rest, number.ordinal) and (broken or not is_title_like(rest)):
        found -= 4.5
    if broken:
        found -= 1.0
    return found


def _of_text(rest: str) -> float:
    end = sentence_end(rest)
    if 0 < end < len(rest):
        return 2.0 if end <= _LEAD else 1.0
    if rest[-1] in "，,、":
        return -1.0
    if rest[-1] in "；;":
        return 0.3
    if rest[-1] in "：:":
        return 1.0
    if rest[-1] in "。！？":
        return 2.0 if len(rest) <= _LINE else 1.0
    return 2.5 if len(rest) <= _LINE else 2.0 if len(rest) <= _LONG else 0.5


def is_sentence(rest: str) -> bool:
    """Whether the text after a number is a sentence, or more, and no line of a title."""
    return rest[-1] in "。！？；;，,"


def counts_on(rest: str, ordinal: int) -> bool:
    """Whether the text after a number counts on, as in 二、三季度 and 一、二、三产业: then it was no number."""
    match = _NUMERAL.match(rest)
    return match is not None and ordinal_of(match.group()) == ordinal + 1


def goes_on_within(rest: str, number: HeadingNumber) -> bool:
    """Whether the next number of the same spelling stands in the line as well: then the line is a list."""
    ordinal = chinese(number.ordinal + 1) if number.spelling <= Spelling.SECOND else str(number.ordinal + 1)
    at = rest.find(ordinal)
    while at > 0:
        following = heading_number(rest[at : at + 9] if number.spelling in _BARE else rest[at - 1 : at + 9])
        before = rest[at - 1 if number.spelling in _BARE else at - 2 : at]
        if following is not None and before and before[0] in _CLAUSE_ENDS and not following.loose:
            return (following.spelling, following.ordinal) == (number.spelling, number.ordinal + 1)
        at = rest.find(ordinal, at + 1)
    return False


def breaks_off(line: Line) -> bool:
    """Whether a line ends in mid-sentence, as one that was broken by a page does."""
    text = line.text
    return len(text) > 14 and text[-1] not in SENTENCE_ENDS and ("，" in text or "," in text or "。" in text)


def is_short(line: Line) -> bool:
    """Whether a line may be one of a list: no text follows a first sentence."""
    end = sentence_end(line.text)
    return len(line.text) <= _LONG and (end == 0 or end == len(line.text))


def is_title_like(text: str) -> bool:
    """Whether a line may be a title within the speech: short, without any mark that ends a clause."""
    return 2 <= len(text) <= 26 and not _CLAUSE.search(text) and bool(_WORDS.search(text))


_CLAUSE = re.compile("[。！？；：，!?;:,…—…]|[、》《与和及的是在对把被将向从为于]$|^[》，、。（(]")
_WORDS = re.compile("[\u4e00-\u9fff]{2}")


def lists(lines: Sequence[Line], numbers: Sequence[HeadingNumber | None]) -> set[int]:
    """The indices of lines that make a list, not headings.

    They stand one under the other with nothing beneath them, and end like the parts of a sentence, or follow a
    colon while the same spelling begins again elsewhere with text beneath it.
    """
    found: set[int] = set()
    begun = _begun_with_text(lines, numbers)
    for first, stop in _stacks(lines, numbers):
        number = numbers[first]
        assert number is not None
        # The last of a stack may be a heading with its text beneath it; it is judged with the others.
        inner = [lines[at].text[-1] for at in range(first, stop - 1)]
        ends = sum(each in "；;，," for each in inner) * 2 > len(inner)
        colon = first > 0 and lines[first - 1].text[-1] in "：:"
        again = any(at < first or at >= stop for at in begun.get(number.spelling, ()))
        if ends or (number.ordinal == 1 and again and (colon or number.spelling.value <= 3)):
            found.update(range(first, stop))
    return found


def _stacks(lines: Sequence[Line], numbers: Sequence[HeadingNumber | None]) -> list[tuple[int, int]]:
    """Stretches of two and more short lines, each with the next number of one spelling."""
    found: list[tuple[int, int]] = []
    first = 0
    for at in range(1, len(lines) + 1):
        here, last = (numbers[at] if at < len(lines) else None), numbers[at - 1]
        goes_on = (
            here is not None
            and last is not None
            and here.spelling is last.spelling
            and here.ordinal == last.ordinal + 1
            and is_short(lines[at])
            and is_short(lines[at - 1])
            and lines[at].level is None
        )
        if not goes_on:
            if at - first >= 2:
                found.append((first, at))
            first = at
    return found


def _begun_with_text(
    lines: Sequence[Line], numbers: Sequence[HeadingNumber | None]
) -> dict[object, list[int]]:
    """Where each spelling begins at one, with something other than its next number beneath or behind it."""
    found: dict[object, list[int]] = {}
    for at, number in enumerate(numbers):
        if number is None or number.ordinal != 1:
            continue
        after = numbers[at + 1] if at + 1 < len(lines) else None
        stacked = after is not None and after.spelling is number.spelling
        if at + 1 < len(lines) and not (stacked and is_short(lines[at])):
            found.setdefault(number.spelling, []).append(at)
    return found
