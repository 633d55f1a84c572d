"""The line of the source that each block of a draft came from."""

from bisect import bisect
from collections.abc import Iterable
from itertools import accumulate

from app.core.draft import FORCED_LINE_END, Block
from app.importing.lossless import visible

_ENOUGH = 12
"""Characters by which a block is found that was put together of several lines."""


def block_lines(source: Iterable[tuple[int | None, str]], blocks: Iterable[Block]) -> dict[str, int]:
    """Source lines by the id of the block; what the source does not have, or has without lines, is not in it.

    `source` are the texts of which the blocks were made, each with its line, from 1.
    Blocks are looked for in the order of the source; one that was moved (the head is put in order), from its start.
    """
    lines = [(line, visible(text)) for line, text in source]
    starts = [0, *accumulate(len(text) + 1 for _, text in lines)][:-1]
    whole = "\n".join(text for _, text in lines)
    found: dict[str, int] = {}
    cursor = 0
    for block in blocks:
        key = visible(block.text.split(FORCED_LINE_END)[0])
        at = _find(whole, key, cursor)
        if at is None:
            continue
        cursor = at + min(len(key), _ENOUGH)
        line = lines[bisect(starts, at) - 1][0]
        if line is not None:
            found[block.id] = line
    return found


def _find(whole: str, key: str, cursor: int) -> int | None:
    for wanted in (key, key[:_ENOUGH]):
        for start in (cursor, 0):
            at = whole.find(wanted, start) if wanted else -1
            if at >= 0:
                return at
    return None
