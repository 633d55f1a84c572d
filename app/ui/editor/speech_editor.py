"""The editor: what the writer's hands do to the draft. Every deed is one plan on the draft as it stands, one undo step."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
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
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from app.core import marks, structure
from app.core.draft import FORCED_LINE_END, Draft
from app.core.joining import toggle_series
from app.core.kinds import JOINABLE, Kind
from app.core.place import Place
from app.core.plan import Plan, applied, difference
from app.core.selection import Clip, begun, moved_text, replaced
from app.core.text import clean_text
from app.core.writing import Stroke
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import is_all_selected, place_of, spare_last_end
from app.ui.document.properties import make_body, take_out_all
from app.ui.document.splicing import is_vacant
from app.ui.document.step_names import TYPED
from app.ui.editor.bound import BoundRuns
from app.ui.editor.by_word import ByWord
from app.ui.editor.clipboard import Put, from_text, has_words, is_words, to_mime
from app.ui.editor.filling import Filling
from app.ui.editor.input_method import Composition
from app.ui.editor.keys import deed_of, press_return
from app.ui.editor.line_end import LineEnd
from app.ui.editor.marks import typing_format
from app.ui.editor.page_view import PageView
from app.ui.editor.steps import Steps
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
_LINE_ENDS = ("\n", "\r", "\r\n", "\u2029")


def _written(draft: Draft, start: Place, stop: Place, clip: Clip) -> Stroke:
    """What is typed or composed, where it is put in by a plan."""
    stroke = replaced(draft, start, stop, clip)
    return replace(stroke, plan=replace(stroke.plan, name=TYPED))


class SpeechEditor(PageView):
    """The editor of one draft document."""

    menu_wanted = Signal(QPoint)
    """The menu of the page is wanted, at a place of the screen."""

    def __init__(self, document: DraftDocument, parent: QWidget | None = None, dark: bool = False) -> None:
        super().__init__(document, parent, dark)
        self._composition = Composition(self, self.put_in)
        self.typed_numbers = TypedNumbers(self)
        self.filling = Filling(self)
        self.bound = BoundRuns(self)
        self.by_word = ByWord(self)
        self._steps = Steps(self, document.steps)
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
            self.draft_document.apply(made.plan)
            self.go_to(made.place, made.selected)
        elif not made.is_empty:
            with self.held():
                self.draft_document.apply(made)

    def undo(self) -> None:
        """Take back the last step; cursor and view stay with the writer."""
        self.commit()
        with self.held(rewritten=False):
            self.draft_document.undo()

    def redo(self) -> None:
        """Do again what was taken back; cursor and view stay with the writer."""
        self.commit()
        with self.held(rewritten=False):
            self.draft_document.redo()

    def _selected_indices(self, draft: Draft) -> list[int]:
        """The selected blocks; the one at whose start a selection ends is not."""
        start, stop = self.selection()
        last = stop.index - 1 if stop.offset == 0 and start.index < stop.index else stop.index
        return list(range(start.index, min(last + 1, len(draft.blocks))))

    def set_kind(self, kind: Kind, marker: str = "") -> None:
        """Make the selected blocks of one kind."""

        def make(draft: Draft) -> Plan:
            whole = begun(draft)
            plan = structure.set_kind(whole, self._selected_indices(whole), kind, marker)
            return plan if whole is draft else difference(plan.name, draft, applied(plan, whole))

        self.change(make)

    def toggle_joined(self) -> None:
        """Run the selected blocks on in their paragraph, or let them stand on their own where all run on."""

        def make(draft: Draft) -> Plan:
            indices = [at for at in self._selected_indices(draft) if draft.blocks[at].kind in JOINABLE]
            joined = not all(draft.blocks[at].joined for at in indices)
            return structure.set_joined(draft, indices, joined)

        self.change(make)

    def toggle_series(self) -> None:
        """Run the whole series of points at the selection on in its paragraph, or part it."""
        self.change(lambda draft: toggle_series(draft, self._selected_indices(draft)))

    def toggle_bold(self) -> None:
        """Make the selection bold, or plain where it is."""
        self.change(lambda draft: marks.toggle_bold(draft, *self.selection()))

    def toggle_query(self) -> None:
        """Mark the selection 待核实, or take the mark off."""
        self.change(lambda draft: marks.toggle_query(draft, *self.selection()))

    def comment(self) -> tuple[Place, Place, str]:
        """The comment at the cursor with its stretch; the selection and an empty text where there is none."""
        start, stop = self.selection()
        found = marks.comment_at(self.draft_document.draft(), stop) if start == stop else None
        return found or (start, stop, "")

    def set_comment(self, start: Place, stop: Place, text: str) -> None:
        """Put a comment on a stretch; an empty one takes it off."""
        self.change(lambda draft: marks.set_comment(draft, start, stop, text))

    def put_in(self, text: str, by_key: bool = False) -> None:
        """Put in typed or composed text: over a selection in its place, at the edge of a mark outside it.

        Letters typed `by_key` one after the other are one step of undo, what is composed is one by itself.
        """
        if text in _LINE_ENDS:
            press_return(self)
            return
        before = self.selection()[0]
        clip = from_text(text, self.pasting.kind_at(self.textCursor()))
        self.take_in(clip, _written, what="typed" if by_key else "")
        self.typed_numbers.typed(before)

    def take_in(self, clip: Clip, put: Put = replaced, at: QTextCursor | None = None, what: str = "") -> None:
        """Put in a stretch over the selection, or at a cursor: words as Qt does it, which is fast, all else by a plan."""
        self.draft_document.settle()  # what the edit before left for later is part of that one's step
        cursor = self.textCursor()
        if at is None and not clip.ends and spare_last_end(cursor):
            self.setTextCursor(cursor)
        if at is None and is_words(clip) and not is_vacant(self.draft_document):
            self.filling.begin("" if what else clip.blocks[0].text)
            over_all = is_all_selected(cursor)
            with self._steps.step(what) as cursor:
                cursor.insertText(self._clean(clip.blocks[0].text, cursor), typing_format(cursor))
                if over_all:
                    make_body(cursor)
        elif clip.blocks or cursor.hasSelection():

            def make(draft: Draft) -> Stroke:
                start, stop = self.selection() if at is None else (place_of(at), place_of(at))
                return put(draft, start, stop, clip)

            with self.filling.put_over() if at is None else nullcontext():
                self.change(make)
            self._steps.go_on_from(what)

    def _clean(self, text: str, cursor: QTextCursor) -> str:
        """Words as they may stand where a cursor is: a forced line end from a title is a blank elsewhere."""
        return clean_text(text, self.pasting.kind_at(cursor)) if FORCED_LINE_END in text else text

    def take_out_all(self) -> None:
        """Take out the whole draft that is selected: an empty paragraph of body is left."""
        with self._steps.step() as cursor:
            take_out_all(cursor)

    def cut(self) -> None:
        """Take the selection to the clipboard."""
        if is_all_selected(self.textCursor()) and not self.isReadOnly():
            self.copy()
            self.take_out_all()
        else:
            super().cut()

    def take_word(self, cursor: QTextCursor) -> None:
        """Take out what a cursor selects."""
        self.setTextCursor(cursor)
        with self._steps.step() as selected:
            selected.removeSelectedText()

    def take_letter(self, after: bool) -> None:
        """Take out the letter before or after the cursor."""
        with self._steps.step("taken") as cursor:
            if after:
                cursor.deleteChar()
            else:
                cursor.deletePreviousChar()

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
        if self.by_word.moves(event):
            return
        deed = None if self.isReadOnly() else deed_of(self, event)
        if deed is None:
            self.line_end.press(event, super().keyPressEvent)
        else:
            deed()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt's call while an input method composes."""
        self.line_end.leave()
        if self.isReadOnly():
            super().inputMethodEvent(event)
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
        """Qt's call for copy, cut and drag."""
        return to_mime(self.draft_document.draft(), *self.selection())

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
            self.change(lambda draft: moved_text(draft, *self.selection(), place_of(at)))
        else:
            self.pasting.paste(event.mimeData(), at)
        event.acceptProposedAction()
        self.setFocus()
