"""Former texts of own files: kept before a file is replaced or deleted, listed, put back.

The versions of `sections/wode/x.j2` lie in the folder of that name below the folder of versions, each called by its
time. A version is on the disk before its file is touched, so that a crash in between loses nothing.
"""

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.files.atomic import write_bytes
from app.files.reading import read_bytes
from app.files.system_errors import read_error, write_error

_FORMAT = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"(\d{8}T\d{12})-[0-9a-f]{12}")
_MOST, _MOST_BYTES = 50, 64 << 20
"""Versions of one file, and what they may take together; the newest stays whatever its size."""


@dataclass(frozen=True, slots=True)
class Version:
    """A former content of the file `original`, which lies in `path` since `time` (local, with its zone)."""

    path: Path
    original: Path
    time: datetime


def _now() -> datetime:
    return datetime.now(UTC)


class Versions:
    """The versions of the files below `files`, kept below `folder`."""

    def __init__(self, folder: Path, files: Path, clock: Callable[[], datetime] = _now) -> None:
        """`clock` tells the time with its zone."""
        self._folder, self._files, self._clock = folder, files, clock

    def keep(self, path: Path, most: int) -> Version | None:
        """Keep what a file of at most `most` bytes holds; None where it is not there.

        What is the newest version already is not kept twice, an older equal one goes. Raises ReadError, WriteError.
        """
        if not path.exists():
            return None
        data = read_bytes(path, most)
        mark = hashlib.sha256(data).hexdigest()[:12]
        known = self.of(path)
        if known and _mark(known[0]) == mark:
            return known[0]
        version = self._write(path, data, mark, known)
        _thin_out([version, *known])
        return version

    def of(self, path: Path) -> tuple[Version, ...]:
        """The versions of a file, the newest first; none where it has none. Raises ReadError."""
        folder = self._folder_of(path)
        try:
            names = [each for each in folder.iterdir() if _NAME.fullmatch(each.stem)]
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as error:
            raise read_error(error, folder) from error
        return tuple(Version(each, path, _time(each)) for each in sorted(names, reverse=True))

    def of_missing(self) -> tuple[Version, ...]:
        """The newest version of each file that is not there any more, the newest first. Raises ReadError."""
        folders = {each.parent for each in self._folder.rglob("*") if _NAME.fullmatch(each.stem)}
        paths = [self._files / folder.relative_to(self._folder) for folder in folders]
        newest = [self.of(path)[0] for path in paths if not path.exists()]
        return tuple(sorted(newest, key=lambda version: version.time, reverse=True))

    def _write(self, path: Path, data: bytes, mark: str, known: tuple[Version, ...]) -> Version:
        time = self._clock().astimezone(UTC)
        if known:
            # Clocks are set back; the order of versions is not to suffer.
            time = max(time, known[0].time.astimezone(UTC) + timedelta(microseconds=1))
        folder = self._folder_of(path)
        kept = folder / f"{time:{_FORMAT}}-{mark}{path.suffix}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(error, kept) from error
        write_bytes(kept, data, replace=False)
        return Version(kept, path, _time(kept))

    def _folder_of(self, path: Path) -> Path:
        return self._folder / path.relative_to(self._files)


def _mark(version: Version) -> str:
    return version.path.stem.rpartition("-")[2]


def _time(path: Path) -> datetime:
    return datetime.strptime(path.stem.partition("-")[0], _FORMAT).replace(tzinfo=UTC).astimezone()


def _thin_out(versions: list[Version]) -> None:
    """Take away what is equal to the newest, and the oldest of too many. What will not go stays and costs room only."""
    newest, *older = versions
    held = 0
    for number, version in enumerate(older, 2):
        with suppress(OSError):
            held += version.path.stat().st_size
            if _mark(version) == _mark(newest) or number > _MOST or held > _MOST_BYTES:
                version.path.unlink()
