"""How a way of writing is painted in the list that drops down: its name and length, and below how it begins."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import small_figures

BELOW_ROLE = Qt.ItemDataRole.UserRole + 1
"""What stands below the name."""
WIDTH = 520
"""Pixels of the list, in which some thirty characters are seen."""
_MARGIN, _GAP = 8, 4


class WayDelegate(QStyledItemDelegate):
    """Two lines; one where there is nothing to stand below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = QFontMetrics(option.font).height()  # type: ignore[attr-defined]
        if index.data(BELOW_ROLE):
            lines += _GAP + QFontMetrics(small_figures(option.font)).height()  # type: ignore[attr-defined]
        return QSize(WIDTH, lines + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        name, below = str(index.data() or ""), str(index.data(BELOW_ROLE) or "")
        option.text = ""  # type: ignore[attr-defined]
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter)
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        area = QRect(option.rect).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)  # type: ignore[attr-defined]
        painter.save()
        for text, font in ((name, option.font), (below, small_figures(option.font))):  # type: ignore[attr-defined]
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(palette.color(role))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), shown)
            area.setTop(area.top() + metrics.height() + _GAP)
            role = role if chosen else QPalette.ColorRole.PlaceholderText
        painter.restore()
