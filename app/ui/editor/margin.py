"""What is painted beside the text and never part of it: numbers, layer bars, quiet words, 接排 and comment marks."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock
from PySide6.QtWidgets import QTextEdit

from app.core.draft import Block
from app.core.kinds import KIND_NAMES, Kind, Layer
from app.ui.document.draft_document import DraftDocument
from app.ui.early import fill
from app.ui.editor.colours import PageColours

_BAR = 3
_JOIN_MARK = "↳"
_POINTS = 9
_BEFORE_TEXT, _BEHIND_TEXT = 10, 12
"""Size of the marks, and blank between them and the text in pixels, where the page is as large as on paper."""
_BEFORE_HINT, _SINKS = 4, 0.17
"""Blank between a place in the text and the quiet word above it, and which part of the cursor that goes down."""
_OVERHANG = 8
"""How far, in pixels, what is painted for a line may stand out of it."""


def _write(painter: QPainter, corner: QPointF, height: float, words: str) -> None:
    """Write words from their left upper corner on, at mid-height of a line that is so high."""
    metrics = QFontMetricsF(painter.font())
    base = (height - metrics.height()) / 2 + metrics.ascent()
    painter.drawText(QPointF(corner.x(), corner.y() + base), words)


def _top(block: QTextBlock) -> float:
    """Where a line begins, from the document's upper end on."""
    return block.layout().position().y()


