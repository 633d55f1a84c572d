"""What a changed fact cannot change by itself: the sections that it decides on are named at its box, to be made anew."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.draft import Draft, Section
from app.core.facts import FactValue
from app.core.outline import stretches
from app.jobs.program import Program
from app.templating.binding import DRAFT
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
        facts.value_changed.connect(self._look)

    def forget(self) -> None:
        """Another draft is open."""
        self._made.clear()
        self._behind.clear()
        self.show_now()

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
            self.show_now()
            if says_slots:
                self._facts.told.emit(_SLOTS.format(name=name))

        self._tasks.run_task(find, show, self._fail)

    def show_now(self) -> None:
        """Bring what is named up to the draft: a section made anew, and a value taken back, are no more."""
        sections = {each.id: each for each in _sections(self._draft())} if self._behind else {}
        for form, scope in ((self._facts.facts, DRAFT), (self._facts.fields, "section")):
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
