"""Numbers, dates, people and lists as a writer types them into one box, read and shown again.

Each pair is inverse: what is read from what is shown is the value that was shown.
"""

import re
import unicodedata
from decimal import Decimal

from app.core.facts import Date, Person, checked_date
from app.core.kinds import Kind
from app.core.text import clean_text
from app.lang.dates import date_arabic, read_date
from app.lang.numerals import from_chinese

_NUMBER = re.compile(
    r"[+-]?(?P<plain>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?P<decimals>\.[0-9]+)?(?P<scale>万亿|万|亿)?%?"
)
_SCALES = {"万": 4, "亿": 8, "万亿": 12}
_MOST_DIGITS = 24
"""Within the 28 that Decimal reckons exactly; a speech has no longer number."""

_UNKNOWN_NAME = re.compile("(?P<post>.*[^×])(?P<name>×+)")
_BLANK = "\u3000"


def one_line(text: str) -> str:
    """The text without line ends, controls, and blanks at its ends."""
    return clean_text(text, Kind.BODY).strip()


def lines(text: str) -> str:
    """The text with its line ends, each line without controls and without blanks at its ends."""
    return "\n".join(map(one_line, text.splitlines())).strip()


def read_number(text: str) -> int | Decimal | None:
    """1,234, 12.3万 (123000), 3.5% (3.5), 十二; None for anything else. Decimals stay as written: 3.50.

    The sign of percent is the template's affair (3.5|百分比), so that it says nothing here.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace("−", "-")
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return from_chinese(plain) if len(plain) <= _MOST_DIGITS else None
    if sum(char.isdigit() for char in plain) > _MOST_DIGITS:
        return None
    sign = "-" if plain.startswith("-") else ""
    number = Decimal(sign + match["plain"].replace(",", "") + (match["decimals"] or ""))
    if match["scale"]:
        number = number.scaleb(_SCALES[match["scale"]])
        return int(number) if number == int(number) else number.normalize()
    return number if match["decimals"] else int(number)


def show_number(value: int | Decimal) -> str:
    """The digits without commas, so that they can be changed."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def read_day(text: str) -> Date | None:
    """2025年5月31日, 2025-05-31, 二〇二五年五月, 2025年×月×日; None for what is not in the calendar."""
    parts = read_date(text)
    return None if parts is None else checked_date(*parts)


def show_day(value: Date) -> str:
    """2025年5月31日; what is open as ×."""
    return date_arabic((value.year, value.month, value.day))


def read_person(text: str) -> Person:
    """市长 ×××: the post, a blank, the name. 市长××× is read so too; without a post it is a name.

    A full-width blank decides before others, so that 校长　John Smith has the whole name. Two single
    characters after a post are a name that was spaced out (市长　张　三).
    """
    words = [word for word in (one_line(part) for part in text.replace("\t", " ").split(_BLANK)) if word]
    if _BLANK in text and len(words) < 2:
        only = "".join(words)
        return Person(only) if text.startswith(_BLANK) else Person("", only)
    if _BLANK not in text:
        words = one_line(text).split()
    if len(words) > 2 and len(words[-1]) == len(words[-2]) == 1:
        words[-2:] = [words[-2] + words[-1]]
    if len(words) > 1:
        return person(" ".join(words[:-1]), words[-1])
    word = words[0] if words else ""
    match = _UNKNOWN_NAME.fullmatch(word)
    return Person(match["name"], match["post"]) if match else Person(word)


def person(post: str, name: str) -> Person:
    """A person whose parts are one line each, with single blanks, none of them full-width."""
    return Person(" ".join(one_line(name).split()), " ".join(one_line(post).split()))


def show_person(value: Person) -> str:
    """Post, full-width blank, name; the blank also where one is missing and the other would be misread."""
    text = f"{value.post}{_BLANK}{value.name}"
    bare = value.name if not value.post else ""
    return bare if bare and read_person(bare) == value else text


def read_list(text: str) -> tuple[str, ...]:
    """One item a line; on a single line parted by ； or, where there is none, by 、."""
    parts = re.split("\r\n|[\r\n\u2028\u2029\u0085]", text)
    if len(parts) == 1:
        parts = re.split("[；;]" if re.search("[；;]", text) else "、", text)
    return items(parts)


def items(parts: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The items that say something, each one line."""
    return tuple(filter(None, map(one_line, parts)))


def show_list(value: tuple[str, ...]) -> str:
    """One item a line; a line end after a single item that would be parted."""
    text = "\n".join(value)
    return text if read_list(text) == value else f"{text}\n"
