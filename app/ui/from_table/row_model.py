"""The rows of a sheet as a table: which are to be made, and which have a fault."""

from collections.abc import Container, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.importing.sheets.sheet import Row, Sheet
from app.jobs.table.answering import Fault

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_SHOWN = 60
"""Characters of a cell."""


class RowModel(QAbstractTableModel):
    """First the row's number with its tick, then its cells. `ticked` tells that other rows are wanted."""

    ticked = Signal()

    def __init__(self, warning: QColor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._warning = warning
        self._names: tuple[str, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._left_out: set[int] = set()
        self._faults: Mapping[int, tuple[Fault, ...]] = {}

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show the rows of a sheet, all of them wanted; None shows nothing."""
        self.beginResetModel()
        self._names, self._rows = (sheet.columns, sheet.rows) if sheet is not None else ((), ())
        self._left_out, self._faults = set(), {}
        self.endResetModel()

    def show_faults(self, faults: Mapping[int, tuple[Fault, ...]]) -> None:
        """Mark the cells that cannot be read; `faults` by the rows' numbers."""
        if faults == self._faults:
            return
        self._faults = faults
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._names))
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def wanted(self) -> frozenset[int] | None:
        """The numbers of the rows that are ticked; None where all are."""
        if not self._left_out:
            return None
        return frozenset(row.number for row in self._rows if row.number not in self._left_out)

    def row_at(self, index: Index) -> Row | None:
        """The row of an index; None where there is none."""
        return self._rows[index.row()] if index.isValid() else None

    def turn(self, index: QModelIndex) -> None:
        """Tick the row of an index, or take its tick away."""
        first = index.siblingAtColumn(0)
        ticked = first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self.setData(
            first,
            Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked,
            Qt.ItemDataRole.CheckStateRole,
        )

    def tick_rest(self, made: Container[int]) -> None:
        """Leave out the rows that are made already, by their numbers."""
        self._left_out |= {row.number for row in self._rows if row.number in made}
        self._tell_ticks()

    def tick_all(self, wanted: bool) -> None:
        """Tick every row, or none."""
        self._left_out = set() if wanted else {row.number for row in self._rows}
        self._tell_ticks()

    def _tell_ticks(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.ticked.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self._names else len(self._names) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and not index.column() else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return ("行", *self._names)[section] if 0 <= section <= len(self._names) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and not column:
            return Qt.CheckState.Unchecked if row.number in self._left_out else Qt.CheckState.Checked
        text = row.cells[column - 1] if column else self._number(row)
        if role == Qt.ItemDataRole.DisplayRole:
            line = " ".join(text.split())
            return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"
        wrong = self._wrong(row, column)
        if role == Qt.ItemDataRole.ForegroundRole and wrong:
            return self._warning
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrong or text
        return f"{text}　{wrong}" if role == Qt.ItemDataRole.AccessibleTextRole and wrong else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.column():
            return False
        number = self._rows[index.row()].number
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left_out.discard(number)
        else:
            self._left_out.add(number)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def _number(self, row: Row) -> str:
        """The row's number, and in words, for colour alone does not say it, whether it has a fault."""
        return f"{row.number} 有误" if row.number in self._faults else str(row.number)

    def _wrong(self, row: Row, column: int) -> str:
        """What is wrong in a cell, in the row's number for the row; empty for nothing."""
        faults = self._faults.get(row.number, ())
        if column:
            faults = tuple(fault for fault in faults if fault.column == self._names[column - 1])
        return "\n".join(f"{fault.what}{fault.remedy}" for fault in faults)
