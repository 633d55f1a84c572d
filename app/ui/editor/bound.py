"""Bound facts are quiet: a thin line under the one with the cursor or the mouse, and words over it.

Ctrl and a click go to its box at the right.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from app.core.draft import Run
from app.ui.editor.filling import run_around
from app.ui.editor.told import told_of

if TYPE_CHECKING:
    from app.ui.editor.speech_editor import SpeechEditor

_LEFT, _RIGHT = QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveOperation.NextCharacter
_WITH_CTRL = Qt.KeyboardModifier.ControlModifier


class BoundRuns(QObject):
    """The bound runs of one editor, as the writer comes upon them."""

    changed = Signal()
    """The cursor went into another bound run, or out of one."""
    wanted = Signal()
    """The writer wants to change the value at the cursor."""

    def __init__(self, editor: "SpeechEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._under_cursor: tuple[int, int] | None = None
        self._under_mouse: tuple[int, int] | None = None
        self.is_live: Callable[[int, Run], bool] = lambda _index, _run: True
        """Whether a bound run of the block of that index says its value; who knows the facts sets it."""
        editor.viewport().setMouseTracking(True)
        editor.cursorPositionChanged.connect(self._look)
        editor.draft_document.draft_changed.connect(self._look_again)

    def here(self) -> tuple[int, int, Run] | None:
        """First and last position of the bound run at the cursor, and the run."""
        return run_around(self._editor.textCursor(), bound=True)

    def at(self, point: QPoint) -> tuple[QTextCursor, Run] | None:
        """The run under a point of the viewport, as a selection; None beside the text."""
        editor = self._editor
        over = editor.cursorForPosition(point)
        place = editor.cursorRect(over)
        over.movePosition(_LEFT if place.x() > point.x() else _RIGHT, QTextCursor.MoveMode.KeepAnchor)
        on_line = place.top() <= point.y() <= place.bottom()
        if on_line and over.hasSelection() and "\u2029" not in over.selectedText():
            found = run_around(over)
            if found is not None:
                over.setPosition(found[0])
                over.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
                return over, found[2]
        return None

    def moved(self, event: QMouseEvent) -> None:
        """The mouse moved over the viewport."""
        found = self.at(event.position().toPoint())
        bound = found is not None and found[1].bind is not None
        span = (found[0].selectionStart(), found[0].selectionEnd()) if found and bound else None
        if span != self._under_mouse:
            self._under_mouse = span
            self._underline()
        changes = bound and event.modifiers() == _WITH_CTRL and not event.buttons()
        shape = Qt.CursorShape.PointingHandCursor if changes else Qt.CursorShape.IBeamCursor
        if self._editor.viewport().cursor().shape() != shape:
            self._editor.viewport().setCursor(shape)

    def left(self) -> None:
        """The mouse went elsewhere."""
        if self._under_mouse is not None:
            self._under_mouse = None
            self._underline()

    def released(self, event: QMouseEvent) -> None:
        """A button of the mouse was let go."""
        clicked = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _WITH_CTRL
        found = self.at(event.position().toPoint()) if clicked else None
        if found is not None and found[1].bind is not None and not self._editor.textCursor().hasSelection():
            self.wanted.emit()

    def tell(self, event: QHelpEvent) -> None:
        """Say what is under the mouse."""
        found = self.at(event.pos())
        words = ""
        if found is not None:
            cursor, run = found
            words = told_of(run, run.bind is None or self.is_live(cursor.blockNumber(), run))
        if words:
            import html  # nobody waits for its tables at the start

            rich = html.escape(words).replace("\n", "<br>")
            QToolTip.showText(event.globalPos(), f"<qt>{rich}</qt>", self._editor)
        else:
            QToolTip.hideText()

    def _look(self) -> None:
        found = self.here()
        span = found[:2] if found else None
        if span == self._under_cursor:
            return
        began = self._under_cursor and self._under_cursor[0]
        self._under_cursor, self._under_mouse = span, None
        self._underline()
        if began != (span and span[0]):
            self.changed.emit()

    def _look_again(self) -> None:
        """The text changed around the cursor: a run that was written anew has lost its line."""
        if self._under_cursor is not None:
            found = self.here()
            self._under_cursor = found[:2] if found else None
            self._underline()

    def _underline(self) -> None:
        spans = dict.fromkeys(span for span in (self._under_cursor, self._under_mouse) if span)
        cursors: list[QTextCursor] = []
        for start, stop in spans:
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(start)
            cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
            cursors.append(cursor)
        self._editor.underline(cursors)
