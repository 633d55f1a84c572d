"""What a file is: by its first bytes, which do not lie, then by its name."""

import codecs
import io
import re
import zipfile
from enum import Enum, auto

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Compound File Binary ([MS-CFB] 2.2): .doc, .wps, and Word files with a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""A stream of such a file ([MS-OFFCRYPTO] 2.3.1)."""
_WORD_MEMBER, _DRAFT_MEMBER = "word/document.xml", "draft.json"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ARCHIVE = re.compile(rb"(?:From:|MIME-Version:|Snapshot-Content-Location:)[^\n]*\n", re.IGNORECASE)
_FLAT_WORD = re.compile(rb"<\?xml[^>]*>\s*<\?mso-application\s+progid=.Word\.Document", re.IGNORECASE)
_DRAFT_SUFFIX = ".siceng"
_HEAD = 4096


class FileKind(Enum):
    """What a file is read as."""

    DRAFT = auto()
    WORD = auto()
    OLD_WORD = auto()
    """.doc, .wps and other compound files."""
    RICH_TEXT = auto()
    OPEN_DOCUMENT = auto()
    FLAT_WORD = auto()
    """Word 2003 as one XML file."""
    PAGE = auto()
    PAGE_ARCHIVE = auto()
    """.mht: a page and what belongs to it in one MIME message."""
    LOCKED = auto()
    """With a password."""
    PDF = auto()
    PICTURE = auto()
    OTHER_ARCHIVE = auto()
    """A ZIP archive of something else."""
    TEXT = auto()
    EMPTY = auto()


_STARTS = (
    (rb"{\rtf", FileKind.RICH_TEXT),
    (b"%PDF", FileKind.PDF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
)


def file_kind(data: bytes, suffix: str) -> FileKind:
    """What a file with that content is; `suffix` with its dot in lower case decides what the content leaves open."""
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    if data.startswith(b"PK"):
        return _of_archive(data, suffix)
    if suffix == _DRAFT_SUFFIX:
        return FileKind.DRAFT
    if not data.strip(b"\0 \t\r\n"):
        return FileKind.EMPTY
    if data.startswith(_OLE):
        return FileKind.LOCKED if _ENCRYPTED in data else FileKind.OLD_WORD
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if _ARCHIVE.match(head):
        return FileKind.PAGE_ARCHIVE
    if _FLAT_WORD.match(head):
        return FileKind.FLAT_WORD
    if head.startswith(b"<") and _PAGE.search(head):
        return FileKind.PAGE
    return FileKind.TEXT


def _of_archive(data: bytes, suffix: str) -> FileKind:
    """A damaged one is what its name says: whoever reads it says what is wrong."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = set[str]()
    if _DRAFT_MEMBER in names:
        return FileKind.DRAFT
    if _OPEN_DOCUMENT in data[:_HEAD]:
        return FileKind.OPEN_DOCUMENT
    if _WORD_MEMBER in names or "[Content_Types].xml" in names or suffix in _WORD_SUFFIXES:
        return FileKind.WORD
    return FileKind.DRAFT if suffix == _DRAFT_SUFFIX else FileKind.OTHER_ARCHIVE
