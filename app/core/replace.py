"""Replace (替换): hits of a search given another text, as one step that keeps the marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from app.core.computed import renewed
from app.core.draft import Block, Draft, Run, merged
from app.core.errors import UsageError
from app.core.place import Place
from app.core.plan import Plan, applied, difference
from app.core.search import Hit, run_spans
from app.core.text import clean_text

_REFERENCE = re.compile(r"\\(.?)", re.DOTALL)
_WRITTEN = "括号里的用 \\1 到 \\9，找到的整个用 \\0，要“\\”本身就写 \\\\；分段请在正文里按回车。"


def replaceable(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Hits that can be replaced without asking: neither in a number nor in a bound place."""
    return tuple(hit for hit in hits if not hit.in_number and hit.bind is None)


def bound_hits(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Hits in text that a fact or a reckoned value gives: the writer says whether the fact or only this place changes."""
    return tuple(hit for hit in hits if not hit.in_number and hit.bind is not None)


def replacement_for(hit: Hit, replacement: str) -> str:
    r"""What comes in the place of a hit; \1 to \9 are what a pattern's groups took, \0 all of it, \\ a \.

    Raises UsageError for a group that the pattern does not have, and for \n and all else that is none of these.
    """
    if not hit.groups:
        return replacement

    def group(match: re.Match[str]) -> str:
        if match[1] == "\\":
            return "\\"
        if not match[1].isdecimal():
            raise UsageError(f"替换里写了“{match[0]}”，这里不认。", _WRITTEN)
        if int(match[1]) >= len(hit.groups):
            has = f"只有 {len(hit.groups) - 1} 个" if len(hit.groups) > 1 else "没有"
            raise UsageError(
                f"替换里写了“{match[0]}”，查找式里却{has}括号。", "一个括号对一个编号，从 \\1 起。"
            )
        return hit.groups[int(match[1])]

    return _REFERENCE.sub(group, replacement)


def replaced(draft: Draft, hits: Iterable[Hit], replacement: str, bound_too: bool = False) -> Plan:
    """Replace hits of this draft; those in bound places only where `bound_too` says so, in numbers never.

    What comes in has the marks of what goes: within one run all of them, across several the boldness of the
    first, 待核实 and comments of all. Hits that the text does not have (any more) are left alone.
    Raises UsageError as `replacement_for` does.
    """
    chosen: dict[str, list[Hit]] = {}
    for hit in hits:
        if not hit.in_number and (bound_too or hit.bind is None):
            chosen.setdefault(hit.block_id, []).append(hit)
    blocks = tuple(
        _block(block, chosen[block.id], replacement) if block.id in chosen else block
        for block in draft.blocks
    )
    count = sum(len(each) for each in chosen.values())
    name = "替换" if count == 1 else f"替换 {count} 处"
    return difference(name, draft, renewed(draft, replace(draft, blocks=blocks)))


def place_after(plan: Plan, draft: Draft, place: Place) -> Place:
    """Where a place of the draft is, between the same words, after a plan that leaves blocks in their order.

    A place in words that went is behind what came for them, and never within a bound run or a placeholder.
    """
    old, new = draft.blocks[place.index], applied(plan, draft).blocks[place.index]
    offset = len(new.text)
    for _, start, stop, new_start, new_stop in SequenceMatcher(
        None, old.text, new.text, autojunk=False
    ).get_opcodes():
        if start <= place.offset <= stop:
            kept = place.offset == start or stop - start == new_stop - new_start
            offset = new_start + place.offset - start if kept else new_stop
            break
    for start, stop, run in run_spans(new.runs):
        if start < offset < stop and (run.bind is not None or run.placeholder):
            offset = stop
    return Place(place.index, offset)


def _block(block: Block, hits: Iterable[Hit], replacement: str) -> Block:
    runs = [_tagged(run, index) for index, run in enumerate(block.runs)]
    pieces: list[Run] = []
    at = 0
    for hit in sorted(hits, key=lambda hit: hit.start):
        new = clean_text(replacement_for(hit, replacement), block.kind)
        if hit.start < at or new == hit.text or block.text[hit.start : hit.stop] != hit.text:
            continue
        pieces += _slice(runs, at, hit.start)
        pieces.append(_in_place_of(list(_slice(runs, hit.start, hit.stop)), new))
        at = hit.stop
    if not at:
        return block
    pieces += _slice(runs, at, len(block.text))
    return replace(block, runs=merged(_put_together(pieces)))


def _tagged(run: Run, index: int) -> Run:
    """A bound run told apart from every other, so that only its own parts become one again."""
    return run if run.bind is None else replace(run, bind=replace(run.bind, occurrence=index))


def _slice(runs: Sequence[Run], start: int, stop: int) -> Iterator[Run]:
    """The runs between two offsets with all their marks, also those of a placeholder that is cut."""
    for at, end, run in run_spans(runs):
        if at < stop and start < end:
            yield replace(run, text=run.text[max(0, start - at) : stop - at])


def _in_place_of(old: Sequence[Run], text: str) -> Run:
    if len(old) == 1:
        return replace(old[0], text=text)
    comments = dict.fromkeys(run.comment for run in old if run.comment)
    return Run(text, bold=old[0].bold, query=any(run.query for run in old), comment="\n".join(comments))


def _put_together(pieces: Iterable[Run]) -> list[Run]:
    """Parts of one run made one again before anything is judged by its whole text."""
    found: list[Run] = []
    for piece in pieces:
        if not piece.text:
            continue
        if found and replace(found[-1], text="") == replace(piece, text=""):
            found[-1] = replace(found[-1], text=found[-1].text + piece.text)
        else:
            found.append(piece)
    return found
