"""A cell's value as the spreadsheet program shows it (ECMA-376 part 1, 18.8.31), as far as a speech needs it."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from app.lang.dates import date_arabic

_DIGITS = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?:\.(?P<decimals>[#0?]*))?(?P<scale>,*)")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*')
_GENERAL = re.compile("general|g/通用格式", re.IGNORECASE)
_MOST_DECIMALS = 12


def shown(value: object, number_format: str) -> str:
    """What is seen in a cell with this value and format; a date as 2025年5月31日 whatever its format is."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime():
            day = _day(value.date())
            return day if value.time() == time() else f"{day} {value:%H:%M}"
        case date():
            return _day(value)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02d}"
        case int() | float():
            return _number(value, number_format)
        case _:
            return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _day(day: date) -> str:
    return date_arabic((day.year, day.month, day.day))


def _number(value: int | float, number_format: str) -> str:
    """A number in its format; what the format has beside numbers, percent and words is left out."""
    exact = Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))
    if not exact.is_finite():
        return str(value)
    sections = _SECTION.findall(number_format)[::2] or [""]
    section = sections[1] if exact < 0 and len(sections) > 1 and sections[1] else sections[0]
    exact = abs(exact) if section is not sections[0] else exact
    words: list[str] = []

    def keep(match: re.Match[str]) -> str:
        words.append(match[1] or match[2] or "")
        return "\0"

    bare = _LITERAL.sub(keep, section)
    digits = _DIGITS.search(bare)
    if _GENERAL.search(bare) or digits is None or re.search("[Ee][+-]|/", bare):
        parts = _GENERAL.split(bare, maxsplit=1)
        before, after = parts if len(parts) == 2 else ("", "")
        text = _plain(exact)
    else:
        before, after = bare[: digits.start()], bare[digits.end() :]
        text = _digits(exact.scaleb(2 * bare.count("%") - 3 * len(digits["scale"])), digits)
    left = iter(words)
    return re.sub("\0", lambda _: next(left, ""), f"{before}\1{after}").replace("\1", text).strip()


def _digits(exact: Decimal, digits: re.Match[str]) -> str:
    decimals = (digits["decimals"] or "")[:_MOST_DECIMALS]
    rounded = exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    whole = digits[0].split(".")[0].rstrip(",")
    text = format(rounded, ",f" if "," in whole else "f")
    least = whole.replace(",", "").count("0")
    sign, body = ("-", text[1:]) if text.startswith("-") else ("", text)
    head, point, tail = body.partition(".")
    while len(tail) > decimals.count("0") and tail.endswith("0"):
        tail = tail[:-1]
    head = head if "," in head else head.zfill(least)
    return f"{sign}{head}{point if tail else ''}{tail}"


def _plain(exact: Decimal) -> str:
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
