"""Computed values, resolved on the draft and renewed in the same step as the change that caused it.

`@意见数` is the number of h1 after it (我讲两点意见), `@议程序` the place of this item among the agenda
items (第一项), `@议程数` how many there are. A run is live while its text is what the draft computes for
it; one that was edited by hand is left alone.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.core.draft import Block, Draft, Run
from app.core.kinds import Kind
from app.core.numerals import chinese, counted, from_chinese
from app.core.plan import changed

SCOPE = "computed"
OPINIONS, AGENDA_SIZE, AGENDA_ITEM = "意见数", "议程数", "议程序"
COMPUTED_NAMES = (OPINIONS, AGENDA_SIZE, AGENDA_ITEM)
UNKNOWN = "几"
"""What stands where there is nothing to count: 我讲几点意见."""

Place = tuple[int, int]
"""Block index and run index."""


def computed_runs(draft: Draft) -> Iterator[tuple[int, int, Run]]:
    """Block index, run index and run of every computed value."""
    for at, block in enumerate(draft.blocks):
        for index, run in enumerate(block.runs):
            if run.bind is not None and run.bind.scope == SCOPE:
                yield at, index, run


def computed_texts(draft: Draft) -> Mapping[Place, str]:
    """What the draft computes for each computed run, by block index and run index."""
    runs = list(computed_runs(draft))
    items = sum(1 for _, _, run in runs if run.bind and run.bind.name == AGENDA_ITEM)
    h1s = [at for at, block in enumerate(draft.blocks) if block.kind is Kind.H1 and block.runs]
    texts: dict[Place, str] = {}
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
    """`after` with its computed runs renewed, but for those that were edited by hand before or in this step.

    A run that came to another place, or is there a second time, is what it was where it comes from.
    """
    change = changed(before.blocks, after.blocks)
    if not any(map(_counts, (*change.old, *change.new))):
        return after
    said = computed_texts(before)
    old = {place: (run, run.text == said.get(place)) for place, run in _by_place(before).items()}
    new = _by_place(after)
    stayed = _stayed(before, after)
    still = {stayed[place]: run.text for place, run in new.items() if place in stayed}
    moved = [(run, live) for place, (run, live) in old.items() if still.get(place) != run.text]
    wanted = dict(computed_texts(after))
    for place, run in new.items():
        if place in stayed:
            was, live = old[stayed[place]]
            renews = live and run.text == was.text
        else:
            renews = _is_live(run, moved, list(old.values()))
        if not renews:
            wanted.pop(place, None)
    return _renewed(after, wanted)


def _is_live(run: Run, moved: Sequence[tuple[Run, bool]], old: Sequence[tuple[Run, bool]]) -> bool:
    """Whether a run that is new at its place says what was computed for it; `old` were there before, `moved` went away.

    Where it does not come from this draft, a number does.
    """
    for known in (moved, old):
        found = [live for was, live in known if _says(was) == _says(run)]
        if found:
            return any(found)
    if any(_value(was) == _value(run) and run.text in was.text for was, _ in moved):
        return False  # half of one
    return run.placeholder or run.text == UNKNOWN or _is_number(run.text)


def _is_number(text: str) -> bool:
    return text.isdecimal() or text == counted(2) or from_chinese(text) is not None


def _value(run: Run) -> tuple[str, str]:
    assert run.bind is not None
    return run.bind.name, run.bind.form


def _says(run: Run) -> tuple[str, str, str]:
    return *_value(run), run.text


def _counts(block: Block) -> bool:
    """Whether a block is counted, or holds what is computed."""
    return block.kind is Kind.H1 or any(
        run.bind is not None and run.bind.scope == SCOPE for run in block.runs
    )


def _by_place(draft: Draft) -> dict[Place, Run]:
    return {(at, index): run for at, index, run in computed_runs(draft)}


def _stayed(before: Draft, after: Draft) -> dict[Place, Place]:
    """Where the computed runs of `after` stood in `before`, of those that are still in their block."""
    old, new = _by_block(before), _by_block(after)
    found: dict[Place, Place] = {}
    for name in old.keys() & new.keys():
        olds, news = old[name], new[name]
        if [_value(run) for _, run in olds] == [_value(run) for _, run in news]:
            found.update((place, was) for (was, _), (place, _) in zip(olds, news, strict=True))
            continue
        from difflib import SequenceMatcher  # start-up counts

        same = SequenceMatcher(
            None, [_says(run) for _, run in olds], [_says(run) for _, run in news], autojunk=False
        )
        for match in same.get_matching_blocks():
            found.update((news[match.b + at][0], olds[match.a + at][0]) for at in range(match.size))
    return found


def _by_block(draft: Draft) -> dict[str, list[tuple[Place, Run]]]:
    found: dict[str, list[tuple[Place, Run]]] = {}
    for at, index, run in computed_runs(draft):
        found.setdefault(draft.blocks[at].id, []).append(((at, index), run))
    return found


def _renewed(draft: Draft, texts: Mapping[Place, str]) -> Draft:
    blocks: list[Block] = list(draft.blocks)
    for (at, index), text in texts.items():
        runs = list(blocks[at].runs)
        if runs[index].text != text:
            runs[index] = replace(runs[index], text=text, placeholder=False)
            blocks[at] = replace(blocks[at], runs=tuple(runs))
    return replace(draft, blocks=tuple(blocks))
