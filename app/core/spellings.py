"""Numbers that somebody typed at the start of a line, in the spellings and mis-spellings that are usual.

A number by itself proves nothing (「二、三产业……」); whether it leads a heading, the whole document decides (`ladder`).
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from app.core.kinds import HEADINGS, Kind
from app.core.numerals import from_chinese


class Spelling(IntEnum):
    """How headings are numbered, in the order in which the spellings nest."""

    BOOK = 0
    """第一部分, 第一篇, 第一编, 第一个问题，"""
    CHAPTER = 1
    """第一章."""
    ARTICLE = 2
    """第一节."""
    FIRST = 3
    """一、"""
    SECOND = 4
    """（一）"""
    THIRD = 5
    """1."""
    FOURTH = 6
    """（1）"""

    @property
    def kind(self) -> Kind:
        """The kind for which it stands where nothing says otherwise; books, chapters and articles are parts."""
        return HEADINGS[self - Spelling.FIRST] if self >= Spelling.FIRST else Kind.PART


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """A number at the start of a line: its spelling, its ordinal, its length with the blanks behind it.

    `loose` is a spelling that stands for a number only where its series does: 一　提高, 三）改革.
    """

    spelling: Spelling
    ordinal: int
    length: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number at the start of a text: the kind and marker it speaks for, its ordinal, its length with blanks after it."""

    kind: Kind
    marker: str
    ordinal: int
    length: int


BLANK = "[ \t\xa0\u2002\u2003\u3000]"
_GAP = f"{BLANK}{{0,4}}"
_CHINESE = "(?P<n>[一二三四五六七八九十百]{1,5})"
_EITHER = "(?P<n>[一二三四五六七八九十百]{1,5}|[1-9１-９][0-9０-９]?)"
_ARABIC = "(?P<n>[1-9１-９][0-9０-９]?)"
_NO_FRACTION = "(?![0-9０-９](?![0-9０-９]{3}年))"
"""1.5 is no number, 1.2026年 is."""
_OPEN, _CLOSE = "[（(﹙〔［\\[]", "[）)﹚〕］\\]]"
_AFTER = f"{_GAP}[、.．，,：:]?"
_SPELLINGS: tuple[tuple[Spelling, bool, re.Pattern[str]], ...] = tuple(
    (spelling, loose, re.compile(pattern + _GAP))
    for spelling, loose, pattern in (
        (Spelling.BOOK, False, f"第{_GAP}{_EITHER}{_GAP}(?:大?部{_GAP}分|篇|编){_AFTER}"),
        (Spelling.BOOK, False, f"第{_GAP}{_EITHER}{_GAP}个?{_GAP}(?:方面|问题|部分|专题){_GAP}[，,：:、]"),
        (Spelling.CHAPTER, False, f"第{_GAP}{_EITHER}{_GAP}章{_AFTER}"),
        (Spelling.ARTICLE, False, f"第{_GAP}{_EITHER}{_GAP}节{_AFTER}"),
        (Spelling.SECOND, False, f"{_OPEN}{_GAP}{_CHINESE}{_GAP}{_CLOSE}{_GAP}[、.．]?"),
        (Spelling.FOURTH, False, f"{_OPEN}{_GAP}{_ARABIC}{_GAP}{_CLOSE}{_GAP}[、.．]?"),
        (Spelling.FIRST, False, f"{_CHINESE}{_GAP}[、.．]"),
        (Spelling.THIRD, False, f"{_ARABIC}{_GAP}[.．、]{_NO_FRACTION}"),
        (Spelling.FOURTH, False, f"{_ARABIC}{_GAP}[）)]"),
        (Spelling.THIRD, True, f"{_ARABIC}[，,](?![0-9０-９])"),
        (Spelling.SECOND, True, f"{_CHINESE}{_GAP}[）)]"),
        (Spelling.FIRST, True, f"{_CHINESE}(?:[，,：:]|{BLANK})"),
    )
)
_SIGNS = (
    (Spelling.SECOND, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"),
    (Spelling.FOURTH, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    (Spelling.THIRD, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
)
_SIGN_ENDS = re.compile(f"{_GAP}[、.．]?{_GAP}")
_BEGINS = frozenset(
    "第一二三四五六七八九十百（(﹙〔［[123456789１２３４５６７８９" + "".join(signs for _, signs in _SIGNS)
)

_POINTS = tuple((marker, re.compile(f"{_CHINESE}{marker}")) for marker in "是要")


def ordinal_of(digits: str) -> int:
    """What Chinese or Arabic digits of either width say; 0 where they say no ordinal."""
    return int(digits) if digits.isdecimal() else from_chinese(digits) or 0


def heading_number(text: str) -> HeadingNumber | None:
    """The heading number with which a line begins, be it all of it; None where it begins with none."""
    if not text or text[0] not in _BEGINS:
        return None
    for spelling, signs in _SIGNS:
        if text[0] in signs:
            ends = _SIGN_ENDS.match(text, 1)
            return HeadingNumber(spelling, signs.index(text[0]) + 1, ends.end() if ends else 1)
    for spelling, loose, pattern in _SPELLINGS:
        match = pattern.match(text)
        if match is not None and (ordinal := ordinal_of(match["n"])):
            return HeadingNumber(spelling, ordinal, match.end(), loose)
    return None


def typed_number(text: str) -> TypedNumber | None:
    """The number of a heading, of 一是 or of 一要 at the start of a text; None where there is none, or nothing else."""
    found = heading_number(text)
    if found is not None and not found.loose and found.spelling >= Spelling.FIRST:
        number = TypedNumber(found.spelling.kind, "", found.ordinal, found.length)
        return number if number.length < len(text) else None
    for marker, pattern in _POINTS:
        match = pattern.match(text)
        if match is not None and match.end() < len(text) and (ordinal := ordinal_of(match["n"])):
            return TypedNumber(Kind.POINT, marker, ordinal, match.end())
    return None
