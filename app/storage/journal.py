"""The recovery journal: a copy of every draft with unsaved changes, for the day the process does not end well.

A copy is one file in the program's own folder with a lock beside it that the process holds. The system frees
the lock when the process ends, however it ends; so a copy whose lock is free has lost its window, and nobody
has to guess from process numbers, which are used again. Taking the lock is also the claim: of two windows that
start after a crash only one is offered the copy.
"""

import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from filelock import FileLock, Timeout

from app.core.errors import ReadError
from app.files.atomic import write_bytes
from app.files.reading import read_bytes
from app.files.system_errors import read_error, write_error
from app.storage.kept import Kept, decode_kept, encode_kept

_COPY, _LOCK, _DAMAGED, _PIECE = ".json", ".lock", ".damaged", ".tmp"
_MOST = 65 << 20
"""Bytes of a copy: the longest draft that a `.siceng` file may hold, and what is said of it."""
_FORGOTTEN = 3600.0
"""Seconds after which a half-written file is nobody's: a write takes a moment."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A copy whose process is gone. It is claimed until its journal is cleared or released."""

    kept: Kept
    journal: "Journal"


@dataclass(frozen=True, slots=True)
class Orphans:
    """The copies that were left behind, the newest first, and the files of those that cannot be read.

    Such a file stays: a damaged one under another name, one that the system will not read as it is.
    """

    found: tuple[Orphan, ...] = ()
    damaged: tuple[Path, ...] = ()


class Journal:
    """The copy of one open draft. Threads wait for each other."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the program's own; it is made with the first copy."""
        self._folder = folder
        self._claim: _Claim | None = None
        self._turn = Lock()

    @classmethod
    def claimed(cls, claim: "_Claim") -> "Journal":
        """The journal that goes on with a copy left behind."""
        journal = cls(claim.copy.parent)
        journal._claim = claim
        return journal

    def write(self, kept: Kept) -> None:
        """Put this in the place of the copy before. Raises WriteError, with that copy unharmed."""
        with self._turn:
            try:
                if self._claim is None:
                    self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                    self._claim = _Claim.new(self._folder)
            except OSError as error:
                raise write_error(error, self._folder / f"0{_COPY}") from error
            write_bytes(self._claim.copy, encode_kept(kept), replace=True)

    def clear(self) -> None:
        """Delete the copy: the draft is saved, or the writer does not want it. The next write begins another.

        One that cannot be deleted is offered again, which costs a question and no text.
        """
        with self._turn:
            claim, self._claim = self._claim, None
            if claim is not None:
                with suppress(OSError):
                    claim.copy.unlink(missing_ok=True)
                claim.end()

    def release(self) -> None:
        """Leave the copy where it is, for whoever looks for copies next."""
        with self._turn:
            claim, self._claim = self._claim, None
            if claim is not None:
                claim.lock.release()


class _Claim:
    """The lock on one copy, held."""

    def __init__(self, copy: Path, lock: FileLock) -> None:
        self.copy, self.lock = copy, lock

    @classmethod
    def new(cls, folder: Path) -> "_Claim":
        """The claim on a copy that is not there yet. Raises OSError."""
        while True:
            claim = cls.take(folder / f"{secrets.token_hex(8)}{_COPY}")
            if claim is not None:
                return claim

    @classmethod
    def take(cls, copy: Path) -> "_Claim | None":
        """The claim on a copy; None while a process has it. Raises OSError."""
        # Taken in a worker, given back in the window's thread.
        lock = FileLock(copy.with_suffix(_LOCK), timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            return None
        return cls(copy, lock)

    def end(self) -> None:
        """Give the lock back and take its file away, for the name is not used again."""
        with suppress(OSError):  # Windows: the release takes it away
            self.copy.with_suffix(_LOCK).unlink(missing_ok=True)
        self.lock.release()


def orphans(folder: Path) -> Orphans:
    """The copies that no living process holds, each claimed. Raises ReadError where the folder is closed to us."""
    try:
        names = sorted(
            {path.with_suffix(_COPY) for path in folder.iterdir() if path.suffix in (_COPY, _LOCK)}
        )
        _sweep(folder)
        looked = [_looked_at(claim) for name in names if (claim := _Claim.take(name)) is not None]
    except FileNotFoundError:
        return Orphans()
    except OSError as error:
        raise read_error(error, folder) from error
    found = [each for each in looked if isinstance(each, Orphan)]
    damaged = [each for each in looked if isinstance(each, Path)]
    return Orphans(tuple(sorted(found, key=lambda orphan: orphan.kept.time, reverse=True)), tuple(damaged))


def _looked_at(claim: _Claim) -> Orphan | Path | None:
    """What is behind a claim: a copy, the new name of a damaged one, or nothing that concerns us."""
    if not claim.copy.exists():
        claim.end()
        return None
    try:
        data = read_bytes(claim.copy, _MOST)
    except ReadError:
        claim.lock.release()
        return claim.copy
    try:
        kept = decode_kept(data, claim.copy.name)
    except ReadError:
        return _put_aside(claim)
    if kept is None:
        claim.lock.release()
        return None
    return Orphan(kept, Journal.claimed(claim))


def _put_aside(claim: _Claim) -> Path:
    """Give a damaged copy a name by which it is not looked at again; the name that it has now."""
    aside = claim.copy.with_name(claim.copy.name + _DAMAGED)
    try:
        claim.copy.replace(aside)
    except OSError:
        claim.lock.release()
        return claim.copy
    claim.end()
    return aside


def _sweep(folder: Path) -> None:
    """Take away pieces that a process left when it died while writing; the copy before is whole."""
    for piece in folder.glob(f".*{_PIECE}"):
        with suppress(OSError):
            if time.time() - piece.stat().st_mtime > _FORGOTTEN:
                piece.unlink()
