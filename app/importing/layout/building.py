"""A layout made of what was found in a sample and taken, over the one that it is compared with.

What the sample does not show is as there; a kind that there is set like its body text is set like the sample's.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.core.kinds import Kind
from app.importing.layout.findings import Finding, Key
from app.importing.layout.looks import WEST
from app.layouts.build import build_layout
from app.layouts.model import STYLES, Font, Layout
from app.layouts.values import Entry, Value, entries, put, values_of

_BODY = f"styles.{Kind.BODY}"
_FOLLOWING = ("字号", "字体", WEST, "行距", "字距", "对齐", "首行缩进")
"""What follows the body text where the compared layout has it the same for both."""
_NUMBER, _HEADER = "page_number", "page_header"
_FAMILIES = (
    ("仿宋", "fangsong"),
    ("楷", "kaiti"),
    ("小标宋", "xiaobiaosong"),
    ("黑", "heiti"),
    ("宋", "songti"),
)
_LEAST_TITLE, _MOST_TITLE = 4, 60
_ROOM = 1.25
"""Height of a line over the size of its letters, where nothing says how high it is to be."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts that a sample names: which stand for which where they are missing."""

    base: Mapping[str, Font]
    alternatives: Mapping[str, str]
    """The other name that the file gives a font (w:altName)."""

    def font(self, east: str, west: str, taken: Mapping[str, Font]) -> Font:
        """The font of these names; one of the compared layout's where it is that, else with what may stand in."""
        pair = next((each for each in taken.values() if (each.east, each.west) == (east, west)), None)
        if pair is not None:
            return pair
        kin = self._kin(east)
        if kin is not None and (kin.east, kin.west) == (east, west) and kin.id not in taken:
            return kin
        chain = () if kin is None else tuple(name for name in kin.chain if name != east)
        other = self.alternatives.get(east, "")
        if other and other != east:
            chain = (other, *(name for name in chain if name != other))
        return Font(self._free(kin, east, taken), east, west, chain)

    def _kin(self, east: str) -> Font | None:
        """The font of the compared layout that has this name, or takes it for its own."""
        named = next((font for font in self.base.values() if font.east == east), None)
        return named or next((font for font in self.base.values() if east in font.fallbacks), None)

    def _free(self, kin: Font | None, east: str, taken: Mapping[str, Font]) -> str:
        family = next((family for word, family in _FAMILIES if word in east), "font")
        name = kin.id if kin is not None else family
        return next(each for each in _numbered(name) if each not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}{number}"
        number += 1


def built(
    base: Layout, findings: Sequence[Finding], taken: Collection[Key], alternatives: Mapping[str, str]
) -> Layout:
    """The layout with the findings whose keys are taken; those that are not are as in `base`.

    Raises ReadError for a value that no layout can have; whether all fits the paper is not looked at.
    """
    said = {entry.table + "\0" + entry.key: entry for entry in entries(base)}
    values: dict[str, Any] = values_of(base)
    chosen: dict[Key, Value] = {each.key: each.value for each in findings if each.key in taken}
    for each in findings:
        entry = said.get("\0".join(each.key))
        if each.key not in taken and entry is not None:
            put(values, entry)
    chosen |= _followed(base, chosen, {each.key for each in findings})
    for (table, key), value in chosen.items():
        if key not in ("字体", WEST):
            put(values, Entry(table, key, value))
    for key in ("行数", "字数"):
        values["grid"].pop(key, None)
    _put_fonts(values, base, chosen, alternatives)
    layout = build_layout(base.id, values, checked=False)
    return _with_title(_with_room(layout, {each.key for each in findings}), base)


def _followed(base: Layout, chosen: Mapping[Key, Value], known: Collection[Key]) -> dict[Key, Value]:
    """What kinds that the sample does not show take from its body text."""
    followed: dict[Key, Value] = {}
    for role in STYLES:
        for key in _FOLLOWING:
            at = (f"styles.{role}", key)
            if at not in known and (_BODY, key) in chosen and _same(base, role, key):
                followed[at] = chosen[_BODY, key]
    return followed


def _same(base: Layout, role: str, key: str) -> bool:
    style, body = base.styles[role], base.body
    pairs: dict[str, tuple[object, object]] = {
        "字号": (style.size, body.size),
        "字体": (style.font.east, body.font.east),
        # Of another font for Chinese, digits and letters are still in that of the body text.
        WEST: (style.font.west, body.font.west),
        "行距": (style.line, body.line),
        "字距": (style.spacing, body.spacing),
        "对齐": (style.alignment, body.alignment),
        "首行缩进": (style.first_line, body.first_line),
    }
    one, other = pairs[key]
    return one == other


def _put_fonts(
    values: dict[str, Any], base: Layout, chosen: Mapping[Key, Value], alternatives: Mapping[str, str]
) -> None:
    """Name the font of every style, the page number and the header, and put in those that are named."""
    fonts = Fonts(base.fonts, alternatives)
    taken: dict[str, Font] = {}
    now: dict[str, Font] = {
        **{f"styles.{role}": base.styles[role].font for role in STYLES},
        _NUMBER: base.page_number.font,
        _HEADER: base.header.font,
    }
    for table, font in now.items():
        east, west = chosen.get((table, "字体"), font.east), chosen.get((table, WEST), font.west)
        found = fonts.font(str(east), str(west), taken)
        taken[found.id] = found
        put(values, Entry(table, "字体", found.id))
    for font in (*(each for name, each in base.fonts.items() if name not in taken), *taken.values()):
        put(values, Entry(f"fonts.{font.id}", "中文", font.east))
        put(values, Entry(f"fonts.{font.id}", "西文", font.west))
        put(values, Entry(f"fonts.{font.id}", "替代", font.fallbacks))


def _with_room(layout: Layout, known: Collection[Key]) -> Layout:
    """The layout with higher lines for kinds that the sample does not show, where its own would cut letters off."""
    styles = {
        role: replace(style, line=max(style.line, round(style.size * 10 * _ROOM)))
        if style.line < style.size * 10 and (f"styles.{role}", "行距") not in known
        else style
        for role, style in layout.styles.items()
    }
    return replace(layout, styles=styles)


def _with_title(layout: Layout, base: Layout) -> Layout:
    """The layout with the lengths of a title's lines that fit; as compared where title and page are the same."""
    fit, before = layout.title_fit, base.title_fit
    if fit == before:
        return layout
    most = max(_LEAST_TITLE, min(fit, _MOST_TITLE))
    return replace(layout, title_most=most, title_best=max(_LEAST_TITLE, most - 1))


def is_font_name(name: str) -> bool:
    """Whether a layout can hold a font's name."""
    return 0 < len(name) <= 200 and name.isprintable() and not name.isspace()
