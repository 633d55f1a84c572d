"""Reading one table of a layout file: every value checked, every mistake named by its key in Chinese."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeVar, cast

from app.core.errors import ReadError

T = TypeVar("T")

MILLIMETRE = Decimal(1440) / Decimal("25.4")
"""Twips of a millimetre."""
SIZES = {
    "初号": 84, "小初": 72, "一号": 52, "小一": 48, "二号": 44, "小二": 36,
    "三号": 32, "小三": 30, "四号": 28, "小四": 24, "五号": 21, "小五": 18,
}  # fmt: skip
"""The trade's names for font sizes, in half-points (facts/standards.md §1.2)."""


class Table:
    """The keys of one table, taken one by one; `done` refuses those that nobody took."""

    def __init__(self, values: Mapping[str, Any], file: str, where: str = "") -> None:
        self._values = values
        self._file = file
        self._where = where
        self._known: list[str] = []

    def number(self, key: str, low: float, high: float, default: float | None = None) -> Decimal:
        """A number between `low` and `high`; `default` None means that the key must be there."""
        value = self._take(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise self.fault(f"“{key}”要写数字", f"写 {low:g} 到 {high:g} 之间的数，不加引号和单位。")
        number = Decimal(str(value))
        if not (number.is_finite() and Decimal(str(low)) <= number <= Decimal(str(high))):
            raise self.fault(f"“{key}”是 {number:g}，太大或太小", f"写 {low:g} 到 {high:g} 之间的数。")
        return number

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number; None when the key is not there."""
        if self._take(key, 0) == 0:
            return None
        number = self.number(key, low, high)
        if number != int(number):
            raise self.fault(f"“{key}”要写整数", f"写 {low} 到 {high} 之间的整数。")
        return int(number)

    def millimetres(self, key: str, low: float, high: float, default: float | None = None) -> int:
        """A length given in millimetres, in twips; `default` is in millimetres."""
        return round(self.number(key, low, high, default) * MILLIMETRE)

    def points(self, key: str, low: float, high: float, default: int | None = None) -> int:
        """A length given in points, in twips; `default` is in twips."""
        return round(self.number(key, low, high, None if default is None else default / 20) * 20)

    def hundredths(self, key: str, low: float, high: float, default: float) -> int:
        """A number of characters or lines, in hundredths."""
        return round(self.number(key, low, high, default) * 100)

    def size(self, key: str, default: str | None = None) -> int:
        """A font size by its name (三号) or in points, in half-points; `default` is a name."""
        value = self._take(key, default)
        if isinstance(value, str):
            if value not in SIZES:
                raise self.fault(f"“{key}”没有“{value}”这个字号", f"写 {'、'.join(SIZES)}，或写磅数。")
            return SIZES[value]
        number = self.number(key, 5, 72) * 2
        if number != int(number):
            raise self.fault(f"“{key}”的磅数只能是整数或半数", "如 16、10.5。")
        return int(number)

    def flag(self, key: str, default: bool) -> bool:
        """Yes or no."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.fault(f"“{key}”只能写 true 或 false", "true 表示是，false 表示否，不加引号。")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A text of one line, which may only be empty if that is the default."""
        value = self._take(key, default)
        if default == value == "":
            return ""
        if not isinstance(value, str) or not _is_line(value):
            raise self.fault(f"“{key}”要写一行文字", "写在一对半角引号里，不要空着。")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when the key is not there."""
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self.fault(f"“{key}”要写成一列文字", '写成 ["仿宋", "FangSong"] 这样。')
        items = cast("list[object]", value)
        if not all(isinstance(item, str) and _is_line(item) for item in items):
            raise self.fault(f"“{key}”里有不是文字的一项", '写成 ["仿宋", "FangSong"] 这样。')
        return tuple(str(item) for item in items)

    def choice(self, key: str, choices: Mapping[str, T], default: str | None = None) -> T:
        """One of some words, as what it stands for."""
        value = self._take(key, default)
        if not isinstance(value, str) or value not in choices:
            raise self.fault(f"“{key}”写的是“{value}”", f"只能写 {'、'.join(choices)}，用半角引号括起来。")
        return choices[value]

    def table(self, key: str) -> "Table":
        """The table under this one that must be there."""
        value = self._take(key)
        if not isinstance(value, dict):
            raise self.fault(f"“{key}”要写成一张表", f"写成 [{self._path(key)}]，下面一行写一项。")
        return Table(cast("dict[str, Any]", value), self._file, self._path(key))

    def optional(self, key: str) -> "Table":
        """The table under this one, an empty one when the key is not there."""
        return self.table(key) if key in self._values else self._empty(key)

    def _empty(self, key: str) -> "Table":
        self._known.append(key)
        return Table({}, self._file, self._path(key))

    def names(self) -> tuple[str, ...]:
        """The names of all entries, in the order of the file."""
        return tuple(self._values)

    def done(self) -> None:
        """Refuse what nobody asked for: most often a slip of the pen."""
        for key in self._values:
            if key not in self._known:
                from difflib import get_close_matches  # start-up counts

                near = get_close_matches(key, self._known, 1, 0.5)
                remedy = f"是不是“{near[0]}”？" if near else f"这里可以写：{'、'.join(self._known)}。"
                raise self.fault(f"有不认识的“{key}”", remedy)

    def fault(self, what: str, remedy: str) -> ReadError:
        """An error about this table."""
        place = f"的 [{self._where}] 里" if self._where else ""
        return ReadError(f"版式“{self._file}”{place}，{what}。", remedy)

    def _take(self, key: str, default: object = None) -> object:
        self._known.append(key)
        value = self._values.get(key, default)
        if value is None:
            kind = "一张表" if not self._where else "一项"
            raise self.fault(f"少了{kind}“{key}”", '补上，或在开头写 基于 = "gb9704"，没写的都照它。')
        return value

    def _path(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key


def _is_line(text: str) -> bool:
    """Whether a text is one line with something in it; a full-width space is as good as any."""
    return 0 < len(text) <= 200 and text.replace("\u3000", " ").isprintable() and not text.isspace()
