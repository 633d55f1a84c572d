"""Weighs groups of headings against each other in the worker, after a pause in typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.jobs.program import Program
from app.lang.parallelism import Parallelism, parallelism
from app.ui.tasks import Task, Tasks

Texts = tuple[str, ...]
_PAUSE = 300
"""Milliseconds after a key before headings are weighed."""


class Judge(QObject):
    """Knows how parallel headings are. `found` tells that more groups are known than before."""

    found = Signal()

    def __init__(
        self, program: Program, tasks: Tasks, fail: Callable[[Exception], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._program, self._tasks, self._fail = program, tasks, fail
        self._known: dict[Texts, Parallelism] = {}
        self._wanted: tuple[Texts, ...] = ()
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._begin)

    def known(self, texts: Texts) -> Parallelism | None:
        """What is known of these headings; None before they were weighed."""
        return self._known.get(texts)

    def weigh(self, several: Sequence[Texts], at_once: bool = False) -> None:
        """Weigh these groups when nothing more is asked for a moment; what was asked before is dropped."""
        self.stop()
        self._wanted = tuple(texts for texts in several if texts not in self._known)
        if self._wanted:
            self._pause.start(0 if at_once else _PAUSE)

    def stop(self) -> None:
        """Weigh nothing more and tell nobody."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _begin(self) -> None:
        program, wanted = self._program, self._wanted

        def work() -> dict[Texts, Parallelism]:
            verbs = program.lead_verbs
            return {texts: parallelism(texts, program.segmenter, verbs) for texts in wanted}

        def done(result: dict[Texts, Parallelism]) -> None:
            self._task = None
            self._known |= result
            self.found.emit()

        self._task = self._tasks.run_task(work, done, self._fail)
