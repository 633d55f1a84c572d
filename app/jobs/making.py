"""A new draft from an occasion and what the writer answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import UsageError
from app.core.facts import FactSheet
from app.jobs.program import Program
from app.templating.answers import Answers, questions, read_facts_file, said_of, with_setting
from app.templating.library import Library, Problem
from app.templating.occasion import Occasion


@dataclass(frozen=True, slots=True)
class Made:
    """A new draft, and what the writer should know of how it was made."""

    draft: Draft
    notices: tuple[str, ...] = ()


def new_draft(
    program: Program,
    occasion_id: str,
    answers: Answers | None = None,
    choices: Mapping[str, str] | None = None,
) -> Made:
    """The draft of an occasion, by its ID or 名称; what was not answered stands as a placeholder.

    `choices` are templates by slot, each by id or 名称, 无 for an optional slot that is left out. Raises
    UsageError for what is not there, ReadError for a template that is wrong or cannot be carried out.
    """
    # Jinja2 comes with it, which is not for start-up.
    from app.templating.compose import compose

    answers, choices = answers or Answers(), choices or {}
    library = program.library
    occasion = find_occasion(library, occasion_id)
    _check_choices(library, choices)
    draft = compose(library, program.renderer, occasion.id, answers.facts, choices, answers.fields)
    return Made(draft, _notices(library, draft))


def read_answers(
    program: Program,
    occasion_id: str,
    choices: Mapping[str, str] | None = None,
    facts_file: Path | None = None,
    settings: Sequence[str] = (),
) -> Answers:
    """What a TOML file and 名=值 settings, which win, answer for a draft of this occasion with these templates.

    Raises ReadError for a file that is no TOML, UsageError for an unknown name and a value of another type.
    """
    from app.templating.compose import chosen_templates

    library, choices = program.library, choices or {}
    occasion = find_occasion(library, occasion_id)
    if occasion.variants:
        fact = occasion.variant_fact
        occasion = library.form_of(
            occasion, FactSheet().with_value(fact, said_of(fact, facts_file, settings))
        )
    _check_choices(library, choices)
    asked = questions(library, occasion, chosen_templates(library, occasion, choices))
    answers = read_facts_file(facts_file, asked) if facts_file else Answers()
    for setting in settings:
        answers = with_setting(answers, asked, setting)
    return answers


def find_occasion(library: Library, occasion_id: str) -> Occasion:
    """The occasion of that ID or 名称. Raises the error of its file where it has one, else UsageError."""
    try:
        return library.occasion(occasion_id)
    except UsageError:
        raise_problem(library, "occasions", occasion_id)
        raise


def _check_choices(library: Library, choices: Mapping[str, str]) -> None:
    """Raise the error of the file of a template that was chosen by name and could not be read."""
    for template_id in choices.values():
        if template_id not in library.sections:
            raise_problem(library, "sections", template_id)


def raise_problem(library: Library, folder: str, stem: str) -> None:
    """Raise the error of the file of that name in `occasions` or `sections`, where it could not be read."""
    for problem in library.problems:
        if problem.path.stem == stem and folder in problem.path.parts:
            raise problem.error


def _notices(library: Library, draft: Draft) -> tuple[str, ...]:
    """The writer's own files that have a fault and in whose place others were used."""
    used = {block.section.template for block in draft.blocks if block.section} | {draft.occasion, "facts"}
    return tuple(_notice(problem) for problem in library.problems if problem.path.stem in used)


def _notice(problem: Problem) -> str:
    return f"“{problem.path.name}”有错，没有用上：{problem.error}"
