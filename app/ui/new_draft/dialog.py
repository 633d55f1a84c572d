"""A new draft from an occasion: choose it, fill in the facts, choose how each part is written, see it at once."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.core.facts import FactSheet
from app.jobs.program import Program
from app.templating.answers import Answers
from app.templating.library import Library
from app.templating.occasion import Occasion
from app.templating.opening import openings
from app.ui.focus import Dialog
from app.ui.forms.form import FieldForm
from app.ui.messages import tell_error
from app.ui.new_draft.draft_preview import DraftPreview, Wanted
from app.ui.new_draft.occasions import OccasionList
from app.ui.new_draft.slot_choices import SlotChoices
from app.ui.pieces import button, label, scrolled
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_PAUSE = 250
"""Milliseconds after the last key before the preview is made anew."""


class NewDialog(Dialog):
    """Asks for a new draft; `draft` is what came of it. Opened again, it has what was typed before."""

    def __init__(self, program: Program, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        self._program, self._tasks = program, tasks
        self._library = tasks.wait_for(lambda: program.library)
        self._values = FactSheet()
        self._is_behind = False
        self._form: Occasion | None = None
        self._read: Occasion | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compose)
        self.setWindowTitle("新建讲话稿")
        self.resize(1180, 720)
        self.occasions = OccasionList(self._library.occasions.values())
        self._said = label("", "faint")
        self.form = FieldForm(hints=True)
        self.form.edited.connect(self._pause.start)
        self.choices = SlotChoices()
        self.choices.changed.connect(self._compose)
        self.choices.edited.connect(self._pause.start)
        self.preview = DraftPreview(program, tasks, theme)
        self.preview.told.connect(self._tell)
        self._notice = label("", "warning")
        self._notice.hide()
        self._lay_out()
        self.occasions.currentRowChanged.connect(self._choose_occasion)
        self.occasions.setCurrentRow(0)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.addTab(scrolled(self.form, "事实"), "事实")
        self.tabs.addTab(scrolled(self.choices, "写法"), "写法")
        self.tabs.setMinimumWidth(340)
        self.main = button("生成讲话稿", self._make, "main")
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self._said)
        middle.addWidget(self.tabs, 1)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.occasions)
        parts.addLayout(middle, 2)
        parts.addWidget(self.preview, 3)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.preview.length)
        row.addWidget(self._notice, 1)
        row.addStretch(0)
        row.addWidget(button("取消", self.reject))
        row.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(row)

    def begin_with(self, occasion_id: str) -> None:
        """The occasion is chosen already: the writer goes on with its facts."""
        self.occasions.choose(occasion_id)
        self.tabs.setCurrentIndex(0)
        first = next(iter(self.form.rows.values()), None)
        if first is not None:
            first.box.setFocus()

    def take_library(self, library: Library) -> None:
        """Offer what another library has; what was chosen and typed stays."""
        self._library = library
        self.occasions.show_occasions(library.occasions.values())
        self._form = self._read = None
        self._is_behind = True
        if self.isVisible():
            self._catch_up()

    @property
    def occasion(self) -> Occasion:
        """The chosen occasion."""
        return self._library.occasion(self.occasions.chosen)

    def _choose_occasion(self) -> None:
        self._keep_values()
        occasion = self.occasion
        self._said.setText(occasion.description)
        self.form.ask(self._library.asked(occasion))
        self.form.put(self._values)
        self._form = None
        self._compose()

    def _ask_slots(self) -> None:
        """Ask for the slots of the variant that the facts want, where that is not the one asked for already."""
        form = self._library.form_of(self.occasion, self._facts())
        if form == self._form:
            return
        self._form = form
        self.choices.ask(self._library, form)

    def _read_openings(self) -> None:
        """Find out, after the preview, how the templates begin that can be chosen."""
        form = self._form
        if form is None or form == self._read:
            return
        self._read = form
        library, renderer = self._library, self._program.renderer
        self._tasks.run_task(
            lambda: openings(library, renderer, form, FactSheet()), self.choices.show_openings, _fail
        )

    def _keep_values(self) -> None:
        """What was typed stays when another occasion is looked at that does not ask it."""
        for name, value in self.form.reading().items():
            self._values = self._values.with_value(name, value)

    def _wanted(self) -> Wanted:
        self._keep_values()
        self._ask_slots()
        answers = Answers(self._facts(), self.choices.answers())
        return Wanted(self.occasion.id, answers, self.choices.choices())

    def _facts(self) -> FactSheet:
        """The facts of this draft: what was typed for other occasions alone is not among them."""
        asked = [field.name for field in self._library.asked(self.occasion)]
        return FactSheet(tuple(pair for pair in self._values if pair[0] in asked))

    def _compose(self) -> None:
        self._pause.stop()
        self.preview.compose(self._wanted())
        self._read_openings()

    def told(self) -> str:
        """What is said of the draft that is shown: its length, minutes, what is to be filled in."""
        return self.preview.length.text()

    def _tell(self, text: str, can_be_made: bool) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
        self.main.setEnabled(can_be_made)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the preview waits until somebody does."""
        super().hideEvent(event)
        self._is_behind = self._pause.isActive()
        self._pause.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self._catch_up()

    def _catch_up(self) -> None:
        self._is_behind = False
        self._choose_occasion()

    def _make(self) -> None:
        for tab, boxes in enumerate((self.form, self.choices)):
            if not boxes.commit():
                self.tabs.setCurrentIndex(tab)
                return
        wanted = self._wanted()
        try:
            made = self._tasks.wait_for(lambda: wanted.made(self._program))
        except AppError as error:
            tell_error(self, error)
            return
        self.draft = made.draft
        self.accept()


def _fail(error: Exception) -> None:
    """An error of the worker goes where all errors go."""
    raise error
