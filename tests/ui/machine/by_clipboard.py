"""What the writer does by clipboard and drag."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QGuiApplication

from app.core.kinds import Kind
from app.core.place import Place
from app.ui.document.positions import place_of, position_of
from tests.ui.hands import Drop, press
from tests.ui.machine.beside import CONTROL, Beside, not_composing
from tests.ui.machine.drawn import Span, foreign, places, spans
from tests.ui.model import stretches, writing


class ByClipboard(Beside):
    """Copy, cut, paste and drop, of own blocks and of text from elsewhere."""

    @not_composing
    @rule(at=spans, cut=st.booleans())
    def copy_or_cut(self, at: Span, cut: bool) -> None:
        self._at(at)
        start, stop = self._whole()
        press(self.editor, Qt.Key.Key_X if cut else Qt.Key.Key_C, modifier=CONTROL)
        if start == stop:
            return
        self.clip = stretches.copied(self.history.now, start, stop)
        self.words = stretches.words_of(self.history.now, start, stop)
        assert QGuiApplication.clipboard().text() == self.words
        if cut:
            self._did(writing.removed(self.history.now, start, stop), settled=False)

    @precondition(lambda self: self.clip is not None and not self.composing)
    @rule(at=spans)
    def paste(self, at: Span) -> None:
        self._at(at)
        press(self.editor, Qt.Key.Key_V, modifier=CONTROL)
        self._pasted(self.clip)

    @not_composing
    @rule(at=spans, text=foreign)
    def paste_foreign(self, at: Span, text: str) -> None:
        self._at(at)
        QGuiApplication.clipboard().setText(text)
        self.clip, self.words = None, text
        press(self.editor, Qt.Key.Key_V, modifier=CONTROL)
        self._pasted(stretches.of_text(text, self._kind()))

    @precondition(lambda self: self.words)
    @rule(at=spans)
    def paste_plain(self, at: Span) -> None:
        self._at(at)
        self.editor.pasting.paste_plain()
        self._committed_first()
        piece = stretches.of_text(self.words, self._kind())
        if piece.lines:
            self._pasted(piece)

    @not_composing
    @rule(start=places, stop=places, to=places, copying=st.booleans())
    def drag(self, start: tuple[int, int], stop: tuple[int, int], to: tuple[int, int], copying: bool) -> None:
        self._put_cursor(self._place(start), self._place(stop))
        if self.selected[0] == self.selected[1]:
            return
        action = Qt.DropAction.CopyAction if copying else Qt.DropAction.MoveAction
        event, at = self._drop(self.editor.createMimeDataFromSelection(), self._place(to), action)
        event.origin = self.editor.viewport()
        self.editor.dropEvent(event)
        draft = self.history.now
        if copying:
            self._did(stretches.dropped(draft, at, at, stretches.copied(draft, *self._whole())))
        else:
            self._did(stretches.moved(draft, *self._whole(), at))

    @not_composing
    @rule(text=foreign, to=places)
    def drop_foreign(self, text: str, to: tuple[int, int]) -> None:
        data = QMimeData()
        data.setText(text)
        event, at = self._drop(data, self._place(to))
        self.editor.dropEvent(event)
        kind = self.history.now.blocks[at.index].kind if self.history.now.blocks else Kind.BODY
        self._did(stretches.dropped(self.history.now, at, at, stretches.of_text(text, kind)))

    def _drop(
        self, data: QMimeData, to: Place, action: Qt.DropAction = Qt.DropAction.MoveAction
    ) -> tuple[Drop, Place]:
        """A drop near a place, and the place it is on."""
        cursor = self.editor.textCursor()
        cursor.setPosition(position_of(self.document, to))
        point = QPointF(self.editor.cursorRect(cursor).center())
        return Drop(point, data, action), place_of(self.editor.cursorForPosition(point.toPoint()))
