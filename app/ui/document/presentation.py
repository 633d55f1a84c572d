"""How blocks look in the window: written in the same step as the kind, never read as data.

Sizes are those of the layout on paper, in document pixels of 96 dpi; zooming is the view's affair.
"""

from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat

from app.core.draft import Block
from app.core.kinds import HEAD_KINDS, HEADINGS, Kind
from app.layouts.model import Font, Layout, ParagraphStyle

PIXELS_PER_POINT = 96 / 72
_ALIGNMENTS = {
    "left": 0x1,
    "right": 0x2,
    "center": 0x4,
    "both": 0x1,
}
"""As in `Qt::AlignmentFlag`, whose Python class would cost the start of the window (app/ui/early.py).

Justified text is shown flush left: while typing, letters must not move under the cursor.
"""


def twips(value: float) -> float:
    """Twips (1/20 point) in document pixels."""
    return value / 20 * PIXELS_PER_POINT


def font_of(font: Font, half_points: int, bold: bool, spacing: int = 0) -> QFont:
    """A layout's font with what to take in its place, in points as on paper; `spacing` in twips a character."""
    result = QFont()
    result.setFamilies([*font.chain, "Noto Serif CJK SC", "Noto Sans CJK SC"])
    result.setPointSizeF(half_points / 2)
    result.setBold(bold)
    # In parts of the letter: of an absolute one Qt takes only whole multiples on a page that is zoomed.
    result.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + 10 * spacing / half_points)
    result.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return result


def _em(style: ParagraphStyle) -> float:
    """What a Chinese character of a style takes on paper, in document pixels."""
    return twips(style.size * 10 + style.spacing)


@dataclass(frozen=True, slots=True)
class Look:
    """All that the look of a block depends on.

    `room` is what its number takes, in document pixels; `gap` is the blank above the text that follows the head.
    """

    kind: Kind
    joined: bool
    room: float
    gap: bool


@dataclass(frozen=True)
class Presentation:
    """The look of every kind in one layout."""

    layout: Layout
    _widths: dict[tuple[Kind, str], float] = field(default_factory=dict, compare=False, repr=False)
    """Of numbers that were measured: measuring costs more than a key may take."""
    _fonts: dict[tuple[Kind, bool], QFont] = field(default_factory=dict, compare=False, repr=False)
    """Those of numbers, which are painted with every key."""

    def style(self, kind: Kind) -> ParagraphStyle:
        """The layout's style of a kind."""
        return self.layout.styles[kind]

    def font(self, kind: Kind, run_in: bool = False) -> QFont:
        """The font of a kind's lead and number; `run_in` that text goes on behind it on its line of print."""
        style = self.style(kind)
        bold = style.bold or (kind is Kind.POINT and self.layout.bold_point_leads)
        if run_in and kind in HEADINGS:
            bold = style.lead_bold
        return font_of(style.font, style.size, bold, style.spacing)

    def screen_font(self, kind: Kind, run_in: bool = False) -> QFont:
        """That font in document pixels, for what is painted beside the text."""
        if (kind, run_in) not in self._fonts:
            font = self.font(kind, run_in)
            font.setPixelSize(round(font.pointSizeF() * PIXELS_PER_POINT))
            self._fonts[kind, run_in] = font
        return self._fonts[kind, run_in]

    @property
    def body_font(self) -> QFont:
        """The font of running text."""
        body = self.layout.body
        return font_of(body.font, body.size, body.bold, body.spacing)

    @cached_property
    def page_width(self) -> float:
        """Width of the type area in document pixels, so that as much text stands in a line as on paper.

        Letters take whole pixels on some screens: the line is as much wider or narrower then as they are.
        """
        font = self.body_font
        font.setPixelSize(round(font.pointSizeF() * PIXELS_PER_POINT))
        advance, on_paper = QFontMetricsF(font).horizontalAdvance("国"), _em(self.layout.body)
        return twips(self.layout.page.text_width) * advance / on_paper

    def number_width(self, kind: Kind, number: str) -> float:
        """Room that a painted number takes, in document pixels."""
        if not number:
            return 0.0
        if (kind, number) not in self._widths:
            metrics = QFontMetricsF(self.screen_font(kind))
            self._widths[kind, number] = metrics.horizontalAdvance(number)
        return self._widths[kind, number]

    def write(self, target: QTextBlockFormat, look: Look) -> None:
        """Set a block's look in its format."""
        style = self.style(look.kind)
        em = _em(style)
        indent = 0.0 if look.joined else style.first_line / 100 * em
        pitch = twips(self.layout.grid.pitch)
        before = style.before / 100 * pitch + (self.layout.head_gap / 100 * pitch if look.gap else 0.0)
        target.setProperty(QTextBlockFormat.Property.BlockAlignment, _ALIGNMENTS[style.alignment])
        target.setTextIndent(round(indent + look.room, 2))
        target.setLeftMargin(round(style.left / 100 * em, 2))
        target.setRightMargin(round(style.right / 100 * em, 2))
        target.setTopMargin(round(before, 2))
        target.setBottomMargin(round(style.after / 100 * pitch, 2))
        line = twips(max(style.line, self.layout.grid.pitch))
        target.setLineHeight(round(line, 2), int(QTextBlockFormat.LineHeightTypes.FixedHeight.value))


def needs_head_gap(blocks_before: Block | None, block: Block) -> bool:
    """Whether a block is the first after the head and no salutation brought the blank line."""
    if blocks_before is None or block.kind in HEAD_KINDS:
        return False
    return blocks_before.kind in HEAD_KINDS and blocks_before.kind is not Kind.SALUTATION
