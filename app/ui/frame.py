"""The three parts of the window: outline, page, panel. The page is never cut; the sides make room for it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.ui.window_state import WindowState

OUTLINE, PANEL = "outline", "panel"
_USUAL = {OUTLINE: 300, PANEL: 320}
_LEAST = {OUTLINE: 216, PANEL: 248}
_MOST_USUAL = 440
"""As wide the outline becomes by itself on a wide screen: headings are long."""
_PLACES = {OUTLINE: 0, PANEL: 2}


class ThreeParts(QSplitter):
    """A side is shown when the writer wants it and there is room beside the page at its least width."""

    sides_changed = Signal()

    def __init__(self, state: WindowState) -> None:
        """The sides are blank until `set_sides`."""
        super().__init__()
        self._state = state
        self._sides = {OUTLINE: QStackedWidget(), PANEL: QStackedWidget()}
        self._wanted = {name: name not in state.folded for name in _USUAL}
        self._widths = {name: max(self._remembered(name), _LEAST[name]) for name in _USUAL}
        self._page_width = 0
        self._alone = False
        self._middle = QStackedWidget()
        self.setHandleWidth(1)
        self.setMinimumWidth(480)
        self.addWidget(self._sides[OUTLINE])
        self.addWidget(self._middle)
        self.addWidget(self._sides[PANEL])
        for at in range(3):
            self.setStretchFactor(at, int(at == 1))
            self.setCollapsible(at, False)
        for name, side in self._sides.items():
            side.setMinimumWidth(_LEAST[name])
        self.splitterMoved.connect(self._take_widths)

    def _remembered(self, name: str) -> int:
        widths = self._state.widths
        return widths[_PLACES[name]] if widths else _USUAL[name]

    def set_sides(self, outline: QWidget, panel: QWidget) -> None:
        """What stands at the left and at the right."""
        self._sides[OUTLINE].addWidget(outline)
        self._sides[PANEL].addWidget(panel)

    def set_page(self, page: QWidget, width: int) -> None:
        """Put a page of that least width in the middle; another one that was there goes."""
        self._middle.addWidget(page)
        while (before := self._middle.widget(0)) is not page:
            self._middle.removeWidget(before)
            before.deleteLater()
        self.set_page_width(width)

    def set_page_width(self, width: int) -> None:
        """The page has another least width now; where the window itself is narrower, it takes what there is."""
        self._page_width = width
        self._arrange()

    def set_alone(self, alone: bool) -> None:
        """Show the page alone, or again with the sides that the writer wants."""
        self._alone = alone
        self._arrange()

    def is_wanted(self, name: str) -> bool:
        """Whether the writer wants a side to be seen."""
        return self._wanted[name]

    def toggle(self, name: str) -> None:
        """Show or fold away a side; where there is no room for both, the other one goes."""
        shown = self._sides[name].isHidden()
        self._alone = False
        self._wanted[name] = shown
        if shown and not self._fits((OUTLINE, PANEL)):
            other = PANEL if name == OUTLINE else OUTLINE
            self._wanted[other] = self._wanted[other] and self._fits((OUTLINE, PANEL))
        self._state.folded = frozenset(side for side, wanted in self._wanted.items() if not wanted)
        self._arrange()

    def is_seen(self, name: str) -> bool:
        """Whether a side is there now."""
        return not self._sides[name].isHidden()

    def _fits(self, names: tuple[str, ...]) -> bool:
        return self.width() >= self._page_width + sum(_LEAST[name] + 1 for name in names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the sides the widths that the writer chose, less where the page needs the room."""
        before = [side.isHidden() for side in self._sides.values()]
        names = [name for name in (OUTLINE, PANEL) if self._wanted[name] and not self._alone]
        if len(names) == 2 and not self._fits(tuple(names)):
            names.remove(PANEL)
        for name, side in self._sides.items():
            side.setVisible(name in names)
        room = max(0, self.width() - self._page_width - len(names))
        if not self._state.widths:
            spare = (room - sum(_USUAL.values())) // 2
            self._widths[OUTLINE] = min(max(_USUAL[OUTLINE], _USUAL[OUTLINE] + spare), _MOST_USUAL)
        sizes = [0, 0, 0]
        for name in names:
            # The outline comes first: headings are long, boxes can be scrolled in.
            others = sum(_LEAST[other] for other in names if other != name) if name == OUTLINE else sizes[0]
            sizes[_PLACES[name]] = max(_LEAST[name], min(self._widths[name], room - others))
        sizes[1] = max(1, self.width() - sum(sizes) - len(names))
        self.setSizes(sizes)
        if before != [side.isHidden() for side in self._sides.values()]:
            self.sides_changed.emit()

    def _take_widths(self) -> None:
        """Remember what the writer dragged; the page keeps its width."""
        sizes = self.sizes()
        for name, at in _PLACES.items():
            if sizes[at]:
                self._widths[name] = sizes[at]
        self._state.widths = (self._widths[OUTLINE], sizes[1], self._widths[PANEL])
        if sizes[1] < self._page_width:
            self._arrange()
