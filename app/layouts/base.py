"""The `[base]` of a layout: a unit's own Word file, and which of its styles stand for which kind."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.core.errors import ReadError
from app.layouts.model import STYLES, Base
from app.layouts.table import Table

BASE_SUFFIXES = (".docx", ".dotx")
"""What can be a base: files that hold no macros."""


def read_base(table: Table) -> Base | None:
    """The table; None where it names no file.

    Only the name of a file can be given, never a path: a layout that somebody sent does not choose files
    elsewhere. Raises ReadError for what is no such name, and for kinds that there are not.
    """
    name = table.text("文件", "")
    styles = table.optional("styles")
    named = {kind: style for kind in STYLES if (style := styles.text(kind, ""))}
    styles.done()
    table.done()
    if not name:
        return None
    if Path(name).name != name or "\\" in name or ":" in name or not name.lower().endswith(BASE_SUFFIXES):
        raise table.fault(
            f"“文件”写的是“{name}”，不能用", "写同一文件夹里 .docx 或 .dotx 文件的名字，不带路径。"
        )
    return Base(name, named)


def base_values(base: Base | None) -> Iterator[tuple[str, str, str]]:
    """Table, key and value of each line of the table; what is empty holds as not written."""
    yield "base", "文件", "" if base is None else base.file
    for kind in STYLES:
        yield "base.styles", kind, "" if base is None else base.styles.get(kind, "")


def base_file(base: Base, layout: str, folders: Sequence[Path]) -> Path:
    """The file in the first folder that has it; `layout` is the ID of the layout, for messages.

    Raises ReadError where none has.
    """
    found = next((path for folder in folders if (path := folder / base.file).is_file()), None)
    if found is None:
        raise ReadError(
            f"版式“{layout}”所用的单位模板“{base.file}”不见了。",
            "把这个文件放回版式所在的文件夹，或在“版式”菜单里重新选一次单位的 Word 模板。",
        )
    return found