class MarginPainter:
    """Paints the visible part of a draft document's margin and numbers.

    Painters of the viewport begin with the quiet colour.
    """

    def __init__(self, editor: QTextEdit, document: DraftDocument) -> None:
        self._editor = editor
        self._document = document
        self.colours: PageColours | None = None
        self.scale = 1.0
        """How much larger the page is shown than on paper."""
        self._marked: frozenset[int] = frozenset()

    def mark_numbers(self, indices: Iterable[int]) -> None:
        """Mark the numbers of these blocks, and no others."""
        marked = frozenset(indices)
        if marked != self._marked:
            self._marked = marked
            self._editor.viewport().update()

    def visible_blocks(self, area: QRect | None = None) -> Iterator[QTextBlock]:
        """The lines that reach into a part of the viewport (None: into all of it), from the top."""
        area = area or self._editor.viewport().rect()
        bottom = area.bottom() - self._offset().y()
        block = self._first_in(area)
        while block.isValid() and _top(block) <= bottom:
            if block.isVisible():
                yield block
            block = block.next()

    def _first_in(self, area: QRect) -> QTextBlock:
        top = area.top() - self._offset().y()
        if top <= 0:
            block = self._document.firstBlock()
        else:
            block = self._editor.cursorForPosition(area.topLeft()).block()
            # Between two paragraphs Qt names one far below while there are lines that it has not laid out yet.
            while _top(block) > top and block.previous().isValid():
                block = block.previous()
        while block.isValid() and not block.isVisible():
            block = block.next()
        return block

    def _offset(self) -> QPointF:
        """Where the document's left upper corner is on the viewport."""
        bars = self._editor.horizontalScrollBar(), self._editor.verticalScrollBar()
        return QPointF(-bars[0].value(), -bars[1].value())

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint over a part of the viewport after the text; the painter goes by the document's corner from then on."""
        assert self.colours is not None
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate(self._offset())
        seen = list(self.visible_blocks(area.adjusted(0, -_OVERHANG, 0, _OVERHANG)))
        for block in seen:
            if block.layout().lineCount():
                index = block.blockNumber()
                said = self._document.line(index)
                self._paint_number(painter, block, index, said.kind)
                self._paint_kind(painter, block, said.kind)
                self._paint_marks(painter, block, said)
        self._paint_layers(painter, seen)

    def _paint_number(self, painter: QPainter, block: QTextBlock, index: int, kind: Kind) -> None:
        number = self._document.number(index)
        if not number or self.colours is None:
            return
        font = self._document.presentation.screen_font(kind, self._document.is_run_in(index))
        line = block.layout().lineAt(0)
        at = block.layout().position() + line.position()
        width = self._document.presentation.number_width(kind, number) * self.scale
        if index in self._marked:
            fill(painter, QRectF(at.x() - width, at.y(), width, line.height()), self.colours.found)
        painter.save()
        painter.translate(at.x() - width, at.y() + line.ascent())
        painter.scale(self.scale, self.scale)
        painter.setFont(font)
        painter.drawText(QPointF(0, 0), number)
        painter.restore()

    def _paint_kind(self, painter: QPainter, block: QTextBlock, kind: Kind) -> None:
        """What an empty line is, where not body: 「一、」 that was typed is not just gone, and a title is to be written."""
        if kind is Kind.BODY or block.length() > 1 or block.layout().preeditAreaText():
            return
        line, name = block.layout().lineAt(0), KIND_NAMES[kind]
        painter.setFont(self._mark_font())
        blank, width = _BEFORE_TEXT * self.scale, painter.fontMetrics().horizontalAdvance(name)
        at = block.layout().position() + QPointF(line.cursorToX(0)[0], line.y())  # type: ignore[index]
        fits = at.x() + blank + width < self._document.pageSize().width()
        left = at.x() + blank if fits else at.x() - blank - width
        _write(painter, QPointF(left, at.y()), line.height(), name)

    def _paint_marks(self, painter: QPainter, block: QTextBlock, said: Block) -> None:
        assert self.colours is not None
        commented = any(run.comment for run in said.runs)
        if not said.joined and not commented:
            return
        margin = self._document.documentMargin() * self.scale
        line = block.layout().lineAt(0)
        top = _top(block) + line.y()
        painter.setFont(self._mark_font())
        if said.joined:
            width = painter.fontMetrics().horizontalAdvance(_JOIN_MARK)
            before = margin - _BEFORE_TEXT * self.scale - width
            _write(painter, QPointF(before, top), line.height(), _JOIN_MARK)
        if commented:
            behind = self._document.pageSize().width() - margin + _BEHIND_TEXT * self.scale
            painter.save()
            painter.setPen(self.colours.query)
            _write(painter, QPointF(behind, top), line.height(), "批")
            painter.restore()

    def hint_area(self, at: QRect, text: str) -> QRect:
        """Where a quiet word above a place in the text is painted: between two lines, in none of them."""
        size = QFontMetricsF(self._mark_font()).size(0, text)
        left = at.right() + _BEFORE_HINT * self.scale
        left = min(left, self._editor.viewport().width() - size.width() - _BEFORE_HINT)
        # A cursor is taller than the letters beside it.
        bottom = at.top() + _SINKS * at.height()
        return QRectF(QPointF(left, bottom - size.height()), size).toAlignedRect()

    def paint_hint(self, painter: QPainter, at: QRect, text: str) -> None:
        """Paint a quiet word above a place in the text."""
        painter.setFont(self._mark_font())
        area = self.hint_area(at, text)
        _write(painter, QPointF(area.topLeft()), area.height(), text)

    def _mark_font(self) -> QFont:
        font = QFont(self._editor.font())
        font.setPointSizeF(_POINTS * self.scale)
        return font

    def _paint_layers(self, painter: QPainter, seen: Sequence[QTextBlock]) -> None:
        """A bar along each stretch that carries a layer, in the page's left margin."""
        assert self.colours is not None
        layer: Layer | None = None
        for at, block in enumerate(seen):
            index = block.blockNumber()
            if at == 0 or _begins_or_ends_section(self._document.line(index)):
                layer = self._layer_at(index)
            if layer is not None:
                self._paint_bar(painter, block, self.colours.layers[layer])

    def _layer_at(self, index: int) -> Layer | None:
        """The layer of the section in which a block stands, which may begin far above what is seen."""
        above = (self._document.line(at) for at in range(index, -1, -1))
        found = next(filter(_begins_or_ends_section, above), None)
        return None if found is None or found.kind is Kind.SIGNOFF else found.section and found.section.layer

    def _paint_bar(self, painter: QPainter, block: QTextBlock, colour: QColor) -> None:
        top = _top(block)
        following = block.next()
        height = self._document.documentLayout().blockBoundingRect(block).height()
        bottom = _top(following) if following.isValid() and following.isVisible() else top + height
        fill(painter, QRectF(0, top, _BAR, bottom - top), colour)


def _begins_or_ends_section(block: Block) -> bool:
    return block.section is not None or block.kind is Kind.SIGNOFF
