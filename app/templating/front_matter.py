"""A template file as text: TOML between two lines of +++, and the body after them."""

from dataclasses import dataclass
from pathlib import Path

from app.core.errors import ReadError
from app.files.reading import read_bytes
from app.files.toml import read_toml
from app.templating.declarations import LIMITS

_FENCE = "+++"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`values` is the TOML table, `body` the text after it, `body_line` the line of the file it begins on."""

    values: dict[str, object]
    body: str
    body_line: int


def read_front_matter(path: Path) -> FrontMatter:
    """The two parts of a file. Raises ReadError when it is too large, no UTF-8, or without front matter."""
    lines = _read_lines(path)
    if lines[0].strip() != _FENCE:
        remedy = "节模板先写一行 +++，再写名称、部件等，再写一行 +++，下面是正文。"
        raise ReadError(f"“{path.name}”第 1 行不是 +++。", remedy)
    end = next((index for index, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), 0)
    if not end:
        raise ReadError(f"“{path.name}”开头的 +++ 没有收。", "在名称、部件等写完以后另起一行再写 +++。")
    values = read_toml("\n".join(lines[1:end]).encode(), path.name, LIMITS, first_line=2)
    return FrontMatter(values, "\n".join(lines[end + 1 :]), end + 2)


def _read_lines(path: Path) -> list[str]:
    data = read_bytes(path, LIMITS.bytes)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        remedy = "用记事本打开，选“另存为”，编码选 UTF-8，存好再试。"
        raise ReadError(f"“{path.name}”第 {line} 行不是 UTF-8 编码。", remedy) from error
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
