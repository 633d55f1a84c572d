"""What is written and not saved yet lies on the disk a few seconds later: a crash takes little of it along."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.core.errors import AppError
from app.jobs.program import Program
from app.jobs.template_files import TemplateFile, Written, drop_unsaved, keep_unsaved
from app.ui.tasks import Task, Tasks
from app.ui.template_editor.source import Source

_PAUSE = 3000
"""Milliseconds after the first change that is not kept yet."""


class UnsavedKeeper(QObject):
    """Keeps the changes of one editor. `written` gives the file as it was opened and what would be saved now."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        source: Source,
        written: Callable[[], tuple[TemplateFile, Written]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._program, self._tasks, self._source, self._written = program, tasks, source, written
        self.waits = False
        """What was kept before is not answered for yet: nothing may take its place."""
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.keep)
        source.changed.connect(self._soon)

    def _soon(self) -> None:
        if self._source.is_modified and not self._pause.isActive():
            self._pause.start()

    def keep(self) -> None:
        """Keep what stands there now."""
        self._pause.stop()
        if self._source.is_modified and self._task is None and not self.waits:
            opened, written = self._written()
            self._task = self._tasks.run_task(
                lambda: keep_unsaved(self._program, opened, written), lambda _: self._done(), self._failed
            )

    def drop(self) -> None:
        """All is saved, or not wanted; what is being kept just now goes after it."""
        self._pause.stop()
        if self.waits:
            return
        opened, _ = self._written()
        self._tasks.run_task(lambda: drop_unsaved(self._program, opened), _nothing, _raised)

    def _done(self) -> None:
        self._task = None

    def _failed(self, error: Exception) -> None:
        """A disk that is full is told of when the template is saved."""
        self._task = None
        if not isinstance(error, AppError):
            raise error


def _nothing(_: object) -> None:
    """Nobody waits for it."""


def _raised(error: Exception) -> None:
    raise error
