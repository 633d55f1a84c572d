"""What the writer does by menus, the outline and the panel of facts."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.core.draft import Draft
from app.core.kinds import Kind
from app.core.outline import outline
from app.core.place import Place
from app.core.plan import Plan, applied
from app.core.replace import replaced
from app.core.search import Query, find
from app.templating.binding import DRAFT, bind_again, bound_places, fact_changed
from app.ui.outline.rows import Key
from tests.ui.machine.beside import Beside, not_composing
from tests.ui.machine.drawn import Span, kinds, markers, rows, spans
from tests.ui.model import outlining, stretches, writing

FACT = "会议名称"


class ByMenu(Beside):
    """Kinds, joins and marks of what is selected; branches of the outline; a fact. Pending text is put in first."""

    @rule(at=spans, kind=kinds, marker=markers)
    def set_kind(self, at: Span, kind: Kind, marker: str) -> None:
        self._at(at)
        self.editor.formatting.set_kind(kind, marker)
        self._committed_first()
        self._did(stretches.kind_set(self.history.now, *self.selected, kind, marker))

    @rule(at=spans)
    def toggle_joined(self, at: Span) -> None:
        self._at(at)
        self.editor.formatting.toggle_joined()
        self._committed_first()
        self._did(stretches.joined_toggled(self.history.now, *self.selected))

    @rule(at=spans)
    def toggle_series(self, at: Span) -> None:
        self._at(at)
        self.editor.formatting.toggle_series()
        self._committed_first()
        self._did(stretches.series_toggled(self.history.now, *self.selected))

    @rule(at=spans, bold=st.booleans())
    def mark(self, at: Span, bold: bool) -> None:
        self._at(at)
        if bold:
            self.editor.formatting.toggle_bold()
        else:
            self.editor.formatting.toggle_query()
        self._committed_first()
        if bold and self.selected[0] == self.selected[1]:
            before = writing.is_bold_before(self.history.now, self.selected[0])
            wanted = not (before if self.bold is None else self.bold)
            within = writing.is_within_value(self.history.now, self.selected[0])
            self._did((self.history.now, None))
            self.bold = None if within else wanted
            return
        mark = stretches.bold if bold else stretches.query
        self._did(stretches.marked(self.history.now, *self.selected, mark))

    @not_composing
    @rule(at=spans, text=st.sampled_from(["", "核", "再核"]))
    def comment(self, at: Span, text: str) -> None:
        self._at(at)
        self.editor.formatting.set_comment(*self.selected, text)
        self._did(stretches.marked(self.history.now, *self.selected, stretches.comment(text)))

    @rule(value=st.sampled_from(["全市大会", "县大会", "", "大#会"]))
    def change_fact(self, value: str) -> None:
        self.editor.change(lambda draft: fact_changed(draft, FACT, value or None))
        self._committed_first()
        draft = self.history.now

        self._did((applied(fact_changed(draft, FACT, value or None), draft), None))

    @not_composing
    @rule(at=st.integers(0, 9))
    def bind_again(self, at: int) -> None:
        draft = self.history.now
        found = bound_places(draft, DRAFT, FACT)
        if found and self.settled:
            place = found[at % len(found)]
            self.editor.change(lambda draft: bind_again(draft, place))
            self._did((applied(bind_again(draft, place), draft), None))

    @rule(
        text=st.sampled_from(["一", "会", "同志们", "x1", "【待填"]),
        other=st.sampled_from(["", "二三", "。"]),
    )
    def replace_all(self, text: str, other: str) -> None:
        def make(draft: Draft) -> Plan:
            return replaced(draft, find(draft, Query(text)), other)

        self.editor.change(make)
        self._committed_first()
        self._did((applied(make(self.history.now), self.history.now), None))

    # Outline

    @rule(name=st.sampled_from(outlining.DEEDS), selected=rows)
    def outline_deed(self, name: str, selected: list[int]) -> None:
        if selected:
            self._commit()
        caret = self._caret()
        draft = self.history.now
        self.desk.selected = self._keys(selected)
        getattr(self.desk.headings, name)()
        self.desk.selected = []
        if self.composing:
            self._committed_first()
            caret, draft = self.selected[1], self.history.now
        nodes = outline(draft)
        self._did(outlining.done(draft, name, caret, [nodes[at % len(nodes)] for at in selected if nodes]))
        if name == "split" and self.history.now is not draft:
            start, _ = self.selected
            self.selected = start, Place(start.index, len("【标题】"))

    @rule(moved=rows, onto=st.integers(0, 99))
    def drop_branches(self, moved: list[int], onto: int) -> None:
        self._commit()
        draft = self.history.now
        nodes = outline(draft)
        branches = [nodes[at % len(nodes)] for at in moved if nodes]
        drops = list(outlining.drops(draft, nodes, branches))
        if drops:
            parent, row = drops[onto % len(drops)]
            above = None if parent is None else self._keys([nodes.index(parent)])[0]
            self.desk.headings.drop(self._keys(moved), above, row)
            self._did(outlining.dropped(draft, branches, parent, row))

    @rule(at=st.integers(0, 9), text=st.sampled_from(["新名", "甲。", "一是乙", ""]))
    def rename(self, at: int, text: str) -> None:
        self._commit()
        nodes = outline(self.history.now)
        if nodes:
            self.desk.headings.rename(self._keys([at])[0], text)
            self._did(outlining.renamed(self.history.now, nodes[at % len(nodes)], text))

    def _keys(self, rows: list[int]) -> list[Key]:
        draft = self.document.draft()
        nodes = outline(draft)
        found = [nodes[at % len(nodes)] for at in rows if nodes]
        return [(draft.blocks[node.start].id, node.kind is None) for node in found]
