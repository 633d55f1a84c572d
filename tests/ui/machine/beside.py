"""A writer at the real editor beside the plain model of it: after every deed both must show the same draft.

The event loop runs after each deed in one half of the histories, and in the other only now and then, so that
deeds come before the document was made sound.
"""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import parse_markup, print_markup
from app.core.place import Place
from app.core.repair import repaired
from app.core.selection import is_all
from app.ui.document.positions import place_of, position_of
from app.ui.document.properties import read_block
from app.ui.document.splicing import is_vacant
from tests.ui.hands import press
from tests.ui.machine.desk import Desk
from tests.ui.machine.drawn import Span, starts
from tests.ui.model import stretches, writing
from tests.ui.model.agreement import disagreement, is_same
from tests.ui.model.history import History
from tests.ui.model.hoisting import Branch
from tests.ui.model.lines import lines_of
from tests.ui.model.numbering import numbers
from tests.ui.model.stretches import Piece
from tests.ui.model.writing import Done

CONTROL = Qt.KeyboardModifier.ControlModifier
not_composing = precondition(lambda self: not self.composing)


class Beside(RuleBasedStateMachine):
    """One history. `shown` is the draft that must stand there now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.editor, self.document = desk, desk.editor, desk.document
        self.history: History | None = None
        self.composing = False

    @initialize(markup=starts, patient=st.booleans())
    def begin(self, markup: str, patient: bool) -> None:
        self.start = parse_markup(markup, counting_ids())
        self.desk.begin(self.start)
        self.patient = patient
        self.history = History(self.start)
        self.shown = self.start
        self.settled = True
        self.taken: frozenset[str] = frozenset()
        self.clip: Piece | None = None
        self.words = ""
        self.letters: tuple[str, Place | None] = "", None
        """What letters were done last, and where the cursor was; any other step ends them."""
        self.selected = self.editor.selection()
        self.just_made: Draft | None = None
        self.between: Place | None = None
        """Behind the brackets in which a number was just typed."""
        self.piece: int | None = None
        """Where in its line begins what was just typed or committed."""
        self.bold: bool | None = None
        """What was said of the letters to come; None where nothing was."""
        self.steps = 0
        self.branch: Branch | None = None
        """What is shown alone; None while the whole is shown."""
        self.lines = range(len(self.shown.blocks))
        """The lines that are shown, between which hands go."""
        self.went_back_or_forth = False

    # What every deed does

    def _place(self, drawn: tuple[int, int]) -> Place:
        if not self.lines:
            return Place(0, 0)
        index = self.lines[drawn[0] % len(self.lines)]
        length = len(self.shown.blocks[index].text)
        return Place(index, length if drawn[1] < 0 else min(drawn[1], length))

    def _put_cursor(self, start: Place, stop: Place) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(position_of(self.document, start))
        cursor.setPosition(position_of(self.document, stop), cursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self._went_to(start, stop)

    def _went_to(self, start: Place, stop: Place) -> None:
        """The cursor was put somewhere: what a number made is not the last thing that happened any more."""
        chosen = tuple(sorted((start, stop), key=order))
        if chosen != self.selected:
            self.just_made = self.bold = self.between = self.piece = None
        self.selected = chosen

    def _at(self, span: Span) -> None:
        """Select what is drawn, unless an input method composes."""
        if span is not None and not self.composing:
            (line, offset), (below, end) = span
            start = self._place((line, offset))
            last = start.index - self.lines.start + below
            self._put_cursor(start, self._place((min(last, max(0, len(self.lines) - 1)), end)))

    def _caret(self) -> Place:
        return place_of(self.editor.textCursor())

    def _did(
        self,
        done: Done,
        letter: str = "",
        settled: bool = True,
        always: bool = False,
        bold: bool | None = None,
    ) -> None:
        """The model's word on a deed that was just done. `always`: it may be a step also where nothing changed.

        `letter`: it was typed, or taken out; `bold`: what was said of the letters to come still holds.
        """
        draft, place = done
        if self._is_step(draft, always):
            self.just_made = self.bold = self.between = self.piece = None
            self.taken = frozenset(block.id for block in self.history.now.blocks)
            start, stop = self.selected
            goes_on = bool(letter) and start == stop and self.letters == (letter, start)
            self.history.done(draft, goes_on)
            self.letters = letter, place
        self.shown, self.settled = self.history.now, settled
        if place is not None:
            place = place if place.index < len(draft.blocks) else Place(*self._end(draft))
            self._went_to(place, place)
        elif self.settled:
            self.selected = self.editor.selection()
        self.bold = bold if bold is not None else self.bold

    def _is_step(self, draft: Draft, always: bool) -> bool:
        """Whether a deed is a step: where nothing that can be seen is another, the editor may make one or none."""
        if not is_same(draft, self.history.now):
            return True
        may_be = always or draft != self.history.now
        return may_be and self.document.availableUndoSteps() != self.steps

    def _end(self, draft: Draft) -> tuple[int, int]:
        return (len(draft.blocks) - 1, len(draft.blocks[-1].text)) if draft.blocks else (0, 0)

    def _whole(self) -> tuple[Place, Place]:
        """What is selected, with placeholders whole."""
        return writing.whole(self.history.now, *self.selected)

    def _typed(self, text: str, letter: str = "", whole: bool = True) -> None:
        """Typed or committed over the selection, and what a number makes of it."""
        if self._closed_by(text):
            return
        start, stop = self._whole() if whole else self.selected
        done = writing.typed(self.history.now, start, stop, text, self.bold)
        self._did(done, letter, settled=not self.history.now.blocks, always=True, bold=self.bold)
        after = self.selected[0]
        self.piece = start.offset
        made = writing.made_by_number(done[0], start, after) or writing.to_fill(done[0], start, after)
        if made is not None:
            self._did(made)
            self.just_made = done[0]
        elif writing.number_between(done[0], after):
            self.between = Place(after.index, after.offset + 1)

    def _closed_by(self, text: str) -> bool:
        """Whether the bracket is typed that stands behind a number that was typed before it."""
        behind, draft = self.between, self.history.now
        if behind is None or draft.blocks[behind.index].text[behind.offset - 1] != text:
            return False
        return self._left_behind()

    def _left_behind(self) -> bool:
        """The cursor goes behind the brackets in which a number was typed: whether that makes something."""
        draft, behind = self.history.now, self.between
        if behind is None:
            return False
        made = writing.made_by_number(draft, Place(behind.index, 0), behind)
        if made is not None:
            self._did(made)
            self.just_made = draft
        return made is not None

    def _pasted(self, piece: Piece, bold: bool | None = None) -> None:
        """A stretch was put in over the selection; words are as if typed, `bold` where they were committed so."""
        words = piece.is_words and bool(self.history.now.blocks)
        done = stretches.pasted(self.history.now, *self._whole(), piece, bold)
        self._did(done, settled=not words, always=words)

    def _committed_first(self) -> None:
        """Whatever is done by mouse or menu has the pending text put in before."""
        if self.composing:
            self.composing = False
            self._typed(self.desk.pending)

    def _commit(self) -> None:
        """Have pending text put in, so that it is known which rows there are."""
        if self.composing:
            self.editor.commit()
            self._committed_first()
            self.agrees()

    def _pause_a_bit(self) -> None:
        if self.patient:
            self.pause()
            if self.branch:
                self.document.tell_now()

    @rule()
    def pause(self) -> None:
        QApplication.processEvents()
        if not self.composing:
            self.settled = True

    @invariant()
    def agrees(self) -> None:
        if self.history is None:
            return
        self.sound = False
        self._pause_a_bit()
        if self.desk.errors:
            raise AssertionError from self.desk.errors.pop()
        read = self.document.draft()
        found = disagreement(self.shown, read, self.taken, self.settled)
        assert not found, found
        selected = self.editor.selection()
        assert selected == self.selected or self.composing, f"selected {self.selected} ≠ {selected}"
        assert repaired(read) == read, f"not sound: {read}"
        counted = numbers(lines_of(read.blocks))
        shown = [self.document.number(at) for at in range(len(counted))]
        assert shown == counted, f"numbers {counted} ≠ {shown}"
        assert not disagreement(self._read_anew(read), read), "what was read before is no longer so"
        if self.settled and not self.composing:
            self.shown = self.history.now = read
        self.steps = self.document.availableUndoSteps()
        self._agree_on_branch()
        self.sound = True

    def _agree_on_branch(self) -> None:
        """Nothing but the branch is shown, or the whole, and what was shown never goes out of sight."""
        hoist, seen = self.desk.hoist, [block.isVisible() for block in self.document.text_blocks()]
        ends = self.editor.selection()
        assert all(seen[end.index] for end in ends), f"out of sight: {ends}"
        if self.branch and not self.patient:  # it is looked at when there is time
            self.branch = self.branch if hoist.is_on else None
            self.lines = range(seen.index(True), len(seen) - seen[::-1].index(True))
            return
        stays = self.branch and self.branch.stays(self.shown, ends, self.went_back_or_forth)
        assert hoist.is_on == bool(stays), f"one branch is shown: {hoist.is_on} ≠ {stays}"
        self.branch = self.branch.looked_at(self.shown) if self.branch and stays else None
        self.lines = self.branch.lines(self.shown) if self.branch else range(len(self.shown.blocks))
        assert [at for at, each in enumerate(seen) if each] == [*(self.lines or range(1))]
        self.went_back_or_forth = False

    def _read_anew(self, read: Draft) -> Draft:
        lines = () if is_vacant(self.document) else tuple(self.document.text_blocks())
        names = (block.id for block in read.blocks)
        return repaired(
            replace(read, blocks=tuple(read_block(line) for line in lines)), lambda: next(names, "zzzzzzzz")
        )

    def _kind(self) -> Kind:
        blocks, (start, stop) = self.history.now.blocks, self.selected
        if not blocks or (start.index < stop.index and is_all(self.history.now, start, stop)):
            return Kind.BODY
        return blocks[start.index].kind

    # Undo and redo

    @rule()
    def undo(self) -> None:
        if self.composing:
            self.editor.undo()
            self._committed_first()
        else:
            press(self.editor, Qt.Key.Key_Z, modifier=CONTROL)
        self._undone()

    def _undone(self) -> None:
        self.sound = False
        read = self.document.draft()
        before = self.history.now
        assert self.history.undone(lambda draft: not disagreement(draft, read)), _told("undo", before, read)
        self._went(before)

    @rule()
    def redo(self) -> None:
        if self.composing:
            self.editor.redo()
            self._committed_first()
        else:
            press(self.editor, Qt.Key.Key_Y, modifier=CONTROL)
        read = self.document.draft()
        before = self.history.now
        assert self.history.redone(lambda draft: not disagreement(draft, read)), _told("redo", before, read)
        self._went(before)

    def _went(self, before: Draft) -> None:
        if before is not self.history.now:
            self.just_made = self.bold = self.between = self.piece = None
            self.letters = "", None
            self.went_back_or_forth = True
        self.shown, self.settled = self.history.now, True
        self.selected = self.editor.selection()

    def teardown(self) -> None:
        """All undone is the start, all redone the end."""
        if self.history is None or not self.sound:
            return
        if self.composing:
            self.cancel()
        self.document.settle()
        while self.document.isRedoAvailable():
            self.redo()
        end = self.document.draft()
        while self.document.isUndoAvailable():
            self.undo()
        assert self.document.draft() == self.start
        while self.document.isRedoAvailable():
            self.redo()
        assert self.document.draft() == end
        self.desk.done()


def _told(deed: str, before: Draft, read: Draft) -> str:
    return f"{deed} made {print_markup(read)!r} of {print_markup(before)!r}"


def order(place: Place) -> tuple[int, int]:
    return place.index, place.offset
