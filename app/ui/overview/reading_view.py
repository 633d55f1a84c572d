"""念给领导听: headings in large type over the whole screen, a group at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.editor.colours import page_colours
from app.ui.theme import Theme

MOST = 8
"""Headings on one page."""
_LARGEST, _SMALLEST = 64, 22
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value) | int(
    Qt.TextFlag.TextWordWrap.value
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is read out from one page: what stands above, and headings with their numbers."""

    parent: str
    lines: tuple[tuple[str, str], ...]


def sheets(groups: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Groups on pages of at most eight headings."""
    return tuple(
        Sheet(group.parent, group.lines[at : at + MOST])
        for group in groups
        for at in range(0, len(group.lines), MOST)
    )


class ReadingView(QDialog):
    """Pages of headings: arrows go to and fro, Escape leaves."""

    def __init__(self, pages: Sequence[Sheet], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = tuple(pages)
        self._at = 0
        self._theme = theme
        self.setWindowTitle("念给领导听")
        self._tell()

    @property
    def page(self) -> Sheet:
        """The page that is shown."""
        return self._pages[self._at]

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(self._pages) - 1)
        self._tell()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName("念给领导听")
        read = [self.page.parent, *(number + text for number, text in self.page.lines)]
        self.setAccessibleDescription("\n".join(filter(None, read)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _FORTH:
            self._go(self._at + 1)
        elif key in _BACK:
            self._go(self._at - 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self._pages) - 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go(self._at + (1 if event.button() == Qt.MouseButton.LeftButton else -1))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = page_colours(self._theme.dark)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.page)
        room = self._room()
        blocks = self._laid_out(room, self._size(room))
        down = max(0, (room.height() - blocks[-1][0].bottom() + room.top()) // 2)
        for area, text, font, quiet in blocks:
            painter.setFont(font)
            painter.setPen(colours.quiet if quiet else colours.text)
            painter.drawText(area.translated(0, down), _LEFT, text)
        painter.setFont(self.font())
        painter.setPen(colours.quiet)
        foot = self.rect().adjusted(0, 0, 0, -24)
        told = "" if len(self._pages) == 1 else f"{self._at + 1} / {len(self._pages)}　　← → 翻页　　"
        painter.drawText(
            foot, int((Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom).value), f"{told}Esc 退出"
        )

    def _room(self) -> QRect:
        side = max(48, self.width() // 10)
        return self.rect().adjusted(side, self.height() // 10, -side, -self.height() // 8)

    def lowest(self) -> int:
        """How far down the page that is shown reaches, in pixels, were it to begin at the top of its room."""
        room = self._room()
        return self._laid_out(room, self._size(room))[-1][0].bottom()

    def _size(self, room: QRect) -> int:
        """The largest type in which the page fits."""
        sizes = range(_LARGEST, _SMALLEST, -2)
        return next(
            (size for size in sizes if self._laid_out(room, size)[-1][0].bottom() <= room.bottom()), _SMALLEST
        )

    def _laid_out(self, room: QRect, size: int) -> list[tuple[QRect, str, QFont, bool]]:
        """Where each text goes, in which font, and whether in the quiet colour."""
        large, small = _font(self.font(), size), _font(self.font(), round(size * 0.6))
        indent = (
            max(QFontMetrics(large).horizontalAdvance(number) for number, _ in self.page.lines) + size // 3
        )
        found: list[tuple[QRect, str, QFont, bool]] = []
        top = room.top()
        if self.page.parent:
            area = _area(QRect(room.left(), top, room.width(), room.height()), small, self.page.parent)
            found.append((area, self.page.parent, small, True))
            top = area.bottom() + size
        for number, text in self.page.lines:
            area = _area(QRect(room.left() + indent, top, room.width() - indent, room.height()), large, text)
            found.append((QRect(room.left(), top, indent, area.height()), number, large, True))
            found.append((area, text, large, False))
            top = area.bottom() + round(size * 0.7)
        return found


def _font(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    return made


def _area(room: QRect, font: QFont, text: str) -> QRect:
    """What a text takes of a room, from its top."""
    needed = QFontMetrics(font).boundingRect(QRect(0, 0, room.width(), 1 << 20), _LEFT, text)
    return QRect(room.left(), room.top(), room.width(), needed.height())
