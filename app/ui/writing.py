"""What commands do to the text of the open draft. The editor commits pending input before it changes anything."""

from collections.abc import Callable

from app.core.kinds import Kind
from app.ui.editor.speech_editor import Make
from app.ui.page import Page


class Writing:
    """The deeds on the page that is open; without one they do nothing."""

    def __init__(self, page: Callable[[], Page | None], settle: Callable[[], bool]) -> None:
        """`settle` takes in what is being typed in the panel; False where it cannot be read."""
        self._page = page
        self._settle = settle

    def _writable(self) -> Page | None:
        """The page, when it may be changed; the editor itself puts in first what an input method holds."""
        page = self._page()
        return None if page is None or page.editor.isReadOnly() else page

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

    def change(self, make: Make) -> None:
        """Carry out what a panel or the outline wants, on the draft as it stands when pending text is in."""
        page = self._writable()
        if page is not None:
            page.editor.change(make)

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
