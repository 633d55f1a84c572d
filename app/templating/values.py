"""Values as a template sees them: what a fact says, together with the fact that it comes from.

A `Value` can be tested, compared, counted, gone through and asked for its parts like what it holds; printed, it
becomes a run that stays bound. `Missing` stands for a fact without a value: false in every test, and printed as a
placeholder bound to the fact. A `Value` without bind was computed, and knows only from which facts.
"""

import operator
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

from app.core.draft import Bind, Run
from app.core.facts import Date, FactValue, Person
from app.templating.forms import apply_form, chained, is_blank, placeholder_text, print_form
from app.templating.problems import Trouble, near

_PERSON_PARTS = {"姓名": "姓名", "职务": "职务", "name": "姓名", "post": "职务"}
_DATE_PARTS = {"年": "年", "月": "月", "日": "日", "year": "年", "month": "月", "day": "日"}


def _compared(compare: Callable[[Any, Any], bool]) -> Callable[["Value", object], bool]:
    """A method that orders two values; nothing comes before or after what is missing."""

    def method(self: "Value", other: object) -> bool:
        return not isinstance(other, Missing) and compare(_order(self.value), _order(plain(other)))

    return method


class Value:
    """A value and, where it has one, the bind under which it prints; `names` are the facts it was computed from.

    `is_open` marks computed text that holds the placeholder of a missing value.
    """

    __slots__ = ("_items", "_text", "bind", "is_open", "names", "value")

    def __init__(
        self, value: Any, bind: Bind | None = None, names: tuple[str, ...] = (), is_open: bool = False
    ) -> None:
        self.value = value
        self.bind = bind
        self.names = (bind.name,) if bind else names
        self.is_open = is_open
        self._text: str | None = None
        self._items: tuple[Value, ...] | None = None

    def text(self) -> str:
        """The text that it prints. Raises Trouble for what no speech can hold."""
        if self._text is None:
            try:
                self._text = print_form(self.value)
            except ValueError as error:
                raise Trouble(str(error), "请改用别的写法。") from error
        return self._text

    def run(self, occurrence: int) -> Run:
        """The run that it prints; `occurrence` keeps it apart from the same value beside it."""
        bind = self.bind
        if bind is not None:
            bind = Bind(bind.scope, bind.name, bind.form, occurrence)
        return Run(self.text(), bind=bind, placeholder=self.is_open)

    def formed(self, name: str, argument: str = "") -> "Value":
        """The value in a form, still bound. Raises Trouble where the form does not fit."""
        given = _given(self.value, name, argument)
        if self.bind is None:
            return Value(given, None, self.names, self.is_open)
        bind = replace(self.bind, form=chained(self.bind.form, name, argument))
        if is_blank(given):
            return Missing(bind, given)
        return Value(given, bind)

    def part(self, name: str) -> "Value":
        """A part of a person or a date (姓名, 职务, 年, 月, 日). Raises Trouble for any other."""
        parts = _parts(self.value)
        if name not in parts:
            raise Trouble(f"“{self._name()}”没有“{name}”这一部分。", _parts_remedy(name, parts))
        return self.formed(parts[name])

    def items(self) -> "tuple[Value, ...]":
        """The items of a list, each bound to its place. Raises Trouble for what is no list."""
        if self._items is None:
            found = _list(self.value)
            if found is None:
                raise Trouble(f"“{self._name()}”不是清单，不能逐项写。", "只有类型是清单的事实可以用于 for。")
            self._items = tuple(self.formed(f"第{number}项") for number in range(1, len(found) + 1))
        return self._items

    def _name(self) -> str:
        return "、".join(self.names) or self.text()

    def __str__(self) -> str:
        return self.text()

    def __bool__(self) -> bool:
        return bool(self.value)

    def __len__(self) -> int:
        return len(self.value) if isinstance(self.value, str) else len(self.items())

    def __iter__(self) -> "Iterator[Value]":
        return iter(self.items())

    def __contains__(self, other: object) -> bool:
        wanted = plain(other)
        found = _list(self.value)
        if found is not None:
            return wanted in found
        return isinstance(wanted, str) and wanted in self.text()

    def __getitem__(self, index: Any) -> Any:
        if isinstance(self.value, str) and isinstance(index, slice):
            return Value(self.text()[index], None, self.names, self.is_open)
        items: Any = self.items()
        return items[plain(index)]

    def __hash__(self) -> int:
        return hash(self.value)

    def __eq__(self, other: object) -> bool:
        return not isinstance(other, Missing) and bool(self.value == plain(other))

    __lt__ = _compared(operator.lt)
    __le__ = _compared(operator.le)
    __gt__ = _compared(operator.gt)
    __ge__ = _compared(operator.ge)


class Missing(Value):
    """A fact, field or part without a value. `sample` has its type, so that a wrong form is found without values.

    A missing list has as many items as its example, else two: a template never comes out empty.
    """

    __slots__ = ()
    bind: Bind

    def __init__(self, bind: Bind, sample: FactValue) -> None:
        super().__init__(sample, bind, is_open=True)

    def text(self) -> str:
        """The placeholder with its brackets."""
        return placeholder_text(self.bind)

    def formed(self, name: str, argument: str = "") -> Value:
        """Still missing, but in that form. Raises Trouble where the form would not fit a value."""
        given = _given(self.value, name, argument)
        return Missing(replace(self.bind, form=chained(self.bind.form, name, argument)), given)

    def __bool__(self) -> bool:
        return False

    def __contains__(self, other: object) -> bool:
        return False

    def __getitem__(self, index: Any) -> Any:
        return super().__getitem__(index) if _list(self.value) is not None else self

    def __hash__(self) -> int:
        return hash(self.bind)

    def __eq__(self, other: object) -> bool:
        return False

    def _never(self, other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _never


def plain(value: Any) -> Any:
    """What a value holds, or the value itself if it is none of ours."""
    return value.value if isinstance(value, Value) else value


def computed(result: Any, *parts: object) -> Any:
    """A result that knows from which facts it was computed; as it is where there were none."""
    names = sources(*parts)
    is_open = any(isinstance(part, Value) and part.is_open for part in parts)
    return Value(result, None, names, is_open) if names else result


def sources(*values: object) -> tuple[str, ...]:
    """The facts that values come from, each once."""
    return tuple(dict.fromkeys(name for value in values if isinstance(value, Value) for name in value.names))


def _list(value: object) -> tuple[str, ...] | None:
    return cast(tuple[str, ...], value) if isinstance(value, tuple) else None


def _given(value: FactValue, name: str, argument: str) -> FactValue:
    try:
        given = apply_form(value, chained("", name, argument))
    except ValueError as error:
        raise Trouble(str(error), "请换一个与类型相合的印法，或去掉“|”及其后的内容。") from error
    return given


def _parts(value: FactValue) -> dict[str, str]:
    return _PERSON_PARTS if isinstance(value, Person) else _DATE_PARTS if isinstance(value, Date) else {}


def _parts_remedy(name: str, parts: dict[str, str]) -> str:
    return near(name, set(parts.values())) if parts else "请去掉小数点及其后的内容。"


def _order(value: Any) -> Any:
    """What a value is ordered by: open parts of a date come before known ones."""
    return (value.year, value.month or 0, value.day or 0) if isinstance(value, Date) else value
