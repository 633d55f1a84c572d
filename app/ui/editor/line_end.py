"""The end of a line that goes on below: there the cursor is seen after End, and where the mouse points behind a line.

Qt has one position for it and for the beginning of the next line, and shows the cursor there; pointed at, it takes the
one before the last letter, which in English is a blank and in Chinese none.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit

_Keys, _Move = QKeySequence.StandardKey, QTextCursor.MoveOperation
_TO_END = _Keys.MoveToEndOfLine, _Keys.SelectEndOfLine
_UP_AND_DOWN = _Keys.MoveToPreviousLine, _Keys.MoveToNextLine, _Keys.SelectPreviousLine, _Keys.SelectNextLine
_TO_START = _Keys.MoveToStartOfLine, _Keys.SelectStartOfLine
_SELECTING = _Keys.SelectPreviousLine, _Keys.SelectNextLine, _Keys.SelectStartOfLine
_HELD = Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta


class LineEnd(QObject):
    """Shows the cursor of a view at the end of a line while it is meant to be there."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._at: int | None = None
        self._width = 0
        view.cursorPositionChanged.connect(self._follow)
        view.document().contentsChange.connect(lambda *_: self.leave())

    @property
    def is_shown(self) -> bool:
        """Whether the cursor is seen at the end of a line."""
        return self._at is not None

    def rect(self) -> QRect:
        """Where the cursor is seen on the viewport."""
        if self._at is None:
            return self._view.cursorRect()
        seen = _moved(self._view.textCursor(), _Move.PreviousCharacter)
        rect = self._view.cursorRect(seen)
        rect.translate(round(_width_of_last(seen)), 0)
        rect.setWidth(self._width)
        return rect

    def paint(self) -> None:
        """Paint the cursor where it is meant to be; Qt paints none meanwhile."""
        if self._at is not None and self._view.hasFocus():
            with QPainter(self._view.viewport()) as painter:
                painter.fillRect(self.rect(), self._view.palette().text())

    # What brings it there

    def press(self, event: QKeyEvent, by_qt: Callable[[QKeyEvent], None]) -> None:
        """Have Qt carry out a key, from where the cursor is seen."""
        if event.key() in _HELD:
            by_qt(event)
            return
        to_end, up_or_down, to_start = (
            any(map(event.matches, keys)) for keys in (_TO_END, _UP_AND_DOWN, _TO_START)
        )
        if self._at is not None and to_end:
            event.accept()
            return
        selecting = any(map(event.matches, _SELECTING))
        if self._at is not None and (up_or_down or to_start):
            self._step_back(selecting)
        self.leave()
        by_qt(event)
        if to_end:
            self._take()
        elif up_or_down:
            self._go_along(selecting)

    def point(self, at: QPointF, dragging: bool) -> None:
        """The mouse put the cursor somewhere: it was pressed or dragged at this point of the viewport."""
        self.leave()
        cursor, seen = self._view.textCursor(), self._view.cursorRect()
        if at.y() < seen.top():
            self._take()
        elif (dragging or not cursor.hasSelection()) and _is_before_last(cursor):
            right = seen.left() + _width_of_last(cursor)
            if at.x() > right and at.y() < seen.bottom():
                self._step_on(selecting=dragging)

    def _step_back(self, selecting: bool) -> None:
        """Put Qt's cursor before the last letter of the line, from where it goes on along the ends of lines."""
        cursor = _moved(self._view.textCursor(), _Move.PreviousCharacter, selecting)
        cursor.setVerticalMovementX(round(_x(_line_of(cursor), _behind(cursor))))
        self._view.setTextCursor(cursor)

    def _go_along(self, selecting: bool) -> None:
        """Up or Down along the ends of the lines leads to an end again, not before the last letter."""
        cursor = self._view.textCursor()
        x, line = cursor.verticalMovementX(), _line_before(cursor)
        if _is_before_last(cursor) and x + 1 > _x(_line_of(cursor), _behind(cursor)):  # it is rounded
            self._step_on(selecting)
        elif line is not None and 2 * x > _x(line, cursor.positionInBlock()):
            self._take()

    def _step_on(self, selecting: bool) -> None:
        """Go behind the last letter of the line, before which Qt left the cursor."""
        cursor = self._view.textCursor()
        x = cursor.verticalMovementX()
        cursor = _moved(cursor, _Move.NextCharacter, selecting)
        cursor.setVerticalMovementX(x)
        self._view.setTextCursor(cursor)
        self._take()

    def _take(self) -> None:
        """Show the cursor at the end of the line before, where its position is that too."""
        if _line_before(self._view.textCursor()) is not None:
            self._at, self._width = self._view.textCursor().position(), self._view.cursorWidth()
            self._view.setCursorWidth(0)
            self._view.viewport().update()

    # What takes it away

    def _follow(self) -> None:
        if self._at is not None and self._view.textCursor().position() != self._at:
            self.leave()

    def leave(self) -> None:
        """Show the cursor where Qt does: something else is done now than going along lines."""
        if self._at is not None:
            self._at = None
            self._view.setCursorWidth(self._width)
            self._view.viewport().update()


def _line_of(cursor: QTextCursor) -> QTextLine:
    """The line in which the next letter is."""
    return cursor.block().layout().lineForTextPosition(cursor.positionInBlock())


def _line_before(cursor: QTextCursor) -> QTextLine | None:
    """The line that ends where the cursor is, and goes on below; None where none does."""
    line = _line_of(cursor)
    if not line.isValid() or line.lineNumber() == 0 or line.textStart() != cursor.positionInBlock():
        return None
    return cursor.block().layout().lineAt(line.lineNumber() - 1)


def _is_before_last(cursor: QTextCursor) -> bool:
    """Whether the cursor is before the last letter of a line that goes on below."""
    line = _line_of(cursor)
    is_last = not line.isValid() or line.lineNumber() == cursor.block().layout().lineCount() - 1
    return not is_last and _behind(cursor) == line.textStart() + line.textLength()


def _behind(cursor: QTextCursor) -> int:
    """Where the next letter ends in the block."""
    return _moved(cursor, _Move.NextCharacter).positionInBlock()


def _width_of_last(cursor: QTextCursor) -> float:
    """Pixels of the letter behind the cursor, the last one of its line."""
    line = _line_of(cursor)
    return _x(line, _behind(cursor)) - _x(line, cursor.positionInBlock())


def _moved(cursor: QTextCursor, move: QTextCursor.MoveOperation, selecting: bool = False) -> QTextCursor:
    found = QTextCursor(cursor)
    found.movePosition(move, QTextCursor.MoveMode.KeepAnchor)  # the other mode goes to the end of a selection
    if not selecting:
        found.setPosition(found.position())
    return found


def _x(line: QTextLine, within: int) -> float:
    return float(line.cursorToX(within)[0])  # type: ignore[index]
