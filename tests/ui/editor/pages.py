"""A page in a window, driven as a writer drives it."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.ids import counting_ids
from app.core.markup import parse_markup, print_block
from app.layouts.model import Layout
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.speech_editor import SpeechEditor
from tests.ui.hands import Drop


class Page:
    """An editor in a window, driven as a writer drives it."""

    def __init__(self, qtbot: QtBot, layout: Layout) -> None:
        self.qtbot = qtbot
        self.document = DraftDocument(layout)
        self.editor = SpeechEditor(self.document)
        self.document.setParent(self.editor)  # its timers end with it
        self.editor.resize(900, 700)
        qtbot.addWidget(self.editor)
        self.editor.show()
        self.editor.setFocus()

    def open(self, markup: str) -> None:
        self.document.fill(parse_markup(markup, counting_ids()))

    def at(self, index: int, offset: int) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(self.document.findBlockByNumber(index).position() + offset)
        self.editor.setTextCursor(cursor)

    def select(self, start: tuple[int, int], stop: tuple[int, int]) -> None:
        self.at(*start)
        cursor = self.editor.textCursor()
        cursor.setPosition(
            self.document.findBlockByNumber(stop[0]).position() + stop[1], cursor.MoveMode.KeepAnchor
        )
        self.editor.setTextCursor(cursor)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.editor, key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Committed by an input method in one piece."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.editor, event)
        QApplication.processEvents()

    def lines(self) -> list[str]:
        return [print_block(block) for block in self.document.draft().blocks]

    def compose(self, pending: str) -> None:
        """What an input method shows and has not committed; nothing: it is cancelled."""
        QApplication.sendEvent(self.editor, QInputMethodEvent(pending, []))
        QApplication.processEvents()

    def paste_text(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        self.editor.insertFromMimeData(data)
        QApplication.processEvents()

    def drop(self, data: QMimeData, index: int, offset: int, from_here: bool) -> None:
        """Let something go at a place of the text; from here: as Qt does when the page itself is dragged from."""
        cursor = self.editor.textCursor()
        cursor.setPosition(self.document.findBlockByNumber(index).position() + offset)
        event = Drop(QPointF(self.editor.cursorRect(cursor).center()), data)
        event.origin = self.editor.viewport() if from_here else None
        self.editor.dropEvent(event)
        QApplication.processEvents()

    def undo_all(self) -> int:
        """Take everything back; how many steps it was."""
        steps = 0
        while self.document.isUndoAvailable():
            self.editor.undo()
            QApplication.processEvents()
            steps += 1
        return steps

    def selected(self) -> str:
        return self.editor.textCursor().selectedText()
