"""One layer's part of the whole as a bar, with a mark where the occasion usually has it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme

_HEIGHT = 12
_BAR = 6
_MARK = 2
_LEAST_FULL = 50
"""Percent at which a bar is full: layers of a good speech take 15 to 40."""


class ShareBar(QWidget):
    """A bar for a share in percent; the mark for the usual share stands over it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = QColor()
        self._share, self._usual, self._full = 0, 0, _LEAST_FULL
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, share: int, usual: int | None, full: int, colour: QColor) -> None:
        """Show a share; `full` is the percent that the whole width stands for."""
        self._share, self._usual, self._colour = share, usual or 0, colour
        self._full = max(full, _LEAST_FULL)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _BAR) / 2
        width = self.width() / self._full
        painter.fillRect(QRectF(0, top, self.width(), _BAR), self._theme.colours.line)
        painter.fillRect(QRectF(0, top, self._share * width, _BAR), self._colour)
        if self._usual:
            at = min(self._usual * width, self.width() - _MARK)
            painter.fillRect(QRectF(at, 0, _MARK, self.height()), self._theme.colours.text)
