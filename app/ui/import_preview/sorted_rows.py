"""A list of values that is kept up by difference, so that selection and place of a view survive every change."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""Under which a view gets the whole value."""
_NOWHERE = QModelIndex()


class Keyed(Protocol):
    """What has a key that no other row has, and by which rows are in order."""

    @property
    def key(self) -> tuple[int, ...]: ...
    @property
    def in_words(self) -> str: ...


R = TypeVar("R", bound=Keyed)


class SortedRows(QAbstractListModel, Generic[R]):
    """Rows in the order of their keys. The model is never reset."""

    def __init__(self, text: Callable[[R], str], parent: QObject | None = None) -> None:
        """`text` is what a row says."""
        super().__init__(parent)
        self._text = text
        self.rows: list[R] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row)
        return row.in_words if role == Qt.ItemDataRole.AccessibleTextRole else None

    def index_of(self, key: tuple[int, ...]) -> QModelIndex:
        """The index of the row with that key; an invalid one where there is none."""
        at = next((at for at, row in enumerate(self.rows) if row.key == key), None)
        return QModelIndex() if at is None else self.index(at)

    def show(self, rows: Sequence[R]) -> None:
        """Change the rows into others, which are in order, too."""
        wanted = {row.key for row in rows}
        self._drop(wanted)
        at = 0
        while at < len(rows):
            if at < len(self.rows) and self.rows[at].key == rows[at].key:
                self._renew(at, rows[at])
                at += 1
                continue
            stop = at
            there = self.rows[at].key if at < len(self.rows) else None
            while stop < len(rows) and rows[stop].key != there:
                stop += 1
            self.beginInsertRows(_NOWHERE, at, stop - 1)
            self.rows[at:at] = rows[at:stop]
            self.endInsertRows()
            at = stop

    def _drop(self, wanted: set[tuple[int, ...]]) -> None:
        """Take out the rows that are no longer wanted, from the end, as many at once as stand together."""
        stop = len(self.rows)
        while stop > 0:
            start = stop
            while start > 0 and self.rows[start - 1].key not in wanted:
                start -= 1
            if start < stop:
                self.beginRemoveRows(_NOWHERE, start, stop - 1)
                del self.rows[start:stop]
                self.endRemoveRows()
            stop = start - 1

    def _renew(self, at: int, row: R) -> None:
        if self.rows[at] != row:
            self.rows[at] = row
            index = self.index(at)
            self.dataChanged.emit(index, index)
