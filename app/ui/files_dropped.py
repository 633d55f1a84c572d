"""Files that are dropped on the window."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from app.jobs.opening import DRAFT_SUFFIX, FOREIGN_SUFFIXES, SHEET_SUFFIXES

_PACK_SUFFIX = ".zip"
_SUFFIXES = (DRAFT_SUFFIX, *FOREIGN_SUFFIXES, *SHEET_SUFFIXES, _PACK_SUFFIX)

_TEXT = (".txt",)
"""Files whose text is put in where they are dropped on a page."""


def is_text(path: Path) -> bool:
    """Whether it is a file of plain text by its name."""
    return path.suffix.lower() in _TEXT


def is_pack(path: Path) -> bool:
    """Whether it is a template pack by its name."""
    return path.suffix.lower() == _PACK_SUFFIX


def is_sheet(path: Path) -> bool:
    """Whether it is a table by its name."""
    return path.suffix.lower() in SHEET_SUFFIXES


def dropped_file(event: QDropEvent) -> Path | None:
    """The file that is dragged, if it is one that may be opened or taken in."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _SUFFIXES else None
