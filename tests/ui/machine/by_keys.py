"""What the writer does by keys and by an input method."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from PySide6.QtCore import Qt

from app.core.draft import Draft
from app.core.place import Place
from app.ui.document.positions import position_of, units
from tests.ui.hands import click, commit, compose, press
from tests.ui.machine.beside import CONTROL, Beside, not_composing, order
from tests.ui.machine.drawn import Span, arrows, commits, places, series, spans, texts
from tests.ui.model import stretches, writing
from tests.ui.model.writing import Done

T = TypeVar("T")
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class ByKeys(Beside):
    """Cursor, letters, Return, Backspace, Delete, Tab; clicks; composing, committing and cancelling."""

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
    @rule(at=spans, letters=st.lists(texts, min_size=1, max_size=3))
    def type(self, at: Span, letters: list[str]) -> None:
        self._at(at)
        for text in self._one_by_one(letters):
            press(self.editor, Qt.Key.Key_A, text)
            self._typed(text, "typed")

    def _one_by_one(self, keys: Sequence[T]) -> Iterator[T]:
        """Keys that come one after the other; in between both show the same, too."""
        for index, key in enumerate(keys):
            if index:
                self.agrees()
            yield key

    @not_composing
    @rule(at=spans)
    def press_return(self, at: Span) -> None:
        self._at(at)
        press(self.editor, Qt.Key.Key_Return)
        start, stop = self.selected
        has_text = bool(self.history.now.blocks and self.history.now.blocks[start.index].text)
        if not (start == stop and has_text and self._is_border(start, after=False)):
            self._did(writing.returned(self.history.now, *self._whole()))

    @not_composing
    @rule(at=spans, words=st.lists(st.booleans(), min_size=1, max_size=3))
    def press_backspace(self, at: Span, words: list[bool]) -> None:
        self._at(at)
        for word in self._one_by_one(words):
            self._backspaced(word)

    def _backspaced(self, word: bool) -> None:
        press(self.editor, Qt.Key.Key_Backspace, modifier=CONTROL if word else PLAIN)
        start, stop = self.selected
        if self.just_made is not None:
            self._undone()
        elif start == stop and start.index and self._is_border(start, after=False):
            return
        elif start != stop:
            self._did(writing.removed(self.history.now, *self._whole()), settled=False)
        elif not word and (whole := self._placeholder_halved(start, after=False)):
            self._went_to(*whole)
        elif word and start.offset:
            begin = Place(start.index, start.offset - self._gone(start.index))
            self._word_gone(begin, start)
        else:
            planned = start.offset == 0 or self._is_line_end(Place(start.index, start.offset - 1))
            self._taken(writing.backspaced(self.history.now, start), planned)

    @not_composing
    @rule(at=spans, words=st.lists(st.booleans(), min_size=1, max_size=3))
    def press_delete(self, at: Span, words: list[bool]) -> None:
        self._at(at)
        for word in self._one_by_one(words):
            self._deleted(word)

    def _deleted(self, word: bool) -> None:
        press(self.editor, Qt.Key.Key_Delete, modifier=CONTROL if word else PLAIN)
        start, stop = self.selected
        blocks = self.history.now.blocks
        at_end = not blocks or start.offset == len(blocks[start.index].text)
        if start == stop and start.index + 1 < len(blocks) and self._is_border(start, after=True):
            return
        if start != stop:
            self._did(writing.removed(self.history.now, *self._whole()), settled=False)
        elif not word and (whole := self._placeholder_halved(start, after=True)):
            self._went_to(*whole)
        elif word and not at_end:
            end = Place(start.index, start.offset + self._gone(start.index))
            self._word_gone(start, end)
        else:
            planned = at_end or self._is_line_end(start)
            self._taken(writing.deleted(self.history.now, start), planned)

    def _taken(self, done: Done, planned: bool) -> None:
        """A letter was taken out, or what is more than a letter."""
        if planned:
            self._did(done)
        else:
            self._did(done, "taken", settled=False, bold=self.bold)

    def _word_gone(self, start: Place, stop: Place) -> None:
        """Letters were taken out before or after the cursor; a placeholder in which it stands is a word."""
        around = writing.placeholder_around(self.history.now, self.selected[0])
        done = writing.removed(self.history.now, *(around or (start, stop)))
        self._did(done, settled=False, bold=self.bold)

    def _is_border(self, caret: Place, after: bool) -> bool:
        """Whether a branch is shown alone that ends at a place, or begins there: no key goes over that."""
        if self.branch is None:
            return False
        length = len(self.history.now.blocks[caret.index].text)
        return caret == (Place(self.lines[-1], length) if after else Place(self.lines[0], 0))

    def _is_line_end(self, place: Place) -> bool:
        return writing.is_line_end(self.history.now, place)

    def _placeholder_halved(self, caret: Place, after: bool) -> tuple[Place, Place] | None:
        taken = caret.offset if after else caret.offset - 1
        for at, first, last in _placeholders(self.history.now):
            if at == caret.index and taken in (first, last - 1):
                return Place(at, first), Place(at, last)
        return None

    def _gone(self, index: int) -> int:
        """How many letters of a line are gone: where words end is for Qt to say."""
        gone = len(self.history.now.blocks[index].text) - len(self.document.findBlockByNumber(index).text())
        assert gone > 0
        return gone

    @not_composing
    @rule(back=st.booleans())
    def press_tab(self, back: bool) -> None:
        start, stop = self.selected
        may_be = start == stop and not back
        made = writing.points_offered(self.history.now, start, self.piece) if may_be else None
        press(self.editor, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        if made is not None:
            self._did(made)
            return
        shown = self.lines
        found = _placeholders(self.history.now)
        spans = [(Place(at, first), Place(at, last)) for at, first, last in found if at in shown]
        if back:
            spans = [span for span in spans if order(span[1]) <= order(start)][-1:] or spans[-1:]
        else:
            spans = [span for span in spans if order(span[0]) >= order(stop)] or spans
        if spans:
            self._went_to(*spans[0])

    @not_composing
    @rule(key=arrows, modifier=st.sampled_from([PLAIN, SHIFT, CONTROL, CONTROL | SHIFT]))
    def press_arrow(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        goes_behind = self._goes_behind(key, modifier)
        press(self.editor, key, modifier=modifier)
        if not (goes_behind and self._left_behind()):
            self._went_to(*self.editor.selection())

    def _goes_behind(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
        """Whether a key takes the cursor behind the brackets in which a number was just typed."""
        if self.between is None or modifier not in (PLAIN, CONTROL):
            return False
        blocks, behind = self.history.now.blocks, self.between
        at_end = behind.offset == len(blocks[behind.index].text)
        is_last = behind.index == len(blocks) - 1
        return key == Qt.Key.Key_Right or (
            key == Qt.Key.Key_End and at_end and (modifier == PLAIN or is_last)
        )

    @not_composing
    @rule(
        place=places,
        number=st.sampled_from("一二1甲"),
        key=st.sampled_from([Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, None]),
    )
    def write_between(self, place: tuple[int, int], number: str, key: Qt.Key | None) -> None:
        """Brackets that come as a pair at the start of a line, what stands between them, and the way out: a key, or
        the bracket once more."""
        self.go((place[0], 0))
        self.type(None, ["（）"])
        for step in self._one_by_one([Qt.Key.Key_Left, number, key or "）"]):
            if isinstance(step, str):
                self.type(None, [step])
            else:
                self.press_arrow(step, PLAIN)

    @not_composing
    @rule(place=places, pieces=st.lists(series, min_size=1, max_size=4))
    def write_series(self, place: tuple[int, int], pieces: list[str]) -> None:
        """What an input method puts in one after the other, a series of points among it; then Tab."""
        self.go(place)
        for piece in self._one_by_one(pieces):
            self.commit(None, piece)
        self.agrees()
        self.press_tab(False)

    @not_composing
    @rule()
    def select_all(self) -> None:
        press(self.editor, Qt.Key.Key_A, modifier=CONTROL)
        lines = self.lines or range(1)
        end = Place(lines[-1], len(self.history.now.blocks[lines[-1]].text) if self.history.now.blocks else 0)
        self._went_to(Place(lines[0], 0), end)

    # Mouse

    @rule(place=places, extending=st.booleans())
    def click(self, place: tuple[int, int], extending: bool) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(position_of(self.document, self._place(place)))
        click(self.editor, self.editor.cursorRect(cursor).center(), SHIFT if extending else PLAIN)
        self._committed_first()
        self._went_to(*self.editor.selection())

    # Input method

    @rule(at=spans, pending=st.sampled_from(["n", "ni"]), text=commits)
    def compose(self, at: Span, pending: str, text: str) -> None:
        self._at(at)
        compose(self.editor, pending)
        start, stop = self._whole()
        stop = writing.spared(self.history.now, start, stop)
        if not self.composing and start != stop:
            self.shown = writing.composed_over(self.history.now, start, stop)
            self.history.branch_off()
            self.letters = "", None
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

    @not_composing
    @rule(at=spans, text=commits, count=st.integers(1, 3))
    def commit_instead(self, at: Span, text: str, count: int) -> None:
        """An input method takes back words that it put in, and puts in others."""
        self._at(at)
        start, stop = self.selected
        if start != stop or not start.offset:
            return
        words = self.history.now.blocks[start.index].text[max(0, start.offset - count) : start.offset]
        commit(self.editor, text, instead_of=units(words))
        self._went_to(Place(start.index, start.offset - len(words)), start)
        self._typed(text, whole=False)

    @rule(at=spans)
    def commit_line_end(self, at: Span) -> None:
        self._at(at)
        commit(self.editor, "\n")
        self.composing = False
        self._did(writing.returned(self.history.now, *self._whole()))

    @rule(at=spans)
    def commit_lines(self, at: Span) -> None:
        self._at(at)
        commit(self.editor, "甲\n乙")
        self.composing = False
        bold = self.bold
        self._pasted(stretches.of_text("甲\n乙", self._kind()), bold)
        self.bold = bold


def _placeholders(draft: Draft) -> Iterator[tuple[int, int, int]]:
    for at, block in enumerate(draft.blocks):
        first = 0
        for run in block.runs:
            if run.placeholder:
                yield at, first, first + len(run.text)
            first += len(run.text)
