"""【待填：…】 that the writer types: with its closing bracket it is a placeholder, as one that a template left.

Only what begins with 待填, as in text that is imported: 【鼓掌】 and other brackets are the writer's own.
"""

import re
from dataclasses import replace

from app.core.draft import Draft
from app.core.ids import NewId, random_id
from app.core.place import Place
from app.core.seams import to_fill
from app.core.structure import plan_of
from app.core.writing import Stroke

CLOSING = "】"
_TO_FILL = re.compile(f"【待填[^【】]*{CLOSING}$")


def made_to_fill(draft: Draft, index: int, typed_to: int, new_id: NewId = random_id) -> Stroke | None:
    """Make a placeholder of the brackets that were closed just before a place in a block; None where none were.

    What is bound, or marked in parts, stays as it is.
    """
    block = draft.blocks[index]
    match = _TO_FILL.search(block.text[:typed_to])
    if match is None:
        return None
    runs = to_fill(block.runs, match.start(), match.end())
    if runs is None:
        return None
    made = replace(block, runs=runs)
    blocks = [*draft.blocks[:index], made, *draft.blocks[index + 1 :]]
    return Stroke(plan_of("待填", draft, blocks, new_id), Place(index, typed_to))
