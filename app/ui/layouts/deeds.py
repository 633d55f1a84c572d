"""What the menu 版式 does. Each dialog is imported when it opens."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.program import Program
from app.ui.messages import tell_error
from app.ui.tasks import Tasks
from app.ui.theme import Theme


class Layouts:
    """The deeds on layouts: the writer's own and those that come with the program."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        draft: Callable[[], Draft | None],
        writable: Callable[[], bool],
        use: Callable[[str], None],
        window: QWidget,
    ) -> None:
        """`draft` gives the open draft, None where there is none; `use` shows it in the layout of an ID as that is now."""
        self._program, self._tasks, self._theme, self._window = program, tasks, theme, window
        self._draft, self._writable, self._use = draft, writable, use

    def manage(self) -> None:
        """Show the layouts; the open draft is shown in the one that is chosen there, or in its own as it was changed."""
        from app.ui.layouts.dialog import LayoutsDialog

        draft = self._draft()
        try:
            dialog = LayoutsDialog(
                self._program, self._tasks, self._theme, draft, self._writable(), self._window
            )
        except AppError as error:
            tell_error(self._window, error)
            return
        dialog.exec()
        chosen = dialog.chosen or (draft.layout if draft is not None else "")
        dialog.deleteLater()
        if chosen:
            self._use(chosen)

    def learn(self, path: Path | None = None) -> None:
        """Learn a layout from a file, which is asked for where none is given; the open draft is shown in it at once."""
        from app.ui.learning.deeds import choose_sample, learn_layout

        path = path or choose_sample(self._program, self._window)
        if path is None:
            return
        writable = self._writable()
        kept = learn_layout(
            self._program, self._tasks, self._theme, path, self._draft(), writable, self._window
        )
        if kept is not None and writable:
            self._use(kept.id)
