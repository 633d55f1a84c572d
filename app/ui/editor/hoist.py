"""只看这一支: one branch of the outline on the page, the rest hidden and out of reach of keys and mouse.

Lines are hidden by the view and nothing of it is in the document, so that it is no step of undo. Keys never
enter hidden text; whatever else goes there (a search, the outline, undo) shows the whole again, and so does a line
that was shown or is new and is not of the branch any more, as 「三、」 at its end: nothing goes out of sight by a deed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor

from app.core.draft import Block, Draft
from app.core.outline import Node, outline
from app.ui.editor.speech_editor import SpeechEditor

_BY_HAND = (
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)


_GONE = "只看的这一支没有了，显示全文。"
_LEFT = "写的这一段不在只看的这一支里了，显示全文。"


class Hoist(QObject):
    """Hides what is not of a branch. `changed` tells that another branch, or the whole, is shown."""

    changed = Signal()
    told = Signal(str)
    """Why the whole is shown again, where the writer did not ask for it."""

    def __init__(self, editor: SpeechEditor) -> None:
        super().__init__(editor)
        self._editor, self._document = editor, editor.draft_document
        self._key: tuple[str, bool] | None = None
        self._outside: tuple[Block, ...] = ()
        self._lines = self._turns = 0
        self._by_hand = False
        self.name = ""
        """Number and heading of the branch that is shown; empty for the whole."""
        editor.cursorPositionChanged.connect(self._keep_in)
        editor.selectionChanged.connect(self._keep_in)
        editor.let_go.connect(self._follow)
        self._document.draft_changed.connect(self._follow)

    @property
    def is_on(self) -> bool:
        """Whether only a branch is shown."""
        return self._key is not None

    def show_only(self, node: Node) -> None:
        """Show nothing but this branch; the cursor goes into it, and no more of it stays selected."""
        self._key = self._document.draft().blocks[node.start].id, node.kind is None
        # Only now: asked of every event, a key would wait for it.
        for watched in (self._editor, self._editor.viewport()):
            watched.installEventFilter(self)
        self._outside, self._turns = self._hide(wherever=True), self._editor.turns
        if not self._editor.textCursor().block().isVisible():
            self._editor.go_to_block(node.start)
        with self._hand():
            self._keep_in()
        self._editor.ensureCursorVisible()
        self.changed.emit()

    def show_all(self) -> None:
        """Show the whole again; cursor and view stay where the writer is."""
        if self._key is None:
            return
        self._key, self.name, self._outside = None, "", ()
        for watched in (self._editor, self._editor.viewport()):
            watched.removeEventFilter(self)
        self._set_visible(0, self._document.blockCount())
        self._editor.ensureCursorVisible()
        self.changed.emit()

    # Hiding

    def _node(self, draft: Draft) -> Node | None:
        blocks = draft.blocks
        return next(
            (node for node in outline(draft) if (blocks[node.start].id, node.kind is None) == self._key), None
        )

    def _hide(self, wherever: bool = False) -> tuple[Block, ...]:
        """Hide what is not of the branch as it is now; nothing where there is no such branch any more. What is hidden.

        Nor where a line left it or undo and redo changed something hidden, unless it does not matter `wherever` that is.
        """
        draft = self._document.draft()
        node = self._node(draft)
        if node is None:
            return self._end(_GONE)
        outside = draft.blocks[: node.start] + draft.blocks[node.stop :]
        if not wherever and self._turns != self._editor.turns and outside != self._outside:
            return self._end()
        written = self._editor.textCursor().blockNumber()
        if not wherever and (self._has_left(outside) or not node.start <= written < node.stop):
            return self._end(_LEFT)
        self.name = f"{node.number}{node.text}"
        self._set_visible(node.start, node.stop)
        return outside

    def _has_left(self, outside: Sequence[Block]) -> bool:
        """Whether a line is out of the branch now that was not: it was shown, or is new."""
        return not {block.id for block in outside} <= {block.id for block in self._outside}

    def _end(self, why: str = "") -> tuple[Block, ...]:
        """Show the whole, and say why; nothing is hidden."""
        self.show_all()
        if why:
            self.told.emit(why)
        return ()

    def _set_visible(self, start: int, stop: int) -> None:
        """Show the lines from one to another and no others."""
        self._document.lay_out_all()
        self._lines = self._document.blockCount()
        changed = [
            block
            for at, block in enumerate(self._document.text_blocks())
            if block.isVisible() != (start <= at < stop)
        ]
        for block in changed:
            block.setVisible(not block.isVisible())
        if changed:
            first, last = changed[0].position(), changed[-1].position() + changed[-1].length()
            self._document.markContentsDirty(first, last - first)

    def _follow(self) -> None:
        """After a change: hide what is not of the branch now."""
        if self._key is not None:
            self._outside, self._turns = self._hide(), self._editor.turns

    # Keys and mouse stay in what is shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's call before editor or viewport get an event."""
        if self._key is None or self._by_hand or event.type() not in _BY_HAND:
            return False
        if isinstance(event, QKeyEvent) and self._takes(event):
            return True
        with self._hand():
            QCoreApplication.sendEvent(watched, event)
        return True

    @contextmanager
    def _hand(self) -> Iterator[None]:
        """What moves the cursor within is the writer's hand, which stays in what is shown."""
        self._by_hand = True
        try:
            yield
        finally:
            self._by_hand = False

    def select_all(self) -> None:
        """Select all that is shown."""
        with self._hand():
            self._editor.selectAll()

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key would join or make hidden text, or is the one that shows all."""
        cursor = self._editor.textCursor()
        block = cursor.block()
        if event.key() == Qt.Key.Key_Escape:
            self.show_all()
            return True
        if cursor.hasSelection():
            return False
        if event.key() == Qt.Key.Key_Backspace:
            made = self._editor.typed_numbers.just_made()  # then it joins nothing but undoes that
            return not made and cursor.atBlockStart() and _is_hidden(block.previous())
        if event.key() == Qt.Key.Key_Delete:
            return cursor.atBlockEnd() and _is_hidden(block.next())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # An empty line before the branch's heading would be out of sight.
            above = block.previous()
            is_first = not above.isValid() or _is_hidden(above)
            return cursor.atBlockStart() and block.length() > 1 and is_first
        return False

    def _keep_in(self) -> None:
        """Keep a cursor that keys or mouse moved in what is shown; show all for one that came from elsewhere."""
        if self._key is None or self._editor.holds:
            return
        if self._lines != self._document.blockCount():
            self._hide()
        cursor = self._editor.textCursor()
        ends = cursor.anchor(), cursor.position()
        kept = tuple(map(self._nearest, ends))
        if kept == ends or self._key is None:
            return
        if not self._by_hand:
            self.show_all()
            return
        cursor.setPosition(kept[0])
        cursor.setPosition(kept[1], QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)

    def _nearest(self, position: int) -> int:
        """The position nearest to one that is shown."""
        block = self._document.findBlock(position)
        if block.isVisible():
            return position
        after = block
        while after.isValid() and not after.isVisible():
            after = after.next()
        if after.isValid():
            return after.position()
        while block.isValid() and not block.isVisible():
            block = block.previous()
        return block.position() + block.length() - 1 if block.isValid() else position


def _is_hidden(block: QTextBlock) -> bool:
    return block.isValid() and not block.isVisible()
