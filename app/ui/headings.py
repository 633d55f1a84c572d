"""What the outline's commands do: to the heading at the cursor with all that is below it."""

from collections.abc import Callable
from dataclasses import replace

from app.core import structure
from app.core.draft import Draft
from app.core.kinds import HEADINGS, JOINABLE
from app.core.outline import Node, outline
from app.core.plan import Plan
from app.core.writing import Place, Stroke
from app.ui.commands import Situation
from app.ui.editor.speech_editor import Make

_NOTHING = Plan("")


class Headings:
    """The nodes of the draft as it stands, and the deeds on the one at the cursor."""

    def __init__(
        self, draft: Callable[[], Draft], index: Callable[[], int], change: Callable[[Make], None]
    ) -> None:
        """`change` is given what makes a plan: only when pending text is in does it know draft and place."""
        self._draft = draft
        self._index = index
        self._change = change
        self._of: tuple[Draft, tuple[Node, ...]] | None = None

    def nodes(self) -> tuple[Node, ...]:
        """The nodes of the draft, taken anew only when it changed."""
        draft = self._draft()
        if self._of is None or self._of[0] is not draft:
            self._of = draft, outline(draft)
        return self._of[1]

    def node(self) -> Node | None:
        """The innermost node with the cursor in it."""
        index = self._index()
        return next((node for node in reversed(self.nodes()) if node.start <= index < node.stop), None)

    def path(self) -> tuple[Node, ...]:
        """The nodes with the cursor in them, the highest first."""
        index = self._index()
        within = [node for node in self.nodes() if node.start <= index < node.stop]
        return tuple(
            node
            for at, node in enumerate(within)
            if all(node.rank < other.rank for other in within[at + 1 :])
        )

    def _beside(self) -> tuple[Node | None, Node | None]:
        """The nodes of the same rank before and after that of the cursor, under the same heading."""
        nodes, node = self.nodes(), self.node()
        if node is None:
            return None, None
        at = nodes.index(node)
        before = next((other for other in reversed(nodes[:at]) if other.rank <= node.rank), None)
        after = next((other for other in nodes[at + 1 :] if other.rank <= node.rank), None)
        return tuple(other if other and other.rank == node.rank else None for other in (before, after))  # type: ignore[return-value]

    def situation(self, now: Situation) -> Situation:
        """What depends on the place of the cursor, put into a situation."""
        draft, index, node = self._draft(), self._index(), self.node()
        if not index < len(draft.blocks):
            return now
        block = draft.blocks[index]
        before, after = self._beside()
        heading = self._heading()
        return replace(
            now,
            kind=block.kind,
            joinable=block.kind in JOINABLE,
            joined=block.joined,
            in_heading=node is not None,
            may_rise=heading is not None and structure.may_shift(draft, heading.start, -1),
            may_sink=heading is not None and structure.may_shift(draft, heading.start, 1),
            may_go_up=before is not None,
            may_go_down=after is not None,
        )

    def _heading(self) -> Node | None:
        """The innermost heading of a level with the cursor in it."""
        return next((node for node in reversed(self.path()) if node.kind in HEADINGS), None)

    def rise(self) -> None:
        """One level up with all below."""
        self._change(lambda draft: self._shifted(draft, -1))

    def sink(self) -> None:
        """One level down with all below."""
        self._change(lambda draft: self._shifted(draft, 1))

    def _shifted(self, draft: Draft, by: int) -> Plan:
        heading = self._heading()
        return structure.shift(draft, heading.start, by) if heading else _NOTHING

    def go_up(self) -> None:
        """Before the one of the same rank that stands before."""
        self._change(self._moved_up)

    def _moved_up(self, draft: Draft) -> Plan:
        node, (before, _) = self.node(), self._beside()
        return structure.move(draft, node.start, node.stop, before.start) if node and before else _NOTHING

    def go_down(self) -> None:
        """After the one of the same rank that stands after."""
        self._change(self._moved_down)

    def _moved_down(self, draft: Draft) -> Plan:
        node, (_, after) = self.node(), self._beside()
        return structure.move(draft, node.start, node.stop, after.stop) if node and after else _NOTHING

    def duplicate(self) -> None:
        """Once more, after itself; the cursor goes there."""
        self._change(self._duplicated)

    def _duplicated(self, draft: Draft) -> Plan | Stroke:
        node = self.node()
        if node is None:
            return _NOTHING
        return Stroke(structure.duplicate(draft, node.start, node.stop), Place(node.stop, 0))

    def delete(self) -> None:
        """Away with all below; the cursor goes to what stands before."""
        self._change(self._deleted)

    def _deleted(self, draft: Draft) -> Plan | Stroke:
        node = self.node()
        if node is None:
            return _NOTHING
        return Stroke(structure.delete(draft, node.start, node.stop), Place(max(0, node.start - 1), 0))
