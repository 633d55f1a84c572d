"""The shelves as a tree, with how many templates stand on each."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from app.ui.editor.colours import page_colours
from app.ui.outline.painting import paint_angle
from app.ui.templates.shelves import ALL, Shelf
from app.ui.theme import Theme, small_figures

Index = QModelIndex | QPersistentModelIndex
_SHELF = Qt.ItemDataRole.UserRole
_ROW = 28
_BAR, _BAR_HEIGHT = 3, 14
_COUNT = 44


class ShelfTree(QTreeWidget):
    """`chosen` tells the shelf that is looked at; one that only holds others stands for all of theirs."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("shelves")
        self.setAccessibleName("模板分类")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_ShelfDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(1, _COUNT)
        theme.changed.connect(lambda _: self._paint_counts())
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.shelf))

    @property
    def shelf(self) -> Shelf | None:
        """The shelf that is looked at; None before there are any."""
        item = self.currentItem()
        return item.data(0, _SHELF) if item is not None else None

    def show_shelves(self, shelves: Iterable[Shelf]) -> None:
        """Show these; what was open and looked at stays so, where it is still there."""
        before = self.shelf
        opened = {each.data(0, _SHELF).id for each in self._items() if each.isExpanded()} or {"layers"}
        self.blockSignals(True)
        self.clear()
        for shelf in shelves:
            self.addTopLevelItem(_item(shelf))
        for item in self._items():
            item.setExpanded(item.data(0, _SHELF).id in opened)
        self._paint_counts()
        self.blockSignals(False)
        self.look_at(before.id if before is not None else ALL)

    def look_at(self, shelf_id: str) -> None:
        """Go to the shelf of that ID; to all templates where it is gone."""
        found = {item.data(0, _SHELF).id: item for item in self._items()}
        self.setCurrentItem(found.get(shelf_id, found[ALL]))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Qt's call to paint what stands before a row."""
        if index.model().hasChildren(index):
            paint_angle(painter, rect, self._theme.colours.faint, is_open=self.isExpanded(index))

    def _items(self) -> Iterator[QTreeWidgetItem]:
        steps = QTreeWidgetItemIterator(self)
        while (item := steps.value()) is not None:
            yield item
            steps += 1

    def _paint_counts(self) -> None:
        for item in self._items():
            item.setForeground(1, self._theme.colours.faint)
            item.setFont(1, small_figures(self.font()))


def _item(shelf: Shelf) -> QTreeWidgetItem:
    count = len(shelf.keys) if shelf.keys or not shelf.below else None
    item = QTreeWidgetItem([shelf.name, "" if count is None else str(count)])
    item.setData(0, _SHELF, shelf)
    told = shelf.name if count is None else f"{shelf.name}，{count} 个模板"
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.addChildren([_item(each) for each in shelf.below])
    return item


class _ShelfDelegate(QStyledItemDelegate):
    """A row, with the bar of its layer before the name."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        shelf = index.data(_SHELF)
        if isinstance(shelf, Shelf) and shelf.layer is not None:
            rect = option.rect  # type: ignore[attr-defined]
            top = rect.top() + (rect.height() - _BAR_HEIGHT) // 2
            colour = page_colours(self._theme.dark).layers[shelf.layer]
            painter.fillRect(rect.left(), top, _BAR, _BAR_HEIGHT, colour)
