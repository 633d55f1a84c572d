"""Recognising a source again and again in the worker, as the writer's wishes change; only the last one counts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.jobs.previewing import Incoming
from app.jobs.sources import Changes, Foreign
from app.ui.import_preview.attempts import Attempt, Attempts, Part, Recognise
from app.ui.import_preview.wishes import History, Wish
from app.ui.tasks import Task, Tasks


class Trying(QObject):
    """What the writer wants, and what came of it last. `tried` tells an attempt, `parts_changed` other speeches."""

    tried = Signal(object)
    parts_changed = Signal()
    failed = Signal(object)
    let_go = Signal(int)
    """How many roles set by hand were of paragraphs that are others now."""

    def __init__(self, incoming: Incoming, recognise: Recognise, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._incoming, self._recognise, self._tasks = incoming, recognise, tasks
        self._attempts: Attempts | None = None
        self.part = 0
        self._task: Task | None = None
        self.history = History()
        self.last: Attempt | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The speeches in the source; none before it was looked at."""
        return self._attempts.parts if self._attempts is not None else ()

    def begin(self) -> None:
        """Look at the source for the first time."""
        self._look_at(lambda: self._incoming.foreign)

    def reread(self, changes: Changes) -> None:
        """Take the tracked changes of the source in another way; roles of paragraphs that stay are kept."""
        self._look_at(lambda: self._incoming.reread(changes))

    def _look_at(self, read: Callable[[], Foreign]) -> None:
        self._run(lambda: Attempts(read(), self._recognise), self._take)

    def _take(self, attempts: Attempts) -> None:
        before, self._attempts = self._attempts, attempts
        if before is not None:
            lost = self.history.move(before.paragraphs, attempts.paragraphs)
            if lost:
                self.let_go.emit(lost)
        self.part = min(self.part, len(attempts.parts) - 1)
        self.parts_changed.emit()
        self.renew()

    def choose_part(self, part: int) -> None:
        """Look at another speech of the source."""
        if part != self.part and 0 <= part < len(self.parts):
            self.part = part
            self.renew()

    def wish(self, wish: Wish) -> bool:
        """Want something else; False where it is wanted already."""
        changed = self.history.wish(wish)
        if changed:
            self.renew()
        return changed

    def renew(self) -> None:
        """Recognise it as it is wanted now; what was under way is dropped."""
        attempts, wish = self._attempts, self.history.now
        if attempts is not None:
            part = attempts.parts[self.part]
            self._run(lambda: attempts.attempt(wish, part), self._tell)

    def _tell(self, attempt: Attempt) -> None:
        self.last = attempt
        self.tried.emit(attempt)

    def _run(self, func: Callable[[], object], done: Callable[..., None]) -> None:
        self.stop()

        def ended(result: object) -> None:
            self._task = None
            done(result)

        self._task = self._tasks.run_task(func, ended, self._fail)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)

    def stop(self) -> None:
        """Drop what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def found(self, *, whole: bool) -> tuple[Attempt, ...]:
        """What comes of the speech that is looked at, or of each speech of the source, as it is wanted now."""
        attempts, wish = self._attempts, self.history.now
        assert attempts is not None
        self.stop()
        parts = attempts.parts if whole else attempts.parts[self.part : self.part + 1]
        return self._tasks.wait_for(lambda: tuple(attempts.attempt(wish, part) for part in parts))
