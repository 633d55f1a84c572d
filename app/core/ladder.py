"""The ladder of headings: 一、 （一） 1. （1）, one step after the other.

A step is left out where a heading stands right below one that is two or more levels higher, although the
speech uses the level between. Where the speech does without a level, leaving it out is no fault: 一、 and
then 1. is in order in a speech that has only these two (GB/T 9704-2012, 7.3.3 names the order, not how many).
"""

from collections.abc import Mapping

from app.core.draft import Draft
from app.core.kinds import HEADINGS, Kind, heading_rank
from app.core.numbering import numbers, print_number


def ladder_faults(draft: Draft) -> Mapping[str, str]:
    """Why a heading breaks the ladder, for the writer, by block id; nothing of those that do not."""
    blocks = draft.blocks
    used = {block.kind for block in blocks if block.kind in HEADINGS and block.runs}
    printed = numbers(blocks)
    faults: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for block, number in zip(blocks, printed, strict=True):
        if not block.runs or block.kind not in (Kind.PART, *HEADINGS):
            continue
        rank = heading_rank(block.kind)
        above = [each for each in above if each[0] < rank]
        higher, told = above[-1] if above else (0, "")
        left_out = [kind for kind in HEADINGS if higher < heading_rank(kind) < rank and kind in used]
        if left_out:
            steps = "、".join(f"“{print_number(kind, 1)}”" for kind in left_out)
            place = f"在“{told}”下面直接用了“{number}”" if told else f"“{number}”前面没有上一级标题"
            faults[block.id] = f"{place}，缺{steps}这一级。"
        above.append((rank, number))
    return faults
