"""What the outline's commands do: to the heading at the cursor with all that is below it."""

from collections.abc import Callable
from dataclasses import replace

from app.core import structure
from app.core.draft import Draft
from app.core.kinds import HEADINGS, JOINABLE
from app.core.outline import Node, outline
from app.core.plan import Plan
from app.ui.commands import Situation


class Headings:
    """The nodes of the draft as it stands, and the deeds on the one at the cursor."""

    def __init__(
        self, draft: Callable[[], Draft], index: Callable[[], int], carry_out: Callable[[Plan, int], None]
    ) -> None:
        """`carry_out` is given a plan and the block in which the cursor shall stand afterwards."""
        self._draft = draft
        self._index = index
        self._carry_out = carry_out
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
        self._shift(-1)

    def sink(self) -> None:
        """One level down with all below."""
        self._shift(1)

    def _shift(self, by: int) -> None:
        heading = self._heading()
        if heading is not None:
            self._carry_out(structure.shift(self._draft(), heading.start, by), self._index())

    def go_up(self) -> None:
        """Before the one of the same rank that stands before."""
        node, (before, _) = self.node(), self._beside()
        if node is not None and before is not None:
            plan = structure.move(self._draft(), node.start, node.stop, before.start)
            self._carry_out(plan, self._index() - (node.start - before.start))

    def go_down(self) -> None:
        """After the one of the same rank that stands after."""
        node, (_, after) = self.node(), self._beside()
        if node is not None and after is not None:
            plan = structure.move(self._draft(), node.start, node.stop, after.stop)
            self._carry_out(plan, self._index() + (after.stop - after.start))

    def duplicate(self) -> None:
        """Once more, after itself."""
        node = self.node()
        if node is not None:
            self._carry_out(structure.duplicate(self._draft(), node.start, node.stop), node.stop)

    def delete(self) -> None:
        """Away with all below."""
        node = self.node()
        if node is not None:
            self._carry_out(structure.delete(self._draft(), node.start, node.stop), max(0, node.start - 1))
