"""The way out when a file cannot be replaced: copy over it, with the former and the new content both kept."""

import os
from contextlib import suppress
from pathlib import Path

from app.core.errors import WriteError
from app.files.system_errors import write_error

_NAME_BYTES = 255
"""The longest file name on the usual file systems, in bytes."""


def copy_over(target: Path, data: bytes, kept: Path | None, refused: OSError) -> tuple[str, Path]:
    """Write `data` into the existing file `target`, which the system would not replace.

    `kept` is where the former content has been kept already; None has it kept beside the target first.
    The new content lies beside the target as well until the target is whole, so that at every moment
    both are whole somewhere. Gives back what to tell the writer, and where the former content is.

    Raises WriteError when the target cannot be written into either, naming the file that has the new
    content; the target then holds what it held.
    """
    former = target.read_bytes()
    new = _new_file(_free_name(target, "新存"), data)
    try:
        # Only to learn whether it opens: nothing else is to be left behind when it does not.
        with target.open("r+b"):
            pass
    except OSError as error:
        raise _left_beside(error, target, new) from refused
    if kept is None:
        kept = _new_file(_free_name(target, "替换前"), former)
    try:
        _write(target, "r+b", data)
    except OSError as error:
        raise _put_back(error, target, former, new, kept) from refused
    with suppress(OSError):
        new.unlink()
    return f"“{target.name}”正被同步或占用，改为直接写入；替换前的内容留在“{kept.name}”。", kept


def _new_file(path: Path, data: bytes) -> Path:
    """Write a file that is not there yet; none is left behind when it cannot be whole."""
    try:
        _write(path, "xb", data)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def _write(path: Path, mode: str, data: bytes) -> None:
    """Write `data` as the whole content of `path`, down to the disk, and read it back."""
    with path.open(mode) as file:
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise OSError(f"{path} reads back differently")


def _left_beside(error: OSError, target: Path, new: Path) -> WriteError:
    """The target would not open: it is as it was, and the new content stays beside it."""
    what = write_error(error, target).what
    return WriteError(what, f"新写的内容已存为同一文件夹里的“{new.name}”；关闭占用原文件的程序后再存一次。")


def _put_back(error: OSError, target: Path, former: bytes, new: Path, kept: Path) -> WriteError:
    """Copying broke off: give the target its former content again, and say where both contents are."""
    try:
        _write(target, "r+b", former)
    except OSError:
        what = f"“{target.name}”写到一半中断了，现在的内容不完整。"
    else:
        what = write_error(error, target).what
    return WriteError(what, f"原来的内容在“{kept.name}”，新写的内容在“{new.name}”，都在同一文件夹里。")


def _free_name(target: Path, label: str) -> Path:
    """A name beside the target that is not taken: 讲话稿（新存）.docx, 讲话稿（新存2）.docx …"""
    number = 1
    while True:
        ending = f"（{label}{number if number > 1 else ''}）{target.suffix}"
        stem = target.stem
        while stem and len(os.fsencode(stem + ending)) > _NAME_BYTES:
            stem = stem[:-1]
        candidate = target.with_name(stem + ending)
        if not candidate.exists():
            return candidate
        number += 1
