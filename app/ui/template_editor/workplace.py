"""What is on the table of the template editor: text, fields, explanations, remarks and trial, kept in step."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import ReadError
from app.jobs.filling import Filling
from app.jobs.program import Program
from app.jobs.template_files import TemplateFile
from app.jobs.template_trials import Asked, Checked
from app.lang.initials import initials
from app.templating.completion import Completion, completion_at, slots_at
from app.templating.fields import Field, by_name
from app.templating.remarks import Remark
from app.templating.section_template import section_of
from app.templating.tokens import plain_words
from app.ui.tasks import Tasks
from app.ui.template_editor.about_tab import AboutTab, HintTab
from app.ui.template_editor.code_edit import CodeEdit
from app.ui.template_editor.fields_tab import FieldsTab
from app.ui.template_editor.insert_bar import InsertBar
from app.ui.template_editor.remark_list import RemarkList, marks
from app.ui.template_editor.source import Source
from app.ui.template_editor.trial_pane import TrialPane
from app.ui.theme import Theme

_TEXT, _FIELDS, _ABOUT, _HINT = range(4)
_PATIENCE = 600
"""Milliseconds after the last key before what cannot be carried out is told."""
_FOLLOWING = 60
"""Milliseconds after the cursor went to another place before the page follows it."""


class Workplace(QObject):
    """Holds the parts; `left` and `trial` are what a dialog shows. `checked` tells what every check found."""

    checked = Signal(object)

    def __init__(
        self, program: Program, tasks: Tasks, theme: Theme, draft: Draft | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._program, self._tasks, self._draft = program, tasks, draft
        self._opened: TemplateFile | None = None
        self.source = Source(self)
        self.code = CodeEdit(self.source, self._completion, theme.dark)
        self.insert = InsertBar(self.code, self._names)
        self.fields = FieldsTab(self.source)
        self.about = AboutTab(self.source, program.library)
        self.hint = HintTab(self.source)
        self.remarks = RemarkList()
        self.trial = TrialPane(program, tasks, theme, self._asked, draft is not None)
        self.left = self._left()
        self._last: Checked | None = None
        self._later = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._later.timeout.connect(self.tell_now)
        theme.changed.connect(self.code.set_dark)
        self.code.undo_wanted.connect(self.source.steps.undo)
        self.code.redo_wanted.connect(self.source.steps.redo)
        self.source.went_to.connect(lambda _: self.show_tab(_TEXT))
        self.source.changed.connect(self.trial.renew)
        self.trial.checked.connect(self._take_check)
        self._following = QTimer(self, singleShot=True, interval=_FOLLOWING)
        self._following.timeout.connect(self._follow_cursor)
        self.code.cursorPositionChanged.connect(self._following.start)
        self.remarks.went_to.connect(self._go_to_line)
        self.remarks.chosen.connect(self._go_to_part)
        self.remarks.declared.connect(self._declare)

    def _left(self) -> QWidget:
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.insert)
        column.addWidget(self.code, 1)
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName("节模板的各部分")
        for number, (page, name) in enumerate(
            ((text, "正文"), (self.fields, "字段"), (self.about, "说明"), (self.hint, "写作提示"))
        ):
            self.tabs.addTab(page, name)
            self.tabs.setTabToolTip(number, f"Ctrl+{number + 1}")
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.remarks)
        return parts

    # Opening and leaving

    def open(self, opened: TemplateFile) -> None:
        """Begin with what was read of a file; one that is no template is shown whole, to be mended."""
        self._opened = opened
        template = opened.template
        self.source.open(template, template.body if template else opened.text)
        self.code.moveCursor(QTextCursor.MoveOperation.Start)
        for number in (_FIELDS, _ABOUT, _HINT):
            self.tabs.setTabEnabled(number, template is not None)
        if template is None:
            self.show_tab(_TEXT)

    def take_up(self, opened: TemplateFile, text: str) -> None:
        """Go on with the text of a file that was not saved: changes of what was opened, to be undone like any others."""
        try:
            template = section_of(text, opened.path) if self.source.front else None
        except ReadError:
            self.open(replace(opened, template=None))
            template = None
        if template is not None:
            self.source.change("接着改", replace(template, built_in=False))
        cursor = QTextCursor(self.source.document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(template.body if template else text)

    def begin(self) -> None:
        """The letters by which names can be typed are made in the worker: that takes a moment."""
        names = [*self._program.library.facts]

        def take(letters: dict[str, tuple[str, ...]]) -> None:
            self.code.completer.letters = letters

        def fail(error: Exception) -> None:
            raise error

        self._tasks.run_task(lambda: {name: initials(name) for name in names}, take, fail)

    def _follow_cursor(self) -> None:
        self.trial.follow(plain_words(self.code.textCursor().block().text()))

    def settle(self) -> bool:
        """Take in what is being typed; False where it cannot be read, which is then shown."""
        focus = self.left.window().focusWidget()
        if focus is not None and self.fields.isAncestorOf(focus):
            focus.clearFocus()
            focus.setFocus()
        return self.fields.card.is_sound

    def leave(self) -> None:
        """Nobody waits for a trial any more."""
        self._later.stop()
        self._following.stop()
        self.trial.leave()

    def show_tab(self, number: int) -> None:
        """Show 正文, 字段, 说明 or 写作提示."""
        if self.tabs.isTabEnabled(number):
            self.tabs.setCurrentIndex(number)

    # What others ask

    def _own_fields(self) -> dict[str, Field]:
        return by_name(self.source.front.template.fields) if self.source.front else {}

    def _completion(self, text: str, at: int) -> Completion | None:
        library = self._program.library
        if self.source.front is None:
            occasions = library.occasions.values()
            slots = [slot for occasion in occasions for form in occasion.forms() for slot in form.slots]
            return slots_at(text, at, {slot.id: slot.name for slot in slots})
        return completion_at(text, at, library.facts, self._own_fields())

    def _names(self) -> tuple[Iterable[Field], Iterable[Field], Iterable[Field]]:
        """The facts that the occasions of this template ask, all others, and its fields."""
        library, own = self._program.library, self._own_fields()
        slots = set(self.source.front.template.slots) if self.source.front else set[str]()
        asked = {
            name: library.facts[name]
            for occasion in library.occasions.values()
            for form in occasion.forms()
            if any(slot.id in slots for slot in form.slots)
            for name in form.facts
            if name in library.facts and name not in own
        }
        others = [each for name, each in library.facts.items() if name not in asked and name not in own]
        return asked.values(), others, own.values()

    def _asked(self, filling: Filling) -> Asked:
        opened, front = self._opened, self.source.front
        assert opened is not None
        return Asked(
            opened.path,
            self.source.template,
            self.source.body,
            filling,
            self._draft,
            opened.text if opened.template else "",
            front.renamed if front else {},
        )

    # What a trial found

    def _take_check(self, checked: Checked) -> None:
        """What is half written is not blamed for it before the writer pauses; what was put right is so at once."""
        self._last = checked
        self.about.show_measured(checked.length)
        if checked.tried.error is not None:
            self._later.start()
        else:
            self.tell_now()
        self.checked.emit(checked)

    def tell_now(self) -> None:
        """Tell what the last check found."""
        self._later.stop()
        checked = self._last
        if checked is not None:
            self.trial.tell(checked)
            self.remarks.show_remarks(checked.remarks, checked.undeclared)
            self.code.mark(marks(checked.remarks))

    def _go_to_line(self, line: int) -> None:
        self.show_tab(_TEXT)
        self.code.go_to_line(line)

    def _declare(self, name: str) -> None:
        self.show_tab(_FIELDS)
        self.fields.add(name)

    def _go_to_part(self, remark: Remark) -> None:
        """A remark without a line is about a field, or about what the template is for."""
        name = next((name for name in self._own_fields() if f"“{name}”" in remark.what), None)
        if name is not None:
            self.show_tab(_FIELDS)
            self.fields.go_to(name)
        elif "提示" in remark.what:
            self.show_tab(_HINT)
            self.hint.hint.setFocus()
        else:
            self.show_tab(_ABOUT)
            self.about.name.setFocus()
