"""What the writer does with one branch shown alone, beside all that is done in it."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from PySide6.QtCore import Qt

from app.core.outline import outline
from app.core.place import Place
from tests.ui.hands import press
from tests.ui.machine.beside import Beside, not_composing
from tests.ui.machine.drawn import Span, places, spans
from tests.ui.model.hoisting import branch_at


class ByHoisting(Beside):
    """The branch at the cursor shown alone, and left by a key or by going elsewhere."""

    @not_composing
    @rule(row=st.integers(0, 9), at=spans)
    def show_branch(self, row: int, at: Span) -> None:
        """With the cursor there, or in the branch of a row of the outline."""
        nodes = outline(self.history.now)
        if at is None and nodes:
            node = nodes[row % len(nodes)]
            length = len(self.history.now.blocks[node.stop - 1].text)
            self._put_cursor(Place(node.start, 0), Place(node.stop - 1, min(1, length)))
        self._at(at)
        node, found = self.desk.headings.node(), branch_at(self.history.now, self._caret())
        assert (node is None) == (found is None)
        if node is None or found is None:
            return
        self.desk.hoist.show_only(node)
        self.branch, self.lines = found, found.lines(self.history.now)
        lines = self.lines
        last = Place(lines[-1], len(self.history.now.blocks[lines[-1]].text))
        start, stop = self.selected
        self._went_to(
            start if start.index in lines else Place(lines[0], 0), stop if stop.index in lines else last
        )

    @precondition(lambda self: self.branch is not None and not self.composing)
    @rule()
    def show_all(self) -> None:
        press(self.editor, Qt.Key.Key_Escape)
        self.branch = None
        self.lines = range(len(self.history.now.blocks))

    @precondition(lambda self: self.branch is not None and not self.composing)
    @rule(to=places)
    def go_anywhere(self, to: tuple[int, int]) -> None:
        """A search, the outline or the overview puts the cursor somewhere."""
        place = Place(to[0] % max(1, len(self.history.now.blocks)), 0)
        self.editor.go_to(place)
        self._went_to(place, place)
