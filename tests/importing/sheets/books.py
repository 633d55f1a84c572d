"""Files of sheets for the tests: as openpyxl writes them, and with members of our own in their place."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET, STYLES, STRINGS, BOOK = (
    f"xl/{name}.xml" for name in ("worksheets/sheet1", "styles", "sharedStrings", "workbook")
)
_NOISE = bytes(range(256)) * 40
"""What does not shrink, so that what stands beside it is no bomb."""


def book(*rows: Sequence[object], change: Callable[[Any], object] = lambda _: None) -> bytes:
    """An .xlsx file with these rows; `change` has the workbook before it is saved."""
    made = Workbook()
    for row in rows:
        made.active.append(list(row))  # type: ignore[union-attr]
    change(made)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """What is in such a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_members(changed: Mapping[str, bytes], noise: int = 25) -> bytes:
    """A file of two rows in which some members are others; `noise` makes the archive that much larger, in 10 KB."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**members(book(["会议名称"], ["甲"])), **changed}.items():
            archive.writestr(name, content)
        archive.writestr(zipfile.ZipInfo("xl/media/image1.png"), _NOISE * noise)
    return data.getvalue()


def with_cells(cells: bytes, after: bytes = b"") -> bytes:
    """A file whose only sheet has this XML between its sheetData tags."""
    sheet = b"<worksheet " + NAMESPACE + b"><sheetData>" + cells + b"</sheetData>" + after + b"</worksheet>"
    return with_members({SHEET: sheet})
