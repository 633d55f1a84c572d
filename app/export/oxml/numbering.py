"""Word's own multilevel numbering for headings: 一、 （一） 1. （1）, with restarts as instances of it.

Numbers are not Word's to decide: `instances` follows how Word counts, and begins a new instance wherever
its number would not be the draft's. An instance is used by the headings of its level and below until a
higher heading comes: so the numbers are right in programs that count on through all instances (Word) and
in those that count in each apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.kinds import HEADINGS, Kind
from app.core.numbering import ordinals
from app.export.oxml.formatting import indents, run_properties
from app.export.oxml.styles import style_id
from app.export.oxml.xml import element, part, value
from app.export.walk import PrintedParagraph
from app.layouts.model import Layout

_FORMS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
"""GB/T 9704 7.3.3: the four levels, as number format and text of each."""


@dataclass(frozen=True, slots=True)
class Instances:
    """Instances of the numbering after the first, which the styles name."""

    starts: tuple[tuple[int, int], ...]
    """For each instance from the second, the level it begins anew, and at which number."""
    of_block: Mapping[str, int]
    """The instance of a block's paragraph where it is not the first."""


def instances(paragraphs: Sequence[PrintedParagraph]) -> Instances:
    """The instances that give every heading its number."""
    starts: list[tuple[int, int]] = []
    of_block: dict[str, int] = {}
    scopes: list[tuple[int, int]] = []
    counts = [0] * len(HEADINGS)
    blocks = [paragraph.pieces[0].block for paragraph in paragraphs]
    for block, ordinal in zip(blocks, ordinals(blocks), strict=True):
        if block.kind not in HEADINGS:
            continue
        level = HEADINGS.index(block.kind)
        scopes = [scope for scope in scopes if scope[0] <= level]
        if ordinal != counts[level] + 1:
            starts.append((level, ordinal))
            scopes = [scope for scope in scopes if scope[0] < level]
            scopes.append((level, len(starts) + 1))
        counts[level:] = [ordinal] + [0] * (len(HEADINGS) - level - 1)
        if scopes:
            of_block[block.id] = scopes[-1][1]
    return Instances(tuple(starts), of_block)


def numbering_part(layout: Layout, found: Instances) -> bytes:
    """The part: one numbering tied to the heading styles, and its instances."""
    levels = (_level(index, kind, layout) for index, kind in enumerate(HEADINGS))
    abstract = element("abstractNum", value("multiLevelType", "multilevel"), *levels, abstractNumId=0)
    later = (
        _instance(number, element("lvlOverride", value("startOverride", start), ilvl=level))
        for number, (level, start) in enumerate(found.starts, start=2)
    )
    return part("numbering", abstract, _instance(1), *later)


def _level(index: int, kind: Kind, layout: Layout) -> str:
    """The number stands in the heading's font, also where the paragraph is run-in and the body's."""
    form, text = _FORMS[index]
    style = layout.styles[kind]
    return element(
        "lvl",
        value("start", 1),
        value("numFmt", form),
        value("pStyle", style_id(kind)),
        value("suff", "nothing"),
        value("lvlText", text),
        value("lvlJc", "left"),
        element("pPr", indents(style)),
        run_properties(style).replace("<w:rFonts ", '<w:rFonts w:hint="eastAsia" '),
        ilvl=index,
    )


def _instance(number: int, override: str = "") -> str:
    return element("num", value("abstractNumId", 0), override, numId=number)
