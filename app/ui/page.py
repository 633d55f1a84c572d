"""The middle of the window for one open draft: its document, its editor, and a notice where it may not be changed."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.core.draft import Draft
from app.layouts.model import Layout
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.hoist import Hoist
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.files_dropped import dropped_file, is_text
from app.ui.hoist_bar import HoistBar
from app.ui.sheet import Sheet


class Page(Sheet):
    """One draft on the table. `copy_wanted` tells that the writer wants to save a copy of what is read-only."""

    copy_wanted = Signal()
    file_dropped = Signal(object)

    def __init__(self, layout: Layout, draft: Draft, dark: bool, parent: QWidget | None = None) -> None:
        self.document = DraftDocument(layout)
        self.editor = SpeechEditor(self.document, dark=dark)
        super().__init__(self.editor, dark, parent)
        self.document.setParent(self)
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
        self._column.insertWidget(0, self._notice)
        self._column.insertWidget(1, HoistBar(self.hoist))

    def put_above(self, widget: QWidget) -> None:
        """Let a bar stand above the text."""
        self._column.insertWidget(1, widget)

    def set_read_only(self, why: str | None) -> None:
        """Take no changes, and say why; None takes them again."""
        self.editor.setReadOnly(why is not None)
        if why is not None:  # to be read and copied from by keys as well
            flags = Qt.TextInteractionFlag
            self.editor.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
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
