"""Lines that a page or a program broke in mid-sentence become paragraphs again, before anything is recognised.

A piece never goes over the end of a paragraph, so this is a step of its own. Blanks that were left within words
at the former line ends stay: whether one belongs there only the writer knows.
"""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_letters

from app.core.draft import Run, merged
from app.core.kinds import HEADINGS, Kind
from app.core.spellings import typed_number
from app.importing.head_words import byline, is_date
from app.importing.own import is_own
from app.importing.paragraphs import Paragraph
from app.importing.report import Fate
from app.importing.residue import is_garbage, residue
from app.importing.salutation import ends_in_salutation, salutation_length

_OPENING = "《（(“‘〈「『【"
_GOING_ON = "》）)”’〉」』】，。；：、,;"
_LETTERS = frozenset(ascii_letters)
_BARE_NUMBER = re.compile("[0-9.]{1,4}")
_ENDS = re.compile("[。！？…!?：:]”?$")
_WIDTHS = range(20, 61)
_ENOUGH = 6
_LONGEST_HEADING = 45
_NAMED = 0.7
_SPARE = 3
"""How many characters a full line may lack: the first of a paragraph its indent, others a mark that went over."""


@dataclass(frozen=True, slots=True)
class Rejoined:
    """The paragraphs, and how many line ends within sentences were taken out of them."""

    paragraphs: tuple[Paragraph, ...]
    joins: int = 0


def rejoined(paragraphs: Sequence[Paragraph]) -> Rejoined:
    """The paragraphs with lines rejoined that were broken in mid-sentence.

    That is: at a fixed width, which most lines of the text then have; within a pair of brackets or before a
    closing mark, as where a link stood; around an index (PM2.5); a salutation over several lines. A page number
    between two parts of a sentence comes after it. No visible character is lost. In a file of ours no line is broken.
    """
    if is_own(paragraphs):
        return Rejoined(tuple(paragraphs))
    width = _fixed_width(paragraphs)
    alone = _headings_alone(paragraphs, width) if width else frozenset[Kind]()
    groups: list[list[Paragraph]] = []
    pages: list[Paragraph] = []

    def wraps(before: Paragraph, after: Paragraph) -> bool:
        apart = after.blank_before > 0 and not pages
        return not apart and _is_full(before, width) and _wraps(before, after, width, alone)

    for paragraph in paragraphs:
        before = groups[-1][-1] if groups else None
        if before is not None and _is_index(before, paragraph):
            groups[-1].append(paragraph)
        elif before is not None and _is_page(paragraph):
            pages.append(paragraph)
        elif before is not None and (
            _goes_on(before, paragraph)
            or wraps(before, paragraph)
            or (pages and _goes_over_page(before, paragraph))
        ):
            groups[-1].append(paragraph)
        else:
            groups += [*([page] for page in pages), [paragraph]]
            pages.clear()
    groups += [[page] for page in pages]
    return Rejoined(tuple(_joined(group) for group in groups), len(paragraphs) - len(groups))


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a line can only be the rest of the line above, however wide they are."""
    text, following = before.text, after.text
    if not _joinable(before, after) or is_garbage(text) or is_garbage(following):
        return False
    if (text[-1] in _OPENING and text[-2:] != "《《") or _BARE_NUMBER.fullmatch(text):
        return True
    if following[0] in _GOING_ON and len(following) > 1 and following[:2] != "》》":
        return not _ENDS.search(text[-2:])
    if text[-1] in "，、," and salutation_length(following) and ends_in_salutation(text):
        return True
    return text[-1] in "，、" and len(text) >= 20 and not residue(text) and not _stands_alone(following)


def _goes_over_page(before: Paragraph, after: Paragraph) -> bool:
    """Whether a sentence that a page number breaks goes on behind it."""
    text, following = before.text, after.text
    clauses = len(text) >= 20 and text[-1].isalnum() and ("，" in text or "," in text)
    return (
        clauses
        and _joinable(before, after)
        and not typed_number(text)
        and not residue(text)
        and not _stands_alone(following)
    )


def _wraps(before: Paragraph, after: Paragraph, width: int, alone: Container[Kind]) -> bool:
    """Whether the text of a full line goes on below it.

    A heading on a line of its own that happens to be full has a paragraph below it: that is full as well, and
    its first sentence is longer than headings are.
    """
    text, following = before.text, after.text
    if not _joinable(before, after) or _stands_alone(following) or residue(text):
        return False
    if _ENDS.search(text[-2:]):
        return len(text) >= width - 1
    number = typed_number(text)
    if number is None or number.kind not in HEADINGS or "。" in text:
        return True
    end = following.find("。")
    if number.kind in alone or end < 0:
        return len(following) < width - _SPARE and not 0 <= end < len(following) - 1
    return len(text) + end <= _LONGEST_HEADING


def _joinable(before: Paragraph, after: Paragraph) -> bool:
    return bool(before.text and after.text) and not any(
        each.level is not None or each.number for each in (before, after)
    )


def _stands_alone(text: str) -> bool:
    """Whether a line begins something of its own: a heading, a part of the head, what a page wrote."""
    return bool(
        typed_number(text)
        or residue(text)
        or salutation_length(text)
        or is_date(text)
        or byline(text) >= _NAMED
    )


def _is_full(paragraph: Paragraph, width: int) -> bool:
    return width > 0 and width - _SPARE <= len(paragraph.text) <= width + 2


def _headings_alone(paragraphs: Sequence[Paragraph], width: int) -> frozenset[Kind]:
    """The levels whose headings stand on lines of their own: those that do not fill a line have no sentence end."""
    alone: set[Kind] = set()
    run_in: set[Kind] = set()
    for paragraph in paragraphs:
        number = typed_number(paragraph.text)
        if number is not None and ("。" in paragraph.text or _ENDS.search(paragraph.text[-2:])):
            run_in.add(number.kind)
        elif number is not None and len(paragraph.text) < width - _SPARE:
            alone.add(number.kind)
    return frozenset(alone - run_in)


def _is_index(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a line is an index that stood below a Latin letter (M2, PM2.5)."""
    text = before.text
    return len(text) > 1 and text[-1] in _LETTERS and bool(_BARE_NUMBER.fullmatch(paragraph.text))


