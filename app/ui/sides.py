"""What stands beside the page: the outline at the left, facts and the four layers at the right."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.ui.facts_panel import FactsPanel
from app.ui.focus import first_stop, pass_on_focus
from app.ui.frame import OUTLINE, PANEL, ThreeParts
from app.ui.outline.pane import OutlinePane
from app.ui.sections.layers_panel import LayersPanel
from app.ui.side_panel import SidePanel
from app.ui.theme import Theme


class Sides:
    """Brings up each of them, and passes the focus on between them and the page."""

    def __init__(self, parts: ThreeParts, theme: Theme, draft: Callable[[], Draft], window: QWidget) -> None:
        """`draft` gives the one that is open."""
        self._parts, self._draft, self._window = parts, draft, window
        self.outline = OutlinePane(theme)
        self.facts = FactsPanel()
        self.layers = LayersPanel(theme)
        self.panel = SidePanel(("事实", self.facts), ("四层", self.layers))
        self.panel.turned.connect(self.bring_up_layers)
        parts.set_sides(self.outline, self.panel)

    def show_outline(self) -> None:
        """Show the outline at the left."""
        self._show(OUTLINE)

    def show_facts(self) -> None:
        """Show the facts at the right."""
        self._turn_to(self.facts)

    def show_layers(self) -> None:
        """Show the four layers at the right."""
        self._turn_to(self.layers)

    def _show(self, side: str) -> None:
        if not self._parts.is_seen(side):
            self._parts.toggle(side)

    def _turn_to(self, panel: QWidget) -> None:
        self._show(PANEL)
        self.panel.turn_to(panel)

    def bring_up_layers(self) -> None:
        """Bring the layers up to the draft where they are looked at: counting costs."""
        if self.panel.current is self.layers:
            self.layers.show_draft(self._draft())

    def set_read_only(self, read_only: bool) -> None:
        """Take no changes at the right, or take them again."""
        self.facts.set_read_only(read_only)
        self.layers.set_read_only(read_only)

    def pass_on_focus(self, page: QWidget, text: QWidget, step: int) -> None:
        """Put the focus into the next of outline, text of the page and panel; with a step of -1 into the one before."""
        panel = self.panel.current
        first = self.facts.first_box() if panel is self.facts else None
        firsts = [self.outline.view, text, first or first_stop(panel) or panel]
        holders = [self.outline, page, self.panel]
        pass_on_focus(self._window.focusWidget(), list(zip(holders, firsts, strict=True)), step)
