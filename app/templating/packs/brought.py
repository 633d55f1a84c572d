"""What a pack brings, one thing after the other, and how each stands to what is here."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.layouts.model import Layout
from app.templating.fields import Field
from app.templating.library import Library
from app.templating.occasion import Occasion
from app.templating.own.kinds import OwnKind
from app.templating.section_template import SectionTemplate


class Standing(StrEnum):
    """How something in a pack stands to what is here under its ID."""

    NEW = "新的"
    SAME = "与现有的相同"
    DIFFERENT = "与现有的不同"


@dataclass(frozen=True, slots=True)
class Brought:
    """One thing that a pack brings: a file with its text, or one fact with the text of its declaration.

    `present` is the text that is here under its ID, empty where there is none, `replaces_own` whether that is the
    writer's own. `faults` are sentences; with some of them it `can_be_taken` all the same, to be put right. `base` is
    the ending and the content of the Word file beside a layout, `value` what can be seen as a page or on sheets.
    """

    kind: OwnKind
    id: str
    name: str
    text: str
    standing: Standing = Standing.NEW
    present: str = ""
    replaces_own: bool = False
    faults: tuple[str, ...] = ()
    can_be_taken: bool = True
    base: tuple[str, bytes] | None = None
    fact: Field | None = None
    value: SectionTemplate | Occasion | Layout | None = None

    @property
    def key(self) -> tuple[OwnKind, str]:
        """What tells it from the others."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Look:
    """What a pack brings, in the order of its kinds, and what else the writer should know of it, in sentences.

    `library` is what there would be if all of it were taken in the place of what is here.
    """

    name: str
    description: str
    items: tuple[Brought, ...]
    notes: tuple[str, ...] = ()
    library: Library = field(default_factory=Library)
