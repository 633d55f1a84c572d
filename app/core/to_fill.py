"""【待填：…】 that the writer types: with its closing bracket it is a placeholder, as one that a template left.

Where that bracket is there already, since brackets often come as a pair, it is one with the word 待填; what is
typed on within a placeholder is part of it.

Only what begins with 待填, as in text that is imported: 【鼓掌】 and other brackets are the writer's own.
"""

import re
from dataclasses import replace

from app.core.draft import Draft
from app.core.ids import NewId, random_id
from app.core.place import Place
from app.core.seams import TO_FILL, to_fill
from app.core.structure import spliced
from app.core.writing import Stroke

_BEGINS = "【待填"


def typed_to_fill(text: str, typed_from: int, typed_to: int) -> re.Match[str] | None:
    """The 【待填…】 that the characters typed from one place to another complete in a text; None where there is none."""
    match = TO_FILL.match(text, max(text.rfind("【", 0, typed_to), 0))
    if match is None:
        return None
    complete = match.start() + len(_BEGINS), match.end()
    return match if any(typed_from < at <= typed_to for at in complete) else None


def made_to_fill(
    draft: Draft, index: int, typed_from: int, typed_to: int, new_id: NewId = random_id
) -> Stroke | None:
    """Make a placeholder of the brackets that typing completed in a block; None where it completed none.

    What is bound, or marked in parts, stays as it is.
    """
    block = draft.blocks[index]
    match = typed_to_fill(block.text, typed_from, typed_to)
    if match is None:
        return None
    runs = to_fill(block.runs, match.start(), match.end())
    if runs is None:
        return None
    made = replace(block, runs=runs)
    return Stroke(spliced("待填", draft, index, index + 1, [made], new_id), Place(index, typed_to))
