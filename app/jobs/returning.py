"""A draft that comes back from Word is the one that went out: its title unbroken, its bindings from the draft at hand.

The window offers the draft that is open, where `may_return_to` says that this is the one; the command line takes
the file that it is told of, or that lies where the draft would.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.draft import FORCED_LINE_END, Block, Draft
from app.core.errors import AppError
from app.core.kinds import Kind
from app.core.rebound import rebound, shared
from app.export.title import with_line_ends, written_title
from app.importing.own import is_own
from app.importing.paragraphs import Source
from app.jobs.layouts import layout_of
from app.jobs.opening import Opened
from app.jobs.program import Program
from app.storage.siceng_file import read_siceng


@dataclass(frozen=True, slots=True)
class Returned:
    """The draft, and what the writer should know of where it got what from, in sentences."""

    draft: Draft
    notices: tuple[str, ...] = ()


def returned(program: Program, source: Source, draft: Draft, known: Draft | None = None) -> Draft:
    """A draft as it was before it went out to the Word file it was recognised in; any other as it is.

    Line ends that the export put into the title are taken out. With `known`, the draft that it was, its facts,
    sections and bindings come back. Raises ReadError where the layout of the program cannot be read.
    """
    if not is_own(source.paragraphs):
        return draft
    known = known if may_return_to(draft, known) else None
    draft = _with_title(program, draft, known)
    return draft if known is None else rebound(draft, known)


def may_return_to(draft: Draft, known: Draft | None) -> bool:
    """Whether a draft that was recognised is the known one, come back."""
    return known is not None and shared(draft, known) > 0


def reopened(program: Program, opened: Opened, known: Draft | None) -> Opened:
    """What was opened, with its draft as `returned` gives it."""
    if opened.origin is None:
        return opened
    return replace(opened, draft=returned(program, opened.origin.foreign.source, opened.draft, known))


def returned_to(
    program: Program, source: Source, draft: Draft, base: Path | None, likely: tuple[Path, ...]
) -> Returned:
    """As `returned`, with the draft in `base`; None: with the first of the likely files that is the one.

    Raises ReadError where `base` cannot be read.
    """
    if not any(paragraph.ids for paragraph in source.paragraphs):
        told = () if base is None else (f"来源里没有本程序的书签，“{base.name}”没有用上。",)
        return Returned(returned(program, source, draft), told)
    notices: list[str] = []
    for path in (base,) if base else _there(likely):
        try:
            known = read_siceng(path).draft
        except AppError:
            if base:
                raise
            notices.append(f"“{path.name}”读不出来，没能从里面接回绑定。")
            continue
        if may_return_to(draft, known):
            found = returned(program, source, draft, known)
            return Returned(found, (*notices, _told(found, path)))
        if base:
            notices.append(f"“{path.name}”不是这份 Word 文件的底稿，没有用上。")
    return Returned(returned(program, source, draft), tuple(notices))


def _there(paths: tuple[Path, ...]) -> Iterator[Path]:
    return (path for path in paths if path.is_file())


def _told(draft: Draft, path: Path) -> str:
    bound = sum(run.bind is not None for block in draft.blocks for run in block.runs)
    return f"按底稿“{path.name}”接回了事实、各节设置和 {bound} 处绑定。"


def _with_title(program: Program, draft: Draft, known: Draft | None) -> Draft:
    """The draft with the line ends of its title as they were written, as far as can be told."""
    index = next((at for at, block in enumerate(draft.blocks) if block.kind is Kind.TITLE), None)
    if index is None or FORCED_LINE_END not in draft.blocks[index].text:
        return draft
    title = draft.blocks[index]
    lines = title.text.split(FORCED_LINE_END)
    before = (block.text for block in (known.blocks if known else ()) if block.id == title.id)
    try:
        layout = layout_of(program, known or draft)
    except AppError:
        # The draft that is known may name a layout that is not here: what will be printed has another one, too.
        layout = layout_of(program, draft)
    written = written_title(
        lines, (*before, "".join(lines)), layout.title_best, program.segmenter, layout.title_most
    )
    if written is None:
        return draft
    blocks = (*draft.blocks[:index], _broken(title, written), *draft.blocks[index + 1 :])
    return replace(draft, blocks=blocks)


def _broken(title: Block, text: str) -> Block:
    return replace(title, runs=with_line_ends(title.runs, text.split(FORCED_LINE_END)))
