"""The few filters and tests of Jinja that a speech can use, bounded; what they print is no longer bound.

Jinja's own are not used: some read attributes of anything, some fill the memory, most do not know our values.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from jinja2 import Undefined, pass_context

from app.templating.context import RenderContext, size_of, text_of
from app.templating.forms import form_fits
from app.templating.guard import bound
from app.templating.problems import Trouble
from app.templating.values import Value, is_open, plain


def _length(context: RenderContext, value: Any) -> Any:
    if isinstance(value, Value) and isinstance(value.value, tuple):
        return value.formed("条数")  # the one that can stay bound
    return len(value)


def _first(context: RenderContext, value: Any) -> Any:
    return value[0]


def _last(context: RenderContext, value: Any) -> Any:
    return value[len(value) - 1]


def _reverse(context: RenderContext, value: Any) -> list[Any]:
    return list(value)[::-1]


def _sort(context: RenderContext, value: Any) -> list[Any]:
    return sorted(value)


def _join(context: RenderContext, value: Any, mark: Any = "") -> str:
    texts = [text_of(item) for item in value]
    bound(sum(map(len, texts)) + len(texts) * len(text_of(mark)))
    return text_of(mark).join(texts)


def _trim(context: RenderContext, value: Any) -> str:
    return text_of(value).strip()


def _abs(context: RenderContext, value: Any) -> Any:
    return abs(_number(value))


def _int(context: RenderContext, value: Any) -> int:
    return int(_number(value))


def _round(context: RenderContext, value: Any, digits: Any = 0) -> Any:
    places = min(max(_int(context, digits), 0), 9)
    number = round(Decimal(_number(value)), places)
    return number if places else int(number)


def _number(value: Any) -> int | Decimal:
    """A number of a size that can be printed, exact. Raises Trouble for anything else."""
    number = plain(value)
    if isinstance(number, str) or not form_fits(number, "分节"):
        raise Trouble("只有数目才能计算。", "请改用类型是数目的事实或字段。")
    return Decimal(str(number)) if isinstance(number, float) else number


PLAIN_FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "length": _length,
        "count": _length,
        "first": _first,
        "last": _last,
        "reverse": _reverse,
        "sort": _sort,
        "join": _join,
        "trim": _trim,
        "abs": _abs,
        "int": _int,
        "round": _round,
    }
)


def _defined(value: Any) -> bool:
    return not isinstance(value, Undefined) and not is_open(value)


def _undefined(value: Any) -> bool:
    return not _defined(value)


def _none(value: Any) -> bool:
    return value is None


def _odd(value: Any) -> bool:
    return not is_open(value) and _number(value) % 2 == 1


def _even(value: Any) -> bool:
    return not is_open(value) and _number(value) % 2 == 0


def _divisible(value: Any, by: Any) -> bool:
    return not (is_open(value) or is_open(by)) and _number(value) % _number(by) == 0


@pass_context
def _in(context: RenderContext, value: Any, items: Any) -> bool:
    context.budget.spend(size_of(items))
    return value in items


TESTS: Mapping[str, Callable[..., bool]] = MappingProxyType(
    {
        "defined": _defined,
        "undefined": _undefined,
        "none": _none,
        "odd": _odd,
        "even": _even,
        "divisibleby": _divisible,
        "in": _in,
    }
)
