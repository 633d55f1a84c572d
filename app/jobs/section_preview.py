"""A section template as it would stand in a draft, to be looked at."""

from dataclasses import dataclass, replace

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.plan import applied
from app.jobs.filling import Filling, given
from app.templating.inserting import inserted
from app.templating.library import Library
from app.templating.rendering import Renderer
from app.templating.section_template import SectionTemplate


@dataclass(frozen=True, slots=True)
class SectionPreview:
    """The section alone in a draft, its length in 字, and how many places are to be filled in."""

    draft: Draft
    characters: int
    to_fill: int


def section_preview(
    library: Library,
    renderer: Renderer,
    template: SectionTemplate,
    filling: Filling,
    draft: Draft | None = None,
) -> SectionPreview:
    """A template, which need not be in the library, filled with examples, nothing, or the facts of a draft.

    Where the draft has a section that was made of it, its fields are that section's. Raises TemplateError.
    """
    library = replace(library, sections={**library.sections, template.id: template})
    values = given(library, template, filling, draft)
    alone = Draft(values.facts, (), draft.occasion, draft.layout) if draft else Draft(values.facts)
    plan = inserted(alone, 0, template.id, library, renderer, values.fields)
    made_draft = applied(plan, alone)
    to_fill = sum(run.placeholder for block in made_draft.blocks for run in block.runs)
    return SectionPreview(made_draft, total(block_counts(made_draft.blocks)).characters, to_fill)
