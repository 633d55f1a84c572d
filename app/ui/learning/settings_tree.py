"""The settings of a sample as a tree: a group a kind, each setting with a tick that takes it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.importing.layout.findings import Key, Sureness
from app.ui.learning.rows import Row
from app.ui.outline.painting import paint_angle
from app.ui.templates.shelf_tree import Index
from app.ui.theme import Theme

_COLUMNS = ("设置", "样稿", "标准", "把握", "出处")
_NAME, _VALUE, _STANDARD, _SURE, _PLACE = range(5)
_WIDTHS = (176, 124, 124, 84)
_ROW = Qt.ItemDataRole.UserRole
_HEIGHT = 28


class SettingsTree(QTreeWidget):
    """`taken_changed` tells that other settings are taken, `looked_at` the row that is looked at, None for a group."""

    taken_changed = Signal()
    looked_at = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taken: set[Key] = set()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.taken_changed)
        self.setObjectName("shelves")
        self.setAccessibleName("样稿里学到的设置")
        self.setHeaderLabels(_COLUMNS)
        self.setIndentation(18)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        self.itemChanged.connect(self._take)
        self.currentItemChanged.connect(lambda *_: self.looked_at.emit(self.row))
        theme.changed.connect(lambda _: self._colour())

    @property
    def row(self) -> Row | None:
        """The setting that is looked at; None for a group."""
        item = self.currentItem()
        return item.data(_NAME, _ROW) if item is not None else None

    @property
    def taken(self) -> frozenset[Key]:
        """The settings that are ticked, those that are not shown too."""
        return frozenset(self._taken)

    def take(self, keys: Iterable[Key]) -> None:
        """Take these settings and no others; to be called before any are shown."""
        self._taken = set(keys)

    def show_groups(self, groups: Iterable[tuple[str, tuple[Row, ...]]]) -> None:
        """Show these rows; the one that is looked at stays, where it is among them."""
        before = self.row
        self.blockSignals(True)
        self.clear()
        for name, rows in groups:
            self.addTopLevelItem(self._group(name, rows))
        self.expandAll()
        self._colour()
        self.blockSignals(False)
        found = next((each for each in self._items() if before and each.data(_NAME, _ROW) == before), None)
        first = next((each for each in self._items() if each.parent() is not None), None)
        if (item := found or first) is not None:
            self.setCurrentItem(item)
        self.looked_at.emit(self.row)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Qt's call to paint what stands before a row."""
        if index.model().hasChildren(index):
            paint_angle(painter, rect, self._theme.colours.faint, is_open=self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, in whatever column the row was clicked."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                ticked = item.checkState(_NAME) is Qt.CheckState.Checked
                item.setCheckState(_NAME, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
            return
        super().keyPressEvent(event)

    def _group(self, name: str, rows: tuple[Row, ...]) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name])
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(_NAME, font)
        item.setSizeHint(_NAME, QSize(0, _HEIGHT))
        item.addChildren([self._setting(row) for row in rows])
        if any(row.can_be_taken for row in rows):
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        return item

    def _setting(self, row: Row) -> QTreeWidgetItem:
        item = QTreeWidgetItem([row.name, row.value, row.standard, row.sureness, row.place])
        item.setData(_NAME, _ROW, row)
        item.setData(_NAME, Qt.ItemDataRole.AccessibleTextRole, row.spoken)
        item.setSizeHint(_NAME, QSize(0, _HEIGHT))
        for column in (_VALUE, _STANDARD, _PLACE):
            item.setToolTip(column, item.text(column))
        if row.can_be_taken:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = row.key in self._taken
            item.setCheckState(_NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        else:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        return item

    def _take(self, item: QTreeWidgetItem, column: int) -> None:
        row = item.data(_NAME, _ROW)
        if column != _NAME or not isinstance(row, Row) or not row.can_be_taken:
            return
        if item.checkState(_NAME) is Qt.CheckState.Checked:
            self._taken.add(row.key)
        else:
            self._taken.discard(row.key)
        self._later.start()

    def _colour(self) -> None:
        """What differs stands out, what is doubtful warns, what the sample does not show is faint."""
        colours = self._theme.colours
        was_blocked = self.blockSignals(True)
        for item in self._items():
            row = item.data(_NAME, _ROW)
            if not isinstance(row, Row):
                continue
            plain = colours.text if row.finding is not None else colours.faint
            item.setForeground(_NAME, plain)
            item.setForeground(_VALUE, plain)
            item.setForeground(_STANDARD, colours.faint)
            item.setForeground(_PLACE, colours.faint)
            doubtful = row.finding is not None and row.finding.sureness is Sureness.MIXED
            item.setForeground(_SURE, colours.warning if doubtful else colours.faint)
            font = QFont(self.font())
            font.setBold(row.can_be_taken and row.differs)
            item.setFont(_VALUE, font)
        self.blockSignals(was_blocked)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.topLevelItemCount()):
            group = self.topLevelItem(at)
            if group is not None:
                yield group
                yield from (group.child(place) for place in range(group.childCount()))
