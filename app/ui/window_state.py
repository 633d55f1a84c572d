"""What the window remembers from one day to the next, in the terms of Qt: the one way from it to the settings."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Signal

from app.core.errors import AppError
from app.settings.declared import (
    FOLDED_SIDES,
    LAST_EXPORT_FOLDER,
    RECENT_COMMANDS,
    SPLITTER_SIZES,
    TYPEWRITER,
    WINDOW_GEOMETRY,
    ZOOM,
)
from app.settings.recent import forget_all_files, forget_file, recent_files, remember_file
from app.settings.settings import Settings

_WIDEST = 800
"""Pixels beyond which no side goes, whatever the file says."""
_MOST_COMMANDS = 6


class WindowState(QObject):
    """The remembered values. `troubled` tells, in words, what is wrong with the file they are kept in."""

    troubled = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        """For what is no affair of Qt."""
        self._told: set[str] = set()

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt writes them; empty at first."""
        return QByteArray.fromBase64(self.settings.get(WINDOW_GEOMETRY).encode())

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self.settings.set(WINDOW_GEOMETRY, bytes(value.toBase64().data()).decode())

    @property
    def widths(self) -> tuple[int, ...]:
        """Widths of outline, page and panel in pixels, of folded sides too; empty at first."""
        sizes = self.settings.get(SPLITTER_SIZES)
        return tuple(min(max(size, 0), _WIDEST) for size in sizes) if len(sizes) == 3 else ()

    @widths.setter
    def widths(self, value: tuple[int, ...]) -> None:
        self.settings.set(SPLITTER_SIZES, value)

    @property
    def folded(self) -> frozenset[str]:
        """The sides that the writer folded away, by name."""
        return frozenset(self.settings.get(FOLDED_SIDES))

    @folded.setter
    def folded(self, value: frozenset[str]) -> None:
        self.settings.set(FOLDED_SIDES, tuple(sorted(value)))

    @property
    def zoom(self) -> int:
        """How large the page is shown, in percent of its size on paper."""
        return self.settings.get(ZOOM)

    @zoom.setter
    def zoom(self, value: int) -> None:
        self.settings.set(ZOOM, value)

    @property
    def typewriter(self) -> bool:
        """Whether the line with the cursor stays at mid-height."""
        return self.settings.get(TYPEWRITER)

    @typewriter.setter
    def typewriter(self, value: bool) -> None:
        self.settings.set(TYPEWRITER, value)

    @property
    def recent_commands(self) -> tuple[str, ...]:
        """Commands that were run from the palette, by id, the last one first."""
        return self.settings.get(RECENT_COMMANDS)

    def add_recent_command(self, command_id: str) -> None:
        """Put a command at the head of the recent ones."""
        others = (each for each in self.recent_commands if each != command_id)
        self.settings.set(RECENT_COMMANDS, (command_id, *others)[:_MOST_COMMANDS])

    @property
    def export_folder(self) -> Path:
        """The folder of the last export; the home folder where there is none."""
        return _folder(self.settings.get(LAST_EXPORT_FOLDER))

    @property
    def draft_folder(self) -> Path:
        """The folder of the draft opened or saved last; the home folder where there is none."""
        recent = recent_files(self.settings)
        return _folder(str(recent[0].parent) if recent else "")

    @property
    def recent(self) -> tuple[Path, ...]:
        """Drafts opened or saved last, the last one first; those that are gone are left out."""
        return tuple(path for path in recent_files(self.settings) if path.exists())

    @property
    def remembered(self) -> tuple[Path, ...]:
        """As `recent`, with those that are gone; no disk is asked."""
        return recent_files(self.settings)

    def forget_recent(self, path: Path) -> None:
        """Take a file off the recent ones, for the next window too."""
        forget_file(self.settings, path)
        self.save()

    def forget_all_recent(self) -> None:
        """No file was opened lately, for the next window too."""
        forget_all_files(self.settings)
        self.save()

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones, for the next window too."""
        remember_file(self.settings, path)
        self.save()

    def save(self) -> None:
        """Write to the disk now; where that cannot be, the writer is told and goes on without."""
        try:
            self.settings.save()
        except AppError as error:
            self._tell(error)
        self.tell_faults()

    def tell_faults(self) -> None:
        """Tell what was wrong with the file when it was read, each thing once."""
        for fault in self.settings.faults:
            self._tell(fault)

    def _tell(self, error: AppError) -> None:
        said = str(error)
        if said not in self._told:
            self._told.add(said)
            self.troubled.emit(said)


def _folder(text: str) -> Path:
    path = Path(text)
    return path if text and path.is_dir() else Path.home()
