"""The title on the page in the lines in which it will be printed.

Qt ends its lines where they are full, in either of the layouts. Once it has, they are ended elsewhere: nothing of it
is in the document, and lines below stay where they are, for the title keeps its number of lines. A title that is
written in, or has another number of lines in print, is left as Qt has it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextLayout

from app.core.draft import FORCED_LINE_END
from app.ui.document.positions import units
from app.ui.editor.page_view import PageView


class TitleLines(QObject):
    """Ends the lines of the title of one page."""

    def __init__(self, editor: PageView) -> None:
        super().__init__(editor)
        self._editor, self._document = editor, editor.draft_document
        self._index = 0
        self._text = ""
        self._lengths: list[int] = []
        self._document.documentLayoutChanged.connect(self._follow_layout)
        self._follow_layout()

    def _follow_layout(self) -> None:
        self._document.documentLayout().update.connect(self._end_lines)

    def show(self, index: int, text: str, lines: Sequence[str]) -> None:
        """Show the block `index` in these lines while this is its text; joined, they are it without forced line ends."""
        self._index, self._text = index, text
        self._lengths = []
        at = 0
        for line in lines:
            stop = at + len(line)
            stop += text[stop : stop + 1] == FORCED_LINE_END
            self._lengths.append(units(text, stop) - units(text, at))
            at = stop
        self._end_lines()

    def _end_lines(self) -> None:
        """End the lines anew, where Qt has just made them."""
        if len(self._lengths) < 2:
            return
        block = self._document.findBlockByNumber(self._index)
        layout = block.layout()
        if layout.lineCount() != len(self._lengths) or block.text() != self._text or layout.preeditAreaText():
            return
        if _lengths(layout) == self._lengths:
            return
        if not _ended(layout, self._lengths):
            self._lengths = []  # letters that are wider than thought: as Qt has them
        self._editor.viewport().update()


def _lengths(layout: QTextLayout) -> list[int]:
    return [layout.lineAt(at).textLength() for at in range(layout.lineCount())]


def _ended(layout: QTextLayout, lengths: Sequence[int]) -> bool:
    """End lines after so many characters, where they were; False, and as they were, where that cannot be done."""
    lines = [layout.lineAt(at) for at in range(layout.lineCount())]
    places = [(line.position(), line.width()) for line in lines]
    layout.beginLayout()
    for (place, width), length in zip(places, lengths, strict=True):
        line = layout.createLine()
        line.setNumColumns(length, width)
        line.setPosition(place)
    layout.endLayout()
    made = [layout.lineAt(at) for at in range(layout.lineCount())]
    if _lengths(layout) == list(lengths) and all(line.naturalTextWidth() <= line.width() for line in made):
        return True
    layout.beginLayout()
    for place, width in places:
        line = layout.createLine()
        line.setLineWidth(width)
        line.setPosition(place)
    layout.endLayout()
    return False
