"""One thing of a pack, looked at: beside what is here, as a page, and as it is written."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTabWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.filling import Filling
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.jobs.section_preview import section_preview
from app.layouts.find import DEFAULT
from app.layouts.model import Layout
from app.templating.compose import compose
from app.templating.library import Library
from app.templating.occasion import Occasion
from app.templating.packs.brought import Brought, Standing
from app.templating.trials import examples
from app.ui.layouts.preview import LayoutPreview
from app.ui.new_draft.page_preview import PagePreview
from app.ui.tasks import Task, Tasks
from app.ui.templates.side_by_side import SideBySide
from app.ui.theme import Theme

T = TypeVar("T")

_MOST_COMPARED, _MOST_LINES, _LONGEST = 40_000, 1000, 1000
"""Characters of both texts together, lines, characters of a line: beyond it a hostile pack would hold the worker."""


class BroughtView(QTabWidget):
    """Shows one thing at a time, first what there is to be seen first of it."""

    def __init__(self, program: Program, tasks: Tasks, theme: Theme, library: Library) -> None:
        """`library` is what templates of the pack are filled from."""
        super().__init__()
        self._program, self._tasks, self._library = program, tasks, library
        self._running: list[Task] = []
        self._layout = layout_of(program, Draft(), DEFAULT)
        self.compared = SideBySide(theme, "现有的和包里的不同之处")
        self.page = PagePreview(self._layout, theme)
        self.sheets = LayoutPreview(program, tasks, theme, None)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("原文")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.addTab(self.compared, "不同之处")
        self.addTab(self.page, "预览")
        self.addTab(self.sheets, "纸样")
        self.addTab(self.text, "原文")
        self.setAccessibleName("看这一件")

    def show_item(self, item: Brought) -> None:
        """Show another thing."""
        self.finish()
        differs = item.standing is Standing.DIFFERENT and _may_be_compared(item.present, item.text)
        sound = item.value is not None and not item.faults
        layout = item.value if sound and isinstance(item.value, Layout) else None
        at = 2 if layout else 1
        for tab, seen in enumerate((differs, sound and not layout, layout is not None)):
            self.setTabVisible(tab, seen)
        self.sheets.show_layout(layout)
        self.compared.clear()
        if differs:
            find = self.compared.compared(("现有的", item.present), ("包里的", item.text))
            self._run(find, self.compared.setHtml)
        self.text.setPlainText(item.text[:_MOST_COMPARED])
        self._show_page(item if sound else None)
        self.setCurrentIndex(0 if differs else at if sound else 3)

    def finish(self) -> None:
        """Nobody waits for what is still found out any more."""
        self.sheets.finish()
        for task in self._running:
            task.cancel()
        self._running.clear()

    def _show_page(self, item: Brought | None) -> None:
        self.page.show_draft(Draft(layout=self._layout.id), self._layout)
        value = item.value if item is not None else None
        if value is None or isinstance(value, Layout):
            return
        library, renderer = self._library, self._program.renderer

        def work() -> Draft:
            if isinstance(value, Occasion):
                return compose(library, renderer, value.id, examples(library.facts))
            return section_preview(library, renderer, value, Filling.EXAMPLES).draft

        self._run(work, lambda draft: self.page.show_draft(draft, self._layout))

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._running.append(self._tasks.run_task(work, done, self._complain))

    def _complain(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self.setTabVisible(1, False)


def _may_be_compared(*texts: str) -> bool:
    lines = [text.split("\n") for text in texts]
    return (
        sum(map(len, texts)) <= _MOST_COMPARED
        and max(map(len, lines)) <= _MOST_LINES
        and max(len(line) for each in lines for line in each) <= _LONGEST
    )
