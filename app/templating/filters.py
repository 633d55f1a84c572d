"""The filters of templates. The trade's own keep the binding; `plain_filters.py` has those that lose it."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from types import MappingProxyType
from typing import Any, cast

from jinja2 import Undefined, pass_context
from markupsafe import Markup

from app.core.kinds import MARKERS
from app.templating.context import RenderContext, size_of, text_of
from app.templating.form_table import FORMS
from app.templating.plain_filters import PLAIN_FILTERS
from app.templating.problems import Trouble
from app.templating.values import Value, computed, is_open, sources

Filter = Callable[..., Any]


def _form(name: str) -> Filter:
    """The filter that prints a value in a form."""

    def form(context: RenderContext, value: Any, argument: Any = "") -> Value:
        return _as_value(value).formed(name, text_of(argument))

    return form


def _as_value(value: Any) -> Value:
    if isinstance(value, Value):
        return value
    if isinstance(value, list | tuple):
        items = cast(Sequence[object], value)
        return Value(tuple(map(text_of, items)), None, sources(*items))
    return Value(value)


def _points(context: RenderContext, value: Any, marker: Any = MARKERS[0], 接排: Any = False) -> Markup:  # noqa: N803
    """A list as points, one a line; `接排` runs them on in the paragraph, with ； between and 。 last."""
    mark = text_of(marker).strip("一")
    if mark not in MARKERS:
        raise Trouble(f"要点的序不能写“{text_of(marker)}”。", f"可以写：{'、'.join(MARKERS)}。")
    items = _as_value(value).items()
    sign, form, ends = "-", "", [""] * len(items)
    if 接排:
        sign, form, ends = "+-", "去句号", ["；"] * (len(items) - 1) + ["。"]
    after = "" if mark == MARKERS[0] else f" {{{mark}}}"
    lines = [
        f"{sign} {context.atom(item.formed(form) if form else item)}{end}{after}"
        for item, end in zip(items, ends, strict=False)
    ]
    return Markup("\n".join(["", *lines, ""]))


def _default(context: RenderContext, value: Any, other: Any = "") -> Any:
    """The value, or the other text where it is missing."""
    return other if is_open(value) or value is None or value == "" else value


def _bounded(name: str, function: Filter) -> Filter:
    """The filter, paid for by the size of its value; plain text and numbers know which facts they come from."""

    @pass_context
    @wraps(function)
    def run(context: RenderContext, value: Any, *args: Any, **named: Any) -> Any:
        context.budget.spend(size_of(value))
        if isinstance(value, Undefined):
            return str(value)  # raises
        if type(value) is Markup and function is not _default:
            raise Trouble(f"“{name}”不能用在宏的结果上。", "请在宏里面的 {{ }} 里写印法。")
        try:
            found = function(context, value, *args, **named)
        except (TypeError, LookupError) as error:
            raise Trouble(f"“{name}”用在这里不合适，或括号里写得不对。", "请对照模板说明改正。") from error
        if name not in PLAIN_FILTERS or not isinstance(found, str | int | float | Decimal):
            return found
        return computed(found, value, *args, placeholder=found if isinstance(found, str) else "")

    return run


_TRADE: Mapping[str, Filter] = MappingProxyType(
    {**{form: _form(form) for form in FORMS}, "要点": _points, "默认": _default, "default": _default}
)

FILTERS: Mapping[str, Filter] = MappingProxyType(
    {name: _bounded(name, function) for name, function in {**_TRADE, **PLAIN_FILTERS}.items()}
)
