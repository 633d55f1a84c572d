"""The lead (领句) of a numbered block: its heading part, in the heading's font on paper and in the outline."""

import re
from collections.abc import Sequence

from app.core.draft import Block
from app.core.kinds import NUMBERED, Lead

SENTENCE_ENDS = "。！？"
_PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
    "(": ")",
    "[": "]",
}
_STOPS = re.compile("[" + re.escape(SENTENCE_ENDS + "".join(_PAIRS)) + "]")
_END_MARKS = "。！？；：，、.!?;:,"


def lead_length(block: Block, runs_on: bool) -> int:
    """How many characters of a block's text are its lead; 0 for a block without number.

    `runs_on` says that a joined block follows. The lead ends after the first 。！？ outside quotes and
    brackets if text or a joined block follows, else it is the whole (DESIGN.md §2).
    """
    text = block.text
    if block.kind not in NUMBERED or block.lead is Lead.NONE:
        return 0
    if block.lead is Lead.ALL:
        return len(text)
    end = sentence_end(text)
    return end if end and (end < len(text) or runs_on) else len(text)


def sentence_end(text: str) -> int:
    """Index after the first sentence end outside quotes and brackets, 0 where there is none.

    An opening mark that is never closed does not open anything.
    """
    at = 0
    never_closed: set[str] = set()
    while stop := _STOPS.search(text, at):
        closing = _PAIRS.get(stop.group())
        if closing is None:
            return stop.end()
        close = -1 if closing in never_closed else text.find(closing, stop.end())
        if close < 0:
            never_closed.add(closing)
        at = close + 1 if close > 0 else stop.end()
    return 0


def lead_lengths(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The lead of every block in characters of its text, 0 where it has none."""
    return tuple(lead_length(block, goes_on) for block, goes_on in zip(blocks, run_on(blocks), strict=True))


def run_on(blocks: Sequence[Block]) -> tuple[bool, ...]:
    """Whether the printed paragraph goes on after each block: the next block with text is joined."""
    found: list[bool] = []
    joined = False
    for block in reversed(blocks):
        found.append(joined)
        joined = block.joined if block.runs else joined
    return tuple(reversed(found))


def runs_on(blocks: Sequence[Block], index: int) -> bool:
    """Whether the printed paragraph goes on after one block; `run_on` tells it of all at once."""
    following = (blocks[at] for at in range(index + 1, len(blocks)) if blocks[at].runs)
    after = next(following, None)
    return after is not None and after.joined


def is_run_in(block: Block, length: int, followed: bool) -> bool:
    """Whether a numbered block is run-in: its lead ends before its printed paragraph does."""
    return block.kind in NUMBERED and (length < len(block.text) or followed)


def heading_text(block: Block, length: int) -> str:
    """The lead as an outline shows it: without the end punctuation; the whole text where the lead is none."""
    text = block.text[:length] if length else block.text
    return text.rstrip(_END_MARKS).strip()
