"""Values as a template sees them: what a fact says, together with the fact that it comes from.

A `Value` can be tested, compared, counted, gone through and asked for its parts like what it holds; printed, it
becomes a run that stays bound. A value that is missing, or was computed from one, is open: false in every test,
and printed as a placeholder. A value without bind was computed, and knows only from which facts.
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


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[["Value", object], bool]:
    """A method that orders two values; nothing comes before or after what is missing."""

    def method(self: "Value", other: object) -> bool:
        return not (self.is_open or is_open(other)) and compare(_order(self.value), _order(plain(other)))

    return method


class Value:
    """A value and, where it has one, the bind under which it prints; `names` are the facts it was computed from.

    Where it is missing, `placeholder` is what it prints, and `value` a sample of its type: a form that does not
    fit is found without values, and a list has items, so that a template never comes out empty.
    """

    __slots__ = ("_items", "_text", "bind", "is_open", "names", "value")

    def __init__(
        self, value: Any, bind: Bind | None = None, names: tuple[str, ...] = (), placeholder: str = ""
    ) -> None:
        self.value = value
        self.bind = bind
        self.names = (bind.name,) if bind else names
        self.is_open = bool(placeholder)
        self._text: str | None = placeholder or None
        self._items: tuple[Value, ...] | None = None

    def text(self) -> str:
        """The text that it prints. Raises Trouble for what no speech can hold."""
        if self._text is None:
            try:
                self._text = print_form(self.value)
            except ValueError as error:
                raise Trouble(str(error), "请改用别的写法。") from error
        return self._text

    def runs(self, occurrence: int) -> tuple[Run, ...]:
        """The runs that it prints; `occurrence` keeps them apart from the same value beside it."""
        bind = self.bind
        if bind is not None:
            bind = Bind(bind.scope, bind.name, bind.form, occurrence)
        return (Run(self.text(), bind=bind, placeholder=self.is_open),)

    def formed(self, name: str, argument: str = "") -> "Value":
        """The value in a form, still bound. Raises Trouble where the form does not fit."""
        try:
            given = apply_form(self.value, chained("", name, argument), bool(self.bind and self.bind.form))
        except ValueError as error:
            raise Trouble(str(error), "请换一个与类型相合的印法，或去掉“|”及其后的内容。") from error
        if self.bind is None:
            return Value(given, None, self.names, self.text() if self.is_open else "")
        bind = replace(self.bind, form=chained(self.bind.form, name, argument))
        return missing(bind, given) if self.is_open or is_blank(given) else Value(given, bind)

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
        return not self.is_open and bool(self.value)

    def __len__(self) -> int:
        return len(self.value) if isinstance(self.value, str) else len(self.items())

    def __iter__(self) -> "Iterator[Value]":
        return iter(self.items())

    def __contains__(self, other: object) -> bool:
        found, wanted = _list(self.value), plain(other)
        if self.is_open or is_open(other):
            return False
        return wanted in (self.text() if found is None else found)

    def __getitem__(self, index: Any) -> Any:
        """An item by its number from 0; one beyond the end of the list is missing. Slices of text are unbound."""
        number = plain(index)
        if isinstance(number, slice) and isinstance(self.value, str):
            return computed(self.text()[number], self)
        items = self.items()
        if isinstance(number, slice):
            return items[number]
        place = number if number >= 0 else len(items) + number
        if place < 0:
            raise IndexError(number)
        return self.formed(f"第{place + 1}项")

    def __hash__(self) -> int:
        return hash(self.value)

    def __eq__(self, other: object) -> bool:
        return not (self.is_open or is_open(other)) and bool(self.value == plain(other))

    __lt__ = _ordered(operator.lt)
    __le__ = _ordered(operator.le)
    __gt__ = _ordered(operator.gt)
    __ge__ = _ordered(operator.ge)


def missing(bind: Bind, sample: FactValue) -> Value:
    """What stands for a fact, field or part without a value; the sample has its type."""
    return Value(sample, bind, placeholder=placeholder_text(bind))


def is_open(value: object) -> bool:
    """Whether a value is missing or was computed from one that is."""
    return isinstance(value, Value) and value.is_open


def plain(value: Any) -> Any:
    """What a value holds, or the value itself if it is none of ours."""
    return value.value if isinstance(value, Value) else value


def computed(result: Any, *parts: object, placeholder: str = "") -> Any:
    """A result that knows from which facts it was computed; as it is where there were none.

    Of what is computed from a missing value that one's placeholder is printed, or the text given.
    """
    open_text = next((str(part) for part in parts if is_open(part)), "")
    names = sources(*parts)
    return Value(result, None, names, open_text and (placeholder or open_text)) if names else result


def sources(*values: object) -> tuple[str, ...]:
    """The facts that values come from, each once."""
    return tuple(dict.fromkeys(name for value in values if isinstance(value, Value) for name in value.names))


def _list(value: object) -> tuple[str, ...] | None:
    return cast(tuple[str, ...], value) if isinstance(value, tuple) else None


def _parts(value: FactValue) -> dict[str, str]:
    return _PERSON_PARTS if isinstance(value, Person) else _DATE_PARTS if isinstance(value, Date) else {}


def _parts_remedy(name: str, parts: dict[str, str]) -> str:
    return near(name, set(parts.values())) if parts else "请去掉小数点及其后的内容。"


def _order(value: Any) -> Any:
    """What a value is ordered by: open parts of a date come before known ones."""
    return (value.year, value.month or 0, value.day or 0) if isinstance(value, Date) else value
