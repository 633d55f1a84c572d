"""What the menu 模板 does. Each dialog is imported when it opens."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.jobs.program import Program
from app.templating.own.kinds import OwnKind
from app.ui.library_watch import LibraryWatch
from app.ui.tasks import Tasks
from app.ui.theme import Theme

Export = Callable[[Collection[tuple[OwnKind, str]], QWidget], None]
"""Asks what goes into a pack, with what is ticked at first, over a dialog."""


class Templates:
    """The deeds on section templates, occasions and packs: the writer's own and those that come with the program."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        watch: LibraryWatch,
        draft: Callable[[], Draft | None],
        writable: Callable[[], bool],
        insert: Callable[[str], None],
        export: Export,
        window: QWidget,
    ) -> None:
        """`draft` gives the open draft, None where there is none; `insert` puts the template of an ID into it.

        `export` gives away what of the writer's own has these keys, asked from a dialog.
        """
        self._program, self._tasks, self._theme, self._window = program, tasks, theme, window
        self._watch = watch
        self._place: tuple[str, str] | None = None
        """Where in the 模板库 the writer was when it closed."""
        self._draft, self._writable, self._insert, self._export = draft, writable, insert, export

    def show_library(self) -> None:
        """Show the 模板库; the template that is chosen there is put into the draft."""
        from app.ui.templates.dialog import LibraryDialog

        dialog = LibraryDialog(
            self._program,
            self._tasks,
            self._theme,
            self._watch,
            self._draft(),
            self._writable(),
            self._export,
            self._window,
        )
        if self._place is not None:
            dialog.browser.go_to(self._place)
        dialog.exec()
        chosen, self._place = dialog.template, dialog.browser.place
        dialog.deleteLater()
        if chosen:
            self._insert(chosen)
