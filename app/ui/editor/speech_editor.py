"""The page: a draft document in the layout's fonts on a neutral ground, with numbers painted before the text."""

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.core import structure, writing
from app.core.draft import Block
from app.core.ids import random_id
from app.core.kinds import JOINABLE, Kind
from app.core.plan import Plan
from app.core.writing import Place, Stroke
from app.ui.document.draft_document import DraftDocument
from app.ui.document.properties import BIND, COMMENT, PLACEHOLDER, QUERY
from app.ui.editor.clipboard import from_mime, to_mime
from app.ui.editor.colours import page_colours
from app.ui.editor.highlighter import DraftHighlighter
from app.ui.editor.margin import MarginPainter
from app.ui.editor.placeholders import placeholder_after, placeholder_before
from app.ui.editor.positions import place_of, position_of

_PAGE_MARGIN = 72
"""Blank at each side of the text on the page, in pixels; the margin's marks stand in it."""
_ABOVE = 24
_SLACK = 2


class SpeechEditor(QTextEdit):
    """The editor of one draft document."""

    place_changed = Signal(int)
    """The cursor went to another block; its index."""

    def __init__(self, document: DraftDocument, parent: QWidget | None = None, dark: bool = False) -> None:
        super().__init__(parent)
        self._draft_document = document
        self._colours = page_colours(dark)
        self._highlighter = DraftHighlighter(document, self._colours)
        document.setDocumentMargin(_PAGE_MARGIN)
        document.setModified(False)
        self.setDocument(document)
        document.composing = lambda: self._composing
        self._composing = False
        self._index = -1
        self._margin = MarginPainter(self, document)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setCursorWidth(2)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(self.page_pixels)
        self.setAccessibleName("正文")
        self.set_dark(dark)
        self.cursorPositionChanged.connect(self._tell_place)
        document.numbers_changed.connect(self.viewport().update)
        document.filled.connect(lambda: self._go(Place(0, 0)))

    @property
    def page_pixels(self) -> int:
        """Width of the page with its margins, in pixels."""
        return round(self._draft_document.presentation.page_width) + 2 * _PAGE_MARGIN + _SLACK

    def set_dark(self, dark: bool) -> None:
        """Show the page light or dark."""
        self._colours = page_colours(dark)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._colours.page)
        palette.setColor(QPalette.ColorRole.Text, self._colours.text)
        palette.setColor(QPalette.ColorRole.Window, self._colours.ground)
        self.setPalette(palette)
        self._margin.colours = self._colours
        self._highlighter.set_colours(self._colours)

    # Place

    def current_block_index(self) -> int:
        """Index of the block with the cursor."""
        return self.textCursor().blockNumber()

    def go_to_block(self, index: int) -> None:
        """Put the cursor at the start of a block and bring it into view near the top."""
        self._go(Place(index, 0))
        top = self.cursorRect().top()
        self.verticalScrollBar().setValue(
            self.verticalScrollBar().value() + top - self.viewport().height() // 5
        )
        self.setFocus()

    def _go(self, place: Place) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position_of(self._draft_document, place))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _tell_place(self) -> None:
        index = self.current_block_index()
        if index != self._index:
            self._index = index
            self.place_changed.emit(index)

    def next_placeholder(self) -> bool:
        """Select the next 【…】 after the cursor, from the start again after the last; False where there is none."""
        return self._select_placeholder(placeholder_after(self._draft_document, self.textCursor()))

    def previous_placeholder(self) -> bool:
        """Select the 【…】 before the cursor, from the end again before the first; False where there is none."""
        return self._select_placeholder(placeholder_before(self._draft_document, self.textCursor()))

    def _select_placeholder(self, found: QTextCursor | None) -> bool:
        if found is None:
            return False
        self.setTextCursor(found)
        self.ensureCursorVisible()
        self.setFocus()
        return True

    # Deeds

    def carry_out(self, plan: Plan, place: Place | None = None) -> None:
        """Carry out a plan as one undo step; the cursor goes to `place`, or stays where it was."""
        here = place or place_of(self.textCursor())
        self._draft_document.apply(plan)
        self._go(here)

    def _selected_indices(self) -> list[int]:
        cursor = self.textCursor()
        first = self._draft_document.findBlock(cursor.selectionStart()).blockNumber()
        last = self._draft_document.findBlock(cursor.selectionEnd()).blockNumber()
        return list(range(first, min(last + 1, len(self._draft_document.draft().blocks))))

    def set_kind(self, kind: Kind, marker: str = "") -> None:
        """Make the selected blocks of one kind."""
        self._ensure_block()
        draft = self._draft_document.draft()
        self.carry_out(structure.set_kind(draft, self._selected_indices(), kind, marker))

    def toggle_joined(self) -> None:
        """Run the selected blocks on in their paragraph, or let them stand on their own where all run on."""
        draft = self._draft_document.draft()
        indices = [index for index in self._selected_indices() if draft.blocks[index].kind in JOINABLE]
        joined = not all(draft.blocks[index].joined for index in indices)
        self.carry_out(structure.set_joined(draft, indices, joined))

    def _ensure_block(self) -> None:
        """A document without blocks gets the one in which the cursor stands."""
        draft = self._draft_document.draft()
        if not draft.blocks:
            self._draft_document.apply(structure.insert(draft, 0, [Block(random_id())]))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's call for a key; borders of blocks and marks are ours, the rest is Qt's."""
        if self.isReadOnly() or not self._own_key(event):
            super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        key, plain = (
            event.key(),
            event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
                Qt.KeyboardModifier.ShiftModifier,
            ),
        )
        cursor = self.textCursor()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.previous_placeholder() if key == Qt.Key.Key_Backtab else self.next_placeholder()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._return()
            return True
        if key == Qt.Key.Key_Backspace and not cursor.hasSelection() and cursor.atBlockStart():
            self._stroke(writing.backspace_at(self._draft_document.draft(), cursor.blockNumber()))
            return True
        if key == Qt.Key.Key_Delete and not cursor.hasSelection() and cursor.atBlockEnd():
            self._stroke(writing.delete_at_end(self._draft_document.draft(), cursor.blockNumber()))
            return True
        text = event.text()
        if text and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._type(text)
            return True
        return False

    def _return(self) -> None:
        cursor = self.textCursor()
        self._ensure_block()
        if cursor.hasSelection():
            cursor.removeSelectedText()
            self._draft_document.normalise()
        self._stroke(writing.return_at(self._draft_document.draft(), place_of(self.textCursor())))

    def _stroke(self, stroke: Stroke) -> None:
        if self._draft_document.draft().blocks:
            self.carry_out(stroke.plan, stroke.place)

    def _type(self, text: str) -> None:
        """Put in typed text: over a selection plain, at the edge of a mark outside it."""
        cursor = self.textCursor()
        look = QTextCharFormat() if cursor.hasSelection() else typing_format(cursor)
        cursor.insertText(text, look)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt's call while an input method composes: its text stands outside marks at their edges too."""
        self._composing = bool(event.preeditString())
        if event.commitString():
            self.setCurrentCharFormat(typing_format(self.textCursor()))
        super().inputMethodEvent(event)

    # Clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt's call for copy, cut and drag."""
        return to_mime(self._draft_document, self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Qt's call for paste and drop: whatever can be read as text."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt's call for paste and drop: what comes becomes blocks first."""
        blocks = from_mime(source, random_id)
        if not blocks:
            return
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.removeSelectedText()
            self._draft_document.normalise()
        if len(blocks) == 1:
            self._type(blocks[0].text)
            return
        self._ensure_block()
        place = place_of(self.textCursor())
        draft = self._draft_document.draft()
        before, after = structure.split_runs(draft.blocks[place.index].runs, place.offset)
        pasted = structure.pasted(draft, place.index, before, after, blocks)
        self.carry_out(pasted, Place(place.index + len(blocks) - (0 if before else 1), len(blocks[-1].text)))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's call to paint the viewport."""
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            self._margin.paint(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's call when the widget changed size: the page stays in the middle."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - self.page_pixels
        side = max(0, room // 2)
        self.setViewportMargins(side, _ABOVE, max(0, room - side), 0)
        super().resizeEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        """Qt's question where the cursor is, for the candidate window: with the page's margins added."""
        answer = (
            super().inputMethodQuery(query) if argument is None else super().inputMethodQuery(query, argument)
        )
        if query == Qt.InputMethodQuery.ImCursorRectangle and isinstance(answer, QRect):
            margins = self.viewportMargins()
            return answer.translated(margins.left(), margins.top())
        return answer


def typing_format(cursor: QTextCursor) -> QTextCharFormat:
    """The format for text put in at a cursor: marks go on only where the cursor stands within one."""
    left = QTextCharFormat() if cursor.atBlockStart() else cursor.charFormat()
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    right = QTextCharFormat() if cursor.atBlockEnd() else ahead.charFormat()
    result = QTextCharFormat(left)
    for mark in (BIND, PLACEHOLDER, QUERY, COMMENT):
        if left.property(mark) != right.property(mark):
            result.clearProperty(mark)
    return result
