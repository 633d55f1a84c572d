"""Where the lines of a page are that is shown larger or smaller than on paper.

Of what changed the first paragraphs are laid out at once, a further one when somebody asks for it, and what is left
in short stretches while the program is idle. Until then a paragraph has as many lines as it had, which is seldom
wrong: a line keeps its characters at each zoom.
"""

import time
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextOption

_BASELINE = 0.8
"""Where in the height of a line Qt puts the baseline."""
_AT_ONCE = 20
"""Paragraphs of a change that are laid out with it: all of what a key changes."""
_NEAR = 200
"""Paragraphs below a change that are moved with it, more than a screen shows; those further below have time."""
_STRETCH = 0.006
"""Seconds after which other work has its turn."""


class ScaledLines:
    """The lines of a document; `scale` pixels stand for one at 100 percent, where `em` is a character's width."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self.scale = self.em = 1.0
        self._count = document.blockCount()
        self._next = 0
        """Number of a block before which none waits to be laid out."""
        self._far, self._by = self._count, 0.0
        """Number of the first block that is further below than its layout says, as are all after it, and by how much."""
        for block in self._from(document.begin()):
            block.setLineCount(block.layout().lineCount())

    def _from(self, block: QTextBlock) -> Iterator[QTextBlock]:
        while block.isValid():
            yield block
            block = block.next()

    # Laying out

    def change(self, start: int, added: int) -> bool:
        """Lay out the blocks in which `added` characters from `start` on are new; whether there is `more` to do."""
        block = self._document.findBlock(start)
        last = self._document.findBlock(max(start, start + added - 1))
        if last.isValid() and last.next().isValid() and self._waits(last.next()):
            last = last.next()  # it was begun by the end of a paragraph, and has no letter of its own
        first = block.blockNumber()
        stop = last.blockNumber() if last.isValid() else self._document.blockCount() - 1
        grown, self._count = self._document.blockCount() - self._count, self._document.blockCount()
        self._next, self._far = (
            each if each <= first else max(first, each + grown) for each in (self._next, self._far)
        )
        self._settle()
        top = self._above(block)
        for number in range(first, stop + 1):
            if number < first + _AT_ONCE:
                self._break(block)
            else:
                self._put_off(block)
            top = self._place(block, top)
            block = block.next()
        if block.isValid():
            self._move(block, top)
        if stop >= first + _AT_ONCE:
            self._next = min(self._next, first + _AT_ONCE)
            return True
        return self._by != 0

    def ensure(self, block: QTextBlock) -> bool:
        """Have a block laid out where it is said to be, and those below moved; whether it waited."""
        if block.blockNumber() >= self._far:
            self._settle()
        if not self._waits(block):
            return False
        self._break(block)
        following = block.next()
        if following.isValid():
            self._move(following, self.bottom(block))
        return True

    def more(self) -> bool:
        """Move what is to be moved and lay out some of the blocks that wait; whether there may be others."""
        self._settle()
        end = time.perf_counter() + _STRETCH
        block = self._document.findBlockByNumber(self._next)
        while block.isValid() and not self._waits(block):
            block = block.next()
        top = self._above(block) if block.isValid() else 0.0
        while block.isValid() and time.perf_counter() < end:
            if self._waits(block):
                self._break(block)
            top = self._place(block, top)
            block = block.next()
        if block.isValid():
            self._move(block, top)
        self._next = block.blockNumber() if block.isValid() else self._document.blockCount()
        return block.isValid()

    def _waits(self, block: QTextBlock) -> bool:
        return block.isVisible() and not block.layout().lineCount()

    def _put_off(self, block: QTextBlock) -> None:
        """Let a block wait, with the lines that it had; where that is not known, with those of full-width characters."""
        block.layout().clearLayout()
        if not block.isVisible():
            block.setLineCount(0)
        elif block.lineCount() <= 1:
            room = max(self.em, self._document.pageSize().width() - 2 * self.margin())
            taken = (block.length() - 1) * self.em + block.blockFormat().textIndent() * self.scale
            block.setLineCount(max(1, round(taken / room)))

    def _break(self, block: QTextBlock) -> None:
        """Break a block into lines, wherever it is."""
        layout, look, scale = block.layout(), block.blockFormat(), self.scale
        if not block.isVisible():
            layout.clearLayout()
            block.setLineCount(0)
            return
        option = QTextOption(self._document.defaultTextOption())
        option.setAlignment(look.alignment())
        layout.setTextOption(option)
        left = look.leftMargin() * scale
        width = self._document.pageSize().width() - 2 * self.margin() - left - look.rightMargin() * scale
        indent, pitch, y = look.textIndent() * scale, self.pitch(block), 0.0
        layout.beginLayout()
        try:
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1.0, width - indent))
                line.setPosition(QPointF(left + indent, y + _BASELINE * pitch - line.ascent()))
                y, indent = y + pitch, 0.0
        finally:
            layout.endLayout()
        block.setLineCount(layout.lineCount())

    # Places

    def margin(self) -> float:
        """Blank about the text, in pixels."""
        return self._document.documentMargin() * self.scale

    def pitch(self, block: QTextBlock) -> float:
        """Height of a block's lines, in pixels."""
        return block.blockFormat().lineHeight() * self.scale

    def bottom(self, block: QTextBlock) -> float:
        """Where the lines of a block end; its blank below is not in it."""
        return self._y(block) + block.lineCount() * self.pitch(block)

    def height(self) -> float:
        """Of the whole with its margins, in pixels."""
        last = self._document.lastBlock()
        return self.bottom(last) + last.blockFormat().bottomMargin() * self.scale + self.margin()

    def block_at(self, y: float) -> QTextBlock:
        """The visible block at a height, or the last one above it."""
        low, high = 0, self._document.blockCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._y(self._document.findBlockByNumber(middle)) <= y:
                low = middle
            else:
                high = middle - 1
        block = self._document.findBlockByNumber(low)
        while not block.isVisible() and block.previous().isValid():
            block = block.previous()
        return block if block.isVisible() else next(self.shown(self._document.begin()), block)

    def shown(self, block: QTextBlock) -> Iterator[QTextBlock]:
        """The visible blocks from one on."""
        return (each for each in self._from(block) if each.isVisible())

    def _seen_before(self, block: QTextBlock) -> QTextBlock:
        before = block.previous()
        while before.isValid() and not before.isVisible():
            before = before.previous()
        return before

    def _above(self, block: QTextBlock) -> float:
        """Where the lines before a block end."""
        before = self._seen_before(block)
        return self.bottom(before) if before.isValid() else self.margin()

    def _top(self, block: QTextBlock, above: float) -> float:
        """Where a block begins below lines that end at `above`: the greater blank of both is between."""
        if not block.isVisible():
            return above
        before = self._seen_before(block)
        below = before.blockFormat().bottomMargin() if before.isValid() else 0.0
        return above + max(below, block.blockFormat().topMargin()) * self.scale

    def _place(self, block: QTextBlock, above: float) -> float:
        """Put a block below lines that end at `above`; where its own end."""
        block.layout().setPosition(QPointF(self.margin(), self._top(block, above)))
        return self.bottom(block)

    def _y(self, block: QTextBlock) -> float:
        """Where a block begins."""
        said = block.layout().position().y()
        return said + self._by if block.blockNumber() >= self._far else said

    def _move(self, block: QTextBlock, above: float) -> None:
        """Put a block, and with it all that follow, below others; those far below later."""
        by = self._top(block, above) - self._y(block)
        if by:
            self._settle()
            self._far, self._by = block.blockNumber(), by
            self._settle(_NEAR)

    def _settle(self, most: int | None = None) -> None:
        """Have the blocks say where they are; `most`: so many of them only."""
        if not self._by:
            return
        by = QPointF(0, self._by)
        for block in islice(self._from(self._document.findBlockByNumber(self._far)), most):
            layout = block.layout()
            layout.setPosition(layout.position() + by)
        self._far = self._count if most is None else min(self._far + most, self._count)
        if self._far == self._count:
            self._by = 0.0
