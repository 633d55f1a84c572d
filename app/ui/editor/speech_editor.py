"""The editor: Qt's calls for keys, mouse, input method, clipboard, each handed on to who knows what comes of it.

Whatever is more than words is one plan on the draft as it stands, one undo step.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.core.plan import Plan
from app.core.selection import moved_text
from app.core.writing import Stroke
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import place_at, place_of
from app.ui.document.step_log import Way
from app.ui.editor.bold_typing import BoldTyping
from app.ui.editor.bound import BoundRuns
from app.ui.editor.by_word import ByWord
from app.ui.editor.clipboard import has_words, to_mime
from app.ui.editor.filling import Filling
from app.ui.editor.formatting import Formatting
from app.ui.editor.input_method import Composition
from app.ui.editor.keys import deed_of
from app.ui.editor.line_end import LineEnd
from app.ui.editor.page_view import PageView
from app.ui.editor.placeholders import take_whole
from app.ui.editor.text_edits import TextEdits
from app.ui.editor.typed_numbers import TypedNumbers

if TYPE_CHECKING:
    from app.ui.editor.pasting import Pasting

Make = Callable[[Draft], Plan | Stroke]
"""What makes the plan of a deed from the draft as it stands; a stroke says where the cursor goes too."""

_STAYS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
"""Why keys go elsewhere for a moment, while the writer is still at the same place."""


class SpeechEditor(PageView):
    """The editor of one draft document."""

    menu_wanted = Signal(QPoint)
    """The menu of the page is wanted, at a place of the screen."""

    def __init__(self, document: DraftDocument, parent: QWidget | None = None, dark: bool = False) -> None:
        super().__init__(document, parent, dark)
        self.edits = TextEdits(self, document.steps)
        self.formatting = Formatting(self)
        self.bold_typing = BoldTyping(self)
        self._composition = Composition(self, self.edits)
        self.typed_numbers = TypedNumbers(self)
        self.filling = Filling(self)
        self.bound = BoundRuns(self)
        self.by_word = ByWord(self)
        self.line_end = LineEnd(self)
        document.composing = lambda: self._composition.going_on
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)

    @cached_property
    def pasting(self) -> "Pasting":
        """What comes into the text from elsewhere; made when first needed, for the text is painted without it."""
        from app.ui.editor.pasting import Pasting

        return Pasting(self)

    # Deeds

    def commit(self) -> None:
        """Put in what an input method holds."""
        self._composition.commit()

    def change(self, make: Make) -> None:
        """Carry out a plan made from the draft as it stands when pending text is in, as one undo step.

        The cursor goes where a stroke says; with a plan it stays in its block, as do selection and view.
        """
        self.commit()
        self.filling.settle()
        self.draft_document.settle()
        made = make(self.draft_document.draft())
        if isinstance(made, Stroke):
            before, moves = self._ends(), self.draft_document.steps.moves
            self.draft_document.apply(made.plan)
            self.go_to(made.place, made.selected)
            if self.draft_document.steps.moves != moves:
                self.draft_document.steps.take_way(Way(before, self._ends()))
        elif not made.is_empty:
            with self.held():
                self.draft_document.apply(made)

    def _ends(self) -> tuple[int, int]:
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position()

    def undo(self) -> None:
        """Take back the last step; the cursor goes back with it if it was left there, else it stays, as does the view."""
        self.commit()
        self.draft_document.settle()
        way = self.draft_document.steps.way_back
        went = way.before if way is not None and way.after == self._ends() else None
        self._go_through_steps(self.draft_document.undo, went)

    def redo(self) -> None:
        """Do again what was taken back; the cursor goes along if it was left there, else it stays, as does the view."""
        self.commit()
        self.draft_document.settle()
        way = self.draft_document.steps.way_forth
        went = way.after if way is not None and way.before == self._ends() else None
        self._go_through_steps(self.draft_document.redo, went)

    def _go_through_steps(self, step: Callable[[], None], went: tuple[int, int] | None) -> None:
        self.turns += 1
        if went is None:
            with self.held(rewritten=False):
                step()
            return
        scroll = self.verticalScrollBar().value()
        step()
        cursor, last = self.textCursor(), self.draft_document.characterCount() - 1
        cursor.setPosition(min(went[0], last))
        cursor.setPosition(min(went[1], last), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)
        self.ensureCursorVisible()

    def cut(self) -> None:
        """Take the selection to the clipboard."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self.edits.take_selected()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's call to paint the viewport."""
        super().paintEvent(event)
        self.typed_numbers.paint_offer()
        self.line_end.paint()

    # Keys, mouse and input method

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's call for a key."""
        self._composition.tidy()
        self.draft_document.settle()
        deed = None if self.isReadOnly() else deed_of(self, event)
        if deed is not None:
            deed()
            return
        with self.typed_numbers.left_behind():
            if not self.by_word.moves(event):
                self.line_end.press(event, super().keyPressEvent)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt's call while an input method composes."""
        self.line_end.leave()
        if self.isReadOnly():
            event.ignore()
        else:
            self.draft_document.settle()
            self._composition.take(event, super().inputMethodEvent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's call for a press of the mouse, which ends a composition."""
        self.commit()
        super().mousePressEvent(event)
        self.line_end.point(event.position(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's call for a double click, of which it knows when a third one follows: that selects the paragraph."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.by_word.double_clicked(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's call when the mouse moves over the page."""
        if not self.by_word.dragged(event.position().toPoint()):
            super().mouseMoveEvent(event)
            if event.buttons() & Qt.MouseButton.LeftButton:
                self.line_end.point(event.position(), dragging=True)
        self.bound.moved(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's call when a button of the mouse is let go."""
        super().mouseReleaseEvent(event)
        self.by_word.released()
        self.bound.released(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt's call for whatever happens over the page: words about what is under the mouse."""
        if isinstance(event, QHelpEvent):
            self.bound.tell(event)
            return True
        if event.type() is QEvent.Type.Leave:
            self.bound.left()
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's call for a menu, whose own would change the text behind our back: ours is of commands."""
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.cursorRect().bottomRight()
        else:
            cursor, clicked = self.textCursor(), self.cursorForPosition(at)
            if not cursor.selectionStart() <= clicked.position() <= cursor.selectionEnd():
                self.setTextCursor(clicked)
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's call when keys go elsewhere, which may end a composition."""
        super().focusOutEvent(event)
        self._composition.tidy()
        if event.reason() not in _STAYS:
            self.filling.settle()

    # Placeholders

    def next_placeholder(self) -> bool:
        """Select the next 【…】; what was typed in the place of one is taken first, and may fill others."""
        self.commit()
        self.filling.settle()
        return super().next_placeholder()

    def previous_placeholder(self) -> bool:
        """Select the 【…】 before, as the next."""
        self.commit()
        self.filling.settle()
        return super().previous_placeholder()

    # Clipboard and drag

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt's call for copy, cut and drag, and for what the mouse selects where a third button puts it in."""
        cursor, document = self.textCursor(), self.draft_document
        take_whole(cursor)
        ends = (place_at(document, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return to_mime(document.draft(), *ends)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Qt's call for paste and drop: own blocks, and whatever can be read as text."""
        return has_words(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt's call for paste: what comes becomes blocks first."""
        self.pasting.paste(source)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's call for a drop, whose own doing is no plan: what was dragged within the page is moved."""
        if self.isReadOnly() or not self.canInsertFromMimeData(event.mimeData()):
            super().dropEvent(event)
            return
        at = self.cursorForPosition(event.position().toPoint())
        super().dragLeaveEvent(QDragLeaveEvent())  # Qt's mark where it would be dropped goes
        within = event.source() is not None and event.source() in (self, self.viewport())
        if within and event.dropAction() == Qt.DropAction.MoveAction:
            self.edits.widen()
            self.change(lambda draft: moved_text(draft, *self.selection(), place_of(at)))
        else:
            self.pasting.paste(event.mimeData(), at)
        event.acceptProposedAction()
        self.setFocus()
