"""Importing: a foreign file is read, looked at in the preview, and becomes a draft, or one draft for each speech in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.opening import FOREIGN_SUFFIXES, Opened, open_draft
from app.jobs.program import Program
from app.ui.dialogs import Dialogs
from app.ui.messages import ask, tell_error
from app.ui.tasks import Tasks
from app.ui.window_state import WindowState

if TYPE_CHECKING:  # imported with the first file
    from app.jobs.previewing import Incoming

_IMPORTABLE = f"Word 文件和文本 ({' '.join(f'*{suffix}' for suffix in FOREIGN_SUFFIXES)});;全部文件 (*)"

_RETURNED = (
    "这份 Word 文件是从打开的稿子导出的。",
    "文字以 Word 文件里的为准。事实、绑定和各节的设置，Word 文件里没有，可以从打开的稿子接回来。",
    "接回来",
    "不接",
)


class Importing:
    """The deeds up to the draft; what is open is not touched."""

    def __init__(
        self, program: Program, tasks: Tasks, state: WindowState, dialogs: Dialogs, window: QWidget
    ) -> None:
        self._program, self._tasks, self._state = program, tasks, state
        self._dialogs, self._window = dialogs, window

    def choose(self) -> Path | None:
        """Ask for a file to import; None where the writer leaves."""
        folder = str(self._state.draft_folder)
        name, _ = QFileDialog.getOpenFileName(self._window, "导入", folder, _IMPORTABLE)
        return Path(name) if name else None

    def opened(self, path: Path, at_hand: Draft | None = None) -> Opened | None:
        """The draft that the writer had made of a file; None where he leaves, or where it failed, which is told.

        A file that needs no recognising is opened as it is. Where the draft `at_hand` went out to it, it is offered
        to give back what Word could not carry.
        """
        from app.jobs.previewing import Incoming, incoming

        try:
            found = self._tasks.wait_for(lambda: incoming(self._program, path))
            return self._looked_at(found, path, at_hand) if isinstance(found, Incoming) else found
        except AppError as error:
            tell_error(self._window, error)
            return None

    def _looked_at(self, found: "Incoming", path: Path, at_hand: Draft | None) -> Opened | None:
        """Raises WriteError where several drafts cannot be saved."""
        from app.jobs.previewing import taken
        from app.jobs.returning import may_return_to, reopened

        attempts = self._dialogs.show_import(found)
        known = None
        if any(may_return_to(each.found.draft, at_hand) for each in attempts):
            chosen = ask(self._window, *_RETURNED)
            if chosen is None:
                return None
            known = at_hand if chosen == 0 else None

        def drafts() -> list[Opened]:
            made = (taken(each.part.foreign, each.found, path) for each in attempts)
            return [reopened(self._program, each, known) for each in made]

        opened = self._tasks.wait_for(drafts)
        return self._saved(opened, path) if len(opened) > 1 else next(iter(opened), None)

    def _saved(self, drafts: Sequence[Opened], path: Path) -> Opened | None:
        """The first of several drafts, each saved in a file of its own in a folder that the writer chooses."""
        from app.jobs.importing import save_each

        asked = f"{len(drafts)} 篇讲话稿存到哪个文件夹"
        folder = QFileDialog.getExistingDirectory(self._window, asked, str(path.parent))
        if not folder:
            return None
        paths = self._tasks.wait_for(lambda: save_each(drafts, path, Path(folder)))
        for other in reversed(paths):
            self._state.add_recent(other)
        return self._tasks.wait_for(lambda: open_draft(self._program, paths[0]))
