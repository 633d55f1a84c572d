"""The file that the window has open: what was read of it, and the lock that keeps other windows from it."""

from dataclasses import replace
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import WriteError
from app.jobs.opening import Opened
from app.jobs.saving import Saved, save_draft, save_opened
from app.storage.locks import DraftLock
from app.storage.siceng_file import Stamp
from app.ui.tasks import Tasks

_LOCKED = "这份稿子正在另一个窗口里写，这里只能看。要改，请到那个窗口，或者另存一份。"


class OpenFile:
    """At most one file, with its lock."""

    def __init__(self, locks: Path, tasks: Tasks) -> None:
        """`locks` is the folder of locks; these belong to the window's thread, slow work goes to the worker."""
        self._locks, self._tasks = locks, tasks
        self._opened: Opened | None = None
        self._lock: DraftLock | None = None

    @property
    def opened(self) -> Opened | None:
        """What was read of the file, or written into it, last."""
        return self._opened

    @property
    def source(self) -> Path | None:
        """The file that the draft was read from, of whatever kind."""
        return self._opened.path if self._opened else None

    @property
    def path(self) -> Path | None:
        """The file that the draft is saved into; None for one that was never saved as a draft."""
        return self._opened.path if self._opened and self._opened.stamp else None

    @property
    def read_only(self) -> str | None:
        """Why the draft must not be changed, None where it may."""
        return self._opened.read_only if self._opened else None

    @property
    def may_be_saved(self) -> bool:
        """Whether the draft can go back into its file without asking for a name."""
        return self.path is not None and self.read_only is None

    def lock(self, opened: Opened) -> tuple[Opened, DraftLock | None]:
        """Lock a file that was read, to be taken; where another window has it, it can only be looked at."""
        if opened.path is None or opened.stamp is None:
            return opened, None
        if self._holds(opened.path):
            return opened, self._lock
        if opened.read_only is not None:
            return opened, None
        lock = DraftLock(self._locks, opened.path)
        if lock.acquire():
            return opened, lock
        return replace(opened, read_only=_LOCKED), None

    def take(self, opened: Opened | None, lock: DraftLock | None = None) -> None:
        """Have this one open, and let go of the one before; None for nothing at all."""
        if self._lock is not None and self._lock is not lock:
            self._lock.release()
        self._opened, self._lock = opened, lock

    def take_as_now(self, stamp: Stamp) -> None:
        """Take the file as it looks now, whoever wrote it: saving may replace it."""
        if self._opened is not None:
            self._opened = replace(self._opened, stamp=stamp)

    def save(self, draft: Draft) -> Saved:
        """Save into the file again. Raises WriteError, with the file unharmed."""
        opened = self._opened
        if opened is None:
            raise WriteError("这份稿子还没有文件。", "请另存为 .siceng 文件。")
        self._opened, saved = self._tasks.wait_for(lambda: save_opened(opened, draft))
        return saved

    def save_as(self, path: Path, draft: Draft) -> Saved:
        """Save into another file and have that one open. Raises WriteError, with what is there unharmed."""
        others = self._opened.others if self._opened else {}
        held = self._lock if self._holds(path) else None
        lock = held or DraftLock(self._locks, path)
        try:
            if held is None and not lock.acquire():
                raise WriteError(f"“{path.name}”正在另一个窗口里写，没有覆盖。", "请换一个文件名。")
            saved = self._tasks.wait_for(lambda: save_draft(path, draft, overwrite=True, others=others))
        except WriteError:
            if held is None:
                lock.release()
            raise
        self.take(Opened(draft, saved.path, saved.stamp, others), lock)
        return saved

    def _holds(self, path: Path) -> bool:
        """Whether this window has the lock on a file, by whatever name."""
        return self._lock is not None and self.path is not None and _is_same(self.path, path)


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path == other
