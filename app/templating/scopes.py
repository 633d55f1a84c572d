"""The names that a template may use, each with what the writer gave for it or with what stands for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.draft import Bind
from app.core.facts import Date, FactSheet, FactValue, Person
from app.templating.fields import Field, FieldType
from app.templating.forms import is_blank
from app.templating.values import Value, missing
from app.templating.words import Chosen

_SAMPLES: dict[FieldType, FactValue] = {
    FieldType.TEXT: "×××",
    FieldType.LONG: "×××",
    FieldType.CHOICE: "×××",
    FieldType.DATE: Date(0, 0, 0),
    FieldType.NUMBER: 1,
    FieldType.LIST: ("×××", "×××"),
    FieldType.PERSON: Person("×××", "××"),
}
"""What a missing value is taken for where its form is checked, and how many items it has."""


@dataclass(frozen=True, slots=True)
class Scopes:
    """Where a template's names come from: the draft's facts and the section's own fields, which win."""

    draft_fields: Mapping[str, Field]
    draft_values: FactSheet
    section_fields: Mapping[str, Field]
    section_values: FactSheet

    def names(self) -> tuple[str, ...]:
        """All names that a template may use."""
        return tuple({**self.draft_fields, **self.section_fields})

    def values(self) -> dict[str, Value]:
        """Each name with its value, or with what stands for a missing one."""
        found: dict[str, Value] = {}
        scopes = (
            ("draft", self.draft_fields, self.draft_values),
            ("section", self.section_fields, self.section_values),
        )
        for scope, fields, sheet in scopes:
            for name, field in fields.items():
                found[name] = value_of(scope, field, sheet.get(name))
        return found


def value_of(scope: str, field: Field, value: FactValue | None) -> Value:
    """A declared name's value, or what stands for it; `scope` as in Bind."""
    bind = Bind(scope, field.name)
    given = None if value is None or is_blank(value) else value
    if field.vocabularies is not None:
        known = next((each for each in field.vocabularies if each.name == given), None)
        return Chosen(given or _SAMPLES[field.type], bind, known, is_open=given is None)
    if given is not None:
        return Value(given, bind)
    sample = _SAMPLES[field.type]
    if field.example is not None and isinstance(field.example, type(sample)):
        sample = field.example
    return missing(bind, sample)
