"""What a pack brings, a row each, with what is to become of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.templating.own.kinds import OwnKind
from app.templating.packs.brought import Brought
from app.templating.packs.taking import Choice
from app.ui.packs.words import said_of, short_deed


class BroughtList(QListWidget):
    """`looked_at` tells that another row is current."""

    looked_at = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[Brought] = ()
        self.setAccessibleName("包里的内容")
        self.currentRowChanged.connect(lambda _: self.looked_at.emit())

    def show_items(self, items: Sequence[Brought], choices: Mapping[tuple[OwnKind, str], Choice]) -> None:
        """Show these, with what was chosen for each by its key; the first is looked at."""
        self._items = items
        self.clear()
        for item in items:
            row = QListWidgetItem(self)
            row.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + 14))
            self._tell(row, item, choices[item.key])
        self.setCurrentRow(0)

    def show_choices(self, choices: Mapping[tuple[OwnKind, str], Choice]) -> None:
        """Show what is chosen now."""
        for at, item in enumerate(self._items):
            self._tell(self.item(at), item, choices[item.key])

    def _tell(self, row: QListWidgetItem, item: Brought, choice: Choice) -> None:
        row.setText(f"{item.name}\n{said_of(item)} → {short_deed(item, choice)}")
        row.setData(
            Qt.ItemDataRole.AccessibleTextRole, f"{item.name}，{said_of(item)}，{short_deed(item, choice)}"
        )

    @property
    def item_looked_at(self) -> Brought | None:
        """The thing of the current row; None where there is none."""
        at = self.currentRow()
        return self._items[at] if 0 <= at < len(self._items) else None
