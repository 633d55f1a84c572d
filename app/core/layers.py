"""The four layers of a draft as facts: which headings carry which layer, how much each takes, what is missing.

Counted in 字 as the trade counts them (`app/core/counting.py`), placeholders left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.counting import Count, block_counts, total
from app.core.draft import Draft
from app.core.kinds import Kind, Layer
from app.core.lead import heading_text, lead_length, run_on
from app.core.numbering import numbers
from app.core.outline import place_behind, stretches

LAYERS = tuple(Layer)


@dataclass(frozen=True, slots=True)
class LayerSection:
    """One section as it carries a layer or none. `index` is that of its first block.

    `number` is empty where it has no heading, and `text` then its 名称. `out_of_order` marks one that stands behind a
    section of a later layer: 认识 after 任务.
    """

    section_id: str
    index: int
    number: str
    text: str
    characters: int
    layer: Layer | None
    out_of_order: bool = False


@dataclass(frozen=True, slots=True)
class LayerPart:
    """What one layer (None: what belongs to none) takes. `share` and `usual` are percent; `usual` None is not known.

    `missing` says that it is expected and nothing carries it.
    """

    layer: Layer | None
    sections: tuple[LayerSection, ...]
    characters: int
    share: int
    usual: int | None
    missing: bool


def layer_parts(draft: Draft, usual: Mapping[Layer | None, int] | None) -> tuple[LayerPart, ...]:
    """The four layers in order, then what belongs to none.

    `usual` are the occasion's shares in percent: a layer without one is not expected. None is no occasion: then a
    draft with headings is expected to have all four.
    """
    counts = block_counts(draft.blocks)
    found = _sections(draft, counts)
    whole = total(counts).characters
    parts: list[LayerPart] = []
    for layer in (*LAYERS, None):
        mine = tuple(each for each in found if each.layer is layer)
        characters = sum(each.characters for each in mine)
        share = round(100 * characters / whole) if whole else 0
        parts.append(
            LayerPart(
                layer,
                mine,
                characters,
                share,
                usual.get(layer) if usual is not None else None,
                layer is not None and not mine and _expected(draft, layer, usual),
            )
        )
    return tuple(parts)


def _expected(draft: Draft, layer: Layer, usual: Mapping[Layer | None, int] | None) -> bool:
    if usual is not None:
        return bool(usual.get(layer))
    return any(block.kind is Kind.H1 for block in draft.blocks)


def _sections(draft: Draft, counts: Sequence[Count]) -> list[LayerSection]:
    blocks, printed, goes_on = draft.blocks, numbers(draft.blocks), run_on(draft.blocks)
    found: list[LayerSection] = []
    latest = 0
    for each in stretches(draft):
        block, layer = blocks[each.start], each.section.layer
        rank = LAYERS.index(layer) if layer else latest
        number = printed[each.start]
        text = heading_text(block, lead_length(block, goes_on[each.start])) if number else each.section.name
        characters = total(counts[each.start : each.stop]).characters
        found.append(
            LayerSection(each.section.id, each.start, number, text, characters, layer, rank < latest)
        )
        latest = max(latest, rank)
    return found


def place_in_layer(draft: Draft, layer: Layer) -> int:
    """Before which block a new section of a layer belongs: after the last of this layer or of one before it.

    Where there is none: before the first of a later layer, else after the last h1's section, else at the end of
    the text that is before the signoff. The closing words of the speech stay behind it.
    """
    found = stretches(draft)
    ranked = [(LAYERS.index(each.section.layer), each) for each in found if each.section.layer]
    rank = LAYERS.index(layer)
    earlier = [place_behind(draft, each) for other, each in ranked if other <= rank]
    if earlier:
        return max(earlier)
    if ranked:
        return min(each.start for _, each in ranked)
    headed = [place_behind(draft, each) for each in found if draft.blocks[each.start].kind is Kind.H1]
    return max(headed, default=_before_the_end(draft))


def _before_the_end(draft: Draft) -> int:
    at = len(draft.blocks)
    while at and draft.blocks[at - 1].kind in (Kind.SIGNOFF, Kind.CLOSING):
        at -= 1
    return at
