"""What may be written at a place, as a list to choose from."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.templating.completion import Offer

_ROWS, _WIDTH, _ROW, _PAD, _FRAME = 9, 420, 28, 10, 10
_TOLD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class OfferModel(QAbstractListModel):
    """What is offered, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.offers: Sequence[Offer] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.name
        if role == _TOLD:
            return f"{offer.source.value}　{offer.told}" if offer.told else offer.source.value
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return offer.told
        return None


class _Delegate(QStyledItemDelegate):
    """The name at the left, what it is at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""  # type: ignore[attr-defined]
        widget = option.widget  # type: ignore[attr-defined]
        widget.style().drawControl(widget.style().ControlElement.CE_ItemViewItem, option, painter, widget)
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)  # type: ignore[attr-defined]
        painter.save()
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        area.setLeft(area.left() + option.fontMetrics.horizontalAdvance(text) + 2 * _PAD)  # type: ignore[attr-defined]
        told = option.fontMetrics.elidedText(  # type: ignore[attr-defined]
            str(index.data(_TOLD)), Qt.TextElideMode.ElideRight, area.width()
        )  # type: ignore[attr-defined]
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, told)
        painter.restore()


class OfferList(QListView):
    """The list; the focus stays with the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers = OfferModel(self)
        self.setObjectName("offers")
        self.setAccessibleName("可以写的")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(self.offers)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        self.hide()

    @property
    def chosen(self) -> Offer | None:
        """What is chosen in it."""
        row = self.currentIndex().row()
        return self.offers.offers[row] if 0 <= row < len(self.offers.offers) else None

    def fill(self, offers: Sequence[Offer]) -> None:
        """Show these, as high as they need, the first one chosen."""
        self.offers.show(offers)
        self.go_to(0)
        self.resize(_WIDTH, min(_ROWS, len(offers)) * _ROW + _FRAME)

    def go_to(self, row: int) -> None:
        """Choose a row."""
        self.setCurrentIndex(self.offers.index(row))

    def step(self, key: Qt.Key) -> bool:
        """Go to where a key leads; False for a key that leads nowhere."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        if key not in steps:
            return False
        count, row = self.offers.rowCount(), self.currentIndex().row() + steps[key]
        self.go_to(row % count if abs(steps[key]) == 1 else min(max(row, 0), count - 1))
        return True
