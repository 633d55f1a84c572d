"""What commands do to the text of the open draft. Pending input is committed before anything is changed."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from app.core.draft import Draft
from app.core.kinds import Kind
from app.core.plan import Plan
from app.ui.page import Page


class Writing:
    """The deeds on the page that is open; without one they do nothing."""

    def __init__(self, page: Callable[[], Page | None], settle: Callable[[], bool]) -> None:
        """`settle` takes in what is being typed in the panel; False where it cannot be read."""
        self._page = page
        self._settle = settle

    def _writable(self) -> Page | None:
        """The page, when it may be changed; what an input method holds is put in first."""
        page = self._page()
        if page is None or page.editor.isReadOnly():
            return None
        QGuiApplication.inputMethod().commit()
        return page

    def undo(self) -> None:
        """Take back the last step."""
        page = self._writable()
        if page is not None and self._settle():
            page.editor.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        page = self._writable()
        if page is not None:
            page.editor.redo()

    def set_kind(self, kind: Kind) -> None:
        """Make the selected blocks of one kind."""
        page = self._writable()
        if page is not None:
            page.editor.set_kind(kind)

    def toggle_joined(self) -> None:
        """Join the selected blocks to their paragraph, or part them."""
        page = self._writable()
        if page is not None:
            page.editor.toggle_joined()

    def change(self, change: Callable[[Draft], Plan]) -> None:
        """Carry out what a panel wants, on the draft as it stands now; the cursor stays."""
        page = self._writable()
        if page is not None:
            page.editor.carry_out(change(page.document.draft()))

    def carry_out(self, plan: Plan, block: int) -> None:
        """Carry out a plan of the outline; the cursor goes to a block."""
        page = self._writable()
        if page is not None and not plan.is_empty:
            page.document.apply(plan)
            page.editor.go_to_block(min(max(block, 0), page.document.blockCount() - 1))

    def go_to_block(self, index: int) -> None:
        """Put the cursor at a block."""
        page = self._page()
        if page is not None:
            page.editor.go_to_block(index)

    def go_to_placeholder_in(self, block_id: str) -> None:
        """Select the first 待填 of a block."""
        page = self._page()
        if page is not None:
            page.editor.go_to_block(page.document.draft().index_of(block_id))
            page.editor.next_placeholder()

    def next_placeholder(self) -> None:
        """Select the next 待填."""
        page = self._page()
        if page is not None:
            page.editor.next_placeholder()

    def previous_placeholder(self) -> None:
        """Select the 待填 before."""
        page = self._page()
        if page is not None:
            page.editor.previous_placeholder()
