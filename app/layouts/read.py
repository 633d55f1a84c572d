"""A layout file into a Layout: what it says, laid over what the layout says on which it stands."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from app.core.errors import ReadError
from app.files.toml import read_toml
from app.layouts.build import build_layout
from app.layouts.counting import counted_anew
from app.layouts.model import Layout

BASE = "基于"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_MOST_BASES = 10
"""Layouts that may stand on one another; each is read for every one above it."""


def read_layout(path: Path, folders: Sequence[Path] = ()) -> Layout:
    """The layout in a TOML file; its ID is the file's name without ending.

    A file that says 基于 = "ID" holds only what differs from that layout, which is looked for beside it
    and in `folders`; lines and characters that follow from what differs are counted (`app.layouts.counting`).
    Raises ReadError, naming the key, for what is missing, unknown or impossible: also when the lines and
    characters of the grid are not those that fit the type area.
    """
    return build_layout(path.stem, layout_values(path, folders))


def layout_values(path: Path, folders: Sequence[Path] = ()) -> dict[str, Any]:
    """All that a layout file says, what it takes from the layout it stands on with it, as one table.

    Raises ReadError as `read_layout` does.
    """
    return _merged(path, folders, ())


def is_layout_id(text: str) -> bool:
    """Whether a text can be the ID of a layout: letters, digits, - and _."""
    return _ID.fullmatch(text) is not None


def layout_file(layout_id: str, folders: Sequence[Path], but: Sequence[Path] = ()) -> Path | None:
    """The file of the layout with this ID in the first folder that has one; None when none has.

    The files of `but` do not count.
    """
    if not is_layout_id(layout_id):
        return None
    files = (folder / f"{layout_id}.toml" for folder in folders)
    return next((file for file in files if file.is_file() and file.resolve() not in but), None)


def _merged(path: Path, folders: Sequence[Path], above: tuple[Path, ...]) -> dict[str, Any]:
    """The file's content laid over that of its base; `above` are the files that stand on it."""
    values = read_toml(path)
    base = values.pop(BASE, None)
    if base is None:
        return values
    if len(above) == _MOST_BASES:
        raise ReadError(f"版式“{path.stem}”一个基于一个，超过 {_MOST_BASES} 层。", f"直接“{BASE}”最下面的。")
    # A writer's own layout may stand on the program's of the same ID.
    above = (*above, path.resolve())
    file = layout_file(base, (path.parent, *folders), above) if isinstance(base, str) else None
    if file is None:
        what = f"版式“{path.stem}”所基于的“{base}”没有找到，或者它又基于自己。"
        raise ReadError(what, f"检查“{BASE}”后面的名字是否写对。")
    below = _merged(file, folders, above)
    # Its own mistakes are to be told under its own name.
    build_layout(file.stem, below)
    return counted_anew(path.stem, _over(values, below), values)


def _over(upper: dict[str, Any], lower: dict[str, Any]) -> dict[str, Any]:
    """Two tables in one: tables are joined key by key, of other values the upper one holds."""
    joined = dict(lower)
    for key, value in upper.items():
        below = lower.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            joined[key] = _over(cast("dict[str, Any]", value), cast("dict[str, Any]", below))
        else:
            joined[key] = value
    return joined
