"""What the writer should know of an export: what is still to be filled in, what was left out, which fonts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.draft import Block, Draft
from app.core.kinds import HEAD_KINDS, HEADINGS, KIND_NAMES, Kind
from app.core.lead import heading_text, lead_length
from app.core.numbering import numbers
from app.export.oxml.xml import FORBIDDEN

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
"""Characters of private use (自造字): another machine shows something else for them, or nothing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something at a place in the draft."""

    block: str
    """The id of the block."""
    where: str
    """The place in the writer's words: 标题, the heading above with its number, or the section's name."""
    text: str


@dataclass(frozen=True, slots=True)
class MissingFont:
    """A font of the layout that this machine does not have."""

    name: str
    instead: str
    """The first of the layout's fallbacks that is installed; empty where none is."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did and what is left to do."""

    paragraphs: int = 0
    """Printed paragraphs."""
    comments: int = 0
    """Word comments written."""
    placeholders: tuple[Spot, ...] = ()
    """待填 that still stand in the text, in order."""
    empty_blocks: tuple[Spot, ...] = ()
    """Blocks left out because nothing is written in them; `text` is the name of the kind."""
    inexpressible: tuple[Spot, ...] = ()
    """Characters that Word cannot hold, which were left out, or that only this machine can show."""
    marks_lost: int = 0
    """待核实 marks and comments that the format has no place for."""
    base: tuple[str, ...] = ()
    """What became of the unit's own file that the export was built on, in sentences; empty without one."""
    fonts_missing: tuple[MissingFont, ...] = ()
    """Fonts of the layout that are not installed here; empty also when nobody knows what is."""
    fonts_needed: tuple[str, ...] = ()
    """Fonts that the reader's machine must have to show the file as it is meant."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The report in sentences, what is most urgent first; empty when there is nothing to say."""
        return tuple(_lines(self))

    def lines_at_most(self, most: int) -> tuple[str, ...]:
        """The same for a screen: of each list only the first `most`, and how many there are besides."""
        return tuple(_lines(self, most))


def placeholders_left(draft: Draft) -> tuple[Spot, ...]:
    """待填 that still stand in the text, in order."""
    if not any(run.placeholder for block in draft.blocks for run in block.runs):
        return ()
    return tuple(
        Spot(block.id, where, run.text)
        for block, where in _places(draft)
        for run in block.runs
        if run.placeholder
    )


def empty_blocks(draft: Draft) -> tuple[Spot, ...]:
    """Blocks in which nothing is written."""
    if all(block.runs for block in draft.blocks):
        return ()
    return tuple(
        Spot(block.id, where, KIND_NAMES[block.kind]) for block, where in _places(draft) if not block.runs
    )


def marks(draft: Draft) -> int:
    """How many stretches are marked 待核实 or commented on; neighbours with the same mark are one."""
    count = 0
    for block in draft.blocks:
        before = (False, "")
        for run in block.runs:
            mark = (run.query, run.comment)
            count += mark != before and any(mark)
            before = mark
    return count


def inexpressible(draft: Draft) -> tuple[Spot, ...]:
    """Characters that a Word file cannot hold or that mean nothing on another machine, named by code point."""
    odd = {block.id for block in draft.blocks for run in block.runs if not run.text.isprintable()}
    if not odd:
        return ()
    return tuple(
        Spot(block.id, where, f"U+{ord(char):04X}")
        for block, where in _places(draft)
        if block.id in odd
        for char in block.text
        if FORBIDDEN.match(char) or _PRIVATE.match(char)
    )


def _places(draft: Draft) -> Iterator[tuple[Block, str]]:
    """Every block with the words for where it stands: its heading, or in a speech without any its section."""
    above = section = ""
    for block, number in zip(draft.blocks, numbers(draft.blocks), strict=True):
        if block.kind in HEAD_KINDS:
            yield block, KIND_NAMES[block.kind]
            continue
        if block.section is not None:
            # A section without a heading of its own does not stand under the one before.
            above, section = "", block.section.name
        if block.runs and (block.kind in HEADINGS or block.kind is Kind.PART):
            above = f"“{number}{heading_text(block, lead_length(block, runs_on=True))}”"
        yield block, above or section or "开头"


def _lines(report: ExportReport, most: int | None = None) -> Iterator[str]:
    if report.placeholders:
        yield f"还有 {len(report.placeholders)} 处待填："
        yield from _listed([f"{spot.where}：{spot.text}" for spot in report.placeholders], most)
    if report.empty_blocks:
        yield f"有 {len(report.empty_blocks)} 处空段没有印出："
        yield from _listed([f"{spot.where}：空的{spot.text}" for spot in report.empty_blocks], most)
    if report.marks_lost:
        yield f"有 {report.marks_lost} 处待核实或批注，纯文本里放不下，没有写进去；导出 Word 就有。"
    if report.inexpressible:
        yield "这些字符 Word 存不下（已略去）或别的电脑显示不出，请改用通行的字："
        yield from _listed([f"{spot.where}：{spot.text}" for spot in report.inexpressible], most)
    yield from report.base
    if report.fonts_missing:
        yield "本机没有装这些字体，看到的不是最后的样子；文件里写的仍是它们："
        yield from _listed([_font(font) for font in report.fonts_missing])
    if report.fonts_needed:
        yield f"对方电脑要装有这些字体，版面才不走样：{'、'.join(report.fonts_needed)}。"


def _font(font: MissingFont) -> str:
    return f"{font.name}{f'（本机可用“{font.instead}”代替）' if font.instead else ''}"


def _listed(items: Sequence[str], most: int | None = None) -> Iterator[str]:
    """Items below a line that says what they are; beyond `most` only how many there are."""
    yield from (f"　{item}" for item in items[:most])
    if most is not None and len(items) > most:
        yield f"　……其余 {len(items) - most} 处略"
