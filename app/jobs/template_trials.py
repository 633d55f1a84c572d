"""A section template tried while it is written: what comes of it, what is wrong with it, how long it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import AppError
from app.core.facts import FactSheet
from app.core.outline import stretches
from app.jobs.program import Program
from app.templating.fields import by_name, fitting
from app.templating.own.section_text import section_text
from app.templating.problems import TemplateError
from app.templating.remarks import Author, Level, Remark
from app.templating.section_checks import front_matter_remarks, section_remarks, used_names
from app.templating.section_template import SectionTemplate, section_of
from app.templating.trials import nothing
from app.templating.trying import Given, measured, tried, with_examples


class Filling(Enum):
    """With what a template is tried."""

    EXAMPLES = "填上示例"
    NOTHING = "什么都不填"
    DRAFT = "用打开的稿子"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be tried: a template, or the text of a whole file (`template` is None), in the file `path`."""

    path: Path
    template: SectionTemplate | None
    text: str = ""
    filling: Filling = Filling.EXAMPLES
    draft: Draft | None = None
    """Whose facts it is filled with, where that is asked."""
    former: str = ""
    """The text of the file, from which that of the changed one is made."""
    renamed: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it. `template` is None for a text that cannot be read, `draft` for one that cannot be carried out."""

    asked: Asked
    template: SectionTemplate | None
    draft: Draft | None
    remarks: tuple[Remark, ...]
    length: int | None
    """字 that it takes with its examples; None where that cannot be told."""
    undeclared: tuple[str, ...] = ()
    """Names that its text has and that are neither fact nor field."""


def try_template(program: Program, asked: Asked) -> Trial:
    """Try a template in the worker; whatever is wrong with it is in the remarks."""
    template = asked.template
    try:
        template = template or section_of(asked.text, asked.path)
        unread = _unread(asked)
        draft = tried(template, program.library, program.renderer, _given(program, asked, template))
    except AppError as error:
        return _refused(program, asked, template, error)
    found = (*unread, *section_remarks(template, program.library, program.renderer))
    length = measured(template, program.library, program.renderer)
    return Trial(asked, template, draft, found, length, _undeclared(program, template))


def _refused(program: Program, asked: Asked, template: SectionTemplate | None, error: AppError) -> Trial:
    """What is left to be said where nothing comes of it; a template that runs for ever is not tried again."""
    line, what = (error.line, error.trouble) if isinstance(error, TemplateError) else (None, error.what)
    found = [*_unread(asked), Remark(asked.path, line, Level.WRONG, what, error.remedy)]
    if template is not None:
        found += front_matter_remarks(template, program.library, Author(asked.path, template.body))
    undeclared = _undeclared(program, template) if template else ()
    return Trial(asked, template, None, tuple(found), None, undeclared)


def _undeclared(program: Program, template: SectionTemplate) -> tuple[str, ...]:
    known = {*program.library.facts, *by_name(template.fields)}
    return tuple(sorted(used_names(template.body) - known))


def _unread(asked: Asked) -> tuple[Remark, ...]:
    """What would keep the file from being read again."""
    if asked.template is None:
        return ()
    try:
        section_of(section_text(asked.template, asked.former, asked.renamed), asked.path)
    except AppError as error:
        return (Remark(asked.path, None, Level.WRONG, error.what, error.remedy),)
    return ()


def _given(program: Program, asked: Asked, template: SectionTemplate) -> Given:
    """The values; of a draft its facts, and the fields of the section that was made from this template."""
    own = by_name(template.fields)
    match asked.filling:
        case Filling.EXAMPLES:
            return with_examples(template, program.library)
        case Filling.DRAFT if asked.draft is not None:
            made = (each.section for each in stretches(asked.draft) if each.section.template == template.id)
            fields = next((each.fields for each in made), FactSheet())
            return Given(asked.draft.facts, fitting(fields, template.fields))
        case _:
            return Given(nothing(program.library.facts), nothing(own))
