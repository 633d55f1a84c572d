"""The lines of a page that is shown larger or smaller than on paper.

Qt's own layout scales fonts, margins of the page and heights of lines to its paint device, but neither the
first line's indent nor the margins of paragraphs, which are in the draft's undo history and so must not be
rewritten. This one scales all alike; it lays out what a draft document has: paragraphs in the root frame, each
with lines of one fixed height.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")

_DPI = 96
_METRE = 0.0254
_BASELINE = 0.8
"""Where in the height of a line Qt puts the baseline."""


def _device(percent: int) -> QImage:
    """What fonts in points are made for."""
    device = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    dots = round(round(_DPI * percent / 100) / _METRE)
    device.setDotsPerMeterX(dots)
    device.setDotsPerMeterY(dots)
    return device


def _width(font: QFont, device: QImage) -> float:
    """The width of one character on a device."""
    return QFontMetricsF(font, device).horizontalAdvance("国")


def _answering(
    otherwise: Callable[[], _Answer],
) -> Callable[
    [Callable[Concatenate["ScaledLayout", _Given], _Answer]],
    Callable[Concatenate["ScaledLayout", _Given], _Answer],
]:
    """For what Qt calls in the midst of its own work: an error that left it would end the program untold.

    The layout tells that it failed, and answers with what `otherwise` makes until another takes its place.
    """

    def guard(
        answer: Callable[Concatenate["ScaledLayout", _Given], _Answer],
    ) -> Callable[Concatenate["ScaledLayout", _Given], _Answer]:
        @wraps(answer)
        def guarded(self: "ScaledLayout", *args: _Given.args, **kwargs: _Given.kwargs) -> _Answer:
            try:
                return answer(self, *args, **kwargs)
            except Exception as error:  # noqa: BLE001  told by whoever put the layout in
                self.fail(error)
                return otherwise()

        return guarded

    return guard


class ScaledLayout(QAbstractTextDocumentLayout):
    """Lays out a document `percent` as large as on paper. Put in by `QTextDocument.setDocumentLayout`.

    `failed` tells the first error of its own.
    """

    failed = Signal(object)

    def __init__(self, document: QTextDocument, percent: int) -> None:
        super().__init__(document)
        self._size = QSizeF()
        self._has_failed = False
        self._device = _device(percent)
        self.scale = 1.0
        """How many pixels stand for one at 100 percent."""
        self.set_percent(percent)

    def set_percent(self, percent: int) -> None:
        """Show it larger or smaller; whoever calls sets the width of the page next, upon which it is laid out.

        Letters take whole pixels on some screens, so that they grow a little more or less than by the percent:
        all else goes with them, and a line keeps its number of characters.
        """
        self._device = _device(percent)
        self.setPaintDevice(self._device)
        font = self.document().defaultFont()
        self.scale = _width(font, self._device) / _width(font, _device(100))

    def fail(self, error: Exception) -> None:
        """Tell of an error, once: all that follow come of it."""
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)

    # Qt's calls to lay out

    @_answering(lambda: None)
    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Lay out the blocks that changed, and move those below where their height is another."""
        block = self.document().findBlock(start)
        last = self.document().findBlock(max(start, start + added - 1))
        stop = last.blockNumber() if last.isValid() else self.document().blockCount()
        top = self._above(block)
        for _ in range(stop - block.blockNumber() + 1):
            if block.isValid():
                self._lay_out(block, top)
                top = self._bottom(block)
                block = block.next()
        if block.isValid():
            self._move(block, top)
        self._tell_size()
        self.update.emit()

    def _above(self, block: QTextBlock) -> float:
        before = block.previous()
        while before.isValid() and not before.isVisible():
            before = before.previous()
        return self._bottom(before) if before.isValid() else self._margin()

    def _bottom(self, block: QTextBlock) -> float:
        """Where the lines of a block end; its blank below is not in it."""
        height = block.layout().lineCount() * self._pitch(block)
        return block.layout().position().y() + height

    def _pitch(self, block: QTextBlock) -> float:
        return block.blockFormat().lineHeight() * self.scale

    def _margin(self) -> float:
        return self.document().documentMargin() * self.scale

    def _gap(self, block: QTextBlock) -> float:
        """Blank between a block and the one before: the greater of both."""
        before = block.previous()
        while before.isValid() and not before.isVisible():
            before = before.previous()
        below = before.blockFormat().bottomMargin() if before.isValid() else 0.0
        return max(below, block.blockFormat().topMargin()) * self.scale

    def _move(self, block: QTextBlock, top: float) -> None:
        """Put a block, and with it all that follow, below another."""
        wanted = top + self._gap(block) if block.isVisible() else top
        by = QPointF(0, wanted - block.layout().position().y())
        while block.isValid() and not by.isNull():
            layout = block.layout()
            layout.setPosition(layout.position() + by)
            block = block.next()

    def _lay_out(self, block: QTextBlock, top: float) -> None:
        """Break a block into lines below `top`."""
        layout, look, scale = block.layout(), block.blockFormat(), self.scale
        if not block.isVisible():
            layout.clearLayout()
            layout.setPosition(QPointF(self._margin(), top))
            return
        option = QTextOption(self.document().defaultTextOption())
        option.setAlignment(look.alignment())
        layout.setTextOption(option)
        left = look.leftMargin() * scale
        width = self.document().pageSize().width() - 2 * self._margin() - left - look.rightMargin() * scale
        indent, pitch, y = look.textIndent() * scale, self._pitch(block), 0.0
        layout.beginLayout()
        try:
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1.0, width - indent))
                line.setPosition(QPointF(left + indent, y + _BASELINE * pitch - line.ascent()))
                y, indent = y + pitch, 0.0
        finally:
            layout.endLayout()
        block.setLineCount(layout.lineCount())
        layout.setPosition(QPointF(self._margin(), top + self._gap(block)))

    def _tell_size(self) -> None:
        last = self.document().lastBlock()
        height = self._bottom(last) + last.blockFormat().bottomMargin() * self.scale + self._margin()
        size = QSizeF(self.document().pageSize().width(), height)
        if size != self._size:
            self._size = size
            self.documentSizeChanged.emit(size)

    # Qt's questions

    def documentSize(self) -> QSizeF:
        """Width and height with the margins."""
        return self._size

    def pageCount(self) -> int:
        """A page of the window has no end."""
        return 1

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """Where the root frame is: everywhere."""
        return QRectF(QPointF(0, 0), self._size)

    @_answering(QRectF)
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where the lines of a block are."""
        if not block.isValid():
            return QRectF()
        place = block.layout().position()
        width = self._size.width() - 2 * self._margin()
        return QRectF(place.x(), place.y(), width, self._bottom(block) - place.y())

    @_answering(int)
    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        """The place in the text at a point, or the next one to it; -1 for none where it must be exact."""
        block = self._block_at(point.y())
        layout = block.layout()
        within = point - layout.position()
        if layout.lineCount() == 0:
            return block.position()
        row = int(max(0.0, within.y()) // max(1.0, self._pitch(block)))
        line = layout.lineAt(min(row, layout.lineCount() - 1))
        exact = accuracy == Qt.HitTestAccuracy.ExactHit
        if exact and not line.naturalTextRect().contains(within):
            return -1
        edge = (
            QTextLine.CursorPosition.CursorOnCharacter
            if exact
            else QTextLine.CursorPosition.CursorBetweenCharacters
        )
        return block.position() + line.xToCursor(within.x(), edge)

    def _block_at(self, y: float) -> QTextBlock:
        """The visible block at a height, or the last one above it."""
        low, high = 0, self.document().blockCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.document().findBlockByNumber(middle).layout().position().y() <= y:
                low = middle
            else:
                high = middle - 1
        block = self.document().findBlockByNumber(low)
        while not block.isVisible() and block.previous().isValid():
            block = block.previous()
        return block if block.isVisible() else next(self._shown(self.document().begin()), block)

    def _shown(self, block: QTextBlock) -> Iterator[QTextBlock]:
        while block.isValid():
            if block.isVisible():
                yield block
            block = block.next()

    # Painting

    @_answering(lambda: None)
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the text that can be seen, what is selected of it, and the cursor."""
        clip = QRectF(context.clip)  # type: ignore[attr-defined]
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))  # type: ignore[attr-defined]
        whole = not clip.isValid()
        for block in self._shown(self.document().begin() if whole else self._block_at(clip.top())):
            if not whole and block.layout().position().y() > clip.bottom():
                break
            self._draw_block(painter, context, block, clip)

    def _draw_block(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        block: QTextBlock,
        clip: QRectF,
    ) -> None:
        layout, start = block.layout(), block.position()
        selected: list[QTextLayout.FormatRange] = []
        for selection in context.selections:  # type: ignore[attr-defined]
            first = max(0, selection.cursor.selectionStart() - start)
            stop = min(block.length(), selection.cursor.selectionEnd() - start)
            if first < stop:
                stretch = QTextLayout.FormatRange()
                stretch.start, stretch.length, stretch.format = first, stop - first, selection.format  # type: ignore[attr-defined]
                selected.append(stretch)
        layout.draw(painter, QPointF(0, 0), selected, clip)
        cursor = context.cursorPosition  # type: ignore[attr-defined]
        if cursor < -1 and layout.preeditAreaText():
            layout.drawCursor(
                painter, QPointF(0, 0), layout.preeditAreaPosition() - (cursor + 2), self._cursor_width()
            )
        elif start <= cursor < start + block.length():
            layout.drawCursor(painter, QPointF(0, 0), cursor - start, self._cursor_width())

    def _cursor_width(self) -> int:
        return int(self.property("cursorWidth") or 1)
