"""A section template tried while it is written: what comes of it, what is wrong with it, how long it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.filling import Filling, given
from app.jobs.program import Program
from app.templating.fields import by_name
from app.templating.own.section_text import section_text
from app.templating.problems import TemplateError
from app.templating.remarks import Author, Level, Remark
from app.templating.section_checks import front_matter_remarks, section_remarks, used_names
from app.templating.section_template import SectionTemplate, section_of
from app.templating.trying import length_of, measured, tried


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
class Tried:
    """What came of it. `template` is None for a text that cannot be read, `draft` where `error` says why there is none."""

    asked: Asked
    template: SectionTemplate | None
    draft: Draft | None
    error: AppError | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What is to be said of it. `length` is in 字 with its examples, None where that cannot be told."""

    tried: Tried
    remarks: tuple[Remark, ...]
    length: int | None = None
    undeclared: tuple[str, ...] = ()
    """Names that its text has and that are neither fact nor field."""


def try_template(program: Program, asked: Asked) -> Tried:
    """Carry it out; in the worker, for it may take as long as templates may run."""
    template = asked.template
    try:
        template = template or section_of(asked.text, asked.path)
        draft = tried(
            template,
            program.library,
            program.renderer,
            given(program.library, template, asked.filling, asked.draft),
        )
    except AppError as error:
        return Tried(asked, template, None, error)
    return Tried(asked, template, draft)


def check_template(program: Program, done: Tried) -> Checked:
    """All remarks about what was tried; what ran for ever is not run again."""
    template, library = done.template, program.library
    unread = _unread(done.asked)
    if template is None or done.error is not None:
        return _refused(program, done, unread)
    found = section_remarks(template, library, program.renderer)
    shown = done.draft if done.asked.filling is Filling.EXAMPLES else None
    length = length_of(shown) if shown else measured(template, library, program.renderer)
    return Checked(done, (*unread, *found), length, _undeclared(program, template))


def _refused(program: Program, done: Tried, unread: tuple[Remark, ...]) -> Checked:
    """What is left to be said where nothing came of it."""
    error, template, path = done.error, done.template, done.asked.path
    assert error is not None
    line, what = (error.line, error.trouble) if isinstance(error, TemplateError) else (None, error.what)
    wrong = Remark(path, line, Level.WRONG, what, error.remedy)
    if template is None:
        return Checked(done, (wrong,))
    rest = front_matter_remarks(template, program.library, Author(path, template.body))
    return Checked(done, (*unread, wrong, *rest), None, _undeclared(program, template))


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
