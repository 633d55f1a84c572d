"""The outline as a Qt model that is kept up by difference.

`show` takes a new outline and changes only what differs: rows are known by their block's id, so that
selection, folding and scroll of a view survive typing. The model is never reset.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.lang.speaking import SpeakingTime, format_minutes
from app.ui.outline.rows import Key, Row, Tree

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""Under which a view gets the whole `Row`."""
TIME_ROLE = ROW_ROLE + 1
"""Under which it gets how long that takes to speak with all below it; None while nobody has told."""


@dataclass(eq=False)
class _Item:
    serial: int
    row: Row | None
    parent: "_Item | None" = None
    children: "list[_Item]" = field(default_factory=list)

    def below(self) -> "Iterator[_Item]":
        """All that stand below it."""
        for child in self.children:
            yield child
            yield from child.below()


class OutlineModel(QAbstractItemModel):
    """Rows of an outline; one column."""

    times_changed = Signal()
    """How long rows take to speak, which changes nothing else of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serials = count(1)
        self._root = _Item(0, None)
        self._items: dict[int, _Item] = {0: self._root}
        self._by_key: dict[Key, _Item] = {}
        self._shown = Tree()
        self._times: Mapping[Key, SpeakingTime] = {}

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._item(parent).children[row].serial)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        item = self._item(index)
        return self._index_of(item.parent) if item.parent is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._item(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._item(index).row if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number}{row.text}"
        if role == ROW_ROLE:
            return row
        if role == TIME_ROLE:
            return self._times.get(row.key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.number}{row.text}\n{' · '.join(self._facts(row))}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.number}{row.text}，{'，'.join(self._facts(row))}"
        return None

    def _facts(self, row: Row) -> Iterator[str]:
        """What is told of a row beside its text."""
        yield f"{row.characters:,} 字"
        time = self._times.get(row.key)
        if time is not None and time.seconds:
            yield format_minutes(time)
        if row.layer:
            yield f"层：{row.layer.value}"
        if row.status:
            yield row.status.value
        if row.target:
            yield f"目标 {row.target:,} 字"
        if row.fault:
            yield row.fault

    # What the window asks

    def row_at(self, index: Index) -> Row | None:
        """The row of an index."""
        return self._item(index).row if index.isValid() else None

    def index_of(self, key: Key) -> QModelIndex:
        """The index of the row with that key; an invalid one where there is none."""
        item = self._by_key.get(key)
        return self._index_of(item) if item is not None else QModelIndex()

    def index_at_block(self, block: int) -> QModelIndex:
        """The index of the last row that begins at or before a block."""
        found: _Item | None = None
        for item in self._root.below():
            assert item.row is not None
            if item.row.index > block:
                break
            found = item
        return self._index_of(found) if found is not None else QModelIndex()

    def rows(self) -> Iterator[Row]:
        """All rows in reading order."""
        return (item.row for item in self._root.below() if item.row is not None)

    def show_times(self, times: Mapping[Key, SpeakingTime]) -> None:
        """Tell of each row how long it takes to speak."""
        if times != self._times:
            self._times = times
            self.times_changed.emit()

    def show(self, tree: Tree) -> None:
        """Change the rows into those of a new outline."""
        before, self._shown = self._shown, tree
        if tree.nodes is before.nodes and tree.parents is before.parents:
            for row, old in zip(tree.rows, before.rows, strict=True):
                if row is not old:
                    self._renew(self._by_key[row.key], row)
            return
        wanted: dict[Key | None, list[Row]] = {None: []}
        for row, parent in zip(tree.rows, tree.parents, strict=True):
            wanted[row.key] = []
            wanted[None if parent is None else tree.rows[parent].key].append(row)
        self._drop(self._root, wanted)
        self._arrange(self._root, wanted)
        self._drop(self._root, wanted)

    # How the difference is carried out

    def _drop(self, item: _Item, wanted: dict[Key | None, list[Row]]) -> None:
        """Take out the rows that are no longer wanted and have nothing below them that is."""
        at = len(item.children)
        while at > 0:
            stop = at
            while at > 0 and not _lives(item.children[at - 1], wanted):
                at -= 1
            if at < stop:
                self._remove(item, at, stop)
            else:
                at -= 1
                self._drop(item.children[at], wanted)

    def _arrange(self, item: _Item, wanted: dict[Key | None, list[Row]]) -> None:
        """Bring the wanted rows below an item, in order, from wherever they are; then the same below them.

        Ancestors of `item` stand in their final places already, so that no row is moved into itself.
        """
        rows = wanted[item.row.key if item.row else None]
        stay = {row.key for row in rows}
        for at, row in enumerate(rows):
            known = self._by_key.get(row.key)
            self._clear_way(item, at, known, stay)
            if known is None:
                self._insert(item, at, row)
            else:
                if at >= len(item.children) or item.children[at] is not known:
                    self._move(known, item, at)
                self._renew(known, row)
        for child in item.children:
            if child.row is not None and child.row.key in wanted:
                self._arrange(child, wanted)

    def _clear_way(self, item: _Item, at: int, known: _Item | None, stay: set[Key]) -> None:
        """Put to the end what stands at a place before the one row that belongs there: one move, not one a row."""
        there = item.children[at : at + 2]
        if not there or there[0] is known:
            return
        stays = there[0].row is not None and there[0].row.key in stay
        if (not stays or there[-1] is known) and at + 1 < len(item.children):
            self._move(there[0], item, len(item.children))

    def _insert(self, parent: _Item, at: int, row: Row) -> None:
        item = _Item(next(self._serials), row, parent)
        self.beginInsertRows(self._index_of(parent), at, at)
        parent.children.insert(at, item)
        self._items[item.serial] = self._by_key[row.key] = item
        self.endInsertRows()

    def _move(self, item: _Item, parent: _Item, at: int) -> None:
        """Put an item before the child `at` of a parent, as they are numbered before it goes."""
        old = item.parent
        assert old is not None
        start = old.children.index(item)
        self.beginMoveRows(self._index_of(old), start, start, self._index_of(parent), at)
        old.children.pop(start)
        parent.children.insert(at - (old is parent and start < at), item)
        item.parent = parent
        self.endMoveRows()

    def _remove(self, parent: _Item, start: int, stop: int) -> None:
        self.beginRemoveRows(self._index_of(parent), start, stop - 1)
        for item in parent.children[start:stop]:
            for gone in (item, *item.below()):
                del self._items[gone.serial]
                if gone.row is not None and self._by_key.get(gone.row.key) is gone:
                    del self._by_key[gone.row.key]
        del parent.children[start:stop]
        self.endRemoveRows()

    def _renew(self, item: _Item, row: Row) -> None:
        if item.row != row:
            item.row = row
            index = self._index_of(item)
            self.dataChanged.emit(index, index)

    def _item(self, index: Index) -> _Item:
        return self._items[index.internalId()] if index.isValid() else self._root

    def _index_of(self, item: _Item) -> QModelIndex:
        if item.parent is None:
            return QModelIndex()
        return self.createIndex(item.parent.children.index(item), 0, item.serial)


def _lives(item: _Item, wanted: dict[Key | None, list[Row]]) -> bool:
    return any(each.row is not None and each.row.key in wanted for each in (item, *item.below()))
