"""A role as a small label with its colour: words on a ground of the same hue, light and dark."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from app.ui.import_preview.roles import Look
from app.ui.theme import small_figures

Chip = tuple[QColor, QColor]
"""Colour of the words, and of the ground."""

_LIGHT: dict[Look, Chip] = {
    Look.HEAD: (QColor("#2B548F"), QColor("#E2EAF6")),
    Look.HEADING: (QColor("#7A4A00"), QColor("#F7E9CC")),
    Look.POINT: (QColor("#1D645B"), QColor("#DCEFEB")),
    Look.BODY: (QColor("#5A5750"), QColor("#ECEAE5")),
    Look.END: (QColor("#6B4480"), QColor("#EFE5F3")),
    Look.LEFT_OUT: (QColor("#6B6862"), QColor("#FAF9F7")),
}
_DARK: dict[Look, Chip] = {
    Look.HEAD: (QColor("#A9C6F2"), QColor("#2C3A50")),
    Look.HEADING: (QColor("#EBC37C"), QColor("#463820")),
    Look.POINT: (QColor("#86D0C5"), QColor("#21423E")),
    Look.BODY: (QColor("#B9B7B1"), QColor("#35373B")),
    Look.END: (QColor("#D3AFE2"), QColor("#43344C")),
    Look.LEFT_OUT: (QColor("#A6A49F"), QColor("#232427")),
}
CHIP_HEIGHT = 20
_ROUND = 4


def chip_colours(look: Look, dark: bool) -> Chip:
    """The colours of a look; what is left out has an edge and no ground of its own."""
    return (_DARK if dark else _LIGHT)[look]


def paint_chip(
    painter: QPainter, area: QRect, name: str, look: Look, dark: bool, *, with_menu: bool = False
) -> None:
    """Paint a label within an area; `with_menu` shows that a menu opens from it."""
    ink, ground = chip_colours(look, dark)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = look is Look.LEFT_OUT or with_menu
    painter.setPen(
        QPen(ink if with_menu else QColor(ink.red(), ink.green(), ink.blue(), 90), 1)
        if edged
        else Qt.PenStyle.NoPen
    )
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    font = small_figures(painter.font())
    font.setBold(False)
    font.setStrikeOut(False)
    painter.setFont(font)
    painter.setPen(ink)
    words = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, area.width() - 8)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()
