"""Long work in one worker thread, so that the window never freezes (DESIGN.md §3).

One worker, because the renderer of templates and the word segmenter are not for two at once.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")


class Task(QObject):
    """One piece of work under way. `cancel` drops its result; what already runs ends by itself."""

    _ended = Signal(object, object)

    def __init__(
        self, done: Callable[[Any], None], failed: Callable[[Exception], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._done, self._failed, self._dropped = done, failed, False
        self._ended.connect(self._deliver, QtCore.Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Tell nobody when it ends, and do not begin it if it has not begun."""
        # Whom it would have told is let go too: a task that Qt deletes must not take its own owner along.
        self._dropped, self._done, self._failed = True, _nobody, _nobody

    def work(self, func: Callable[[], Any]) -> None:
        """Do the work; called in the worker."""
        if self._dropped:
            self._ended.emit(None, None)
            return
        try:
            result = func()
        except Exception as error:  # noqa: BLE001  every error goes to the window's thread, to be shown there
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _deliver(self, result: object, error: Exception | None) -> None:
        self.deleteLater()
        if self._dropped:
            return
        if error is not None:
            self._failed(error)
        else:
            self._done(result)


def _nobody(_: object) -> None:
    """Told in the place of whom a task was cancelled for."""


class Tasks(QObject):
    """Runs work in the order in which it was given. Results arrive in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = self._is_over = False

    @cached_property
    def _worker(self) -> "ThreadPoolExecutor":
        """Loaded with the first work, which comes after the first painting.

        Not Qt's pool: that deletes its QRunnables behind Python's back, whose wrappers then stand for others.
        """
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, "siceng")

    def run_task(
        self, func: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> Task:
        """Do `func` in the worker, then `done` with its result or `failed` with its error here.

        After the end nothing is done: a timer of what is about to go may still ask for something.
        """
        task = Task(done, failed, self)
        if self._is_over:
            task.cancel()
        else:
            self._worker.submit(task.work, func)
        return task

    def wait_for(self, func: Callable[[], T]) -> T:
        """The result of `func`, done in the worker while the window goes on painting but takes no keys.

        Raises what `func` raises.
        """
        loop = QEventLoop()
        outcome: list[tuple[T | None, Exception | None]] = []

        def end(result: T | None, error: Exception | None) -> None:
            outcome.append((result, error))
            loop.quit()

        self.run_task(func, lambda result: end(result, None), lambda error: end(None, error))
        self._waiting = True
        QGuiApplication.setOverrideCursor(QtCore.Qt.CursorShape.BusyCursor)
        try:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            QGuiApplication.restoreOverrideCursor()
            self._waiting = False
        result, error = outcome[0]
        if error is not None:
            raise error
        return result  # type: ignore[return-value]

    @property
    def is_waiting(self) -> bool:
        """Whether `wait_for` is under way: the window must not be closed."""
        return self._waiting

    def finish(self) -> None:
        """Wait for what runs; nobody is told, and what has not begun is dropped. Called once, at the end."""
        self._is_over = True
        for task in self.findChildren(Task):
            task.cancel()
        self._worker.shutdown(cancel_futures=True)
