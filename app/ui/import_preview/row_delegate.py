"""How a piece of the source is painted: its line, its role as a label, its text, and what the writer should know."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.kinds import Kind, heading_rank
from app.ui.import_preview.chips import CHIP_HEIGHT, paint_chip
from app.ui.import_preview.roles import look_of
from app.ui.import_preview.rows import Row
from app.ui.import_preview.sorted_rows import ROW_ROLE, Index
from app.ui.theme import Theme, small_figures

ROW_HEIGHT = 32
TAKE_BACK = "留下"
_LINE, _CHIP, _GAP, _INDENT, _MARGIN, _TAKE_BACK = 40, 72, 10, 16, 12, 44
_MOST_REASON = 0.42
"""Of the room behind the label, what a reason takes at most."""
_BOLD = (Kind.TITLE, Kind.PART, Kind.H1)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)


def chip_area(rect: QRect) -> QRect:
    """Where the label of a row is."""
    return QRect(rect.left() + _LINE + _GAP, rect.center().y() - CHIP_HEIGHT // 2, _CHIP, CHIP_HEIGHT)


def take_back_area(rect: QRect) -> QRect:
    """Where 留下 is clicked in a row that is left out."""
    return QRect(rect.right() - _MARGIN - _TAKE_BACK, rect.top(), _TAKE_BACK + _MARGIN, rect.height())


class RowDelegate(QStyledItemDelegate):
    """One row: struck out where it is not in the draft, with a bar and the reason where it is doubtful."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        rect = QRect(option.rect)  # type: ignore[attr-defined]
        font = QFont(option.font)  # type: ignore[attr-defined]
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)  # type: ignore[attr-defined]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        colours = self._theme.colours
        painter.save()
        if selected or hovered:
            painter.fillRect(rect, colours.selection if selected else colours.hover)
        self._paint_edge(painter, rect, row, font)
        chip = chip_area(rect)
        painter.setFont(font)
        look = look_of(row.piece.role)
        paint_chip(
            painter, chip, row.role_name, look, self._theme.dark, with_menu=hovered and not row.inserted
        )
        area = QRect(
            chip.right() + _GAP, rect.top(), rect.right() - _MARGIN - chip.right() - _GAP, rect.height()
        )
        area.setRight(self._paint_remark(painter, area, row, font))
        self._paint_text(painter, area, row, font)
        painter.restore()

    def _paint_edge(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        """The line of the source; a bar before it says that the writer should look."""
        colours = self._theme.colours
        if row.doubtful:
            painter.fillRect(QRect(rect.left(), rect.top() + 5, 3, rect.height() - 10), colours.warning)
        painter.setFont(small_figures(font))
        painter.setPen(colours.faint)
        painter.drawText(QRect(rect.left(), rect.top(), _LINE, rect.height()), _RIGHT, row.line)

    def _paint_remark(self, painter: QPainter, area: QRect, row: Row, font: QFont) -> int:
        """What stands at the right; how far the text may go."""
        colours = self._theme.colours
        small = small_figures(font)
        right = area.right()
        if row.left_out:
            small.setUnderline(True)
            right = self._write_right(painter, area, TAKE_BACK, colours.faint, small)
            small.setUnderline(False)
        rest = QRect(area.left(), area.top(), right - area.left(), area.height())
        if row.doubtful:
            return self._write_right(painter, rest, row.piece.reason or "拿不准", colours.warning, small)
        told = "来源里没有" if row.inserted else "已定" if row.chosen else ""
        return self._write_right(painter, rest, told, colours.faint, small) if told else right

    def _write_right(self, painter: QPainter, area: QRect, text: str, colour: object, font: QFont) -> int:
        metrics = QFontMetrics(font)
        most = int(area.width() * _MOST_REASON)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
        painter.setFont(font)
        painter.setPen(colour)  # type: ignore[call-overload]
        painter.drawText(area, _RIGHT, shown)
        return area.right() - metrics.horizontalAdvance(shown) - _GAP

    def _paint_text(self, painter: QPainter, area: QRect, row: Row, font: QFont) -> None:
        colours, role = self._theme.colours, row.piece.role
        rank = heading_rank(role) if isinstance(role, Kind) else 9
        if 1 < rank < 9:
            area.setLeft(area.left() + (min(rank, 4) - 1) * _INDENT)
        font = QFont(font)
        font.setBold(role in _BOLD)
        font.setStrikeOut(row.left_out)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        number = row.number.strip()
        painter.setPen(colours.faint)
        painter.drawText(area, _LEFT, number)
        area.setLeft(area.left() + metrics.horizontalAdvance(number) + (2 if number else 0))
        painter.setPen(colours.warning if row.inserted else colours.faint if row.left_out else colours.text)
        shown = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT, shown)
