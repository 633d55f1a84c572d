"""Fonts and marks of the text: leads in the heading's font, placeholders, 待核实, bold.

All of it is drawn by the highlighter and nothing of it is in the document, so that it is never part of
undo, never copied, and never read as data. It must be attached before the document is filled: on a
filled one the first pass is quadratic (facts/performance.md §4).
"""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from app.core.draft import Block, Run
from app.core.kinds import NUMBERED, Kind
from app.core.lead import lead_length
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import units
from app.ui.editor.colours import PageColours

_LONGEST = 20_000
"""Characters of a block beyond which nothing is drawn but its kind's font: no speech has such a paragraph."""


_MOST_KNOWN = 20_000
"""Blocks of which it is kept what they look like."""

Range = tuple[int, int, QTextCharFormat]


class DraftHighlighter(QSyntaxHighlighter):
    """Draws a draft document's text as the layout and the marks say."""

    def __init__(self, document: DraftDocument, colours: PageColours) -> None:
        super().__init__(document)
        self._draft_document = document
        self._colours = colours
        self._fonts: dict[Kind, QTextCharFormat] = {}
        self._known: dict[int, tuple[Block, list[Range]]] = {}

    def set_colours(self, colours: PageColours) -> None:
        """Draw with other colours from now on."""
        self._colours = colours
        self._known.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Qt's call for one block that changed."""
        block = self._draft_document.line(self.currentBlock().blockNumber())
        known = self._known.get(id(block))
        if known is None or known[0] is not block:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            known = self._known[id(block)] = block, self._ranges(block)
        for start, length, look in known[1]:
            self.setFormat(start, length, look)

    def _ranges(self, block: Block) -> list[Range]:
        """What a block's text looks like: start and length in UTF-16 units, and the look."""
        plain = block.runs == (Run(block.text),) or len(block.text) > _LONGEST
        lead = self._lead(block)
        if plain:
            return [(0, units(block.text, lead), self._look(block.kind))] if lead else []
        ranges: list[Range] = []
        at = 0
        for run in block.runs:
            for text, in_lead in (
                (run.text[: max(lead - at, 0)], True),
                (run.text[max(lead - at, 0) :], False),
            ):
                look = self._marked(self._look(block.kind) if in_lead else QTextCharFormat(), run)
                if text and (in_lead or look.propertyCount()):
                    ranges.append((units(block.text, at), units(text), look))
                at += len(text)
        return ranges

    def _lead(self, block: Block) -> int:
        """How many characters are in the font of the kind; the rest is in that of running text."""
        if block.kind in NUMBERED:
            return lead_length(block, runs_on=False)  # whether it runs on changes no length
        return 0 if block.kind is Kind.BODY else len(block.text)

    def _look(self, kind: Kind) -> QTextCharFormat:
        if kind not in self._fonts:
            look = QTextCharFormat()
            look.setFont(
                self._draft_document.presentation.font(kind),
                QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly,
            )
            self._fonts[kind] = look
        return self._fonts[kind]

    def _marked(self, look: QTextCharFormat, run: Run) -> QTextCharFormat:
        """A look with what the marks of a run say."""
        if run == Run(run.text):
            return look
        look = QTextCharFormat(look)
        if run.bold:
            look.setFontWeight(QFont.Weight.Bold)
        if run.placeholder:
            look.setBackground(self._colours.placeholder)
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(self._colours.placeholder_line)
        if run.query:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(self._colours.query)
        if run.comment:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(self._colours.query)
        return look
