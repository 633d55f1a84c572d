"""Keeps a recovery copy of the open draft while it has changes that are not saved.

A change is on the disk at most `EVERY` milliseconds and one write later, also while the writer never pauses. The
copy is taken as the draft stands: what an input method still composes is left alone and is in the next one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.draft import Draft
from app.core.errors import WriteError
from app.storage.journal import Journal
from app.storage.kept import Kept
from app.storage.siceng_file import Stamp
from app.ui.document.draft_document import DraftDocument
from app.ui.tasks import Task, Tasks

EVERY = 2000
"""Milliseconds from a change to its copy."""
_BUSY, _AGAIN = 100, 10_000
"""Milliseconds until another try: while a write is under way, and after one that failed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a draft belongs to and what it looked like when it was read; None as in `Kept`."""

    path: Path | None = None
    stamp: Stamp | None = None


class Keeper(QObject):
    """One draft at a time. `told` says once that copies cannot be written, in a sentence."""

    told = Signal(str)

    def __init__(
        self,
        journal: Journal,
        origin: Callable[[], Origin],
        with_typed: Callable[[Draft], Draft],
        parent: QObject | None = None,
        every: int = EVERY,
    ) -> None:
        """`with_typed` puts into a draft what stands in boxes and is not taken yet; the same draft for nothing."""
        super().__init__(parent)
        self._journal, self._origin, self._with_typed = journal, origin, with_typed
        # A worker of its own: no export and no reckoning of minutes keeps a copy waiting.
        self._tasks = Tasks(self)
        self._document: DraftDocument | None = None
        self._writing: Task | None = None
        self._kept: Draft | None = None
        self._failing = False
        self._every = every
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)

    def follow(self, document: DraftDocument | None) -> None:
        """Keep this document from now on, over the copy of the one before; None drops that copy."""
        self._document = document
        if document is None:
            self.drop()
            return
        # Of these the first comes with every key; the second also with facts.
        document.contentsChanged.connect(self.soon)
        document.draft_changed.connect(self.soon)
        document.modificationChanged.connect(self.look_again)

    def look_again(self) -> None:
        """The draft was saved, or changed, or has another file: keep it anew, or drop the copy it needs no more."""
        self._kept = None
        if self._document is None or not self._document.isModified():
            self.drop()
        else:
            self.soon()

    def adopt(self, journal: Journal) -> None:
        """Go on with a copy that a crash left: it stays until the draft is saved or let go."""
        self.drop()
        self._journal = journal
        self.soon()

    def keep(self) -> None:
        """Write a copy now, in the worker."""
        self._timer.stop()
        draft = self._draft()
        if draft is None or draft is self._kept:
            return
        if self._writing is not None:
            self._timer.start(_BUSY)
            return
        write = self._writes(draft)
        self._writing = self._tasks.run_task(write, lambda _: self._written(draft), self._fail)

    def keep_now(self) -> None:
        """Write a copy and wait until it is on the disk: something went wrong. Raises WriteError."""
        draft = self._draft()
        if draft is not None:
            self._writes(draft)()

    def drop(self) -> None:
        """Delete the copy, after a write that is under way."""
        self._timer.stop()
        self._kept = None
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
        journal = self._journal
        self._tasks.run_task(journal.clear, lambda _: None, self._raise)

    def close(self) -> None:
        """Drop the copy and end the worker; called once, when the window closes."""
        self._timer.stop()
        self._tasks.finish()
        self._journal.clear()

    def soon(self) -> None:
        """Something changed: it begins the wait, and the next changes do not begin it anew."""
        if not self._timer.isActive():
            self._timer.start(self._every)

    def _draft(self) -> Draft | None:
        """What is to be kept; None where all of it is saved."""
        if self._document is None:
            return None
        draft = self._document.draft()
        typed = self._with_typed(draft)
        return typed if self._document.isModified() or typed is not draft else None

    def _writes(self, draft: Draft) -> Callable[[], None]:
        journal, origin = self._journal, self._origin()
        return lambda: journal.write(Kept(draft, datetime.now(UTC), origin.path, origin.stamp))

    def _written(self, draft: Draft) -> None:
        self._writing = None
        self._kept = draft
        self._failing = False

    def _fail(self, error: Exception) -> None:
        """Told once; then tried again in silence until it goes."""
        self._writing = None
        if not isinstance(error, WriteError):
            raise error
        if not self._failing:
            self._failing = True
            self.told.emit(f"恢复稿写不下来，请勤保存。{error.what}")
        self._timer.start(_AGAIN)

    def _raise(self, error: Exception) -> None:
        raise error
