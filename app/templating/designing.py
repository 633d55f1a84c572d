"""Fields of a template as their author makes and changes them; what no longer fits is let go."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from app.core.errors import UsageError
from app.core.facts import FactValue
from app.templating.declarations import is_field_name
from app.templating.fields import Field, FieldType, shown, typed

_FIRST_CHOICES = ("选项一", "选项二")


def new_field(taken: Collection[str], name: str = "新字段") -> Field:
    """A field of a name that is not taken yet."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}{number}"
    return Field(found, FieldType.TEXT)


def checked_name(name: str, others: Iterable[str]) -> str:
    """A name as a field may have it. Raises UsageError for one that cannot be one or that another field has."""
    name = name.strip()
    if not is_field_name(name):
        remedy = "名称用汉字、字母、数字和下划线，不用数字开头，中间没有空格和标点。"
        raise UsageError(f"“{name}”不能作字段的名称。" if name else "名称是空的。", remedy)
    if name in others:
        raise UsageError(f"已经有叫“{name}”的字段。", "换一个名称。")
    return name


def with_type(field: Field, type_: FieldType) -> Field:
    """The field with another type; its values where they can be read as that, else none."""
    choices = ()
    if type_ is FieldType.CHOICE:
        choices = field.choices or _FIRST_CHOICES
    return _fitted(replace(field, type=type_, choices=choices, vocabularies=None))


def with_choices(field: Field, lines: Iterable[str]) -> Field:
    """The field with other choices, one a line: empty lines and what is there already are left out."""
    choices = tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
    return _fitted(replace(field, choices=choices))


def _fitted(field: Field) -> Field:
    return replace(field, default=_as_typed(field, field.default), example=_as_typed(field, field.example))


def _as_typed(field: Field, value: FactValue | None) -> FactValue | None:
    if value is None:
        return None
    for raw in (value, shown(field, value)):
        try:
            return typed(field, raw)
        except UsageError:
            continue
    return None


def moved(fields: Sequence[Field], at: int, to: int) -> tuple[Field, ...]:
    """The fields with one of them at another place."""
    rest = [*fields[:at], *fields[at + 1 :]]
    return (*rest[:to], fields[at], *rest[to:])
