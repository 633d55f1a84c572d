"""Notices that the writer's own files were changed, with a text editor as by the program itself.

The system tells of changes while the window is at the back; whoever comes back from another program is looked after
even where it does not, as on some network drives.
"""

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.jobs.program import Program
from app.templating.library import Library, Problem
from app.templating.own.stamps import Seen, look
from app.ui.tasks import Tasks

_PAUSE = 200
"""Milliseconds for a program to finish what it writes."""


class LibraryWatch(QObject):
    """`changed`: the library, or a layout, is another now; `told` says which file has a fault since then."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, program: Program, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._program, self._tasks = program, tasks
        self._known: Library | None = None
        self._is_looking, self._again, self._is_over = False, False, False
        self._files = QFileSystemWatcher(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        # Qt reads the clock of the first change: later ones must not put the look off for ever.
        for signal in (self._files.fileChanged, self._files.directoryChanged):
            signal.connect(self._look_soon)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._look_when_back)

    @property
    def is_looking(self) -> bool:
        """Whether files are being read."""
        return self._is_looking

    def look(self) -> None:
        """Read in the worker what was changed; to be called after the program wrote an own file itself."""
        if self._is_over:
            return
        if self._is_looking:
            self._again = True
            return
        self._is_looking = True
        self._tasks.run_task(self._read, self._show, self._fail)

    def stop(self) -> None:
        """Look no more: the program is being left."""
        self._is_over = True
        self._pause.stop()

    def _read(self) -> tuple[Library, Library, Seen]:
        before = self._program.library
        self._program.refresh_library()
        return before, self._program.library, look(self._program.own.folder)

    def _show(self, read: tuple[Library, Library, Seen]) -> None:
        before, library, seen = read
        self._is_looking = False
        self._follow(seen)
        # Whoever refreshed the library without a word is made good for here.
        before, self._known = self._known or before, library
        if before is not library:
            self.changed.emit()
            self._tell(before.problems, library.problems)
        if self._again:
            self._again = False
            self.look()

    def _follow(self, seen: Seen) -> None:
        """Have the system watch the folders and files there are now, or else the folder in which they would be made."""
        wanted = {str(path) for path in (*seen.folders, *seen.files)}
        if not wanted:
            above = self._program.own.folder.parent
            wanted = {str(above)} if above.is_dir() else set[str]()
        watched = {*self._files.files(), *self._files.directories()}
        if gone := [*watched - wanted]:
            self._files.removePaths(gone)
        if new := [*wanted - watched]:
            self._files.addPaths(new)
            self._look_soon()  # what was written between the reading and this is told by nobody

    def _tell(self, before: tuple[Problem, ...], now: tuple[Problem, ...]) -> None:
        known = {(problem.path, str(problem.error)) for problem in before}
        for problem in now:
            if (problem.path, str(problem.error)) not in known:
                named = f"“{problem.path.name}”"
                where = str(problem.error).removeprefix(named)
                self.told.emit(f"{named}有错，仍用原来的：{where}")
                return

    def _look_soon(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _look_when_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._look_soon()

    def _fail(self, error: Exception) -> None:
        """An error of the worker goes where all errors go."""
        self._is_looking = False
        raise error
