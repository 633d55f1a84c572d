"""The headers and footers of a section: which line holds the page number, and which the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.importing.layout.cascade import Cascade
from app.importing.layout.edge_lines import PAGE, TOTAL, EdgeLine, Token, edge_lines
from app.importing.layout.sections import Section, sided
from app.importing.layout.units import line_of, size_of
from app.importing.word.package import WordPackage
from app.layouts.model import Edge


@dataclass(frozen=True, slots=True)
class Found:
    """A line of a header or footer, and which of its stretches between tabs is meant."""

    line: EdgeLine
    segment: int

    @property
    def side(self) -> str:
        """Where it stands: left, center, right or outside."""
        return self.line.side(self.segment)

    @property
    def tokens(self) -> Sequence[Token]:
        """What it is made of."""
        return self.line.segments[self.segment]

    @property
    def text(self) -> str:
        """As it prints on the first of nine pages."""
        return "".join(
            "1" if token.field == PAGE else "9" if token.field in TOTAL else token.text
            for token in self.tokens
        )


class Edges:
    """What stands above and below the pages of a section; `remarks` is what a layout cannot hold of it."""

    def __init__(self, package: WordPackage, cascade: Cascade, section: Section) -> None:
        self.section = section
        self.sided = sided(package)
        self.remarks: list[str] = []
        self._lines: Mapping[tuple[str, str], Sequence[EdgeLine]] = {
            (where, pages): [] if part is None else edge_lines(part, cascade)
            for where in ("footer", "header")
            for pages in ("default", "even", "first")
            for part in [section.part(package, where, pages)]
        }

    @property
    def numbered(self) -> Edge | None:
        """Where the page number stands; None for pages without."""
        edges: tuple[Edge, ...] = ("footer", "header")
        for each in edges:
            if self.number(each, "default"):
                return each
        return None

    def number(self, where: Edge, pages: str) -> Found | None:
        """The page number there; None where there is none."""
        for line in self._lines[where, pages]:
            for at, tokens in enumerate(line.segments):
                if any(token.field == PAGE for token in tokens):
                    return Found(line, at)
        return None

    def text(self, pages: str) -> Found | None:
        """The first text of a header that is no page number; None where there is none."""
        for line in self._lines["header", pages]:
            for at, tokens in enumerate(line.segments):
                plain = "".join(token.text for token in tokens if not token.field)
                if plain.strip() and not any(token.field for token in tokens):
                    return Found(line, at)
        return None

    def lines(self, where: Edge) -> int:
        """How many lines there are on pages that are neither first nor even."""
        return len(self._lines[where, "default"])

    def is_missing_first(self, first: Found | None) -> bool:
        """Whether what others have is not on a first page that differs."""
        return self.section.first_differs and first is None

    def height(self, line: EdgeLine) -> tuple[int, int, bool]:
        """The height of a line, the size of its largest letters (half points), and whether the height is exact."""
        size = max(size_of(token.said) for token in line.tokens)
        height, exact = line_of(line.said, size, self.section.grid)
        return height, size, exact
