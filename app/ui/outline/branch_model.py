"""The outline as a model in which branches are dragged and headings renamed. It changes no draft itself: it asks."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from app.core.branches import Landing, landing
from app.core.outline import Node
from app.ui.outline.model import Index, OutlineModel
from app.ui.outline.rows import Key, Tree

BRANCHES_TYPE = "application/x-siceng-branches"


class BranchModel(OutlineModel):
    """Rows that can be dragged to where `landing` lets them stand, and renamed in place."""

    drop_wanted = Signal(object, object, int)
    """Keys of the rows that were dropped, key of the parent (None: the top), row there (−1: onto the parent)."""
    rename_wanted = Signal(object, str)
    """Key of a row, and the words it is to have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.read_only = False
        self._tree = Tree()
        self._nodes: dict[Key, Node] = {}

    def show(self, tree: Tree) -> None:
        """Change the rows into those of a new outline."""
        self._tree = tree
        self._nodes = {row.key: node for row, node in zip(tree.rows, tree.nodes, strict=True)}
        super().show(tree)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.read_only:
            return flags
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        return (
            flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is not None and role == Qt.ItemDataRole.EditRole:
            return row.text
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if row is None or role != Qt.ItemDataRole.EditRole or self.read_only:
            return False
        text = str(value).strip()
        if text and text != row.text:
            self.rename_wanted.emit(row.key, text)
        return True

    # Dragging

    def mimeTypes(self) -> list[str]:
        return [BRANCHES_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        keys = [row.key for index in indexes if (row := self.row_at(index)) is not None]
        data = QMimeData()
        data.setData(BRANCHES_TYPE, json.dumps(keys).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def landing(self, data: QMimeData, row: int, parent: Index) -> Landing | None:
        """Where what is dragged would come to stand; None where it cannot."""
        moved = [self._nodes[key] for key in _keys(data) if key in self._nodes]
        if self.read_only or not moved:
            return None
        above = self.row_at(parent)
        node = self._nodes[above.key] if above is not None else None
        return landing(self._tree.draft, self._tree.nodes, moved, node, row)

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return action == Qt.DropAction.MoveAction and self.landing(data, row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        above = self.row_at(parent)
        self.drop_wanted.emit(_keys(data), above.key if above is not None else None, row)
        return True


def _keys(data: QMimeData) -> list[Key]:
    """The keys that were dragged; none where another program sent something under the same name."""
    if not data.hasFormat(BRANCHES_TYPE):
        return []
    try:
        found = json.loads(bytes(data.data(BRANCHES_TYPE).data()))
        return [(str(block), bool(section)) for block, section in found]
    except (ValueError, TypeError):
        return []
