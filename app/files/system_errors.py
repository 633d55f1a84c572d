"""What the operating system refused, said in Chinese with what to do about it."""

import errno
from pathlib import Path

from app.core.errors import ReadError, WriteError

_HELD = (32, 33, 1224)
"""Windows' codes for a file that another program holds open, locked or mapped."""


def write_error(error: Exception, path: Path) -> WriteError:
    """The error to show when `path` could not be written.

    `error` is an OSError, or the ValueError that Python raises for a name the system cannot hold.
    The words promise that an existing file is unchanged: whoever calls has seen to that.
    """
    name, folder = _short(path.name), path.parent
    code = error.errno if isinstance(error, OSError) else None
    if not isinstance(error, OSError):
        return WriteError(f"文件名“{_short(ascii(path.name))}”里有不能用的字符。", "换一个文件名再存。")
    if is_held(error):
        return WriteError(
            f"“{name}”正被别的程序占用，没有写成，原文件没有改动。",
            "关闭打开它的程序（如 Word、WPS）后再存。",
        )
    if code in (errno.ENOSPC, errno.EDQUOT):
        return WriteError(
            f"磁盘空间不够，“{name}”没有写成，已有的文件没有改动。", "清理磁盘，或换一个位置再存。"
        )
    if code in (errno.EACCES, errno.EPERM):
        return WriteError(f"没有权限把“{name}”写到文件夹“{folder}”。", "换一个自己能写的文件夹再存。")
    if code == errno.ENOENT:
        return WriteError(f"文件夹“{folder}”不存在。", "先建好这个文件夹，或换一个位置再存。")
    if code == errno.ENOTDIR:
        return WriteError(f"“{folder}”不是文件夹。", "换一个位置再存。")
    if code == errno.EISDIR:
        return WriteError(f"“{name}”是一个文件夹，不能当作文件写。", "换一个文件名再存。")
    if code == errno.EROFS:
        return WriteError(f"“{folder}”所在的磁盘是只读的。", "换一个位置再存。")
    if code == errno.ENAMETOOLONG:
        return WriteError(f"文件名或路径太长：“{name}”。", "把文件名缩短到 80 字以内再存。")
    if code == errno.EFBIG:
        return WriteError(f"“{name}”超过了这个磁盘允许的文件大小。", "换一个位置再存。")
    return WriteError(
        f"“{name}”没有写成（系统代号 {code}），已有的文件没有改动。", "再存一次，还不行就换一个位置。"
    )


def read_error(error: Exception, path: Path) -> ReadError:
    """The error to show when `path` could not be read; `error` as in `write_error`."""
    name = _short(path.name)
    if not isinstance(error, OSError):
        return ReadError(f"文件名“{_short(ascii(path.name))}”里有不能用的字符。", "检查文件名是否写对。")
    if is_held(error):
        return ReadError(f"“{name}”正被别的程序占用，读不了。", "关闭打开它的程序（如 Word、WPS）后再试。")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return ReadError(f"没有找到“{path}”。", "检查文件名和文件夹是否写对。")
    if error.errno == errno.EISDIR:
        return ReadError(f"“{path}”是一个文件夹，不是文件。", "选文件夹里面的文件。")
    if error.errno in (errno.EACCES, errno.EPERM):
        return ReadError(f"没有权限读“{path}”。", "请文件的主人开通权限，或换一份能读的。")
    if error.errno == errno.ENAMETOOLONG:
        return ReadError(f"文件名或路径太长：“{name}”。", "检查文件名是否写对。")
    return ReadError(f"“{name}”读不出来（系统代号 {error.errno}）。", "检查磁盘或网络是否正常，再试一次。")


def is_held(error: OSError) -> bool:
    """Whether another program holds the file: busy on POSIX, a sharing or lock violation on Windows."""
    return error.errno in (errno.EBUSY, errno.ETXTBSY) or getattr(error, "winerror", None) in _HELD


def _short(name: str) -> str:
    """A name that fits one line of a message."""
    return name if len(name) <= 40 else f"{name[:24]}……{name[-12:]}"
