"""Learning a layout: a file is chosen, read in the worker, looked at, and kept."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.learning import SAMPLE_SUFFIXES, learned_from
from app.jobs.program import Program
from app.layouts.model import Layout
from app.ui.messages import tell, tell_error
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

_LEARNABLE = f"Word 文件 ({' '.join(f'*{suffix}' for suffix in SAMPLE_SUFFIXES)});;全部文件 (*)"


def choose_sample(program: Program, window: QWidget) -> Path | None:
    """Ask for a file to learn from; None where the writer leaves."""
    folder = str(WindowState(program.settings).draft_folder)
    name, _ = QFileDialog.getOpenFileName(window, "选一份排好版的样稿", folder, _LEARNABLE)
    return Path(name) if name else None


def learn_layout(
    program: Program,
    tasks: Tasks,
    theme: Theme,
    path: Path,
    draft: Draft | None,
    writable: bool,
    window: QWidget,
) -> Layout | None:
    """The own layout that the writer kept of what a file shows; None where he leaves, or it failed, which is told.

    `draft` is the one that is open, None where there is none; where none is `writable`, it is said where the layout
    is to be found.
    """
    from app.ui.learning.dialog import LearnDialog

    try:
        learned = tasks.wait_for(lambda: learned_from(program, path))
    except AppError as error:
        tell_error(window, error)
        return None
    dialog = LearnDialog(program, tasks, theme, learned, draft, writable, window)
    dialog.exec()
    kept = dialog.kept
    dialog.deleteLater()
    if kept is not None and not writable:
        tell(window, f"版式“{kept.name}”存好了。", "新建、导出讲话稿时可以选它，“版式”菜单里也有。")
    return kept
