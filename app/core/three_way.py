"""Three versions of a stretch of paragraphs laid side by side: what it was made as, what it is, what it would be made as.

Pure alignment; what comes of it decides whoever asks (`app/templating/remake.py`). What the writer edited
and what the template changed are told apart by comparing both with the base.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SAME_KIND = 0.3
"""What two paragraphs of one kind at one place have in common before a word is compared."""
_ALIKE = 0.5
"""Share of common pairs of characters from which paragraphs of two kinds are taken for one."""
_MOST_PAIRS = 250_000
"""Pairs compared within one gap; a larger one is not aligned, and nothing of it is lost by that."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of one version. Two are the same when their `form` is; kind and text tell what became of it.

    `goes_on` says that it runs on in the paragraph before it.
    """

    form: Hashable
    kind: str
    text: str
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph through the three versions, by its index in each; None where that version lacks it.

    `edited` says that the present differs from the base, `changed` that the fresh one does, `same` that present
    and fresh are there and the same.
    """

    base: int | None
    present: int | None
    fresh: int | None
    edited: bool = False
    changed: bool = False
    same: bool = False


def rows(
    base: Sequence[Paragraph], present: Sequence[Paragraph], fresh: Sequence[Paragraph]
) -> tuple[Row, ...]:
    """Every paragraph of the present and the fresh version once, in the order of the present one.

    What only the fresh version has stands after what stands before it there. A paragraph that writer and
    template both added stands once.
    """
    to_present, to_fresh = _aligned(base, present), _aligned(base, fresh)
    added = dict(_added_by_both(present, fresh, set(to_present.values()), set(to_fresh.values())))
    of_present = {at: index for index, at in to_present.items()}
    found = [
        _row(base, present, fresh, of_present.get(at), at, to_fresh, added) for at in range(len(present))
    ]
    return tuple(_with_fresh_only(found, base, present, fresh, to_fresh))


def _row(
    base: Sequence[Paragraph],
    present: Sequence[Paragraph],
    fresh: Sequence[Paragraph],
    index: int | None,
    at: int,
    to_fresh: dict[int, int],
    added: dict[int, int],
) -> Row:
    if index is None:
        return Row(None, at, added.get(at), same=at in added)
    new = to_fresh.get(index)
    edited = present[at].form != base[index].form
    changed = new is None or fresh[new].form != base[index].form
    return Row(index, at, new, edited, changed, new is not None and fresh[new].form == present[at].form)


def _with_fresh_only(
    found: list[Row],
    base: Sequence[Paragraph],
    present: Sequence[Paragraph],
    fresh: Sequence[Paragraph],
    to_fresh: dict[int, int],
) -> list[Row]:
    """The rows with those that the present does not have."""
    of_fresh = {at: index for index, at in to_fresh.items()}
    placed = {row.fresh for row in found}
    for at in range(len(fresh)):
        if at in placed:
            continue
        index = of_fresh.get(at)
        changed = index is None or fresh[at].form != base[index].form
        place = next((place + 1 for place, row in enumerate(found) if at and row.fresh == at - 1), 0)
        while not fresh[at].goes_on and place < len(found) and _runs_on(found[place], present):
            place += 1
        found.insert(place, Row(index, None, at, index is not None, changed))
    return found


def _runs_on(row: Row, present: Sequence[Paragraph]) -> bool:
    """Whether a row is the writer's own and belongs to the paragraph before it."""
    return row.fresh is None and row.present is not None and present[row.present].goes_on


def _aligned(one: Sequence[Paragraph], other: Sequence[Paragraph]) -> dict[int, int]:
    """Which paragraph of `other` each of `one` became; ascending on both sides."""
    matcher = SequenceMatcher(
        None, [each.form for each in one], [each.form for each in other], autojunk=False
    )
    pairs: dict[int, int] = {}
    for tag, start, stop, first, last in matcher.get_opcodes():
        if tag == "equal":
            pairs |= {start + offset: first + offset for offset in range(stop - start)}
        elif tag == "replace":
            pairs |= {start + a: first + b for a, b in _alike(one[start:stop], other[first:last])}
    return pairs


def _alike(one: Sequence[Paragraph], other: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """The pairs of a gap that have most in common together, ascending on both sides."""
    if len(one) * len(other) > _MOST_PAIRS:
        return
    left, right = [_pairs_of(each.text) for each in one], [_pairs_of(each.text) for each in other]
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    score = [
        [_common(one[a], other[b], left[a], right[b]) for b in range(len(other))] for a in range(len(one))
    ]
    for a in range(len(one) - 1, -1, -1):
        for b in range(len(other) - 1, -1, -1):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], best[a + 1][b + 1] + score[a][b])
    a = b = 0
    while a < len(one) and b < len(other):
        if score[a][b] and best[a][b] == best[a + 1][b + 1] + score[a][b]:
            yield a, b
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1


def _common(one: Paragraph, other: Paragraph, left: Counter[str], right: Counter[str]) -> float:
    """How much two paragraphs have in common, 0 for two that are not taken for one."""
    size = left.total() + right.total()
    dice = 2 * (left & right).total() / size if size else 0.0
    if one.kind == other.kind:
        return _SAME_KIND + dice
    return dice if dice >= _ALIKE else 0.0


def _pairs_of(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def _added_by_both(
    present: Sequence[Paragraph], fresh: Sequence[Paragraph], in_present: set[int], in_fresh: set[int]
) -> Iterator[tuple[int, int]]:
    """Paragraphs that both sides have beside the base, and that are the same; ascending on both sides."""
    mine = [at for at in range(len(present)) if at not in in_present]
    theirs = [at for at in range(len(fresh)) if at not in in_fresh]
    matcher = SequenceMatcher(
        None, [present[at].form for at in mine], [fresh[at].form for at in theirs], autojunk=False
    )
    for a, b, size in matcher.get_matching_blocks():
        yield from zip(mine[a : a + size], theirs[b : b + size], strict=True)
