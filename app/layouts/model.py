"""What a layout is: frozen values in the units that Word files use.

Lengths are twips (1/20 point, 1/1440 inch), font sizes half-points, indents 1/100 of a character of the
style's own size, spacing 1/100 of a line of the grid. Standards: GB/T 9704-2012, in §1 of facts/standards.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.core.kinds import Kind

Alignment = Literal["left", "center", "right", "both"]
Placement = Literal["outside", "center", "right", "none"]
Edge = Literal["footer", "header"]
NumberForm = Literal["dashes", "hyphens", "bare", "page", "page_of"]
HeaderAlignment = Literal["left", "center", "right", "outside"]

SIGNOFF_LAST = "signoff_last"
"""The style of the last line of a signoff (the date, or the only line); the lines before it have `signoff`.

GB/T 9704 7.3.5.2: the date stands two characters to the right of the name above it.
"""

_DISTANCE = 851
"""Twips from the paper's edge to a header or footer with nothing in it: what Word itself sets (15 mm)."""

STYLES: tuple[str, ...] = (*Kind, SIGNOFF_LAST)
"""The names of a layout's paragraph styles: each kind of block, and `signoff_last`."""


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins, in twips. GB/T 9704 5.1, 5.2.1: A4, type area 156 mm × 225 mm."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    """With `mirrored` the inner margin (订口), else the left one."""
    right: int
    """With `mirrored` the outer margin (切口), else the right one."""
    mirrored: bool = False
    """Whether the margins change sides on even pages, so that the binding of a two-sided print is always inside."""

    @property
    def text_width(self) -> int:
        """Width of the type area (版心)."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Height of the type area (版心)."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines of a page and characters of a line. GB/T 9704 5.2.3: 22 lines of 28 characters.

    Written as `docGrid type="lines"`; the characters come from `spacing` on the styles of the body's size.
    """

    pitch: int
    """From line to line, in twips: 579 gives 22 lines in 12756, 580 would give 21."""
    lines: int
    characters: int
    spacing: int
    """Twips added to each character of the body's size: -5 makes 28 of 16 points fit 8844, 0 leaves 27."""


@dataclass(frozen=True, slots=True)
class Font:
    """A kind of typeface, and the fonts that stand for it."""

    id: str
    east: str
    """The font for Chinese."""
    west: str
    """The font for digits and Latin letters."""
    fallbacks: tuple[str, ...] = ()
    """What to take where `east` is not installed, nearest first; the first is the altName of fontTable."""

    @property
    def chain(self) -> tuple[str, ...]:
        """The font for Chinese and those to take in its place, in order."""
        return self.east, *self.fallbacks


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How one kind of block looks on a line of its own."""

    font: Font
    size: int
    """In half-points: 32 is 三号, 44 is 二号."""
    bold: bool
    alignment: Alignment
    first_line: int
    """Indent of the first line, in 1/100 characters."""
    left: int
    """Indent of all lines, in 1/100 characters."""
    right: int
    line: int
    """Exact line height, in twips."""
    spacing: int
    """Added to each character, in twips."""
    before: int
    """Blank above, in 1/100 lines of the grid."""
    after: int
    snap: bool
    """Whether the paragraph keeps to the page's grid."""
    keep_next: bool
    """Whether it stays on the page of the next paragraph; never for run-in paragraphs (DESIGN §7)."""
    outline: int | None
    """Outline level from 0, None for text."""
    lead_bold: bool
    """Whether the lead of a run-in heading of this kind is bold; as `bold` for what is no heading."""

    def indent_twips(self, hundredths: int) -> int:
        """An indent of this style in twips, for programs that do not know indents in characters."""
        return round(hundredths * (self.size * 10 + self.spacing) / 100)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number below or above the type area. GB/T 9704 7.5."""

    placement: Placement
    """`outside`: right on odd pages, left on even ones; `center` and `right`: for one-sided printing; `none`."""
    font: Font
    size: int
    """In half-points: 28 is 四号."""
    indent: int
    """From the outer edge of the type area, in 1/100 characters; nothing when centred."""
    gap: int
    """From the type area to the dashes beside the number, in twips: 7 mm."""
    form: NumberForm
    """What it looks like, see `number_forms`: `dashes` is — 1 —, the standard's."""
    edge: Edge
    """Whether it stands below the type area or above it."""
    first: bool
    """Whether the first page has one."""


