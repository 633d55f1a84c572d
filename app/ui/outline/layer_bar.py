"""One bar with four colours: how the speech is divided among the layers."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.kinds import Layer
from app.ui.editor.colours import page_colours
from app.ui.outline.rows import LayerShares
from app.ui.theme import Theme, small_figures

_BAR = 6
_NAMES = 20
_SQUARE, _BESIDE, _GAP = 7, 4, 8
"""A square of the colour, the blank between it and its name, and the least blank before the next."""


class LayerBar(QWidget):
    """The share of each layer of the whole, with its name; nothing for a speech without layers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares = LayerShares({}, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def heightForWidth(self, width: int) -> int:
        """Qt's question: the names stand in one line where they have room, else in two."""
        return _BAR + _NAMES * (len(Layer) // self._in_a_line(width))

    def _in_a_line(self, width: int) -> int:
        metrics = QFontMetrics(small_figures(self.font()))
        widest = max(metrics.horizontalAdvance(self._told(layer)) for layer in Layer)
        return len(Layer) if (_SQUARE + _BESIDE + widest + _GAP) * len(Layer) - _GAP <= width else 2

    def _told(self, layer: Layer) -> str:
        return f"{layer.value} {self._shares.percent(layer)}%"

    def places(self) -> dict[Layer, QRect]:
        """Where the name of each layer stands, with its square."""
        in_a_line = self._in_a_line(self.width())
        column = self.width() // in_a_line
        rows = {layer: divmod(number, in_a_line) for number, layer in enumerate(Layer)}
        return {
            layer: QRect(at * column, _BAR + row * _NAMES, column, _NAMES)
            for layer, (row, at) in rows.items()
        }

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layers = page_colours(self._theme.dark).layers
        painter.fillRect(QRectF(0, 0, self.width(), _BAR), self._theme.colours.line)
        left = 0.0
        painter.setFont(small_figures(self.font()))
        for layer, place in self.places().items():
            width = self.width() * self._shares.characters.get(layer, 0) / max(self._shares.whole, 1)
            painter.fillRect(QRectF(left, 0, max(width - 1, 0), _BAR), layers[layer])
            left += width
            self._paint_name(painter, layer, place)

    def _paint_name(self, painter: QPainter, layer: Layer, area: QRect) -> None:
        """A square of the colour, and the name with its percent."""
        square = QRect(area.left(), area.top() + 10, _SQUARE, _SQUARE)
        painter.fillRect(square, page_colours(self._theme.dark).layers[layer])
        painter.setPen(self._theme.colours.faint)
        area.adjust(_SQUARE + _BESIDE, 3, 0, 0)
        painter.drawText(
            area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._told(layer)
        )
