"""Occasions and section templates: found by name, and an author's own checked."""

from app.core.errors import UsageError
from app.jobs.making import raise_problem
from app.jobs.program import Program
from app.templating.occasion import Occasion
from app.templating.problems import near
from app.templating.section_template import SectionTemplate


def find_template(program: Program, key: str) -> Occasion | SectionTemplate:
    """The occasion or section template of that ID or 名称, an occasion first.

    Raises the error of its file where it has one, UsageError naming what is near where there is none.
    """
    library = program.library
    by_name = {each.name: each for each in library.sections.values()}
    occasions = {name: each for each in library.occasions.values() for name in (each.id, each.name)}
    found = occasions.get(key) or library.sections.get(key) or by_name.get(key)
    if found is not None:
        return found
    for folder in ("occasions", "sections"):
        raise_problem(library, folder, key)
    known = [*occasions, *library.sections]
    raise UsageError(f"没有叫“{key}”的场合或节模板。", near(key, known))
