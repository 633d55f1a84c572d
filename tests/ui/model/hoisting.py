"""只看这一支: which lines are shown, and when the whole is shown again."""

from dataclasses import dataclass, replace

from app.core.draft import Block, Draft
from app.core.outline import outline
from app.core.place import Place


@dataclass(frozen=True, slots=True)
class Branch:
    """The branch that is shown alone: by the line at which it begins, and whether that is a section's, not a heading's.

    `hidden` are the lines out of it, as they were when it was last looked at.
    """

    name: str
    is_section: bool
    hidden: tuple[Block, ...] = ()

    def lines(self, draft: Draft) -> range:
        """The lines of a draft that are shown; none where there is no such branch."""
        for node in outline(draft):
            if (draft.blocks[node.start].id, node.kind is None) == (self.name, self.is_section):
                return range(node.start, node.stop)
        return range(0)

    def looked_at(self, draft: Draft) -> "Branch":
        """The same branch of a draft as it is now."""
        lines = self.lines(draft)
        return replace(self, hidden=draft.blocks[: lines.start] + draft.blocks[lines.stop :])

    def stays(self, draft: Draft, ends: tuple[Place, Place], went_back_or_forth: bool) -> bool:
        """Whether it is still shown alone after a deed.

        Not where it is gone, nor where the cursor is not in it, nor where a line that was shown or is new is not of it,
        nor where undo or redo changed what is hidden.
        """
        now, lines = self.looked_at(draft), self.lines(draft)
        if went_back_or_forth and now.hidden != self.hidden:
            return False
        left = {block.id for block in now.hidden} - {block.id for block in self.hidden}
        return not left and all(end.index in lines for end in ends)


def branch_at(draft: Draft, place: Place) -> Branch | None:
    """The innermost branch that a place is in."""
    found = [node for node in outline(draft) if node.start <= place.index < node.stop]
    if not found:
        return None
    node = found[-1]
    return Branch(draft.blocks[node.start].id, node.kind is None).looked_at(draft)
