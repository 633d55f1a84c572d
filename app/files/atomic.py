"""Writing a file so that it is whole at every moment: the former one or the new one, never a piece."""

import errno
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import AppError, WriteError
from app.files.in_place import copy_over
from app.files.system_errors import is_held, write_error

Verify = Callable[[Path], None]

_WAITS = (0.05, 0.2)
"""Seconds between tries to replace: virus scanners and sync clients hold a fresh file for a moment."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a finished write left on the disk."""

    path: Path
    """The file written; where `path` was a link, the file it leads to."""
    backup: Path | None = None
    """Where the former content is kept; None when there was none or nobody asked."""
    note: str = ""
    """What the writer should know although all went well, in Chinese; empty when there is nothing."""


def write_bytes(
    path: Path, data: bytes, *, replace: bool, backup: Path | None = None, verify: Verify | None = None
) -> Written:
    """Write `data` to `path` in one step that cannot be seen half done.

    The data goes to a file beside the target, is flushed to the disk, read back and checked by `verify`
    (which raises AppError when the file at the path given to it is not good), and only then takes the
    target's place. With `backup` the former file is kept there first; one that `verify` refuses does not
    push out a good backup but is kept beside it as NAME.bad.

    Where the system will not replace the file (a sync client or another program holds it), the data is
    copied over it with both contents kept in files of their own until it is whole; `Written.note` says so.

    Raises WriteError, with the former file unharmed, when the target exists and `replace` is false, and
    when anything in writing fails.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of_former(target, replace)
        if mode is None:
            return _install(target, data, None, None, verify)
        kept = None if backup is None else _keep_former(target, backup, verify)
        return _install(target, data, mode, kept, verify)
    except (OSError, ValueError) as error:
        raise write_error(error, path) from error


def why_not_writable(path: Path) -> str:
    """Why a file that is there could not be written again, as a sentence; empty where nothing speaks against it."""
    target = path.resolve()
    try:
        mode = target.stat().st_mode
    except OSError:
        return ""  # it went in the meantime: saving makes it again
    if not mode & stat.S_IWUSR:
        return f"“{target.name}”是只读文件，改了要另存。"
    if not os.access(target.parent, os.W_OK):
        return f"“{target.name}”所在的文件夹不能写，改了要另存到别处。"
    return ""


def _mode_of_former(target: Path, replace: bool) -> int | None:
    """Permission bits of the file that is to be replaced; None when there is no such file."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not stat.S_ISREG(mode):
        raise WriteError(f"“{target}”不是普通文件，不能覆盖。", "换一个文件名再存。")
    if not replace:
        raise WriteError(f"“{target.name}”已存在。", "换一个名字，或加 --force 覆盖。")
    if not mode & stat.S_IWUSR:
        raise WriteError(f"“{target.name}”是只读文件，没有改动。", "换一个名字再存，或先去掉它的只读属性。")
    return stat.S_IMODE(mode)


def _keep_former(target: Path, backup: Path, verify: Verify | None) -> Path:
    """Copy the former file to `backup`, or to NAME.bad when it is damaged and a backup is there already."""
    if verify is not None and backup.exists():
        try:
            verify(target)
        except AppError:
            backup = backup.with_name(backup.name + ".bad")
    former = target.read_bytes()
    try:
        return _install(backup, former, None, None, None).path
    except (OSError, ValueError) as error:
        raise write_error(error, backup) from error


def _install(
    target: Path, data: bytes, mode: int | None, kept: Path | None, verify: Verify | None
) -> Written:
    """Write beside, check, and put in the target's place; the file beside is gone afterwards."""
    temporary = target.parent / f".siceng-{os.urandom(6).hex()}.tmp"
    try:
        _write_new(temporary, data)
        if mode is not None:
            # Some network and memory-stick file systems know no permissions: the file is none the worse.
            with suppress(OSError):
                temporary.chmod(mode)
        _check(temporary, target, data, verify)
        try:
            _replace(temporary, target)
        except OSError as error:
            if mode is None:
                raise
            note, kept = copy_over(target, data, kept, error)
        else:
            note = _sync_folder(target.parent)
        return Written(target, kept, note)
    finally:
        # Gone already when all went well.
        with suppress(OSError):
            temporary.unlink()


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet, down to the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _check(temporary: Path, target: Path, data: bytes, verify: Verify | None) -> None:
    """Read back what was written, before anything is given up for it."""
    remedy = "原来的文件没有改动；再存一次，还不行就换一个位置。"
    if temporary.read_bytes() != data:
        raise WriteError(f"“{target.name}”写到磁盘上的内容读回来不一样。", remedy)
    if verify is None:
        return
    try:
        verify(temporary)
    except AppError as error:
        raise WriteError(f"写好的“{target.name}”没有通过检查：{error.what}", remedy) from error


def _replace(temporary: Path, target: Path) -> None:
    """Put one file in the place of another, waiting a moment for whoever holds it."""
    for wait in _WAITS:
        try:
            temporary.replace(target)
        except OSError as error:
            if not (isinstance(error, PermissionError) or is_held(error)):
                raise
            time.sleep(wait)
        else:
            return
    temporary.replace(target)


def _sync_folder(folder: Path) -> str:
    """Bring the new name to the disk; a note in Chinese when the disk reported trouble, else empty.

    Windows has no such call, and some file systems refuse it: there the name is as safe as it gets.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return ""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM):
            return "文件已写好，但磁盘没有确认，建议在别处再存一份。"
    return ""
