"""The values with which `validate` tries a template: examples, nothing, and the worst that a writer may type."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.core.facts import FactSheet, FactValue, Person
from app.templating.fields import Field, FieldType, effective
from app.templating.scopes import value_of

HOSTILE = "# 一、\n- 【x】**b** [x](=y) {认识} @标题 \\ +++ {{ x }} {% if %} |（”"
"""Everything that markup or Jinja2 could read as its own."""

_WORST: Mapping[FieldType, FactValue] = MappingProxyType(
    {
        FieldType.TEXT: HOSTILE,
        FieldType.LONG: HOSTILE,
        FieldType.PERSON: Person(HOSTILE, HOSTILE),
    }
)


@dataclass(frozen=True, slots=True)
class Trial:
    """One set of values; `name` is what remarks call it, `varied` the field whose choice is tried, if any."""

    name: str
    facts: FactSheet
    fields: FactSheet
    varied: str = ""


def examples(fields: Mapping[str, Field]) -> FactSheet:
    """Every field with its example, else its default, else a sample of its type."""
    return _sheet({field.name: _example(field) for field in fields.values()})


def worst(fields: Mapping[str, Field]) -> FactSheet:
    """Every field with the worst value of its type; a list as long as its example."""
    found: dict[str, FactValue] = {}
    for field in fields.values():
        example = _example(field)
        found[field.name] = _WORST.get(field.type, example)
        if isinstance(example, tuple):
            found[field.name] = (HOSTILE,) * len(example)
    return _sheet(found)


def nothing(fields: Mapping[str, Field]) -> FactSheet:
    """What stands where the writer gives nothing: the defaults."""
    return effective(FactSheet(), fields)


def by_choice(facts: Mapping[str, Field], fields: Mapping[str, Field]) -> Iterator[Trial]:
    """The examples with each choice of each field in turn."""
    said, own = examples(facts), examples(fields)
    for field in (*facts.values(), *fields.values()):
        for choice in field.choices:
            name = f"“{field.name}”为“{choice}”时"
            if fields.get(field.name) is field:
                yield Trial(name, said, own.with_value(field.name, choice), field.name)
            else:
                yield Trial(name, said.with_value(field.name, choice), own, field.name)


def _example(field: Field) -> FactValue:
    known = field.example if field.example is not None else field.default
    if known is not None:
        return known
    return field.choices[0] if field.choices else value_of("draft", field, None).value


def _sheet(values: Mapping[str, FactValue]) -> FactSheet:
    return FactSheet(tuple(values.items()))
