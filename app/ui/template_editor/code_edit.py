"""The text of a template: coloured, its lines numbered, what is wrong in it underlined, what may be written offered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QToolTip

from app.templating.completion import Completion
from app.templating.remarks import Level
from app.ui.document.positions import units
from app.ui.template_editor.colours import CodeColours, code_colours
from app.ui.template_editor.completer import Completer
from app.ui.template_editor.highlighter import TemplateHighlighter
from app.ui.template_editor.line_numbers import LineNumbers
from app.ui.template_editor.source import Source

_OFFERING = "{%|.@(\"'【｛"
"""What, typed, may be the beginning of something to choose."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is underlined: `line` from 1, the `words` of it (empty: the whole line), and what is said of it."""

    line: int
    words: str
    level: Level
    told: str


class CodeEdit(QPlainTextEdit):
    """Shows and takes the text of a source. `undo_wanted` and `redo_wanted` are for the one history of all."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, source: Source, ask: Callable[[str, int], Completion | None], dark: bool) -> None:
        """`ask` says what may be written at a place of a text."""
        super().__init__()
        self.setDocument(source.document)
        self._highlighter = TemplateHighlighter(source.document, dark)
        self._colours = code_colours(dark)
        self._marks: Sequence[Mark] = ()
        self.numbers = LineNumbers(self)
        self.completer = Completer(self, ask)
        self.menus: Callable[[QMenu], None] = lambda _: None
        """Puts more into the menu of the right button."""
        self.setAccessibleName("正文")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines are wrapped
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + 0.5)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.setCursorWidth(2)
        self.cursorPositionChanged.connect(self.viewport().update)
        source.went_to.connect(self._go_to)

    @property
    def colours(self) -> CodeColours:
        """The colours of now."""
        return self._colours

    def set_dark(self, dark: bool) -> None:
        """Show it light or dark."""
        self._colours = code_colours(dark)
        self._highlighter.set_dark(dark)
        self._show_marks()
        self.viewport().update()

    # What is said of the text

    def mark(self, marks: Sequence[Mark]) -> None:
        """Underline these from now on."""
        self._marks = marks
        self._show_marks()
        self.numbers.update()

    def marked(self, line: int) -> Sequence[Mark]:
        """What is said of a line, from 1."""
        return [mark for mark in self._marks if mark.line == line]

    def _show_marks(self) -> None:
        found: list[QTextEdit.ExtraSelection] = []
        for mark in self._marks:
            block = self.document().findBlockByNumber(mark.line - 1)
            if block.isValid():
                found.append(self._wave(block, mark))
        self.setExtraSelections(found)

    def _wave(self, block: QTextBlock, mark: Mark) -> QTextEdit.ExtraSelection:
        text = block.text()
        at = text.find(mark.words) if mark.words else -1
        words = mark.words if at >= 0 else text.strip()
        at = max(at, 0) or len(text) - len(text.lstrip())
        if mark.words and text.startswith(mark.words):
            at = 0
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(text, at))
        cursor.setPosition(block.position() + units(text, at + len(words)), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self.colour_of(mark.level))
        return _selection(cursor, look)

    def colour_of(self, level: Level) -> QColor:
        """The colour in which something of that level is marked."""
        return self._colours.wrong if level is Level.WRONG else self._colours.doubt

    def viewportEvent(self, event: QEvent) -> bool:
        """A line that something is said of says it to the mouse that stays on it."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = self.cursorForPosition(event.pos()).blockNumber() + 1
            told = "\n".join(mark.told for mark in self.marked(line))
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().viewportEvent(event)

    # Going and writing

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the beginning of a line, from 1, and bring it into view."""
        block = self.document().findBlockByNumber(line - 1)
        self._go_to(block.position() if block.isValid() else 0)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo are the history's; what is typed may be the beginning of something to choose."""
        keys = QKeySequence.StandardKey
        if event.matches(keys.Undo):
            self.undo_wanted.emit()
        elif event.matches(keys.Redo):
            self.redo_wanted.emit()
        elif _asks(event):
            self.completer.offer(asked=True)
        else:
            self.completer.typed(lambda: self._press(event), _may_begin(event.text()))

    def _press(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method commits may be the beginning of something to choose; what it composes is not."""
        if event.commitString():
            self.completer.typed(lambda: self._compose(event), _may_begin(event.commitString()))
        else:
            self._compose(event)

    def _compose(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, its undo and redo being the history's."""
        menu = QMenu(self)
        enabled = not self.isReadOnly()
        chosen = self.textCursor().hasSelection()
        for name, deed, is_possible in (
            ("撤销", self.undo_wanted.emit, enabled), ("重做", self.redo_wanted.emit, enabled),
            ("剪切", self.cut, enabled and chosen), ("复制", self.copy, chosen), ("粘贴", self.paste, enabled),
            ("全选", self.selectAll, True),
        ):  # fmt: skip
            menu.addAction(name, deed).setEnabled(is_possible)
        if enabled:
            menu.addSeparator()
            self.menus(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line of the cursor has a ground of its own, beneath that of what is left open."""
        line = self.cursorRect()
        painter = QPainter(self.viewport())
        painter.fillRect(0, line.top(), self.viewport().width(), line.height(), self._colours.line)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_numbers()

    def fit_numbers(self) -> None:
        """Make room for the numbers of the lines."""
        width = self.numbers.wanted_width
        self.setViewportMargins(width, 0, 0, 0)
        area = self.contentsRect()
        self.numbers.setGeometry(QRect(area.left(), area.top(), width, area.height()))

    def lines_in_sight(self) -> list[tuple[QTextBlock, QRect]]:
        """The lines that are seen, each with the first line of its own on the screen."""
        found: list[tuple[QTextBlock, QRect]] = []
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if area.top() > self.viewport().height():
                break
            line = block.layout().lineAt(0)
            height = round(line.height()) if line.isValid() else self.fontMetrics().height()
            found.append((block, QRect(area.left(), area.top(), area.width(), height)))
            block = block.next()
        return found


def _selection(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, look  # type: ignore[attr-defined]
    return made


def _asks(event: QKeyEvent) -> bool:
    """Ctrl+Space, which many input methods keep to themselves, or Alt+/."""
    keys, modifiers = Qt.Key, event.modifiers()
    return (event.key() == keys.Key_Space and modifiers == Qt.KeyboardModifier.ControlModifier) or (
        event.key() == keys.Key_Slash and modifiers == Qt.KeyboardModifier.AltModifier
    )


def _may_begin(text: str) -> bool:
    """Whether what was typed may begin something to choose: a mark, or a word."""
    return bool(text) and (text[-1] in _OFFERING or text[-1].isalnum() or text[-1] == "_")
