"""One thing of a pack, looked at: beside what is here, as a page, and as it is written."""

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTabWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.jobs.section_preview import Filling, SectionPreview, section_preview
from app.layouts.find import DEFAULT
from app.templating.library import Library
from app.templating.packs.brought import Brought, Standing
from app.ui.new_draft.page_preview import PagePreview
from app.ui.tasks import Task, Tasks
from app.ui.templates.side_by_side import SideBySide
from app.ui.theme import Theme

_MOST_COMPARED = 40_000
"""Characters of both texts together up to which they are set side by side: a hostile pack must not hold the window."""


class BroughtView(QTabWidget):
    """Shows one thing at a time, first what there is to be seen first of it."""

    def __init__(self, program: Program, tasks: Tasks, theme: Theme, library: Library) -> None:
        """`library` is what templates of the pack are filled from."""
        super().__init__()
        self._program, self._tasks, self._library = program, tasks, library
        self._task: Task | None = None
        self._layout = layout_of(program, Draft(), DEFAULT)
        self.compared = SideBySide(theme, "现有的和包里的不同之处")
        self.page = PagePreview(self._layout, theme.dark)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("原文")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.addTab(self.compared, "不同之处")
        self.addTab(self.page, "预览")
        self.addTab(self.text, "原文")
        self.setAccessibleName("看这一件")

    def show_item(self, item: Brought) -> None:
        """Show another thing."""
        self.finish()
        differs = item.standing is Standing.DIFFERENT and len(item.present + item.text) <= _MOST_COMPARED
        sound = item.template is not None and not item.faults
        self.setTabVisible(0, differs)
        self.setTabVisible(1, sound)
        if differs:
            self.compared.show_texts(("现有的", item.present), ("包里的", item.text))
        self.text.setPlainText(item.text[:_MOST_COMPARED])
        self._show_page(item if sound else None)
        self.setCurrentIndex(0 if differs else 1 if sound else 2)

    def finish(self) -> None:
        """Nobody waits for the page any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show_page(self, item: Brought | None) -> None:
        self.page.show_draft(Draft(layout=self._layout.id), self._layout)
        if item is None or item.template is None:
            return
        template, library, program = item.template, self._library, self._program

        def work() -> SectionPreview:
            return section_preview(library, program.renderer, template, Filling.EXAMPLES, None)

        self._task = self._tasks.run_task(work, self._show, self._complain)

    def _show(self, seen: SectionPreview) -> None:
        self._task = None
        self.page.show_draft(seen.draft, self._layout)

    def _complain(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self.setTabVisible(1, False)
