"""Occasions (场合): which slots a speech has, in which order, and what is asked for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.errors import ReadError, UsageError
from app.core.facts import FactSheet
from app.core.kinds import Layer
from app.templating.problems import near

_ID = re.compile("[a-z][a-z0-9_]*")
LAST = 1000
"""The order of an occasion that does not say any."""


@dataclass(frozen=True, slots=True)
class Slot:
    """部件: one place of an occasion that a section fills.

    `share` is the usual part of the whole in percent, `templates` the IDs to choose from, the first of
    them the default, but where a field of work (领域) is chosen: there it is `field_template`, if that is one.
    """

    id: str
    name: str
    layer: Layer | None = None
    share: int = 0
    required: bool = True
    hint: str = ""
    templates: tuple[str, ...] = ()
    field_template: str = ""

    def for_field(self) -> "Slot":
        """The slot as it is where a field of work is chosen."""
        others = tuple(name for name in self.templates if name != self.field_template)
        return replace(self, templates=(self.field_template, *others)) if self.field_template else self


@dataclass(frozen=True, slots=True)
class Occasion:
    """场合. `facts` are asked in this order; `length` in 字 and `minutes` are from and to, or None.

    `head` is the template of the head kinds, `head_line` the line of the file at which it begins; `avoid`
    tells what the occasion must not have. Those with a lower `order` are offered first.

    Where it has `variants` (开幕词、闭幕词), the fact `variant_fact` says which is wanted, and it itself only tells what
    any of them has. `variant` is the name of the one that this is, empty for none.
    """

    id: str
    name: str
    description: str
    facts: tuple[str, ...]
    length: tuple[int, int] | None
    minutes: tuple[int, int] | None
    layout: str
    avoid: tuple[str, ...]
    head: str
    head_line: int
    slots: tuple[Slot, ...]
    path: Path
    built_in: bool = False
    order: int = LAST
    variant: str = ""
    variant_fact: str = ""
    variants: "tuple[Occasion, ...]" = ()

    def forms(self) -> "tuple[Occasion, ...]":
        """Its variants; itself where it has none."""
        return self.variants or (self,)

    def for_facts(self, facts: FactSheet) -> "Occasion":
        """The variant that the facts ask for, the first where they ask for none; itself where it has none."""
        wanted = facts.get(self.variant_fact)
        return next((form for form in self.variants if form.variant == wanted), self.forms()[0])

    def for_field(self) -> "Occasion":
        """The occasion as it is where a field of work is chosen."""
        return replace(self, slots=tuple(slot.for_field() for slot in self.slots))

    def slot(self, key: str) -> Slot:
        """The slot of that id or 名称. Raises UsageError naming those that are near."""
        found = next((slot for slot in self.slots if key in (slot.id, slot.name)), None)
        if found is None:
            remedy = near(key, [slot.id if key.isascii() else slot.name for slot in self.slots])
            raise UsageError(f"“{self.name}”没有部件“{key}”。", remedy)
        return found

    def target(self, slot: Slot) -> int | None:
        """字 that the slot usually takes, in tens: its share of the middle of the length."""
        if self.length is None or not slot.share:
            return None
        return max(10, 10 * round(sum(self.length) * slot.share / 2000))

    def shares(self) -> Mapping[Layer | None, int]:
        """The usual part of the whole in percent that each layer takes; None stands for slots of no layer."""
        found: dict[Layer | None, int] = {}
        for slot in self.slots:
            found[slot.layer] = found.get(slot.layer, 0) + slot.share
        return found


def is_template_id(text: str) -> bool:
    """Whether a text can be the ID of an occasion, a slot or a template: small letters, digits and _."""
    return _ID.fullmatch(text) is not None


def template_id(path: Path) -> str:
    """The ID of a file, which is its name. Raises ReadError."""
    if not is_template_id(path.stem):
        remedy = "文件名以小写字母开头，只用小写字母、数字和下划线；中文名写在文件里的“名称”。"
        raise ReadError(f"“{path.name}”的文件名不能作 ID。", remedy)
    return path.stem


def read_layer(word: str, where: str) -> Layer | None:
    """The layer of that name, None for an empty one. Raises ReadError."""
    if not word:
        return None
    layers = {**{layer.value: layer for layer in Layer}, **{layer.name.lower(): layer for layer in Layer}}
    if word.lower() not in layers:
        raise ReadError(f"{where}的层“{word}”不认识。", f"可以写：{'、'.join(Layer)}，没有层的不写。")
    return layers[word.lower()]
