"""What the writer does by menus, the outline and the panel of facts."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.core.kinds import Kind
from app.core.outline import outline
from app.core.place import Place
from app.core.plan import applied
from app.templating.binding import fact_changed
from tests.ui.machine.beside import Beside, not_composing
from tests.ui.machine.drawn import Span, kinds, markers, spans
from tests.ui.model import outlining, stretches

FACT = "会议名称"


class ByMenu(Beside):
    """Kinds, joins and marks of what is selected; branches of the outline; a fact. Pending text is put in first."""

    @rule(at=spans, kind=kinds, marker=markers)
    def set_kind(self, at: Span, kind: Kind, marker: str) -> None:
        self._at(at)
        self.editor.set_kind(kind, marker)
        self._committed_first()
        self._did(stretches.kind_set(self.history.now, *self.selected, kind, marker))

    @rule(at=spans)
    def toggle_joined(self, at: Span) -> None:
        self._at(at)
        self.editor.toggle_joined()
        self._committed_first()
        self._did(stretches.joined_toggled(self.history.now, *self.selected))

    @rule(at=spans, bold=st.booleans())
    def mark(self, at: Span, bold: bool) -> None:
        self._at(at)
        if bold:
            self.editor.toggle_bold()
        else:
            self.editor.toggle_query()
        self._committed_first()
        mark = stretches.bold if bold else stretches.query
        self._did(stretches.marked(self.history.now, *self.selected, mark))

    @not_composing
    @rule(at=spans, text=st.sampled_from(["", "核", "再核"]))
    def comment(self, at: Span, text: str) -> None:
        self._at(at)
        self.editor.set_comment(*self.selected, text)
        self._did(stretches.marked(self.history.now, *self.selected, stretches.comment(text)))

    @rule(value=st.sampled_from(["全市大会", "县大会", "", "大#会"]))
    def change_fact(self, value: str) -> None:
        self.editor.change(lambda draft: fact_changed(draft, FACT, value or None))
        self._committed_first()
        draft = self.history.now

        self._did((applied(fact_changed(draft, FACT, value or None), draft), None))

    @rule(name=st.sampled_from(outlining.DEEDS))
    def outline_deed(self, name: str) -> None:
        caret = self._caret()
        getattr(self.desk.headings, name)()
        if self.composing:
            self._committed_first()
            caret = self.selected[1]
        before = self.history.now
        self._did(outlining.done(before, name, caret))
        if name == "split" and self.history.now is not before:
            start, _ = self.selected
            self.selected = start, Place(start.index, len("【标题】"))

    @rule(moved=st.integers(0, 9), parent=st.integers(-1, 9), row=st.integers(-1, 3))
    def drop_branch(self, moved: int, parent: int, row: int) -> None:
        if self.composing:
            self.desk.editor.commit()
            self._committed_first()
            self.agrees()
        draft = self.document.draft()
        nodes = outline(draft)
        if not nodes:
            return
        keys = [(draft.blocks[node.start].id, node.kind is None) for node in nodes]
        at, above = moved % len(nodes), parent % len(nodes) if parent >= 0 else None
        self.desk.headings.drop([keys[at]], None if above is None else keys[above], row)
        nodes = outline(self.history.now)
        done = outlining.dropped(self.history.now, nodes[at], None if above is None else nodes[above], row)
        self._did(done)
