"""What the writer says of a section: layer, status, target length, each a plan `Draft → Plan`; what moves take from one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.core.draft import MOST_TARGET, Block, Draft, Section
from app.core.kinds import HEADINGS, Kind, Layer, Status
from app.core.outline import is_ending, section_at
from app.core.plan import Plan, difference
from app.core.text import one_line


def set_layer(draft: Draft, index: int, layer: Layer | None) -> Plan:
    """Give the section in which a block stands another layer, or none; nothing where it stands in no section."""
    name = f"归入{layer.value}层" if layer else "不属于四层"
    return _changed(draft, index, name, lambda section: replace(section, layer=layer))


def set_status(draft: Draft, index: int, status: Status | None) -> Plan:
    """Say how far the writing of the section at a block has come; None says nothing of it."""
    name = f"标为{status.value}" if status else "不标稿态"
    return _changed(draft, index, name, lambda section: replace(section, status=status))


def set_target(draft: Draft, index: int, target: int | None) -> Plan:
    """Set how long the section at a block is to be, in 字; None sets no length. Too long a one is cut."""
    target = None if target is None else min(max(target, 0), MOST_TARGET)
    return _changed(draft, index, "改目标字数", lambda section: replace(section, target=target))


def set_name(draft: Draft, index: int, name: str) -> Plan:
    """Call the section at a block something else; its name is not printed."""
    return _changed(draft, index, "改节名", lambda section: replace(section, name=one_line(name)))


def own_sections(above: Sequence[Block], coming: Sequence[Block], below: Sequence[Block]) -> list[Block]:
    """What stands above and comes, without sections of headings that are no h1 and would take in what is below.

    That is of the section in which they come to stand. It takes their fields, too.
    """
    blocks = [*above, *coming]
    if not below or below[0].section is not None or below[0].kind in (Kind.SIGNOFF, Kind.PART):
        return blocks
    if is_ending(below, 0):
        return blocks
    for at in range(len(blocks) - 1, len(above) - 1, -1):
        block = blocks[at]
        if block.section is None:
            continue
        taker = next((to for to in range(at - 1, -1, -1) if blocks[to].section), None)
        if block.kind not in HEADINGS[1:] or taker is None:
            break
        blocks[taker] = with_fields(blocks[taker], block)
        blocks[at] = replace(block, section=None)
    return blocks


def with_fields(block: Block, other: Block) -> Block:
    """A block whose section takes the fields that only another's section has, so that bindings find their values."""
    if block.section is None or other.section is None:
        return block
    fields = block.section.fields
    for field, value in other.section.fields:
        if field not in fields:
            fields = fields.with_value(field, value)
    return replace(block, section=replace(block.section, fields=fields))


def _changed(draft: Draft, index: int, name: str, change: Callable[[Section], Section]) -> Plan:
    stretch = section_at(draft, index)
    if stretch is None:
        return Plan(name)
    blocks = list(draft.blocks)
    blocks[stretch.start] = replace(blocks[stretch.start], section=change(stretch.section))
    return difference(name, draft, replace(draft, blocks=tuple(blocks)))
