"""Another program changed the file of the open draft: noticed when the writer comes back to the window."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.jobs.opening import Opened
from app.jobs.outside import Look, Outside, look
from app.ui.messages import ask
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from pathlib import Path

    from app.storage.siceng_file import Stamp
    from app.ui.document.draft_document import DraftDocument

_CHANGED = "“{name}”在打开之后被别的程序改过。"
_CHOICE = "重新打开，看到的是改过的那一份；保留这里的，保存时会换掉它，换下来的留作备份（.bak）。"
_UNSAVED = "这里还有没保存的改动，重新打开之前会先问。"
_GONE = "“{name}”不在原来的地方了；保存会在那里重新写一份。"


class Files(Protocol):
    """What the watch needs of the deeds on files."""

    @property
    def opened(self) -> Opened | None: ...
    def open(self, path: "Path") -> bool: ...
    def take_as_now(self, stamp: "Stamp") -> None: ...


class Table(Protocol):
    """What the watch needs of the window."""

    @property
    def document(self) -> "DraftDocument | None": ...
    def note(self, text: str, until_saved: bool = False) -> None: ...


class OutsideWatch(QObject):
    """Looks at the file of the draft whenever the window is come back to."""

    def __init__(self, files: Files, table: Table, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._files, self._table, self._tasks, self._window = files, table, tasks, window
        self._told: tuple[Opened, Look] | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's call for every event of the window."""
        if event.type() is QEvent.Type.WindowActivate:
            self.look_again()
        return False

    def look_again(self) -> None:
        """Look in the worker: the disk may be far away."""
        opened = self._files.opened
        if opened is not None and opened.stamp is not None and not self._tasks.is_waiting:
            self._tasks.run_task(lambda: look(opened), lambda seen: self._seen(opened, seen), self._fail)

    def _seen(self, opened: Opened, seen: Look) -> None:
        """Nothing is asked twice, and nothing while the window does something else."""
        busy = self._tasks.is_waiting or QApplication.activeModalWidget() is not None
        if busy or self._files.opened is not opened or self._told == (opened, seen):
            return
        if seen.state is Outside.SAME:
            if seen.stamp is not None and seen.stamp != opened.stamp:
                self._files.take_as_now(seen.stamp)
            return
        self._told = opened, seen
        if seen.state is Outside.GONE:
            self._keep_mine()
            self._table.note(_GONE.format(name=_name(opened)), until_saved=True)
        else:
            self._ask(opened, seen)

    def _ask(self, opened: Opened, seen: Look) -> None:
        document = self._table.document
        unsaved = document is not None and document.isModified()
        said = f"{_CHOICE}{_UNSAVED if unsaved else ''}"
        chosen = ask(self._window, _CHANGED.format(name=_name(opened)), said, "重新打开", "保留这里的")
        if chosen == 0 and opened.path is not None:
            self._files.open(opened.path)
        elif chosen == 1 and seen.stamp is not None:
            self._files.take_as_now(seen.stamp)
            self._keep_mine()

    def _keep_mine(self) -> None:
        """What is here is not what is on the disk: it counts as not saved."""
        document = self._table.document
        if document is not None and self._files.opened is not None and self._files.opened.read_only is None:
            document.setModified(True)

    def _fail(self, error: Exception) -> None:
        raise error


def _name(opened: Opened) -> str:
    return opened.path.name if opened.path else ""
