"""What the writer types over the placeholder of a fact in the text."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import rule
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.draft import Draft
from app.core.plan import Plan
from app.templating.library import Library
from app.templating.typed_facts import TypedOver, fact_typed
from tests.ui.hands import press, type_chinese
from tests.ui.machine.beside import Beside, not_composing
from tests.ui.machine.by_menu import FACT
from tests.ui.machine.drawn import places
from tests.ui.model import filling

TODAY = date(2026, 3, 1)


class ByFilling(Beside):
    """A placeholder of a fact is typed over and left: a fact for all its places."""

    @not_composing
    @rule(
        at=st.integers(0, 9),
        to=places,
        text=st.sampled_from(["省会", "全市大会", "会。"]),
        by_key=st.booleans(),
    )
    def fill(self, at: int, to: tuple[int, int], text: str, by_key: bool) -> None:
        found = list(filling.placeholders_of(self.history.now, FACT))
        if not found:
            return
        start, stop, bind = found[at % len(found)]
        self._put_cursor(start, stop)
        QApplication.processEvents()
        self.editor.filling.settle()  # what was typed over before is told to no one
        self.settled = True
        self.agrees()
        self.editor.filling.left.connect(self._take)
        try:
            if by_key:
                press(self.editor, Qt.Key.Key_A, text)
            else:
                type_chinese(self.editor, text)
            self._typed(text, "typed" if by_key else "")
            self.agrees()
            self._put_cursor(self._place(to), self._place(to))
            QApplication.processEvents()
        finally:
            self.editor.filling.left.disconnect(self._take)
        cursor, _ = self.selected
        if cursor.index != start.index or not start.offset <= cursor.offset <= start.offset + len(text):
            value = text.rstrip("。") if by_key else text
            self._did(filling.filled(self.history.now, start, value, bind))

    def _take(self, place: TypedOver) -> None:
        def make(draft: Draft) -> Plan:
            return fact_typed(draft, place, Library(), TODAY).plan

        self.editor.change(make)
