"""Opening whatever a writer has: a `.siceng` file, or markup from a file or standard input."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import ReadError, UsageError
from app.files.reading import read_bytes, size
from app.jobs.decoding import decode_text
from app.jobs.program import Program
from app.storage.siceng_file import Stamp, read_siceng

STANDARD_INPUT = "-"
"""What stands for standard input in the place of a file."""
DRAFT_SUFFIX = ".siceng"
MARKUP_SUFFIX = ".md"

_MOST_TEXT = 16 << 20
"""Bytes of a text file: some five million characters, a hundred times the longest speech."""
_NOT_YET = "这一版能打开 .siceng 文件和写成标记的 .md 文件；也可以用 siceng new 按场合新建。"


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that was opened, and what has to be known to save it again."""

    draft: Draft
    path: Path | None
    """The file it came from; None for standard input."""
    stamp: Stamp | None = None
    """What the `.siceng` file looked like; None for other sources, which are not saved back."""
    others: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Members of the file that this version does not know, kept when it is saved."""
    read_only: str | None = None
    """Why it must not be saved over, as a sentence for the writer; None where it may."""
    notices: tuple[str, ...] = ()
    """What else the writer should know, in sentences."""
    lines: Mapping[str, int] = field(default_factory=dict[str, int])
    """The source line, from 1, of each block by its id; empty where the source has no lines."""


def open_draft(program: Program, source: str | Path) -> Opened:
    """The draft in a file, by its suffix, or in standard input for "-".

    Raises ReadError for what is missing, damaged or hostile, UsageError for a kind that cannot be opened (yet).
    """
    if source == STANDARD_INPUT:
        return _from_text(program, _standard_input(), "标准输入", None)
    path = Path(source)
    match path.suffix.lower():
        case ".siceng":
            found = read_siceng(path)
            return Opened(found.draft, found.path, found.stamp, found.others, found.read_only)
        case ".md" | ".markdown":
            return _from_text(program, read_bytes(path, _MOST_TEXT), path.name, path)
        case ".docx" | ".txt" | ".doc" | ".wps":
            # A wrong name is told first, so that nobody looks for the fault in the kind.
            read_bytes(path, _MOST_TEXT)
            raise ReadError(f"“{path.name}”还不能打开：读 Word 文件和纯文本要等以后的版本。", _NOT_YET)
        case _:
            raise UsageError(f"“{path.name}”不是能打开的文件。", _NOT_YET)


def _from_text(program: Program, data: bytes, name: str, path: Path | None) -> Opened:
    from app.jobs.markup_files import is_markup, read_markup  # few drafts are: start-up counts

    text = decode_text(data, name)
    if not text.strip():
        raise ReadError(f"“{name}”里什么也没有。", "检查是不是选错了文件。")
    if not is_markup(text):
        what = f"“{name}”没有写成标记，还不能打开：从普通文字里认出结构要等以后的版本。"
        raise ReadError(what, "标题前写 #，要点前写 -，不写序号；文件开头可以用 +++ 写事实。")
    found = read_markup(text, name, program.library.facts)
    return Opened(found.draft, path, notices=found.notices, lines=found.lines)


def _standard_input() -> bytes:
    """All of standard input, within the limit of a file. Raises ReadError."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("“-”表示从标准输入读，但没有接上任何内容。", "写成 命令 | siceng …，或改写文件名。")
    try:
        data = sys.stdin.buffer.read(_MOST_TEXT + 1)
    except OSError as error:
        raise ReadError("标准输入读不出来。", "把内容存成文件再试。") from error
    if len(data) > _MOST_TEXT:
        raise ReadError(f"标准输入超过可以读取的大小（{size(_MOST_TEXT)}）。", "检查接的是不是讲话稿。")
    return data
