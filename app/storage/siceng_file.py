"""Reading and saving of `.siceng` files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import ReadError, WriteError
from app.files.archive import read_archive, write_archive
from app.files.atomic import Written, write_bytes
from app.storage.schema import VERSION, decode, encode

MIMETYPE = b"application/x-siceng"
_MIMETYPE, _DRAFT = "mimetype", "draft.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file looked like on the disk, to notice that somebody else changed it. Size in bytes."""

    size: int
    modified: int
    """Nanoseconds, as the file system tells."""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A draft with what else was in its file and what the file looked like.

    `read_only` is a sentence for the writer why this file must not be saved over, None where it may.
    """

    draft: Draft
    path: Path
    stamp: Stamp
    others: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Members that this version does not know: kept when the draft is saved."""
    read_only: str | None = None


def read_siceng(path: Path) -> OpenedFile:
    """The draft in a file. Raises ReadError for what is missing, damaged, hostile or no `.siceng` file."""
    stamp = stamp_of(path)
    members = read_archive(path)
    if members.get(_MIMETYPE, b"").strip() != MIMETYPE or _DRAFT not in members:
        raise ReadError(f"“{path.name}”不是四层讲稿的文件。", "请选择 .siceng 文件。")
    draft, version = decode(members[_DRAFT], path.name)
    others = {name: data for name, data in members.items() if name not in (_MIMETYPE, _DRAFT)}
    newer = None
    if version > VERSION:
        newer = f"“{path.name}”是更新版本的四层讲稿存的，这里只能看、不能存回去。请升级程序，或另存一份再改。"
    return OpenedFile(draft, path, stamp or Stamp(0, 0), others, newer)


def save_siceng(
    path: Path,
    draft: Draft,
    *,
    replace: bool,
    others: Mapping[str, bytes] | None = None,
    expected: Stamp | None = None,
) -> tuple[Stamp, Written]:
    """Save a draft; the previous good file stays as `NAME.bak`.

    `others` are the members to keep, `expected` what the file looked like when it was read (None: do not
    ask). Raises WriteError, with the former file unharmed, when it exists and `replace` is false, when it
    was changed by somebody else, and when writing fails.
    """
    if expected is not None and stamp_of(path) not in (None, expected):
        raise WriteError(
            f"“{path.name}”在打开之后被别的程序改过，没有覆盖。", "请另存为一个新文件，再对照两份的不同。"
        )
    members = [(_MIMETYPE, MIMETYPE), (_DRAFT, encode(draft)), *(others or {}).items()]
    data = write_archive(members, stored_first=_MIMETYPE)
    backup = path.with_name(path.name + ".bak")
    written = write_bytes(path, data, replace=replace, backup=backup, verify=_verify)
    return stamp_of(written.path) or Stamp(len(data), 0), written


def _verify(path: Path) -> None:
    """Raises ReadError unless the file opens again."""
    read_siceng(path)


def stamp_of(path: Path) -> Stamp | None:
    """What the file looks like now; None where there is none to look at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns)
