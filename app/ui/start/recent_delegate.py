"""How a draft opened before is painted: its name and folder, at the right when it was changed and its length."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.start.known import Known, told_folder
from app.ui.theme import Theme, small_figures
from app.ui.told_times import roughly

if TYPE_CHECKING:
    from app.ui.palette.model import Index

KNOWN_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 56
GONE = "文件不在了"
MARGIN = 12
"""Left and right of the words, in pixels."""
_RADIUS, _GAP, _BETWEEN, _EDGE = 6, 12, 4, 2


class RecentDelegate(QStyledItemDelegate):
    """One row; a folder that is too long is cut in its middle, a file that is gone is grey."""

    def __init__(self, theme: Theme, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._font, self._small = theme, font, small_figures(font)

    def sizeHint(self, option: QStyleOptionViewItem, index: "Index") -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: "Index") -> None:
        known = index.data(KNOWN_ROLE)
        if not isinstance(known, Known):
            return
        area = QRect(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(area), option.state)  # type: ignore[attr-defined]
        self._paint_words(painter, area.adjusted(MARGIN, 0, -MARGIN, 0), known)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if not (hovered or focused):
            return
        colours = self._theme.colours
        painter.setPen(QPen(colours.faint, _EDGE) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(colours.place if hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _paint_words(self, painter: QPainter, area: QRect, known: Known) -> None:
        colours = self._theme.colours
        height = QFontMetrics(self._font).height() + _BETWEEN + QFontMetrics(self._small).height()
        upper = QRect(area.left(), area.top() + (area.height() - height) // 2, area.width(), 0)
        upper.setHeight(QFontMetrics(self._font).height())
        lower = QRect(area.left(), upper.bottom() + 1 + _BETWEEN, area.width(), 0)
        lower.setHeight(QFontMetrics(self._small).height())
        name = colours.faint if known.is_gone else colours.text
        self._right(painter, upper, told_change(known), colours.faint)
        self._left(painter, upper, known.path.stem, self._font, name, Qt.TextElideMode.ElideRight)
        self._right(painter, lower, told_length(known), colours.faint)
        where = told_folder(known.path, Path.home())
        self._left(painter, lower, where, self._small, colours.faint, Qt.TextElideMode.ElideMiddle)

    def _right(self, painter: QPainter, area: QRect, text: str, colour: QColor) -> None:
        """Small words at the right; `area` is what they leave."""
        painter.setFont(self._small)
        painter.setPen(colour)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        if text:
            area.setRight(area.right() - QFontMetrics(self._small).horizontalAdvance(text) - _GAP)

    def _left(
        self, painter: QPainter, area: QRect, text: str, font: QFont, colour: QColor, cut: Qt.TextElideMode
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, cut, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def told_change(known: Known) -> str:
    """When the file was changed, or that it is gone; nothing where it is not known."""
    if known.is_gone:
        return GONE
    return roughly(known.changed, datetime.now().astimezone()) if known.changed else ""


def told_length(known: Known) -> str:
    """Its 字数; nothing where it is not known."""
    return "" if known.characters is None else f"{known.characters:,} 字"
