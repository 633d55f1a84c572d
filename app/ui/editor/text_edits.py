"""Text that is put in over the selection, and taken out: words as Qt does it, which is fast, all else by a plan."""

import re
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from app.core.draft import FORCED_LINE_END, Draft
from app.core.place import Place
from app.core.selection import Clip, replaced, takes_whole_points
from app.core.text import clean_text
from app.core.writing import Stroke, line_end_taken, parting_taken
from app.ui.document.positions import is_all_selected, place_of, spare_last_end
from app.ui.document.properties import make_body, take_out_all
from app.ui.document.splicing import is_vacant
from app.ui.document.step_log import TYPED, StepLog
from app.ui.editor.clipboard import Put, from_text, is_words
from app.ui.editor.keys import press_return
from app.ui.editor.marks import is_within_value, typing_format
from app.ui.editor.placeholders import take_whole
from app.ui.editor.steps import Steps

if TYPE_CHECKING:
    from app.ui.editor.speech_editor import SpeechEditor

_LINE_END = re.compile("[\u2028\u2029]")
"""Of text that Qt says is selected."""
_LINE_ENDS = ("\n", "\r", "\r\n", "\u2029")


def _written(draft: Draft, start: Place, stop: Place, clip: Clip) -> Stroke:
    """What is typed or composed, where it is put in by a plan."""
    stroke = replaced(draft, start, stop, clip)
    return replace(stroke, plan=replace(stroke.plan, name=TYPED))


def _in_bold(clip: Clip) -> Clip:
    blocks = (
        replace(block, runs=tuple(replace(run, bold=True) for run in block.runs)) for block in clip.blocks
    )
    return replace(clip, blocks=tuple(blocks))


class TextEdits:
    """The edits of one editor's text; which of them are one step of undo, `Steps` says."""

    def __init__(self, editor: "SpeechEditor", log: StepLog) -> None:
        self._editor = editor
        self._steps = Steps(editor, log)

    def put_in(self, text: str, by_key: bool = False) -> None:
        """Put in typed or composed text: over a selection in its place, at the edge of a mark outside it.

        Letters typed `by_key` one after the other are one step of undo, what is composed is one by itself.
        """
        editor = self._editor
        if text in _LINE_ENDS:
            press_return(editor)
            return
        if editor.typed_numbers.closed_by(text):
            return
        if by_key:
            self.widen()
        before = editor.selection()[0]
        clip = from_text(text, editor.pasting.kind_at(editor.textCursor()))
        with editor.bold_typing.going_on() as bold:
            self.take_in(clip, _written, what="typed" if by_key else "", bold=bold)
        editor.typed_numbers.typed(before)

    def put_in_place(self, cursor: QTextCursor, text: str) -> None:
        """Put text in where a cursor selects what it takes the place of, as an input method mends what it committed."""
        with self._steps.from_here():
            self._editor.setTextCursor(cursor)
            self.put_in(text)

    def take_in(
        self,
        clip: Clip,
        put: Put = replaced,
        at: QTextCursor | None = None,
        what: str = "",
        bold: bool | None = None,
    ) -> None:
        """Put in a stretch over the selection, or at a cursor; words are `bold` or plain where that was said."""
        editor, document = self._editor, self._editor.draft_document
        document.settle()  # what the edit before left for later is part of that one's step
        cursor = editor.textCursor()
        if at is None and not clip.ends and spare_last_end(cursor):
            editor.setTextCursor(cursor)
        if at is None and is_words(clip) and not is_vacant(document):
            editor.filling.begin("" if what else clip.blocks[0].text)
            over_all = is_all_selected(cursor)
            with self._steps.step(what) as cursor:
                cursor.insertText(self._clean(clip.blocks[0].text, cursor), typing_format(cursor, bold))
                if over_all:
                    make_body(cursor)
        elif clip.blocks or cursor.hasSelection():
            clip = _in_bold(clip) if bold and is_words(clip) else clip

            def make(draft: Draft) -> Stroke:
                start, stop = editor.selection() if at is None else (place_of(at), place_of(at))
                return put(draft, start, stop, clip)

            with editor.filling.put_over() if at is None else nullcontext():
                editor.change(make)
            self._steps.go_on_from(what)

    def _clean(self, text: str, cursor: QTextCursor) -> str:
        """Words as they may stand where a cursor is: a forced line end from a title is a blank elsewhere."""
        return clean_text(text, self._editor.pasting.kind_at(cursor)) if FORCED_LINE_END in text else text

    def widen(self) -> None:
        """Let the selection take placeholders whole: half of one would print as text."""
        cursor = self._editor.textCursor()
        if take_whole(cursor):
            self._editor.setTextCursor(cursor)

    def take_selected(self) -> None:
        """Take out what is selected: of the whole draft an empty paragraph of body is left."""
        self._editor.draft_document.settle()
        self.widen()
        if (stroke := self._taken_by_plan()) is not None:
            self._editor.change(lambda _: stroke)
            return
        with self._steps.step() as cursor:
            if is_all_selected(cursor):
                take_out_all(cursor)
            else:
                cursor.removeSelectedText()

    def _taken_by_plan(self) -> Stroke | None:
        """What becomes of the draft without the selection, where that is more than that words go; None where it is not.

        Of whole points the series keeps its end marks, and what a line end parted is one again without it.
        """
        cursor = self._editor.textCursor()
        if is_all_selected(cursor) or not _LINE_END.search(cursor.selectedText()):
            return None
        draft, (start, stop) = self._editor.draft_document.draft(), self._editor.selection()
        if takes_whole_points(draft, start, stop):
            return replaced(draft, start, stop, Clip(()))
        return parting_taken(draft, start, stop)

    def take_word(self, cursor: QTextCursor) -> None:
        """Take out what a cursor selects."""
        with self._steps.from_here(), self._editor.bold_typing.going_on():
            self._editor.setTextCursor(cursor)
            self.take_selected()

    def take_letter(self, after: bool) -> None:
        """Take out the letter before or after the cursor."""
        if (end := self._line_end(after)) is not None:
            self._editor.change(lambda draft: line_end_taken(draft, end))
            return
        with self._editor.bold_typing.going_on(), self._steps.step("taken") as cursor:
            if after:
                cursor.deleteChar()
            else:
                cursor.deletePreviousChar()

    def _line_end(self, after: bool) -> Place | None:
        """The forced line end before or after the cursor; None for any other letter, and within a value."""
        behind = self._editor.textCursor()
        if after:
            behind.movePosition(QTextCursor.MoveOperation.Right)
        letter = self._editor.document().characterAt(behind.position() - 1)
        if letter != FORCED_LINE_END or is_within_value(behind.charFormat()):
            return None
        place = place_of(behind)
        return Place(place.index, place.offset - 1)
