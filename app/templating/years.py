"""The year of a date that is written without one: that of the draft's other dates, else this year."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date

from app.core.facts import Date, FactSheet

_MONTH_AND_DAY = re.compile(r"[^\s年月]{1,3}月[^\s年月]{1,3}[日号]")


@dataclass(frozen=True, slots=True)
class Completed:
    """A date with its year, and where the year is from, in words."""

    text: str
    source: str


def with_year(text: str, today: date, *sheets: FactSheet) -> Completed | None:
    """5月31日 with the year that most dates of these sheets have; None for what is no month and day without a year."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if not _MONTH_AND_DAY.fullmatch(plain):
        return None
    dates = (value for sheet in sheets for _, value in sheet if isinstance(value, Date))
    years = Counter(value.year for value in dates if value.year)
    if years:
        [(year, _)] = years.most_common(1)
        return Completed(f"{year}年{plain}", "照稿子里别的日期")
    return Completed(f"{today.year}年{plain}", "照今年")
