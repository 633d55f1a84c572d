"""The page as it is seen: its width, ground and margin, and the place at which the writer looks."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.core.draft import Block, Draft
from app.core.place import Place
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import place_at, position_of
from app.ui.early import brush, set_by_name
from app.ui.editor.colours import page_colours
from app.ui.editor.highlighter import DraftHighlighter
from app.ui.editor.margin import MarginPainter
from app.ui.editor.placeholders import placeholder_after, placeholder_before
from app.ui.editor.typewriter import Typewriter
from app.ui.editor.wheel import WheelSteps

if TYPE_CHECKING:
    from app.ui.editor.scaled_layout import ScaledLayout

_PAGE_MARGIN = 72
"""Blank at each side of the text on the page, in pixels; the margin's marks stand in it."""
_ABOVE = 24
_SLACK = 2
_CURSOR = 2
_PAUSE = 10
"""Milliseconds after which lines that wait are laid out: what was done is painted first."""


def _marks(stretches: Iterable[QTextCursor], look: QTextCharFormat) -> list[QTextEdit.ExtraSelection]:
    marks: list[QTextEdit.ExtraSelection] = []
    for cursor in stretches:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor  # type: ignore[attr-defined]
        mark.format = look  # type: ignore[attr-defined]
        marks.append(mark)
    return marks


