"""Find (查找): on the text of a draft with its numbers as they are shown.

A hit that lies in a number, wholly or in part, is found like any other; it is only never replaced.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.core.draft import Bind, Block, Draft, Run
from app.core.kinds import HEADINGS, Kind
from app.core.lead import lead_lengths
from app.core.numbering import numbers
from app.core.outline import stretches
from app.core.patterns import Pattern, check_budget, literal, pattern_of
from app.core.place import Place

Cut = Callable[[str], Iterable[str]]
"""Cuts a text into its words; joined, they are the text again."""

_TITLES = (Kind.TITLE, Kind.SUBTITLE, Kind.PART)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `case`: A is not a; `pattern`: a regular expression; `whole_word`: words only."""

    text: str
    case: bool = False
    pattern: bool = False
    whole_word: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """Where is looked; without anything said, everywhere.

    `headings`: titles, parts, and the leads of headings. `section`: the section of that id. `first` and
    `last`: from one block to another, without the first `skip` characters of the one and the last `left`
    of the other; a stretch between them that is replaced stays between them.
    """

    headings: bool = False
    section: str = ""
    first: str = ""
    skip: int = 0
    last: str = ""
    left: int = 0


EVERYWHERE = Within()


@dataclass(frozen=True, slots=True)
class Hit:
    """One place found. `start` and `stop` are indices in the block's text, negative within its number.

    `bind` is that of the first bound run, `placeholder` whether a placeholder is touched; `groups` are what
    a pattern took, the whole first, and empty for a text that was looked for as it is.
    """

    block_id: str
    start: int
    stop: int
    text: str
    bind: Bind | None = None
    placeholder: bool = False
    groups: tuple[str, ...] = ()

    @property
    def in_number(self) -> bool:
        """Whether any of it is a number, which is reckoned and cannot be replaced."""
        return self.start < 0


def selected(draft: Draft, start: Place, stop: Place) -> Within:
    """From one place to another."""
    first, last = draft.blocks[start.index], draft.blocks[stop.index]
    return Within(first=first.id, skip=start.offset, last=last.id, left=max(0, len(last.text) - stop.offset))


def find(draft: Draft, query: Query, within: Within = EVERYWHERE, cut: Cut | None = None) -> tuple[Hit, ...]:
    """All hits in the order of the text; of a pattern none that is empty.

    `cut` is needed for whole words: a hit begins and ends where a word does. Raises UsageError for a pattern
    that cannot be read or would take too long.
    """
    if not query.text:
        return ()
    pattern = (pattern_of if query.pattern else literal)(query.text, query.case)
    shown = numbers(draft.blocks)
    places = [place for place in _places(draft, within) if place[2] > place[1] - len(shown[place[0]])]
    check_budget(pattern, (shown[index] + draft.blocks[index].text for index, _, _ in places))
    found: list[Hit] = []
    for index, start, stop in places:
        block, number = draft.blocks[index], shown[index]
        hits = list(_hits(block, number, start, stop, pattern))
        if hits and query.whole_word:
            borders = _borders(number, block.text, cut)
            hits = [hit for hit in hits if {hit.start, hit.stop} <= borders]
        found += hits
    return tuple(found)


def _places(draft: Draft, within: Within) -> Iterator[tuple[int, int, int]]:
    """Index of each block that is looked at, from and to where in its text; from 0 is with its number."""
    blocks = draft.blocks
    first, last = _ends(draft, within)
    leads = lead_lengths(blocks) if within.headings else ()
    for index in range(first, last + 1):
        block, start, stop = blocks[index], 0, len(blocks[index].text)
        if within.headings:
            stop = leads[index] if block.kind in HEADINGS else stop if block.kind in _TITLES else -1
        if within.first and index == first:
            start = within.skip
        if within.last and index == last:
            stop = min(stop, len(block.text) - within.left)
        if stop >= start:
            yield index, start, stop


def _ends(draft: Draft, within: Within) -> tuple[int, int]:
    """Indices of the first and the last block to look at; the last before the first where it is gone."""
    if within.section:
        found = next((each for each in stretches(draft) if each.section.id == within.section), None)
        return (found.start, found.stop - 1) if found else (0, -1)
    index_of = {block.id: index for index, block in enumerate(draft.blocks)}
    first = index_of.get(within.first, len(index_of)) if within.first else 0
    return first, index_of.get(within.last, -1) if within.last else len(index_of) - 1


def _hits(block: Block, number: str, start: int, stop: int, pattern: Pattern) -> Iterator[Hit]:
    shift = len(number)
    begin = start + shift if start else 0
    spans: list[tuple[int, int, Run]] | None = None
    for match in pattern.compiled.finditer(number + block.text, begin, stop + shift):
        if not match.group():
            continue
        spans = spans if spans is not None else list(run_spans(block.runs))
        first, last = match.start() - shift, match.end() - shift
        touched = [run for at, end, run in spans if at < last and first < end]
        bind = next((run.bind for run in touched if run.bind), None)
        groups = (match.group(), *(group or "" for group in match.groups())) if pattern.is_pattern else ()
        yield Hit(block.id, first, last, match.group(), bind, any(run.placeholder for run in touched), groups)


def run_spans(runs: Sequence[Run]) -> Iterator[tuple[int, int, Run]]:
    """Every run with where it begins and ends in the text."""
    at = 0
    for run in runs:
        yield at, at + len(run.text), run
        at += len(run.text)


def _borders(number: str, text: str, cut: Cut | None) -> set[int]:
    """Where words begin and end; a number is one."""
    if cut is None:
        raise ValueError("whole words need a cut")
    found = {-len(number), 0}
    at = 0
    for word in cut(text):
        at += len(word)
        found.add(at)
    return found
