"""What the styles of a Word file say, resolved once for each style (ECMA-376 part 1, 17.7)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from app.core.kinds import HEADINGS
from app.importing.word.names import VAL, Element, W, child, is_on, value, whole
from app.layouts.word_names import POINT_LEAD, STYLE_NAMES, lead_name, run_in_name

_Found = TypeVar("_Found")
_HEADING = re.compile("(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLES = ("title", "subtitle", "标题", "副标题")
_DEEPEST_HEADING = 4
_LONGEST = 50
"""Styles based on each other; Word allows ten."""
_OUR_LEADS = frozenset({POINT_LEAD, *map(lead_name, HEADINGS)})
"""Character styles of ours whose bold is the look of a lead and no mark of the writer's."""
_OURS = frozenset({*STYLE_NAMES.values(), *map(run_in_name, HEADINGS)})


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph's style says; sizes in half points, 0 where nothing is said."""

    name: str = ""
    level: int | None = None
    centred: bool = False
    size: int = 0
    bold: bool = False
    hidden: bool = False
    number: str = ""
    """The instance of a numbering; empty where there is none."""
    number_level: int | None = None
    chain: tuple[str, ...] = ()
    """The ids of the style and those that it is based on, as far up as the one that brings the number."""

    @property
    def is_ours(self) -> bool:
        """Whether the style has the name of one of ours."""
        return self.name in _OURS


@dataclass(frozen=True, slots=True)
class RunLook:
    """What a character style turns over in the look of its paragraph's style, and its size.

    `lead` is a style of ours, by which a lead is set.
    """

    bold: bool = False
    hidden: bool = False
    size: int = 0
    lead: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    id: str
    name: str
    based_on: str
    element: Element


@dataclass(frozen=True, slots=True)
class _Chain:
    """A style and those that it is based on; the first that says something is right."""

    styles: Sequence[_Style]

    def first(self, *path: str) -> Element | None:
        return self.said(lambda style: child(style.element, *path))

    def said(self, of: Callable[[_Style], _Found | None]) -> _Found | None:
        return next((found for style in self.styles if (found := of(style)) is not None), None)

    def switch(self, name: str) -> bool:
        found = self.first("rPr", name)
        return found is not None and is_on(found)

    def size(self) -> int:
        found = self.first("rPr", "sz")
        return 0 if found is None else whole(found.get(VAL)) or 0


@dataclass(slots=True)
class Styles:
    """The styles of a file by id; without a styles part there are none, and nothing is said."""

    _all: dict[str, _Style] = field(default_factory=dict[str, _Style])
    _default: str = ""
    _centred: bool = False
    _size: int = 0

    @classmethod
    def read(cls, part: Element | None) -> "Styles":
        """The styles of the part; None for a file that has none."""
        styles = cls()
        if part is None:
            return styles
        for element in part.iterchildren(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            based_on = value(element, "basedOn") or ""
            styles._all.setdefault(name, _Style(name, value(element, "name") or "", based_on, element))
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                styles._default = name
        styles._centred = value(part, "docDefaults", "pPrDefault", "pPr", "jc") == "center"
        styles._size = whole(value(part, "docDefaults", "rPrDefault", "rPr", "sz")) or 0
        return styles

    def paragraph(self, style_id: str) -> ParagraphLook:
        """What a style says of paragraphs; one that is not there is the default style."""
        chain = self._chain(style_id if style_id in self._all else self._default)
        if not chain.styles:
            return ParagraphLook(centred=self._centred, size=self._size)
        alignment = chain.first("pPr", "jc")
        numbered = next(
            (at for at, style in enumerate(chain.styles) if value(style.element, "pPr", "numPr", "numId")),
            None,
        )
        number = (
            "" if numbered is None else value(chain.styles[numbered].element, "pPr", "numPr", "numId") or ""
        )
        level = chain.first("pPr", "numPr", "ilvl")
        return ParagraphLook(
            name=chain.styles[0].name,
            level=_level(chain),
            centred=self._centred if alignment is None else alignment.get(VAL) == "center",
            size=chain.size() or self._size,
            bold=chain.switch("b"),
            hidden=chain.switch("vanish"),
            number=number,
            number_level=None if level is None else whole(level.get(VAL)),
            chain=() if numbered is None else tuple(style.id for style in chain.styles[: numbered + 1]),
        )

    def run(self, style_id: str) -> RunLook:
        """What a character style says; nothing where it is not there."""
        chain = self._chain(style_id)
        lead = bool(chain.styles) and chain.styles[0].name in _OUR_LEADS
        return RunLook(chain.switch("b") and not lead, chain.switch("vanish"), chain.size(), lead)

    def numbering(self, style_id: str) -> str:
        """The instance that a numbering style stands for; empty where it stands for none."""
        style = self._all.get(style_id)
        return "" if style is None else value(style.element, "pPr", "numPr", "numId") or ""

    def _chain(self, style_id: str) -> _Chain:
        styles: list[_Style] = []
        seen: set[str] = set()
        while style_id in self._all and style_id not in seen and len(seen) < _LONGEST:
            seen.add(style_id)
            styles.append(self._all[style_id])
            style_id = styles[-1].based_on
        return _Chain(styles)


def _level(chain: _Chain) -> int | None:
    """The level of a heading, by outline or by name; a title is none, though Word's outline may hold it."""
    return heading_level(chain.said(_outline_of))


def heading_level(outline: int | None) -> int | None:
    """The level from 1 that an outline level from 0 is; None for the text of a body, and where there is none."""
    return outline + 1 if outline is not None and 0 <= outline < _DEEPEST_HEADING else None


def _outline_of(style: _Style) -> int | None:
    if style.name.lower() in _TITLES:
        return 9
    said = whole(value(style.element, "pPr", "outlineLvl"))
    named = _HEADING.fullmatch(style.name)
    return said if said is not None or named is None else int(named[1]) - 1
