"""A template as a page, filled with examples, with nothing, or with the facts of the open draft."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.filling import Filling
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.jobs.section_preview import SectionPreview, section_preview
from app.layouts.find import DEFAULT
from app.layouts.model import Layout
from app.templating.section_template import SectionTemplate
from app.ui.new_draft.page_preview import PagePreview
from app.ui.pieces import label
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme

_FAULTY = "改好以后，这里就能看到。"
_NOTHING_PRINTED = "照这样填，这个模板什么也不写。"


class TemplatePreview(QWidget):
    """Shows one template at a time. `measured` tells that another page is seen, or none."""

    measured = Signal()

    def __init__(self, program: Program, tasks: Tasks, theme: Theme, draft: Draft | None) -> None:
        super().__init__()
        self._program, self._tasks, self._draft = program, tasks, draft
        self._task: Task | None = None
        self._is_told = False
        self._template: SectionTemplate | None = None
        self.characters: int | None = None
        """字 of the page that is seen; None where there is none."""
        self._layout = _layout(program, draft)
        self.page = PagePreview(self._layout, theme)
        self.filling = QComboBox()
        for each in Filling:
            if each is not Filling.DRAFT or draft is not None:
                self.filling.addItem(each.value, each)
        self._length = QLabel()
        self._told = label("", "warning")
        self._told.hide()
        self._lay_out()
        self.filling.currentIndexChanged.connect(self._compose)

    def _lay_out(self) -> None:
        name = QLabel("预览")
        name.setBuddy(self.filling)
        self.filling.setAccessibleName("预览里填什么")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.filling)
        row.addStretch(1)
        row.addWidget(self._length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self.page, 1)

    def show_template(self, template: SectionTemplate | None, is_told: bool = False) -> None:
        """Show another template; nothing for None. `is_told` says that its faults stand elsewhere already."""
        self._is_told = is_told
        if template is not self._template:
            self.page.verticalScrollBar().setValue(0)
        self._template = template
        self._compose()

    def told(self) -> str:
        """What is said of the page: its length, or what is wrong."""
        return self._told.text() or self._length.text()

    def finish(self) -> None:
        """Nobody looks any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _compose(self) -> None:
        self.finish()
        template = self._template
        if template is None:
            self._clear("")
            return
        work = self._work(template, self.filling.currentData())
        self._task = self._tasks.run_task(work, self._show, self._complain)

    def _work(self, template: SectionTemplate, filling: Filling) -> Callable[[], SectionPreview]:
        program, draft = self._program, self._draft
        return lambda: section_preview(program.library, program.renderer, template, filling, draft)

    def _show(self, seen: SectionPreview) -> None:
        self._task = None
        self.page.show_draft(seen.draft, self._layout)
        to_fill = f" · 待填 {seen.to_fill} 处" if seen.to_fill else ""
        self._length.setText(f"{seen.characters:,} 字{to_fill}")
        self._tell("" if seen.draft.blocks else _NOTHING_PRINTED)
        self._measure(seen.characters)

    def _complain(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self._clear(_FAULTY if self._is_told else str(error))

    def _clear(self, told: str) -> None:
        self.page.show_draft(Draft(layout=self._layout.id), self._layout)
        self._length.setText("")
        self._tell(told)
        self._measure(None)

    def _measure(self, characters: int | None) -> None:
        self.characters = characters
        self.measured.emit()

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))


def _layout(program: Program, draft: Draft | None) -> Layout:
    """The layout of the draft; the standard one where there is none, or its own cannot be had, which the window said."""
    try:
        return layout_of(program, draft or Draft())
    except AppError:
        return layout_of(program, Draft(), DEFAULT)
