"""The occasions as cards, as many side by side as there is room for."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from app.ui.start.card_delegate import CARD_ROLE, GAP, CardDelegate
from app.ui.start.cards import Card, found
from app.ui.theme import Theme

_LEAST_WIDTH = 300
_SCROLL_BAR = 12
RIGHT = GAP + _SCROLL_BAR
"""Pixels that are free beside the last card in a row."""


class OccasionGrid(QListWidget):
    """Arrows go from card to card, letters to a name; `chosen` tells the ID of the one clicked or entered."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self.setAccessibleName("场合")
        self._delegate = CardDelegate(theme, self.font(), self)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.itemClicked.connect(self._choose)

    def show_cards(self, cards: Iterable[Card]) -> None:
        """Show these; the first is the current one."""
        self.clear()
        for card in cards:
            item = QListWidgetItem(card.name, self)
            item.setData(CARD_ROLE, card)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, card.told)
        self._measure()
        self.setCurrentRow(0)

    def narrow(self, query: str) -> int:
        """Show those that fit a query; how many."""
        cards = self._cards()
        fitting = found(query, cards)
        for row, card in enumerate(cards):
            self.item(row).setHidden(card not in fitting)
        self.setCurrentRow(cards.index(fitting[0]) if fitting else -1)
        self.scrollToTop()
        return len(fitting)

    def choose_current(self) -> None:
        """Choose the current card."""
        self._choose(self.currentItem())

    def _cards(self) -> list[Card]:
        return [self.item(row).data(CARD_ROLE) for row in range(self.count())]

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and not item.isHidden():
            self.chosen.emit(item.data(CARD_ROLE).id)

    def _measure(self) -> None:
        """The cards share the width, with the scroll bar or without."""
        width = self.width() - _SCROLL_BAR
        columns = max(1, width // (_LEAST_WIDTH + GAP))
        self.setGridSize(self._delegate.measure(self._cards(), width // columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose_current()
        else:
            super().keyPressEvent(event)
