"""Forms: how a fact's value prints. Pure; the filters of templates and the following of facts share them.

A form is a name, or several after one another: `年月日`, `带单位(个)`, `第3项|去句号`. The empty form is the usual
one of the value's type. A run is bound as long as its text is what its form prints.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from app.core.draft import Bind, Run
from app.core.errors import AppError
from app.core.facts import Date, FactValue, Person, is_empty
from app.core.kinds import Kind
from app.core.numerals import chinese
from app.core.text import clean_text
from app.lang.dates import date_arabic, date_chinese, month_day, weekday
from app.lang.numerals import amount, count_word, decimal_chinese, scaled, to_chinese

_STEP = re.compile(r"([^\\|()]+)(?:\(((?:\\.|[^\\()|])*)\))?", re.DOTALL)
_ITEM = re.compile(r"第([1-9][0-9]{0,5})项")
_LINE_END = re.compile("[ \t\u3000]*[\n\v\f\r\x1c-\x1e\x85\u2028\u2029][\\s]*")
_END_MARKS = "。；;，,、．."
_UNKNOWN = "×"
_MOST_STEPS = 8
_PARTS = ("姓名", "职务", "年", "月", "日", "星期", "条数")
"""Forms that print one part of a value: while it is missing, the placeholder says which part."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the types it prints, what it gives for a value, whether an argument may stand in brackets."""

    types: tuple[type, ...]
    give: Callable[[Any, str], FactValue]
    argument: bool = False


def print_form(value: FactValue, form: str = "") -> str:
    """The text of a value in a form, fit to stand in a block of any kind; empty where there is nothing to print.

    Nothing to print have a list's item beyond its end and the open part of a person. Raises ValueError, with
    what is wrong in Chinese, for a form that does not exist or does not fit the value.
    """
    value = apply_form(value, form)
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


def apply_form(value: FactValue, form: str) -> FactValue:
    """What a form makes of a value, before it is printed. Raises ValueError as `print_form` does."""
    for name, argument in _steps(form):
        if match := _ITEM.fullmatch(name):
            _check(name, isinstance(value, tuple), value)
            assert isinstance(value, tuple)
            index = int(match[1]) - 1
            value = value[index] if index < len(value) else ""
            continue
        kind = FORMS.get(name)
        if kind is None:
            raise ValueError(f"没有叫“{name}”的印法。")
        _check(name, isinstance(value, kind.types), value)
        if argument and not kind.argument:
            raise ValueError(f"“{name}”后面不带括号。")
        value = kind.give(value, argument)
    return value


def form_fits(value: FactValue, form: str) -> bool:
    """Whether a value can be printed in a form."""
    try:
        print_form(value, form)
    except ValueError:
        return False
    return True


def is_blank(value: FactValue | None) -> bool:
    """Whether a value has nothing to print: none at all, only blanks, only empty items."""
    if isinstance(value, str):
        return not one_line(value).strip()
    if isinstance(value, tuple):
        return all(is_blank(item) for item in value)
    return is_empty(value)


def bound_run(bind: Bind, value: FactValue | None) -> Run:
    """The run that prints a value, or its placeholder where there is none. Raises ValueError as `print_form`."""
    if value is not None and not is_blank(value):
        text = print_form(value, bind.form)
        if text.strip():
            return Run(text, bind=bind)
    return Run(placeholder_text(bind), bind=bind, placeholder=True)


def placeholder_text(bind: Bind) -> str:
    """What stands for a value that is missing: 【会议名称】 for a fact, 【待填：工作】 for a section's field.

    An item of a list is counted (【议程一】), the part of a value named (【讲话人职务】).
    """
    name = bind.name
    for step, _ in _steps(bind.form):
        if match := _ITEM.fullmatch(step):
            name += chinese(int(match[1])) if len(match[1]) < 5 else match[1]
        elif step in _PARTS:
            name += step
    name = one_line(name).replace("【", "").replace("】", "")
    return f"【待填：{name}】" if bind.scope == "section" else f"【{name}】"


def chained(form: str, name: str, argument: str = "") -> str:
    """The form that does `form` first and then the step of that name."""
    bracket = "(" + re.sub(r"[\\()|]", lambda match: "\\" + match.group(), argument) + ")" if argument else ""
    return f"{form}|{name}{bracket}" if form else name + bracket


def one_line(text: str) -> str:
    """A value's text as a block may hold it: line ends go, between Latin words they become a blank."""
    if text.isprintable():
        return text
    return clean_text(_LINE_END.sub(_joint, text), Kind.BODY)


def _joint(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""


def _steps(form: str) -> list[tuple[str, str]]:
    steps: list[tuple[str, str]] = []
    at = 0
    while at < len(form):
        match = _STEP.match(form, at)
        if match is None or len(steps) == _MOST_STEPS or form[match.end() : match.end() + 1] not in ("", "|"):
            raise ValueError(f"印法“{form[:40]}”写得不对。")
        steps.append((match[1], re.sub(r"\\(.)", r"\1", match[2] or "", flags=re.DOTALL)))
        at = match.end() + 1
    return steps


def _check(name: str, fits: bool, value: FactValue) -> None:
    if not fits:
        kind = next(word for types, word in _TYPE_WORDS if isinstance(value, types))
        raise ValueError(f"“{name}”不能用于{kind}。")


_TYPE_WORDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (str, "文字"),
    ((int, float, Decimal), "数目"),
    (Date, "日期"),
    (tuple, "清单"),
    (Person, "人"),
    (object, "这样的内容"),
)


def _parts(date: Date) -> tuple[int, int | None, int | None]:
    return date.year, date.month, date.day


def _year_month(date: Date, _: str) -> str:
    return date_arabic((date.year, date.month, None))


def _month_day(date: Date, _: str) -> str:
    return month_day((date.year, date.month or 0, date.day or 0)) or ""


def _weekday(date: Date, _: str) -> str:
    return weekday(_parts(date)) or "星期" + _UNKNOWN


def _part_of(name: str) -> Callable[[Date, str], FactValue]:
    def part(date: Date, _: str) -> FactValue:
        number = {"年": date.year, "月": date.month, "日": date.day}[name]
        if number is None:
            return ""
        return number or (_UNKNOWN * 4 if name == "年" else _UNKNOWN)

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
        raise ValueError("“带单位”后面要写单位，如 带单位(\"个\")。")
    return print_form(value) + unit


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
        "署名": Form(_PERSON, lambda value, _: "\u3000".join(part for part in (value.post, value.name) if part)),
        "姓名": Form(_PERSON, lambda value, _: value.name),
        "职务": Form(_PERSON, lambda value, _: value.post),
        "同志": Form(_PERSON, lambda value, _: (value.name or value.post) + "同志"),
        "去句号": Form(_TEXT, lambda value, _: value.rstrip().rstrip(_END_MARKS)),
    }
)
"""Every form by its name; `第N项` of a list is the one that is not a fixed name."""
