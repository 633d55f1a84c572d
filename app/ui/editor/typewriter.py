"""打字机滚动: the line that is written stays at mid-height, also at the end of the draft."""

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit


class Typewriter(QObject):
    """Scrolls a page after each key while it is `on`; what the mouse points at stays where it is."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._on = False
        editor.cursorPositionChanged.connect(self.follow)
        editor.verticalScrollBar().rangeChanged.connect(self._make_room)

    @property
    def on(self) -> bool:
        """Whether it scrolls."""
        return self._on

    @on.setter
    def on(self, on: bool) -> None:
        if on == self._on:
            return
        self._on = on
        bar = self._editor.verticalScrollBar()
        if on:
            self._make_room()
            self.follow()
        else:
            bar.setMaximum(self._whole())

    def _whole(self) -> int:
        """How far Qt scrolls by itself: to the end of the text at the lower edge."""
        height = self._editor.document().documentLayout().documentSize().height()
        return max(0, round(height) - self._editor.viewport().height())

    def _make_room(self) -> None:
        """Let the end of the text come up to mid-height."""
        if not self._on:
            return  # asking for the height lays out all lines
        bar = self._editor.verticalScrollBar()
        wanted = self._whole() + self._editor.viewport().height() // 2
        if bar.maximum() < wanted:
            bar.setMaximum(wanted)
            self.follow()

    def follow(self) -> None:
        """Bring the line to mid-height where it is on, also after something but a key moved it."""
        if not self._on or QGuiApplication.mouseButtons() != QtCore.Qt.MouseButton.NoButton:
            return
        bar = self._editor.verticalScrollBar()
        middle = self._editor.viewport().height() // 2
        bar.setValue(bar.value() + self._editor.cursorRect().center().y() - middle)
