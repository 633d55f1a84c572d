"""What the writer does to sections: says what they are, puts them in from a template, changes fields, makes them anew."""

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.head_lines import head_line
from app.core.ids import NewId, random_id
from app.core.kinds import HEAD_KINDS, Kind, Layer, Status
from app.core.outline import stretches
from app.core.place import Place
from app.core.plan import Plan, applied
from app.core.sections import set_target
from app.core.writing import Stroke
from app.templating.binding import field_changed
from app.templating.fields import by_name
from app.templating.inserting import inserted
from app.templating.library import Library
from app.templating.remake import remade
from app.templating.rendering import Renderer
from app.templating.section_template import section_of
from tests.ui.machine.beside import Beside, not_composing
from tests.ui.machine.drawn import Span, places, spans
from tests.ui.model import sectioning
from tests.ui.model import stretches as model
from tests.ui.model.lines import new_name

TEMPLATE = section_of(
    """+++
name = "讲落实"
layer = "tasks"
[fields.单位]
type = "text"
[fields.期限]
type = "text"
+++
# 抓好{{ 单位 }}的落实
由{{ 单位 }}牵头。
{% if 期限 %}
## 明确期限
到{{ 期限 }}为止，{{ 单位 }}要办好。
{% endif %}
- {{ 单位 }}督查。
""",
    Path("luoshi.j2"),
)
LIBRARY = Library(sections={TEMPLATE.id: TEMPLATE})
FIELDS = by_name(TEMPLATE.fields)
values = st.sampled_from(["市政府", "年底", "", "大#会"])
sheets = st.dictionaries(st.sampled_from(list(FIELDS)), st.sampled_from(["市政府", "年底", "大#会"])).map(
    lambda found: FactSheet(tuple(found.items()))
)


class BySections(Beside):
    """Layer, status, length; lines of the head; a section of a template with fields. Pending text is put in first."""

    renderer = Renderer()

    @rule(at=spans, said=st.sampled_from([*Layer, *Status]) | st.sampled_from([None, 0, 600]))
    def say_of_section(self, at: Span, said: Layer | Status | int | None) -> None:
        self._at(at)
        self._commit()
        index, sections = self._caret().index, self.desk.sections
        if isinstance(said, Layer):
            sections.set_layer(said)
            change = lambda each: replace(each, layer=None if each.layer is said else said)  # noqa: E731
        elif isinstance(said, Status):
            sections.set_status(said)
            change = lambda each: replace(each, status=None if each.status is said else said)  # noqa: E731
        else:
            self.editor.change(lambda draft: set_target(draft, index, said))
            change = lambda each: replace(each, target=said)  # noqa: E731
        if said in (*Layer, *Status) and sectioning.section_line(self.history.now, index) is None:
            return  # there is none to say it of: nothing is done
        self._did(sectioning.said(self.history.now, index, change))

    @rule(at=spans)
    def toggle_restart(self, at: Span) -> None:
        self._at(at)
        self.editor.formatting.toggle_restart()
        self._committed_first()
        self._did(model.restart_toggled(self.history.now, *self.selected))

    @rule(at=spans, kind=st.sampled_from(HEAD_KINDS))
    def head_line(self, at: Span, kind: Kind) -> None:
        self._at(at)
        self._commit()
        index = self._caret().index
        self.editor.change(lambda draft: head_line(draft, self.editor.current_block_index(), kind))
        self._did(sectioning.head_line_made(self.history.now, index, kind))

    # Templates and fields

    @not_composing
    @rule(at=places, fields=sheets)
    def insert_template(self, at: tuple[int, int], fields: FactSheet) -> None:
        """Twice at most: longer drafts take longer."""
        index = self._place(at).index
        if self._from_template(0) != self._from_template(1):
            return

        def make(draft: Draft, new_id: NewId) -> Plan:
            return inserted(draft, index, TEMPLATE.id, LIBRARY, self.renderer, fields, new_id)

        def stroke(draft: Draft) -> Stroke:
            known = {block.id for block in draft.blocks}
            plan = make(draft, random_id)
            new = (at for at, block in enumerate(applied(plan, draft).blocks) if block.id not in known)
            return Stroke(plan, Place(next(new), 0))

        self.editor.change(stroke)
        draft = self.history.now
        self._did(sectioning.came_to(draft, applied(make(draft, new_name), draft)))

    @rule(which=st.integers(0, 3), name=st.sampled_from(list(FIELDS)), value=values)
    def change_field(self, which: int, name: str, value: str) -> None:
        self._commit()
        section = self._from_template(which)
        if section:

            def make(draft: Draft) -> Plan:
                return field_changed(draft, section, name, value or None, FIELDS)

            self.editor.change(make)
            self._did((applied(make(self.history.now), self.history.now), None))

    @rule(which=st.integers(0, 3), fields=st.none() | sheets)
    def remake(self, which: int, fields: FactSheet | None) -> None:
        """The section made anew, with other fields or with its own."""
        self._commit()
        section = self._from_template(which)
        if not section:
            return

        def make(draft: Draft, new_id: NewId) -> Plan:
            return remade(draft, section, LIBRARY, self.renderer, fields=fields, new_id=new_id).plan

        own = list(sectioning.own_lines(self.history.now, section))
        self.editor.change(lambda draft: make(draft, random_id))
        self._did((applied(make(self.history.now, new_name), self.history.now), None))
        lost = sectioning.kept(iter(own), self.document.draft())
        assert not lost, f"the writer's own is not kept: {lost}"

    def _from_template(self, which: int) -> str:
        """The id of a section that came from the template; empty where there is none."""
        found = [each.section.id for each in stretches(self.document.draft()) if each.section.template]
        return found[which % len(found)] if found else ""
