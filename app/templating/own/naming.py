"""The 名称 of what a file holds, and the file names that a layout's text says, changed in the text."""

from pathlib import Path

from app.core.errors import UsageError
from app.core.markup_values import print_value
from app.files.toml_edit import EditedToml
from app.templating.file_text import LIMITS
from app.templating.front_matter import FENCE, split_text
from app.templating.own.kinds import BASE_SUFFIXES, OwnKind

NAME = ("名称", "name")
_BASED = ("基于",)
_BASE, _FILE = ("base",), ("文件",)


def with_name(text: str, kind: OwnKind, name: str) -> str:
    """The text with another 名称 in it. Raises ReadError, UsageError for an empty one."""
    if not name.strip():
        raise UsageError("名称是空的。", "写一个名称。")
    where = f"{kind.word}的文件"
    head, body = text, ""
    if kind is OwnKind.SECTIONS:
        head, body, _ = split_text(text, where)
    toml = EditedToml(head, where, LIMITS)
    toml.put(NAME, print_value(name.strip()))
    return f"{FENCE}\n{toml}\n{FENCE}\n{body}" if kind is OwnKind.SECTIONS else str(toml)


def name_in(text: str) -> str:
    """The 名称 that the text of a TOML file says, empty for none. Raises ReadError."""
    return str(EditedToml(text, "文件", LIMITS).value(NAME) or "")


def based_on(text: str) -> str:
    """The ID of the layout on which that of a text stands, empty for none. Raises ReadError."""
    return str(EditedToml(text, "版式的文件").value(_BASED) or "")


def with_based_on(text: str, layout_id: str) -> str:
    """The text of a layout that stands on another."""
    toml = EditedToml(text, "版式的文件")
    toml.put(_BASED, print_value(layout_id))
    return str(toml)


def base_file(text: str) -> str:
    """The name of the Word file that a layout's text says lies beside it, empty for none. Raises ReadError."""
    toml = EditedToml(text, "版式的文件")
    if not isinstance(toml.value(_BASE), dict):
        return ""
    return str(toml.table(_BASE).value(_FILE) or "")


def base_beside(path: Path, text: str) -> Path | None:
    """The Word file beside the layout of that path and text, which has its ID; None where there is none."""
    name = base_file(text)
    beside = path.with_suffix(Path(name).suffix)
    return beside if beside.name == name and beside.suffix in BASE_SUFFIXES and beside.is_file() else None


def with_base_file(text: str, name: str) -> str:
    """The text of a layout with another Word file beside it."""
    toml = EditedToml(text, "版式的文件")
    toml.table(_BASE).put(_FILE, print_value(name))
    return str(toml)
