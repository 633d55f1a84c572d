"""【待填：…】 that the writer types: with its closing bracket it is a placeholder, as one that a template left.

Only what begins with 待填, as in text that is imported: 【鼓掌】 and other brackets are the writer's own.
"""

import re
from dataclasses import replace

from app.core.draft import Draft, cut_runs, merged
from app.core.ids import NewId, random_id
from app.core.place import Place
from app.core.structure import plan_of
from app.core.writing import Stroke

CLOSING = "】"
_TO_FILL = re.compile(f"【待填[^【】]*{CLOSING}$")


def made_to_fill(draft: Draft, index: int, typed_to: int, new_id: NewId = random_id) -> Stroke | None:
    """Make a placeholder of the brackets that were closed just before a place in a block; None where none were.

    What is bound, or marked in parts, stays as it is: a placeholder is one run.
    """
    block = draft.blocks[index]
    match = _TO_FILL.search(block.text[:typed_to])
    if match is None:
        return None
    head, rest = cut_runs(block.runs, match.start())
    middle, tail = cut_runs(rest, len(match.group()))
    if len(middle) != 1 or middle[0].bind is not None or middle[0].placeholder:
        return None
    made = replace(block, runs=merged([*head, replace(middle[0], placeholder=True), *tail]))
    blocks = [*draft.blocks[:index], made, *draft.blocks[index + 1 :]]
    return Stroke(plan_of("待填", draft, blocks, new_id), Place(index, typed_to))
