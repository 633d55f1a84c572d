"""The name of a field above its box, which is never wider than the form."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

_LEAST = "四个字…"
"""What is shown of a name at least."""


class NameLabel(QLabel):
    """A name of which, where there is no room, the end is left out; the tooltip then has all of it."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name)
        self._hint = hint
        self.setToolTip(hint)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self.fontMetrics().horizontalAdvance(_LEAST)), whole.height())

    def shown(self) -> str:
        """The name, or as much of it as there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self.shown() != self.text()
        self.setToolTip("\n".join(filter(None, (self.text() if cut else "", self._hint))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's call; its own way of painting cuts letters in two."""
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.rect(), flags, self.palette(), self.isEnabled(), self.shown(), self.foregroundRole()
        )
        painter.end()
