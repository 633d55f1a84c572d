"""The dialogs that make a draft and hand one over; what they need is imported when they open."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.jobs.program import Program
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

if TYPE_CHECKING:
    from app.jobs.previewing import Incoming
    from app.ui.import_preview.attempts import Attempt


class Dialogs(QObject):
    """Opens them. `go_to_placeholder` tells the block to whose first 待填 the writer wants to go."""

    go_to_placeholder = Signal(str)

    def __init__(
        self, program: Program, tasks: Tasks, state: WindowState, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._program, self._tasks, self._state, self._theme = program, tasks, state, theme
        self._window = window
        self._new: QWidget | None = None
        self._table: QWidget | None = None

    def library_changed(self) -> None:
        """The library is another one: the new draft that is asked for, if one is, is asked for from that."""
        from app.ui.new_draft.dialog import NewDialog

        if isinstance(self._new, NewDialog):
            self._new.take_library(self._program.library)
        if self._table is not None:
            from app.ui.from_table.dialog import TableDialog

            if isinstance(self._table, TableDialog):
                self._table.take_library()

    def choose_new(self, occasion: str = "") -> Draft | None:
        """Ask for a new draft, of the occasion of that ID if there is one; what was typed stays until one is made."""
        from app.ui.new_draft.dialog import NewDialog

        if not isinstance(self._new, NewDialog):
            self._new = NewDialog(self._program, self._tasks, self._theme, self._window)
        if occasion:
            self._new.begin_with(occasion)
        return self._new.draft if self._new.exec() else None

    def new_was_taken(self) -> None:
        """The next new draft is asked for afresh."""
        if self._new is not None:
            self._new.deleteLater()
            self._new = None

    def show_from_table(self, table: Path | None = None) -> Path | None:
        """Make drafts from a table; the file of one that the writer wants to see. What was chosen stays until then."""
        from app.ui.from_table.dialog import TableDialog

        dialog = self._table
        if not isinstance(dialog, TableDialog):
            dialog = TableDialog(self._program, self._tasks, self._theme, self._state, self._window)
        self._table = dialog
        wanted: list[Path] = []
        connection = dialog.open_wanted.connect(wanted.append)
        if table is not None:
            QTimer.singleShot(0, dialog, lambda: dialog.read(table))
        dialog.exec()
        dialog.open_wanted.disconnect(connection)
        if dialog.is_finished:
            dialog.deleteLater()
            self._table = None
        return wanted[0] if wanted else None

    def show_import(self, incoming: "Incoming") -> "tuple[Attempt, ...]":
        """What each speech that the writer takes of a source was recognised as; none where he leaves."""
        from app.ui.import_preview.dialog import ImportDialog

        dialog = ImportDialog(self._tasks, self._theme, incoming, parent=self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.found

    def show_export(self, draft: Draft, source: Path | None) -> None:
        """Hand over a Word file."""
        from app.ui.exporting.dialog import ExportDialog

        dialog = ExportDialog(self._program, self._tasks, self._state, draft, source, self._window)
        dialog.go_to.connect(self.go_to_placeholder)
        dialog.exec()
        dialog.deleteLater()
