"""The slots that a new section template may be for, each as a writer sees it: 推进会 · 认识."""

from dataclasses import dataclass

from app.core.kinds import Layer
from app.templating.generalise.passage import Passage
from app.templating.library import Library


@dataclass(frozen=True, slots=True)
class SlotOffer:
    """A slot of an occasion; several occasions may have one of the same id."""

    id: str
    name: str
    layer: Layer | None
    occasions: tuple[str, ...]

    @property
    def told(self) -> str:
        """推进会、动员会 · 认识."""
        most = 3
        names = "、".join(self.occasions[:most]) + ("等" if len(self.occasions) > most else "")
        return f"{names} · {self.name}"


def slot_offers(library: Library, occasion_id: str = "") -> tuple[SlotOffer, ...]:
    """All slots, those of the occasion of that ID first."""
    found: dict[tuple[str, Layer | None], SlotOffer] = {}
    ordered = sorted(library.occasions.values(), key=lambda each: each.id != occasion_id)
    for occasion in ordered:
        for slot in occasion.slots:
            known = found.get((slot.id, slot.layer))
            names = (*known.occasions, occasion.name) if known else (occasion.name,)
            name = known.name if known else slot.name
            found[slot.id, slot.layer] = SlotOffer(slot.id, name, slot.layer, names)
    return tuple(found.values())


def likely(passage: Passage, offers: tuple[SlotOffer, ...], own: int) -> SlotOffer | None:
    """The slot that the passage was written for: its template's, else one of its layer among the first `own`."""
    for offer in offers:
        if offer.id in passage.slots and (passage.layer is None or offer.layer is passage.layer):
            return offer
    same = (offer for offer in offers[:own] or offers if passage.layer and offer.layer is passage.layer)
    return next(same, None)
