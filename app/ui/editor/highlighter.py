"""Fonts and marks of the text: leads in the heading's font, placeholders, 待核实, bold.

All of it is drawn by the highlighter and nothing of it is in the document, so that it is never part of
undo, never copied, and never read as data. It must be attached before the document is filled: on a
filled one the first pass is quadratic (facts/performance.md §4).
"""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat

from app.core.kinds import NUMBERED, Kind
from app.core.lead import lead_length
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import units
from app.ui.document.properties import (
    BOLD,
    COMMENT,
    PLACEHOLDER,
    QUERY,
    fragments,
    has_marks,
    kind_of,
    read_block,
)
from app.ui.editor.colours import PageColours

_LONGEST = 20_000
"""Characters of a block beyond which nothing is drawn but its kind's font: no speech has such a paragraph."""


class DraftHighlighter(QSyntaxHighlighter):
    """Draws a draft document's text as the layout and the marks say."""

    def __init__(self, document: DraftDocument, colours: PageColours) -> None:
        super().__init__(document)
        self._draft_document = document
        self._colours = colours
        self._fonts: dict[Kind, QFont] = {}

    def set_colours(self, colours: PageColours) -> None:
        """Draw with other colours from now on."""
        self._colours = colours
        self.rehighlight()

    def _font(self, kind: Kind) -> QFont:
        if kind not in self._fonts:
            self._fonts[kind] = self._draft_document.presentation.font(kind)
        return self._fonts[kind]

    def highlightBlock(self, text: str) -> None:
        """Qt's call for one block that changed."""
        block = self.currentBlock()
        kind = kind_of(block.blockFormat())
        if kind in NUMBERED and text:
            lead = lead_length(read_block(block), runs_on=False)  # whether it runs on changes no length
            self._draw(0, units(text, lead), self._font(kind))
        elif kind not in (*NUMBERED, Kind.BODY):
            self._draw(0, block.length() - 1, self._font(kind))
        if len(text) <= _LONGEST:
            self._draw_marks(block)

    def _draw(self, start: int, length: int, font: QFont) -> None:
        look = QTextCharFormat()
        look.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
        self.setFormat(start, length, look)

    def _draw_marks(self, block: QTextBlock) -> None:
        for fragment in fragments(block):
            marks = fragment.charFormat()
            if not has_marks(marks):
                continue
            start = fragment.position() - block.position()
            for offset in range(start, start + fragment.length()):
                look = self.format(offset)
                if self._mark(look, marks):
                    self.setFormat(offset, 1, look)

    def _mark(self, look: QTextCharFormat, marks: QTextCharFormat) -> bool:
        """Add to a look what the marks say; False where there is nothing to see."""
        seen = False
        if marks.boolProperty(BOLD):
            look.setFontWeight(QFont.Weight.Bold)
            seen = True
        if marks.boolProperty(PLACEHOLDER):
            look.setBackground(self._colours.placeholder)
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(self._colours.placeholder_line)
            seen = True
        if marks.boolProperty(QUERY):
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(self._colours.query)
            seen = True
        if marks.stringProperty(COMMENT):
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(self._colours.query)
            seen = True
        return seen
