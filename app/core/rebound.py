"""A draft that went through another program gets back what that program could not carry, from the draft it was.

Blocks are known by their ids. What was written there stays as it is; only what the other file has no place for
is taken from the known draft: facts, sections, bindings.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from app.core.draft import Block, Draft, Run, cut_runs, merged
from app.core.kinds import Kind
from app.core.lead import lead_lengths
from app.core.numbering import numbers
from app.core.repair import arranged
from app.core.seams import rejoined_runs


def shared(draft: Draft, known: Draft) -> int:
    """How many blocks of a draft another one knows; ids are random, so that none are shared by chance."""
    names = {block.id for block in known.blocks}
    return sum(block.id in names for block in draft.blocks)


def rebound(draft: Draft, known: Draft) -> Draft:
    """`draft` with facts, occasion and layout of `known`, and the sections and bindings of the blocks that both have.

    A run is bound again where its text still stands; text, kinds and marks stay those of `draft`. Where the two
    have no block in common, nothing is taken.
    """
    if not shared(draft, known):
        return draft
    was = {block.id: block for block in known.blocks}
    blocks = _one_paragraph(
        (_again(block, was[block.id]) if block.id in was else block for block in draft.blocks), was
    )
    blocks = _with_leads(_restarted(blocks, was), was)
    return arranged(Draft(known.facts, tuple(blocks), known.occasion, known.layout))


def _again(block: Block, was: Block) -> Block:
    return replace(block, section=was.section or block.section, runs=_bound(block.runs, was.runs))


def _one_paragraph(blocks: Iterable[Block], was: Mapping[str, Block]) -> list[Block]:
    """Paragraphs of text that were made one are one block, the upper; text that ran on before stays a block."""
    found: list[Block] = []
    for block in blocks:
        old = was.get(block.id)
        if (
            old is not None
            and found
            and block.joined
            and not old.joined
            and block.kind is old.kind is found[-1].kind is Kind.BODY
        ):
            found[-1] = replace(found[-1], runs=rejoined_runs(found[-1].runs, block.runs))
        else:
            found.append(block)
    return found


def _with_leads(blocks: Sequence[Block], was: Mapping[str, Block]) -> list[Block]:
    """Leads said as they were, where they are as long; those of points, which may not print, in any case."""
    again = [
        replace(block, lead=was[block.id].lead)
        if block.id in was and block.kind is was[block.id].kind
        else block
        for block in blocks
    ]
    return [
        one if one.kind is Kind.POINT or length == now else block
        for block, one, length, now in zip(
            blocks, again, lead_lengths(blocks), lead_lengths(again), strict=True
        )
    ]


def _restarted(blocks: Sequence[Block], was: Mapping[str, Block]) -> list[Block]:
    """Blocks that begin their series anew where they would begin it anyhow are so marked as they were."""
    again = [
        replace(block, restart=block.restart or (block.id in was and was[block.id].restart))
        for block in blocks
    ]
    return again if numbers(again) == numbers(blocks) else list(blocks)


def _bound(runs: Sequence[Run], was: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with the bindings of those that were there, and with their brackets as they were meant."""
    text, old = ("".join(run.text for run in each) for each in (runs, was))
    found: list[Run] = list(runs)
    for run, start in _still_there(was, old, text):
        before, rest = cut_runs(found, start)
        within, after = cut_runs(rest, len(run.text))
        marked = [
            replace(each, bind=run.bind, placeholder=run.placeholder) for each in merged(map(_plain, within))
        ]
        # A run of several marks would be several runs, and none of them says what is bound.
        found = [*before, *(marked if len(marked) == 1 else within), *after]
    return merged(found)


def _plain(run: Run) -> Run:
    return replace(run, bind=None, placeholder=False)


def _still_there(was: Sequence[Run], old: str, text: str) -> Iterator[tuple[Run, int]]:
    """The runs that were bound or had brackets, each with the place where its text stands now."""
    if not any(run.bind or "【" in run.text for run in was):
        return
    same = SequenceMatcher(None, old, text, autojunk=False).get_matching_blocks()
    at = 0
    for run in was:
        stop = at + len(run.text)
        if run.bind or "【" in run.text:
            place = next((each for each in same if each.a <= at and stop <= each.a + each.size), None)
            if place is not None:
                yield run, place.b + at - place.a
        at = stop
