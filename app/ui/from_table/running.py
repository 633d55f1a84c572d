"""The rows made one after the other in the worker, each told when it is done; between two it can be stopped."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError
from app.jobs.table.making import RowDone
from app.ui.tasks import Tasks


class Run(QObject):
    """One run. `told` gives a row that is done; `ended` comes once, with what ended it early or None."""

    told = Signal(object)
    ended = Signal(object)

    def __init__(self, tasks: Tasks, rows: Iterator[RowDone], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._rows = tasks, rows
        self._stopped = self._over = False

    @property
    def over(self) -> bool:
        """Whether nothing is made any more."""
        return self._over

    def begin(self) -> None:
        """Make the next row."""
        rows = self._rows
        self._tasks.run_task(lambda: next(rows, None), self._take, self._fail)

    def stop(self) -> None:
        """Make no more rows than the one that is under way."""
        self._stopped = True

    def _take(self, done: RowDone | None) -> None:
        if done is not None:
            self.told.emit(done)
        if done is None or self._stopped:
            self._end(None)
        else:
            self.begin()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            self._end(None)
            raise error
        self._end(error)

    def _end(self, error: AppError | None) -> None:
        self._over = True
        self.ended.emit(error)
