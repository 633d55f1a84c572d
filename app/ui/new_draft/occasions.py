"""The occasions to choose from, each with how long its speeches usually are."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.templating.occasion import Occasion
from app.ui.start.cards import usual_minutes

_WIDTH = 176


class OccasionList(QListWidget):
    """Occasions in the order of the library."""

    def __init__(self, occasions: Iterable[Occasion]) -> None:
        super().__init__()
        self.setAccessibleName("场合")
        self.setFixedWidth(_WIDTH)
        self._fill(occasions)

    def show_occasions(self, occasions: Iterable[Occasion]) -> None:
        """Show these; the chosen one stays so, else the first is. Nobody is told."""
        chosen = self.chosen
        self.blockSignals(True)
        self.clear()
        self._fill(occasions)
        self.setCurrentRow(0)
        self.choose(chosen)
        self.blockSignals(False)

    def _fill(self, occasions: Iterable[Occasion]) -> None:
        for occasion in occasions:
            item = QListWidgetItem(f"{occasion.name}\n{usual_minutes(occasion)}")
            item.setData(Qt.ItemDataRole.UserRole, occasion.id)
            item.setToolTip(occasion.description)
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + 16))
            self.addItem(item)

    @property
    def chosen(self) -> str:
        """The ID of the chosen occasion."""
        return str(self.currentItem().data(Qt.ItemDataRole.UserRole))

    def choose(self, occasion_id: str) -> None:
        """Choose the occasion of that ID; one that is not there leaves the choice as it is."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == occasion_id:
                self.setCurrentRow(row)
