"""What the outline's commands do: to the heading at the cursor, or to those selected, with all that is below."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.core import branches, sections, splitting
from app.core.draft import Draft
from app.core.headings import with_headings
from app.core.kinds import HEADINGS, JOINABLE, NUMBERED, Status
from app.core.outline import Node, Outliner
from app.core.place import Place
from app.core.plan import Plan
from app.core.repair import may_be_joined
from app.core.writing import Stroke
from app.ui.editor.speech_editor import Make
from app.ui.outline.rows import Key
from app.ui.situation import Situation

_NOTHING = Plan("")


class Headings:
    """The nodes of the draft as it stands, and the deeds on the one at the cursor."""

    def __init__(
        self,
        draft: Callable[[], Draft],
        place: Callable[[], Place],
        change: Callable[[Make], None],
        selected: Callable[[], Sequence[Key]] = tuple,
        outlined: Callable[[Draft], tuple[Node, ...]] | None = None,
    ) -> None:
        """`change` is given what makes a plan: only when pending text is in does it know draft and place.

        `selected` tells the rows of the outline that are selected, where these are several; `outlined` the nodes of
        a draft, which it remembers.
        """
        self._draft = draft
        self._place = place
        self._change = change
        self._selected = selected
        self._outlined = outlined or Outliner()

    def nodes(self) -> tuple[Node, ...]:
        """The nodes of the draft."""
        return self._outlined(self._draft())

    def node(self) -> Node | None:
        """The innermost node with the cursor in it."""
        index = self._place().index
        return next((node for node in reversed(self.nodes()) if node.start <= index < node.stop), None)

    def path(self) -> tuple[Node, ...]:
        """The nodes with the cursor in them, the highest first."""
        index = self._place().index
        within = [node for node in self.nodes() if node.start <= index < node.stop]
        return tuple(
            node
            for at, node in enumerate(within)
            if all(node.rank < other.rank for other in within[at + 1 :])
        )

    def _meant(self, headings: bool = False) -> tuple[Node, ...]:
        """The nodes that are selected; else that at the cursor, or the innermost heading of a level there."""
        selected = self._selected()
        if selected:
            found = (self._by_key(key) for key in selected)
            return branches.topmost(node for node in found if node is not None)
        node = self._heading() if headings else self.node()
        return (node,) if node is not None else ()

    def _by_key(self, key: Key | None) -> Node | None:
        blocks = self._draft().blocks
        return next(
            (node for node in self.nodes() if (blocks[node.start].id, node.kind is None) == key), None
        )

    def _heading(self) -> Node | None:
        """The innermost heading of a level with the cursor in it."""
        return next((node for node in reversed(self.path()) if node.kind in HEADINGS), None)

    def situation(self, now: Situation) -> Situation:
        """What depends on the place of the cursor, put into a situation."""
        draft, place, node = self._draft(), self._place(), self.node()
        if not place.index < len(draft.blocks):
            return now
        block = draft.blocks[place.index]
        nodes, meant = self.nodes(), self._meant()
        headings = self._meant(headings=True)
        return replace(
            now,
            kind=block.kind,
            numbered=block.kind in NUMBERED,
            restart=block.restart,
            joinable=block.kind in JOINABLE,
            may_be_joined=may_be_joined(draft.blocks, place.index),
            joined=block.joined,
            in_heading=node is not None,
            may_rise=branches.may_shift_all(draft, headings, -1),
            may_sink=branches.may_shift_all(draft, headings, 1),
            may_go_up=branches.stepped(draft, nodes, meant, -1) is not None,
            may_go_down=branches.stepped(draft, nodes, meant, 1) is not None,
            may_split=splitting.may_split(draft, place, nodes),
            may_merge=node is not None and splitting.may_merge(draft, self._section_node() or node, nodes),
        )

    def _section_node(self) -> Node | None:
        """The innermost heading or section with the cursor in it: what can be made one with that before it."""
        return next(
            (node for node in reversed(self.path()) if node.kind is None or node.kind in HEADINGS), None
        )

    # Levels and order

    def rise(self) -> None:
        """One level up with all below."""
        self._change(lambda draft: branches.shifted_branches(draft, self._meant(headings=True), -1))

    def sink(self) -> None:
        """One level down with all below."""
        self._change(lambda draft: branches.shifted_branches(draft, self._meant(headings=True), 1))

    def go_up(self) -> None:
        """Before the one of the same rank that stands before, or to the end of the heading before."""
        self._change(lambda draft: self._moved(draft, -1))

    def go_down(self) -> None:
        """After the one of the same rank that stands after, or to the beginning of the next heading."""
        self._change(lambda draft: self._moved(draft, 1))

    def _moved(self, draft: Draft, by: int) -> Plan:
        meant = self._meant()
        found = branches.stepped(draft, self.nodes(), meant, by)
        return branches.moved_branches(draft, meant, found.to, found.rank) if found else _NOTHING

    def drop(self, keys: Sequence[Key], parent: Key | None, row: int) -> None:
        """Put rows of the outline before a row below another, with all that is below them."""

        def make(draft: Draft) -> Plan:
            moved = [node for key in keys if (node := self._by_key(key)) is not None]
            above = self._by_key(parent)
            if parent is not None and above is None:
                return _NOTHING
            found = branches.landing(draft, self.nodes(), moved, above, row)
            return branches.moved_branches(draft, moved, found.to, found.rank) if found else _NOTHING

        self._change(make)

    # Whole branches

    def duplicate(self) -> None:
        """Once more, after itself; the cursor goes there."""
        self._change(self._duplicated)

    def _duplicated(self, draft: Draft) -> Plan | Stroke:
        nodes = self._meant()
        if not nodes:
            return _NOTHING
        return Stroke(branches.duplicated_branches(draft, nodes), Place(nodes[-1].stop, 0))

    def delete(self) -> None:
        """Away with all below; the cursor goes to what stands before."""
        self._change(self._deleted)

    def _deleted(self, draft: Draft) -> Plan | Stroke:
        nodes = self._meant()
        if not nodes:
            return _NOTHING
        return Stroke(branches.deleted_branches(draft, nodes), Place(max(0, nodes[0].start - 1), 0))

    def split(self) -> None:
        """A new heading of the same level begins at the cursor."""
        self._change(lambda draft: splitting.split_branch(draft, self._place()))

    def merge(self) -> None:
        """The section becomes part of the one before it."""

        def make(draft: Draft) -> Plan:
            node = self._section_node()
            return splitting.merged_branch(draft, node) if node else _NOTHING

        self._change(make)

    # Single rows

    def rename(self, key: Key, text: str) -> None:
        """Give a heading other words, or a section without heading another name."""
        block, is_section = key

        def make(draft: Draft) -> Plan:
            node = self._by_key(key)
            if node is None:
                return _NOTHING
            if is_section:
                return sections.set_name(draft, node.start, text)
            return with_headings(draft, {block: text})

        self._change(make)

    def set_status(self, index: int, status: Status | None) -> None:
        """Say how far the writing of the section at a block has come."""
        self._change(lambda draft: sections.set_status(draft, index, status))
