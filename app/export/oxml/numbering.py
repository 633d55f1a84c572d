"""Word's own multilevel numbering for headings: 一、 （一） 1. （1）, with restarts as instances of it.

Numbers are not Word's to decide: `instances` follows how Word counts, and begins a new instance with
every level's start set wherever its number would not be the draft's.
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

    starts: tuple[tuple[int, ...], ...]
    """For each instance from the second, at what each level starts."""
    of_block: Mapping[str, int]
    """The instance of a block's paragraph where it is not the first."""


def instances(paragraphs: Sequence[PrintedParagraph]) -> Instances:
    """The instances that give every heading its number."""
    starts: list[tuple[int, ...]] = []
    of_block: dict[str, int] = {}
    counts = [0] * len(HEADINGS)
    blocks = [paragraph.pieces[0].block for paragraph in paragraphs]
    for block, ordinal in zip(blocks, ordinals(blocks), strict=True):
        if block.kind not in HEADINGS:
            continue
        level = HEADINGS.index(block.kind)
        if counts[level] + 1 != ordinal:
            below = [1] * (len(HEADINGS) - level - 1)
            starts.append((*(count + 1 for count in counts[:level]), ordinal, *below))
        counts[level] = ordinal
        counts[level + 1 :] = [0] * (len(HEADINGS) - level - 1)
        if starts:
            of_block[block.id] = len(starts) + 1
    return Instances(tuple(starts), of_block)


def numbering_part(layout: Layout, found: Instances) -> bytes:
    """The part: one numbering tied to the heading styles, and its instances."""
    levels = (_level(index, kind, layout) for index, kind in enumerate(HEADINGS))
    abstract = element("abstractNum", value("multiLevelType", "multilevel"), *levels, abstractNumId=0)
    later = (_instance(number, starts) for number, starts in enumerate(found.starts, start=2))
    return part("numbering", abstract, _instance(1, ()), *later)


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


def _instance(number: int, starts: tuple[int, ...]) -> str:
    overrides = (
        element("lvlOverride", value("startOverride", start), ilvl=level)
        for level, start in enumerate(starts)
    )
    return element("num", value("abstractNumId", 0), *overrides, numId=number)
