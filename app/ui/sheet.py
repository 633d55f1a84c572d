"""The ground on which a page lies in the middle of the window."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.early import fill
from app.ui.editor.colours import page_colours
from app.ui.editor.page_view import PageView


class Sheet(QWidget):
    """A view of a page, alone in its column, on the neutral ground."""

    def __init__(self, view: PageView, dark: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._dark = dark
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(view, 1)

    @property
    def least_width(self) -> int:
        """Pixels at which the page is whole, with the scroll bar."""
        return self._view.page_pixels + self._view.verticalScrollBar().sizeHint().width() + 2

    def set_dark(self, dark: bool) -> None:
        """Show the page light or dark."""
        self._dark = dark
        self._view.set_dark(dark)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and on it what is seen of the edge round the page."""
        colours = page_colours(self._dark)
        painter = QPainter(self)
        fill(painter, self.rect(), colours.ground)
        viewport = self._view.viewport()
        corner = viewport.mapTo(self, viewport.rect().topLeft())
        fill(painter, QRect(corner, viewport.size()).adjusted(-1, -1, 1, 1), colours.edge)
