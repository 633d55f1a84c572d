"""The facts of the draft at the right, and the fields of the section at the cursor."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.draft import Draft, Run, Section
from app.core.facts import FactSheet, FactValue
from app.core.outline import section_at, stretches
from app.core.plan import Plan, applied
from app.templating.binding import (
    DRAFT,
    SECTION,
    Place,
    Uses,
    bind_again,
    bound_places,
    fact_changed,
    fact_uses,
    field_changed,
)
from app.templating.fields import Field, by_name, type_of
from app.templating.library import Library
from app.templating.rewording import says_its_value
from app.templating.typed_facts import TypedOver, fact_typed
from app.ui.forms.form import FieldForm
from app.ui.forms.place_list import seen_places
from app.ui.forms.rolling import Rolling
from app.ui.pieces import heading, label

_EMPTY = "这篇稿子还没有事实。按场合新建的稿子，会议名称、时间、讲话人等只填一次，正文里处处跟着变。"


class FactsPanel(QWidget):
    """Shows facts and changes them. `changed` tells the change, a function `Draft → Plan`.

    The section's own fields stand below the facts, in sight without rolling; where they come and go, no fact moves.
    """

    changed = Signal(object)
    field_set = Signal(str, object)
    """A field of the section was changed here: its name, and what it was before, None where there was nothing."""
    remake_wanted = Signal(str)
    """A section that a value decides on is to be made anew, by its id."""
    told = Signal(str)
    """Something that the writer should know about what was filled in."""
    typing = Signal()
    """Something stands in a box that is not taken yet."""
    went_to = Signal(str, int, int)
    """The writer wants to see a place: block id, first character and the one after the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft()
        self._library = Library()
        self._is_library_read = False
        self.section_id = ""
        """The section whose fields are shown, empty where there is none."""
        self.facts = FieldForm()
        self.facts.edited.connect(self.typing)
        self.facts.committed.connect(self._change_fact)
        self._empty = label(_EMPTY, "faint")
        self._empty.hide()
        self._section_name = heading("")
        self.fields = FieldForm(beside=lambda: self._draft.facts)
        self.fields.edited.connect(self.typing)
        self.fields.committed.connect(self._change_field)
        for form in (self.facts, self.fields):
            form.went_to.connect(self.went_to)
            form.bind_again.connect(self.bind_again)
            form.remake_wanted.connect(self.remake_wanted)
            form.places_wanted.connect(self._list_places)
        self._upper = Rolling("全篇的事实", self._empty, self.facts)
        self._lower = Rolling("本节的内容", self._section_name, self.fields, fitting=True)
        self._lower.setObjectName("lower")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._upper, 1)
        column.addWidget(self._lower)
        self.setAccessibleName("事实")

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's call when there is more or less room, of which the section's fields take half at most."""
        super().resizeEvent(event)
        self._lower.setMaximumHeight(self.height() // 2)

    def set_library(self, library: Library) -> None:
        """The declarations that the form is made from."""
        self._library, self._is_library_read = library, True
        self.show_draft(self._draft)

    def show_draft(self, draft: Draft) -> None:
        """Show the facts of a draft; boxes in which the writer types are left alone."""
        self._draft = draft
        self.facts.ask(self._asked(draft))
        self.facts.put(draft.facts)
        self.facts.set_uses(fact_uses(draft, self._library.facts))
        self._list_places()
        # Before the library is there, nobody knows what the occasion asks.
        self._empty.setVisible(self._is_library_read and not self.facts.rows)
        self.facts.setVisible(bool(self.facts.rows))

    def show_place(self, draft: Draft, index: int) -> None:
        """Show the fields of the section at a block."""
        stretch = section_at(draft, index)
        section_id = stretch.section.id if stretch else ""
        if section_id != self.section_id:
            self.fields.commit()
            self.fields.ask(())
            self.section_id = section_id
        template = self._library.sections.get(stretch.section.template) if stretch else None
        fields = template.fields if template else ()
        values = stretch.section.fields if stretch else FactSheet()
        self.fields.ask((*fields, *_undeclared(values, fields)))
        self.fields.put(values)
        self._draft = draft
        self.fields.set_uses({name: self._field_uses(name) for name in self.fields.rows})
        self._list_places()
        name = stretch.section.name or (template.name if template else "") if stretch else ""
        self._section_name.setText(f"本节：{name}")
        self._lower.setVisible(bool(self.fields.rows))

    def commit(self) -> bool:
        """Take what is being typed; False where it cannot be read."""
        return all([self.facts.commit(), self.fields.commit()])

    def go_to_box(self, scope: str, name: str) -> bool:
        """Put the focus into the box of a value; False where it is not asked here."""
        row = (self.facts if scope == DRAFT else self.fields).rows.get(name)
        if row is None:
            return False
        (self._upper if scope == DRAFT else self._lower).ensureWidgetVisible(row)
        row.box.setFocus(Qt.FocusReason.ShortcutFocusReason)  # which selects what stands in it
        return True

    def says_its_value(self, draft: Draft, index: int, run: Run) -> bool:
        """Whether a bound run of the block at an index says its value."""
        return says_its_value(draft, index, run, self._library)

    def first_box(self) -> QWidget | None:
        """The first box that can be typed into; None where there is none."""
        rows = [*self.facts.rows.values(), *self.fields.rows.values()]
        return next((row.box for row in rows if row.box.isEnabled()), None)

    def set_read_only(self, read_only: bool) -> None:
        """Show without taking changes."""
        self.facts.setDisabled(read_only)
        self.fields.setDisabled(read_only)

    def _asked(self, draft: Draft) -> tuple[Field, ...]:
        """The facts that the occasion asks, then others that have a value or are bound in the text."""
        declared = self._library.facts
        occasion = self._library.occasions.get(draft.occasion)
        names = dict.fromkeys(occasion.facts if occasion else ())
        names.update(dict.fromkeys(name for name, _ in draft.facts))
        bound = (run.bind for block in draft.blocks for run in block.runs if run.bind is not None)
        names.update(dict.fromkeys(bind.name for bind in bound if bind.scope == DRAFT))
        known = tuple(declared[name] for name in names if name in declared)
        return (*known, *_undeclared(draft.facts, known))

    # Places

    def _declared(self, scope: str, draft: Draft) -> Mapping[str, Field]:
        """The declarations of the facts, or of the fields of the section that is shown."""
        if scope == DRAFT:
            return self._library.facts
        section = _section(draft, self.section_id)
        template = self._library.sections.get(section.template) if section else None
        return by_name(template.fields if template else ())

    def _places(self, scope: str, name: str) -> tuple[Place, ...]:
        if scope == SECTION and _section(self._draft, self.section_id) is None:
            return ()
        declared = self._declared(scope, self._draft)
        return bound_places(self._draft, scope, name, self.section_id, declared)

    def _field_uses(self, name: str) -> Uses:
        places = self._places(SECTION, name)
        return Uses(len(places), sum(not place.live for place in places))

    def _list_places(self) -> None:
        """Bring the lists that are unfolded up to the draft."""
        for scope, form in ((DRAFT, self.facts), (SECTION, self.fields)):
            for name in form.unfolded():
                form.rows[name].show_places(seen_places(self._draft, self._places(scope, name)))

    def bind_again(self, place: Place) -> None:
        """Give a place the text of its value again."""

        def change(draft: Draft) -> Plan:
            block = next((each for each in draft.blocks if each.id == place.block_id), None)
            run = block.runs[place.run_index] if block and place.run_index < len(block.runs) else None
            if run is None or run.bind is None or run.text != place.text:
                return Plan("")  # it went in the meantime
            return bind_again(draft, place, self._declared(run.bind.scope, draft))

        self.changed.emit(change)

    # Changes

    def take_typed(self, place: TypedOver) -> None:
        """What was typed in the text where a placeholder stood becomes the value, where it reads as one."""
        told: list[str] = []

        def change(draft: Draft) -> Plan:
            filled = fact_typed(draft, place, self._library, datetime.now().astimezone().date())
            told.append(filled.told)
            return filled.plan

        self.changed.emit(change)
        for said in filter(None, told):
            self.told.emit(said)

    def with_typed(self, draft: Draft) -> Draft:
        """The draft as it would be if what stands in the boxes were taken; itself where nothing is typed."""
        for form, change in ((self.facts, self._fact_change), (self.fields, self._field_change)):
            for name, value in form.reading().items():
                if value != form.rows[name].value:
                    draft = applied(change(name, value)(draft), draft)
        return draft

    def _change_fact(self, name: str, value: FactValue | None) -> None:
        self.changed.emit(self._fact_change(name, value))

    def _change_field(self, name: str, value: FactValue | None) -> None:
        section = _section(self._draft, self.section_id)
        was = section.fields.get(name) if section else None
        self.changed.emit(self._field_change(name, value))
        self.field_set.emit(name, was)

    def _fact_change(self, name: str, value: FactValue | None) -> Callable[[Draft], Plan]:
        declared = self._library.facts
        return lambda draft: fact_changed(draft, name, value, declared)

    def _field_change(self, name: str, value: FactValue | None) -> Callable[[Draft], Plan]:
        section_id, sections = self.section_id, self._library.sections

        def change(draft: Draft) -> Plan:
            section = _section(draft, section_id)
            if section is None:
                return Plan("")
            template = sections.get(section.template)
            return field_changed(draft, section_id, name, value, by_name(template.fields if template else ()))

        return change


def _section(draft: Draft, section_id: str) -> Section | None:
    return next((each.section for each in stretches(draft) if each.section.id == section_id), None)


def _undeclared(values: FactSheet, declared: Iterable[Field]) -> tuple[Field, ...]:
    """Fields for values that nobody declares, by the type that the value has."""
    known = {field.name for field in declared}
    return tuple(Field(name, type_of(value)) for name, value in values if name not in known)
