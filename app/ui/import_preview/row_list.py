"""The source as a list of pieces: labels open a menu, keys change roles, several rows at once."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from app.importing.pieces import Role
from app.ui.import_preview.role_actions import RoleActions
from app.ui.import_preview.row_delegate import ROW_HEIGHT, RowDelegate, chip_area, take_back_area
from app.ui.import_preview.rows import Key, Row
from app.ui.import_preview.sorted_rows import SortedRows
from app.ui.theme import Theme


class RowList(QListView):
    """Shows rows. `role_wanted` tells a role for the selected rows, `looked_at` that others are selected."""

    role_wanted = Signal(object)
    confirmed = Signal()
    let_go = Signal()
    looked_at = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: SortedRows[Row] = SortedRows(lambda row: f"{row.number}{row.text}", self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName("来源各段")
        self.keys = RoleActions(self, self._choose, self.confirmed.emit, self.let_go.emit)
        self.selectionModel().selectionChanged.connect(lambda *_: self.looked_at.emit())

    # What is shown and selected

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show others; what is at the top and what is selected stay, as far as these are there still."""
        top = self.indexAt(QPoint(0, 0)).row()
        anchor = self.rows.rows[top].key if top >= 0 else None
        hidden = self.verticalScrollBar().value() - top * ROW_HEIGHT
        current = self.current
        self.rows.show(rows)
        if anchor is not None:
            self.doItemsLayout()
            at = sum(row.key < anchor for row in rows)
            self.verticalScrollBar().setValue(at * ROW_HEIGHT + hidden)
        if current is not None and not self.selected:
            self._select_from(current.key)

    def _select_from(self, key: Key) -> None:
        """Select the row in which one that is no longer there began."""
        before = [row for row in self.rows.rows if row.key[:2] <= key[:2]]
        if before:
            self._select(self.rows.index(len(before) - 1))

    @property
    def selected(self) -> list[Row]:
        """The selected rows, in order."""
        return [self.rows.rows[at] for at in sorted(each.row() for each in self.selectedIndexes())]

    @property
    def current(self) -> Row | None:
        """The row with the focus."""
        at = self.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def go_to(self, key: Key) -> None:
        """Select the row with that key alone, in sight with what is around it."""
        index = self.rows.index_of(key)
        if index.isValid():
            self._select(index)
            seen = self.viewport().rect().adjusted(0, ROW_HEIGHT, 0, -ROW_HEIGHT)
            if not seen.contains(self.visualRect(index)):
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _select(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's call for another size: the row that is looked at stays in sight."""
        current = self.visualRect(self.currentIndex())
        was_seen = not current.isEmpty() and current.top() < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(self.currentIndex())

    # Menu, mouse and keys

    def menu(self) -> QMenu:
        """The roles for what is selected; it goes when it closes."""
        menu = QMenu(self)
        menu.setAccessibleName("这是什么")
        self.keys.fill(menu, [row for row in self.selected if not row.inserted])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _choose(self, role: Role) -> None:
        self.role_wanted.emit(role)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the label of a selected row leaves the selection, so that the menu is for all of it."""
        index = self.indexAt(event.position().toPoint())
        on_label = self._on_label(event, index)
        if on_label and self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers() or not index.isValid():
            return
        row, rect = self.rows.rows[index.row()], self.visualRect(index)
        if self._on_label(event, index):
            self._pop_up(chip_area(rect).bottomLeft())
        elif row.left_out and take_back_area(rect).contains(event.position().toPoint()):
            self._select(index)
            self.keys.refuse.trigger()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = self.rows.rows[index.row()] if index.isValid() else None
        links = row is not None and (
            self._on_label(event, index)
            or (row.left_out and take_back_area(self.visualRect(index)).contains(at))
        )
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if links else Qt.CursorShape.ArrowCursor)

    def _on_label(self, event: QMouseEvent, index: QModelIndex) -> bool:
        if not index.isValid() or self.rows.rows[index.row()].inserted:
            return False
        return chip_area(self.visualRect(index)).contains(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's call for the menu: at the mouse, or by its key at the row with the focus."""
        if not self.selected:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        current = self.visualRect(self.currentIndex())
        self._pop_up(chip_area(current).bottomLeft() if by_key else event.pos())

    def _pop_up(self, at: QPoint) -> None:
        self.menu().popup(self.viewport().mapToGlobal(at))

    def keyboardSearch(self, search: str) -> None:
        """Qt's call for a letter that is no key of ours: lists that are read are not searched by their first letter."""