@dataclass(frozen=True, slots=True)
class Header:
    """The text above the type area (页眉文字), in one line. The standard has none: a custom of offices."""

    text: str
    """Empty for none."""
    font: Font
    size: int
    """In half-points."""
    alignment: HeaderAlignment
    """`outside`: right on odd pages, left on even ones."""
    distance: int
    """From the paper's upper edge, in twips; beside a page number in the header that one's `gap` holds."""
    rule: bool
    """Whether a thin line is drawn below it."""
    first: bool
    """Whether the first page has it."""


@dataclass(frozen=True, slots=True)
class Base:
    """A unit's own Word file on which an export is built: its styles, header, footer and paper stay."""

    file: str
    """The name of the file, which lies beside the layout's own or in another folder of layouts."""
    styles: Mapping[str, str]
    """The name of the file's style for a kind (or `signoff_last`); kinds that are not here have the layout's."""


@dataclass(frozen=True, slots=True)
class Layout:
    """版式: all that an export, a preview or the window needs to know of paper."""

    id: str
    name: str
    page: Page
    grid: Grid
    fonts: Mapping[str, Font]
    styles: Mapping[str, ParagraphStyle]
    """By kind, and `signoff_last`: every name of STYLES is there."""
    page_number: PageNumber
    header: Header
    head_gap: int
    """Blank between the head (title to date) and the text when no salutation is between them, 1/100 lines.

    A salutation brings its own, as `before` of its style.
    """
    signoff_gap: int
    """Blank above the first line of a signoff, 1/100 lines (GB/T 9704 7.3.5.2: one line)."""
    title_most: int
    """Characters of the title's size that one line of a title can hold at most."""
    title_best: int
    """Characters up to which a line of a title looks well; a title this long is not broken."""
    bold_point_leads: bool
    """Whether the first sentence of a point is bold. A custom of some offices, not of the standard."""
    file_name: str
    """Pattern of the file's name without its ending; see `app.layouts.file_names`."""
    base: Base | None = None
    """The unit's own file that Word exports are built on; None: on nothing."""

    @property
    def body(self) -> ParagraphStyle:
        """The style of running text, whose size and pitch the grid is made for."""
        return self.styles[Kind.BODY]

    @property
    def header_edge(self) -> int:
        """Twips from the paper's upper edge to the header, so that what stands there stands where it is wanted."""
        number = self.page_number
        if number.placement == "none" or number.edge != "header":
            return self.header.distance
        size = max(number.size, self.header.size if self.header.text else 0)
        return self.page.top - number.gap - size * 5

    @property
    def footer_edge(self) -> int:
        """Twips from the paper's lower edge to the footer.

        The dashes run through the middle of the number, so half its height is below them (facts/standards.md
        §1.3): the footer's line is as high as the number, which was rendered and measured as 7.0 mm.
        """
        number = self.page_number
        if number.placement != "none" and number.edge == "header":
            return _DISTANCE
        return self.page.bottom - number.gap - number.size * 5

    @property
    def sided(self) -> bool:
        """Whether header or footer of odd and even pages differ."""
        outside = self.header.text and self.header.alignment == "outside"
        return bool(outside) or self.page_number.placement == "outside"

    @property
    def first_differs(self) -> bool:
        """Whether the first page lacks a page number or a header that the others have."""
        number, header = self.page_number, self.header
        return (number.placement != "none" and not number.first) or (bool(header.text) and not header.first)

    @property
    def title_fit(self) -> int:
        """How many characters of its size a line of the title can hold."""
        title = self.styles[Kind.TITLE]
        return self.page.text_width // (title.size * 10 + title.spacing)

    def blank_twips(self, hundredths: int) -> int:
        """A blank in 1/100 lines of the grid, in twips, for programs that do not know blanks in lines."""
        return round(hundredths * self.grid.pitch / 100)
