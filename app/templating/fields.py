"""Declared fields: what a template or the draft asks of the writer, and of which type the answer is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.core.errors import AppError, UsageError
from app.core.facts import Date, FactSheet, FactValue, Person, is_empty
from app.templating import entries
from app.templating.vocabulary import Vocabulary


class FieldType(StrEnum):
    """The types that a fact or field can have, by the word that templates use for them."""

    TEXT = "文字"
    LONG = "长文"
    DATE = "日期"
    NUMBER = "数目"
    CHOICE = "选项"
    LIST = "清单"
    PERSON = "人"


@dataclass(frozen=True, slots=True)
class Field:
    """One fact or field as it is declared. `hint` says to the writer what to put in; None is no value.

    The choices of one with `vocabularies` are the names of those; None for all others.
    """

    name: str
    type: FieldType
    required: bool = False
    default: FactValue | None = None
    example: FactValue | None = None
    hint: str = ""
    choices: tuple[str, ...] = ()
    vocabularies: tuple[Vocabulary, ...] | None = None


def type_of(value: FactValue) -> FieldType:
    """The type of a value that nobody declares."""
    match value:
        case Date():
            return FieldType.DATE
        case Person():
            return FieldType.PERSON
        case tuple():
            return FieldType.LIST
        case str():
            return FieldType.LONG if "\n" in value else FieldType.TEXT
        case _:
            return FieldType.NUMBER


def typed(field: Field, raw: FactValue) -> FactValue | None:
    """What a writer typed, or a file holds, as a value of the field's type; None where it says nothing.

    Text is read as the type wants it; other values are taken where they can be (a date into a text).
    Raises UsageError naming the field and what to write.
    """
    value = None if is_empty(raw) else _read(field, raw)
    return None if is_empty(value) else value


def _read(field: Field, raw: FactValue) -> FactValue | None:
    if field.type is FieldType.PERSON and isinstance(raw, Person):
        return entries.person(raw.post, raw.name)
    if field.type is FieldType.LIST and isinstance(raw, tuple):
        return entries.items(raw)
    text = _as_text(raw)
    if text is None:
        raise _not_of_type(field, raw)
    if not text.strip():
        return None
    value = _READERS[field.type](text)
    if value is None or (field.type is FieldType.CHOICE and value not in field.choices):
        raise _not_of_type(field, raw)
    return value


_READERS: Mapping[FieldType, Callable[[str], FactValue | None]] = {
    FieldType.TEXT: entries.one_line,
    FieldType.LONG: entries.lines,
    FieldType.DATE: entries.read_day,
    FieldType.NUMBER: entries.read_number,
    FieldType.CHOICE: entries.one_line,
    FieldType.LIST: entries.read_list,
    FieldType.PERSON: entries.read_person,
}


def _as_text(raw: FactValue) -> str | None:
    """What stands in a box, None for what does not fit into one."""
    match raw:
        case str():
            return raw
        case Date():
            return entries.show_day(raw)
        case int() | Decimal():
            return entries.show_number(raw)
        case _:
            return None


def _not_of_type(field: Field, raw: FactValue) -> AppError:
    remedies = {
        FieldType.NUMBER: "只写数，不写单位，如 12、3.5、12.3万。",
        FieldType.DATE: "写成 2025年5月31日 或 2025-05-31；还没有定的写×，如 2025年×月×日。",
        FieldType.CHOICE: f"从这些里选一个：{'、'.join(field.choices)}。",
        FieldType.LIST: "写成一组文字，一行一项，或用顿号隔开。",
        FieldType.PERSON: "先写职务，空一格再写姓名。",
    }
    said = _as_text(raw)
    what = f"“{field.name}”写的“{said[:20]}”" if said else f"“{field.name}”的值"
    return UsageError(f"{what}不是{field.type}。", remedies.get(field.type, "写成一段文字，用引号括起来。"))


def shown(field: Field, value: FactValue | None) -> str:
    """A value as it stands in the box in which it was typed: `typed(field, shown(field, value)) == value`."""
    match value:
        case None:
            return ""
        case Person():
            return entries.show_person(value)
        case tuple():
            return entries.show_list(value)
        case _:
            return _as_text(value) or ""


def effective(sheet: FactSheet, fields: Mapping[str, Field]) -> FactSheet:
    """The sheet with the defaults of those fields to which the writer gave nothing."""
    for field in fields.values():
        if field.name not in sheet and field.default is not None:
            sheet = sheet.with_value(field.name, field.default)
    return sheet


def with_vocabularies(field: Field, vocabularies: Iterable[Vocabulary]) -> Field:
    """The field with these to choose from, if it is one whose choices have vocabularies; of one name the last counts."""
    if field.vocabularies is None:
        return field
    known = {each.name: each for each in vocabularies}
    return replace(field, choices=tuple(known), vocabularies=tuple(known.values()))


def by_name(fields: Iterable[Field]) -> dict[str, Field]:
    """Fields by their name, in their order."""
    return {field.name: field for field in fields}


def fitting(values: FactSheet, fields: Iterable[Field]) -> FactSheet:
    """The values that some fields can hold: of the same name, and of a type that fits."""
    declared = by_name(fields)
    return FactSheet(
        tuple(pair for pair in values if pair[0] in declared and _holds(declared[pair[0]], pair[1]))
    )


def _holds(field: Field, value: FactValue) -> bool:
    try:
        return typed(field, value) == value
    except UsageError:
        return False
