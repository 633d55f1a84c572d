"""Another program changes the file while it is open here: noticed within two seconds, and never lost."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.jobs.program import Program
from app.jobs.template_files import TemplateFile, text_on_disk
from app.ui.tasks import Task, Tasks

_EVERY = 1500
"""Milliseconds between two looks at the file."""


class OutsideWatch(QObject):
    """`changed` tells what the file holds, empty for one that is gone, when it is not what is known of it."""

    changed = Signal(str)

    def __init__(
        self, program: Program, tasks: Tasks, opened: Callable[[], TemplateFile], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._program, self._tasks, self._opened = program, tasks, opened
        self.known = ""
        """What the file holds as far as is known here."""
        self._task: Task | None = None
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self, known: str) -> None:
        """Watch from now on."""
        self.known = known
        self._timer.start()

    def look(self) -> None:
        """Look in the worker: the disk may be far away."""
        if self._task is None and not self._tasks.is_waiting:
            opened, known = self._opened(), self.known
            self._task = self._tasks.run_task(
                lambda: text_on_disk(self._program, opened), lambda text: self._seen(known, text), self._raise
            )

    def _seen(self, known: str, text: str | None) -> None:
        self._task = None
        if text is not None and text != known and known == self.known:
            self.known = text
            self.changed.emit(text)

    def _raise(self, error: Exception) -> None:
        self._task = None
        raise error

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
