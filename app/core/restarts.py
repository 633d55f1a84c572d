"""What becomes of 重新从一编号 where branches are moved: it is kept only where the writer still sees why it is there."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from app.core.draft import Block, Draft
from app.core.numbering import ordinals
from app.core.outline import outline


def with_moved_restarts(before: Draft, blocks: Sequence[Block], moved: Collection[str]) -> list[Block]:
    """Blocks, of which those with the ids `moved` were moved there: they go on with the numbers below another heading.

    So they do where they are the first of their series, which begins with one anyway.
    """
    found = list(blocks)
    restarting = [at for at, block in enumerate(found) if block.restart and block.id in moved]
    if not restarting or [block.id for block in found] == [block.id for block in before.blocks]:
        return found
    was, now = _parents(before), _parents(replace(before, blocks=tuple(found)))
    for at in restarting:
        going_on = replace(found[at], restart=False)
        is_first = ordinals([*found[:at], going_on])[at] == 1
        if is_first or was.get(going_on.id) != now.get(going_on.id):
            found[at] = going_on
    return found


def _parents(draft: Draft) -> dict[str, str]:
    """The ids of the blocks below which headings and points stand, by their ids; empty at the top."""
    above: list[tuple[int, str]] = []
    found: dict[str, str] = {}
    for node in outline(draft):
        while above and above[-1][0] >= node.rank:
            above.pop()
        block = draft.blocks[node.start]
        if node.kind is not None:
            found[block.id] = above[-1][1] if above else ""
        above.append((node.rank, block.id))
    return found
