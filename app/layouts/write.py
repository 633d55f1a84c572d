"""A Layout into the text of its file: only what differs from the layout it stands on."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Any

from app.files.toml_edit import EditedTable, EditedToml
from app.layouts.build import build_layout
from app.layouts.model import Layout
from app.layouts.read import BASE
from app.layouts.values import Entry, Value, entries

_HEAD = "# 版式：用记事本也能改；没有写的各项照“基于”的版式。\n"
_BARE = re.compile(r"[\w-]+")


def layout_text(layout: Layout, base: str = "", below: Mapping[str, Any] | None = None) -> str:
    """The text of a file that is read as this layout, but for its ID, which the file's name is.

    `base` is the ID of the layout it stands on and `below` that one's complete table (`layout_values`): what
    is as there is not written. Without them, and where the layout lacks a font that its base has, which a
    file cannot say, everything is written.
    """
    stands = stands_on(layout, base, below)
    lines = [_line(BASE, base)] if stands else []
    for path, group in groupby(needed(layout, below if stands else None), key=attrgetter("path")):
        if path:
            lines += ["", f"[{'.'.join(map(_key, path))}]"]
        lines += [_line(entry.key, entry.value) for entry in group]
    return _HEAD + "\n".join(["", *lines, ""])


def changed_text(former: str, layout: Layout, base: str = "", below: Mapping[str, Any] | None = None) -> str:
    """The text that a layout's file has so far, made to be read as this layout; `base` and `below` as above.

    Comments and the order of lines stay.
    """
    stands = stands_on(layout, base, below)
    toml = EditedToml(former, f"{layout.id}.toml")
    _set(toml, BASE, json.dumps(base) if stands else None)
    wanted = {(each.table, each.key) for each in needed(layout, below if stands else None)}
    for entry in entries(layout):
        table = _table(toml, entry.path, make=(entry.table, entry.key) in wanted)
        if table is not None:
            _set(table, entry.key, source(entry.value) if (entry.table, entry.key) in wanted else None)
    if "fonts" in toml.names():
        fonts = toml.tables(("fonts",))
        for name in set(fonts.names()) - set(layout.fonts):
            fonts.remove((name,))
    return str(toml)


def _table(toml: EditedTable, path: Sequence[str], make: bool) -> EditedTable | None:
    """The table of a path; None where it is not there and is not to be made."""
    for at, name in enumerate(path):
        if not make and name not in toml.names():
            return None
        toml = toml.tables((name,)) if at < len(path) - 1 else toml.table((name,))
    return toml


def _set(table: EditedTable, key: str, written: str | None) -> None:
    if written is None:
        table.remove((key,))
    else:
        table.put((key,), written)


def stands_on(layout: Layout, base: str, below: Mapping[str, Any] | None) -> bool:
    """Whether a file can say the layout as what differs from its base: fonts cannot be taken away."""
    return bool(base) and below is not None and set(below.get("fonts", {})) <= set(layout.fonts)


def needed(layout: Layout, below: Mapping[str, Any] | None) -> Iterator[Entry]:
    """The lines that a file needs that stands on this table; None: on nothing."""
    under = {} if below is None else _said(below)
    for entry in entries(layout):
        without = under.get((entry.table, entry.key), entry.default)
        # Every file has its name: it is what a writer looks for.
        if entry.value != without or (entry.table, entry.key) == ("", "名称"):
            yield entry


def _said(below: Mapping[str, Any]) -> dict[tuple[str, str], Value]:
    """What a table says, in the words in which we write it."""
    layout = build_layout("", below, checked=False)
    found: dict[tuple[str, str], Value] = {}
    for entry in entries(layout):
        table = below
        for name in entry.path:
            table = table.get(name, {})
        if entry.key in table:
            found[entry.table, entry.key] = entry.value
    return found


def _line(key: str, value: Value) -> str:
    return f"{_key(key)} = {source(value)}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def source(value: Value) -> str:
    """A value as TOML; its strings are one line and printable, which JSON writes in the same way."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(source, value))}]"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False)
