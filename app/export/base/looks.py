"""How a style of a unit's file looks in the end: its own word, those below it, the document's defaults, the theme."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from app.export.base.names import A, W, child, is_on, whole
from app.export.base.styles import BaseStyles, with_attributes
from app.files.xml import Element
from app.layouts.model import Alignment

_ALIGNMENTS: Mapping[str, Alignment] = {
    **dict.fromkeys(("left", "start"), "left"),
    **dict.fromkeys(("right", "end"), "right"),
    "center": "center",
    **dict.fromkeys(("both", "distribute"), "both"),
}  # fmt: skip
_WORDS_SIZE = 20
"""Half-points of text for which nothing is said (17.3.2.38)."""
_SINGLE = 240
"""`line` of one line where it counts in lines and not in twips (17.3.1.33)."""
_LINE_OF_SIZE = 13
"""Twips of a single line for each half-point of its size: Chinese fonts take 1.3 of it."""
_HAN_SCRIPT = "Hans"


@dataclass(frozen=True, slots=True)
class Look:
    """What paragraphs of a style look like, in the units of a layout."""

    east: str = ""
    """The font for Chinese; empty where nothing says which."""
    west: str = ""
    size: int = _WORDS_SIZE
    """Half-points."""
    bold: bool = False
    alignment: Alignment = "both"
    first_line: int = 0
    """1/100 characters; of a hanging indent 0."""
    left: int = 0
    right: int = 0
    line: int = _WORDS_SIZE * _LINE_OF_SIZE
    """Twips from line to line; estimated where the file counts in lines."""
    before: int = 0
    """Twips."""
    after: int = 0
    spacing: int = 0
    keep_next: bool = False
    snap: bool = True
    outline: int | None = None
    numbered: bool = False
    """Whether Word counts its paragraphs."""


class Looks:
    """The looks of the styles of one file."""

    def __init__(self, styles: BaseStyles, theme: Element | None, pitch: int) -> None:
        """`pitch` is that of the file's grid in twips, 0 without one: blanks may be counted in its lines."""
        self._styles, self._pitch = styles, pitch
        self._theme = dict(_theme_fonts(theme))

    def of(self, style_id: str) -> Look:
        """The look of a paragraph style."""
        run = self._said(style_id, "rPr")
        paragraph = self._said(style_id, "pPr")
        fonts, spacing, indent = (
            found if found is not None else _nothing()
            for found in (run.get("rFonts"), paragraph.get("spacing"), paragraph.get("ind"))
        )
        size = _number(run.get("sz"), "val", _WORDS_SIZE)
        jc = paragraph.get("jc")
        return Look(
            east=self._font(fonts, "eastAsia"),
            west=self._font(fonts, "ascii"),
            size=size,
            bold=_switch(run.get("b")),
            alignment="both" if jc is None else _ALIGNMENTS.get(jc.get(f"{W}val", ""), "both"),
            first_line=_indent(indent, size, "firstLine"),
            left=_indent(indent, size, "left", "start"),
            right=_indent(indent, size, "right", "end"),
            line=_line(spacing, size),
            before=self._blank(spacing, "before"),
            after=self._blank(spacing, "after"),
            spacing=_number(run.get("spacing"), "val", 0),
            keep_next=_switch(paragraph.get("keepNext")),
            snap=_switch(paragraph.get("snapToGrid"), missing=True),
            outline=self._styles.outline_of(style_id),
            numbered=bool(self._styles.number_of(style_id)),
        )

    def _said(self, style_id: str, kind: str) -> Mapping[str, Element]:
        found = {str(each.tag).removeprefix(W): each for each in self._styles.defaults(kind)}
        for each in self._styles.properties(style_id, kind):
            name = str(each.tag).removeprefix(W)
            if name in ("rFonts", "spacing", "ind") and name in found:
                each = with_attributes(found[name], each)
            found[name] = each
        return found

    def _font(self, fonts: Element, script: str) -> str:
        theme = fonts.get(f"{W}{script}Theme", "")
        return self._theme.get(theme, "") or fonts.get(f"{W}{script}", "")

    def _blank(self, spacing: Element, side: str) -> int:
        lines = whole(spacing.get(f"{W}{side}Lines"))
        if lines:
            return round(lines * (self._pitch or _SINGLE) / 100)
        return whole(spacing.get(f"{W}{side}")) or 0


def _theme_fonts(theme: Element | None) -> Iterator[tuple[str, str]]:
    """The fonts that a theme stands for, by the names that styles give them (17.18.96)."""
    if theme is None:
        return
    for of in ("major", "minor"):
        scheme = next(theme.iter(f"{A}{of}Font"), None)
        if scheme is None:
            continue
        east = scheme.find(f"{A}ea")
        han = next((each for each in scheme.iter(f"{A}font") if each.get("script") == _HAN_SCRIPT), None)
        named = "" if east is None else east.get("typeface", "")
        yield f"{of}EastAsia", named or ("" if han is None else han.get("typeface", ""))
        latin = scheme.find(f"{A}latin")
        for kind in ("HAnsi", "Ascii"):
            yield of + kind, "" if latin is None else latin.get("typeface", "")


def pitch_of(section: Element) -> int:
    """The line pitch of a section's grid in twips; 0 where it has none."""
    grid = child(section, "docGrid")
    if grid is None or grid.get(f"{W}type") in (None, "default"):
        return 0
    return max(0, whole(grid.get(f"{W}linePitch")) or 0)


def _nothing() -> Element:
    return etree.Element(f"{W}nothing")


def _number(element: Element | None, name: str, missing: int) -> int:
    found = None if element is None else whole(element.get(f"{W}{name}"))
    return missing if found is None else found


def _switch(element: Element | None, missing: bool = False) -> bool:
    return missing if element is None else is_on(element)


def _indent(indent: Element, size: int, *names: str) -> int:
    """An indent in 1/100 characters, none below zero."""
    for name in names:
        characters = whole(indent.get(f"{W}{name}Chars"))
        if characters:
            return max(0, characters)
        twips = whole(indent.get(f"{W}{name}"))
        if twips:
            return max(0, round(twips * 100 / (max(size, 1) * 10)))
    return 0


def _line(spacing: Element, size: int) -> int:
    given = whole(spacing.get(f"{W}line"))
    single = size * _LINE_OF_SIZE
    if not given or given < 0:
        return single
    if spacing.get(f"{W}lineRule", "auto") == "auto":
        return round(single * given / _SINGLE)
    return given if spacing.get(f"{W}lineRule") == "exact" else max(given, single)
