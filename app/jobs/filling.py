"""What a section template is filled with where it is looked at before it stands in a draft."""

from enum import Enum

from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.outline import stretches
from app.templating.fields import by_name, fitting
from app.templating.library import Library
from app.templating.section_template import SectionTemplate
from app.templating.trials import nothing
from app.templating.trying import Given, with_examples


class Filling(Enum):
    """With what it is filled, in the writer's words."""

    EXAMPLES = "填上示例"
    NOTHING = "什么都不填"
    DRAFT = "用打开的稿子"


def given(library: Library, template: SectionTemplate, filling: Filling, draft: Draft | None) -> Given:
    """The values; of a draft its facts, and the fields of the section that was made from this template."""
    match filling:
        case Filling.EXAMPLES:
            return with_examples(template, library)
        case Filling.DRAFT if draft is not None:
            made = (each.section for each in stretches(draft) if each.section.template == template.id)
            fields = next((each.fields for each in made), FactSheet())
            return Given(draft.facts, fitting(fields, template.fields))
        case _:
            return Given(nothing(library.facts), nothing(by_name(template.fields)))
