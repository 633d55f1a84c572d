"""TOML that people write by hand: Chinese bare keys, and errors that say where and what in Chinese."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from app.core.bare_keys import quoted_keys
from app.core.errors import ReadError
from app.files.reading import read_bytes, size

_BOM = b"\xef\xbb\xbf"
_REMEDY = "检查是不是选错了文件，或重新要一份。"


@dataclass(frozen=True, slots=True)
class TomlLimits:
    """How much of a TOML file is believed."""

    bytes: int = 1 << 20
    depth: int = 32
    """Tables and arrays inside one another."""
    dots: int = 500
    """ASCII dots in one line: tomllib takes time and memory with the square of a key's parts."""
    digits: int = 400
    """Places of a decimal number, before or after its point."""


def read_toml(
    source: Path | bytes, name: str = "", limits: TomlLimits | None = None, first_line: int = 1
) -> dict[str, Any]:
    """The content of a TOML file, or of its bytes; numbers with a point come as Decimal.

    `name` is what messages call it; empty takes the file's name. `first_line` is the line of its file on
    which the text starts (front matter). UTF-8 with or without a mark at the start. Bare keys may be Chinese.
    Raises ReadError, with line and column, for what is no TOML, no UTF-8, or beyond the limits.
    """
    limits = limits or TomlLimits()
    if isinstance(source, Path):
        name = name or source.name
        data = read_bytes(source, limits.bytes)
    else:
        data = source
    if len(data) > limits.bytes:
        raise ReadError(f"“{name}”超过可以读取的大小（{size(limits.bytes)}）。", _REMEDY)
    text = _decode(data.removeprefix(_BOM), name, first_line)
    for number, line in enumerate(text.split("\n"), first_line):
        if line.count(".") > limits.dots:
            raise ReadError(f"“{name}”第 {number} 行的点号多得反常，没有读。", _REMEDY)
    quoted = quoted_keys(text)
    try:
        table = tomllib.loads(quoted, parse_float=_decimal(limits.digits))
    except RecursionError as error:
        raise ReadError(f"“{name}”里一层套一层，太深了。", _REMEDY) from error
    except ValueError as error:
        from app.files.toml_errors import explain  # not loaded for files that are right

        raise explain(error, text, quoted, name, first_line) from error
    if beyond := _beyond(table, limits):
        raise ReadError(f"“{name}”里{beyond}。", _REMEDY)
    return table


def _decode(data: bytes, name: str, first_line: int) -> str:
    try:
        return data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = first_line + data[: error.start].count(b"\n")
        remedy = "用记事本打开，选“另存为”，编码选 UTF-8，存好再试。"
        raise ReadError(f"“{name}”第 {line} 行不是 UTF-8 编码。", remedy) from error


def _decimal(digits: int) -> Callable[[str], Decimal]:
    """A reader of numbers that refuses 1e999999999, which would fill the memory once it is printed."""

    def read(text: str) -> Decimal:
        number = Decimal(text)
        if number.is_finite() and abs(number.adjusted()) > digits:
            raise ValueError("Exceeds the limit")
        return number

    return read


def _beyond(value: object, limits: TomlLimits, depth: int = 0) -> str:
    """What in a value goes beyond the limits, as words for a message; empty when nothing does."""
    if isinstance(value, int) and value.bit_length() > 4 * limits.digits:
        return "有一个数太长"
    if isinstance(value, dict):
        inner = list(cast("dict[str, object]", value).values())
    elif isinstance(value, list):
        inner = cast("list[object]", value)
    else:
        return ""
    if depth == limits.depth:
        return f"一层套一层，超过 {depth} 层"
    return next(filter(None, (_beyond(each, limits, depth + 1) for each in inner)), "")
