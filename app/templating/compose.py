"""A draft from an occasion, the facts and the section templates chosen for its slots."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from app.core.computed import resolved
from app.core.draft import Block, Draft, Section
from app.core.errors import UsageError
from app.core.facts import FactSheet
from app.core.ids import NewId, random_id
from app.core.kinds import Status
from app.core.markup import print_block
from app.core.repair import may_begin_section, repaired
from app.templating.fields import by_name, effective
from app.templating.library import Library
from app.templating.occasion import Occasion, Slot
from app.templating.problems import near
from app.templating.rendering import Renderer
from app.templating.scopes import Scopes
from app.templating.section_template import SectionTemplate

WITHOUT = "无"
"""What is chosen to leave an optional slot out."""

_NO_CHOICES: Mapping[str, str] = MappingProxyType({})
_NO_FIELDS: Mapping[str, FactSheet] = MappingProxyType({})


def compose(
    library: Library,
    renderer: Renderer,
    occasion_id: str,
    facts: FactSheet = FactSheet(),
    choices: Mapping[str, str] = _NO_CHOICES,
    fields: Mapping[str, FactSheet] = _NO_FIELDS,
    new_id: NewId = random_id,
) -> Draft:
    """The draft of an occasion: its head, then a section for each slot in order; missing values as placeholders.

    `choices` gives templates by slot, each by id or 名称, or 无 for an optional one that is left out; `fields`
    the values of the sections by slot id. Raises UsageError for an unknown occasion, slot or template,
    TemplateError for a template that cannot be carried out.
    """
    occasion = library.form_of(library.occasion(occasion_id), facts)
    blocks = list(head_blocks(library, renderer, occasion, facts))
    chosen = chosen_templates(library, occasion, choices)
    for slot in occasion.slots:
        if slot.id in chosen:
            values = fields.get(slot.id, FactSheet())
            target = occasion.target(slot)
            blocks += section_blocks(library, renderer, chosen[slot.id].id, facts, values, slot, target)
    draft = Draft(facts, tuple(blocks), occasion.id, occasion.layout)
    return resolved(repaired(draft, new_id))


def chosen_templates(
    library: Library, occasion: Occasion, choices: Mapping[str, str] = _NO_CHOICES
) -> Mapping[str, SectionTemplate]:
    """The template of each slot by slot id: the one chosen, else the first of its choices.

    Raises UsageError for a slot or template that is not there, and for one that does not fit the other.
    """
    wanted = {occasion.slot(key).id: template_id for key, template_id in choices.items()}
    chosen: dict[str, SectionTemplate] = {}
    for slot in occasion.slots:
        template = _chosen(library, slot, wanted.get(slot.id))
        if template is not None:
            chosen[slot.id] = template
    return chosen


def _chosen(library: Library, slot: Slot, wanted: str | None) -> SectionTemplate | None:
    fitting = library.choices(slot)
    ids = f"可以选：{'、'.join(template.id for template in fitting)}。" if fitting else ""
    if wanted in ("", WITHOUT) or (not fitting and not slot.required):
        if slot.required:
            raise UsageError(f"部件“{slot.name}”不能不要。", ids)
        return None
    if wanted is None and fitting:
        return fitting[0]
    if wanted is None:
        raise UsageError(
            f"部件“{slot.name}”没有能用的节模板。", "检查模板文件夹：siceng templates list 会列出有错的文件。"
        )
    known = {each.name: each for each in reversed(fitting)} | {each.id: each for each in fitting}
    if wanted in known:
        return known[wanted]
    if any(wanted in (each.id, each.name) for each in library.sections.values()):
        raise UsageError(f"节模板“{wanted}”不能用于部件“{slot.name}”。", ids)
    alike = (key for key in known if key.isascii() is wanted.isascii())
    raise UsageError(f"没有节模板“{wanted}”。", near(wanted, alike))


def head_blocks(
    library: Library, renderer: Renderer, occasion: Occasion, facts: FactSheet
) -> tuple[Block, ...]:
    """The head of an occasion's draft, ids left empty. Raises TemplateError."""
    scopes = Scopes(library.facts, effective(facts, library.facts), {}, FactSheet())
    return renderer.render(occasion.head, occasion.path.name, scopes, occasion.head_line)


def section_blocks(
    library: Library,
    renderer: Renderer,
    template_id: str,
    facts: FactSheet,
    fields: FactSheet = FactSheet(),
    slot: Slot | None = None,
    target: int | None = None,
) -> tuple[Block, ...]:
    """The blocks of one section, to be inserted: ids left empty, computed values not yet resolved.

    The first carries the Section, named after the slot, else the template, with `target` 字, else the
    template's length. None where the template gives nothing. Raises UsageError, TemplateError.
    """
    template = library.section(template_id)
    own = by_name(template.fields)
    scopes = Scopes(library.facts, effective(facts, library.facts), own, effective(fields, own))
    blocks = renderer.render(template.body, template.path.name, scopes, template.body_line)
    if not blocks:
        return ()
    section = Section(
        id="",
        name=slot.name if slot else template.name,
        layer=template.layer,
        template=template.id,
        source="\n".join(map(print_block, blocks)),
        fields=fields,
        target=target or template.length,
        status=Status.OUTLINE,
    )
    first = replace(blocks[0], joined=False)
    return (replace(first, section=section) if may_begin_section(first) else first, *blocks[1:])
