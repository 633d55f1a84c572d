"""How an occasion is painted: a card with its name, purpose, parts with their layers, and usual length."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.editor.colours import page_colours
from app.ui.palette.model import Index
from app.ui.start.cards import Card, Part
from app.ui.start.lines import flowed, wrapped
from app.ui.theme import Theme, small_figures

CARD_ROLE = Qt.ItemDataRole.UserRole
GAP = 16
"""Between two cards, in pixels."""
_MARGIN, _RADIUS = 16, 8
_NAME_LARGER = 1.5
_PURPOSE_LINES = 2
_PART_ROW, _PART_GAP = 24, 14
_BAR, _BAR_GAP = 3, 6
_BETWEEN = 8


class CardDelegate(QStyledItemDelegate):
    """Paints the card in the upper left of its cell; the rest is the gap to the next."""

    def __init__(self, theme: Theme, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._font = theme, font
        self._bold, self._small = QFont(font), small_figures(font)
        self._bold.setPointSizeF(font.pointSizeF() + _NAME_LARGER)
        self._bold.setBold(True)
        self._cell = QSize(0, 0)

    def measure(self, cards: Iterable[Card], width: int) -> QSize:
        """Take cells of that width, all as high as the highest card needs; their size."""
        inner = width - GAP - 2 * _MARGIN
        rows = max((self._flow(card.parts, inner)[-1][1] + 1 for card in cards if card.parts), default=1)
        height = 2 * _MARGIN + QFontMetrics(self._bold).height() + QFontMetrics(self._small).height()
        height += _PURPOSE_LINES * QFontMetrics(self._font).lineSpacing() + rows * _PART_ROW + 3 * _BETWEEN
        self._cell = QSize(width, height + GAP)
        return self._cell

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return
        area = QRect(option.rect).adjusted(0, 0, -GAP, -GAP)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(area), state)
        self._paint_words(painter, area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), card)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        colours = self._theme.colours
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        edge = QPen(colours.faint if hovered or focused else colours.line, 2.0 if focused else 1.0)
        painter.setPen(edge)
        painter.setBrush(colours.hover if hovered else colours.field)
        inset = edge.widthF() / 2
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)

    def _paint_words(self, painter: QPainter, area: QRect, card: Card) -> None:
        colours = self._theme.colours
        bold, plain, small = (QFontMetrics(font) for font in (self._bold, self._font, self._small))
        painter.setPen(colours.text)
        painter.setFont(self._bold)
        name = bold.elidedText(card.name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area.left(), area.top() + bold.ascent(), name)
        top = area.top() + bold.height() + _BETWEEN // 2
        painter.setFont(self._font)
        painter.setPen(colours.faint)
        for line in wrapped(card.purpose, self._font, area.width(), _PURPOSE_LINES):
            painter.drawText(area.left(), top + plain.ascent(), line)
            top += plain.lineSpacing()
        self._paint_parts(painter, QPoint(area.left(), top + _BETWEEN), area.width(), card)
        painter.setFont(self._small)
        painter.setPen(colours.faint)
        painter.drawText(area.left(), area.bottom() + 1 - small.descent(), card.usual)

    def _paint_parts(self, painter: QPainter, at: QPoint, width: int, card: Card) -> None:
        metrics = QFontMetrics(self._font)
        layers = page_colours(self._theme.dark).layers
        painter.setFont(self._font)
        painter.setPen(self._theme.colours.text)
        for part, (left, row) in zip(card.parts, self._flow(card.parts, width), strict=True):
            x, y = at.x() + left, at.y() + row * _PART_ROW
            if part.layer is not None:
                painter.fillRect(x, y + (_PART_ROW - 14) // 2, _BAR, 14, layers[part.layer])
                x += _BAR + _BAR_GAP
            base = y + (_PART_ROW + metrics.ascent() - metrics.descent()) // 2
            room = at.x() + width - x
            painter.drawText(x, base, metrics.elidedText(part.name, Qt.TextElideMode.ElideRight, room))

    def _flow(self, parts: Iterable[Part], width: int) -> list[tuple[int, int]]:
        metrics = QFontMetrics(self._font)
        widths = (
            metrics.horizontalAdvance(part.name) + (_BAR + _BAR_GAP if part.layer else 0) for part in parts
        )
        return list(flowed(widths, _PART_GAP, width))
