"""Forms: how a fact's value prints. Pure; the filters of templates and the following of facts share them.

A form is a name, or several after one another: `年月日`, `带单位(个)`, `第3项|去句号`. The empty form is the usual
one of the value's type. A run is bound as long as its text is what its form prints.
"""

import re
from decimal import Decimal

from app.core.draft import Bind, Run
from app.core.facts import Date, FactValue, Person, is_empty
from app.core.numerals import chinese
from app.templating.form_table import FORMS, one_line, usual_text

_STEP = re.compile(r"([^\\|()]+)(?:\(((?:\\.|[^\\()|])*)\))?", re.DOTALL)
_ITEM = re.compile(r"第([1-9][0-9]{0,5})项")
_MOST_STEPS = 8
_PARTS = ("姓名", "职务", "年", "月", "日", "星期", "条数")
"""Forms that print one part of a value: while it is missing, the placeholder says which part."""


def print_form(value: FactValue, form: str = "") -> str:
    """The text of a value in a form, fit to stand in a block of any kind; empty where there is nothing to print.

    Nothing to print have a list's item beyond its end and the open part of a person or a date. Raises ValueError, with
    what is wrong in Chinese, for a form that does not exist or does not fit the value.
    """
    return usual_text(apply_form(value, form))


def apply_form(value: FactValue, form: str, is_part: bool = False) -> FactValue:
    """What a form makes of a value, before it is printed. Raises ValueError as `print_form` does.

    `is_part` says that the value was made by a form already. What is not there stays so in every further form.
    """
    for name, argument in form_steps(form):
        if is_part and value == "":
            return value
        is_part = True
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
    for step, _ in form_steps(bind.form):
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


def form_steps(form: str) -> list[tuple[str, str]]:
    """The steps of a form with their arguments. Raises ValueError for one that is written wrongly."""
    steps: list[tuple[str, str]] = []
    at = 0
    while at < len(form):
        match = _STEP.match(form, at)
        end = match.end() if match else at
        if (
            match is None
            or len(steps) == _MOST_STEPS
            or not (end == len(form) or re.match(r"\|.", form[end:]))
        ):
            raise ValueError(f"印法“{form[:40]}”写得不对。")
        steps.append((match[1], re.sub(r"\\(.)", r"\1", match[2] or "", flags=re.DOTALL)))
        at = end + 1
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
