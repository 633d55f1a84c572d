"""The text of a file of a library, which a writer may have saved with any program."""

from pathlib import Path

from app.core.errors import ReadError
from app.files.reading import read_bytes
from app.files.toml import TomlLimits

LIMITS = TomlLimits(bytes=256 * 1024)
"""Of each file of a library: the largest of ours is a tenth of it."""


def read_text(path: Path) -> str:
    """The text of a file, its lines ending in \\n. Raises ReadError when it is too large or no UTF-8."""
    return text_of(read_bytes(path, LIMITS.bytes), path.name)


def text_of(data: bytes, name: str) -> str:
    """The text of bytes; `name` is what messages call them. Raises ReadError when they are no UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        remedy = "用记事本打开，选“另存为”，编码选 UTF-8，存好再试。"
        raise ReadError(f"“{name}”第 {line} 行不是 UTF-8 编码。", remedy) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
