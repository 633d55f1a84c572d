"""The paragraphs of a sample, the one in which a setting was found marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.ui.theme import Theme

_LINES = 5
_BLANK = "（空行）"


class SampleText(QPlainTextEdit):
    """Read-only; a paragraph a block."""

    def __init__(self, texts: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = len(texts)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName("样稿原文")
        self.setPlainText("\n".join(" ".join(text.split()) or _BLANK for text in texts))
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 18)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def mark(self, paragraph: int | None) -> None:
        """Mark the paragraph at that place, from 1, and bring it into sight; None marks nothing."""
        if paragraph is None or not 1 <= paragraph <= self._count:
            self.setExtraSelections([])
            return
        block = self.document().findBlockByNumber(paragraph - 1)
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        self.centerCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue] – missing in Qt's stubs
        marked.format.setBackground(self._theme.colours.selection)  # pyright: ignore[reportAttributeAccessIssue]
        marked.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # pyright: ignore[reportAttributeAccessIssue]
        self.setExtraSelections([marked])

    def marked(self) -> str:
        """The text of the paragraph that is marked; empty where none is."""
        found = self.extraSelections()
        return found[0].cursor.selectedText() if found else ""  # pyright: ignore[reportAttributeAccessIssue]