def _is_page(paragraph: Paragraph) -> bool:
    said = residue(paragraph.text) if paragraph.text and len(paragraph.text) < 20 else None
    return said is not None and said.role is Fate.PAGE


def _fixed_width(paragraphs: Sequence[Paragraph]) -> int:
    """The number of characters at which lines are broken; 0 where they are not."""
    lengths = [len(each.text) for each in paragraphs if each.level is None]
    broken = Counter(
        len(one.text)
        for one, other in pairwise(paragraphs)
        if len(one.text) in _WIDTHS and not _ENDS.search(one.text) and other.blank_before == 0
    )
    if not broken:
        return 0
    width = max(
        broken, key=lambda each: (sum(broken[each - back] for back in range(_SPARE)), broken[each], each)
    )
    full = sum(broken[width - back] for back in range(_SPARE))
    longer = sum(length > width + 2 for length in lengths)
    return width if full >= _ENOUGH and full * 10 >= len(lengths) * 3 and longer * 20 <= len(lengths) else 0


def _joined(group: Sequence[Paragraph]) -> Paragraph:
    if len(group) == 1:
        return group[0]
    runs: list[Run] = []
    ids: list[tuple[int, str]] = []
    length, last = 0, ""
    for paragraph in group:
        text = paragraph.text
        if last and last in _LETTERS and text[0] in _LETTERS:
            runs.append(Run(" "))
            length += 1
        runs += paragraph.runs
        ids += [(length + at, each) for at, each in paragraph.ids]
        length, last = length + len(text), text[-1]
    return replace(group[0], runs=merged(runs), ids=tuple(ids))
