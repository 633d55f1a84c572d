"""A template file as text: TOML between two lines of +++, and the body after them."""

from dataclasses import dataclass

from app.core.errors import ReadError
from app.files.toml import read_toml
from app.templating.file_text import LIMITS

FENCE = "+++"
"""The line before and after the TOML."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`values` is the TOML table, `body` the text after it, `body_line` the line of the file it begins on."""

    values: dict[str, object]
    body: str
    body_line: int


def front_matter(text: str, name: str) -> FrontMatter:
    """The two parts of a file's text, whose lines end in \\n; `name` is what messages call it.

    Raises ReadError where there is no front matter.
    """
    head, body, body_line = split_text(text, name)
    return FrontMatter(read_toml(head.encode(), name, LIMITS, first_line=2), body, body_line)


def split_text(text: str, name: str) -> tuple[str, str, int]:
    """The TOML between the fences, the body, and the line on which the body begins. Raises ReadError."""
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        remedy = "节模板先写一行 +++，再写名称、部件等，再写一行 +++，下面是正文。"
        raise ReadError(f"“{name}”第 1 行不是 +++。", remedy)
    end = next((index for index, line in enumerate(lines[1:], 1) if line.strip() == FENCE), 0)
    if not end:
        raise ReadError(f"“{name}”开头的 +++ 没有收。", "在名称、部件等写完以后另起一行再写 +++。")
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2
