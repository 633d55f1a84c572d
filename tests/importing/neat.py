"""Drafts of every shape as a writer leaves them: what a program that shows them would not keep is not in them."""

from dataclasses import replace

from app.core.draft import FORCED_LINE_END, Block, Draft, Run, merged
from app.core.ids import counting_ids
from app.core.kinds import FORCED_LINES, Kind
from app.core.repair import repaired
from app.core.text import BLANKS
from tests.core.strategies import drafts


def neat(speech: Draft) -> Draft:
    """The draft as a writer leaves it: no block without words, no blanks around lines or with marks on them."""
    blocks = [replace(block, runs=neat_runs(block)) for block in speech.blocks]
    return repaired(replace(speech, blocks=tuple(block for block in blocks if block.runs)), counting_ids())


def neat_runs(block: Block) -> tuple[Run, ...]:
    text = "".join(run.text for run in block.runs)
    at = 0
    runs: list[Run] = []
    for run in block.runs:
        chars = [char for i, char in enumerate(run.text, at) if stands(text, i, block.kind)]
        at += len(run.text)
        words = "".join(chars)
        if not run.placeholder:
            words = words.translate({ord("【"): "〔", ord("】"): "〕"})
        note = "\n".join(line.strip(BLANKS) for line in run.comment.split("\n") if line.strip(BLANKS))
        runs.append(replace(run, text=words, comment=note))
    return merged(runs)


def stands(text: str, at: int, kind: Kind) -> bool:
    """Blanks stand between words only, line ends between lines that have some."""
    char = text[at]
    if char not in BLANKS + FORCED_LINE_END:
        return True
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return (
        kind in FORCED_LINES
        and kind is not Kind.TITLE
        and len(around) == 2
        and not set(around) & set(BLANKS + FORCED_LINE_END)
    )


neat_drafts = drafts().map(neat)
