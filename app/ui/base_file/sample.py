"""A word or two set as a style sets them: fonts, weight, place, and about the size."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.layouts.model import ParagraphStyle
from app.layouts.values import font_size
from app.ui.document.presentation import font_of

_HEIGHT, _WIDTH = 36, 200
_MOST_PIXELS = 26
_PIXELS_OF_HALF_POINT = 96 / 72 / 2
_EDGE = 8
_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "both": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_ALIGNED = {"center": "居中", "right": "居右", "left": "居左", "both": ""}


class Sample(QWidget):
    """Shows a text in a style."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._style: ParagraphStyle | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def show_style(self, style: ParagraphStyle) -> None:
        """Show the text in another style."""
        self._style = style
        self.setToolTip(look_words(style))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        painter = QPainter(self)
        font = font_of(self._style.font, self._style.size, self._style.bold)
        font.setPixelSize(min(_MOST_PIXELS, round(self._style.size * _PIXELS_OF_HALF_POINT)))
        painter.setFont(font)
        indent = round(self._style.first_line * font.pixelSize() / 100)
        place = QRect(self.rect()).adjusted(_EDGE + indent, 0, -_EDGE, 0)
        side = _SIDES[self._style.alignment] | Qt.AlignmentFlag.AlignVCenter
        words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(side), words)
        painter.end()


def look_words(style: ParagraphStyle) -> str:
    """What a style is like in the trade's words: 黑体 三号 加粗 居中."""
    size = font_size(style.size)
    words = [style.font.east, size if isinstance(size, str) else f"{size} 磅"]
    words += ["加粗"] * style.bold + [_ALIGNED[style.alignment]]
    return " ".join(filter(None, words))
