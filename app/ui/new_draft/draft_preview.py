"""The draft that comes of what is chosen and typed: its page, how it is divided, its length."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.exporting import layout_of
from app.jobs.making import Made, new_draft
from app.jobs.program import Program
from app.jobs.speaking import draft_time, rate_for
from app.lang.speaking import SpeakingTime, format_minutes
from app.layouts.model import Layout
from app.templating.answers import Answers
from app.ui.new_draft.page_preview import PagePreview
from app.ui.outline.layer_bar import LayerBar
from app.ui.outline.rows import LayerShares, layer_shares
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Wanted:
    """A draft as it is asked for: the occasion's ID, what was answered, the template of each slot."""

    occasion: str
    answers: Answers
    choices: dict[str, str]

    def made(self, program: Program) -> Made:
        """The draft. Raises AppError."""
        return new_draft(program, self.occasion, self.answers, self.choices)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the worker makes of it."""

    made: Made
    layout: Layout
    characters: int
    time: SpeakingTime
    shares: LayerShares


class DraftPreview(QWidget):
    """Shows the draft that was asked for last. `told` gives what is wrong with it, empty for nothing."""

    told = Signal(str, bool)
    """A sentence, and whether the draft can be made."""

    def __init__(self, program: Program, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._program, self._tasks = program, tasks
        self._task: Task | None = None
        self.page = PagePreview(layout_of(program, Draft()), theme)
        self.layer_bar = LayerBar(theme)
        self.length = QLabel()
        """字数, minutes, and how much is to be filled in; it stands where the dialog puts it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.page, 1)
        column.addWidget(self.layer_bar)

    def compose(self, wanted: Wanted) -> None:
        """Show what comes of it as soon as the worker has made it; what was asked for before is dropped."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.run_task(lambda: self._seen(wanted), self._show, self._complain)

    def _seen(self, wanted: Wanted) -> _Seen:
        made = wanted.made(self._program)
        return _Seen(
            made,
            layout_of(self._program, made.draft),
            total(block_counts(made.draft.blocks)).characters,
            draft_time(made.draft, rate_for(self._program, made.draft)),
            layer_shares(made.draft),
        )

    def _show(self, seen: _Seen) -> None:
        self._task = None
        draft = seen.made.draft
        self.page.show_draft(draft, seen.layout)
        self.layer_bar.show_shares(seen.shares)
        to_fill = sum(run.placeholder for block in draft.blocks for run in block.runs)
        self.length.setText(f"{seen.characters:,} 字 · {format_minutes(seen.time)} · 待填 {to_fill} 处")
        self.told.emit("\n".join(seen.made.notices), True)

    def _complain(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self.told.emit(str(error), False)
