"""Fonts and marks of the text: leads in the heading's font, placeholders, 待核实, bold.

All of it is drawn into the layouts of lines and nothing of it is in the document, so that it is never part of
undo, never copied, and never read as data. It is Qt's QSyntaxHighlighter done for lines that are known already:
that one has every line with a look laid out and painted again whenever a key comes near it.

It must be there before the document is filled: looks that come later have the whole laid out twice.
"""

from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextLayout

from app.core.draft import Block, Run
from app.core.kinds import HEADINGS, NUMBERED, Kind
from app.core.lead import lead_length
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import units
from app.ui.early import brush
from app.ui.editor.colours import PageColours

_LONGEST = 20_000
"""Characters of a block beyond which nothing is drawn but its kind's font: no speech has such a paragraph."""
_MOST_KNOWN = 20_000
"""Blocks of which it is kept what they look like."""

Range = tuple[int, int, QTextCharFormat]
"""Start and length in UTF-16 units, and the look."""


_UNKNOWN = -1
"""What Qt says of a line of which nothing was noted."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    """How a block is drawn. Its `serial` is noted with each line that was drawn so: Qt drops that with the line.

    It keeps it where another layout breaks the text into lines, and drops what was drawn.
    """

    block: Block
    run_in: bool
    ranges: list[Range]
    serial: int


class DraftHighlighter(QObject):
    """Draws a draft document's text as the layout and the marks say."""

    def __init__(self, document: DraftDocument, colours: PageColours) -> None:
        super().__init__(document)
        self._draft_document = document
        self._colours = colours
        self._fonts: dict[tuple[Kind, bool], QTextCharFormat] = {}
        self._known: dict[int, _Drawing] = {}
        self._serials = count(1)
        # Told before the lines are laid out, so that they are laid out once.
        document.contentsChange.connect(self._draw)

    def set_colours(self, colours: PageColours) -> None:
        """Draw with other colours from now on."""
        self._colours = colours
        self.redraw()

    def redraw(self) -> None:
        """Draw every line anew."""
        self._fonts.clear()
        self._known.clear()
        length = self._draft_document.characterCount()
        self._draw(0, 0, length)
        self._draft_document.markContentsDirty(0, length)

    def _draw(self, position: int, removed: int, added: int) -> None:
        """Draw the lines that a change touched, and the one before them, whose lead may run in now."""
        block = self._draft_document.findBlock(position)
        self._draw_before(block.previous())
        last = min(position + added + (removed > 0), self._draft_document.characterCount() - 1)
        stop = self._draft_document.findBlock(last).blockNumber()
        for number in range(block.blockNumber(), stop + 1):
            self._draw_line(block, self._drawing_of(number))
            block = block.next()

    def _draw_before(self, block: QTextBlock) -> None:
        """Draw the last line up to this one that has text; it is laid out anew only where it looks otherwise now."""
        while block.isValid() and block.length() == 1:
            block = block.previous()
        if block.isValid() and self._draw_line(block, self._drawing_of(block.blockNumber())):
            self._draft_document.markContentsDirty(block.position(), block.length())

    def _draw_line(self, block: QTextBlock, drawing: _Drawing) -> bool:
        """Whether anything of it was drawn otherwise than before."""
        layout = block.layout()
        composed = len(layout.preeditAreaText().encode("utf-16-le")) // 2
        is_noted = not composed and block.userState() == drawing.serial
        if is_noted and not drawing.ranges:
            return False
        drawn, ranges = layout.formats(), drawing.ranges
        if is_noted and drawn:
            return False
        wanted = _around(layout, composed, ranges) if composed else [_format_range(*each) for each in ranges]
        block.setUserState(_UNKNOWN if composed else drawing.serial)
        # Whatever is set is laid out and painted anew, with all that is below it.
        if len(drawn) == len(wanted) and all(map(_same, drawn, wanted)):
            return False
        layout.setFormats(wanted)
        return True

    def _drawing_of(self, number: int) -> _Drawing:
        block = self._draft_document.line(number)
        run_in = block.kind in HEADINGS and self._draft_document.is_run_in(number)
        known = self._known.get(id(block))
        if known is None or known.block is not block or known.run_in is not run_in:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            known = _Drawing(block, run_in, self._ranges(block, run_in), next(self._serials))
            self._known[id(block)] = known
        return known

    def _ranges(self, block: Block, run_in: bool) -> list[Range]:
        """What a block's text looks like: start and length in UTF-16 units, and the look."""
        plain = block.runs == (Run(block.text),) or len(block.text) > _LONGEST
        lead = self._lead(block)
        own = self._look(block.kind, run_in)
        if plain:
            return [(0, units(block.text, lead), own)] if lead else []
        ranges: list[Range] = []
        at = 0
        for run in block.runs:
            for text, in_lead in (
                (run.text[: max(lead - at, 0)], True),
                (run.text[max(lead - at, 0) :], False),
            ):
                look = self._marked(own if in_lead else QTextCharFormat(), run)
                if text and (in_lead or look.propertyCount()):
                    ranges.append((units(block.text, at), units(text), look))
                at += len(text)
        return ranges

    def _lead(self, block: Block) -> int:
        """How many characters are in the font of the kind; the rest is in that of running text."""
        if block.kind in NUMBERED:
            return lead_length(block, runs_on=False)  # whether it runs on changes no length
        return 0 if block.kind is Kind.BODY else len(block.text)

    def _look(self, kind: Kind, run_in: bool) -> QTextCharFormat:
        if (kind, run_in) not in self._fonts:
            look = QTextCharFormat()
            look.setFont(
                self._draft_document.presentation.font(kind, run_in),
                QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly,
            )
            self._fonts[kind, run_in] = look
        return self._fonts[kind, run_in]

    def _marked(self, look: QTextCharFormat, run: Run) -> QTextCharFormat:
        """A look with what the marks of a run say."""
        if run == Run(run.text):
            return look
        look = QTextCharFormat(look)
        if run.bold:
            look.setFontWeight(QFont.Weight.Bold)
        if run.placeholder:
            look.setBackground(brush(self._colours.placeholder))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(self._colours.placeholder_line)
        if run.query:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(self._colours.query)
        if run.comment:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(self._colours.query)
        return look


def _format_range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, length, look  # type: ignore[attr-defined]
    return result


def _around(layout: QTextLayout, composed: int, ranges: list[Range]) -> list[QTextLayout.FormatRange]:
    """Looks of a line in which an input method composes: what it says of its own text stays, the rest makes room."""
    start = layout.preeditAreaPosition()
    made: list[QTextLayout.FormatRange] = [
        each
        for each in layout.formats()
        if start <= each.start and each.start + each.length <= start + composed  # type: ignore[attr-defined]
    ]
    for at, length, look in ranges:
        if at >= start:
            at += composed
        elif at + length >= start:
            length += composed
        made.append(_format_range(at, length, look))
    return made


def _same(one: QTextLayout.FormatRange, other: QTextLayout.FormatRange) -> bool:
    return one.start == other.start and one.length == other.length and one.format == other.format  # type: ignore[attr-defined]
