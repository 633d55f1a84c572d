"""Files that are dropped on the window."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from app.jobs.opening import DRAFT_SUFFIX, FOREIGN_SUFFIXES

_SUFFIXES = (DRAFT_SUFFIX, *FOREIGN_SUFFIXES)

_TEXT = (".txt",)
"""Files whose text is put in where they are dropped on a page."""


def is_text(path: Path) -> bool:
    """Whether it is a file of plain text by its name."""
    return path.suffix.lower() in _TEXT


def dropped_file(event: QDropEvent) -> Path | None:
    """The file that is dragged, if it is one that may be opened."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _SUFFIXES else None
