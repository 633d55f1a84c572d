"""What commands do to the text of the open draft. The editor commits pending input before it changes anything."""

from collections.abc import Callable

from app.core.head_lines import head_line
from app.core.kinds import Kind
from app.core.place import Place
from app.ui.comment_dialog import CommentDialog
from app.ui.document.positions import position_of
from app.ui.editor.speech_editor import Make
from app.ui.messages import tell
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

    def cut(self) -> None:
        """Take the selection to the clipboard."""
        page = self._writable()
        if page is not None:
            page.editor.cut()

    def copy(self) -> None:
        """Copy the selection."""
        page = self._page()
        if page is not None:
            page.editor.copy()

    def paste(self) -> None:
        """Put in what was copied."""
        page = self._writable()
        if page is not None:
            page.editor.paste()

    def paste_plain(self) -> None:
        """Put in the words of what was copied, all of them body."""
        page = self._writable()
        if page is not None:
            page.editor.pasting.paste_plain()

    def select_all(self) -> None:
        """Select the whole text."""
        page = self._page()
        if page is not None:
            page.hoist.select_all()

    def set_kind(self, kind: Kind) -> None:
        """Make the selected blocks of one kind."""
        page = self._writable()
        if page is not None:
            page.editor.formatting.set_kind(kind)

    def head_line(self, kind: Kind) -> None:
        """Go to the line of a kind of the head, which is made where there is none."""
        page = self._writable()
        if page is not None:
            page.editor.change(lambda draft: head_line(draft, page.editor.current_block_index(), kind))

    def toggle_restart(self) -> None:
        """Begin the numbers anew at the heading or point with the cursor, or let it go on."""
        page = self._writable()
        if page is not None:
            page.editor.formatting.toggle_restart()

    def toggle_joined(self) -> None:
        """Join the selected blocks to their paragraph, or part them."""
        page = self._writable()
        if page is not None:
            page.editor.formatting.toggle_joined()

    def toggle_series(self) -> None:
        """Join the whole series of points at the cursor to its paragraph, or part it."""
        page = self._writable()
        if page is not None:
            page.editor.formatting.toggle_series()

    def toggle_bold(self) -> None:
        """Make the selection bold, or plain where it is; without one, what is typed next."""
        page = self._writable()
        if page is not None:
            page.editor.formatting.toggle_bold()

    def toggle_query(self) -> None:
        """Mark the selection 待核实, or take the mark off."""
        page = self._writable()
        if page is not None:
            page.editor.formatting.toggle_query()

    def comment(self) -> None:
        """Write, change or take off the comment at the cursor or on the selection."""
        page = self._writable()
        if page is None:
            return
        page.editor.commit()
        start, stop, text = page.editor.formatting.comment()
        if start == stop:
            tell(page, "没有选中文字。", "先选中要批注的文字，再写批注。")
            return
        dialog = CommentDialog(page, text)
        if dialog.exec():
            page.editor.formatting.set_comment(start, stop, dialog.text)

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

    def go_to_words(self, block_id: str, start: int, stop: int) -> None:
        """Select characters of a block."""
        page = self._page()
        blocks = page.document.draft().blocks if page else ()
        at = next((at for at, block in enumerate(blocks) if block.id == block_id), None)
        if page is None or at is None:
            return
        cursor = page.editor.textCursor()
        cursor.setPosition(position_of(page.document, Place(at, start)))
        cursor.setPosition(position_of(page.document, Place(at, stop)), cursor.MoveMode.KeepAnchor)
        page.editor.setTextCursor(cursor)
        page.editor.setFocus()

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
