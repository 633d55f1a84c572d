"""A page that is shown larger or smaller than on paper.

Qt's own layout scales fonts, margins of the page and heights of lines to its paint device, but neither the
first line's indent nor the margins of paragraphs, which are in the draft's undo history and so must not be
rewritten. This one scales all alike (`scaled_lines`); it knows what a draft document has: paragraphs in the root
frame, each with lines of one fixed height.
"""

from collections.abc import Callable
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
)

from app.ui.editor.scaled_lines import ScaledLines

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")

_DPI = 96
_METRE = 0.0254


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

    `failed` tells the first error of its own. Until the document has a width nothing is laid out.
    """

    failed = Signal(object)
    put_off = Signal()
    """Some lines wait until somebody asks for them or calls `lay_out_more`."""

    def __init__(self, document: QTextDocument, percent: int) -> None:
        super().__init__(document)
        self._size = QSizeF()
        self._has_failed = False
        self._lines = ScaledLines(document)
        self._page: tuple[float, ...] = ()
        """Width, scale and margin that the lines are for."""
        self.set_percent(percent)

    @property
    def scale(self) -> float:
        """How many pixels stand for one at 100 percent."""
        return self._lines.scale

    def set_percent(self, percent: int) -> None:
        """Show it larger or smaller; whoever calls sets the width of the page next, upon which it is laid out.

        Letters take whole pixels on some screens, so that they grow a little more or less than by the percent:
        all else goes with them, and a line keeps its number of characters.
        """
        self._device = _device(percent)
        self.setPaintDevice(self._device)
        font = self.document().defaultFont()
        self._lines.em = _width(font, self._device)
        self._lines.scale = self._lines.em / _width(font, _device(100))

    def fail(self, error: Exception) -> None:
        """Tell of an error, once: all that follow come of it."""
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)

    # Laying out

    @_answering(lambda: None)
    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Qt's call after a change, and where the page was given a width."""
        page = self.document().pageSize().width(), self.scale, self._lines.margin()
        is_of_page = (start, removed, added) == (0, 0, self.document().characterCount())
        if is_of_page and page == self._page:
            return
        self._page = page
        if page[0] > 0:
            waits = self._lines.change(start, added)
            self._tell_size()
            self.update.emit()
            if waits:
                self.put_off.emit()

    @_answering(bool)
    def lay_out_more(self) -> bool:
        """Lay out some of the lines that wait; whether there may be others."""
        left = self._lines.more()
        if self._tell_size():
            self.update.emit()
        return left

    def _ensure(self, block: QTextBlock) -> bool:
        """Have a block laid out; whether it waited, and blocks below may have moved."""
        waited = self._lines.ensure(block)
        if waited and self._tell_size():
            self.update.emit()
        return waited

    def _tell_size(self) -> bool:
        """Tell how large the whole is; whether that is another size than before."""
        size = QSizeF(self.document().pageSize().width(), self._lines.height())
        if size == self._size:
            return False
        self._size = size
        self.documentSizeChanged.emit(size)
        return True

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
        self._ensure(block)
        place = block.layout().position()
        width = self._size.width() - 2 * self._lines.margin()
        return QRectF(place.x(), place.y(), width, self._lines.bottom(block) - place.y())

    @_answering(int)
    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        """The place in the text at a point, or the next one to it; -1 for none where it must be exact."""
        block = self._lines.block_at(point.y())
        while self._ensure(block):
            block = self._lines.block_at(point.y())
        layout = block.layout()
        within = point - layout.position()
        if layout.lineCount() == 0:
            return block.position()
        row = int(max(0.0, within.y()) // max(1.0, self._lines.pitch(block)))
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

    # Painting

    @_answering(lambda: None)
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the text that can be seen, what is selected of it, and the cursor."""
        clip = QRectF(context.clip)  # type: ignore[attr-defined]
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))  # type: ignore[attr-defined]
        whole, waited = not clip.isValid(), False
        first = self.document().begin() if whole else self._lines.block_at(clip.top())
        for block in self._lines.shown(first):
            if not whole and block.layout().position().y() > clip.bottom():
                break
            waited |= self._lines.ensure(block)
            self._draw_block(painter, context, block, clip)
        if waited:
            self.put_off.emit()  # what changed by it is told when nothing is being painted

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
        width = self.property("cursorWidth")
        return 1 if width is None else int(width)
