"""Declared fields in the TOML of their file, and `facts.toml` as a whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.core.errors import ReadError
from app.core.facts import Date, FactValue
from app.files.toml_edit import EditedTable, EditedToml
from app.templating.declarations import FIELD_WORDS, facts_of
from app.templating.fields import Field, FieldType, by_name, shown
from app.templating.file_text import LIMITS
from app.templating.own.changes import Changes

_NAME = "facts.toml"
_NEW = Field("", FieldType.TEXT)


def facts_text(fields: Sequence[Field], former: str = "", renamed: Mapping[str, str] | None = None) -> str:
    """The text of a `facts.toml` that declares these facts, in this order.

    `former` is the text that it was made from: what is the same stays as it was written there. `renamed` are new
    names by the former ones. Raises ReadError where `former` cannot be read.
    """
    toml = EditedToml(former, _NAME, LIMITS)
    put_fields(toml, facts_of(former, _NAME), fields, renamed or {})
    text = str(toml).lstrip("\n")
    try:
        as_meant = facts_of(text, _NAME) == as_written(fields)
    except ReadError:
        return text  # it is the fields that do not fit: whoever validates is told
    return text if as_meant or not former else facts_text(fields)


def put_fields(
    tables: EditedTable, before: Iterable[Field], after: Sequence[Field], renamed: Mapping[str, str]
) -> None:
    """Make tables of the fields `before` those of the fields `after`, in their order."""
    known = by_name(replace(field, name=renamed.get(field.name, field.name)) for field in before)
    for former, name in renamed.items():
        if former != name:
            tables.rename(former, name)
    names = [field.name for field in after]
    for gone in [name for name in tables.names() if name not in names]:
        tables.remove((gone,))
    for field in as_written(after):
        _put_field(Changes(tables.table((field.name,)), FIELD_WORDS), known.get(field.name), field)
    tables.arrange(names)


def as_written(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Fields without what comes from elsewhere: the choices of those with vocabularies."""
    return tuple(
        field if field.vocabularies is None else replace(field, choices=(), vocabularies=())
        for field in fields
    )


def _put_field(put: Changes, before: Field | None, after: Field) -> None:
    put.put("type", before and before.type, after.type)
    before = before or _NEW
    put.put("required", before.required, after.required, missing=False)
    put.put("choices", before.choices, after.choices)
    put.put("vocabulary", before.vocabularies is not None, after.vocabularies is not None, missing=False)
    put.put("default", _written(before, before.default), _written(after, after.default))
    put.put("example", _written(before, before.example), _written(after, after.example))
    put.put("hint", before.hint, after.hint.strip())


def _written(field: Field, value: FactValue | None) -> FactValue | None:
    """A value as a person would write it: dates as text, 2025年×月×日."""
    return shown(field, value) if isinstance(value, Date) else value
