"""How a template is painted in the list: its layer's bar, its name, what it is for, whose it is."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.editor.colours import page_colours
from app.ui.templates.rows import Row
from app.ui.theme import Theme, small_figures

ROW_ROLE = Qt.ItemDataRole.UserRole
_HEIGHT = 54
_MARGIN, _BAR = 12, 3
_TOP = 7
_CHIP_MARGIN, _GAP = 6, 6


class RowDelegate(QStyledItemDelegate):
    """Two lines a row."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        area = QRect(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option.state)  # type: ignore[attr-defined]
        if row.layer is not None:
            bar = QRect(area.left(), area.top() + 9, _BAR, area.height() - 18)
            painter.fillRect(bar, page_colours(self._theme.dark).layers[row.layer])
        self._paint_words(painter, area.adjusted(_MARGIN, _TOP, -_MARGIN, -_TOP), row, option.font)  # type: ignore[attr-defined]
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        colours = self._theme.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(colours.faint, 1) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(colours.place if chosen else colours.hover)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)

    def _paint_words(self, painter: QPainter, area: QRect, row: Row, font: QFont) -> None:
        colours, small = self._theme.colours, small_figures(font)
        right = area.right()
        for mark in reversed(row.marks):
            right = self._paint_chip(painter, area.top(), right, mark, small) - _GAP
        metrics = QFontMetrics(font)
        upper = QRect(area.left(), area.top(), right - area.left(), metrics.lineSpacing())
        _paint_line(painter, upper, row.entry.name, font, colours.text, row.words)
        below = QRect(area.left(), upper.bottom() + 2, area.width(), area.bottom() - upper.bottom() - 1)
        colour = colours.warning if row.is_wrong else colours.faint
        _paint_line(painter, below, row.below, small, colour, row.words)

    def _paint_chip(self, painter: QPainter, top: int, right: int, mark: str, font: QFont) -> int:
        """A mark in a rounded frame that ends at `right`; where it begins."""
        colours, metrics = self._theme.colours, QFontMetrics(font)
        width = metrics.horizontalAdvance(mark) + 2 * _CHIP_MARGIN
        chip = QRect(right - width, top, width, metrics.height() + 2)
        colour = colours.warning if mark == "有错" else colours.faint
        painter.setPen(QPen(colours.warning if mark == "有错" else colours.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(colour)
        painter.setFont(font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, mark)
        return chip.left()


def _paint_line(
    painter: QPainter, area: QRect, text: str, font: QFont, colour: QColor, words: tuple[str, ...]
) -> None:
    """One line, cut off where it is too long, with the words that were looked for in bold."""
    bold = QFont(font)
    bold.setBold(True)
    text = QFontMetrics(bold if words else font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    left = area.left()
    painter.setPen(colour)
    for part, is_word in parts(text, words):
        painter.setFont(bold if is_word else font)
        width = painter.fontMetrics().horizontalAdvance(part)
        painter.drawText(QRect(left, area.top(), width + 2, area.height()), _LINE, part)
        left += width


def parts(text: str, words: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """A text in pieces, and whether each is one of the words."""
    if not words:
        yield text, False
        return
    pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    for part in re.split(f"({pattern})", text, flags=re.IGNORECASE):
        if part:
            yield part, part.lower() in words


_LINE = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextSingleLine.value
