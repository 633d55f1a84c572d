"""A section template made of what was written: what would come of it, seen before it is saved, and saved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.core.counting import block_counts, total
from app.core.draft import Draft, Run
from app.core.errors import UsageError
from app.core.facts import FactSheet
from app.core.kinds import Layer
from app.core.place import Place
from app.core.plan import applied
from app.jobs.program import Program
from app.jobs.section_preview import SectionPreview
from app.layouts.find import DEFAULT
from app.templating.block_checks import expected_length
from app.templating.generalise.known import occurrences
from app.templating.generalise.passage import Passage
from app.templating.generalise.pieces import pieces
from app.templating.generalise.proposal import Becomes, Generalised, Proposal
from app.templating.generalise.propose import proposals
from app.templating.generalise.writing import generalised, placeholder_text
from app.templating.own.kinds import OwnKind
from app.templating.section_template import SectionTemplate

_UNNAMED = "新模板"


@dataclass(frozen=True, slots=True)
class Naming:
    """What a writer says of a new template; `slots` are ids, `hint` is the 写作提示."""

    name: str = ""
    slots: tuple[str, ...] = ()
    layer: Layer | None = None
    approach: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """The template that would be saved, with the values that make the passage of it again."""

    template: SectionTemplate
    made: Generalised


def proposed(program: Program, passage: Passage, today: date) -> tuple[Proposal, ...]:
    """What is proposed for a passage; loads the dictionary of words when it is first asked."""
    return proposals(passage, program.library.facts, program.segmenter, today)


def template_of(
    program: Program, passage: Passage, decisions: Sequence[Proposal], naming: Naming
) -> Template:
    """The template of a passage as it is decided. Raises UsageError for a name that cannot be."""
    made = generalised(passage, decisions, program.library.facts)
    name = naming.name.strip() or _UNNAMED
    item_id = program.own.id_for(name, OwnKind.SECTIONS)
    template = SectionTemplate(
        id=item_id,
        name=name,
        slots=naming.slots,
        layer=naming.layer,
        length=_tens(expected_length(passage.blocks)),
        approach=naming.approach.strip(),
        hint=naming.hint.strip(),
        fields=made.fields,
        body=made.body,
        body_line=1,
        path=program.own.folder / OwnKind.SECTIONS / f"{item_id}.j2",
    )
    return Template(template, made)


def looked_at(program: Program, draft: Draft, found: Template, filled: bool) -> SectionPreview:
    """The template as it would stand in a draft: with the values of the passage, or with nothing filled in.

    Raises TemplateError.
    """
    # Jinja2 comes with it, which is not for start-up.
    from app.templating.inserting import inserted

    library, template = program.library, found.template
    library = replace(library, sections={**library.sections, template.id: template})
    facts = FactSheet((*draft.facts, *found.made.facts)) if filled else FactSheet()
    alone = Draft(facts, layout=draft.layout or DEFAULT)
    fields = found.made.values if filled else FactSheet()
    made = applied(inserted(alone, 0, template.id, library, program.renderer, fields), alone)
    to_fill = sum(run.placeholder for block in made.blocks for run in block.runs)
    return SectionPreview(made, total(block_counts(made.blocks)).characters, to_fill)


def places_of(draft: Draft, decision: Proposal) -> tuple[tuple[Place, Place], ...]:
    """Where in the draft that is looked at one value stands, or what became of it: from each place to another."""
    found: list[tuple[Place, Place]] = []
    for index, block in enumerate(draft.blocks):
        if decision.becomes is Becomes.STAYS:
            stretches = [(at, at + len(decision.text)) for at in occurrences(block.text, decision.text)]
        else:
            stretches = [(p.start, p.stop) for p in pieces(block) if _came_of(p.run, decision)]
        found += ((Place(index, start), Place(index, stop)) for start, stop in stretches)
    return tuple(found)


def _came_of(run: Run, decision: Proposal) -> bool:
    if decision.becomes is Becomes.PLACEHOLDER:
        return run.placeholder and run.bind is None and run.text == placeholder_text(decision)
    return run.bind is not None and run.bind.name == decision.name


def save_new(program: Program, found: Template) -> Path:
    """Save a new template among the writer's own; where it is. Raises UsageError without a name, WriteError."""
    # tomlkit comes with it, which is not for start-up.
    from app.templating.own.section_text import section_text

    template = found.template
    if template.name == _UNNAMED:
        raise UsageError("模板还没有名称。", "写一个名称，如“由问题倒推必要性”。")
    path = program.own.write(OwnKind.SECTIONS, template.id, section_text(template))
    program.refresh_library()
    return path


def counts(decisions: Sequence[Proposal]) -> dict[Becomes, int]:
    """How many values become what."""
    return {each: sum(decision.becomes is each for decision in decisions) for each in Becomes}


def _tens(length: int) -> int:
    return max(10, 10 * round(length / 10))
