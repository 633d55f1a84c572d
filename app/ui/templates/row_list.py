"""The list of the 模板库: templates with what they are for, whose they are, and where what was looked for stands."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from app.ui.templates.entries import Entry
from app.ui.templates.row_delegate import ROW_ROLE, RowDelegate
from app.ui.templates.rows import Row
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowModel(QAbstractListModel):
    """The rows in the order in which they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.entry.name
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.told
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.entry.name}\n{row.entry.template.approach}" if row.entry.template else row.below
        return None


class RowList(QListView):
    """`chosen` tells the entry that is looked at, None where there is none."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("节模板")
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.entry))

    @property
    def entry(self) -> Entry | None:
        """The entry that is looked at."""
        row = self.currentIndex().row()
        return self.rows.rows[row].entry if 0 <= row < self.rows.rowCount() else None

    def show_rows(self, rows: Sequence[Row], wanted: str = "") -> None:
        """Show these; the entry of that key, else the one looked at before, else the first is looked at."""
        before = self.entry
        self.selectionModel().blockSignals(True)
        self.rows.show_rows(rows)
        self.selectionModel().blockSignals(False)
        keys = [row.entry.key for row in rows]
        key = next((each for each in (wanted, before.key if before else "") if each in keys), None)
        self.setCurrentIndex(self.rows.index(keys.index(key) if key else 0))
        if not rows:
            self.chosen.emit(None)

    def step(self, count: int) -> None:
        """Go some rows down, or up."""
        row = min(max(self.currentIndex().row() + count, 0), self.rows.rowCount() - 1)
        self.setCurrentIndex(self.rows.index(row))
