"""The page number and the header of a sample: their place, form and look."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.importing.layout.cascade import Cascade
from app.importing.layout.edge_lines import PAGE, TOTAL, EdgeLine, Token, edge_lines
from app.importing.layout.findings import Evidence, Place, beginning
from app.importing.layout.looks import WEST, font_of
from app.importing.layout.sections import Section, sided
from app.importing.layout.units import characters, line_of, size_of
from app.importing.word.package import WordPackage
from app.layouts.model import Edge, HeaderAlignment, NumberForm, Placement
from app.layouts.values import Value, font_size, hundredths, millimetres, word_for
from app.layouts.words import EDGES, HEADER_ALIGNMENTS, NUMBER_FORMS, PLACEMENTS, number_text

_NUMBER, _HEADER = "page_number", "page_header"
_FORMS: Sequence[tuple[NumberForm, re.Pattern[str]]] = (
    ("page_of", re.compile(r".*1.*9.*")),
    ("dashes", re.compile(r"[—―─–-]{1,2}1[—―─–-]{1,2}")),
    ("hyphens", re.compile(r"[-－]1[-－]")),
    ("page", re.compile(r"第1页")),
)
_MILLIMETRES_OF_GAP, _MOST_INDENT = 2834, 1000
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Found:
    """A line of a header or footer, and which of its stretches is meant."""

    line: EdgeLine
    segment: int

    @property
    def side(self) -> str:
        return self.line.side(self.segment)

    @property
    def tokens(self) -> Sequence[Token]:
        return self.line.segments[self.segment]

    @property
    def text(self) -> str:
        """As it prints on the first of nine pages."""
        return "".join(
            "1" if token.field == PAGE else "9" if token.field in TOTAL else token.text
            for token in self.tokens
        )


class Edges:
    """The headers and footers of a section."""

    def __init__(self, package: WordPackage, cascade: Cascade, section: Section) -> None:
        self._section = section
        self._sided = sided(package)
        self._lines: Mapping[tuple[str, str], Sequence[EdgeLine]] = {
            (where, pages): [] if part is None else edge_lines(part, cascade)
            for where in ("footer", "header")
            for pages in ("default", "even", "first")
            for part in [section.part(package, where, pages)]
        }
        self.remarks: list[str] = []

    def gather(self, evidence: Evidence) -> None:
        """Evidence for the page number and the header."""
        where = self._numbered_edge()
        if where is None:
            place = Place("页眉和页脚", "", "没有页码")
            evidence.add((_NUMBER, "位置"), word_for(PLACEMENTS, "none"), 1, place)
        else:
            self._gather_number(evidence, where)
        self._gather_header(evidence, numbered=where == "header")

    def _numbered_edge(self) -> Edge | None:
        edges: tuple[Edge, ...] = ("footer", "header")
        for each in edges:
            if self._numbered(each, "default"):
                return each
        return None

    def _numbered(self, where: str, pages: str) -> _Found | None:
        for line in self._lines[where, pages]:
            for at, tokens in enumerate(line.segments):
                if any(token.field == PAGE for token in tokens):
                    return _Found(line, at)
        return None

    def _texted(self, pages: str) -> _Found | None:
        for line in self._lines["header", pages]:
            for at, tokens in enumerate(line.segments):
                plain = "".join(token.text for token in tokens if not token.field)
                if plain.strip() and not any(token.field for token in tokens):
                    return _Found(line, at)
        return None

    def _gather_number(self, evidence: Evidence, where: Edge) -> None:
        odd = self._numbered(where, "default")
        assert odd is not None
        even = self._numbered(where, "even") if self._sided else None
        number = odd.line.number
        assert number is not None
        place = Place("页眉" if where == "header" else "页脚", odd.line.style.name, odd.text.strip())
        size = size_of(number.said)
        for key, value, reckoned in (
            ("位置", word_for(PLACEMENTS, self._placement(odd, even)), False),
            ("样式", *self._form(odd.text)),
            ("所在", word_for(EDGES, where), False),
            ("字体", font_of(number.said, "east"), False),
            (WEST, font_of(number.said, "west"), False),
            ("字号", font_size(size), False),
            ("首页", not self._missing_first(self._numbered(where, "first")), False),
        ):
            evidence.add((_NUMBER, key), value, 1, place, reckoned)
        if odd.side != "center":
            evidence.add((_NUMBER, "空"), self._indent(odd, size), 1, place)
        gap, exact = self._gap(where, odd)
        evidence.add((_NUMBER, "距版心"), millimetres(gap), 1, place, reckoned=not exact)

    def _placement(self, odd: _Found, even: _Found | None) -> Placement:
        if odd.side == "outside" or (even is not None and (odd.side, even.side) == ("right", "left")):
            return "outside"
        if odd.side == "center":
            return "center"
        if odd.side == "right":
            return "right"
        told = (
            "页码印在左边，版式里没有这一种，照居中。"
            if even is None
            else "页码印在里侧，版式里没有这一种，照外侧。"
        )
        self.remarks.append(told)
        return "center" if even is None else "outside"

    def _form(self, text: str) -> tuple[str, bool]:
        """The form's word, and whether the sample writes it in a way of its own."""
        shown = text.strip()
        for form in NUMBER_FORMS.values():
            if shown == number_text(form, 1, 9):
                return word_for(NUMBER_FORMS, form), False
        tight = "".join(shown.split())
        near = _nearest(tight)
        if number_text(near, 1, 9) != shown:
            self.remarks.append(f"页码写成“{shown}”，版式里最近的是“{number_text(near, 1, 9)}”。")
        return word_for(NUMBER_FORMS, near), True

    def _indent(self, odd: _Found, size: int) -> Value:
        """From the outer edge of the type area inward."""
        said, right = odd.line.said, odd.side == "right"
        stop = said.get("tabs.right") if odd.segment else None
        if stop is not None and stop.number is not None:
            margins = self._section.margins
            inward = self._section.paper["w"] - margins["left"] - margins["right"] - stop.number
            found = round(inward * 10 / size)
        else:
            found = characters(said, "right" if right else "left", size * 10)
        return hundredths(max(0, min(found, _MOST_INDENT)))

    def _gap(self, where: Edge, odd: _Found) -> tuple[int, bool]:
        """From the type area to the middle of the number, and whether the file says the height of its line.

        In a line of exact height letters stand on a line one fifth above its lower end, as LibreOffice has it from
        Word; else in the middle.
        """
        margins, size = self._section.margins, max(size_of(token.said) for token in odd.line.tokens)
        line, exact = line_of(odd.line.said, size, self._section.grid)
        below = line // 5 + size * 3 if exact else line // 2
        if where == "header":
            found = abs(margins["top"]) - margins["header"] - line + below
        else:
            found = abs(margins["bottom"]) - margins["footer"] - below
        return max(0, min(found, _MILLIMETRES_OF_GAP)), exact and not odd.line.box

    def _missing_first(self, first: _Found | None) -> bool:
        return self._section.first_differs and first is None

    def _gather_header(self, evidence: Evidence, numbered: bool) -> None:
        odd = self._texted("default")
        if not numbered:
            distance = self._section.margins["header"] + (0 if odd is None else self._lower(odd.line))
            limited = max(0, min(distance, 11338))
            evidence.add((_HEADER, "距纸边"), millimetres(limited), 1, self._section.place)
        if odd is None:
            evidence.add((_HEADER, "文字"), "", 1, Place("页眉", "", "没有文字"))
            return
        even = self._texted("even") if self._sided else None
        text = _one_line(odd.text)
        place = Place("页眉", odd.line.style.name, beginning(text))
        for key, value in self._header_look(odd, even):
            evidence.add((_HEADER, key), value, 1, place)
        evidence.add((_HEADER, "文字"), text, 1, place)
        evidence.add((_HEADER, "首页"), not self._missing_first(self._texted("first")), 1, place)
        if sum(bool(line.tokens) for line in self._lines["header", "default"]) > 1:
            self.remarks.append("页眉不止一行，只学了有文字的第一行。")

    def _lower(self, line: EdgeLine) -> int:
        """How much lower the letters of a line stand than in one that is as high as they are, as ours are."""
        size = max(size_of(token.said) for token in line.tokens)
        height, exact = line_of(line.said, size, self._section.grid)
        return (height - size * 10) * 4 // 5 if exact else height // 2 - size * 5

    def _header_look(self, odd: _Found, even: _Found | None) -> Iterator[tuple[str, Value]]:
        side = odd.side
        outside = side == "outside" or (even is not None and (side, even.side) == ("right", "left"))
        alignment: HeaderAlignment = "outside" if outside else _header_side(side)
        token = max(odd.tokens, key=lambda each: len(each.text))
        drawn = odd.line.said.get("pBdr.bottom")
        yield "对齐", word_for(HEADER_ALIGNMENTS, alignment)
        yield "字体", font_of(token.said, "east")
        yield WEST, font_of(token.said, "west")
        yield "字号", font_size(size_of(token.said))
        yield "下加线", drawn is not None and drawn.on


def _one_line(text: str) -> str:
    """A text as a layout holds it."""
    return "".join(char if char.isprintable() or char == "\u3000" else " " for char in text).strip()[
        :_LONGEST
    ]


def _nearest(tight: str) -> NumberForm:
    """The form that is meant by a page number without blanks."""
    for form, pattern in _FORMS:
        if pattern.fullmatch(tight):
            return form
    return "bare"


def _header_side(side: str) -> HeaderAlignment:
    return "center" if side == "center" else "right" if side == "right" else "left"
