"""Where a draft is not what the model says it is."""

from dataclasses import replace

from app.core.computed import SCOPE
from app.core.draft import Block, Draft, Section
from tests.ui.model.lines import is_open, marks_of

_RENEWED = "…"


def disagreement(
    expected: Draft, read: Draft, taken: frozenset[str] = frozenset(), settled: bool = True
) -> str:
    """What differs first; nothing where the drafts agree.

    Ids that the model leaves open may be any but those `taken`. Where one of two neighbours bound to the same
    ends is not asked, nor, before a deed is settled, the text of computed values.
    """
    if replace(expected, blocks=()) != replace(read, blocks=()):
        return f"facts, occasion or layout: {replace(expected, blocks=())} ≠ {replace(read, blocks=())}"
    for at, (one, other) in enumerate(zip(expected.blocks, read.blocks, strict=False)):
        if one != other and (found := _of_blocks(one, other, taken, settled)):
            return f"line {at}: {found}"
    if len(expected.blocks) != len(read.blocks):
        return f"{len(expected.blocks)} lines ≠ {len(read.blocks)}"
    return ""


def is_same(one: Draft, other: Draft) -> bool:
    """Whether two drafts are one, ids and all, wherever one of two neighbours bound to the same ends."""
    return replace(one, blocks=()) == replace(other, blocks=()) and [
        (replace(block, runs=()), _letters(block, True)) for block in one.blocks
    ] == [(replace(block, runs=()), _letters(block, True)) for block in other.blocks]


def _of_blocks(one: Block, other: Block, taken: frozenset[str], settled: bool) -> str:
    bare = [
        replace(block, id="", runs=(), section=block.section and replace(block.section, id=""))
        for block in (one, other)
    ]
    if bare[0] != bare[1]:
        return f"{bare[0]} ≠ {bare[1]}"
    letters = [_letters(block, settled) for block in (one, other)]
    if letters[0] != letters[1]:
        return f"{one.runs} ≠ {other.runs}"
    names = (one.id, other.id), (_id(one.section), _id(other.section))
    if any(mine != its and not (is_open(mine) and its not in taken) for mine, its in names):
        return f"ids {names}"
    return ""


def _letters(block: Block, settled: bool) -> list[object]:
    found: list[object] = []
    for run in block.runs:
        marks = marks_of(run)
        waits = not settled and run.bind is not None and run.bind.scope == SCOPE
        found += (
            [(_RENEWED, replace(marks, placeholder=False))] if waits else [(char, marks) for char in run.text]
        )
    return found


def _id(section: Section | None) -> str:
    return section.id if section else ""
