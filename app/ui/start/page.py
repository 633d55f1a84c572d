"""The page that is shown before a draft is open: a new one from an occasion, or one of those opened last."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.pieces import heading, label
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

if TYPE_CHECKING:  # imported after the first painting
    from app.templating.library import Library
    from app.ui.start.occasion_pane import OccasionPane
    from app.ui.start.recent_pane import RecentPane

_WIDEST, _RECENT_WIDTH = 1680, 380
_MARGIN, _BETWEEN = 48, 16
_SAID = "选一个场合，填一次事实，得到一篇四层讲话稿；写完导出，就是排好版的 Word 文件。"


class StartPage(QFrame):
    """Shows no more than its name before it has been painted: nothing here may keep the window waiting."""

    new_wanted = Signal(str)
    """A new draft from the occasion of that ID is wanted."""
    open_wanted = Signal()
    filled = Signal()
    """All that there is is shown."""
    chosen = Signal(object)
    """The path of a draft opened before is chosen."""

    def __init__(
        self,
        library: "Callable[[], Library]",
        state: WindowState,
        tasks: Tasks,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """`library` is called in the worker."""
        super().__init__(parent)
        self.setObjectName("ground")
        self._library, self._state, self._tasks, self._theme = library, state, tasks, theme
        self._reading: Task | None = None
        self.occasions: OccasionPane | None = None
        """None until they are read."""
        self.recent: RecentPane | None = None
        """None until the page was painted."""
        self._lay_out()

    def _lay_out(self) -> None:
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        parts = QHBoxLayout()
        parts.setSpacing(_BETWEEN)
        parts.addLayout(self._left, 1)
        parts.addLayout(self._right)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        column.setSpacing(0)
        column.addWidget(heading("四层讲稿", 11))
        column.addSpacing(8)
        column.addWidget(label(_SAID, "faint", wrap=False))
        column.addSpacing(32)
        column.addLayout(parts, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(6)
        outer.addLayout(row, 94)

    # After the first painting

    def fill(self) -> None:
        """Show the drafts opened last, and read the occasions in the worker; called again, it does nothing."""
        if self._reading is not None:
            return
        from app.ui.start.recent_pane import RecentPane

        self._reading = self._tasks.run_task(self._library, self._show_occasions, self._fail)
        self.recent = RecentPane(self._state, self._tasks, self._theme)
        self.recent.setFixedWidth(_RECENT_WIDTH)
        self.recent.chosen.connect(self.chosen)
        self.recent.open_wanted.connect(self.open_wanted)
        self._right.addWidget(self.recent)
        self.recent.list.look()

    def _show_occasions(self, library: "Library") -> None:
        from app.ui.start.occasion_pane import OccasionPane

        self.occasions = OccasionPane(library, self._theme)
        self.occasions.chosen.connect(self.new_wanted)
        self._left.addWidget(self.occasions)
        self.occasions.show()  # now, not when Qt comes to it: keys go there at once
        self.setFocusProxy(self.occasions)
        if self.window().focusWidget() in (None, self):
            self.occasions.setFocus()
        self.filled.emit()

    def show_library(self) -> None:
        """The library is another one: show its occasions, where any were shown."""
        if self.occasions is not None:
            self._reading = self._tasks.run_task(self._library, self.occasions.show_library, self._fail)

    def hideEvent(self, event: QHideEvent) -> None:
        """What still comes is of no use to a page that another took the place of."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        if self._reading is not None:
            self._reading.cancel()
        if self.recent is not None:
            self.recent.list.stop_looking()

    def _fail(self, error: Exception) -> None:
        """An error of the worker goes where all errors go."""
        raise error
