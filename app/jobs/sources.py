"""Foreign files as sources: whatever holds a speech is read as what it is, by its content first (app/importing)."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.core.errors import ReadError, UsageError
from app.files.reading import read_bytes, size
from app.importing.decoding import REPLACEMENT, Decoded, decode
from app.importing.file_kinds import FileKind, file_kind
from app.importing.lossless import Missing, missing, of_paragraphs
from app.importing.paragraphs import Source
from app.importing.report import Fate, Item, report_of
from app.jobs.markup_files import MARKDOWN_SUFFIXES
from app.jobs.opening import STANDARD_INPUT

Changes = Literal["accepted", "original", "kept"]
"""What becomes of the tracked changes of a Word file: all accepted, all rejected, or marked 待核实."""

LOCK_FILE = "~$"
"""How the names of files begin that Word and WPS put beside one that is open."""

_MOST_BYTES = 64 << 20
"""Of a file of an office program, pictures and all."""
_MOST_TEXT = 2 << 20
"""Of a text file: some 700,000 characters, twenty times the longest speech."""
_MOST_PARAGRAPHS = 30_000
"""A hundred long speeches have as many."""
_UNREADABLE = re.compile(f"{REPLACEMENT}+")
_BY_OFFICE = {
    FileKind.OLD_WORD: ".doc",
    FileKind.RICH_TEXT: ".rtf",
    FileKind.OPEN_DOCUMENT: ".odt",
    FileKind.FLAT_WORD: ".xml",
}
_REFUSED = {
    FileKind.DRAFT: ("里是 .siceng 文件。", "直接写它的文件名。"),
    FileKind.EMPTY: ("里什么也没有。", "检查是不是选错了文件。"),
    FileKind.LOCKED: ("加了密码，打不开。", "在 Word 或 WPS 里去掉密码，另存一份，再试。"),
    FileKind.PDF: ("是 PDF，不是能改的稿子。", "用 Word 或 WPS 打开它，另存为 .docx，再试。"),
    FileKind.PICTURE: ("是图片，里面没有文字。", "先用识别文字的工具把字取出来，存成 .txt，再试。"),
    FileKind.OTHER_ARCHIVE: ("是压缩包，不是讲话稿。", "先解压，再打开里面的文件。"),
}


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file or of standard input; `path` is None for the latter. `name` is for messages."""

    data: bytes
    name: str
    path: Path | None

    @property
    def kind(self) -> FileKind:
        """What it is."""
        return file_kind(self.data, self.suffix)

    @property
    def suffix(self) -> str:
        """The end of its name in lower case, with the dot."""
        return self.path.suffix.lower() if self.path else ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A source that was read, and what reading lost of it, if anything. `encoding` is empty but for text."""

    source: Source
    encoding: str = ""
    unread: tuple[Missing, ...] = ()


def read_content(source: str | Path) -> Content:
    """What is in a file, or in standard input for "-". Raises ReadError and UsageError."""
    if source == STANDARD_INPUT:
        return Content(_standard_input(), "标准输入", None)
    path = Path(source)
    if path.name.startswith(LOCK_FILE):
        what = f"“{path.name}”是 Word 打开文件时放在旁边的，不是稿子。"
        raise ReadError(what, f"打开“{path.name.removeprefix(LOCK_FILE)}”，它的名字开头可能少了两个字。")
    return Content(read_bytes(path, _MOST_BYTES), path.name, path)


def read_foreign(content: Content, changes: Changes = "accepted") -> Foreign:
    """The paragraphs of what is no draft of ours. Raises ReadError, which says what to do, for what holds no text."""
    kind = content.kind
    match kind:
        case FileKind.TEXT:
            return text_source(decoded(content), content)
        case FileKind.PAGE | FileKind.PAGE_ARCHIVE:
            found = Foreign(_page(content))
        case _:
            found = _word(word_data(content), changes, content.name)
    _check_size(found.source, content.name)
    return found


def word_data(content: Content) -> bytes:
    """A Word file, or what LibreOffice makes of a file of another office program. Raises ReadError for what is neither."""
    if content.kind is FileKind.WORD:
        return content.data
    if content.kind in _BY_OFFICE:
        from app.jobs.office import word_file

        return word_file(content.data, _BY_OFFICE[content.kind], content.name)
    what, remedy = _REFUSED[content.kind]
    raise ReadError(f"“{content.name}”{what}", remedy)


def decoded(content: Content) -> Decoded:
    """The text of a text file. Raises ReadError for one that is too large or no text."""
    if len(content.data) > _MOST_TEXT:
        what = f"“{content.name}”超过可以读取的大小（{size(_MOST_TEXT)}）。"
        raise ReadError(what, "检查是不是讲话稿；是的，分成几个文件。")
    return decode(content.data, content.name)


def text_source(found: Decoded, content: Content) -> Foreign:
    """The paragraphs of a text: of Markdown, where the name or the text says so. Raises ReadError where it has none."""
    from app.importing.markdown import is_markdown, read_markdown
    from app.importing.text import lines_of, read_text

    is_marked = content.suffix in MARKDOWN_SUFFIXES or is_markdown(found.text)
    source = read_markdown(found.text) if is_marked else read_text(found.text)
    _check_size(source, content.name)
    lines = [(at, line) for at, line, _ in lines_of(found.text)]
    broken = (Item(Fate.UNREADABLE, line=at) for at, line in lines for _ in _UNREADABLE.findall(line))
    controls = (Item(Fate.CONTROL),) if found.controls else ()
    left_out = report_of(controls, source.left_out, broken).items
    return Foreign(Source(source.paragraphs, left_out), found.encoding, missing(lines, _kept(source)))


def _kept(source: Source) -> tuple[str, ...]:
    """The texts of a source, and of what it leaves out."""
    return (*(text for _, text in of_paragraphs(source.paragraphs)), *(item.text for item in source.left_out))


def _check_size(source: Source, name: str) -> None:
    if not source.paragraphs:
        told = report_of(source.left_out).in_words()
        raise ReadError(f"“{name}”的正文里没有文字。{told}", "检查是不是选错了文件。")
    if len(source.paragraphs) > _MOST_PARAGRAPHS:
        what = f"“{name}”有 {len(source.paragraphs):,} 段，不像讲话稿，没有读。"
        raise ReadError(what, "检查是不是选错了文件；是讲话汇编的，分成几个文件。")


def _word(data: bytes, changes: Changes, name: str) -> Foreign:
    """What is in a Word file, and what of its text was not read. Raises ReadError."""
    from app.importing.word.changes import Changes as Choice
    from app.importing.word.package import open_package
    from app.importing.word.plain import plain_lines
    from app.importing.word.reader import read_package

    package = open_package(data, name)
    source = read_package(package, Choice(changes))
    remarks = (run.comment for each in source.paragraphs for run in each.runs if run.comment)
    return Foreign(source, unread=missing(plain_lines(package.document), (*_kept(source), *remarks)))


def _page(content: Content) -> Source:
    """The paragraphs of a web page, or of the one in a message. Raises ReadError."""
    from app.importing.html import read_html
    from app.importing.page_archive import page_in

    data = page_in(content.data, content.name) if content.kind is FileKind.PAGE_ARCHIVE else content.data
    text = decode(data, content.name).text
    try:
        return read_html(text)
    except ReadError as error:
        what = f"“{content.name}”这个网页太大或太乱，读不了。"
        raise ReadError(what, "在浏览器里打开它，复制正文，再粘贴到稿纸上。") from error


def _standard_input() -> bytes:
    """All of standard input, within the limit of a text. Raises ReadError."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("“-”表示从标准输入读，但没有接上任何内容。", "写成 命令 | siceng …，或改写文件名。")
    try:
        data = sys.stdin.buffer.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ReadError("标准输入读不出来。", "把内容存成文件再试。") from error
    if len(data) > _MOST_BYTES:
        raise ReadError(f"标准输入超过可以读取的大小（{size(_MOST_BYTES)}）。", "检查接的是不是讲话稿。")
    return data
