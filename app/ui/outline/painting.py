"""What every tree of an outline paints alike: the angle before rows with others below, the bar of a layer."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPen

from app.core.kinds import Layer
from app.ui.editor.colours import page_colours

_LAYER_BAR = 3


def paint_angle(painter: QPainter, rect: QRect, colour: QColor, *, is_open: bool) -> None:
    """A small angle at the right of the room before a row: down where the row is open."""
    x, y = rect.right() - 6, rect.center().y()
    points = [(-3, -1), (0, 2), (3, -1)] if is_open else [(-1, -3), (2, 0), (-1, 3)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4))
    painter.drawPolyline([QPoint(x + dx, y + dy) for dx, dy in points])
    painter.restore()


def paint_layer(painter: QPainter, rect: QRect, layer: Layer, dark: bool) -> None:
    """The bar of a layer at the left edge of a row."""
    painter.fillRect(
        QRect(0, rect.top() + 5, _LAYER_BAR, rect.height() - 10), page_colours(dark).layers[layer]
    )
