"""对应: for each column of the sheet the fact that it is for, matched by its name and changed by hand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from app.importing.sheets.sheet import Sheet
from app.jobs.table.matching import Match, matched
from app.jobs.table.targets import Target
from app.ui.pieces import label

_NOT_USED = "不用这一列"
_SAMPLE = 24
"""Characters of what stands below the name of a column."""


class _Combo(QComboBox):
    """A wheel that rolls over it scrolls the list instead of changing the choice."""

    def wheelEvent(self, event: object) -> None:
        if self.hasFocus():
            super().wheelEvent(event)  # type: ignore[arg-type]
        else:
            event.ignore()  # type: ignore[attr-defined]


class ColumnList(QWidget):
    """What the writer chose for a column stays while targets change; all others are matched anew. `changed` tells it."""

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
        self._sheet: Sheet | None = None
        self._targets: tuple[Target, ...] = ()
        self._by_hand: dict[str, str] = {}
        self.combos: list[QComboBox] = []
        self._signs: list[QLabel] = []

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show the columns of a sheet; `offer` is to follow."""
        self._sheet, self._targets, self.combos, self._signs = sheet, (), [], []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._none:
                widget.hide()
                widget.deleteLater()
        self._none.setVisible(sheet is None)
        for at, name in enumerate(sheet.columns if sheet else ()):
            self._add(at, name, next(filter(None, (row.cells[at] for row in sheet.rows)), ""))  # type: ignore[union-attr]

    def _add(self, at: int, name: str, sample: str) -> None:
        line = " ".join(sample.split())
        cut = f"{line[:_SAMPLE]}…" if len(line) > _SAMPLE else line
        named, shown, combo, sign = QLabel(name), label(cut, "faint", wrap=False), _Combo(), QLabel()
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.setAccessibleName(f"“{name}”这一列对应")
        combo.setMinimumWidth(200)
        combo.activated.connect(lambda _: self._choose(at))
        named.setBuddy(combo)
        shown.setToolTip(sample)
        sign.setObjectName("warning")
        sign.setMinimumWidth(64)
        for place, widget in enumerate((named, shown, combo, sign)):
            self._grid.addWidget(widget, at, place)
        self.combos.append(combo)
        self._signs.append(sign)

    def offer(self, targets: Sequence[Target]) -> None:
        """Let columns go to these."""
        if self._sheet is None or tuple(targets) == self._targets:
            return
        self._targets = tuple(targets)
        for combo in self.combos:
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItem(_NOT_USED, "")
                for target in self._targets:
                    combo.addItem(target.name, target.key)
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
        for at, combo in enumerate(self.combos):
            self._show(at, combo, by_hand.get(at), found.get(at))

    def _show(self, at: int, combo: QComboBox, chosen: str | None, match: Match | None) -> None:
        key = chosen if chosen is not None else match.target.key if match else ""
        with QSignalBlocker(combo):
            combo.setCurrentIndex(max(0, combo.findData(key)))
        guessed = chosen is None and match is not None and not match.sure
        self._signs[at].setText("猜的" if guessed else "")
        combo.setAccessibleDescription("按列名猜的，请看一眼" if guessed else "")

    def columns(self) -> Mapping[int, Target]:
        """Where each column goes that is used, by its place."""
        keys = {target.key: target for target in self._targets}
        chosen = ((at, str(combo.currentData() or "")) for at, combo in enumerate(self.combos))
        return {at: keys[key] for at, key in chosen if key}

    @property
    def guessed(self) -> int:
        """How many columns are only guessed."""
        return sum(bool(sign.text()) for sign in self._signs)
