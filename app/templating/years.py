"""The year of a date that is written without one: what it was, else that of the draft's other dates, else this year."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date

from app.core.errors import UsageError
from app.core.facts import Date, FactSheet, FactValue
from app.templating.entries import read_day
from app.templating.fields import Field, typed

_MONTH_AND_DAY = re.compile(r"[^\s年月]{1,3}月[^\s年月]{1,3}[日号]")
_MAY_BE_LEFT_OUT = "年份可以不写，如 5月31日。"


@dataclass(frozen=True, slots=True)
class Completed:
    """A date with its year, and where the year is from, in words."""

    text: str
    source: str


def with_year(
    text: str, today: date, *sheets: FactSheet, former: FactValue | None = None
) -> Completed | None:
    """5月31日 with its former year, where it replaces a date, else the one that most dates of these sheets have.

    None for what is no month and day without a year.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if not _MONTH_AND_DAY.fullmatch(plain):
        return None
    if isinstance(former, Date) and former.year:
        return Completed(f"{former.year}年{plain}", "照原来的年份")
    dates = (value for sheet in sheets for _, value in sheet if isinstance(value, Date))
    years = Counter(value.year for value in dates if value.year)
    if years:
        [(year, _)] = years.most_common(1)
        return Completed(f"{year}年{plain}", "照稿子里别的日期")
    return Completed(f"{today.year}年{plain}", "照今年")


def day_typed(
    field: Field, text: str, today: date, *sheets: FactSheet, former: FactValue | None = None
) -> tuple[FactValue | None, str]:
    """A date as it was typed, where its year may be left out, and where the year is from, empty if it was not.

    Raises UsageError that quotes what was typed.
    """
    try:
        return typed(field, text), ""
    except UsageError as error:
        completed = with_year(text, today, *sheets, former=former)
        if completed is None:
            raise UsageError(error.what, f"{error.remedy}{_MAY_BE_LEFT_OUT}") from None
        value = read_day(completed.text)
        if value is None:
            year = completed.text.partition("年")[0]
            said = f"“{field.name}”写的“{text.strip()}”没有写年份，{year}年没有这一天。"
            raise UsageError(said, error.remedy) from None
        return value, completed.source
