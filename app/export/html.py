"""A stretch of a draft as clean HTML, for pasting into Word, WPS or a page: structure, no looks.

Headings on lines of their own are <h1>–<h4>, all else is <p>; numbers stand as text in front, joined blocks run
on. A run-in heading is a <p>: as heading its whole paragraph would be one where it is pasted.
"""

from collections.abc import Iterator, Sequence
from html import escape

from app.core.draft import FORCED_LINE_END, Block, Run
from app.core.kinds import HEAD_KINDS, HEADINGS, Kind, heading_rank
from app.core.lead import is_run_in, lead_length, run_on
from app.core.structure import split_runs

_CHARSET = '<meta http-equiv="content-type" content="text/html; charset=utf-8">'


def html_of(blocks: Sequence[Block], numbers: Sequence[str], within_a_line: bool = False) -> str:
    """The blocks with these numbers, empty where none is to be shown; `within_a_line`: as text of no paragraph.

    Comments, 待核实, bindings and sections are not in it, nor empty blocks.
    """
    if within_a_line:
        inner = "".join(_runs(block.runs) for block in blocks)
        return f"{_CHARSET}<span>{inner}</span>"
    return _CHARSET + "\n".join(_paragraphs(blocks, numbers))


def _paragraphs(blocks: Sequence[Block], numbers: Sequence[str]) -> Iterator[str]:
    name, parts = "", list[str]()
    before: Block | None = None
    for block, number, followed in zip(blocks, numbers, run_on(blocks), strict=True):
        if not block.runs:
            continue
        joins = block.joined and before is not None and before.kind not in (*HEAD_KINDS, Kind.PART)
        if not joins:
            yield from _element(name, parts)
            name, parts = _name(block, followed), []
        parts.append(_piece(block, number, followed))
        before = block
    yield from _element(name, parts)


def _element(name: str, parts: Sequence[str]) -> Iterator[str]:
    if parts:
        yield f"<{name}>{''.join(parts)}</{name}>"


def _name(block: Block, followed: bool) -> str:
    alone = block.kind in HEADINGS and not is_run_in(block, lead_length(block, followed), followed)
    return f"h{heading_rank(block.kind)}" if alone else "p"


def _piece(block: Block, number: str, followed: bool) -> str:
    length = lead_length(block, followed)
    if block.kind in HEADINGS and length and is_run_in(block, length, followed):
        lead, rest = split_runs(block.runs, length)
        return f'<span class="lead">{escape(number)}{_runs(lead)}</span>{_runs(rest)}'
    return escape(number) + _runs(block.runs)


def _runs(runs: Sequence[Run]) -> str:
    return "".join(f"<b>{_text(run)}</b>" if run.bold else _text(run) for run in runs)


def _text(run: Run) -> str:
    return escape(run.text, quote=False).replace(FORCED_LINE_END, "<br>")
