"""A section template put into a draft that is there already."""

from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.ids import NewId, random_id
from app.core.kinds import HEAD_KINDS, Kind
from app.core.plan import Plan
from app.core.structure import plan_of
from app.templating.compose import section_blocks
from app.templating.library import Library
from app.templating.occasion import Occasion, Slot
from app.templating.rendering import Renderer


def inserted(
    draft: Draft,
    at: int,
    template_id: str,
    library: Library,
    renderer: Renderer,
    fields: FactSheet = FactSheet(),
    new_id: NewId = random_id,
) -> Plan:
    """Put the section of a template before the block `at`, with the draft's facts; what has no value is a placeholder.

    It never parts the head nor a printed paragraph: then it stands behind it. An empty line just before the place
    goes. Raises UsageError for a template that is not there, TemplateError for one that cannot be carried out.
    """
    occasion = library.occasion_of(draft)
    slot = slot_of(library, occasion, template_id)
    target = occasion.target(slot) if occasion and slot else None
    blocks = section_blocks(library, renderer, template_id, draft.facts, fields, slot, target)
    at = place_after_paragraph(draft, at)
    before = list(draft.blocks[:at])
    if before and before[-1].kind is Kind.BODY and not before[-1].runs and before[-1].section is None:
        before.pop()
    return plan_of("插入模板", draft, [*before, *blocks, *draft.blocks[at:]], new_id)


def place_after_paragraph(draft: Draft, at: int) -> int:
    """The first place from `at` on that is not within the head nor within a printed paragraph."""
    blocks = draft.blocks
    at = min(max(at, sum(block.kind in HEAD_KINDS for block in blocks)), len(blocks))
    while at < len(blocks) and blocks[at].joined:
        at += 1
    return at


def slot_of(library: Library, occasion: Occasion | None, template_id: str) -> Slot | None:
    """The slot of an occasion that a template fits; the first of several, None where there is none."""
    template = library.sections.get(template_id)
    if occasion is None or template is None:
        return None
    return next((slot for slot in occasion.slots if template.fits(slot)), None)
