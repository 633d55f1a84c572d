"""Finding a layout by its ID or file, and listing those there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import AppError, UsageError
from app.layouts.model import Layout
from app.layouts.read import layout_file, read_layout

DEFAULT = "gb9704"
"""The layout of a draft that names none."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The layouts there are, and what was wrong with those that could not be read."""

    layouts: tuple[Layout, ...]
    faults: tuple[AppError, ...]


def find_layout(id_or_path: str, folders: Sequence[Path]) -> Layout:
    """The layout with this ID in the first folder that has it, or in the file whose path is given.

    What ends in `.toml` is a path. Raises UsageError, naming those there are, for an unknown ID, and
    ReadError for a file that is missing or wrong.
    """
    if id_or_path.endswith(".toml"):
        return read_layout(Path(id_or_path), folders)
    file = layout_file(id_or_path, folders)
    if file is None:
        known = "、".join(f"{layout.id}（{layout.name}）" for layout in list_layouts(folders).layouts)
        raise UsageError(f"没有叫“{id_or_path}”的版式。", f"可用的有：{known}；也可以写 .toml 文件的路径。")
    return read_layout(file, folders)


def list_layouts(folders: Sequence[Path]) -> Shelf:
    """All layouts of the folders, the default first, then by ID; of the same ID the first folder's holds."""
    ids = {file.stem for folder in folders for file in folder.glob("*.toml")}
    layouts: list[Layout] = []
    faults: list[AppError] = []
    for layout_id in sorted(ids, key=lambda each: (each != DEFAULT, each)):
        file = layout_file(layout_id, folders)
        try:
            if file is None:
                raise UsageError(f"版式“{layout_id}.toml”的文件名不能用。", "只用英文字母、数字和 - _。")
            layouts.append(read_layout(file, folders))
        except AppError as error:
            faults.append(error)
    return Shelf(tuple(layouts), tuple(faults))
