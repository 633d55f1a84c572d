"""Boxes whose words are part of the template: every key is taken in, undo goes on in the history of all."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.ui.forms.boxes import left_to_window


class WordsLine(QLineEdit):
    """One line."""

    def __init__(self, name: str, taken: Callable[[str], None], placeholder: str = "") -> None:
        super().__init__(placeholderText=placeholder)
        self.setAccessibleName(name)
        self.textEdited.connect(taken)
        self.installEventFilter(self)

    def show_words(self, words: str) -> None:
        """Show words that came from elsewhere."""
        if self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return left_to_window(watched, event) or super().eventFilter(watched, event)


class WordsText(QPlainTextEdit):
    """Several lines; Tab goes on."""

    def __init__(self, name: str, taken: Callable[[str], None], placeholder: str = "") -> None:
        super().__init__(placeholderText=placeholder)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(lambda: taken(self.toPlainText()))
        self.installEventFilter(self)

    def show_words(self, words: str) -> None:
        """Show words that came from elsewhere."""
        if self.toPlainText() != words:
            with QSignalBlocker(self):
                self.setPlainText(words)

    def set_lines(self, lines: int) -> None:
        """Be as high as so many lines."""
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return left_to_window(watched, event) or super().eventFilter(watched, event)
