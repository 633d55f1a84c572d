"""The tree at the left: follows the cursor, shows to a level, keeps what the writer folded."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QMenu, QWidget

from app.core.kinds import Status
from app.ui.outline.branch_model import BranchModel
from app.ui.outline.delegate import RENAME_BOX, OutlineDelegate, times_area
from app.ui.outline.draggable_tree import DraggableTree
from app.ui.outline.model import Index
from app.ui.outline.painting import paint_angle, paint_layer
from app.ui.outline.rows import Key
from app.ui.theme import Theme

LEVELS: tuple[tuple[str, int], ...] = (("一级", 1), ("二级", 2), ("三级", 3), ("四级", 4), ("要点", 5))
"""Names of the levels to which the outline can be shown, with their rank."""

_INDENT = 18


class OutlineView(DraggableTree):
    """Shows a `BranchModel`. `went_to` tells the block of a row that was clicked or entered."""

    went_to = Signal(int)
    status_wanted = Signal(int, object)
    """Block of a row whose dot was clicked, and the status that was chosen (None: none)."""
    menu_wanted = Signal(QPoint)
    """The menu of the row at the cursor, or of the selected ones, at a place of the screen."""
    delete_wanted = Signal()
    box_closed = Signal()
    """The box in which a heading was written anew is gone."""

    def __init__(self, model: BranchModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, parent)
        self._level = LEVELS[-1][1]
        self._place = QPersistentModelIndex()
        self._delegate = OutlineDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName("提纲")
        # Rows are tinted whole in drawRow; Qt would tint the part before a selected row once more.
        self.setStyleSheet("QTreeView { show-decoration-selected: 0; }")
        model.rowsInserted.connect(self._open_new)
        model.rowsMoved.connect(self._open_moved)
        model.times_changed.connect(self._show_times)
        self.expanded.connect(lambda _: self.viewport().update())
        self.collapsed.connect(lambda _: self.viewport().update())

    def _show_times(self) -> None:
        """Paint what may be another number of minutes by now, and no more: rows that say none stay as they are."""
        self.viewport().update(times_area(self.viewport().rect()))

    # Folding

    @property
    def level(self) -> int:
        """The rank to which the outline is shown."""
        return self._level

    def show_to_level(self, level: int) -> None:
        """Unfold what has rows up to a rank below it, fold the rest."""
        self._level = level
        self._unfold(QModelIndex())
        if self._place.isValid():
            self.scrollTo(self.place())

    def _unfold(self, parent: QModelIndex) -> None:
        for at in range(self._outline.rowCount(parent)):
            index = self._outline.index(at, 0, parent)
            self._open_to_level(index)
            self._unfold(index)

    def _open_new(self, parent: QModelIndex, first: int, last: int) -> None:
        """A row that got its first rows below it is open when these are within the level."""
        if parent.isValid() and self._outline.rowCount(parent) == last - first + 1:
            self._open_to_level(parent)

    def _open_moved(self, _: QModelIndex, first: int, last: int, parent: QModelIndex) -> None:
        """A row to which its first rows below it were moved is open as well: a promoted heading hides nothing."""
        self._open_new(parent, first, last)
        self.viewport().update()

    def _open_to_level(self, index: QModelIndex) -> None:
        below = (self._outline.index(at, 0, index) for at in range(self._outline.rowCount(index)))
        ranks = [row.rank for each in below if (row := self._outline.row_at(each)) is not None]
        self.setExpanded(index, bool(ranks) and min(ranks) <= self._level)

    # The current place

    def set_place(self, block: int) -> None:
        """Mark the row in which a block stands; the view follows when it is out of sight."""
        if not self.hasFocus() and self.selected_keys():
            self.clearSelection()
        place = QPersistentModelIndex(self._outline.index_at_block(block))
        if place == self._place:
            return
        self._place = place
        shown = self.place()
        if shown.isValid():
            self.scrollTo(shown, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def place(self) -> QModelIndex:
        """The marked row, or the nearest above it that is not folded away."""
        index = shown = QModelIndex(self._place)  # type: ignore[call-overload]
        while index.parent().isValid():
            index = index.parent()
            if not self.isExpanded(index):
                shown = index
        return shown

    # Painting

    def drawRow(self, painter: QPainter, option: object, index: Index) -> None:
        rect = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())  # type: ignore[attr-defined]
        colours = self._theme.colours
        several = len(self.selectionModel().selectedIndexes()) > 1
        if several and self.selectionModel().isSelected(QModelIndex(index)):  # type: ignore[call-overload]
            painter.fillRect(rect, colours.selection)
        elif QModelIndex(index) == self.place():  # type: ignore[call-overload]
            painter.fillRect(rect, colours.place)
        elif rect.contains(self.viewport().mapFromGlobal(self.cursor().pos())) and self.underMouse():
            painter.fillRect(rect, colours.hover)
        row = self._outline.row_at(index)
        if row is not None and row.begins_layer and row.layer is not None:
            paint_layer(painter, rect, row.layer, self._theme.dark)
        super().drawRow(painter, option, index)  # type: ignore[arg-type]
        if self.hasFocus() and QModelIndex(index) == self.currentIndex():  # type: ignore[call-overload]
            painter.setPen(colours.faint)
            painter.drawRoundedRect(rect.adjusted(4, 1, -5, -2), 4, 4)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A small angle before rows with others below them."""
        if not self._outline.rowCount(index):
            return
        is_open = self.isExpanded(QModelIndex(index))  # type: ignore[call-overload]
        paint_angle(painter, rect, self._theme.colours.disabled, is_open=is_open)

    # Several rows

    def selected_keys(self) -> list[Key]:
        """The rows that are selected, where these are several; else the cursor in the text says which is meant."""
        indexes = self.selectionModel().selectedIndexes()
        keys = [row.key for index in indexes if (row := self._outline.row_at(index)) is not None]
        return keys if len(keys) > 1 else []

    def rename(self) -> None:
        """Let the heading of the marked row be written anew in its place; what it is folded away in is unfolded."""
        index = self.currentIndex() if self.hasFocus() else QModelIndex(self._place)  # type: ignore[call-overload]
        if index.isValid() and not self._outline.read_only:
            self.scrollTo(index)
            self.setCurrentIndex(index)
            self.setFocus()
            self.edit(index)

    def take_name(self) -> None:
        """Take in a heading that is being written anew; its box goes."""
        box = self.viewport().findChild(QLineEdit, RENAME_BOX)
        if isinstance(box, QLineEdit) and self.state() == QAbstractItemView.State.EditingState:
            self.commitData(box)
            self.closeEditor(box, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Qt's call when the box goes."""
        super().closeEditor(editor, hint)
        self.box_closed.emit()

    # Mouse and keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's call: keys go on from the row in which the writer is, from the first where he is in none."""
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        if event.reason() not in (
            reasons.TabFocusReason,
            reasons.BacktabFocusReason,
            reasons.ShortcutFocusReason,
        ):
            return
        shown = self.place()
        at = shown if shown.isValid() else self._outline.index(0, 0, QModelIndex())
        if not self.selected_keys():
            self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self.state() == QAbstractItemView.State.DraggingState
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if not plain or dragged or not self.visualRect(index).contains(at):
            return
        row = self._outline.row_at(index)
        if row is not None and self._delegate.dot_area(self.visualRect(index), row).contains(at):
            self._choose_status(index)
        else:
            self._go_to(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_editing():
            self._go_to(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and not self._is_editing():
            self.delete_wanted.emit()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before and not self.selected_keys():
                self._go_to(self.currentIndex(), stay=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's call for the menu: of the row under the mouse, or of all that are selected."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        if not self.selected_keys() or not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
            self._go_to(index, stay=True)
        at = self.visualRect(index).bottomLeft() if by_key else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _go_to(self, index: QModelIndex, stay: bool = False) -> None:
        """Tell the row's block; `stay` keeps the keys here."""
        row = self._outline.row_at(index)
        if row is not None:
            self.went_to.emit(row.index)
            if stay:
                self.setFocus()

    def _choose_status(self, index: QModelIndex) -> None:
        row = self._outline.row_at(index)
        if row is None or self._outline.read_only:
            return
        menu = QMenu(self)
        for status in (*Status, None):
            action = QAction(status.value if status else "不标", menu, checkable=True)
            action.setChecked(row.status is status)
            action.triggered.connect(
                lambda _=False, status=status: self.status_wanted.emit(row.index, status)
            )
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(
            self.viewport().mapToGlobal(self._delegate.dot_area(self.visualRect(index), row).bottomLeft())
        )
