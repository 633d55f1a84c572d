"""One window a file: a lock in the program's own folder, so that nothing is left beside the writer's files."""

import hashlib
import os
from pathlib import Path

from filelock import FileLock, Timeout


class DraftLock:
    """Held while a draft is open for writing; freed by `release` or by the end of the process."""

    def __init__(self, folder: Path, path: Path) -> None:
        """`folder` is the program's own; `path` the draft, by its real path whatever link it was opened by."""
        name = hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()[:32]
        self._folder = folder
        self._lock = FileLock(folder / f"{name}.lock", timeout=0)

    def acquire(self) -> bool:
        """Take the lock; False when another window holds it.

        Where the folder takes no locks nobody can be kept out, and a draft must open all the same: saving
        still notices what others wrote.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout:
            return False
        except OSError:
            return True
        return True

    def release(self) -> None:
        """Give the lock back. Its empty file stays: to take it away would give the lock to two at once."""
        self._lock.release()
