"""The lists beside the outline: what is not in the draft, and what could be cleaned up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.importing.cleaning import Change
from app.importing.pieces import Place
from app.ui.import_preview.chips import CHIP_HEIGHT, paint_chip
from app.ui.import_preview.left_out import LeftOut
from app.ui.import_preview.roles import Look
from app.ui.import_preview.sorted_rows import ROW_ROLE, Index, SortedRows
from app.ui.theme import Theme, small_figures

_HEIGHT, _CHIP, _MARGIN, _GAP = 30, 72, 8, 10
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)


@dataclass(frozen=True, slots=True)
class Cleanable:
    """One place that could be cleaned, as a row."""

    key: tuple[int, ...]
    change: Change

    @property
    def in_words(self) -> str:
        """What a screen reader says of it."""
        return f"{self.change.before}，改成，{self.change.after}"


def cleanables(changes: Sequence[Change]) -> tuple[Cleanable, ...]:
    """The places as rows, in order."""
    return tuple(Cleanable(change.place, change) for change in sorted(changes, key=lambda each: each.place))


class ItemList(QListView):
    """A list to look through. `went_to` tells the row that was clicked or gone to by keys."""

    went_to = Signal(object)

    def __init__(self, rows: SortedRows, delegate: QStyledItemDelegate, name: str) -> None:  # type: ignore[type-arg]
        super().__init__()
        self.rows = rows
        rows.setParent(self)
        delegate.setParent(self)
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.clicked.connect(self._tell)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt's call when another row has the focus, by mouse or by keys."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._tell(current)

    def _tell(self, index: Index) -> None:
        if index.isValid():
            self.went_to.emit(self.rows.rows[index.row()])


def left_out_list(theme: Theme) -> ItemList:
    """The list of what is not in the draft."""
    return ItemList(
        SortedRows[LeftOut](lambda row: row.item.text), _ItemDelegate(theme, _of_left_out), "去掉的"
    )


def cleaning_list(theme: Theme) -> ItemList:
    """The list of what could be cleaned up."""
    return ItemList(
        SortedRows[Cleanable](lambda row: row.in_words), _ItemDelegate(theme, _of_change), "可以清理的"
    )


_Said = tuple[str, str, str]
"""A label, the text, and what stands at the right."""


def _of_left_out(row: object) -> _Said:
    assert isinstance(row, LeftOut)
    return row.item.fate.value, row.item.text, row.at


def _of_change(row: object) -> _Said:
    assert isinstance(row, Cleanable)
    return "", row.change.before, row.change.after


class _ItemDelegate(QStyledItemDelegate):
    """A label, a text, and something in grey at the right."""

    def __init__(self, theme: Theme, said: Callable[[object], _Said], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._said = theme, said

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chip, text, aside = self._said(index.data(ROW_ROLE))
        colours, font = self._theme.colours, QFont(option.font)  # type: ignore[attr-defined]
        rect, state = QRect(option.rect), option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.hover)
        area = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.setFont(font)
        if chip:
            place = QRect(area.left(), area.center().y() - CHIP_HEIGHT // 2, _CHIP, CHIP_HEIGHT)
            paint_chip(painter, place, chip, Look.LEFT_OUT, self._theme.dark)
            area.setLeft(place.right() + _GAP)
        self._paint_words(painter, area, text, aside, font)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, text: str, aside: str, font: QFont) -> None:
        colours, small = self._theme.colours, small_figures(font)
        elide = Qt.TextElideMode.ElideRight
        right = QFontMetrics(small).elidedText(aside, elide, (area.width() - _GAP) // 2)
        painter.setFont(small)
        painter.setPen(colours.faint)
        painter.drawText(area, _RIGHT, right)
        area.setRight(area.right() - QFontMetrics(small).horizontalAdvance(right) - _GAP)
        painter.setFont(font)
        painter.setPen(colours.text)
        painter.drawText(area, _LEFT, QFontMetrics(font).elidedText(text, elide, area.width()))


def place_of(row: object) -> Place | None:
    """Where in the source a row of either list stands; None where that is not known."""
    if isinstance(row, Cleanable):
        return row.change.place
    return row.row.place if isinstance(row, LeftOut) and row.row is not None else None