class PageView(QTextEdit):
    """A draft document in the layout's fonts on a neutral ground, with numbers painted before the text."""

    place_changed = Signal(int)
    """The cursor went to another block; its index."""
    let_go = Signal()
    """A cursor that was held is where it belongs again, whatever happened to the lines."""
    zoom_failed = Signal()
    """The page can only be shown as on paper."""
    zoom_wanted = Signal(int)
    """The wheel was turned a step with Ctrl held: up (1) or down (-1)."""

    def __init__(self, document: DraftDocument, parent: QWidget | None = None, dark: bool = False) -> None:
        super().__init__(parent)
        self.draft_document = document
        self._colours = page_colours(dark)
        self._highlighter = DraftHighlighter(document, self._colours)
        document.set_margin(_PAGE_MARGIN)
        document.setModified(False)
        self.setDocument(document)
        self.holds = False
        """Whether the cursor is held: where it is meanwhile, means nothing."""
        self.turns = 0
        """How often the writer undid or redid."""
        self._index = -1
        self._percent = 100
        self._wheel = WheelSteps()
        self._scaled: ScaledLayout | None = None
        self._idle = QTimer(self, interval=_PAUSE)
        self._idle.timeout.connect(self._lay_out_more)
        self._searched: list[QTextEdit.ExtraSelection] = []
        self._underlined: list[QTextEdit.ExtraSelection] = []
        self.page_margin = MarginPainter(self, document)
        # What the margin is written with: painters begin with it.
        self.viewport().setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._under_bar: QWidget = self.verticalScrollBar().parentWidget()  # type: ignore[assignment]
        self.typewriter = Typewriter(self)
        self.setCursorWidth(_CURSOR)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(self.page_pixels)
        self.setAccessibleName("正文")
        self.set_dark(dark)
        self.cursorPositionChanged.connect(self._tell_place)
        document.numbers_changed.connect(self.viewport().update)
        document.filled.connect(lambda: self.go_to(Place(0, 0)))

    @property
    def page_pixels(self) -> int:
        """Width of the page with its margins, in pixels."""
        on_paper = round(self.draft_document.presentation.page_width) + 2 * _PAGE_MARGIN + _SLACK
        return round(on_paper * self.page_margin.scale)

    def set_zoom(self, percent: int) -> None:
        """Show the page larger or smaller than on paper; what the writer looks at stays where it is.

        Text, formats and undo are not touched: only the lines are laid out by another layout.
        """
        if percent == self._percent:
            return
        self._percent = percent
        with self._steady():
            self._lay_out(percent)
            self.setCursorWidth(_CURSOR)
            self._put_in_the_middle()  # a bar that goes later, for a narrower page, would have it laid out twice
            self.setLineWrapColumnOrWidth(self.page_pixels)
            self._put_in_the_middle()  # a wider one can be moved only now
        self.typewriter.follow()

    @contextmanager
    def _steady(self) -> Iterator[None]:
        """Wherever lines go within, what the writer looks at stays where it is."""
        anchor, bar = self.textCursor(), self.verticalScrollBar()
        if not self.viewport().rect().intersects(self.cursorRect()):
            anchor = self.cursorForPosition(self.viewport().rect().topLeft())
        top = self.cursorRect(anchor).top()
        yield
        bar.setValue(bar.value() + self.cursorRect(anchor).top() - top)

    def _lay_out(self, percent: int) -> None:
        """At 100 Qt's own layout is used, which is faster."""
        if percent == 100 and self._scaled is not None:
            self._scaled = None
            self.draft_document.lay_out_with(None)
        elif percent != 100 and self._scaled is None:
            from app.ui.editor.scaled_layout import ScaledLayout

            self._scaled = ScaledLayout(self.draft_document, percent)
            # Never from within: Qt is in the midst of laying out or painting with it.
            self._scaled.failed.connect(self._give_up_zoom, QtCore.Qt.ConnectionType.QueuedConnection)
            self._scaled.put_off.connect(self._idle.start)
            self.draft_document.lay_out_with(self._scaled)
        elif self._scaled is not None:
            self._scaled.set_percent(percent)
        self.page_margin.scale = self._scaled.scale if self._scaled else 1.0

    def _lay_out_more(self) -> None:
        """Lay out some of what our layout put off, without a move of what is seen."""
        with self._steady():
            left = self._scaled is not None and self._scaled.lay_out_more()
        if not left:
            self._idle.stop()

    def _give_up_zoom(self, error: Exception) -> None:
        """Our layout failed: Qt's own takes its place, and the error goes where all errors go."""
        self.set_zoom(100)
        self.zoom_failed.emit()
        raise error

    def set_dark(self, dark: bool) -> None:
        """Show the page light or dark."""
        self._colours = page_colours(dark)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._colours.page)
        palette.setColor(QPalette.ColorRole.Text, self._colours.text)
        palette.setColor(QPalette.ColorRole.Window, self._colours.ground)
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._colours.quiet)
        self.setPalette(palette)
        # Under a style sheet these keep the ground they were polished with.
        self.viewport().setPalette(palette)
        self._under_bar.setPalette(palette)
        self.page_margin.colours = self._colours
        self._highlighter.set_colours(self._colours)

    def mark(self, found: Sequence[QTextCursor], numbers: Iterable[int]) -> None:
        """Mark stretches of text, and the numbers of blocks, as found by a search; no others."""
        look = QTextCharFormat()
        look.setBackground(brush(self._colours.found))
        self._searched = _marks(found, look)
        self.setExtraSelections([*self._searched, *self._underlined])
        self.page_margin.mark_numbers(numbers)

    def underline(self, stretches: Sequence[QTextCursor]) -> None:
        """Draw a thin line under these stretches of text, and no others."""
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(self._colours.bind)
        self._underlined = _marks(stretches, look)
        self.setExtraSelections([*self._searched, *self._underlined])

    # Place

    def current_block_index(self) -> int:
        """Index of the block with the cursor."""
        return self.textCursor().blockNumber()

    def selection(self) -> tuple[Place, Place]:
        """Where the selection begins and ends; the cursor's place twice where there is none."""
        cursor = self.textCursor()
        start, stop = cursor.selectionStart(), cursor.selectionEnd()
        first = place_at(self.draft_document, start)
        return first, first if start == stop else place_at(self.draft_document, stop)

    def go_to(self, place: Place, selected: int = 0) -> None:
        """Put the cursor at a place, with so many characters behind it selected, and bring it into view."""
        cursor = self.textCursor()
        cursor.setPosition(position_of(self.draft_document, place))
        if selected:
            end = Place(place.index, place.offset + selected)
            cursor.setPosition(position_of(self.draft_document, end), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)  # which brings it into view, too

    def go_to_block(self, index: int) -> None:
        """Put the cursor at the start of a block and bring it into view near the top."""
        self.go_to(Place(index, 0))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 5)
        self.setFocus()

    def next_placeholder(self) -> bool:
        """Select the next 【…】 after the cursor, from the start again after the last; False where there is none."""
        return self._select(placeholder_after(self.draft_document, self.textCursor()))

    def previous_placeholder(self) -> bool:
        """Select the 【…】 before the cursor, from the end again before the first; False where there is none."""
        return self._select(placeholder_before(self.draft_document, self.textCursor()))

    def _select(self, found: QTextCursor | None) -> bool:
        if found is None:
            return False
        self.setTextCursor(found)
        self.setFocus()
        return True

    def _tell_place(self) -> None:
        index = self.current_block_index()
        if index != self._index:
            self._index = index
            self.place_changed.emit(index)

    @contextmanager
    def looked_at(self) -> Iterator[None]:
        """The cursor stays at its height where it is seen, the view where it is not, whatever happens to the lines."""
        bar = self.verticalScrollBar()
        seen = self.viewport().rect().intersects(self.cursorRect())
        top, scroll = self.cursorRect().top(), bar.value()
        yield
        bar.setValue(bar.value() + self.cursorRect().top() - top if seen else scroll)

    @contextmanager
    def held(self, rewritten: bool = True) -> Iterator[None]:
        """Keep cursor, selection and view with the blocks in which they are, whatever happens to the draft.

        `rewritten` says that lines are written anew, so that offsets in them are as they were; else they
        follow what Qt does to the text (undo).
        """
        cursor, before = self.textCursor(), self.draft_document.draft()
        ends = cursor.anchor(), cursor.position()
        anchored = [self._anchored(before, position) for position in ends]
        with self.looked_at():
            self.holds = True
            try:
                yield
                self._put_back(anchored, rewritten)
            finally:
                self.holds = False
            self.let_go.emit()

    def _put_back(self, anchored: Sequence[tuple[Block, Place]], rewritten: bool) -> None:
        after, cursor = self.draft_document.draft(), self.textCursor()
        moved = cursor.anchor(), cursor.position()
        for position, end, mode in zip(
            moved, anchored, (cursor.MoveMode.MoveAnchor, cursor.MoveMode.KeepAnchor), strict=True
        ):
            cursor.setPosition(self._found(after, end, None if rewritten else position), mode)
        self.setTextCursor(cursor)

    def _anchored(self, draft: Draft, position: int) -> tuple[Block, Place]:
        """The block in which a position is, and the place."""
        place = place_at(self.draft_document, position)
        return draft.blocks[place.index] if place.index < len(draft.blocks) else Block(""), place

    def _found(self, draft: Draft, end: tuple[Block, Place], followed: int | None) -> int:
        block, place = end
        if followed is not None and self._anchored(draft, followed)[0].id == block.id:
            return followed
        index = next((at for at, each in enumerate(draft.blocks) if each.id == block.id), None)
        if index is None:
            index = min(place.index, max(0, len(draft.blocks) - 1))
            return (
                position_of(self.draft_document, replace(place, index=index))
                if followed is None
                else followed
            )
        now = draft.blocks[index].text
        gone = (
            len(block.text) - len(now) if block.text.endswith(now) else 0
        )  # a number that was written before it
        return position_of(self.draft_document, Place(index, max(0, place.offset - gone)))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's call to paint the viewport."""
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            self.page_margin.paint(painter, event.rect())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's call for the wheel, which zooms while Ctrl is held."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            steps = self._wheel.turned(event.angleDelta().y())
            for _ in range(abs(steps)):
                self.zoom_wanted.emit(1 if steps > 0 else -1)
            event.accept()
        else:
            self._wheel.drop()
            super().wheelEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Qt's call for a key let go: with Ctrl, a zoom by the wheel is over."""
        if event.key() == QtCore.Qt.Key.Key_Control:
            self._wheel.drop()
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's call when the widget changed size: the page stays in the middle."""
        self._put_in_the_middle()
        super().resizeEvent(event)
        self.typewriter.follow()

    def _put_in_the_middle(self) -> None:
        """Blank at both sides; a page that is wider than the window can be moved.

        Its middle is shown first, or the beginning of the lines where these do not fit either.
        """
        room = self.width() - self.verticalScrollBar().sizeHint().width() - self.page_pixels
        side = max(0, room // 2)
        self.setViewportMargins(side, _ABOVE, max(0, room - side), 0)
        # Each Return moves the bar: on a ground of its own it is painted without the window under it, of which
        # nothing is seen there but, where the page reaches to the bar, its edge.
        self._under_bar.setAutoFillBackground(room > 0)
        policy = "ScrollBarAsNeeded" if room < 0 else "ScrollBarAlwaysOff"
        set_by_name(self, "horizontalScrollBarPolicy", policy)
        if room < 0:
            margin = round(_PAGE_MARGIN * self.page_margin.scale)
            self.horizontalScrollBar().setValue(min(-room // 2, margin - _ABOVE))

    def inputMethodQuery(self, query: "QtCore.Qt.InputMethodQuery", argument: object = None) -> object:
        """Qt's question where the cursor is, for the candidate window: with the page's margins added."""
        answer = (
            super().inputMethodQuery(query) if argument is None else super().inputMethodQuery(query, argument)
        )
        if query == QtCore.Qt.InputMethodQuery.ImCursorRectangle and isinstance(answer, QRect | QRectF):
            margins = self.viewportMargins()
            return answer.translated(margins.left(), margins.top())
        return answer
