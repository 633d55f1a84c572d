"""插入模板: choose a section template, fill its fields, see it with the draft's facts, put it in."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.errors import AppError
from app.core.facts import FactSheet
from app.core.kinds import Layer
from app.core.plan import applied
from app.jobs.exporting import layout_of
from app.jobs.program import Program
from app.templating.inserting import inserted, place_after_paragraph
from app.templating.library import Library
from app.templating.section_template import SectionTemplate
from app.ui.focus import Dialog
from app.ui.forms.form import FieldForm
from app.ui.new_draft.page_preview import PagePreview
from app.ui.pieces import button, label, scrolled
from app.ui.sections.places import Places
from app.ui.sections.template_list import TemplateList
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme

_NOTHING = "没有合适的模板。少写几个字再找，或者看所有的模板。"
_PAUSE = 250
"""Milliseconds after the last key before the preview is made anew."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the writer chose: a template, its fields, and before which block of the draft it goes."""

    template: str
    fields: FactSheet
    at: int


class InsertDialog(Dialog):
    """Asks what to put into a draft; `choice` is what came of it, None where nothing did."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        draft: Draft,
        index: int,
        layer: Layer | None,
        parent: QWidget | None = None,
        typed: dict[str, FactSheet] | None = None,
    ) -> None:
        """`index` is the block with the cursor, `layer` the one that is missing, or None.

        `typed` are fields by template, as they were left before; what is typed now is put there, too.
        """
        super().__init__(parent)
        self.choice: Chosen | None = None
        self._program, self._tasks, self._draft = program, tasks, draft
        self._library = tasks.wait_for(lambda: program.library)
        self._values = typed if typed is not None else dict[str, FactSheet]()
        self._shown: SectionTemplate | None = None
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compose)
        self.setWindowTitle("插入模板")
        self.resize(1120, 700)
        self.templates = TemplateList(self._library, draft.occasion, layer)
        self.templates.setFixedWidth(280)
        self.places = Places(draft, index, layer is not None)
        self._make_middle()
        self._make_nothing()
        self.preview = PagePreview(layout_of(program, draft), theme)
        self._length = QLabel()
        self._notice = label("", "warning")
        self._lay_out()
        self.templates.chosen.connect(self._choose)
        self.templates.list.itemActivated.connect(lambda _: self._take())
        self.places.activated.connect(lambda _: self._compose())
        self._choose(self.templates.template)
        self.templates.search.setFocus()

    def _make_middle(self) -> None:
        self._approach = label("")
        self.form = FieldForm(hints=True, beside=lambda: self._draft.facts)
        self.form.edited.connect(self._pause.start)
        self._no_fields = label("不用另填；用到的事实已经填好，缺的留作待填。", "faint")
        self._hint = label("", "notice")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self._approach, self.form, self._no_fields, self._hint):
            column.addWidget(widget)
        self._middle = scrolled(content, "模板要填的")
        self._middle.setFixedWidth(312)

    def _make_nothing(self) -> None:
        """What stands in the place of form and preview where no template fits."""
        self._nothing = QWidget()
        column = QVBoxLayout(self._nothing)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(label(_NOTHING, "faint", wrap=False), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(
            button("看所有模板", self.templates.show_all), alignment=Qt.AlignmentFlag.AlignHCenter
        )
        column.addStretch(2)

    def _lay_out(self) -> None:
        self.main = button("插入", self._take, "main")
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.templates)
        parts.addWidget(self._middle)
        parts.addWidget(self.preview, 1)
        parts.addWidget(self._nothing, 1)
        where = QLabel("放在")
        where.setBuddy(self.places)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(where)
        row.addWidget(self.places)
        row.addSpacing(16)
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

    def begin_with(self, template_id: str) -> None:
        """The template is chosen already: the writer goes on with its fields."""
        self.templates.look_at(template_id)
        first = next(iter(self.form.rows.values()), None)
        (first.box if first is not None else self.main).setFocus()

    def take_library(self, library: Library) -> None:
        """Offer what another library has; what was typed stays."""
        self._library = library
        self.templates.take_library(library)

    # What is chosen

    def _choose(self, template: SectionTemplate | None) -> None:
        self._keep_values()
        self._shown = template
        is_there = template is not None
        self.main.setEnabled(is_there)
        for part in (self._middle, self.preview):
            part.setVisible(is_there)
        self._nothing.setVisible(not is_there)
        if template is None:
            self._stop_composing()
            self._length.clear()
            self._notice.clear()
            return
        self._approach.setText(template.approach)
        self._hint.setText(template.hint)
        self._hint.setVisible(bool(template.hint))
        self.form.ask(())
        self.form.ask(template.fields)
        self.form.put(self._values.get(template.id, FactSheet()))
        self.form.setVisible(bool(template.fields))
        self._no_fields.setVisible(not template.fields)
        self.places.offer(template.layer)
        self._compose()

    def _keep_values(self) -> None:
        """What was typed for one template is there again when it is looked at again."""
        if self._shown is not None:
            self._values[self._shown.id] = FactSheet.of(self.form.reading().items())

    # Preview and result

    def _compose(self) -> None:
        self._stop_composing()
        self._keep_values()
        template = self._shown
        if template is None:
            return
        fields = self._values[template.id]
        alone = replace(self._draft, blocks=())

        def work() -> Draft:
            plan = inserted(alone, 0, template.id, self._library, self._program.renderer, fields)
            return applied(plan, alone)

        self._task = self._tasks.run_task(work, self._show, self._complain)

    def _show(self, draft: Draft) -> None:
        self._task = None
        before = self._draft.blocks[: place_after_paragraph(self._draft, self.places.at)]
        self.preview.show_draft(draft, layout_of(self._program, self._draft), before)
        count = total(block_counts(draft.blocks))
        to_fill = sum(run.placeholder for block in draft.blocks for run in block.runs)
        self._length.setText(f"{count.characters:,} 字 · 待填 {to_fill} 处")
        self._notice.setText("")
        self.main.setEnabled(True)

    def _complain(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self._notice.setText(str(error))
        self.main.setEnabled(False)

    def _take(self) -> None:
        if self._shown is None or not self.main.isEnabled() or not self.form.commit():
            return
        self._keep_values()
        self.choice = Chosen(self._shown.id, self._values[self._shown.id], self.places.at)
        self.accept()

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: what was typed is kept, and nobody waits for the preview any more."""
        self._keep_values()
        self._stop_composing()
        super().done(result)

    def _stop_composing(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._pause.stop()
