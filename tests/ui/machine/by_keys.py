"""What the writer does by keys and by an input method."""

from collections.abc import Iterator

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from PySide6.QtCore import Qt

from app.core.draft import Draft
from app.core.place import Place
from tests.ui.hands import commit, compose, press
from tests.ui.machine.beside import Beside, not_composing, order
from tests.ui.machine.drawn import Span, commits, places, spans, texts
from tests.ui.model import stretches, writing


class ByKeys(Beside):
    """Cursor, letters, Return, Backspace, Delete, Tab; composing, committing and cancelling."""

    # Cursor and keys

    @not_composing
    @rule(place=places)
    def go(self, place: tuple[int, int]) -> None:
        self._put_cursor(self._place(place), self._place(place))

    @not_composing
    @rule(start=places, stop=places)
    def select(self, start: tuple[int, int], stop: tuple[int, int]) -> None:
        self._put_cursor(self._place(start), self._place(stop))

    @not_composing
    @rule(at=spans, text=texts)
    def type(self, at: Span, text: str) -> None:
        self._at(at)
        press(self.editor, Qt.Key.Key_A, text)
        self._typed(text, "typed")

    @not_composing
    @rule(at=spans)
    def press_return(self, at: Span) -> None:
        self._at(at)
        press(self.editor, Qt.Key.Key_Return)
        self._did(writing.returned(self.history.now, *self.selected))

    @not_composing
    @rule(at=spans)
    def press_backspace(self, at: Span) -> None:
        self._at(at)
        press(self.editor, Qt.Key.Key_Backspace)
        start, stop = self.selected
        if self.just_made is not None:
            self._undone()
        elif start != stop:
            self._did(writing.removed(self.history.now, start, stop), settled=False)
        else:
            at_start = start.offset == 0
            letter = "" if at_start else "taken"
            self._did(writing.backspaced(self.history.now, start), letter, settled=at_start)

    @not_composing
    @rule(at=spans)
    def press_delete(self, at: Span) -> None:
        self._at(at)
        press(self.editor, Qt.Key.Key_Delete)
        start, stop = self.selected
        if start != stop:
            self._did(writing.removed(self.history.now, start, stop), settled=False)
        else:
            blocks = self.history.now.blocks
            at_end = not blocks or start.offset == len(blocks[start.index].text)
            letter = "" if at_end else "taken"
            self._did(writing.deleted(self.history.now, start), letter, settled=at_end)

    @not_composing
    @rule()
    def press_tab(self) -> None:
        start, stop = self.selected
        made = writing.point_offered(self.history.now, start) if start == stop else None
        press(self.editor, Qt.Key.Key_Tab)
        if made is not None:
            self._did(made)
            return
        spans = [(Place(at, first), Place(at, last)) for at, first, last in _placeholders(self.history.now)]
        after = [span for span in spans if order(span[0]) >= order(stop)]
        if spans:
            self.selected = (after or spans)[0]
            self.just_made = None

    # Input method

    @rule(at=spans, pending=st.sampled_from(["n", "ni"]), text=commits)
    def compose(self, at: Span, pending: str, text: str) -> None:
        self._at(at)
        compose(self.editor, pending)
        start, stop = self.selected
        if not self.composing and start != stop:
            self.shown = writing.removed(self.history.now, start, stop)[0]
            self.history.branch_off()
            self.settled = False
        self.composing = True
        self.desk.pending = text

    @not_composing
    @rule(at=spans, patient=st.booleans())
    def compose_and_cancel(self, at: Span, patient: bool) -> None:
        self.compose(at, "n", "你")
        self.agrees()
        if patient:
            self.pause()
        self.cancel()

    @precondition(lambda self: self.composing)
    @rule()
    def cancel(self) -> None:
        compose(self.editor, "")
        self.composing = False
        self.shown = self.history.now

    @rule(at=spans, text=commits)
    def commit(self, at: Span, text: str) -> None:
        self._at(at)
        commit(self.editor, text)
        self.composing = False
        self._typed(text)

    @rule(at=spans)
    def commit_line_end(self, at: Span) -> None:
        self._at(at)
        commit(self.editor, "\n")
        self.composing = False
        self._did(writing.returned(self.history.now, *self.selected))

    @rule(at=spans)
    def commit_lines(self, at: Span) -> None:
        self._at(at)
        commit(self.editor, "甲\n乙")
        self.composing = False
        self._pasted(stretches.of_text("甲\n乙", self._kind()))


def _placeholders(draft: Draft) -> Iterator[tuple[int, int, int]]:
    for at, block in enumerate(draft.blocks):
        first = 0
        for run in block.runs:
            if run.placeholder:
                yield at, first, first + len(run.text)
            first += len(run.text)
