"""What a writer may make of a piece: the roles as the menu has them, with their keys, and what they are called."""

from dataclasses import dataclass
from enum import Enum, auto

from app.core.kinds import HEAD_KINDS, HEADINGS, KIND_NAMES, Kind
from app.importing.pieces import Role
from app.importing.report import Fate
from app.ui.commands import keys_of_kind

REFUSED = Fate.RESIDUE
"""What the writer makes of a piece that is not to be in the draft."""


class Look(Enum):
    """Roles that look alike; which one it is, the words on the label say."""

    HEAD = auto()
    HEADING = auto()
    POINT = auto()
    BODY = auto()
    END = auto()
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """A role in the menu, with its keys in Qt's portable form; the first of them is shown."""

    role: Role
    name: str
    keys: tuple[str, ...]


def _kind(kind: Kind, key: str) -> Choice:
    """A kind of its own `key` here, after those of the editor."""
    return Choice(kind, KIND_NAMES[kind], (*keys_of_kind(kind), key))


CHOICES: tuple[tuple[Choice, ...], ...] = (
    (
        _kind(Kind.BODY, "0"),
        _kind(Kind.H1, "1"),
        _kind(Kind.H2, "2"),
        _kind(Kind.H3, "3"),
        _kind(Kind.H4, "4"),
        _kind(Kind.POINT, "5"),
        _kind(Kind.PART, "P"),
    ),
    (
        _kind(Kind.TITLE, "T"),
        _kind(Kind.SUBTITLE, "U"),
        _kind(Kind.BYLINE, "S"),
        _kind(Kind.DATE, "D"),
        _kind(Kind.SALUTATION, "C"),
        _kind(Kind.STAGE, "G"),
    ),
    (
        _kind(Kind.CLOSING, "E"),
        _kind(Kind.SIGNOFF, "K"),
        _kind(Kind.CUE, "Q"),
    ),
    (Choice(REFUSED, "不要", ("Del",)),),
)
"""The roles in groups. The keys of the editor hold here; one key alone, as nobody writes here, does it too."""


def name_of(role: Role) -> str:
    """The trade's word for a role."""
    return KIND_NAMES[role] if isinstance(role, Kind) else role.value


def look_of(role: Role) -> Look:
    """How a role looks."""
    if isinstance(role, Fate):
        return Look.LEFT_OUT
    if role in HEAD_KINDS:
        return Look.HEAD
    if role in HEADINGS or role is Kind.PART:
        return Look.HEADING
    if role is Kind.POINT:
        return Look.POINT
    return Look.END if role in (Kind.CLOSING, Kind.SIGNOFF, Kind.CUE) else Look.BODY
