"""What an input method does to the text: over a selection, at the edges of marks, and when it is cancelled."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from app.ui.document.positions import is_all_selected, spare_last_end
from app.ui.document.properties import take_out_all
from app.ui.editor.placeholders import take_whole

if TYPE_CHECKING:
    from app.ui.editor.text_edits import TextEdits

PassOn = Callable[[QInputMethodEvent], None]


class Composition:
    """The composing of one editor. A selection that is composed over goes at once and comes back on cancelling.

    What is committed is put in by the editor as typed text is, over the selection that came back: one step.
    """

    def __init__(self, editor: QTextEdit, edits: "TextEdits") -> None:
        self._editor, self._edits = editor, edits
        self._over: tuple[int, int] | None = None
        """Anchor and position of the selection that went away for the composition."""
        self._steps = 0
        self._goes = False
        """Whether anything goes with that selection; not with the end of an empty paragraph."""

    @property
    def going_on(self) -> bool:
        """Whether text stands in the line that is not committed; asked of the line, events may not come."""
        return bool(self._editor.textCursor().block().layout().preeditAreaText())

    def commit(self) -> None:
        """Have pending text put in, before anything else is done."""
        if self.going_on:
            QGuiApplication.inputMethod().commit()
        self.tidy()

    def tidy(self) -> None:
        """Bring back what was composed over, where the composition ended and nobody said so."""
        if self._over is not None and not self.going_on:
            self._bring_back()

    def take(self, event: QInputMethodEvent, pass_on: PassOn) -> None:
        """Carry out an event; `pass_on` is Qt's own doing."""
        self.tidy()
        if event.commitString() or event.replacementLength():
            self._commit(event, pass_on)
            event = QInputMethodEvent(event.preeditString(), event.attributes())
            if not event.preeditString():
                return
        cursor = self._editor.textCursor()
        if event.preeditString() and not self.going_on and cursor.hasSelection():
            self._over = cursor.anchor(), cursor.position()
            take_whole(cursor)
            spare_last_end(cursor)
            self._goes = cursor.hasSelection()
            if is_all_selected(cursor):
                take_out_all(cursor)
            self._editor.setTextCursor(cursor)
            pass_on(event)
            self._steps = self._editor.document().availableUndoSteps()
        else:
            pass_on(event)
            self.tidy()

    def _commit(self, event: QInputMethodEvent, pass_on: PassOn) -> None:
        if self.going_on:
            pass_on(QInputMethodEvent("", []))
        if self._over is not None:
            self._bring_back()
        cursor = self._editor.textCursor()
        event.accept()
        if event.replacementLength():
            start = cursor.position() + event.replacementStart()
            cursor.setPosition(start)
            cursor.setPosition(start + event.replacementLength(), QTextCursor.MoveMode.KeepAnchor)
            self._edits.put_in_place(cursor, event.commitString())
            return
        take_whole(cursor)
        self._editor.setTextCursor(cursor)
        self._edits.put_in(event.commitString())

    def _bring_back(self) -> None:
        """Undo that the selection went; nothing of it is left to be done again."""
        anchor, position = self._over or (0, 0)
        self._over = None
        document = self._editor.document()
        if document.availableUndoSteps() != self._steps:
            return  # something else was done since: the selection comes back by undo, in its turn
        if self._goes:
            document.undo()
            document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        cursor = self._editor.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
