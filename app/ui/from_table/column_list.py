"""对应: for each column of the sheet the fact that it is for, matched by its name and changed by hand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from app.importing.sheets.sheet import Sheet
from app.jobs.table.matching import Match, matched
from app.jobs.table.targets import Target
from app.ui.pieces import label

_NOT_USED = "不用这一列"
_SAMPLE = 24
"""Characters of what stands beside the name of a column."""
_HEAD = ("表里的列", "写着", "填到")
_AT_ONCE = 8
"""Rows made in one turn of the window's loop."""


class _Combo(QComboBox):
    """A wheel that rolls over it scrolls the list instead of changing the choice."""

    def wheelEvent(self, event: object) -> None:
        if self.hasFocus():
            super().wheelEvent(event)  # type: ignore[arg-type]
        else:
            event.ignore()  # type: ignore[attr-defined]


class ColumnList(QWidget):
    """What the writer chose for a column stays while targets change; all others are matched anew. `changed` tells it.

    A sheet may have a hundred columns: the rows that show them are made a few at a time, while the window goes on.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._none = label("先选一张表。", "faint")
        self._grid.addWidget(self._none, 0, 0, 1, 4)
        self._head = [label(word, "faint", wrap=False) for word in _HEAD]
        for place, word in enumerate(self._head):
            self._grid.addWidget(word, 1, place)
        self._sheet: Sheet | None = None
        self._targets: tuple[Target, ...] = ()
        self._by_hand: dict[str, str] = {}
        self._chosen: dict[int, Match] = {}
        self._offered = QStandardItemModel(self)
        self.combos: list[QComboBox] = []
        self._signs: list[QLabel] = []
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._add_some)
        self.show_sheet(None)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show the columns of a sheet; `offer` is to follow."""
        self._sheet, self._targets, self._chosen, self.combos, self._signs = sheet, (), {}, [], []
        kept = (self._none, *self._head)
        for widget in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if widget not in kept:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._none.setVisible(sheet is None)
        for word in self._head:
            word.setVisible(sheet is not None)
        self._more.start()

    def _add_some(self) -> None:
        """Make rows for a few columns more."""
        names = self._sheet.columns if self._sheet is not None else ()
        rows = self._sheet.rows if self._sheet is not None else ()
        for at in range(len(self.combos), min(len(self.combos) + _AT_ONCE, len(names))):
            self._add(at, names[at], next(filter(None, (row.cells[at] for row in rows)), ""))
            self._show(at)
        if len(self.combos) < len(names):
            self._more.start()

    def _add(self, at: int, name: str, sample: str) -> None:
        line = " ".join(sample.split())
        cut = f"{line[:_SAMPLE]}…" if len(line) > _SAMPLE else line
        named, shown, combo, sign = QLabel(name), label(cut, "faint", wrap=False), _Combo(), QLabel()
        named.setTextFormat(Qt.TextFormat.PlainText)
        combo.setModel(self._offered)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.setAccessibleName(f"“{name}”这一列对应")
        combo.setMinimumWidth(200)
        combo.activated.connect(lambda _: self._choose(at))
        shown.setToolTip(sample)
        sign.setObjectName("warning")
        sign.setMinimumWidth(64)
        for place, widget in enumerate((named, shown, combo, sign)):
            self._grid.addWidget(widget, at + 2, place)
        self.combos.append(combo)
        self._signs.append(sign)

    def offer(self, targets: Sequence[Target]) -> None:
        """Let columns go to these."""
        if self._sheet is None or tuple(targets) == self._targets:
            return
        self._targets = tuple(targets)
        # One list for all of them.
        self._offered = QStandardItemModel(self)
        for name, key in ((_NOT_USED, ""), *((target.name, target.key) for target in self._targets)):
            item = QStandardItem(name)
            item.setData(key, Qt.ItemDataRole.UserRole)
            self._offered.appendRow(item)
        for combo in self.combos:
            with QSignalBlocker(combo):
                combo.setModel(self._offered)
        self._match()

    def _choose(self, at: int) -> None:
        if self._sheet is not None:
            self._by_hand[self._sheet.columns[at]] = str(self.combos[at].currentData() or "")
            self._match()
            self.changed.emit()

    def _match(self) -> None:
        """Choose for every column: by hand where the writer did, else by its name."""
        if self._sheet is None:
            return
        names = self._sheet.columns
        keys = {target.key: target for target in self._targets}
        by_hand = {
            at: self._by_hand[name]
            for at, name in enumerate(names)
            if self._by_hand.get(name, None) in ("", *keys)
        }
        taken = {keys[key].whole for key in by_hand.values() if key}
        left = [target for target in self._targets if target.whole not in taken]
        found = matched([name if at not in by_hand else "" for at, name in enumerate(names)], left)
        said = {at: Match(keys[key], sure=True) for at, key in by_hand.items() if key}
        self._chosen = dict(sorted({**found, **said}.items()))
        for at in range(len(self.combos)):
            self._show(at)

    def _show(self, at: int) -> None:
        match, combo = self._chosen.get(at), self.combos[at]
        with QSignalBlocker(combo):
            combo.setCurrentIndex(max(0, combo.findData(match.target.key if match else "")))
        guessed = match is not None and not match.sure
        self._signs[at].setText("猜的" if guessed else "")
        combo.setAccessibleDescription("按列名猜的，请看一眼" if guessed else "")

    def columns(self) -> Mapping[int, Target]:
        """Where each column goes that is used, by its place."""
        return {at: match.target for at, match in self._chosen.items()}

    @property
    def guessed(self) -> int:
        """How many columns are only guessed."""
        return sum(not match.sure for match in self._chosen.values())
