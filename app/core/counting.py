"""字数 as the trade counts (DESIGN.md §2): a CJK character or full-width mark is one, any other unbroken run is one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.core.draft import Block
from app.core.numbering import numbers

_WIDE = (
    "\u2e80-\u2fff\u3001-\u303f\u3040-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003fffd"
)
_FULL_WIDTH_MARKS = "\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2460-\u24ff\u2500-\u25ff\u2600-\u26ff·×÷±§°℃℉№"
"""Marks that Unicode calls ambiguous and Chinese type sets full width: “” ‘’ — … · × ① and their like."""

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""What takes no room: joiners, marks of direction, selectors of variants."""

_UNIT = re.compile(f"[{_WIDE}{_FULL_WIDTH_MARKS}]|[^\\s{_WIDE}{_FULL_WIDTH_MARKS}]+")
_PLACEHOLDER_GAP = " "


@dataclass(frozen=True, slots=True)
class Count:
    """字数 of a stretch: what is written, and apart from it what placeholders hold (brackets counted)."""

    characters: int = 0
    placeholders: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.characters + other.characters, self.placeholders + other.placeholders)


def count_text(text: str) -> int:
    """字数 of a text: 「2025年增长3.5%。」 is 6."""
    return len(_UNIT.findall(_UNSEEN.sub("", text)))


def count_block(block: Block, number: str = "") -> Count:
    """字数 of one block with its number as printed."""
    if not any(run.placeholder for run in block.runs):
        return Count(count_text(number + block.text)) if block.runs else Count()
    written = number + "".join(_PLACEHOLDER_GAP if run.placeholder else run.text for run in block.runs)
    return Count(count_text(written), sum(count_text(run.text) for run in block.runs if run.placeholder))


def block_counts(blocks: Sequence[Block]) -> tuple[Count, ...]:
    """字数 of every block."""
    return tuple(count_block(block, number) for block, number in zip(blocks, numbers(blocks), strict=True))


def total(counts: Iterable[Count]) -> Count:
    """The sum of counts."""
    return sum(counts, Count())
