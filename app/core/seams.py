"""Runs where two lines meet that become one: what a cut parted is one again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.core.draft import PLACEHOLDER, Run, cut_runs, is_same_value, merged

TO_FILL = re.compile("【待填[^【】]*】")
"""What is a placeholder in any text; in a draft of ours whatever stands in such brackets may be one."""


def joined_runs(upper: Sequence[Run], lower: Sequence[Run]) -> tuple[Run, ...]:
    """Runs one after the other. Two of one binding that meet stay two, whatever they say."""
    first = lower[0] if lower else Run("")
    if not upper or not is_same_value(upper[-1], first):
        return merged([*upper, *lower])
    assert upper[-1].bind is not None and first.bind is not None
    shift = upper[-1].bind.occurrence + 1
    apart = replace(first, bind=replace(first.bind, occurrence=shift))
    return merged([*upper, apart, *_counted_on(lower[1:], first, shift)])


def rejoined_runs(upper: Sequence[Run], lower: Sequence[Run]) -> tuple[Run, ...]:
    """Runs that a cut parted put together again: halves of one binding are one, and a placeholder is one again.

    Two whole ones, which say the same, stay two. Of what is bound to nothing only 【待填…】 is a placeholder again.
    """
    if not upper or not lower or upper[-1].text == lower[0].text or not is_part_of(lower[0], upper[-1]):
        return _to_fill_again(joined_runs(upper, lower), sum(len(run.text) for run in upper))
    text = upper[-1].text + lower[0].text
    whole = replace(upper[-1], text=text, placeholder=bool(PLACEHOLDER.fullmatch(text)))
    return joined_runs([*upper[:-1], whole], lower[1:])


def _to_fill_again(runs: tuple[Run, ...], seam: int) -> tuple[Run, ...]:
    text = "".join(run.text for run in runs)
    for match in TO_FILL.finditer(text):
        if match.start() < seam < match.end():
            return to_fill(runs, match.start(), match.end()) or runs
    return runs


def to_fill(runs: Sequence[Run], start: int, stop: int) -> tuple[Run, ...] | None:
    """Runs of which 【待填…】, from one offset to another, is a placeholder, which is one run.

    None where it is bound, or marked in parts, or a placeholder already.
    """
    head, rest = cut_runs(runs, start)
    middle, tail = cut_runs(rest, stop - start)
    if len(middle) != 1 or middle[0].bind is not None or middle[0].placeholder:
        return None
    return merged([*head, replace(middle[0], placeholder=True), *tail])


def is_part_of(one: Run, other: Run) -> bool:
    """Whether two runs may be parts of one bound run: they have its binding and its marks, and are no placeholders."""
    if one.placeholder or not is_same_value(one, other):
        return False
    return replace(one, text="", bind=None) == replace(other, text="", bind=None)


def _counted_on(runs: Iterable[Run], first: Run, shift: int) -> Iterable[Run]:
    for run in runs:
        if run.bind is not None and is_same_value(run, first):
            run = replace(run, bind=replace(run.bind, occurrence=run.bind.occurrence + shift))
        yield run
