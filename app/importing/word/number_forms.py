"""Forms of numbers in lists, as Word prints them (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from app.core.numerals import chinese

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = {ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
_MOST_LETTERS = 780
"""Thirty times round the alphabet; further Word does not count."""


@lru_cache(maxsize=1024)
def printed(number: int, form: str) -> str:
    """A number in that form; one that the form has no sign for, and one of an unknown form, in digits."""
    if form in ("none", "bullet"):
        return ""
    return _FORMS.get(form, str)(number)


def zero_padded(pattern: str) -> Callable[[int], str]:
    """The form that a sample such as “001, 002, 003, …” shows (w:numFmt with w:format)."""
    width = len(pattern.partition(",")[0].strip())
    return lambda number: str(number).zfill(min(width, 9))


def _of(signs: str, otherwise: Callable[[int], str] = str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else otherwise(number)


def _run(first: str, count: int) -> str:
    return "".join(chr(ord(first) + step) for step in range(count))


def _in_chinese(number: int) -> str:
    return chinese(number) if number > 0 else "〇" if number == 0 else str(number)


def _counted(number: int) -> str:
    """Up to 99 as it is spoken, from there digit by digit."""
    return _in_chinese(number) if number < 100 else _digits("○一二三四五六七八九")(number)


def _japanese(number: int) -> str:
    """As Chinese, but for the 一 and 零 that are not said: 百一."""
    said = _in_chinese(number).replace("零", "")
    return said if number > 9999 else said.replace("一百", "百").replace("一千", "千").replace("一十", "十")


def _legal(digits: str, units: str) -> Callable[[int], str]:
    signs = str.maketrans("零〇一二三四五六七八九十百千", digits[0] + digits + units)

    def form(number: int) -> str:
        said = _in_chinese(number)
        return (f"一{said}" if said.startswith("十") else said).translate(signs)

    return form


def _digits(signs: str) -> Callable[[int], str]:
    table = {ord("0") + digit: sign for digit, sign in enumerate(signs)}
    return lambda number: str(number).translate(table)


def _letters(number: int) -> str:
    if not 1 <= number <= _MOST_LETTERS:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        text += sign * times
    return text


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 1 <= number <= 60 else str(number)


_CIRCLED = _of(_run("①", 20))
_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _of(_run("⑴", 20)),
    "decimalEnclosedFullstop": _of(_run("⒈", 20)),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "ordinal": _ordinal,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "chineseCounting": _counted,
    "taiwaneseCounting": _counted,
    "chineseCountingThousand": _in_chinese,
    "taiwaneseCountingThousand": _in_chinese,
    "japaneseCounting": _japanese,
    "koreanCounting": _in_chinese,
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "chineseLegalSimplified": _legal("零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
    "ideographLegalTraditional": _legal("零壹貳參肆伍陸柒捌玖", "拾佰仟"),
    "japaneseLegal": _legal("零壱弐参四五六七八九", "拾百阡"),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _of(_run("㊀", 10)),
}
