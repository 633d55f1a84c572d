"""Saving a draft as a `.siceng` file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import ReadError, WriteError
from app.jobs.opening import DRAFT_SUFFIX, Opened
from app.jobs.outside import Outside, look
from app.storage.siceng_file import Stamp, read_siceng, save_siceng


@dataclass(frozen=True, slots=True)
class Saved:
    """What a finished save left on the disk."""

    path: Path
    stamp: Stamp
    """What the file looks like now, for the next save."""
    note: str = ""
    """What the writer should know although all went well; empty when there is nothing."""


def save_draft(
    path: Path, draft: Draft, *, overwrite: bool, others: Mapping[str, bytes] | None = None
) -> Saved:
    """Save a draft in a file of its own choosing (new, 另存为); the former file stays as `NAME.bak`.

    Raises WriteError, with the former file unharmed, when it exists and `overwrite` is false, when a newer
    version of the program wrote it, and when writing fails.
    """
    _check_suffix(path)
    if overwrite:
        _keep_newer(path)
    stamp, written = save_siceng(path, draft, replace=overwrite, others=others)
    return Saved(written.path, stamp, written.note)


def save_opened(opened: Opened, draft: Draft) -> tuple[Opened, Saved]:
    """Save a draft back into the file it was opened from; with what was opened as it is now.

    Raises WriteError, with the file unharmed, when it may only be read, when it is no `.siceng` file, when
    somebody else changed it since it was read, and when writing fails.
    """
    if opened.path is None or opened.stamp is None:
        raise WriteError("这份稿子不是从 .siceng 文件打开的，不能直接存回去。", "请另存为 .siceng 文件。")
    if opened.read_only is not None:
        raise WriteError(opened.read_only)
    seen = look(opened)
    expected = seen.stamp if seen.state is Outside.SAME else opened.stamp
    stamp, written = save_siceng(opened.path, draft, replace=True, others=opened.others, expected=expected)
    saved = Saved(written.path, stamp, written.note)
    return replace(opened, draft=draft, stamp=stamp), saved


def _check_suffix(path: Path) -> None:
    if path.suffix.lower() != DRAFT_SUFFIX:
        raise WriteError(f"“{path.name}”的后缀不是 {DRAFT_SUFFIX}。", f"把文件名写成以 {DRAFT_SUFFIX} 结尾。")


def _keep_newer(path: Path) -> None:
    """Raise WriteError where a newer version of the program wrote the file: what it alone knows would be lost."""
    try:
        newer = path.exists() and read_siceng(path).read_only is not None
    except (ReadError, OSError):
        # Not a draft that anybody can open: what overwriting it means was asked before.
        return
    if newer:
        raise WriteError(f"“{path.name}”是更新版本的四层讲稿存的，没有覆盖。", "换一个文件名，或升级程序。")
