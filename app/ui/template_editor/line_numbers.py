"""The numbers of the lines beside the text, with a dot where something is said of a line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.templating.remarks import Level
from app.ui.theme import small_figures

if TYPE_CHECKING:
    from app.ui.template_editor.code_edit import CodeEdit

_PAD, _DOT = 12, 6


class LineNumbers(QWidget):
    """Stands at the left of one editor."""

    def __init__(self, editor: "CodeEdit") -> None:
        super().__init__(editor)
        self._editor = editor
        self.setFont(small_figures(self.font()))
        editor.blockCountChanged.connect(lambda _: editor.fit_numbers())
        editor.updateRequest.connect(self._follow)

    @property
    def wanted_width(self) -> int:
        """Pixels that the numbers need."""
        digits = max(2, len(str(self._editor.blockCount())))
        return self.fontMetrics().horizontalAdvance("9" * digits) + 2 * _PAD

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width, 0)

    def _follow(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self.scroll(0, scrolled)
        else:
            self.update(0, area.y(), self.width(), area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._editor.textCursor().blockNumber()
        top = self._editor.viewport().y() - self.y()
        for block, area in self._editor.lines_in_sight():
            line = block.blockNumber() + 1
            area = QRect(0, area.top() + top, self.width() - _PAD, area.height())
            marks = self._editor.marked(line)
            if marks:
                level = Level.WRONG if any(mark.level is Level.WRONG for mark in marks) else Level.DOUBT
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._editor.colour_of(level))
                painter.drawEllipse(4, area.center().y() - _DOT // 2 + 1, _DOT, _DOT)
            colour = (
                self.palette().text().color()
                if block.blockNumber() == current
                else self._editor.colours.number
            )
            painter.setPen(colour)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the line."""
        for block, area in self._editor.lines_in_sight():
            if area.top() <= event.position().y() <= area.bottom():
                self._editor.go_to_line(block.blockNumber() + 1)
