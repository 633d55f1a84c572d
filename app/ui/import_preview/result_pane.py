"""The right of the preview: the outline as it will be, what is not in the draft, and what could be cleaned up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.ui.import_preview.attempts import Attempt
from app.ui.import_preview.item_lists import cleanables, cleaning_list, left_out_list, place_of
from app.ui.import_preview.outline_preview import OutlinePreview
from app.ui.import_preview.rows import Row
from app.ui.theme import Theme


class ResultPane(QWidget):
    """What comes of the source. `went_to` tells a place of the source that the writer wants to see."""

    went_to = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._row_of: dict[str, Row] = {}
        self.outline = OutlinePreview(theme)
        self.left_out = left_out_list(theme)
        self.cleaning = cleaning_list(theme)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("认出来的")
        self.tabs.addTab(self.outline, "提纲")
        self.tabs.addTab(self.left_out, "去掉的")
        self.tabs.addTab(self.cleaning, "可以清理的")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.addWidget(self.tabs)
        self.outline.tree.went_to.connect(self._go_to_block)
        for items in (self.left_out, self.cleaning):
            items.went_to.connect(self._go_to_item)

    def show_attempt(self, attempt: Attempt) -> None:
        """Show what came of another recognition."""
        self._row_of = attempt.row_of
        self.outline.show_attempt(attempt)
        self.left_out.rows.show(attempt.left_out)
        changes = cleanables((*attempt.part.marks, *attempt.part.blanks))
        self.cleaning.rows.show(changes)
        for items, name, count in (
            (self.left_out, "去掉的", len(attempt.left_out)),
            (self.cleaning, "可以清理的", len(changes)),
        ):
            tab = self.tabs.indexOf(items)
            self.tabs.setTabText(tab, f"{name} {count}")
            self.tabs.setTabVisible(tab, count > 0)

    def show_cleaning(self) -> None:
        """Bring what could be cleaned up to the front."""
        self.tabs.setCurrentWidget(self.cleaning)
        self.cleaning.setFocus()

    def show_place(self, row: Row | None) -> None:
        """Mark the heading under which a piece of the source stands."""
        under = [name for name, each in self._row_of.items() if row is not None and each.key <= row.key]
        self.outline.tree.set_place(under[-1] if under else None)

    def _go_to_block(self, block: str) -> None:
        row = self._row_of.get(block)
        if row is not None:
            self.went_to.emit(row.place)

    def _go_to_item(self, item: object) -> None:
        place = place_of(item)
        if place is not None:
            self.went_to.emit(place)
