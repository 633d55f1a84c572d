"""Computed values, resolved on the draft and renewed in the same step as the change that caused it.

`@意见数` is the number of h1 after it (我讲两点意见), `@议程序` the place of this item among the agenda
items (第一项), `@议程数` how many there are. A run is live while its text is what the draft computes for
it; one that was edited by hand is left alone.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.core.draft import Block, Draft, Run
from app.core.kinds import Kind
from app.core.numerals import chinese, counted
from app.core.plan import changed

SCOPE = "computed"
OPINIONS, AGENDA_SIZE, AGENDA_ITEM = "意见数", "议程数", "议程序"
COMPUTED_NAMES = (OPINIONS, AGENDA_SIZE, AGENDA_ITEM)
UNKNOWN = "几"
"""What stands where there is nothing to count: 我讲几点意见."""

Place = tuple[str, int]
"""Block id and how many computed runs stand before this one in the block."""


def computed_runs(draft: Draft) -> Iterator[tuple[int, int, Run]]:
    """Block index, run index and run of every computed value."""
    for at, block in enumerate(draft.blocks):
        for index, run in enumerate(block.runs):
            if run.bind is not None and run.bind.scope == SCOPE:
                yield at, index, run


def computed_texts(draft: Draft) -> Mapping[tuple[int, int], str]:
    """What the draft computes for each computed run, by block index and run index."""
    runs = list(computed_runs(draft))
    items = sum(1 for _, _, run in runs if run.bind and run.bind.name == AGENDA_ITEM)
    h1s = [at for at, block in enumerate(draft.blocks) if block.kind is Kind.H1 and block.runs]
    texts: dict[tuple[int, int], str] = {}
    item = 0
    for at, index, run in runs:
        assert run.bind is not None
        if run.bind.name == AGENDA_ITEM:
            item += 1
            number, words = item, chinese
        elif run.bind.name == AGENDA_SIZE:
            number, words = items, counted
        elif run.bind.name == OPINIONS:
            number, words = len(h1s) - bisect_right(h1s, at), counted
        else:
            continue
        texts[at, index] = (str(number) if run.bind.form == "数字" else words(number)) if number else UNKNOWN
    return texts


def resolved(draft: Draft) -> Draft:
    """The draft with every computed run as the draft computes it; for drafts that were just made."""
    return _renewed(draft, computed_texts(draft))


def renewed(before: Draft, after: Draft) -> Draft:
    """`after` with its computed runs renewed, but for those that were edited by hand before or in this step."""
    change = changed(before.blocks, after.blocks)
    if not any(map(_counts, (*change.old, *change.new))):
        return after
    was = _by_place(before)
    old = computed_texts(before)
    wanted = dict(computed_texts(after))
    for (at, index), place in _places(after):
        known = was.get(place)
        if known is None:
            continue
        text = before.blocks[known[0]].runs[known[1]].text
        live = text == old.get(known)
        if not live or after.blocks[at].runs[index].text != text:
            wanted.pop((at, index), None)
    return _renewed(after, wanted)


def _counts(block: Block) -> bool:
    """Whether a block is counted, or holds what is computed."""
    return block.kind is Kind.H1 or any(
        run.bind is not None and run.bind.scope == SCOPE for run in block.runs
    )


def _places(draft: Draft) -> Iterator[tuple[tuple[int, int], Place]]:
    block_id, count = "", 0
    for at, index, _ in computed_runs(draft):
        here = draft.blocks[at].id
        count = count + 1 if here == block_id else 0
        block_id = here
        yield (at, index), (here, count)


def _by_place(draft: Draft) -> dict[Place, tuple[int, int]]:
    return {place: where for where, place in _places(draft)}


def _renewed(draft: Draft, texts: Mapping[tuple[int, int], str]) -> Draft:
    blocks: list[Block] = list(draft.blocks)
    for (at, index), text in texts.items():
        runs = list(blocks[at].runs)
        if runs[index].text != text:
            runs[index] = replace(runs[index], text=text, placeholder=False)
            blocks[at] = replace(blocks[at], runs=tuple(runs))
    return replace(draft, blocks=tuple(blocks))
