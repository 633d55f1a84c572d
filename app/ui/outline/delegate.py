"""How a row of the outline is painted (LOOK.md, Outline row)."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.core.kinds import Kind, Status
from app.lang.speaking import SpeakingTime
from app.ui.editor.colours import page_colours
from app.ui.outline.model import ROW_ROLE, TIME_ROLE, Index
from app.ui.outline.rows import Row
from app.ui.theme import Theme, small_figures

ROW_HEIGHT = 30
RENAME_BOX = "rename"
"""Object name of the box in which a heading is written anew."""
_COUNT_WIDTH = 42
_TIME_WIDTH = 44
_WIDE = 340
"""Pixels that an outline has to be wide to say minutes in its rows; in a narrower one the tooltip does."""
_MARGIN = 12
_DOT = 7
_SIGN = 9


class OutlineDelegate(QStyledItemDelegate):
    """Number in grey, heading, dot for the status, count at the right over a thin bar for the share.

    A tick on the bar is the target length. A wide outline says minutes, too. A hollow triangle says that the
    heading breaks the ladder.
    """

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
        count = QRect(rect.right() - _MARGIN - _COUNT_WIDTH, rect.top(), _COUNT_WIDTH, rect.height())
        self._paint_count(painter, count, row)
        right = _before_figures(rect)
        time, area = index.data(TIME_ROLE), times_area(rect)
        if not area.isEmpty() and isinstance(time, SpeakingTime):
            self._paint_time(painter, area, time)
        if row.section:
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)  # type: ignore[attr-defined]
            if row.status is not None or hovered:
                self._paint_dot(painter, right - _DOT, rect.center().y(), row.status)
            right -= _DOT + 6
        if row.fault:
            self._paint_fault(painter, right - _SIGN, rect.center().y())
            right -= _SIGN + 6
        self._paint_text(
            painter, QRect(rect.left(), rect.top(), right - rect.left(), rect.height()), row, option
        )
        painter.restore()

    def dot_area(self, rect: QRect, row: Row) -> QRect:
        """Where the dot for the status can be clicked; empty where a row has none."""
        if not row.section:
            return QRect()
        right = _before_figures(rect)
        return QRect(right - _DOT - 6, rect.top(), _DOT + 12, rect.height())

    # Renaming

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QLineEdit(parent)
        box.setObjectName(RENAME_BOX)
        box.setAccessibleName("改标题")
        return box

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)  # type: ignore[attr-defined]
        row = index.data(ROW_ROLE)
        number = row.number if isinstance(row, Row) else ""
        before = QFontMetrics(_row_font(option, row)).horizontalAdvance(number)
        editor.setGeometry(rect.adjusted(max(0, before - 4), 1, -4, -1))

    # Painting

    def _paint_text(self, painter: QPainter, rect: QRect, row: Row, option: QStyleOptionViewItem) -> None:
        colours = self._theme.colours
        font = _row_font(option, row)
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

    def _paint_count(self, painter: QPainter, rect: QRect, row: Row) -> None:
        colours = self._theme.colours
        painter.setFont(small_figures(painter.font()))
        painter.setPen(colours.faint)
        above = QRect(rect.left(), rect.top() + 3, rect.width(), 18)
        told = f"{row.characters:,}"
        painter.drawText(above, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), told)
        track = QRectF(rect.left(), rect.bottom() - 6, rect.width(), 2)
        painter.fillRect(track, colours.line)
        filled = QRectF(
            track.left(), track.top(), max(2.0, track.width() * row.share) if row.characters else 0.0, 2
        )
        painter.fillRect(filled, self._bar_colour(row))
        if row.target:
            at = track.left() + (track.width() - 1) * row.target_share
            painter.fillRect(QRectF(at, track.top() - 2, 1, 6), colours.text)

    def _paint_time(self, painter: QPainter, rect: QRect, time: SpeakingTime) -> None:
        """Whole minutes in the figures of the count, which was painted before; nothing for less than half of one."""
        minutes = round(time.seconds / 60)
        painter.setPen(self._theme.colours.faint)
        above = QRect(rect.left(), rect.top() + 3, rect.width() - 6, 18)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(above, int(flags), f"{minutes} 分" if minutes else "")

    def _bar_colour(self, row: Row) -> QColor:
        if row.begins_layer and row.layer is not None:
            return page_colours(self._theme.dark).layers[row.layer]
        return self._theme.colours.faint

    def _paint_fault(self, painter: QPainter, left: int, middle: int) -> None:
        """A small hollow triangle: this heading breaks the ladder."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colours.warning, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        top, bottom = middle - _SIGN / 2, middle + _SIGN / 2
        corners = [QPointF(left, bottom), QPointF(left + _SIGN, bottom), QPointF(left + _SIGN / 2, top)]
        painter.drawPolygon(QPolygonF(corners))

    def _paint_dot(self, painter: QPainter, left: int, middle: int, status: Status | None) -> None:
        """Hollow 提纲, half 初稿, ringed 待核, full 定稿: told apart by form, not by colour alone.

        A row under the mouse that has no status yet shows in dots where it would be.
        """
        colours = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(left + 0.5, middle - _DOT / 2 + 0.5, _DOT - 1, _DOT - 1)
        done = {Status.REVIEW: colours.warning, Status.FINAL: colours.done}
        colour = done.get(status, colours.disabled) if status else colours.disabled
        painter.setPen(QPen(colour, 1.2, Qt.PenStyle.SolidLine if status else Qt.PenStyle.DotLine))
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


def _has_times(rect: QRect) -> bool:
    """Whether a row, of that place in the view, has room for its minutes."""
    return rect.right() >= _WIDE


def times_area(rect: QRect) -> QRect:
    """Where in a row, or in all of them, minutes are told; empty where there is no room for them."""
    if not _has_times(rect):
        return QRect()
    return QRect(_before_figures(rect), rect.top(), _TIME_WIDTH, rect.height())


def _before_figures(rect: QRect) -> int:
    """Where a row's count begins, or its minutes where it has room for them."""
    figures = _COUNT_WIDTH + (_TIME_WIDTH if _has_times(rect) else 0)
    return rect.right() - _MARGIN - figures - 6


def _row_font(option: QStyleOptionViewItem, row: object) -> QFont:
    font = QFont(option.font)  # type: ignore[attr-defined]
    font.setBold(isinstance(row, Row) and row.kind in (Kind.PART, Kind.H1))
    return font


_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextSingleLine.value
