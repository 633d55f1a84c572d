"""How each form prints a value. `forms.py` puts forms after one another and is what others call."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from app.core.errors import AppError
from app.core.facts import Date, FactValue, Person
from app.core.kinds import Kind
from app.core.text import clean_text
from app.lang.dates import date_arabic, date_chinese, month_day, weekday
from app.lang.numerals import amount, count_word, decimal_chinese, scaled, to_chinese

_LINE_END = re.compile("[ \t\u3000]*[\n\v\f\r\x1c-\x1e\x85\u2028\u2029][\\s]*")
_END_MARKS = "。；;，,、．."


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the types it prints, what it gives for a value, whether an argument may stand in brackets."""

    types: tuple[type, ...]
    give: Callable[[Any, str], FactValue]
    argument: bool = False


def usual_text(value: FactValue) -> str:
    """The text of a value in the usual form of its type. Raises ValueError for a number no speech can hold."""
    match value:
        case str():
            return one_line(value)
        case Date():
            return date_arabic(_parts(value))
        case Person():
            return one_line(value.post + value.name)
        case tuple():
            return _listed(value, "和")
        case _:
            return _digits(value)


def one_line(text: str) -> str:
    """A value's text as a block may hold it: line ends go, between Latin words they become a blank."""
    if text.isprintable():
        return text
    return clean_text(_LINE_END.sub(_joint, text), Kind.BODY)


def _joint(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""


def _parts(date: Date) -> tuple[int, int | None, int | None]:
    return date.year, date.month, date.day


def _year_month(date: Date, _: str) -> str:
    return date_arabic((date.year, date.month, None))


def _month_day(date: Date, _: str) -> str:
    return month_day((date.year, date.month or 0, date.day or 0)) or ""


def _weekday(date: Date, _: str) -> str:
    return weekday(_parts(date)) or ""


def _part_of(name: str) -> Callable[[Date, str], FactValue]:
    def part(date: Date, _: str) -> FactValue:
        return {"年": date.year, "月": date.month, "日": date.day}[name] or ""

    return part


def _number(value: int | float | Decimal) -> int | Decimal:
    """A number that can be printed. Raises ValueError for one that is not finite or beyond 10^30."""
    try:
        exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
        amount(exact)
    except (AppError, ArithmeticError) as error:
        raise ValueError("这个数太大，不是讲话稿里能写的数。") from error
    return value if isinstance(value, int) else exact


def _digits(value: int | float | Decimal) -> str:
    return amount(_number(value), group_from=None)


def _in_chinese(value: int | Decimal, _: str) -> str:
    value = _number(value)
    return to_chinese(value) if isinstance(value, int) else decimal_chinese(value)


def _counted(value: int | Decimal, _: str) -> str:
    value = _number(value)
    return count_word(value) if isinstance(value, int) else decimal_chinese(value)


def _scaled(value: int | Decimal, scale: str) -> str:
    return _digits(scaled(_number(value), scale)) + scale


def _money(value: int | Decimal, unit: str) -> str:
    """An amount given in 元, in the largest unit that leaves at most four decimals, or in the unit asked for."""
    if unit not in ("", "元", "万元", "亿元"):
        raise ValueError("“金额”的括号里只能写元、万元、亿元。")
    number = _number(value)
    if unit:
        scale = unit.removesuffix("元")
    else:
        scale = next((scale for scale in ("亿", "万") if _reads_well(scaled(number, scale))), "")
    return _scaled(number, scale) + "元" if scale else _digits(number) + "元"


def _reads_well(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return abs(number) >= 1 and isinstance(exponent, int) and exponent >= -4


def _with_unit(value: FactValue, unit: str) -> str:
    if not unit:
        raise ValueError('“带单位”后面要写单位，如 带单位("个")。')
    return usual_text(value) + unit


def _listed(items: tuple[str, ...], last: str, mark: str = "、") -> str:
    texts = [text for item in items if (text := one_line(item).strip().rstrip(_END_MARKS))]
    if last and len(texts) > 1:
        return mark.join(texts[:-1]) + last + texts[-1]
    return mark.join(texts)


_DATE, _NUMBER, _LIST, _PERSON, _TEXT = (Date,), (int, float, Decimal), (tuple,), (Person,), (str,)

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "年月日": Form(_DATE, lambda value, _: date_arabic(_parts(value))),
        "汉字年月日": Form(_DATE, lambda value, _: date_chinese(_parts(value))),
        "年月": Form(_DATE, _year_month),
        "月日": Form(_DATE, _month_day),
        "星期": Form(_DATE, _weekday),
        **{name: Form(_DATE, _part_of(name)) for name in ("年", "月", "日")},
        "汉字": Form(_NUMBER, _in_chinese),
        "两": Form(_NUMBER, _counted),
        "分节": Form(_NUMBER, lambda value, _: amount(_number(value))),
        "万": Form(_NUMBER, lambda value, _: _scaled(value, "万")),
        "亿": Form(_NUMBER, lambda value, _: _scaled(value, "亿")),
        "金额": Form(_NUMBER, _money, argument=True),
        "百分比": Form(_NUMBER, lambda value, _: _digits(value) + "%"),
        "带单位": Form((*_NUMBER, *_TEXT), _with_unit, argument=True),
        "顿号": Form(_LIST, lambda value, last: _listed(value, last or "和"), argument=True),
        "逗号": Form(_LIST, lambda value, _: _listed(value, "", "，")),
        "条数": Form(_LIST, lambda value, _: len(value)),
        "职务姓名": Form(_PERSON, lambda value, _: value.post + value.name),
        "署名": Form(
            _PERSON, lambda value, _: "\u3000".join(part for part in (value.post, value.name) if part)
        ),
        "姓名": Form(_PERSON, lambda value, _: value.name),
        "职务": Form(_PERSON, lambda value, _: value.post),
        "同志": Form(_PERSON, lambda value, _: (value.name or value.post) + "同志"),
        "去句号": Form(_TEXT, lambda value, _: value.rstrip().rstrip(_END_MARKS)),
    }
)
"""Every form by its name; `第N项` of a list is the one that is not a fixed name."""
