"""Declared fields: what a template or the draft asks of the writer, and of which type the answer is."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.facts import FactValue


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
    """One fact or field as it is declared. `hint` says to the writer what to put in; None is no value."""

    name: str
    type: FieldType
    required: bool = False
    default: FactValue | None = None
    example: FactValue | None = None
    hint: str = ""
    choices: tuple[str, ...] = ()
