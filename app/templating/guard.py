"""What bounds a template: steps, length, time, and the size of what it computes.

Jinja's sandbox bounds none of them (loops over small ranges run for minutes, `"a" * 10 ** 10` fills the memory),
so everything that repeats or grows spends from one budget; between two spendings only little can happen.
"""

from collections.abc import Callable
from decimal import Decimal
from time import monotonic
from typing import Any

from app.templating.problems import Trouble

SOURCE_LIMIT = 50_000  # characters of a template
STEPS = 100_000  # runs through loops, calls of macros, items looked at
CHARACTERS = 200_000  # of output
BULK = 4_000_000  # characters of the template's own text copied within loops
SECONDS = 2.0
RANGE_LIMIT = 10_000
_CONTENTS = (str, list, tuple)
_BITS = 200  # of integers that take part in arithmetic


class Budget:
    """What one rendering may still spend. Every method raises Trouble when there is nothing left."""

    __slots__ = ("_bulk", "_characters", "_clock", "_deadline", "_seconds", "_steps")

    def __init__(self, seconds: float = SECONDS, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._seconds = seconds
        self._deadline = clock() + seconds
        self._steps = STEPS
        self._characters = CHARACTERS
        self._bulk = BULK

    def spend(self, steps: int) -> None:
        """Take so many steps."""
        self._steps -= steps
        if self._steps < 0:
            raise Trouble(f"循环太多，超过了 {STEPS:,} 步。", "请减少循环的层数或次数。")
        if self._clock() > self._deadline:
            raise Trouble(f"模板运行超过了 {self._seconds:g} 秒。", "请减少循环的层数或次数。")

    def copy(self, characters: int) -> None:
        """Repeat so many characters of the template."""
        self._bulk -= characters
        if self._bulk < 0:
            raise Trouble("循环里的文字重复得太多。", "请减少循环的次数，或把文字移到循环外面。")

    def write(self, characters: int) -> None:
        """Put out so many characters; an empty output counts as one."""
        self._characters -= characters or 1
        if self._characters < 0:
            raise Trouble(f"印出的文字超过了 {CHARACTERS:,} 字。", "请减少循环的次数。")


def calculated(sign: str, left: Any, right: Any) -> Any:
    """The result of an operation on plain values. Raises Trouble for what could grow without bounds."""
    if sign == "**":
        raise Trouble("模板里不能用乘方（**）。", "请把算好的数写进事实。")
    if sign == "+" and type(left) is type(right) and type(left) in _CONTENTS:
        bound(len(left) + len(right))
        return left + right
    if sign == "*" and (type(left) in _CONTENTS or type(right) in _CONTENTS):
        return _repeated(left, right)
    first, second = _operand(left, right), _operand(right, left)
    match sign:
        case "+":
            return first + second
        case "-":
            return first - second
        case "*":
            return first * second
        case "/":
            return first / second
        case "//":
            return first // second
        case _:
            return first % second


def _repeated(left: Any, right: Any) -> Any:
    times, content = (left, right) if isinstance(left, int) else (right, left)
    if not isinstance(times, int):
        raise Trouble("文字不能相乘。", "文字相接请用 ~。")
    bound(len(content) * abs(times))
    return content * times


def bound(size: int) -> None:
    """Raise Trouble for one content of more than RANGE_LIMIT characters or items."""
    if size > RANGE_LIMIT:
        raise Trouble(f"一项内容超过了 {RANGE_LIMIT:,} 字（项）。", "请缩短，或分成几项。")


def _operand(value: Any, other: Any) -> Any:
    """A number that may be computed with; exact where the other one is."""
    if not isinstance(value, int | float | Decimal):
        raise Trouble("只有数目才能计算。", "文字相接请用 ~；百分号直接写在文字里。")
    if isinstance(value, int) and value.bit_length() > _BITS:
        raise Trouble("参加计算的数太大。", "请换算成万或亿。")
    return Decimal(str(value)) if isinstance(value, float) and isinstance(other, Decimal) else value


def bounded_range(*limits: Any) -> range:
    """`range` of templates. Raises Trouble for more than RANGE_LIMIT numbers."""
    numbers = [getattr(limit, "value", limit) for limit in limits]
    whole = all(isinstance(number, int) and abs(number) < 2**62 for number in numbers)
    if not whole or not 1 <= len(numbers) <= 3 or numbers[2:] == [0]:
        raise Trouble("range 的括号里要写一到三个整数。", "例如 range(3) 或 range(1, 4)。")
    found = range(*numbers)
    if len(found) > RANGE_LIMIT:
        raise Trouble(f"range 一次最多 {RANGE_LIMIT:,} 个数。", "请减少次数。")
    return found
