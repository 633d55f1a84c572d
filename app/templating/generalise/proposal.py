"""What is proposed to become of one thing that a passage says, and what a writer decides."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.facts import FactSheet, FactValue
from app.templating.fields import Field, FieldType


class Becomes(StrEnum):
    """What a stretch of text becomes in the template, by the word that a writer chooses."""

    FACT = "事实"
    FIELD = "字段"
    PLACEHOLDER = "待填"
    STAYS = "照写"


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters `start` to `stop` of a block of the passage, which are the value in a form.

    Where a placeholder takes their place the last `scale` characters stay (亿 of 120亿).
    """

    index: int
    start: int
    stop: int
    form: str = ""
    scale: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """One value that a passage says at one or more spots, and what becomes of it.

    `text` is what stands at the first spot, `what` in a word what it is; `name` that of the fact or field, or what a
    placeholder asks for. `value` is None where the draft has only its placeholder. `declared` is the field of the
    template that the passage itself came from, None for all others. `names` are other facts that say the same.
    """

    what: str
    text: str
    spots: tuple[Spot, ...]
    value: FactValue | None
    type: FieldType
    becomes: Becomes
    name: str
    reason: str
    declared: Field | None = None
    names: tuple[str, ...] = ()

    def decided(self, becomes: Becomes, name: str = "") -> "Proposal":
        """The same with what the writer says becomes of it; an empty name leaves that as it is."""
        return replace(self, becomes=becomes, name=name or self.name)


@dataclass(frozen=True, slots=True)
class Generalised:
    """What came of it: the text of a template, its fields, and the values with which it says the passage again.

    `facts` are values of facts that the draft itself does not give.
    """

    body: str
    fields: tuple[Field, ...]
    values: FactSheet
    facts: FactSheet
