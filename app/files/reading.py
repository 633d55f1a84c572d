"""Reading whole files that come from others: never more than is allowed, never from a pipe or device."""

import stat
from pathlib import Path

from app.core.errors import ReadError
from app.files.system_errors import read_error


def read_bytes(path: Path, most: int) -> bytes:
    """The content of a regular file of at most `most` bytes.

    Raises ReadError when it is missing, larger, not a regular file or cannot be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise ReadError(f"“{path}”不是普通文件。", "选一个存在磁盘上的文件。")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise read_error(error, path) from error
    if len(data) > most:
        raise ReadError(f"“{path.name}”超过可以读取的大小（{size(most)}）。", "检查是不是选错了文件。")
    return data


def size(count: int) -> str:
    """A number of bytes as people say it: 512 字节, 64 KB, 20 MB."""
    for unit in ("字节", "KB", "MB"):
        if count < 1024:
            return f"{count} {unit}"
        count //= 1024
    return f"{count} GB"
