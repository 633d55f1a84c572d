"""One bar with four colours: how the speech is divided among the layers."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.kinds import Layer
from app.ui.editor.colours import page_colours
from app.ui.outline.rows import LayerShares
from app.ui.theme import Theme, small_figures

_BAR = 6
_NAMES = 20
_SQUARE = 7


class LayerBar(QWidget):
    """The share of each layer of the whole, with its name; nothing for a speech without layers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares = LayerShares({}, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVisible(False)
        theme.changed.connect(self.update)

    def show_shares(self, shares: LayerShares) -> None:
        """Show how another draft, or the same after a change, is divided."""
        self._shares = shares
        told = "，".join(self._told(layer) for layer in Layer)
        self.setAccessibleName("四层所占篇幅")
        self.setAccessibleDescription(told)
        self.setToolTip("四层各占全篇字数的百分比；灰色是开场、收尾等不属于四层的部分")
        self.setVisible(bool(shares.characters))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _BAR + _NAMES)

    def _told(self, layer: Layer) -> str:
        return f"{layer.value} {self._shares.percent(layer)}%"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layers = page_colours(self._theme.dark).layers
        painter.fillRect(QRectF(0, 0, self.width(), _BAR), self._theme.colours.line)
        left = 0.0
        column = self.width() / len(Layer)
        painter.setFont(small_figures(self.font()))
        for number, layer in enumerate(Layer):
            width = self.width() * self._shares.characters.get(layer, 0) / max(self._shares.whole, 1)
            painter.fillRect(QRectF(left, 0, max(width - 1, 0), _BAR), layers[layer])
            left += width
            self._paint_name(painter, layer, QRect(round(number * column), _BAR, round(column), _NAMES))

    def _paint_name(self, painter: QPainter, layer: Layer, area: QRect) -> None:
        """A square of the colour, where there is room for it, and the name with its percent."""
        told = self._told(layer)
        if painter.fontMetrics().horizontalAdvance(told) + _SQUARE + 4 <= area.width():
            square = QRect(area.left(), area.top() + 10, _SQUARE, _SQUARE)
            painter.fillRect(square, page_colours(self._theme.dark).layers[layer])
            area.setLeft(area.left() + _SQUARE + 4)
        painter.setPen(self._theme.colours.faint)
        area.setTop(area.top() + 3)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), told)
