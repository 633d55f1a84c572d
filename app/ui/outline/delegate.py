"""How a row of the outline is painted (LOOK.md, Outline row)."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.kinds import Kind, Status
from app.ui.editor.colours import page_colours
from app.ui.outline.model import ROW_ROLE, Index
from app.ui.outline.rows import Row
from app.ui.theme import Theme, small_figures

ROW_HEIGHT = 30
_COUNT_WIDTH = 42
_MARGIN = 12
_DOT = 7


class OutlineDelegate(QStyledItemDelegate):
    """Number in grey, heading, dot for the status, count at the right over a thin bar for the share."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        rect = QRect(option.rect)  # type: ignore[attr-defined]
        right = rect.right() - _MARGIN
        self._paint_count(painter, QRect(right - _COUNT_WIDTH, rect.top(), _COUNT_WIDTH, rect.height()), row)
        right -= _COUNT_WIDTH + 6
        if row.status is not None:
            self._paint_dot(painter, right - _DOT, rect.center().y(), row.status)
            right -= _DOT + 6
        self._paint_text(
            painter, QRect(rect.left(), rect.top(), right - rect.left(), rect.height()), row, option
        )
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, row: Row, option: QStyleOptionViewItem) -> None:
        colours = self._theme.colours
        font = QFont(option.font)  # type: ignore[attr-defined]
        font.setBold(row.kind in (Kind.PART, Kind.H1))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        painter.setPen(colours.faint)
        painter.drawText(rect, int(_LEFT), row.number)
        # Full-width brackets and 、 bring their own room.
        rect.setLeft(
            rect.left() + metrics.horizontalAdvance(row.number) + (0 if row.number[-1:] in "）、，" else 2)
        )
        faint = row.kind is None or row.missing
        painter.setPen(colours.faint if faint else colours.text)
        painter.drawText(
            rect, int(_LEFT), metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, rect.width())
        )
        if option.state & QStyle.StateFlag.State_HasFocus:  # type: ignore[attr-defined]
            painter.setPen(QPen(colours.faint, 1, Qt.PenStyle.DotLine))
            painter.drawLine(rect.left(), rect.bottom() - 4, rect.right(), rect.bottom() - 4)

    def _paint_count(self, painter: QPainter, rect: QRect, row: Row) -> None:
        colours = self._theme.colours
        painter.setFont(small_figures(painter.font()))
        painter.setPen(colours.faint)
        above = QRect(rect.left(), rect.top() + 3, rect.width(), 18)
        painter.drawText(
            above, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{row.characters:,}"
        )
        track = QRectF(rect.left(), rect.bottom() - 6, rect.width(), 2)
        painter.fillRect(track, colours.line)
        filled = QRectF(
            track.left(), track.top(), max(2.0, track.width() * row.share) if row.characters else 0.0, 2
        )
        painter.fillRect(filled, self._bar_colour(row))

    def _bar_colour(self, row: Row) -> QColor:
        if row.begins_layer and row.layer is not None:
            return page_colours(self._theme.dark).layers[row.layer]
        return self._theme.colours.faint

    def _paint_dot(self, painter: QPainter, left: int, middle: int, status: Status) -> None:
        """Hollow 提纲, half 初稿, ringed 待核, full 定稿: told apart by form, not by colour alone."""
        colours = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(left + 0.5, middle - _DOT / 2 + 0.5, _DOT - 1, _DOT - 1)
        colour = {Status.REVIEW: colours.warning, Status.FINAL: colours.done}.get(status, colours.disabled)
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        if status is Status.DRAFT:
            painter.drawPie(circle, 90 * 16, 180 * 16)
        elif status is Status.REVIEW:
            painter.drawEllipse(circle.adjusted(1.8, 1.8, -1.8, -1.8))
        elif status is Status.FINAL:
            painter.drawEllipse(circle)


_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextSingleLine.value
