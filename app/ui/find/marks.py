"""Hits marked on the page, those in sight only: a text may have thousands."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from app.core.place import Place
from app.core.search import Hit
from app.ui.document.positions import position_of
from app.ui.editor.page_view import PageView


class HitMarks(QObject):
    """The marks of one editor. They are drawn over the text and are never part of it."""

    def __init__(self, editor: PageView) -> None:
        super().__init__(editor)
        self._editor = editor
        self._hits: Mapping[int, Sequence[Hit]] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._mark)
        editor.verticalScrollBar().valueChanged.connect(self._when_moved)
        editor.verticalScrollBar().rangeChanged.connect(self._when_moved)

    def show(self, hits: Mapping[int, Sequence[Hit]]) -> None:
        """Mark these hits, by index of their block."""
        self._hits = hits
        self._mark()

    def renew(self) -> None:
        """Mark them in the colours of now."""
        self._soon.start()

    def _when_moved(self) -> None:
        if self._hits:
            self._soon.start()

    def _mark(self) -> None:
        found = [(index, hit) for index in self._in_sight() for hit in self._hits.get(index, ())]
        self._editor.mark(
            [cursor_of(self._editor, index, hit) for index, hit in found],
            {index for index, hit in found if hit.in_number},
        )

    def _in_sight(self) -> range:
        area = self._editor.viewport().rect()
        first = self._editor.cursorForPosition(area.topLeft()).blockNumber()
        last = self._editor.cursorForPosition(area.bottomRight()).blockNumber()
        return range(first, last + 1)


def cursor_of(editor: PageView, index: int, hit: Hit) -> QTextCursor:
    """A hit as a selection; of one in a number what lies in the text, or its beginning."""
    document = editor.draft_document
    cursor = QTextCursor(document)
    cursor.setPosition(position_of(document, Place(index, max(0, hit.start))))
    cursor.setPosition(position_of(document, Place(index, max(0, hit.stop))), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def show_in_middle(editor: PageView) -> None:
    """Bring the cursor into view with some lines around it; a view that has them stays as it is."""
    height, bar = editor.viewport().height(), editor.verticalScrollBar()
    top, bottom = editor.cursorRect().top(), editor.cursorRect().bottom()
    if top < height // 8 or bottom > height - height // 4:
        bar.setValue(bar.value() + top - height // 3)
