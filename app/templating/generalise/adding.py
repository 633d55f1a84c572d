"""What the writer finds himself that changes, beside what was proposed."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.errors import UsageError
from app.templating.declarations import is_field_name
from app.templating.fields import FieldType
from app.templating.generalise.naming import apart
from app.templating.generalise.passage import Passage
from app.templating.generalise.pieces import plain_stretches
from app.templating.generalise.proposal import Becomes, Proposal, Spot

_LONGEST_NAME = 8


def with_added(
    passage: Passage, decisions: Sequence[Proposal], text: str, taken: Sequence[str] = ()
) -> tuple[Proposal, ...]:
    """The decisions with one more, a field for a text wherever the passage says it; `taken` are names of facts.

    Where others stand in its way they give way. Raises UsageError where the passage does not say it.
    """
    text = text.strip()
    spots = _spots(passage, text) if text else ()
    if not spots:
        remedy = "照原文一字不差地写；已经是事实、待填的，在表里改。"
        raise UsageError(f"这一节里没有“{text[:20]}”。", remedy)
    kept: list[Proposal] = []
    for each in decisions:
        left = tuple(spot for spot in each.spots if not any(_meet(spot, new) for new in spots))
        kept += [replace(each, spots=left)] if left else []
    names = [*taken, *(each.name for each in kept)]
    may_be_name = len(text) <= _LONGEST_NAME and is_field_name(text) and not any(map(str.isdigit, text))
    named = text if may_be_name else "内容"
    made = Proposal(
        "文字", text, spots, text, FieldType.TEXT, Becomes.FIELD, apart(named, names), "你自己加的"
    )
    return tuple(sorted([*kept, made], key=lambda each: (each.spots[0].index, each.spots[0].start)))


def _spots(passage: Passage, text: str) -> tuple[Spot, ...]:
    found: list[Spot] = []
    for index, block in enumerate(passage.blocks):
        for start, plain in plain_stretches(block, ()):
            at = plain.find(text)
            while at >= 0:
                found.append(Spot(index, start + at, start + at + len(text)))
                at = plain.find(text, at + len(text))
    return tuple(found)


def _meet(one: Spot, other: Spot) -> bool:
    return one.index == other.index and one.start < other.stop and other.start < one.stop
