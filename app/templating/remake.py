"""A section made anew from its template, or from another: what the writer edited stays, the rest follows the template.

Three versions are compared: what the template gave at the time (`Section.source`), what stands in the draft,
and what the template gives now.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.core.computed import resolved
from app.core.draft import Block, Draft, Section
from app.core.errors import ReadError
from app.core.facts import FactSheet
from app.core.ids import NewId, random_id
from app.core.kinds import Kind
from app.core.markup import parse_blocks
from app.core.outline import Stretch, stretches
from app.core.plan import Plan, applied, difference
from app.core.repair import sound_block
from app.core.structure import plan_of
from app.core.three_way import rows
from app.templating.binding import field_changed
from app.templating.compose import section_blocks
from app.templating.fields import by_name, fitting
from app.templating.library import Library
from app.templating.merging import Change, Merge
from app.templating.rendering import Renderer
from app.templating.section_template import SectionTemplate
from app.templating.versions import made_paragraphs, present_paragraphs


@dataclass(frozen=True, slots=True)
class Remade:
    """The plan that makes a section anew, and what becomes of each paragraph that is edited or touched by it."""

    plan: Plan
    changes: tuple[Change, ...]


def remade(
    draft: Draft,
    section_id: str,
    library: Library,
    renderer: Renderer,
    template_id: str | None = None,
    fields: FactSheet | None = None,
    switched: Collection[str] = (),
    new_id: NewId = random_id,
) -> Remade:
    """Make a section anew with the facts as they are; edited paragraphs stay, deleted ones stay deleted.

    `template_id` None is the template that it came from, `fields` None the section's own, of which another template
    keeps those that it has too. `switched` are the keys of the changes that go the other way than by themselves. Raises
    KeyError where the draft has no such section, UsageError for an unknown template, TemplateError.
    """
    old = _stretch(draft, section_id).section
    template, before = library.section(template_id or old.template), library.sections.get(old.template)
    values, again = old.fields if fields is None else fields, template.id == old.template
    values = values if again else fitting(values, template.fields)
    now = _with_fields(draft, old, before, values, again)
    base, stretch = _sound(_base(old)), _stretch(now, section_id)
    stretch = replace(stretch, stop=_stop(now, stretch, base))
    made = section_blocks(library, renderer, template.id, draft.facts, fitting(values, template.fields))
    fresh = _sound(_resolved(now, stretch, made))
    was = replace(_stretch(draft, section_id), stop=stretch.stop)
    mine = present_paragraphs(draft, was, library.facts, by_name(before.fields if before else ()))
    merge = Merge(now.blocks[stretch.start : stretch.stop], fresh, frozenset(switched))
    merge.go_through(rows(made_paragraphs(base), mine, made_paragraphs(fresh)))
    section = _section(stretch.section, before, template, values, made)
    name = "重做本节" if again else "换一种写法"
    plan = _plan(name, draft, now, stretch, _begun(merge.blocks, section), merge.taken, new_id)
    return Remade(plan, tuple(merge.changes))


def _stretch(draft: Draft, section_id: str) -> Stretch:
    for stretch in stretches(draft):
        if stretch.section.id == section_id:
            return stretch
    raise KeyError(section_id)


def _with_fields(
    draft: Draft, old: Section, template: SectionTemplate | None, values: FactSheet, all_of_them: bool
) -> Draft:
    """The draft with the fields changed where it is bound to them; with `all_of_them` also those taken away."""
    declared = by_name(template.fields if template else ())
    gone = [name for name, _ in old.fields if all_of_them and name not in values]
    for name, value in (*values, *((name, None) for name in gone)):
        if old.fields.get(name) != value:
            draft = applied(field_changed(draft, old.id, name, value, declared), draft)
    return draft


def _base(section: Section) -> tuple[Block, ...]:
    """What the template gave at the time; nothing where that cannot be read: all is then taken as the writer's own."""
    try:
        return parse_blocks(section.source, {}) if section.source else ()
    except ReadError:
        return ()


def _sound(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks as they would stand in a draft."""
    sound = [sound_block(block) for block in blocks]
    return (replace(sound[0], joined=False), *sound[1:]) if sound else ()


def _stop(draft: Draft, stretch: Stretch, base: Sequence[Block]) -> int:
    """Where the section ends: a template of several h1 has made as many stretches, of which the first knows it."""
    more = sum(block.kind is Kind.H1 or block.section is not None for block in base[1:])
    stop = stretch.stop
    for other in stretches(draft):
        if more and other.start == stop and not other.section.template:
            stop, more = other.stop, more - 1
    return stop


def _resolved(draft: Draft, stretch: Stretch, made: Sequence[Block]) -> tuple[Block, ...]:
    """What the template gives, its computed values as they are where the section stands."""
    blocks = (*draft.blocks[: stretch.start], *made, *draft.blocks[stretch.stop :])
    return resolved(replace(draft, blocks=blocks)).blocks[stretch.start : stretch.start + len(made)]


def _section(
    section: Section,
    before: SectionTemplate | None,
    template: SectionTemplate,
    values: FactSheet,
    made: Sequence[Block],
) -> Section:
    """What is known of the section afterwards; what was as the template had it is now as the other one has it."""
    source = made[0].section.source if made and made[0].section else ""
    section = replace(section, template=template.id, source=source, fields=values)
    name, layer, target = (before.name, before.layer, before.length) if before else ("", None, None)
    return replace(
        section,
        name=template.name if section.name in ("", name) else section.name,
        layer=template.layer if section.layer is layer else section.layer,
        target=template.length if section.target == target else section.target,
    )


def _begun(blocks: Sequence[Block], section: Section) -> list[Block]:
    """The blocks with the section on the first of them and nowhere else."""
    found = [
        replace(block, section=None) if block.section and block.section.id == section.id else block
        for block in blocks
    ]
    return [replace(found[0], joined=False, section=section), *found[1:]] if found else []


def _plan(
    name: str,
    draft: Draft,
    now: Draft,
    stretch: Stretch,
    blocks: Sequence[Block],
    taken: Collection[int],
    new_id: NewId,
) -> Plan:
    """The plan that puts the blocks in the place of the section; `taken` are the places of the template's own."""
    whole = (*now.blocks[: stretch.start], *blocks, *now.blocks[stretch.stop :])
    counted = resolved(replace(now, blocks=whole)).blocks
    new = [counted[at] if at - stretch.start in taken else block for at, block in enumerate(whole)]
    return difference(name, draft, applied(plan_of(name, now, new, new_id), now))
