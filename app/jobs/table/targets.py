"""Where a column of a table can go: to a fact, to a field of a slot's section, or to one part of a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.core.errors import UsageError
from app.core.facts import FactSheet
from app.jobs.making import find_occasion, read_answers
from app.jobs.program import Program
from app.templating.answers import Answers, said_of
from app.templating.fields import Field, FieldType
from app.templating.occasion import Occasion
from app.templating.problems import near

Part = Literal["", "职务", "姓名"]
_PARTS: tuple[Part, ...] = ("", "职务", "姓名")


@dataclass(frozen=True, slots=True)
class Target:
    """One place for values. `slot` and `slot_name` are empty for a fact, `part` for a whole value."""

    field: Field
    slot: str = ""
    slot_name: str = ""
    part: Part = ""

    @property
    def key(self) -> str:
        """What it is called on the command line: 会议名称, 散会.联系人, 主持人.职务."""
        return ".".join(filter(None, (self.slot_name, self.field.name, self.part)))

    @property
    def name(self) -> str:
        """What it is called in the window."""
        part = f"（{self.part}）" if self.part else ""
        return " · ".join(filter(None, (self.slot_name, f"{self.field.name}{part}")))

    @property
    def whole(self) -> tuple[str, str]:
        """The slot and the name of the value that it is, or is a part of."""
        return self.slot, self.field.name


def targets(
    program: Program, occasion: Occasion, choices: Mapping[str, str], facts: FactSheet
) -> tuple[Target, ...]:
    """The facts that the occasion asks, then the fields of the templates that stand for its slots.

    `choices` are as in `new_draft`; those for slots of another variant than the facts ask for do not count.
    Raises UsageError for a template that does not fit.
    """
    from app.templating.compose import chosen_templates

    library = program.library
    form = library.form_of(occasion, facts)
    asked = [target for field in library.asked(occasion) for target in _of(field)]
    chosen = chosen_templates(library, form, choices_within(form, choices))
    for slot in form.slots:
        if slot.id in chosen:
            asked += [each for field in chosen[slot.id].fields for each in _of(field, slot.id, slot.name)]
    return tuple(asked)


def choices_within(form: Occasion, choices: Mapping[str, str]) -> dict[str, str]:
    """The choices for slots that this variant of the occasion has."""
    known = {key for slot in form.slots for key in (slot.id, slot.name)}
    return {key: template for key, template in choices.items() if key in known}


def check_choices(program: Program, occasion_id: str, choices: Mapping[str, str]) -> Occasion:
    """The occasion, whose variants have all slots for which templates were chosen. Raises UsageError, ReadError."""
    occasion = find_occasion(program.library, occasion_id)
    forms = occasion.forms()
    for key in choices:
        if not any(key in choices_within(form, choices) for form in forms):
            forms[0].slot(key)
    return occasion


def common_answers(
    program: Program,
    occasion: Occasion,
    choices: Mapping[str, str],
    facts_file: Path | None = None,
    settings: Sequence[str] = (),
) -> Answers:
    """What a facts file and settings answer for all rows, whatever variant a row is of. Raises as `read_answers`."""
    said = FactSheet()
    if occasion.variants:
        said = said.with_value(occasion.variant_fact, said_of(occasion.variant_fact, facts_file, settings))
    within = choices_within(program.library.form_of(occasion, said), choices)
    return read_answers(program, occasion.id, within, facts_file, settings)


def target_of(key: str, known: Sequence[Target], declared: Mapping[str, Field]) -> Target:
    """The target that is called so; a fact that is declared may be named although the occasion does not ask it.

    Raises UsageError naming those that are near.
    """
    every = [*known, *(target for field in declared.values() for target in _of(field))]
    found = next(
        (target for target in every if key in (target.key, f"{target.slot}.{target.field.name}")), None
    )
    if found is None:
        raise UsageError(f"没有叫“{key}”的事实或字段。", near(key, [target.key for target in known]))
    return found


def _of(field: Field, slot: str = "", slot_name: str = "") -> list[Target]:
    parts = _PARTS if field.type is FieldType.PERSON else _PARTS[:1]
    return [Target(field, slot, slot_name, part) for part in parts]
