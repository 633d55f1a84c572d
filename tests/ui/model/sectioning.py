"""What is said of sections, their fields, sections made anew; lines of the head that are made."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.core.draft import Block, Draft, Section
from app.core.kinds import HEAD_KINDS, Kind, head_rank
from app.core.markup import parse_blocks
from app.core.place import Place
from tests.ui.model.lines import Line, Sheet, is_open
from tests.ui.model.writing import Done, make_kind


def section_line(draft: Draft, at: int) -> int | None:
    """The line at which the section begins that a line stands in; no section goes past a 落款."""
    for index in range(min(at, len(draft.blocks) - 1), -1, -1):
        if draft.blocks[index].kind is Kind.SIGNOFF:
            return None
        if draft.blocks[index].section is not None:
            return index
    return None


def said(draft: Draft, at: int, change: Callable[[Section], Section]) -> Done:
    """Something else said of the section that a line stands in."""
    index = section_line(draft, at)
    if index is None:
        return draft, None
    sheet = Sheet(draft)
    section = sheet.lines[index].section
    assert section is not None
    sheet.lines[index].section = change(section)
    return sheet.own(), None


def head_line_made(draft: Draft, at: int, kind: Kind) -> Done:
    """The line of a head kind gone to, or made of the line behind the head, or put in."""
    sheet = Sheet(draft)
    lines = sheet.lines
    there = [index for index, line in enumerate(lines) if line.kind is kind]
    if there and kind is not Kind.BYLINE:
        return draft, Place(there[0], len(lines[there[0]].letters))
    if at < len(lines) and _reads_like_head(lines, at):
        made = lines.pop(at)
        below = lines[at] if at < len(lines) else Line(kind=Kind.SIGNOFF)
        if below.section is None and below.kind is not Kind.SIGNOFF and made.section is not None:
            below.section, below.joined = made.section, False
        make_kind(made, kind)
        made.section = None
    else:
        made = Line(kind=kind)
    to = sum(head_rank(line.kind) <= head_rank(kind) for line in lines)
    lines.insert(to, made)
    return sheet.planned(), Place(to, len(made.letters))


def _reads_like_head(lines: list[Line], at: int) -> bool:
    text = lines[at].text.strip()
    is_first = all(line.kind in HEAD_KINDS for line in lines[:at])
    is_short = len(text) <= 60 and "。" not in text and not text.endswith(("；", "，", "、"))
    return is_first and lines[at].kind is Kind.BODY and is_short


# Sections from templates


def came_to(before: Draft, after: Draft) -> Done:
    """A draft into which something was put, with the cursor where that begins."""
    known = {block.id for block in before.blocks}
    new = (at for at, block in enumerate(after.blocks) if is_open(block.id) and block.id not in known)
    at = next(new, None)
    return after, None if at is None else Place(at, 0)


def own_lines(draft: Draft, name: str) -> Iterator[Block]:
    """The lines of a section that its template did not make as they are: the writer's own, which are kept."""
    for start, first in enumerate(draft.blocks):
        if first.section is None or first.section.id != name:
            continue
        source = first.section.source
        made = {_form(block) for block in parse_blocks(source, {})} if source else set()
        for at in range(start, len(draft.blocks)):
            if section_line(draft, at) != start:
                break
            if draft.blocks[at].runs and _form(draft.blocks[at]) not in made:
                yield replace(draft.blocks[at], section=None)


def _form(block: Block) -> tuple[object, ...]:
    """What a line says, whatever the values in it are."""
    return tuple(run.bind.name if run.bind else run.text for run in block.runs)


def kept(lines: Iterator[Block], after: Draft) -> str:
    """Which of these lines is not there any more as it was, whatever the values in it are; nothing where all are."""
    there = {block.id: block for block in after.blocks}
    for line in lines:
        other = there.get(line.id)
        if other is None or (other.kind, _form(other)) != (line.kind, _form(line)):
            return f"{line} became {other}"
    return ""
