"""A section template carried out by itself, to be looked at: as the draft of which it would be a section."""

from dataclasses import dataclass

from app.core.computed import resolved
from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.ids import counting_ids
from app.core.repair import repaired
from app.templating.block_checks import expected_length
from app.templating.fields import by_name, effective
from app.templating.library import Library
from app.templating.problems import TemplateError
from app.templating.rendering import Renderer
from app.templating.scopes import Scopes
from app.templating.section_template import SectionTemplate
from app.templating.trials import examples


@dataclass(frozen=True, slots=True)
class Given:
    """The values that a template is tried with."""

    facts: FactSheet
    fields: FactSheet


def with_examples(template: SectionTemplate, library: Library) -> Given:
    """Every fact and field with its example."""
    return Given(examples(library.facts), examples(by_name(template.fields)))


def tried(template: SectionTemplate, library: Library, renderer: Renderer, given: Given) -> Draft:
    """The draft that has nothing but the section; ids count from one. Raises TemplateError."""
    own = by_name(template.fields)
    facts, fields = effective(given.facts, library.facts), effective(given.fields, own)
    scopes = Scopes(library.facts, facts, own, fields)
    blocks = renderer.render(template.body, template.path.name, scopes, template.body_line)
    return resolved(repaired(Draft(given.facts, blocks), counting_ids()))


def measured(template: SectionTemplate, library: Library, renderer: Renderer) -> int | None:
    """字 that it takes with its examples, what is to be filled in as it says; None where it cannot be carried out."""
    try:
        return length_of(tried(template, library, renderer, with_examples(template, library)))
    except TemplateError:
        return None


def length_of(draft: Draft) -> int:
    """字 that a draft will have when what is to be filled in takes what it says."""
    return expected_length(draft.blocks)
