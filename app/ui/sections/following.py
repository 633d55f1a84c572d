"""What a changed fact cannot change by itself: the sections that it decides on are named at its box, to be made anew."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.draft import Draft, Section
from app.core.facts import FactSheet, FactValue
from app.core.outline import stretches
from app.jobs.program import Program
from app.templating.binding import DRAFT, SECTION
from app.ui.facts_panel import FactsPanel
from app.ui.forms.behind_list import Named
from app.ui.tasks import Tasks

Value = tuple[str, str]
"""A scope and a name."""

_SLOTS = "“{name}”定着有哪几个部件。已经写成的各节不变；要换，请另新建一篇。"


class Following(QObject):
    """Knows with which value each section was made, from the first change of that value on."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        facts: FactsPanel,
        draft: Callable[[], Draft],
        fail: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._program, self._tasks, self._facts, self._draft, self._fail = program, tasks, facts, draft, fail
        self._made: dict[tuple[Value, str], tuple[FactValue | None, str]] = {}
        """The value with which a section was made, and what its template gave then."""
        self._behind: dict[Value, frozenset[str]] = {}
        self._seen: FactSheet | None = None
        """The facts as they were last; None where another draft was opened."""
        facts.field_set.connect(lambda name, was: self._look(SECTION, name, was))

    def forget(self) -> None:
        """Another draft is open."""
        self._made.clear()
        self._behind.clear()
        self._seen = None
        self._name_sections()

    def show_now(self) -> None:
        """Bring what is named up to the draft, whatever changed it: the panel, the text, a search, undo."""
        facts, was = self._draft().facts, self._seen
        self._seen = facts
        if was is not None and was is not facts:
            for name in dict.fromkeys(name for name, _ in (*was, *facts)):
                if was.get(name) != facts.get(name):
                    self._look(DRAFT, name, was.get(name))
        self._name_sections()

    def _look(self, scope: str, name: str, was: FactValue | None) -> None:
        draft, value = self._draft(), (scope, name)
        for section in _sections(draft, self._facts.section_id if scope != DRAFT else ""):
            known = self._made.get((value, section.id))
            if known is None or known[1] != section.source:
                self._made[value, section.id] = was, section.source
        then = {at[1]: made[0] for at, made in self._made.items() if at[0] == value}
        program = self._program

        def find() -> tuple[tuple[str, ...], bool]:
            # It renders templates: nothing to begin a day with.
            from app.templating.behind import Changed, left_behind

            library = program.library
            occasion = library.occasions.get(draft.occasion)
            says_slots = scope == DRAFT and occasion is not None and occasion.variant_fact == name
            return left_behind(draft, Changed(scope, name, then), library, program.renderer), says_slots

        def show(found: tuple[tuple[str, ...], bool]) -> None:
            sections, says_slots = found
            self._behind[value] = frozenset(sections)
            self._name_sections()
            if says_slots:
                self._facts.told.emit(_SLOTS.format(name=name))

        self._tasks.run_task(find, show, self._fail)

    def _name_sections(self) -> None:
        """A section made anew, and one whose value was taken back, are named no more."""
        sections = {each.id: each for each in _sections(self._draft())} if self._behind else {}
        for form, scope in ((self._facts.facts, DRAFT), (self._facts.fields, SECTION)):
            for name, row in form.rows.items():
                row.behind.show_sections(self._named((scope, name), sections))

    def _named(self, value: Value, sections: dict[str, Section]) -> tuple[Named, ...]:
        return tuple(
            (section.id, section.name)
            for section in sections.values()
            if section.id in self._behind.get(value, ()) and self._is_behind(value, section)
        )

    def _is_behind(self, value: Value, section: Section) -> bool:
        scope, name = value
        if scope != DRAFT and section.id != self._facts.section_id:
            return False
        made = self._made.get((value, section.id))  # none where the draft was opened anew in the meantime
        now = self._draft().facts if scope == DRAFT else section.fields
        return made is not None and made[1] == section.source and made[0] != now.get(name)


def _sections(draft: Draft, only: str = "") -> list[Section]:
    """The sections that a template gave; one of them where an id is given."""
    found = (each.section for each in stretches(draft))
    return [section for section in found if section.template and only in ("", section.id)]
