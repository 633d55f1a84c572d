"""A section template as it would stand in a draft, to be looked at."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.outline import stretches
from app.core.plan import applied
from app.layouts.find import DEFAULT
from app.templating.fields import by_name
from app.templating.library import Library
from app.templating.rendering import Renderer
from app.templating.section_template import SectionTemplate


class Filling(StrEnum):
    """What facts and fields are filled with."""

    EXAMPLES = "示例"
    NOTHING = "空着"
    DRAFT = "这份稿子"


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
    # Jinja2 comes with them, which is not for start-up.
    from app.templating.inserting import inserted
    from app.templating.trials import examples

    library = replace(library, sections={**library.sections, template.id: template})
    alone, fields = Draft(layout=DEFAULT), FactSheet()
    if filling is Filling.EXAMPLES:
        alone = replace(alone, facts=examples(library.facts))
        fields = examples(by_name(template.fields))
    elif filling is Filling.DRAFT and draft is not None:
        alone = replace(draft, blocks=())
        made = (each.section.fields for each in stretches(draft) if each.section.template == template.id)
        fields = next(made, fields)
    made_draft = applied(inserted(alone, 0, template.id, library, renderer, fields), alone)
    to_fill = sum(run.placeholder for block in made_draft.blocks for run in block.runs)
    return SectionPreview(made_draft, total(block_counts(made_draft.blocks)).characters, to_fill)
