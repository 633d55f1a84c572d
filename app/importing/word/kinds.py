"""What is said of a file that is given for a Word file and is none."""

from collections.abc import Iterable
from pathlib import PurePath

from app.core.errors import ReadError
from app.importing.file_kinds import FileKind, file_kind

_SAVE_AS = "用 Word 或 WPS 打开，另存为 .docx 再用。"
_KINDS = {
    FileKind.RICH_TEXT: "RTF 文件",
    FileKind.OPEN_DOCUMENT: "OpenDocument 文件",
    FileKind.FLAT_WORD: "Word 2003 的 XML 文件",
    FileKind.PAGE: "网页",
    FileKind.PAGE_ARCHIVE: "网页存档（.mht）",
    FileKind.PDF: "PDF 文件",
    FileKind.PICTURE: "图片",
}
_OF_OFFICE = (("xl/", "Excel 表格"), ("ppt/", "PowerPoint 演示文稿"))


def refuse_others(data: bytes, name: str) -> None:
    """Raise ReadError for what cannot be a Word file that is read here; `name` is what messages call it."""
    match file_kind(data, PurePath(name).suffix.lower()):
        case FileKind.WORD | FileKind.OTHER_ARCHIVE | FileKind.DRAFT | FileKind.EMPTY:
            # What is in it, or missing, is told where it is opened.
            return
        case FileKind.LOCKED:
            raise ReadError(
                f"“{name}”加了密码，读不了。", "用 Word 或 WPS 打开，去掉密码，另存为 .docx 再用。"
            )
        case FileKind.OLD_WORD:
            raise ReadError(f"“{name}”是旧格式的文件（.doc 或 .wps），读不了。", _SAVE_AS)
        case _ if name.startswith("~$"):
            raise ReadError(
                f"“{name}”是 Word 打开文件时留下的临时文件，没有正文。", "选名字不带“~$”的那个文件。"
            )
        case kind if kind in _KINDS:
            raise ReadError(f"“{name}”其实是{_KINDS[kind]}，不是 .docx。", _SAVE_AS)
        case _:
            raise ReadError(f"“{name}”不是 Word 文件（.docx）。", "检查是不是选错了文件，或者没有传完。")


def no_document(members: Iterable[str], name: str) -> ReadError:
    """What is said of a zip without the text of a Word document."""
    names = list(members)
    kind = next((kind for begin, kind in _OF_OFFICE if any(each.startswith(begin) for each in names)), None)
    if kind is None:
        return ReadError(
            f"“{name}”里没有正文，不是 Word 文件或已损坏。", "检查是不是选错了文件，或再要一份。"
        )
    return ReadError(f"“{name}”其实是{kind}，不是 Word 文件。", "把要用的文字存成 .docx 再用。")
