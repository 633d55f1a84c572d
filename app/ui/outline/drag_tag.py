"""What goes along with the mouse while branches are dragged: a tag beside it, so that rows and the line stay in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap

from app.ui.colours import Colours
from app.ui.outline.rows import Row

BESIDE = QPoint(-14, -26)
"""Where the mouse is, seen from the corner of the tag, which leaves the level beside the line in sight."""
_WIDEST, _SIDE, _HEIGHT = 220, 10, 28


def words_of(rows: Sequence[Row]) -> str:
    """What a tag says: the heading, or the first of several and how many they are."""
    first = f"{rows[0].number}{rows[0].text}"
    return first if len(rows) == 1 else f"{first} 等 {len(rows)} 条"


def drag_tag(rows: Sequence[Row], font: QFont, colours: Colours, ratio: float) -> QPixmap:
    """The tag for rows; `ratio` is that of the screen's pixels to the window's."""
    metrics = QFontMetrics(font)
    words = metrics.elidedText(words_of(rows), Qt.TextElideMode.ElideMiddle, _WIDEST)
    width = metrics.horizontalAdvance(words) + 2 * _SIDE
    picture = QPixmap(round(width * ratio), round(_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(colours.field)
    with QPainter(picture) as painter:
        painter.setPen(QPen(colours.accent, 1))
        painter.drawRect(QRectF(0.5, 0.5, width - 1, _HEIGHT - 1))
        painter.setFont(font)
        painter.setPen(colours.text)
        painter.drawText(QRectF(0, 0, width, _HEIGHT), int(Qt.AlignmentFlag.AlignCenter), words)
    return picture
