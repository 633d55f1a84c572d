"""What a file is, by its content first."""

import io
import zipfile

import pytest

from app.importing.file_kinds import FileKind, file_kind


def archive(*names: str, mimetype: bytes = b"") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "x")
    return data.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
WORD = archive("[Content_Types].xml", "word/document.xml")
ODT = archive("content.xml", mimetype=b"application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (WORD, ".docx", FileKind.WORD),
        (WORD, ".txt", FileKind.WORD),
        (WORD, ".siceng", FileKind.WORD),
        (WORD[:40], ".docx", FileKind.WORD),
        (archive("mimetype", "draft.json"), ".zip", FileKind.DRAFT),
        (archive("draft.json")[:30], ".siceng", FileKind.DRAFT),
        (b"# x", ".siceng", FileKind.DRAFT),
        (ODT, ".docx", FileKind.OPEN_DOCUMENT),
        (archive("a.txt"), ".zip", FileKind.OTHER_ARCHIVE),
        (OLE, ".wps", FileKind.OLD_WORD),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ".docx", FileKind.LOCKED),
        (rb"{\rtf1\ansi", ".doc", FileKind.RICH_TEXT),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML><p>x", ".txt", FileKind.PAGE),
        (b"<!-- x --><html>", ".docx", FileKind.PAGE),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", ".mht", FileKind.PAGE_ARCHIVE),
        (b'<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?>', ".xml", FileKind.FLAT_WORD),
        (b"%PDF-1.7", ".docx", FileKind.PDF),
        (b"\x89PNG\r\n", ".docx", FileKind.PICTURE),
        (b"", ".docx", FileKind.EMPTY),
        (b"\0\0 \n", ".txt", FileKind.EMPTY),
        ("<同志们>：".encode(), ".txt", FileKind.TEXT),
        ("同志们：".encode("gbk"), ".docx", FileKind.TEXT),
    ],
)
def test_the_content_says_what_a_file_is(data: bytes, suffix: str, kind: FileKind) -> None:
    assert file_kind(data, suffix) is kind
