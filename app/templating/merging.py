"""What comes of a section's paragraphs when three versions of them are merged, and how that is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.draft import Block
from app.core.three_way import Row


class What(StrEnum):
    """What making a section anew does to a paragraph."""

    KEPT = "保留"
    REPLACED = "更新"
    ADDED = "新增"
    REMOVED = "删去"
    LEFT_OUT = "不补"


DOING = (What.REPLACED, What.ADDED, What.REMOVED)
"""What changes the text."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one paragraph. `key` names it as long as draft, template and fields stay as they are.

    `before` is its text now, `after` what the template gives, empty where there is none. A `conflict` is a
    paragraph that the writer edited and the template gives otherwise than before. What the writer added is not
    `switchable`.
    """

    key: str
    what: What
    before: str
    after: str
    switchable: bool = True
    conflict: bool = False


class Merge:
    """Goes through the rows and gathers the blocks that come of them, and what is told of it."""

    def __init__(self, present: Sequence[Block], fresh: Sequence[Block], switched: frozenset[str]) -> None:
        self._present, self._fresh, self._switched = present, fresh, switched
        self.blocks: list[Block] = []
        self.changes: list[Change] = []
        self.taken: set[int] = set()
        """Places in `blocks` of those that are as the template gives them."""

    def go_through(self, found: Sequence[Row]) -> None:
        """Take every row."""
        for row in found:
            block = self._present[row.present] if row.present is not None else None
            new = self._fresh[row.fresh] if row.fresh is not None else None
            if block is not None and row.same:
                self.blocks.append(block)
            else:
                self._decide(row, block, new)

    def _decide(self, row: Row, block: Block | None, new: Block | None) -> None:
        key = block.id if block is not None else f"新{row.fresh}"
        switchable = row.base is not None or block is None
        follows = not row.edited and switchable
        if key in self._switched and switchable:
            follows = not follows
        if follows and new is not None:
            self.taken.add(len(self.blocks))
            self.blocks.append(_in_place_of(block, new) if block is not None else new)
        elif not follows and block is not None:
            self.blocks.append(block)
        texts = block.text if block is not None else "", new.text if new is not None else ""
        conflict = row.edited and row.changed and block is not None and row.base is not None
        self.changes.append(Change(key, _what(block, new, follows), *texts, switchable, conflict))


def _what(block: Block | None, new: Block | None, follows: bool) -> What:
    if block is None:
        return What.ADDED if follows else What.LEFT_OUT
    if not follows:
        return What.KEPT
    return What.REMOVED if new is None else What.REPLACED


def _in_place_of(block: Block, new: Block) -> Block:
    return replace(new, id=block.id, section=block.section or new.section)
