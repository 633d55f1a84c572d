"""What typed numbers do on the page: they make a paragraph's kind, and offer the next point in mid-paragraph.

Brackets may come as a pair, with the cursor between them: 「（一）」 is complete when the cursor goes behind it, or when
the bracket is typed that is there. What a number made is a step of its own: one Backspace right after it brings the
number back as text. So is the placeholder that 【待填：…】 becomes with its closing bracket, or in brackets that are
there with its first word.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QTextCursor

from app.core.place import Place
from app.core.to_fill import made_to_fill, typed_to_fill
from app.core.typed import (
    TAKES_NUMBERS,
    made_by_typing,
    number_between,
    offered_point,
    points_made,
    typed_number,
)
from app.core.writing import Stroke
from app.ui.document.positions import place_of
from app.ui.document.properties import kind_of

if TYPE_CHECKING:
    from app.ui.editor.speech_editor import SpeechEditor

_OFFER = "按 Tab 分成要点"
_NEVER = -1, -1
_MAY_OFFER = re.compile("[。；：][一二三四五六七八九十]{1,3}[是要]")
_LONGEST_OFFERED = 5
"""Characters of what that finds."""


class TypedNumbers:
    """Watches what is typed into one editor."""

    def __init__(self, editor: "SpeechEditor") -> None:
        self._editor = editor
        self._made_at = _NEVER
        """The steps to be undone and the cursor right after a number made something, until either is another."""
        editor.cursorPositionChanged.connect(self._forget)
        editor.selectionChanged.connect(self._forget)
        self._between_at = _NEVER
        """The same right after a number was typed between brackets that were there."""
        self._piece = _NEVER, 0
        """Moves through the steps and cursor right after a piece of text was put in, and where in the block it begins."""
        self._mark = QRect()
        """Where the mark of the offer was last painted; empty where it was not."""

    def typed(self, before: Place) -> None:
        """Text was put in from a place on: make what a number at the paragraph's start says, or brackets."""
        cursor = self._editor.textCursor()
        here = place_of(cursor)
        text = cursor.block().text()
        if here.index != before.index:
            return
        self._piece = self._moved_to(), before.offset
        takes_numbers = kind_of(cursor.block().blockFormat()) in TAKES_NUMBERS
        if takes_numbers and number_between(text, here.offset):
            self._editor.draft_document.settle()
            self._between_at = self._now()
            return
        is_number = takes_numbers and typed_number(text, before.offset, here.offset)
        if not is_number and not typed_to_fill(text, before.offset, here.offset):
            return
        self._editor.draft_document.settle()
        draft = self._editor.draft_document.draft()
        stroke = made_by_typing(draft, here.index, before.offset, here.offset) if is_number else None
        stroke = stroke or made_to_fill(draft, here.index, before.offset, here.offset)
        if stroke is not None:
            self._make(stroke)

    def _make(self, stroke: Stroke) -> None:
        self._editor.filling.forget()
        self._editor.change(lambda _: stroke)
        self._made_at = self._now()

    @contextmanager
    def left_behind(self) -> Iterator[None]:
        """Where a key within moves the cursor from a number between brackets to behind them, make what it says."""
        steps, position = self._between_at
        yield
        cursor = self._editor.textCursor()
        if not cursor.hasSelection() and self._now() == (steps, position + 1):
            self._take_brackets(cursor)

    def closed_by(self, text: str) -> bool:
        """Whether a bracket that is typed is the one behind a number that was typed before it: then it is made."""
        cursor = self._editor.textCursor()
        if self._between_at == _NEVER or text != self._editor.document().characterAt(cursor.position()):
            return False
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return self._take_brackets(cursor)

    def _take_brackets(self, behind: QTextCursor) -> bool:
        """Make what the number says that ends at a cursor; whether it makes anything."""
        place = place_of(behind)
        stroke = made_by_typing(self._editor.draft_document.draft(), place.index, 0, place.offset)
        if stroke is not None:
            self._editor.setTextCursor(behind)
            self._make(stroke)
        return stroke is not None

    def just_made(self) -> bool:
        """Whether the last thing that happened is what a number made."""
        self._forget()
        return self._made_at != _NEVER

    def _forget(self) -> None:
        """A cursor that went elsewhere and came back is not right after the number any more."""
        if self._made_at == self._between_at == self._piece[0] == _NEVER:
            return  # as with most keys
        if self._made_at != _NEVER and (
            self._made_at != self._now() or self._editor.textCursor().hasSelection()
        ):
            self._made_at = _NEVER
        if self._between_at != self._now() or self._editor.textCursor().hasSelection():
            self._between_at = _NEVER
        if self._piece[0] != self._moved_to() or self._editor.textCursor().hasSelection():
            self._piece = _NEVER, 0

    def _now(self) -> tuple[int, int]:
        # Not the revision, which a composition raises that is cancelled and leaves everything as it was.
        return self._editor.draft_document.availableUndoSteps(), self._editor.textCursor().position()

    def _moved_to(self) -> tuple[int, int]:
        return self._editor.draft_document.steps.moves, self._editor.textCursor().position()

    def _typed_from(self, here: Place) -> int:
        """Where in its block begins what was put in last, if the cursor is right behind it; else its last letter."""
        right_after, start = self._piece
        return start if right_after == self._moved_to() else max(0, here.offset - 1)

    def offered(self) -> bool:
        """Whether 「二是」 was just typed where a point may begin: Tab makes it."""
        cursor = self._editor.textCursor()
        here = place_of(cursor)
        start = self._typed_from(here)
        near = cursor.block().text()[max(0, start + 1 - _LONGEST_OFFERED) : here.offset]
        if cursor.hasSelection() or not _MAY_OFFER.search(near):
            return False
        return offered_point(self._editor.draft_document.draft(), here, start)

    def paint_offer(self) -> None:
        """Paint the mark of the offer after the page, or see that it goes."""
        viewport, margin, mark = self._editor.viewport(), self._editor.page_margin, QRect()
        if self.offered():
            mark = margin.hint_area(self._editor.cursorRect(), _OFFER)
            with QPainter(viewport) as painter:
                margin.paint_hint(painter, self._editor.cursorRect(), _OFFER)
        if mark != self._mark:
            # Qt paints the line that changed, the mark stands above it.
            viewport.update(mark.united(self._mark))
            self._mark = mark

    def make_point(self) -> None:
        """Make the points that are offered; the cursor stays in the last one's text."""
        here = place_of(self._editor.textCursor())
        start = self._typed_from(here)
        self._editor.change(lambda draft: points_made(draft, here, start))
