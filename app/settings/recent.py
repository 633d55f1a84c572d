"""The files opened last."""

from pathlib import Path

from app.settings.declared import RECENT_FILES
from app.settings.settings import Settings

MOST = 10
"""How many are remembered."""


def remember_file(settings: Settings, path: Path) -> None:
    """Put a file first among those opened last. One whose name is no text is not remembered."""
    name = str(path.absolute())
    try:
        name.encode()
    except UnicodeEncodeError:
        return
    _set(settings, (name, *(each for each in settings.get(RECENT_FILES) if each != name)))


def forget_file(settings: Settings, path: Path) -> None:
    """Take a file from those opened last."""
    name = str(path.absolute())
    _set(settings, tuple(each for each in settings.get(RECENT_FILES) if each != name))


def forget_all_files(settings: Settings) -> None:
    """Begin those opened last anew."""
    _set(settings, ())


def recent_files(settings: Settings) -> tuple[Path, ...]:
    """The files opened last, the newest first; they need not be there any more."""
    return tuple(Path(each) for each in settings.get(RECENT_FILES)[:MOST])


def _set(settings: Settings, names: tuple[str, ...]) -> None:
    settings.set(RECENT_FILES, names[:MOST])
