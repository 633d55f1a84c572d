"""What is known of a draft that was opened before, without opening it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.errors import AppError

_READ = 400_000
"""Bytes beyond which a file is not read for its length: some thirty times an everyday speech."""


@dataclass(frozen=True, slots=True)
class Known:
    """`is_gone`: the file is not where it was. None: not known, or the disk does not say."""

    path: Path
    is_gone: bool = False
    changed: datetime | None = None
    characters: int | None = None


def look_at(path: Path) -> Known:
    """Look at a file; it may be on a disk that is slow, so not in the window's thread."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return Known(path, is_gone=True)
    except OSError:
        return Known(path)
    changed = datetime.fromtimestamp(found.st_mtime).astimezone()
    return Known(path, False, changed, _length(path) if found.st_size <= _READ else None)


def _length(path: Path) -> int | None:
    """字数; None for a file that cannot be read, of which opening it says why."""
    from app.core.counting import block_counts, total
    from app.storage.siceng_file import read_siceng

    try:
        draft = read_siceng(path).draft
    except AppError:
        return None
    return total(block_counts(draft.blocks)).characters


def told_folder(path: Path, home: Path) -> str:
    """The folder of a file, with ~ for the home folder."""
    folder = path.parent
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
