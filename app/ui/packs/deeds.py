"""What the menu does with template packs. Each dialog is imported when it opens."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.errors import AppError
from app.jobs.program import Program
from app.templating.own.kinds import OwnKind
from app.ui.library_watch import LibraryWatch
from app.ui.messages import tell, tell_error
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState


class Packs:
    """Gives away and takes in packs."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        state: WindowState,
        watch: LibraryWatch,
        window: QWidget,
    ) -> None:
        self._program, self._tasks, self._theme, self._state = program, tasks, theme, state
        self._watch, self._window = watch, window

    def choose_and_import(self) -> None:
        """Ask for the file of a pack, and what is to be taken of it."""
        folder = str(self._state.export_folder)
        said, _ = QFileDialog.getOpenFileName(
            self._window, "导入模板包", folder, "模板包 (*.zip);;所有文件 (*)"
        )
        if said:
            self.import_pack(Path(said))

    def import_pack(self, path: Path) -> None:
        """Show what a pack brings, and take what the writer wants of it."""
        from app.jobs.packs import look_into
        from app.ui.packs.import_dialog import ImportPackDialog

        try:
            look = self._tasks.wait_for(lambda: look_into(self._program, path))
        except AppError as error:
            tell_error(self._window, error)
            return
        dialog = ImportPackDialog(self._program, self._tasks, self._theme, look, self._window)
        taken = dialog.taken if dialog.exec() else None
        told = dialog.told_taken()
        dialog.deleteLater()
        self._watch.look()
        if taken is not None:
            tell(self._window, f"从“{look.name}”收进来了。", "\n".join((*told, *taken.notes)))

    def export_pack(self, chosen: Collection[tuple[OwnKind, str]] = (), over: QWidget | None = None) -> None:
        """Ask what of the writer's own goes into a pack; `chosen` are the keys, kind and ID, of what is ticked at first.

        `over` is the dialog from which this is asked, None for the window.
        """
        window = over or self._window
        from app.jobs.packs import own_things
        from app.ui.packs.export_dialog import ExportPackDialog

        try:
            things = self._tasks.wait_for(lambda: own_things(self._program))
        except AppError as error:
            tell_error(window, error)
            return
        folder = self._state.export_folder
        dialog = ExportPackDialog(self._program, self._tasks, things, folder, chosen, window)
        path = dialog.path if dialog.exec() else None
        dialog.deleteLater()
        if path is not None:
            tell(window, "导出好了。", f"{path}\n发给同事，在“模板 → 导入模板包”里选它。")
