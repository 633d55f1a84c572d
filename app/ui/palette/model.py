"""The results that fit what was typed, as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.palette.results import Result

Index = QModelIndex | QPersistentModelIndex
RESULT_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class ResultModel(QAbstractListModel):
    """Results in the order in which they are shown; those that cannot be run now cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: Sequence[Result] = ()

    def show_results(self, results: Sequence[Result]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._results = results
        self.endResetModel()

    def first(self, row: int = 0, step: int = 1) -> QModelIndex:
        """The next result that can be run, from a row on, round the end; an invalid index for none."""
        count = len(self._results)
        rows = [(row + at * step) % count for at in range(count)] if count else []
        found = next((each for each in rows if self._results[each].enabled), None)
        return QModelIndex() if found is None else self.index(found)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        result = self._results[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return result.name
        if role == RESULT_ROLE:
            return result
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in (result.name, result.where, result.keys) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self._results[index.row()].enabled:
            return Qt.ItemFlag.ItemNeverHasChildren
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
