"""Keys and double clicks that go by words. Qt takes all of a Chinese paragraph for one word."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from app.core.words import Cut, word_at, word_end, word_start
from app.ui.document.positions import characters, units

if TYPE_CHECKING:
    from app.ui.editor.speech_editor import SpeechEditor

_KEYS = {
    QKeySequence.StandardKey.MoveToNextWord: (True, QTextCursor.MoveMode.MoveAnchor),
    QKeySequence.StandardKey.SelectNextWord: (True, QTextCursor.MoveMode.KeepAnchor),
    QKeySequence.StandardKey.MoveToPreviousWord: (False, QTextCursor.MoveMode.MoveAnchor),
    QKeySequence.StandardKey.SelectPreviousWord: (False, QTextCursor.MoveMode.KeepAnchor),
}
_DELETING = {
    QKeySequence.StandardKey.DeleteEndOfWord: True,
    QKeySequence.StandardKey.DeleteStartOfWord: False,
}


class ByWord(QObject):
    """Goes by the words of one editor's text; before `cut` is known, from mark to mark."""

    wanted = Signal()
    """What cuts words is wanted: it takes a while to load, and is asked for once."""

    def __init__(self, editor: "SpeechEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        self.cut: Cut | None = None
        self._is_asked_for = False
        self._clicked: tuple[int, int] | None = None
        """The word that was clicked, while the button is held."""

    def moves(self, event: QKeyEvent) -> bool:
        """Whether a key goes by words; then it is done."""
        for key, (forward, mode) in _KEYS.items():
            if event.matches(key):
                cursor = self._editor.textCursor()
                self._move(cursor, forward, mode)
                self._editor.setTextCursor(cursor)
                self._editor.ensureCursorVisible()
                return True
        return False

    def span_to_delete(self, event: QKeyEvent) -> QTextCursor | None:
        """What a key deletes that deletes a part of a line by words; None for all other keys."""
        for key, forward in _DELETING.items():
            if event.matches(key):
                cursor = self._editor.textCursor()
                self._move(cursor, forward, QTextCursor.MoveMode.KeepAnchor)
                return cursor
        return None

    def _move(self, cursor: QTextCursor, forward: bool, mode: QTextCursor.MoveMode) -> None:
        """To the next border of a word; at the edge of a line to the one beside it."""
        if cursor.atBlockEnd() if forward else cursor.atBlockStart():
            step = cursor.MoveOperation.NextCharacter if forward else cursor.MoveOperation.PreviousCharacter
            cursor.movePosition(step, mode)
            return
        block, text = cursor.block(), cursor.block().text()
        offset = characters(text, cursor.positionInBlock())
        to = (word_end if forward else word_start)(text, offset, self._cutting())
        cursor.setPosition(block.position() + units(text, to), mode)

    def _cutting(self) -> Cut | None:
        if self.cut is None and not self._is_asked_for:
            self._is_asked_for = True
            self.wanted.emit()
        return self.cut

    # Mouse

    def _word(self, point: QPoint) -> tuple[int, int]:
        cursor = self._editor.cursorForPosition(point)
        block, text = cursor.block(), cursor.block().text()
        offset = characters(text, cursor.positionInBlock())
        if offset and self._editor.cursorRect(cursor).x() > point.x():
            offset -= 1
        return tuple(block.position() + units(text, each) for each in word_at(text, offset, self._cutting()))  # type: ignore[return-value]

    def double_clicked(self, point: QPoint) -> None:
        """Select the word under the mouse, a placeholder whole."""
        self._clicked = self._word(point)
        self._select(*self._clicked)

    def dragged(self, point: QPoint) -> bool:
        """Whether the mouse is moved with the button held after a double click: the selection goes on by words."""
        if self._clicked is None:
            return False
        start, stop = self._clicked
        first, last = self._word(point)
        if first < start:
            self._select(stop, first)
        else:
            self._select(start, max(stop, last))
        return True

    def released(self) -> None:
        """The button was let go."""
        self._clicked = None

    def _select(self, anchor: int, position: int) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
