"""A new draft from an occasion: choose it, fill in the facts, choose how each part is written, see it at once."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.errors import AppError
from app.core.facts import FactSheet
from app.jobs.exporting import layout_of
from app.jobs.making import Made, new_draft
from app.jobs.program import Program
from app.jobs.speaking import draft_time
from app.lang.speaking import PRESETS, SpeakingTime, format_minutes
from app.layouts.model import Layout
from app.templating.answers import Answers
from app.templating.occasion import Occasion
from app.ui.forms.form import FieldForm
from app.ui.messages import tell_error
from app.ui.outline.layer_bar import LayerBar
from app.ui.outline.rows import LayerShares, layer_shares
from app.ui.page_preview import PagePreview
from app.ui.pieces import button, label
from app.ui.slot_choices import SlotChoices
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme

_PAUSE = 250
"""Milliseconds after the last key before the preview is made anew."""


@dataclass(frozen=True, slots=True)
class _Preview:
    """What the worker made for the right side."""

    made: Made
    layout: Layout
    characters: int
    time: SpeakingTime
    shares: LayerShares


class NewDialog(QDialog):
    """Asks for a new draft; `draft` is what came of it. Opened again, it has what was typed before."""

    def __init__(self, program: Program, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        self._program, self._tasks, self._theme = program, tasks, theme
        self._library = tasks.wait_for(lambda: program.library)
        self._values = FactSheet()
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compose)
        self.setWindowTitle("新建讲话稿")
        self.resize(1180, 720)
        self._make_left()
        self._make_middle()
        self._make_right()
        self._lay_out()
        self.occasions.currentRowChanged.connect(self._choose_occasion)
        self.occasions.setCurrentRow(0)

    # Parts

    def _make_left(self) -> None:
        self.occasions = QListWidget()
        self.occasions.setAccessibleName("场合")
        self.occasions.setFixedWidth(176)
        # Those with the four layers first: they are what most come for.
        occasions = sorted(
            self._library.occasions.values(), key=lambda each: not any(slot.layer for slot in each.slots)
        )
        for occasion in occasions:
            item = QListWidgetItem(f"{occasion.name}\n{_usual(occasion)}")
            item.setData(Qt.ItemDataRole.UserRole, occasion.id)
            item.setToolTip(occasion.description)
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + 16))
            self.occasions.addItem(item)

    def _make_middle(self) -> None:
        self._said = label("", "faint")
        self.form = FieldForm(hints=True)
        self.form.edited.connect(self._pause.start)
        self.choices = SlotChoices()
        self.choices.changed.connect(self._compose)
        self._tabs = QTabWidget()
        self._tabs.addTab(_scrolled(self.form), "事实")
        self._tabs.addTab(_scrolled(self.choices), "写法")
        self._tabs.setMinimumWidth(340)

    def _make_right(self) -> None:
        layout = layout_of(self._program, Draft())
        self.preview = PagePreview(layout, self._theme.dark)
        self.layer_bar = LayerBar(self._theme)
        self._length = QLabel()
        self._notice = label("", "warning")
        self._notice.hide()

    def _lay_out(self) -> None:
        self.main = button("生成讲话稿", self._make, "main")
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self._said)
        middle.addWidget(self._tabs, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.preview, 1)
        right.addWidget(self.layer_bar)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.occasions)
        parts.addLayout(middle, 2)
        parts.addLayout(right, 3)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._length)
        row.addWidget(self._notice, 1)
        row.addStretch(0)
        row.addWidget(button("取消", self.reject))
        row.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(row)

    # What is chosen

    @property
    def occasion(self) -> Occasion:
        """The chosen occasion."""
        return self._library.occasion(str(self.occasions.currentItem().data(Qt.ItemDataRole.UserRole)))

    def _choose_occasion(self) -> None:
        self._keep_values()
        occasion = self.occasion
        self._said.setText(occasion.description)
        self.form.ask(self._library.asked(occasion))
        self.form.put(self._values)
        self.choices.ask(self._library, occasion)
        self._compose()

    def _keep_values(self) -> None:
        """What was typed stays when another occasion is looked at that does not ask it."""
        for name, value in self.form.reading().items():
            self._values = self._values.with_value(name, value)

    def _answers(self) -> Answers:
        self._keep_values()
        asked = [field.name for field in self._library.asked(self.occasion)]
        return Answers(FactSheet(tuple(pair for pair in self._values if pair[0] in asked)))

    # Preview and result

    def _compose(self) -> None:
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
        occasion, answers, choices = self.occasion.id, self._answers(), self.choices.choices()

        def work() -> _Preview:
            made = new_draft(self._program, occasion, answers, choices)
            return _Preview(
                made,
                layout_of(self._program, made.draft),
                total(block_counts(made.draft.blocks)).characters,
                draft_time(made.draft, PRESETS["常速"]),
                layer_shares(made.draft),
            )

        self._task = self._tasks.run_task(work, self._show, self._complain)

    def _show(self, preview: _Preview) -> None:
        self._task = None
        draft = preview.made.draft
        self.preview.show_draft(draft, preview.layout)
        self.layer_bar.show_shares(preview.shares)
        to_fill = sum(run.placeholder for block in draft.blocks for run in block.runs)
        self._length.setText(
            f"{preview.characters:,} 字 · {format_minutes(preview.time)} · 待填 {to_fill} 处"
        )
        self._tell("\n".join(preview.made.notices))
        self.main.setEnabled(True)

    def _complain(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self._tell(str(error))
        self.main.setEnabled(False)

    def told(self) -> str:
        """What is said of the draft that is shown: its length, minutes, what is to be filled in."""
        return self._length.text()

    def _tell(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def _make(self) -> None:
        if not self.form.commit():
            self._tabs.setCurrentIndex(0)
            return
        occasion, answers, choices = self.occasion.id, self._answers(), self.choices.choices()
        try:
            made = self._tasks.wait_for(lambda: new_draft(self._program, occasion, answers, choices))
        except AppError as error:
            tell_error(self, error)
            return
        self.draft = made.draft
        self.accept()


def _usual(occasion: Occasion) -> str:
    """How long a speech of the occasion usually is."""
    if occasion.minutes is None:
        return "长短不限"
    least, most = occasion.minutes
    return f"{least}–{most} 分钟" if least != most else f"{least} 分钟"


def _scrolled(content: QWidget) -> QScrollArea:
    canvas = QWidget()
    canvas.setObjectName("canvas")
    column = QVBoxLayout(canvas)
    column.setContentsMargins(0, 16, 16, 16)
    column.addWidget(content)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(canvas)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
