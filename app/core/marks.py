"""Marks on a stretch of text: bold, 待核实, comments."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.core.draft import Block, Draft, Run, cut_runs, merged
from app.core.place import Place
from app.core.plan import Plan
from app.core.structure import plan_of
from app.core.text import clean_note


def _stretches(draft: Draft, start: Place, stop: Place) -> Iterator[tuple[int, int, int]]:
    """Block index, first and last character of each block's part between two places; empty parts are left out."""
    for index in range(start.index, min(stop.index + 1, len(draft.blocks))):
        first = start.offset if index == start.index else 0
        last = stop.offset if index == stop.index else len(draft.blocks[index].text)
        if first < last:
            yield index, first, last


def _between(block: Block, first: int, last: int) -> tuple[list[Run], list[Run], list[Run]]:
    """The runs before, within and after a stretch; a bound run or placeholder that it cuts is taken whole."""
    at = 0
    for run in block.runs:
        end = at + len(run.text)
        if run.bind is not None or run.placeholder:
            first = at if at < first < end else first
            last = end if at < last < end else last
        at = end
    before, rest = cut_runs(block.runs, first)
    within, after = cut_runs(rest, last - first)
    return before, within, after


def _marked(name: str, draft: Draft, start: Place, stop: Place, mark: Callable[[Run], Run]) -> Plan:
    blocks = list(draft.blocks)
    for index, first, last in _stretches(draft, start, stop):
        before, within, after = _between(blocks[index], first, last)
        blocks[index] = replace(blocks[index], runs=merged([*before, *map(mark, within), *after]))
    return plan_of(name, draft, blocks)


def _runs(draft: Draft, start: Place, stop: Place) -> Iterator[Run]:
    for index, *ends in _stretches(draft, start, stop):
        yield from _between(draft.blocks[index], *ends)[1]


def is_bold(draft: Draft, start: Place, stop: Place) -> bool:
    """Whether all of a stretch is bold."""
    return all(run.bold for run in _runs(draft, start, stop))


def toggle_bold(draft: Draft, start: Place, stop: Place) -> Plan:
    """Make a stretch bold, or plain where all of it is bold."""
    bold = not is_bold(draft, start, stop)
    return _marked("加粗" if bold else "取消加粗", draft, start, stop, lambda run: replace(run, bold=bold))


def toggle_query(draft: Draft, start: Place, stop: Place) -> Plan:
    """Mark a stretch 待核实, or take the mark off where all of it has it."""
    query = not all(run.query for run in _runs(draft, start, stop))
    name = "标记待核实" if query else "取消待核实"
    return _marked(name, draft, start, stop, lambda run: replace(run, query=query))


def set_comment(draft: Draft, start: Place, stop: Place, comment: str) -> Plan:
    """Put a comment on a stretch; an empty one takes comments off."""
    note = clean_note(comment).strip()
    return _marked("批注" if note else "删除批注", draft, start, stop, lambda run: replace(run, comment=note))


def comment_at(draft: Draft, place: Place) -> tuple[Place, Place, str] | None:
    """The comment at a place and the stretch it is on; None where there is none."""
    at = 0
    first = 0
    found = ""
    runs = draft.blocks[place.index].runs if place.index < len(draft.blocks) else ()
    for run in (*runs, Run("")):
        if run.comment != found:
            if found and first <= place.offset <= at:
                return Place(place.index, first), Place(place.index, at), found
            first, found = at, run.comment
        at += len(run.text)
    return None
