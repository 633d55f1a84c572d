"""What an occasion shows of itself before it is chosen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.kinds import Layer

if TYPE_CHECKING:  # templates are read after the first painting
    from app.templating.occasion import Occasion

_FIRST_SENTENCE = re.compile(r"[^。！？]*[。！？]?")


@dataclass(frozen=True, slots=True)
class Part:
    """A slot by its name, and the layer that it belongs to."""

    name: str
    layer: Layer | None


@dataclass(frozen=True, slots=True)
class Card:
    """An occasion: what it is for, the parts that it gives, how long its speeches usually are."""

    id: str
    name: str
    purpose: str
    parts: tuple[Part, ...]
    usual: str

    @property
    def told(self) -> str:
        """All of it, to be read out."""
        return f"{self.name}。{self.purpose}部件：{'、'.join(part.name for part in self.parts)}。{self.usual}"


def found(query: str, cards: Sequence[Card]) -> Sequence[Card]:
    """The cards whose name a query fits, by words or initials; where there are none, those that say it elsewhere."""
    from app.lang.initials import initials
    from app.ui.palette.matching import fit

    named = [card for card in cards if fit(query, card.name, initials(card.name)) is not None]
    return named or [card for card in cards if fit(query, card.told) is not None]


def card_of(occasion: "Occasion") -> Card:
    """The card of an occasion."""
    purpose = _FIRST_SENTENCE.match(occasion.description)
    return Card(
        id=occasion.id,
        name=occasion.name,
        purpose=purpose[0].strip() if purpose else "",
        parts=tuple(Part(_part_name(slot.name, slot.layer), slot.layer) for slot in occasion.slots),
        usual=usual(occasion),
    )


def usual(occasion: "Occasion") -> str:
    """3,500–5,000 字 · 18–25 分钟, as far as the occasion says it."""
    said = [f"{_span(occasion.length)} 字"] if occasion.length else []
    said += [usual_minutes(occasion)] if occasion.minutes else []
    return " · ".join(said) or "长短不限"


def usual_minutes(occasion: "Occasion") -> str:
    """18–25 分钟, or 长短不限."""
    return f"{_span(occasion.minutes)} 分钟" if occasion.minutes else "长短不限"


def _span(span: tuple[int, int]) -> str:
    least, most = span
    return f"{least:,}–{most:,}" if least != most else f"{least:,}"


def _part_name(name: str, layer: Layer | None) -> str:
    """A colour never stands without the name of its layer (LOOK.md)."""
    return name if layer is None or layer.value in name else f"{name}（{layer.value}）"
