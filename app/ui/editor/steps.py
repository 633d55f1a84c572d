"""Which letters are one step of undo: those typed, or taken out, one after the other at one place.

Qt would add text to whatever step put in what is right before it, also to a paste, and cannot join what the
normaliser writes to a letter that was put in or taken out by itself. So each edit of the text is an edit block.
What the writer had selected before one is selected again when it is undone.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.ui.document.step_log import StepLog, Way


class Steps:
    """Makes each edit of one editor's text a step, or a part of the step before where it goes on with that."""

    def __init__(self, editor: QTextEdit, log: StepLog) -> None:
        self._editor, self._log = editor, log
        self._last: tuple[str, int, int] | None = None
        """What was done, the steps that had been made by then, and where the cursor was right after it."""

    @contextmanager
    def step(self, what: str = "") -> Iterator[QTextCursor]:
        """The cursor with which to edit. What is done more than once at one place is one step; nothing: never."""
        cursor = self._editor.textCursor()
        before = self._ends() if cursor.hasSelection() else None
        moves = self._log.moves
        goes_on = bool(what) and not cursor.hasSelection() and self._last == self._now(what)
        with self._log.joining() if goes_on else nullcontext():
            if goes_on:
                cursor.joinPreviousEditBlock()
            else:
                cursor.beginEditBlock()
            try:
                yield cursor
            finally:
                cursor.endEditBlock()
        self._editor.setTextCursor(cursor)
        if goes_on and (way := self._log.way_back) is not None:
            before = way.before
        if before is not None and (goes_on or self._log.moves != moves):
            self._log.take_way(Way(before, self._ends()))
        self.go_on_from(what)

    @contextmanager
    def from_here(self) -> Iterator[None]:
        """A step over what the program selects within: undo leads back to where the writer is, who selected nothing."""
        moves, here = self._log.moves, self._ends()
        yield
        if self._log.moves != moves:
            self._log.take_way(Way(here, self._ends()))

    def _ends(self) -> tuple[int, int]:
        cursor = self._editor.textCursor()
        return cursor.anchor(), cursor.position()

    def go_on_from(self, what: str) -> None:
        """What was just done is what is done more than once: more of it at the cursor is the same step."""
        self._last = self._now(what)

    def _now(self, what: str) -> tuple[str, int, int]:
        return what, self._log.moves, self._editor.textCursor().position()
