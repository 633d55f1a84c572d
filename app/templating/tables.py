"""A TOML table that a writer may have made: keys in Chinese or English, mistakes told in Chinese."""

from collections.abc import Mapping, Sequence
from typing import cast

from app.core.errors import ReadError
from app.core.facts import FactValue
from app.core.markup_values import read_value
from app.templating.problems import near


class Table:
    """The values of one table by their English keys.

    `words` gives the Chinese key of each English one, `where` is what messages call the table. Raises
    ReadError for a key that is neither, for one that is there twice, and by each reader for a value that
    is not of its type.
    """

    def __init__(self, values: Mapping[str, object], words: Mapping[str, str], where: str) -> None:
        self._values: dict[str, object] = {}
        self._words = words
        self._where = where
        english = {chinese: key for key, chinese in words.items()}
        for name, value in values.items():
            key = english.get(name, name)
            if key not in words:
                raise ReadError(f"{where}里的“{name}”不认识。", near(name, words.values()))
            if key in self._values:
                raise ReadError(f"{where}里“{words[key]}”写了两次。", "中文、英文写法只留一个。")
            self._values[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def text(self, key: str) -> str:
        """A text without blanks at its ends, empty where it is missing."""
        value = self._values.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(key, "应当是文字", "用半角双引号括起来。")
        return value.strip()

    def needed_text(self, key: str) -> str:
        """A text that must say something."""
        text = self.text(key)
        if not text:
            word = self._words[key]
            raise ReadError(f"{self._where}没有写“{word}”。", f'补上一行：{word} = "…"。')
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where it is missing."""
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(key, "应当是一组文字", '写成 ["…", "…"]。')
        return tuple(value.strip() for value in cast(Sequence[str], values))

    def count(self, key: str) -> int | None:
        """A number of at least 0 and at most a million, None where it is missing."""
        value = self._values.get(key)
        if value is None:
            return None
        if not _is_count(value):
            raise self._wrong(key, "应当是一个整数", f"写成 {self._words[key]} = 800，不加引号。")
        return cast(int, value)

    def span(self, key: str) -> tuple[int, int] | None:
        """From and to, None where it is missing."""
        values = self._list(key)
        if not values and key not in self:
            return None
        if len(values) != 2 or not all(map(_is_count, values)) or cast(int, values[0]) > cast(int, values[1]):
            raise self._wrong(key, "应当是从小到大的两个整数", f"写成 {self._words[key]} = [3500, 5000]。")
        return cast(int, values[0]), cast(int, values[1])

    def flag(self, key: str, default: bool = False) -> bool:
        """Yes or no."""
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, "应当是 true 或 false", f"写成 {self._words[key]} = true，不加引号。")
        return value

    def value(self, key: str) -> FactValue | None:
        """A value of any type that facts can have, None where it is missing."""
        return read_value(self._words[key], self._values[key]) if key in self else None

    def tables(self, key: str) -> tuple[Mapping[str, object], ...]:
        """A list of tables, empty where it is missing."""
        values = self._list(key)
        if not all(isinstance(value, dict) for value in values):
            raise self._wrong(key, "应当是一组表", f"每一个写成 [[{self._words[key]}]] 一行，下面逐行写。")
        return tuple(cast(Sequence[Mapping[str, object]], values))

    def named_tables(self, key: str) -> Mapping[str, Mapping[str, object]]:
        """Tables by their names, in their order; empty where it is missing."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "应当是表", f"每一个写成 [{self._words[key]}.名称] 一行，下面逐行写。")
        return tables_of(cast(Mapping[str, object], value), self._where, f"{self._words[key]}.")

    def _list(self, key: str) -> Sequence[object]:
        value = self._values.get(key, [])
        if not isinstance(value, list):
            raise self._wrong(key, "应当写在方括号里", f"写成 {self._words[key]} = […]。")
        return cast(Sequence[object], value)

    def _wrong(self, key: str, what: str, remedy: str) -> ReadError:
        return ReadError(f"{self._where}的“{self._words[key]}”{what}。", remedy)


def tables_of(
    values: Mapping[str, object], where: str, prefix: str = ""
) -> Mapping[str, Mapping[str, object]]:
    """Tables by their names. Raises ReadError for a value that is none."""
    for name, value in values.items():
        if not isinstance(value, dict):
            raise ReadError(f"{where}里的“{name}”应当是一张表。", f"写成 [{prefix}{name}] 一行，下面逐行写。")
    return cast(Mapping[str, Mapping[str, object]], values)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1_000_000
