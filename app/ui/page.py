"""The middle of the window for one open draft: its document, its editor, and a notice where it may not be changed."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStyle, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.layouts.model import Layout
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.colours import page_colours
from app.ui.editor.hoist import Hoist
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.files_dropped import dropped_file, is_text
from app.ui.hoist_bar import HoistBar
from app.ui.painting import fill


class Page(QWidget):
    """One draft on the table. `copy_wanted` tells that the writer wants to save a copy of what is read-only."""

    copy_wanted = Signal()
    file_dropped = Signal(object)

    def __init__(self, layout: Layout, draft: Draft, dark: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dark = dark
        self.document = DraftDocument(layout, self)
        self.editor = SpeechEditor(self.document, dark=dark)
        self.document.fill(draft)
        self.hoist = Hoist(self.editor)
        self.editor.viewport().installEventFilter(self)
        self._why = QLabel(wordWrap=True)
        copy = QPushButton("另存一份…")
        copy.clicked.connect(self.copy_wanted)
        self._notice = QWidget()
        row = QHBoxLayout(self._notice)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._why, 1)
        row.addWidget(copy)
        self._notice.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(HoistBar(self.hoist))
        column.addWidget(self.editor, 1)

    def put_above(self, widget: QWidget) -> None:
        """Let a bar stand above the text."""
        self._column.insertWidget(1, widget)

    def set_dark(self, dark: bool) -> None:
        """Show the page light or dark."""
        self._dark = dark
        self.editor.set_dark(dark)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The neutral ground, and the edge of the page on it."""
        colours = page_colours(self._dark)
        painter = QPainter(self)
        fill(painter, self.rect(), colours.ground)
        viewport = self.editor.viewport()
        corner = viewport.mapTo(self, viewport.rect().topLeft())
        painter.setPen(colours.edge)
        painter.drawRect(QRect(corner, viewport.size()).adjusted(-1, -1, 0, 0))

    @property
    def least_width(self) -> int:
        """Pixels at which the page is whole, with the scroll bar."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self.editor.page_pixels + bar + 2

    def set_read_only(self, why: str | None) -> None:
        """Take no changes, and say why; None takes them again."""
        self.editor.setReadOnly(why is not None)
        self._why.setText(why or "")
        self._notice.setVisible(why is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A file that is dropped on the text is opened; of plain text, which no draft is, the words are put in."""
        if isinstance(event, QDragEnterEvent | QDropEvent) and (path := dropped_file(event)) is not None:
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self._take_file(path, event)
            return True
        return super().eventFilter(watched, event)

    def _take_file(self, path: Path, event: QDropEvent) -> None:
        if is_text(path) and not self.editor.isReadOnly():
            self.editor.pasting.drop_file(path, self.editor.cursorForPosition(event.position().toPoint()))
            self.editor.setFocus()
        else:
            self.file_dropped.emit(path)
