"""Lines of the head (标题、副题、讲话人……) that a draft does not have yet: made of the line with the cursor, or put in."""

from dataclasses import replace

from app.core.draft import Block, Draft
from app.core.ids import NewId, random_id
from app.core.kinds import HEAD_KINDS, KIND_NAMES, Kind, head_rank
from app.core.place import Place
from app.core.plan import Plan
from app.core.repair import may_begin_section
from app.core.structure import of_kind, plan_of
from app.core.writing import Stroke

_LONGEST = 60
"""Characters of what may be a line of the head: a title of three lines."""
_ENDS = "。；，、"


def head_line(draft: Draft, index: int, kind: Kind, new_id: NewId = random_id) -> Stroke:
    """Have a line of that head kind, with the cursor at its end.

    The line that is there is gone to; else the block at `index` becomes it where it follows the head and could be
    one; else an empty line is put in at its place. There may be several bylines, so that one is always made.
    """
    there = next((at for at, block in enumerate(draft.blocks) if block.kind is kind), None)
    if there is not None and kind is not Kind.BYLINE:
        return Stroke(Plan(""), Place(there, len(draft.blocks[there].text)))
    blocks = list(draft.blocks)
    if _could_be_one(draft, index):
        made = replace(of_kind(blocks[index], kind), section=None)
        blocks = _section_passed_on(blocks, index)
        del blocks[index]
        name = f"改为{KIND_NAMES[kind]}"
    else:
        made, name = Block(new_id(), kind), f"加{KIND_NAMES[kind]}"
    at = sum(head_rank(block.kind) <= head_rank(kind) for block in blocks)
    plan = plan_of(name, draft, [*blocks[:at], made, *blocks[at:]], new_id)
    return Stroke(plan, Place(at, len(made.text)))


def _could_be_one(draft: Draft, index: int) -> bool:
    """Whether a block stands right behind the head, or where it would, and reads like a line of it."""
    if not index < len(draft.blocks) or any(block.kind not in HEAD_KINDS for block in draft.blocks[:index]):
        return False
    block = draft.blocks[index]
    text = block.text.strip()
    reads_so = 0 < len(text) <= _LONGEST and "。" not in text and text[-1] not in _ENDS
    return block.kind is Kind.BODY and (not text or reads_so)


def _section_passed_on(blocks: list[Block], index: int) -> list[Block]:
    """The section that the block begins begins at the one after it, where that begins none."""
    section, after = blocks[index].section, index + 1
    if section is None or after == len(blocks):
        return blocks
    if blocks[after].section is None and may_begin_section(replace(blocks[after], joined=False)):
        blocks[after] = replace(blocks[after], section=section, joined=False)
    return blocks
