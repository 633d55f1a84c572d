"""Text in a few lines, and rows of small things: where they stand, for those who paint them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout


def wrapped(text: str, font: QFont, width: int, most: int) -> Sequence[str]:
    """The text in lines of that width in pixels, at most so many; the last one is cut where there is more."""
    layout = QTextLayout(text, font)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            lines.append(QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[start : start + line.textLength()])
    layout.endLayout()
    return lines


def flowed(widths: Iterable[int], gap: int, width: int) -> Sequence[tuple[int, int]]:
    """For things of these widths the left edge and the row of each, from left to right and then below."""
    places: list[tuple[int, int]] = []
    left = row = 0
    for each in widths:
        if left and left + each > width:
            left, row = 0, row + 1
        places.append((left, row))
        left += each + gap
    return places
