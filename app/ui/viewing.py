"""How the page is seen: zoom, 打字机滚动, full screen. None of it is in the draft or its undo."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.frame import ThreeParts
from app.ui.page import Page
from app.ui.situation import Situation
from app.ui.window_state import WindowState
from app.ui.zooming import larger, smaller, within


class Viewing(QObject):
    """Holds for every page that comes. `changed` tells that it is another."""

    changed = Signal()

    def __init__(
        self, state: WindowState, parts: ThreeParts, window: QWidget, around: Callable[[], list[QWidget]]
    ) -> None:
        """`around` are the widgets about the three parts, which full screen hides."""
        super().__init__(window)
        self._state, self._parts, self._window, self._around = state, parts, window, around
        self._page: Page | None = None
        self._hidden: list[QWidget] | None = None

    def follow(self, page: Page | None) -> None:
        """Show another page from now on; without one full screen ends."""
        self._page = page
        if page is None:
            self.leave_full_screen()
            return
        page.editor.zoom_wanted.connect(self._zoom_by)
        page.editor.zoom_failed.connect(self.zoom_back)
        page.editor.typewriter.on = self._state.typewriter
        page.editor.set_zoom(self._state.zoom)

    def situation(self, now: Situation) -> Situation:
        """What commands depend on here, put into a situation."""
        return replace(
            now,
            zoom=self._state.zoom,
            typewriter=self._state.typewriter,
            full_screen=self._hidden is not None,
        )

    # Zoom

    def zoom_in(self) -> None:
        """Make the page a step larger."""
        self._zoom(larger(self._state.zoom))

    def zoom_out(self) -> None:
        """Make the page a step smaller."""
        self._zoom(smaller(self._state.zoom))

    def zoom_back(self) -> None:
        """Show the page as large as on paper."""
        self._zoom(100)

    def _zoom_by(self, steps: int) -> None:
        (self.zoom_in if steps > 0 else self.zoom_out)()

    def _zoom(self, zoom: int) -> None:
        self._state.zoom = within(zoom)
        if self._page is not None:
            self._page.editor.set_zoom(self._state.zoom)
            self._parts.set_page_width(self._page.least_width)
        self.changed.emit()

    # 打字机滚动

    def toggle_typewriter(self) -> None:
        """Keep the line with the cursor at mid-height, or leave it where it is."""
        self._state.typewriter = not self._state.typewriter
        if self._page is not None:
            self._page.editor.typewriter.on = self._state.typewriter
        self.changed.emit()

    # Full screen

    def toggle_full_screen(self) -> None:
        """Show the page alone on the whole screen, or the window as it was."""
        if self._hidden is not None:
            self.leave_full_screen()
        elif self._page is not None:
            self._hidden = [widget for widget in self._around() if not widget.isHidden()]
            for widget in self._hidden:
                widget.hide()
            self._parts.set_alone(True)
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
            self._page.editor.setFocus()
            self.changed.emit()

    def leave_full_screen(self) -> None:
        """Show the window as it was; nothing where the page is not alone."""
        if self._hidden is None:
            return
        for widget in self._hidden:
            widget.show()
        self._hidden = None
        self._parts.set_alone(False)
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.changed.emit()
