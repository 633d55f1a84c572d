"""What a writer made, by kind, with a box before each."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from app.templating.own.kinds import OwnKind
from app.templating.packs.things import Thing

_THING = Qt.ItemDataRole.UserRole
_ROW = QSize(0, 30)


class ThingsTree(QTreeWidget):
    """Space ticks and unticks, a kind with all of its things. `ticked` tells that others are."""

    ticked = Signal()

    def __init__(self, things: Iterable[Thing], chosen: Collection[tuple[OwnKind, str]]) -> None:
        """`chosen` are the keys, kind and ID, of those that are ticked at first."""
        super().__init__()
        self.setObjectName("shelves")
        self.setHeaderHidden(True)
        self.setAccessibleName("要导出的")
        groups: dict[str, QTreeWidgetItem] = {}
        for thing in things:
            group = groups.get(thing.kind.word) or self._group(thing.kind.word)
            groups[thing.kind.word] = group
            row = QTreeWidgetItem(group, [thing.name])
            row.setData(0, _THING, thing)
            row.setSizeHint(0, _ROW)
            ticked = (thing.kind, thing.id) in chosen
            row.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.expandAll()
        self.itemChanged.connect(lambda *_: self.ticked.emit())
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _group(self, word: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self, [word])
        group.setSizeHint(0, _ROW)
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        return group

    @property
    def chosen(self) -> tuple[Thing, ...]:
        """Those that are ticked."""
        groups = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        rows = [group.child(at) for group in groups if group for at in range(group.childCount())]
        return tuple(row.data(0, _THING) for row in rows if row.checkState(0) is Qt.CheckState.Checked)
