"""A draft as a page to look at, smaller than on paper, in the same painting as the editor's."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from app.core.draft import Block, Draft
from app.core.place import Place
from app.layouts.model import Layout
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import position_of
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.theme import Theme

_BELOW = 48
_MOST_SCALE = 1.0
_AROUND = 120
"""Pixels of the page seen above and below what is brought into view."""


class PagePreview(QGraphicsView):
    """Shows one draft, read-only; the page is as wide as the view."""

    def __init__(self, layout: Layout, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self._theme = theme
        self._marked: Sequence[tuple[Place, Place]] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("预览")
        self._make(layout)
        theme.changed.connect(self._turn)

    def sizeHint(self) -> QSize:
        return QSize(520, 600)

    def _make(self, layout: Layout) -> None:
        self.scene().clear()
        self._shown_in = layout
        self._document = DraftDocument(layout, self)
        self._editor = SpeechEditor(self._document, dark=self._theme.dark)
        self._editor.setReadOnly(True)
        self._editor.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._proxy = self.scene().addWidget(self._editor)
        self._paint_ground()

    def _paint_ground(self) -> None:
        self.setBackgroundBrush(QColor(self._editor.palette().window().color()))

    def _turn(self, dark: bool) -> None:
        """The window turned light or dark."""
        self._editor.set_dark(dark)
        self._paint_ground()
        self.mark(self._marked)

    def show_draft(self, draft: Draft, layout: Layout, before: Sequence[Block] = ()) -> None:
        """Show another draft, or the same after a change; the place stays.

        It is numbered as what follows the blocks `before`, which are not shown.
        """
        if layout != self._shown_in:
            self._make(layout)
        at = self.verticalScrollBar().value()
        self.mark(())
        self._document.fill(draft, before)
        height = round(self._document.size().height()) + _BELOW
        self._editor.setFixedSize(self._editor.page_pixels, height)
        self._fit()
        self.verticalScrollBar().setValue(at)

    def text(self) -> str:
        """The text that is shown, a line each block, without numbers."""
        return self._document.toPlainText()

    def bring_into_view(self, words: str) -> None:
        """Scroll as little as is needed to see the first paragraph that has some words; no words, no scrolling."""
        cursor = self._document.find(words) if words else QTextCursor()
        if not cursor.isNull():
            self._bring_into_view(cursor)

    def mark(self, places: Sequence[tuple[Place, Place]]) -> None:
        """Mark what stands from each place to another of one draft, and nothing else; see the first of them."""
        self._marked = places
        cursors: list[QTextCursor] = []
        for start, stop in places:
            cursor = QTextCursor(self._document)
            cursor.setPosition(position_of(self._document, start))
            cursor.setPosition(position_of(self._document, stop), QTextCursor.MoveMode.KeepAnchor)
            cursors.append(cursor)
        self._editor.mark(cursors, ())
        if cursors:
            self._bring_into_view(cursors[0])

    def marked(self) -> list[str]:
        """What is marked, in the order in which it was."""
        lines = [*self._document.text_blocks()]
        return [lines[start.index].text()[start.offset : stop.offset] for start, stop in self._marked]

    def _bring_into_view(self, cursor: QTextCursor) -> None:
        area = self._editor.cursorRect(cursor)
        corner = self._editor.viewport().mapTo(self._editor, area.topLeft())
        seen = QRectF(self._proxy.pos() + corner.toPointF(), area.size().toSizeF())
        self.ensureVisible(seen, 0, _AROUND)

    @property
    def shown_part(self) -> QRectF:
        """What of the page is seen, in pixels of the page in its full size."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt's call for Tab, which is never to go into the page: keys scroll it."""
        return QWidget.focusNextPrevChild(self, forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.scene().setSceneRect(self._proxy.geometry())
        scale = min(_MOST_SCALE, self.viewport().width() / max(1, self._editor.page_pixels))
        self.resetTransform()
        self.scale(scale, scale)
