"""One rendering: its names, what it may still spend, and the atoms that it has put out."""

from collections.abc import Sequence, Sized
from decimal import Decimal
from typing import Any, cast

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from app.templating.guard import Budget, bound
from app.templating.problems import Trouble
from app.templating.values import Value, computed

_EVERY = 64  # items of a loop between two looks at the clock
_SMALL = 10**9


class RenderContext(Context):
    """The names of one rendering, its budget, and its atoms in the order in which they were printed."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.budget = Budget()
        self.atoms: list[Value] = []
        self.on_lost = _ignored

    def atom(self, value: Value) -> str:
        """The sign that stands for a value in the text until the markup is read."""
        self.budget.write(len(value.text()))
        self.atoms.append(value)
        if value.names and value.bind is None:
            self.on_lost(value.names)
        return f"\ufdd0{len(self.atoms) - 1}\ufdd1"


def _ignored(names: tuple[str, ...]) -> None:
    """What is done about a lost binding where nobody asked."""


@pass_context
def printed(context: RenderContext, value: Any) -> str:
    """What an expression puts into the text: Markup as it is, a small count as digits, all else as an atom."""
    if type(value) is Markup:
        context.budget.write(len(value))
        return value
    if isinstance(value, Value):
        return context.atom(value)
    if value is None or value == "":
        return ""
    if type(value) is int and 0 <= value < _SMALL:
        return str(value)
    if isinstance(value, list | tuple):
        items = cast(Sequence[object], value)
        text = "、".join(map(text_of, items))
        return context.atom(_as_value(computed(text, *items, placeholder=text)))
    return context.atom(_as_value(text_of(value)))


@pass_context
def joined(context: RenderContext, parts: Sequence[Any]) -> Any:
    """`~`: plain text, or Markup with atoms where a macro's output is among the parts."""
    context.budget.spend(len(parts))
    if any(type(part) is Markup for part in parts):
        text = "".join(printed(context, part) for part in parts)
        bound(len(text))
        return Markup(text)
    text = "".join(text_of(part) for part in parts)
    bound(len(text))
    return computed(text, *parts, placeholder=text)


@pass_context
def counted(context: RenderContext, items: Any, size: int) -> Any:
    """What a loop goes through, paid for in advance; long ones look at the clock on their way."""
    context.budget.spend(size_of(items))
    if isinstance(items, Value):
        items = items.items()
    elif isinstance(items, Undefined):
        len(items)  # raises
    elif isinstance(items, str) or not hasattr(items, "__len__"):
        raise Trouble("for 只能用于清单。", "请写类型是清单的事实或字段，或 range(次数)。")
    context.budget.copy(len(items) * size)
    return items if len(items) <= _EVERY else _watched(context.budget, items)


def _watched(budget: Budget, items: Any) -> Any:
    for index, item in enumerate(items):
        if index % _EVERY == 0:
            budget.spend(0)
        yield item


@pass_context
def weighed(context: RenderContext, value: Any) -> Any:
    """A side of a comparison, paid for by its size."""
    context.budget.spend(size_of(value))
    return value


def size_of(value: object) -> int:
    """How many steps it takes to look at a value once."""
    content = value.value if isinstance(value, Value) else value
    return 1 + len(cast(Sized, content)) if isinstance(content, list | tuple | dict | range) else 1


def _as_value(value: Any) -> Value:
    if isinstance(value, Value):
        return value
    if not isinstance(value, str | int | float | Decimal):
        raise Trouble("这里印不出文字。", "宏要带括号，如 名字()；清单要写 for 或 顿号。")
    return Value(value)


def text_of(part: Any) -> str:
    """The plain text of anything that can be printed. Raises Trouble for what cannot."""
    if part is None:
        return ""
    if isinstance(part, Value):
        return part.text()
    if isinstance(part, bool):
        return "是" if part else "否"
    return _as_value(part).text() if not isinstance(part, Undefined) else str(part)
