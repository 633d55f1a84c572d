"""A draft set into pages as a layout has them: real margins, lines and characters, for looking at.

Word decides where lines end; here Qt does, after the same widths and heights, so a line may differ by a mark.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from app.core.draft import FORCED_LINE_END, Run
from app.core.kinds import HEAD_KINDS, HEADINGS, Kind
from app.export.walk import Piece, PrintedParagraph
from app.layouts.model import SIGNOFF_LAST, Font, Layout, ParagraphStyle

UNITS = 10
"""Twips of one unit of a page: half a point, so that every font size is a whole number of them."""
_QT_LINE_END = "\u2028"
_OVERHANG = 2
"""Units by which the last character of a line may stick out before Qt takes it to the next one."""
_LAST_RESORT = ("Noto Serif CJK SC", "Noto Sans CJK SC")


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line on a page: of which layout, and how far its top is below that of the type area, in units."""

    text: QTextLayout
    index: int
    top: float
    height: float
    """Of the line as its style has it."""


@dataclass(slots=True)
class SetPage:
    """One page; `lines` from top to bottom."""

    lines: list[SetLine] = field(default_factory=list[SetLine])

    def texts(self) -> list[str]:
        """What stands in each line."""
        return [_line_text(line) for line in self.lines]


def units(twips: float) -> float:
    """Twips in the units of a page."""
    return twips / UNITS


def page_font(font: Font, half_points: int, bold: bool = False, spacing: int = 0) -> QFont:
    """A font of a layout at its size in units, with what is taken in its place; `spacing` in twips."""
    made = QFont()
    made.setFamilies([*font.chain, *_LAST_RESORT])
    made.setPixelSize(half_points)
    made.setBold(bold)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, units(spacing))
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


class PageSetter:
    """Sets paragraphs one after the other; stops after so many pages."""

    def __init__(self, layout: Layout, most: int) -> None:
        self._layout, self._most = layout, most
        self._height = units(layout.page.text_height)
        self._top = 0.0
        self.pages: list[SetPage] = [SetPage()]

    def set(self, paragraphs: Sequence[PrintedParagraph]) -> list[SetPage]:
        """The pages, at most as many as were asked for."""
        for at, paragraph in enumerate(paragraphs):
            before = paragraphs[at - 1] if at else None
            after = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
            self._add(paragraph, before, after)
            if len(self.pages) > self._most:
                break
        return self.pages[: self._most]

    def _add(
        self, paragraph: PrintedParagraph, before: PrintedParagraph | None, after: PrintedParagraph | None
    ) -> None:
        style = _style(self._layout, paragraph)
        text = _laid_out(self._layout, paragraph, style)
        height = units(style.line)
        needed = height * text.lineCount()
        if style.keep_next and not paragraph.run_in and after is not None:
            needed += units(_style(self._layout, after).line)
        if self._top:
            self._top += units(self._blank(paragraph, before, style))
            if self._top + min(needed, self._height) > self._height + 0.5 and style.keep_next:
                self._turn()
        elif style.before:
            self._top += units(self._layout.blank_twips(style.before))
        for index in range(text.lineCount()):
            if self._top + height > self._height + 0.5:
                self._turn()
            self.pages[-1].lines.append(SetLine(text, index, self._top, height))
            self._top += height

    def _turn(self) -> None:
        self.pages.append(SetPage())
        self._top = 0.0

    def _blank(
        self, paragraph: PrintedParagraph, before: PrintedParagraph | None, style: ParagraphStyle
    ) -> int:
        """Twips between two paragraphs: what follows the one and precedes the other, both."""
        blank = style.before
        if before is None:
            return self._layout.blank_twips(blank)
        blank += _style(self._layout, before).after
        if (
            before.kind in HEAD_KINDS
            and paragraph.kind not in HEAD_KINDS
            and before.kind is not Kind.SALUTATION
        ):
            blank = max(blank, self._layout.head_gap + style.before)
        if paragraph.kind is Kind.SIGNOFF and before.kind is not Kind.SIGNOFF:
            blank = max(blank, self._layout.signoff_gap)
        return self._layout.blank_twips(blank)


def _style(layout: Layout, paragraph: PrintedParagraph) -> ParagraphStyle:
    """The style of the whole paragraph: a run-in heading is set as body."""
    if paragraph.run_in:
        return layout.body
    return layout.styles[SIGNOFF_LAST if paragraph.last_of_signoff else paragraph.kind]


def _laid_out(layout: Layout, paragraph: PrintedParagraph, style: ParagraphStyle) -> QTextLayout:
    spans = [span for piece in paragraph.pieces for span in _spans(layout, piece, paragraph, style)]
    text = QTextLayout("".join(words for words, _ in spans).replace(FORCED_LINE_END, _QT_LINE_END))
    text.setFont(page_font(style.font, style.size, style.bold, style.spacing))
    text.setFormats(list(_ranges(spans)))
    option = QTextOption(_ALIGNMENTS[style.alignment])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    text.setTextOption(option)
    _break(text, layout, style)
    return text


def _break(text: QTextLayout, layout: Layout, style: ParagraphStyle) -> None:
    """Lines as wide as the type area within the paragraph's indents."""
    left, right = (units(style.indent_twips(each)) for each in (style.left, style.right))
    first = units(style.indent_twips(style.first_line))
    width = units(layout.page.text_width) - left - right
    if style.alignment in ("left", "both"):
        width += _OVERHANG
    text.beginLayout()
    line = text.createLine()
    while line.isValid():
        indent = left + (first if line.textStart() == 0 else 0.0)
        line.setLineWidth(max(1.0, width + left - indent))
        line.setPosition(QPointF(indent, 0))
        line = text.createLine()
    text.endLayout()


def _spans(
    layout: Layout, piece: Piece, paragraph: PrintedParagraph, style: ParagraphStyle
) -> Iterator[tuple[str, QFont]]:
    """The text of a piece with the font of each part of it."""
    lead = style
    bold = style.bold or piece.bold_lead
    if paragraph.run_in and piece.block.kind in HEADINGS:
        lead = layout.styles[piece.block.kind]
        bold = lead.lead_bold
    yield piece.number, page_font(lead.font, lead.size, bold, lead.spacing)
    yield from _fonts(piece.lead, lead, bold)
    yield from _fonts(piece.rest, style, style.bold)


def _fonts(runs: Iterable[Run], style: ParagraphStyle, bold: bool) -> Iterator[tuple[str, QFont]]:
    return ((run.text, page_font(style.font, style.size, bold or run.bold, style.spacing)) for run in runs)


def _ranges(spans: Iterable[tuple[str, QFont]]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for words, font in spans:
        if words:
            length = len(words.encode("utf-16-le")) // 2
            look = QTextCharFormat()
            look.setFont(font)
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = start, length, look  # type: ignore[attr-defined]
            start += length
            yield found


def _line_text(line: SetLine) -> str:
    found = line.text.lineAt(line.index)
    encoded = line.text.text().encode("utf-16-le")
    start = found.textStart() * 2
    return encoded[start : start + found.textLength() * 2].decode("utf-16-le").rstrip(_QT_LINE_END)


_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignLeft,
}
