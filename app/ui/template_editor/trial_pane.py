"""What comes of the template, as a page beside its text that follows every key."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.jobs.filling import Filling
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.jobs.template_trials import Asked, Checked, Tried, check_template, try_template
from app.templating.problems import TemplateError
from app.ui.new_draft.page_preview import PagePreview
from app.ui.pieces import label
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme

_PAUSE = 120
"""Milliseconds without a key before the template is checked."""


class TrialPane(QWidget):
    """Has the template tried and shows what comes of it; a moment later, has it checked. `checked` tells that."""

    tried = Signal(object)
    checked = Signal(object)

    def __init__(
        self, program: Program, tasks: Tasks, theme: Theme, ask: Callable[[Filling], Asked], has_draft: bool
    ) -> None:
        """`ask` gives what is to be tried now; `has_draft` says whether one is open, to fill it with its facts."""
        super().__init__()
        self._program, self._tasks, self._ask = program, tasks, ask
        self._task: Task | None = None
        self._stale = False
        self._last: Tried | None = None
        self._words = ""
        self._layout = layout_of(program, Draft())
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._check)
        self.filling = QComboBox()
        self.filling.setAccessibleName("预览里填什么")
        for each in Filling:
            if each is not Filling.DRAFT or has_draft:
                self.filling.addItem(each.value, each)
        self.filling.currentIndexChanged.connect(lambda _: self.renew())
        self.page = PagePreview(self._layout, theme)
        self._length = QLabel()
        self._told = label("", "warning")
        self._told.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        name = QLabel("预览")
        name.setBuddy(self.filling)
        row.addWidget(name)
        row.addWidget(self.filling)
        row.addStretch(1)
        row.addWidget(self._length)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.page, 1)
        column.addWidget(self._told)

    def renew(self) -> None:
        """Show what comes of the template now; while one is tried the next waits, whatever comes in between."""
        self._stale = True
        self._soon.start()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is tried or checked, or waits to be."""
        return self._task is None and not self._stale and not self._pause.isActive()

    def _begin(self) -> None:
        if self._task is not None or not self._stale:
            return
        self._stale = False
        asked = self._ask(self.filling.currentData())
        self._pause.stop()
        self._task = self._tasks.run_task(lambda: try_template(self._program, asked), self._show, self._raise)

    def _show(self, done: Tried) -> None:
        self._task = None
        self._last = done
        if done.draft is not None:
            self.page.show_draft(done.draft, self._layout)
            count = total(block_counts(done.draft.blocks)).characters
            to_fill = sum(run.placeholder for block in done.draft.blocks for run in block.runs)
            self._length.setText(f"{count:,} 字 · 待填 {to_fill} 处")
            self.page.bring_into_view(self._words)
        self.tried.emit(done)
        if self._stale:
            self._soon.start()
        else:
            self._pause.start()

    def _check(self) -> None:
        """Check what was tried last, when nothing else is to be tried."""
        done = self._last
        if self._task is None and not self._stale and done is not None:
            self._task = self._tasks.run_task(
                lambda: check_template(self._program, done), self._take, self._raise
            )

    def _take(self, checked: Checked) -> None:
        self._task = None
        self.checked.emit(checked)
        if self._stale:
            self._soon.start()

    def follow(self, words: str) -> None:
        """Show the paragraph in which some words stand, now and after every key."""
        self._words = words
        self.page.bring_into_view(words)

    @property
    def told(self) -> str:
        """What is said of why the page shows what came before; empty where it is up to date."""
        return self._told.text() if self._told.isVisible() else ""

    def tell(self, checked: Checked) -> None:
        """Say why nothing came of the template, where that is so: the page shows what it gave before."""
        error = checked.tried.error
        self._told.setVisible(error is not None)
        if isinstance(error, TemplateError):
            where = f"第 {error.line} 行：" if error.line else ""
            self._told.setText(f"{where}{error.trouble}预览还是出错以前的样子。")
        elif error is not None:
            self._told.setText(error.what)

    def _raise(self, error: Exception) -> None:
        self._task = None
        raise error

    def leave(self) -> None:
        """Nobody waits for it any more."""
        self._stale = False
        self._soon.stop()
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
