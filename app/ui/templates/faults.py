"""What is wrong in the writer's own templates, found one after the other while the 模板库 is looked at."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from app.jobs.program import Program
from app.jobs.templates import check_templates
from app.templating.remarks import Level, Remark
from app.ui.tasks import Task, Tasks
from app.ui.templates.details import said_of
from app.ui.templates.entries import Entry

_MOST_TOLD = 3


class Faults(QObject):
    """`found` tells that all have been looked at and something is wrong in some, or no longer is."""

    found = Signal()

    def __init__(self, program: Program, tasks: Tasks) -> None:
        super().__init__()
        self._program, self._tasks = program, tasks
        self._left: list[Entry] = []
        self._remarks: dict[str, tuple[Remark, ...]] = {}
        self._was_told = False
        self._task: Task | None = None

    def look_at(self, entries: Iterable[Entry]) -> None:
        """Check the writer's own among these; what was known of them is forgotten."""
        self.finish()
        self._remarks = {}
        self._left = [entry for entry in entries if entry.is_own and entry.template is not None]
        self._next()

    def _next(self) -> None:
        """One at a time: what the writer looks at meanwhile is made in between."""
        self._task = None
        if not self._left:
            if self._remarks or self._was_told:
                self._was_told = bool(self._remarks)
                self.found.emit()
            return
        entry = self._left.pop(0)

        def take(remarks: tuple[Remark, ...]) -> None:
            if remarks:
                self._remarks[entry.key] = remarks
            self._next()

        self._task = self._tasks.run_task(lambda: check_templates(self._program, entry.path), take, _fail)

    def finish(self) -> None:
        """Look at no more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._left = []

    @property
    def wrong(self) -> tuple[str, ...]:
        """The keys of those in which something must be put right."""
        return tuple(self.first)

    @property
    def first(self) -> Mapping[str, str]:
        """The first fault of each of them."""
        wrong = {key: _of(remarks, Level.WRONG) for key, remarks in self._remarks.items()}
        return {key: said_of(remarks[0]) for key, remarks in wrong.items() if remarks}

    def told(self, entry: Entry) -> str:
        """What is wrong with an entry and what to write instead, a line each; empty where nothing is."""
        if entry.error is not None:
            return f"{entry.error.what}{entry.error.remedy}"
        wrong = _of(self._remarks.get(entry.key, ()), Level.WRONG)
        more = [f"还有 {len(wrong) - _MOST_TOLD} 处。"] if len(wrong) > _MOST_TOLD else []
        return "\n".join([*map(said_of, wrong[:_MOST_TOLD]), *more])

    def doubts(self, entry: Entry) -> tuple[Remark, ...]:
        """What its author may want to look at again."""
        return _of(self._remarks.get(entry.key, ()), Level.DOUBT)


def _of(remarks: Iterable[Remark], level: Level) -> tuple[Remark, ...]:
    return tuple(remark for remark in remarks if remark.level is level)


def _fail(error: Exception) -> None:
    """An error of the worker goes where all errors go."""
    raise error
