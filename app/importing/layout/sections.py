"""The section of a sample whose page is learned: paper, margins, grid, headers and footers (17.6)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.importing.layout.findings import Evidence, Place
from app.importing.layout.parts import Part
from app.importing.word.names import Element, R, W, child, is_on, whole
from app.importing.word.package import WordPackage
from app.layouts.values import millimetres

_MOST_SECTIONS = 200
_WHOLE = 4096
"""Parts of a point in which w:charSpace counts."""
_A4 = {"w": 11906, "h": 16838}
_MARGINS = {
    "top": 1440,
    "bottom": 1440,
    "left": 1800,
    "right": 1800,
    "header": 851,
    "footer": 992,
    "gutter": 0,
}
"""What Word takes where a file says nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its lengths in twips, and its headers and footers."""

    index: int
    """From 0."""
    count: int
    """How many sections the file has."""
    weight: int
    """How many characters of the speech stand in it."""
    paper: Mapping[str, int]
    margins: Mapping[str, int]
    grid: int
    """Twips from line to line; 0 where the file sets no grid of lines."""
    character_space: float | None
    """What a grid of characters adds to each, in points; None where there is none."""
    first_differs: bool
    references: Mapping[tuple[str, str], str]
    """Relationship ids by place (header, footer) and pages (default, even, first)."""

    @property
    def place(self) -> Place:
        """For the writer."""
        return Place("页面设置" if self.count == 1 else f"第 {self.index + 1} 节的页面设置")

    def part(self, package: WordPackage, where: str, pages: str) -> Element | None:
        """A header or footer; None where it is missing."""
        return package.part(self.references.get((where, pages), ""))


def main_section(sections: Sequence[Element], parts: Sequence[Part]) -> Section:
    """The section in which most of the speech stands; what it does not say of headers, those before it say."""
    weights: Counter[int] = Counter()
    for part in parts:
        weights[part.shown.section] += part.weight
    index = min(max(weights, key=lambda each: weights[each], default=0), max(len(sections) - 1, 0))
    element = sections[index] if sections else None
    references: dict[tuple[str, str], str] = {}
    for each in sections[: min(index + 1, _MOST_SECTIONS)]:
        references |= _references(each)
    paper, margins, grid = (
        None if element is None else child(element, name) for name in ("pgSz", "pgMar", "docGrid")
    )
    kind = "" if grid is None else grid.get(f"{W}type", "default")
    pitch = 0 if grid is None else whole(grid.get(f"{W}linePitch")) or 0
    space = None if grid is None else whole(grid.get(f"{W}charSpace"))
    title = None if element is None else child(element, "titlePg")
    return Section(
        index=index,
        count=max(len(sections), 1),
        weight=weights[index] or 1,
        paper=_lengths(paper, _A4),
        margins=_lengths(margins, _MARGINS),
        grid=pitch if kind in ("lines", "linesAndChars", "snapToChars") and pitch > 0 else 0,
        character_space=(space or 0) / _WHOLE if kind in ("linesAndChars", "snapToChars") else None,
        first_differs=title is not None and is_on(title),
        references=references,
    )


def gather_page(evidence: Evidence, section: Section, package: WordPackage) -> None:
    """Evidence for paper and margins."""
    margins = section.margins
    at_top = _switched(package, "gutterAtTop")
    gutter = max(margins["gutter"], 0)
    lengths = {
        "宽": section.paper["w"],
        "高": section.paper["h"],
        "上": abs(margins["top"]) + (gutter if at_top else 0),
        "下": abs(margins["bottom"]),
        "左": margins["left"] + (0 if at_top else gutter),
        "右": margins["right"],
    }
    for key, twips in lengths.items():
        low, high = (4536, 56692) if key in "宽高" else (284, 11338)
        evidence.add(("page", key), millimetres(max(low, min(twips, high))), section.weight, section.place)
    mirrored = _switched(package, "mirrorMargins")
    evidence.add(("page", "订口在内侧"), mirrored, section.weight, Place("页面设置"))


def sided(package: WordPackage) -> bool:
    """Whether odd and even pages have headers and footers of their own."""
    return _switched(package, "evenAndOddHeaders")


def _switched(package: WordPackage, name: str) -> bool:
    found = (child(part, name) for part in package.parts("settings"))
    return any(each is not None and is_on(each) for each in found)


def _lengths(element: Element | None, defaults: Mapping[str, int]) -> Mapping[str, int]:
    said = {name: None if element is None else whole(element.get(f"{W}{name}")) for name in defaults}
    return {name: default if (found := said[name]) is None else found for name, default in defaults.items()}


def _references(section: Element) -> Mapping[tuple[str, str], str]:
    return dict(_each_reference(section))


def _each_reference(section: Element) -> Iterator[tuple[tuple[str, str], str]]:
    for where in ("header", "footer"):
        for each in section.iterchildren(f"{W}{where}Reference"):
            yield (where, each.get(f"{W}type", "default")), each.get(f"{R}id", "")
