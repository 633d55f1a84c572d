"""How the section of a template begins: what is shown of it where one is chosen."""

from collections.abc import Mapping

from app.core.errors import AppError
from app.core.facts import FactSheet
from app.templating.compose import section_blocks
from app.templating.library import Library
from app.templating.occasion import Occasion
from app.templating.rendering import Renderer

_ENOUGH = 80
"""字 that fill the two lines in which it is shown."""


def opening(library: Library, renderer: Renderer, template_id: str, facts: FactSheet) -> str:
    """The first lines of what a template gives, its paragraphs one after the other; empty where that fails."""
    try:
        blocks = section_blocks(library, renderer, template_id, facts)
    except AppError:
        return ""  # whoever chooses it is told
    text = ""
    for block in blocks:
        if len(text) >= _ENOUGH:
            break
        text += ("　" if text else "") + block.text.replace("\u2028", "")
    return text[:_ENOUGH]


def openings(library: Library, renderer: Renderer, occasion: Occasion, facts: FactSheet) -> Mapping[str, str]:
    """The openings of all templates to choose from for an occasion, by their IDs."""
    templates = dict.fromkeys(each.id for slot in occasion.slots for each in library.choices(slot))
    return {name: opening(library, renderer, name, facts) for name in templates}
