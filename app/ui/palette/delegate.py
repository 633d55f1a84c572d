"""How a result is painted: its name, where it belongs, its shortcut at the right."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.palette.model import RESULT_ROLE, Index
from app.ui.palette.results import Result
from app.ui.theme import Theme, small_figures

ROW_HEIGHT = 34
_MARGIN = 12
_GAP = 10


class ResultDelegate(QStyledItemDelegate):
    """One row of the palette."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        result = index.data(RESULT_ROLE)
        if not isinstance(result, Result):
            return
        colours = self._theme.colours
        whole = QRect(option.rect)  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.place)
            painter.drawRoundedRect(whole.adjusted(4, 1, -4, -1), 6, 6)
        area = whole.adjusted(_MARGIN + 4, 0, -_MARGIN - 4, 0)
        quiet = colours.faint if result.enabled else colours.disabled
        small = small_figures(option.font)  # type: ignore[attr-defined]
        painter.setFont(small)
        painter.setPen(quiet)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), result.keys)
        keys = QFontMetrics(small).horizontalAdvance(result.keys)
        area.setRight(area.right() - keys - (_GAP if keys else 0))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        where = QFontMetrics(small).horizontalAdvance(result.where)
        metrics = QFontMetrics(option.font)  # type: ignore[attr-defined]
        name = metrics.elidedText(
            result.name, Qt.TextElideMode.ElideRight, max(40, area.width() - where - _GAP)
        )
        painter.setFont(option.font)  # type: ignore[attr-defined]
        painter.setPen(colours.text if result.enabled else colours.disabled)
        painter.drawText(area, left, name)
        area.setLeft(area.left() + metrics.horizontalAdvance(name) + _GAP)
        painter.setFont(small)
        painter.setPen(quiet)
        painter.drawText(area, left, result.where)
        painter.restore()
