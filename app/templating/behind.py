"""Sections that a changed value decides on: whether a paragraph is there, and how many, follows only by making anew.

What merely prints the value is bound to it and follows by itself (DESIGN.md §2, Facts).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.draft import Block, Draft, Section
from app.core.errors import AppError
from app.core.facts import FactSheet, FactValue
from app.core.outline import stretches
from app.templating.binding import DRAFT
from app.templating.compose import section_blocks
from app.templating.library import Library
from app.templating.merging import DOING
from app.templating.remake import remade
from app.templating.rendering import Renderer


@dataclass(frozen=True, slots=True)
class Changed:
    """A value of the draft, or of its section, that is another now; `was` says what it was when each section was made.

    Sections are named by their ids; one that is left out is not asked about.
    """

    scope: str
    name: str
    was: Mapping[str, FactValue | None]


def left_behind(draft: Draft, changed: Changed, library: Library, renderer: Renderer) -> tuple[str, ...]:
    """Ids of the sections that would be others if they were made anew, because of that value."""
    return tuple(
        section.id
        for section in _asked(draft, changed, library)
        if _decides(draft, section, changed, library, renderer)
    )


def _asked(draft: Draft, changed: Changed, library: Library) -> Iterator[Section]:
    for stretch in stretches(draft):
        if stretch.section.id in changed.was and stretch.section.template in library.sections:
            yield stretch.section


def _decides(draft: Draft, section: Section, changed: Changed, library: Library, renderer: Renderer) -> bool:
    was, name = changed.was[section.id], changed.name
    facts, fields = draft.facts, section.fields
    if changed.scope == DRAFT:
        facts = facts.with_value(name, was)
    else:
        fields = fields.with_value(name, was)

    def shape(facts: FactSheet, fields: FactSheet) -> list[object]:
        return list(map(_shape, section_blocks(library, renderer, section.template, facts, fields)))

    try:
        if shape(facts, fields) == shape(draft.facts, section.fields):
            return False
        found = remade(draft, section.id, library, renderer)
    except AppError:
        return False  # a template with a fault makes nothing anew; who asks it to is told why
    return any(change.what in DOING for change in found.changes)


def _shape(block: Block) -> tuple[object, ...]:
    """A block without what its bound runs say."""
    return block.kind, block.joined, block.marker, tuple(run.bind or run.text for run in block.runs)
