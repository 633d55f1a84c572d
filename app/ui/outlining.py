"""What is done by way of the outline's tree and the overview of headings, beside the deeds on headings themselves."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.headings import LEVELS, with_headings
from app.jobs.program import Program
from app.ui.draft_views import DraftViews
from app.ui.page import Page
from app.ui.sides import Sides
from app.ui.situation import Situation
from app.ui.tasks import Tasks
from app.ui.theme import Theme


class Outlining(QObject):
    """Carries out what the tree asks for, and shows headings side by side or one branch alone."""

    changed = Signal()
    """What commands depend on may be another."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        views: DraftViews,
        sides: Sides,
        settle: Callable[[], bool],
        window: QWidget,
    ) -> None:
        """`settle` takes in what is being typed; False where it cannot be read."""
        super().__init__(window)
        self._program, self._tasks, self._theme, self._window = program, tasks, theme, window
        self._views, self._sides, self._settle = views, sides, settle
        self._pane = pane = sides.outline
        self._from_text = False
        """Whether the heading that is written anew was meant by the cursor in the text."""
        pane.view.box_closed.connect(self._go_back)
        pane.model.drop_wanted.connect(views.headings.drop)
        pane.model.rename_wanted.connect(views.headings.rename)
        pane.view.status_wanted.connect(views.headings.set_status)
        pane.view.delete_wanted.connect(views.headings.delete)
        pane.view.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit())

    def follow(self, page: Page) -> None:
        """A page that was put on the table."""
        page.hoist.changed.connect(self.changed)

    def set_read_only(self, read_only: bool) -> None:
        """Take no changes by way of the tree, or take them again."""
        self._pane.model.read_only = read_only

    def situation(self, now: Situation) -> Situation:
        """What depends on what is shown, put into a situation."""
        page = self._views.page
        return replace(now, one_branch=page is not None and page.hoist.is_on)

    def rename(self) -> None:
        """Write the heading at the cursor anew, in the tree; that comes into sight for it."""
        if self._views.page is not None and self._settle():
            self._views.page.document.tell_now()
            self._from_text = self._views.page.editor.hasFocus()
            self._sides.show_outline()
            self._pane.view.rename()

    def _go_back(self) -> None:
        """When the heading is written, the writer who came from the text is in it again; not who went elsewhere."""
        page = self._views.page
        if self._from_text and page is not None and self._pane.view.hasFocus():
            page.editor.setFocus()
        self._from_text = False

    def show_branch(self) -> None:
        """Show nothing but the branch with the cursor in it."""
        page, node = self._views.page, self._views.headings.node()
        if page is not None and node is not None:
            page.hoist.show_only(node)
            page.editor.setFocus()

    def show_all(self) -> None:
        """Show the whole speech again."""
        if self._views.page is not None:
            self._views.page.hoist.show_all()

    def overview(self) -> None:
        """Show the headings of each level side by side; what is changed there is one step."""
        from app.ui.overview.dialog import OverviewDialog

        page = self._views.page
        if page is None or not self._settle():
            return
        node = self._views.headings.node()
        level = node.kind if node is not None and node.kind in LEVELS else None
        draft, read_only = self._views.draft(), self._pane.model.read_only
        dialog = OverviewDialog(
            self._program, self._tasks, self._theme, draft, level, self._window, read_only
        )
        if dialog.exec():
            texts = dialog.texts
            self._views.writing.change(lambda draft: with_headings(draft, texts))
        dialog.deleteLater()
