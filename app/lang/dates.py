"""Dates as the trade reads and prints them, also those of which only a part is known."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from app.lang.numerals import digits_chinese, from_chinese, to_chinese

PartialDate: TypeAlias = tuple[int, int | None, int | None]
"""Year, month, day. 0 is a part not known yet, printed ×; None is a part that is left out."""

_UNKNOWN = "×"
_WEEKDAYS = "一二三四五六日"
_BLANK = re.compile(r"[×Xx_]{1,4}")
_YEAR = re.compile(r"[1-9][0-9]{3}|[一二三四五六七八九][〇零○O一二三四五六七八九]{3}")
_WRITTEN = re.compile(r"(?P<year>\S{1,4}?)年(?:(?P<month>\S{1,4}?)月(?:(?P<day>\S{1,4}?)[日号])?)?")
_NUMERIC = re.compile(
    r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?"
)
_LEAP_YEAR = 2000  # stands for a year not known, so that ××××年2月29日 can be said


def read_date(text: str) -> PartialDate | None:
    """The date that is the whole text; None if it is no date of the calendar.

    Read are 2025年5月31日, 2025年5月, 2025年, 2025-05-31, 2025/5/31, 2025.5.31, 2025-05,
    二〇二五年五月三十一日, and × X _ for parts not known.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    match = _WRITTEN.fullmatch(plain) or _NUMERIC.fullmatch(plain)
    if match is None:
        return None
    year, month, day = _read_year(match["year"]), _read_part(match["month"]), _read_part(match["day"])
    if year is None or (match["month"] and month is None) or (match["day"] and day is None):
        return None
    return (year, month, day) if _exists(year, month or 1, day or 1) else None


def date_arabic(when: PartialDate) -> str:
    """2025年5月31日, without zeros before month and day (GB/T 9704 7.3.5.4)."""
    year, month, day = when
    return _joined(str(year) if year else _UNKNOWN * 4, _printed(month, str), _printed(day, str))


def date_chinese(when: PartialDate) -> str:
    """二〇二五年五月三十一日: the year digit by digit with 〇 (GB/T 15835 5.2.5)."""
    year, month, day = when
    digits = digits_chinese(str(year)) if year else _UNKNOWN * 4
    return _joined(digits, _printed(month, to_chinese), _printed(day, to_chinese))


def month_day(when: PartialDate) -> str | None:
    """5月31日, or 5月 when the day is left out; None when there is no month."""
    _, month, day = when
    if month is None:
        return None
    return _joined("", _printed(month, str), _printed(day, str)).removeprefix("年")


def weekday(when: PartialDate) -> str | None:
    """星期六; None unless year, month and day are known and are a day of the calendar."""
    year, month, day = when
    if not (year and month and day) or not _exists(year, month, day):
        return None
    return "星期" + _WEEKDAYS[date(year, month, day).weekday()]


def _read_year(text: str) -> int | None:
    """A year of four digits, which is what it has (GB/T 15835 5.1.4): 25年 is no date."""
    if _BLANK.fullmatch(text):
        return 0
    if not _YEAR.fullmatch(text):
        return None
    return int(text) if text.isdecimal() else from_chinese(text)


def _read_part(text: str | None) -> int | None:
    if text is None:
        return None
    if _BLANK.fullmatch(text):
        return 0
    return (int(text) if text.isdecimal() else from_chinese(text)) or None


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]


def _joined(year: str, month: str | None, day: str | None) -> str:
    if month is None:
        return f"{year}年"
    return f"{year}年{month}月" if day is None else f"{year}年{month}月{day}日"


def _printed(part: int | None, numeral: Callable[[int], str]) -> str | None:
    if part is None:
        return None
    return numeral(part) if part else _UNKNOWN
