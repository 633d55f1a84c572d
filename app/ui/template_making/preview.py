"""The template that is being made, as a page: with nothing filled in, or with what stood there."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.jobs.section_preview import SectionPreview
from app.jobs.template_making import Template, looked_at, places_of
from app.templating.generalise.passage import Passage
from app.templating.generalise.proposal import Proposal
from app.ui.new_draft.page_preview import PagePreview
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme


class MakingPreview(QWidget):
    """Shows what was made last. `told` gives what is wrong with it, empty for nothing."""

    told = Signal(str)
    filling_changed = Signal()

    def __init__(self, program: Program, tasks: Tasks, theme: Theme, draft: Draft) -> None:
        """It is shown in the layout and with the facts of the draft."""
        super().__init__()
        self._program, self._tasks, self._draft = program, tasks, draft
        self._task: Task | None = None
        self._seen = Draft()
        self._marked: Proposal | None = None
        self._layout = layout_of(program, draft)
        self.filling = QComboBox()
        self.filling.setAccessibleName("预览里填什么")
        self.filling.addItem("什么都不填", False)
        self.filling.addItem("填原文里的值", True)
        self.page = PagePreview(self._layout, theme)
        self._length = QLabel()
        named = QLabel("预览")
        named.setBuddy(self.filling)
        row = QHBoxLayout()
        row.addWidget(named)
        row.addWidget(self.filling)
        row.addStretch(1)
        row.addWidget(self._length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.page, 1)
        self.filling.activated.connect(lambda _: self.filling_changed.emit())

    def text(self) -> str:
        """The text of the page."""
        return self.page.text()

    def show_as_it_is(self, passage: Passage) -> None:
        """Show the passage before it is known what in it changes."""
        self.stop()
        self._show_draft(Draft(self._draft.facts, passage.blocks, layout=self._draft.layout))
        self._length.setText("")

    def mark(self, decision: Proposal | None) -> None:
        """Mark where one value stands, or what became of it, now and in what is made next; None for nothing."""
        self._marked = decision
        self.page.mark(places_of(self._seen, decision) if decision else ())

    def compose(self, make: Callable[[], Template]) -> None:
        """Show what is made in the worker; what was asked for before is dropped."""
        self.stop()
        program, draft, filled = self._program, self._draft, bool(self.filling.currentData())
        self._task = self._tasks.run_task(
            lambda: looked_at(program, draft, make(), filled), self._show, self._complain
        )

    def stop(self) -> None:
        """Nobody waits for it any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show(self, seen: SectionPreview) -> None:
        self._task = None
        self._show_draft(seen.draft)
        to_fill = f" · 待填 {seen.to_fill} 处" if seen.to_fill else ""
        self._length.setText(f"{seen.characters:,} 字{to_fill}")
        self.told.emit("")

    def _show_draft(self, draft: Draft) -> None:
        self._seen = draft
        self.page.show_draft(draft, self._layout)
        self.mark(self._marked)

    def _complain(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self.told.emit(str(error))
