"""Where the lines of a long title end in print, found in the worker, for the page to show it so.

A title with the cursor in it is looked at when the cursor leaves: letters do not move while they are written.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.draft import FORCED_LINE_END, Draft
from app.core.kinds import HEAD_KINDS, Kind
from app.export.title import broken_title, width
from app.jobs.program import Program
from app.ui.editor.title_lines import TitleLines
from app.ui.page import Page
from app.ui.tasks import Task, Tasks


class TitleBreaking(QObject):
    """Follows one page at a time."""

    def __init__(
        self, program: Program, tasks: Tasks, fail: Callable[[Exception], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._program, self._tasks, self._fail = program, tasks, fail
        self._page: Page | None = None
        self._lines: TitleLines | None = None
        self._task: Task | None = None
        self._asked: tuple[int, str] = (0, "")

    def follow(self, page: Page | None) -> None:
        """Look at the title of another page from now on; None at none."""
        if self._task is not None:
            self._task.cancel()
        self._page, self._lines, self._asked, self._task = page, None, (0, ""), None
        if page is not None:
            self._lines = TitleLines(page.editor)
            page.document.draft_changed.connect(self._look_from_outside)
            page.editor.place_changed.connect(self._look_from_outside)
            self._look()

    def _look_from_outside(self) -> None:
        page = self._page
        if page is None or page.document.is_settling:
            return  # it is told when it has settled
        if page.editor.current_block_index() != _title_at(page.document.draft()):
            self._look()

    def _look(self) -> None:
        if self._page is None:
            return
        draft, layout = self._page.document.draft(), self._page.document.presentation.layout
        index = _title_at(draft)
        if index is None or (index, draft.blocks[index].text) == self._asked:
            return
        self._asked = index, text = index, draft.blocks[index].text
        if all(width(line) <= layout.title_most for line in text.split(FORCED_LINE_END)):
            return  # Qt breaks it as little as the export does
        segmenter = self._program.segmenter
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.run_task(
            lambda: broken_title(text, layout.title_best, segmenter, layout.title_most),
            lambda lines: self._show(index, text, lines),
            self._fail,
        )

    def _show(self, index: int, text: str, lines: tuple[str, ...]) -> None:
        self._task = None
        if self._lines is not None:
            self._lines.show(index, text, lines)


def _title_at(draft: Draft) -> int | None:
    """Index of the title, which is among the blocks of the head; None where there is none."""
    for index, block in enumerate(draft.blocks):
        if block.kind is Kind.TITLE:
            return index
        if block.kind not in HEAD_KINDS:
            break
    return None
