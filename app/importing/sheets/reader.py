"""The sheets in the bytes of a file, whatever kind of table it is."""

from app.core.errors import ReadError
from app.files.reading import size
from app.importing.sheets.delimited import read_delimited
from app.importing.sheets.sheet import Book
from app.importing.sheets.workbook import read_workbook

MOST_BYTES = 32 << 20
_MOST_TEXT = 5 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


def is_foreign(data: bytes) -> bool:
    """Whether another program has to make an .xlsx file of it first: .xls and .et of old, .ods."""
    return (data.startswith(_OLE) and _ENCRYPTED not in data) or (
        data.startswith(b"PK") and _OPEN_DOCUMENT in data[:200]
    )


def read_book(data: bytes, name: str) -> Book:
    """The sheets in a file's bytes; `name` is for messages. Raises ReadError for what is no table or is too large."""
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(f"“{name}”是空文件。", "检查是不是选错了文件。")
    if data.startswith(_OLE):
        raise ReadError(f"“{name}”是旧格式或设了密码。", "用 Excel 或 WPS 打开，不设密码，另存为 .xlsx。")
    if data.startswith(b"PK"):
        return read_workbook(data, name)
    if len(data) > _MOST_TEXT:
        raise ReadError(f"“{name}”超过可以读取的大小（{size(_MOST_TEXT)}）。", "分成几个表，一次用一个。")
    return read_delimited(data, name)
