"""How lines and characters come of a page, a pitch and a spacing, the other way round, and what looks wrong in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.core.kinds import HEADINGS, KIND_NAMES, Kind
from app.layouts.checks import faults
from app.layouts.model import SIGNOFF_LAST, Layout, Page
from app.layouts.values import points

_TEXT = (*HEADINGS, Kind.POINT, Kind.BODY, Kind.CUE, Kind.CLOSING)
"""Kinds of which whole pages are made."""
_TIGHT_LINE = 1.25
"""Of the size: lines nearer than this are hard to read aloud from (28 points at 三号 are 1.75)."""
_TIGHT_CHARACTER = 0.06
"""Of the size: characters pushed together by more than this touch."""


_MOST_TIGHTENED = 80
"""Twips: a layout file takes no spacing below -4 points."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Pitch and spacing, in twips, with which a page has the lines and characters that were asked for."""

    pitch: int
    spacing: int


def fit(page: Page, size: int, lines: int, characters: int) -> Fit:
    """What 每面几行 and 每行几字 come to: the widest pitch and spacing with which they fit; `size` in half-points."""
    return Fit(page.text_height // lines, page.text_width // characters - size * 10)


def most_of(page: Page, size: int) -> tuple[int, int]:
    """The most lines and the most characters a page can have: more, and they would lie on one another."""
    return page.text_height // (size * 10), page.text_width // (size * 10 - _MOST_TIGHTENED)


def lines_of(page: Page, pitch: int) -> int:
    """How many lines of a fixed pitch, in twips, a page has."""
    return page.text_height // pitch


def characters_of(page: Page, size: int, spacing: int = 0) -> int:
    """How many characters of a size in half-points, with a spacing in twips, a line has."""
    return page.text_width // (size * 10 + spacing)


def fitted(values: Mapping[str, Any], layout: Layout, lines: int, characters: int) -> dict[str, Any]:
    """The table of a layout (`values_of`) with pitch and spacing set for these lines and characters a page.

    What else follows the grid goes on following it; 行数 and 字数 are left to be computed.
    """
    found = fit(layout.page, layout.body.size, lines, characters)
    grid = {key: value for key, value in values["grid"].items() if key not in ("行数", "字数")}
    grid |= {"行距": points(found.pitch), "字距": points(found.spacing)}
    return {**values, "grid": grid}


def page_words(layout: Layout) -> str:
    """每面 22 行，每行 28 字 — what truly comes of page, pitch and spacing."""
    page = layout.page
    lines = lines_of(page, layout.grid.pitch)
    characters = characters_of(page, layout.body.size, layout.grid.spacing)
    return f"每面 {lines} 行，每行 {characters} 字"


def misfits(layout: Layout) -> Iterator[str]:
    """What does not fit and keeps the layout from being used, each as a sentence with what to do about it."""
    for fault in faults(layout):
        words = str(fault).partition("里，")[2] or str(fault)
        yield _spoken(words)


def remarks(layout: Layout) -> Iterator[str]:
    """What fits, but is not likely to be meant."""
    grid, body = layout.grid, layout.body
    if body.line < body.size * 10 * _TIGHT_LINE:
        yield f"行距 {points(body.line)} 磅，字号 {body.size / 2:g} 磅：行挨得太近，念的时候容易串行。"
    if -grid.spacing > body.size * 10 * _TIGHT_CHARACTER:
        yield f"每个字收紧 {points(-grid.spacing)} 磅：字挤在一起了，每行少排一两个字为好。"
    uneven = [kind for kind in _TEXT if layout.styles[kind].line != grid.pitch]
    if uneven:
        names = "、".join(KIND_NAMES[kind] for kind in uneven)
        yield f"{names}的行距与每面的不同：有它们的一面不是正好 {grid.lines} 行。"
    loose = [kind for kind in _TEXT if _differs_in_width(layout, kind)]
    if loose:
        yield f"{'、'.join(KIND_NAMES[kind] for kind in loose)}的字距与正文不同：每行不是正好 {grid.characters} 字。"
    if layout.page.mirrored and not layout.sided:
        yield "单双页左右对调是双面印用的，页码却单双页一样：双面印的页码一般放在外侧。"


def _differs_in_width(layout: Layout, kind: Kind) -> bool:
    style = layout.styles[kind]
    return style.size == layout.body.size and style.spacing != layout.body.spacing


def _spoken(words: str) -> str:
    """A fault in the words of the window, which shows no tables and keys."""
    return _PLACE.sub(lambda match: f"{_WORDS.get(match[1], match[1])}的", words)


_PLACE = re.compile(r" ?\[([\w.]+)\](?: 的 ?|的| )?")
"""[page] 的, [styles.h1] 的: where a fault is, as messages about files say it."""
_WORDS = {
    **{f"styles.{kind}": name for kind, name in KIND_NAMES.items()},
    f"styles.{SIGNOFF_LAST}": "落款末行",
    "page": "页边距",
    "grid": "每面",
    "page_number": "页码",
    "page_header": "页眉",
    "title": "标题",
}
