"""A writer's TOML changed in place: comments, order and the writing of everything that stays are kept.

tomlkit knows only ASCII bare keys. Chinese ones are put in quotation marks with a mark in front while it works, and
come out bare again.
"""

import re
from collections.abc import MutableMapping, Sequence
from typing import Any, cast

import tomlkit
from tomlkit.items import AoT, Array, Item, String, StringType, Table, Trivia

from app.core.bare_keys import quoted_keys
from app.core.errors import ReadError
from app.files.toml import TomlLimits, read_toml

_MARK = "\ue000"
_MARKED = re.compile(f'"{_MARK}([\\w-]+)"|{_MARK}')
"""A key that can stand bare, and the mark of one that cannot."""

Names = tuple[str, ...]
"""The ways in which a key may be written; the first of them is how a new one is."""


class EditedTable:
    """One table of an edited text. Values are given as TOML, as in `put(("名称",), '"推进会"')`."""

    def __init__(self, items: MutableMapping[str, Any]) -> None:
        self._items = items

    def names(self) -> tuple[str, ...]:
        """The keys as they are read, in their order."""
        return tuple(key.removeprefix(_MARK) for key in self._items)

    def value(self, names: Names) -> object:
        """The value as it is read, None where there is none."""
        key = self._key(names)
        return _plain(self._items[key]) if key in self._items else None

    def put(self, names: Names, source: str) -> None:
        """Set a value; one that is the same already keeps its writing, a comment behind it stays."""
        key = self._key(names)
        former = self._items.get(key)
        new = cast(Item, tomlkit.parse(quoted_keys(f"值 = {source}\n", _MARK))[f"{_MARK}值"])
        if former is None or _plain(former) != _plain(new):
            self._items[key] = _written_like(former, new)

    def remove(self, names: Names) -> None:
        """Take a value out, if there is one."""
        self._items.pop(self._key(names), None)

    def table(self, names: Names) -> "EditedTable":
        """The table of that name; made where there is none. Raises ReadError where something else is there."""
        key = self._key(names)
        if key not in self._items:
            self._items[key] = _new_table()
        return self._as_table(key)

    def tables(self, names: Names) -> "EditedTable":
        """The table that holds others by name, as 字段 in [字段.单位]; made where there is none."""
        key = self._key(names)
        if key not in self._items:
            self._items[key] = tomlkit.table(is_super_table=True)
            # The tables in it bring their own blank lines.
            self._items[key].trivia.indent = ""
        return self._as_table(key)

    def rename(self, former: str, name: str) -> None:
        """Give the table of a name another one, with all that is in it; it goes to the end."""
        item = self._items.pop(self._key((former,)), None)
        if item is not None:
            self._items[_MARK + name] = item

    def arrange(self, names: Sequence[str]) -> None:
        """Put what is there into this order; names that are not there are passed over."""
        wanted = [self._key((name,)) for name in names]
        wanted = [key for key in wanted if key in self._items]
        if [key for key in self._items if key in wanted] == wanted:
            return
        taken = {key: self._items.pop(key) for key in wanted}
        for key, item in taken.items():
            self._items[key] = item

    def listed(self, names: Names) -> "list[EditedTable]":
        """The tables of [[…]], in their order; none where there are none."""
        found = self._items.get(self._key(names), ())
        return [EditedTable(each) for each in cast(Sequence[Any], found)]

    def put_listed(self, names: Names, tables: "Sequence[EditedTable]") -> None:
        """Set the tables of [[…]]; those that were listed keep their writing."""
        key = self._key(names)
        former = self._items.get(key)
        if isinstance(former, AoT) and [*map(id, former)] == [id(each._items) for each in tables]:
            return
        new = tomlkit.aot()
        for each in tables:
            table = each._items if isinstance(each._items, Table) else _table_of(each._items)
            new.append(table)  # pyright: ignore[reportUnknownMemberType]
        if former is not None and not isinstance(former, AoT):
            self._items.pop(key)
        self._items[key] = new

    def _key(self, names: Names) -> str:
        candidates = [form for name in names for form in (_MARK + name, name)]
        return next((each for each in candidates if each in self._items), _MARK + names[0])

    def _as_table(self, key: str) -> "EditedTable":
        found = self._items[key]
        if not isinstance(found, MutableMapping):
            raise ReadError(f"“{key.removeprefix(_MARK)}”应当是一张表。", "在文字里改好再试。")
        return EditedTable(cast("MutableMapping[str, Any]", found))


class EditedToml(EditedTable):
    """A TOML text under change; `str` gives it as it is now."""

    def __init__(self, text: str, name: str, limits: TomlLimits | None = None, first_line: int = 1) -> None:
        """`name`, `limits` and `first_line` as for `read_toml`, whose errors it raises."""
        read_toml(text.encode(), name, limits, first_line)
        if _MARK in text:
            raise ReadError(f"“{name}”里有不能用的字符。", "删去看不见的字符再试。")
        self._document = tomlkit.parse(quoted_keys(text, _MARK))
        super().__init__(self._document)

    def __str__(self) -> str:
        return _MARKED.sub(lambda match: match[1] or "", tomlkit.dumps(self._document))


def new_listed() -> EditedTable:
    """A table to be put among those of [[…]]."""
    return EditedTable(_new_table())


def _new_table() -> Table:
    table = tomlkit.table()
    table.trivia.indent = "\n"
    return table


def _table_of(items: MutableMapping[str, Any]) -> Table:
    table = _new_table()
    for key, value in items.items():
        table[key] = value
    return table


def _written_like(former: object, new: Item) -> Item:
    """The new value in several lines where it has some, or where the former value had."""
    lines = isinstance(former, Item) and "\n" in former.as_string()
    if isinstance(new, String) and ("\n" in new or lines):
        # The newline behind the quotation marks is not part of the text: all its lines stand at the margin.
        written = tomlkit.string(new, multiline=True).as_string()[3:-3]
        return String(StringType.MLB, new, f"\n{written}", Trivia())
    if isinstance(new, Array) and lines:
        return new.multiline(True)
    return new


def _plain(value: object) -> object:
    """A value as it is read, its keys without marks."""
    value = value.unwrap() if isinstance(value, Item) else value
    return _unmarked(value)


def _unmarked(value: object) -> object:
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return {key.removeprefix(_MARK): _unmarked(each) for key, each in pairs}
    if isinstance(value, list):
        return [_unmarked(each) for each in cast("list[object]", value)]
    return value
