"""用单位的 Word 模板: a file is chosen, looked at in the worker, matched, and the layout made of it used at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.program import Program
from app.ui.library_watch import LibraryWatch
from app.ui.messages import tell, tell_error
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

_FILES = "Word 文件和模板 (*.docx *.dotx);;全部文件 (*)"


class UnitFiles:
    """The deed of 用单位的 Word 模板…."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        state: WindowState,
        watch: LibraryWatch,
        draft: Callable[[], Draft | None],
        writable: Callable[[], bool],
        use: Callable[[str], None],
        window: QWidget,
    ) -> None:
        """`draft` gives the open draft, None where there is none; `use` shows it in the layout of an ID."""
        self._program, self._tasks, self._theme, self._state = program, tasks, theme, state
        self._watch, self._draft, self._writable, self._use = watch, draft, writable, use
        self._window = window

    def choose(self) -> None:
        """Ask for a file, and show what it has."""
        folder = str(self._state.draft_folder)
        name, _ = QFileDialog.getOpenFileName(self._window, "选单位的 Word 模板", folder, _FILES)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Show what a file has; the layout that is made of it is used at once where a draft can be changed."""
        from app.jobs.unit_files import look_into
        from app.ui.base_file.dialog import UnitFileDialog

        try:
            unit = self._tasks.wait_for(lambda: look_into(path))
        except AppError as error:
            tell_error(self._window, error)
            return
        writable = self._writable()
        dialog = UnitFileDialog(
            self._program, self._tasks, self._theme, unit, self._draft(), writable, self._window
        )
        dialog.exec()
        kept = dialog.kept
        dialog.deleteLater()
        if kept is None:
            return
        self._watch.look()  # the window is told
        if writable:
            self._use(kept.id)
        else:
            tell(self._window, f"版式“{kept.name}”存好了。", "导出讲话稿时可以选它，“版式”菜单里也有。")
