"""What the window remembers from one day to the next: its place, widths, folders, recent files.

Kept in one INI file in the program's own folder. What cannot be read there counts as never written.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_MOST_RECENT = 10


class WindowState:
    """The remembered values; each is written when it is set."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt writes them; empty at first."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("window/geometry", value)

    def width(self, side: str, usual: int) -> int:
        """Width of a side in pixels."""
        return min(max(self._number(f"window/{side}_width", usual), 0), 800)

    def set_width(self, side: str, width: int) -> None:
        """Remember the width of a side."""
        self._settings.setValue(f"window/{side}_width", width)

    def is_shown(self, side: str) -> bool:
        """Whether a side is not folded away."""
        return bool(self._number(f"window/{side}_shown", 1))

    def set_shown(self, side: str, shown: bool) -> None:
        """Remember whether a side is folded away."""
        self._settings.setValue(f"window/{side}_shown", int(shown))

    def folder(self, use: str) -> Path:
        """The folder last used for opening and saving, or for exports; the home folder at first."""
        text = str(self._settings.value(f"folders/{use}") or "")
        return Path(text) if text and Path(text).is_dir() else Path.home()

    def set_folder(self, use: str, folder: Path) -> None:
        """Remember a folder."""
        self._settings.setValue(f"folders/{use}", str(folder))

    @property
    def recent(self) -> tuple[Path, ...]:
        """Drafts opened or saved last, the last one first; those that are gone are left out."""
        lines = str(self._settings.value("files/recent") or "").split("\n")
        return tuple(path for line in lines if line and (path := Path(line)).exists())

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        path = path.absolute()
        kept = [path, *(each for each in self.recent if each != path)][:_MOST_RECENT]
        self._settings.setValue("files/recent", "\n".join(map(str, kept)))

    def save(self) -> None:
        """Write to the disk now."""
        self._settings.sync()

    def _number(self, key: str, usual: int) -> int:
        try:
            return int(str(self._settings.value(key, usual)))
        except ValueError:
            return usual
