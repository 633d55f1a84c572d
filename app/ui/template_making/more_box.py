"""A line for what the writer finds himself; Return puts it in and goes no further."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.pieces import button


class MoreBox(QWidget):
    """Asks for a text of the passage. `wanted` tells it."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.edit = _Line(placeholderText="还有会变的？照原文写在这里，按回车加进表里")
        self.edit.setAccessibleName("还有会变的文字")
        self.add = button("加进来", self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.add)
        self.edit.entered.connect(self._tell)

    def clear(self) -> None:
        """It was put in."""
        self.edit.clear()

    def _tell(self) -> None:
        if self.edit.text().strip():
            self.wanted.emit(self.edit.text().strip())


class _Line(QLineEdit):
    """Keeps Return from the main button of the dialog."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
