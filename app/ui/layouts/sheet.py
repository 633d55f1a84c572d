"""Sheets of paper as a layout has them: one page, or two side by side, as large as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.layouts.model import Layout
from app.layouts.words import number_text
from app.ui.early import fill
from app.ui.editor.colours import page_colours
from app.ui.layouts.typesetting import SetPage, page_font, units

_AROUND, _BETWEEN = 12, 10
"""Pixels about and between sheets."""
_GRID = QColor(120, 150, 200, 90)
_EDGE_OF_TEXT = QColor(120, 150, 200, 200)
_CROP = 30
"""Units of the corner marks of the type area."""


class Sheets(QWidget):
    """Paints the pages from one number on; `describe` says in words what is seen."""

    def __init__(self, dark: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dark = dark
        self._layout: Layout | None = None
        self._pages: Sequence[SetPage] = ()
        self._first, self._count, self._total = 1, 1, 1
        self._grid = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setAccessibleName("纸样")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(560, 620)

    def show_pages(self, layout: Layout, pages: Sequence[SetPage], total: int) -> None:
        """Show these pages, the first of them page 1; `total` is how many the speech has, about."""
        self._layout, self._pages, self._total = layout, pages, total
        self._describe()
        self.update()

    def look_at(self, first: int, count: int) -> None:
        """See `count` pages from number `first` on."""
        self._first, self._count = first, count
        self._describe()
        self.update()

    def show_grid(self, shown: bool) -> None:
        """Show where the lines and characters of a page stand, or not."""
        self._grid = shown
        self.update()

    def texts(self) -> list[list[str]]:
        """The lines of each page that is seen."""
        return [page.texts() for page in self._seen()]

    def edges(self) -> list[tuple[str, str]]:
        """What stands above and below the text of each page that is seen."""
        if self._layout is None:
            return []
        return [(self._header(number), self._footer(number)) for number in self._numbers()]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, self.rect(), page_colours(self._dark).ground)
        if self._layout is None:
            return
        scale, x, y = self._place(self._layout)
        seen = self._seen()
        for at, number in enumerate(self._numbers()):
            painter.save()
            painter.translate(x + at * (units(self._layout.page.width) * scale + _BETWEEN), y)
            painter.scale(scale, scale)
            self._paint_sheet(painter, self._layout, number, seen[at] if at < len(seen) else SetPage())
            painter.restore()

    # What is painted

    def _numbers(self) -> range:
        return range(self._first, self._first + self._count)

    def _seen(self) -> Sequence[SetPage]:
        return self._pages[self._first - 1 : self._first - 1 + self._count]

    def _place(self, layout: Layout) -> tuple[float, float, float]:
        """The scale of the sheets, and where the first one's corner is."""
        width, height = units(layout.page.width), units(layout.page.height)
        room = self.width() - 2 * _AROUND - (self._count - 1) * _BETWEEN
        scale = min(room / (self._count * width), (self.height() - 2 * _AROUND) / height)
        taken = self._count * width * scale + (self._count - 1) * _BETWEEN
        return scale, (self.width() - taken) / 2, (self.height() - height * scale) / 2

    def _paint_sheet(self, painter: QPainter, layout: Layout, number: int, page: SetPage) -> None:
        colours = page_colours(self._dark)
        paper = QRectF(0, 0, units(layout.page.width), units(layout.page.height))
        painter.fillRect(paper, colours.page)
        painter.setPen(_hair(colours.edge))
        painter.drawRect(paper)
        area = _type_area(layout, number)
        if self._grid:
            _paint_grid(painter, layout, area)
        _paint_corners(painter, area)
        painter.setPen(colours.text)
        for line in page.lines:
            found = line.text.lineAt(line.index)
            shift = (line.height - found.height()) / 2
            found.draw(painter, QPointF(area.left(), area.top() + line.top + shift))
        self._paint_edges(painter, layout, number, area)

    def _paint_edges(self, painter: QPainter, layout: Layout, number: int, area: QRectF) -> None:
        header, page_number = layout.header, layout.page_number
        even = number % 2 == 0
        text = self._header_text(number)
        if text:
            shared = page_number.edge == "header" and page_number.placement != "none"
            size = max(header.size, page_number.size if shared else 0)
            box = QRectF(area.left(), units(layout.header_edge), area.width(), units(size * 10))
            painter.setFont(page_font(header.font, header.size))
            painter.drawText(box, _flag(header.alignment, even), text)
            if header.rule:
                line = box.bottom() + units(20)
                painter.drawLine(QLineF(box.left(), line, box.right(), line))
        shown = self._number(number)
        if shown:
            height = units(page_number.size * 10)
            top = units(layout.header_edge)
            if page_number.edge == "footer":
                top = units(layout.page.height - layout.footer_edge) - height
            inward = units(round(page_number.indent * page_number.size / 10))
            left, right = (inward, inward) if page_number.placement != "center" else (0.0, 0.0)
            box = QRectF(area.left() + left, top, area.width() - left - right, height)
            painter.setFont(page_font(page_number.font, page_number.size))
            painter.drawText(box, _flag(page_number.placement, even), shown)

    def _header_text(self, number: int) -> str:
        header = self._layout.header if self._layout else None
        return header.text if header and (header.first or number > 1) else ""

    def _number(self, number: int) -> str:
        found = self._layout.page_number if self._layout else None
        if found is None or found.placement == "none" or not (found.first or number > 1):
            return ""
        return number_text(found.form, number, max(self._total, number))

    def _header(self, number: int) -> str:
        above = self._layout is not None and self._layout.page_number.edge == "header"
        return " ".join(filter(None, (self._header_text(number), self._number(number) if above else "")))

    def _footer(self, number: int) -> str:
        below = self._layout is not None and self._layout.page_number.edge == "footer"
        return self._number(number) if below else ""

    def _describe(self) -> None:
        numbers = "、".join(map(str, self._numbers()))
        lines = "；".join(
            f"第 {number} 面 {len(page.lines)} 行"
            for number, page in zip(self._numbers(), self._seen(), strict=False)
        )
        self.setAccessibleDescription(f"第 {numbers} 面。{lines}。")


def _type_area(layout: Layout, number: int) -> QRectF:
    """Where the type area is on a page: on even pages of a mirrored print the margins change sides."""
    page = layout.page
    left = page.right if page.mirrored and number % 2 == 0 else page.left
    return QRectF(units(left), units(page.top), units(page.text_width), units(page.text_height))


def _flag(place: str, even: bool) -> int:
    side = ("left" if even else "right") if place == "outside" else place
    flags = {
        "left": Qt.AlignmentFlag.AlignLeft,
        "center": Qt.AlignmentFlag.AlignHCenter,
        "right": Qt.AlignmentFlag.AlignRight,
    }
    return int(flags[side] | Qt.AlignmentFlag.AlignVCenter) | int(
        Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    )


def _paint_grid(painter: QPainter, layout: Layout, area: QRectF) -> None:
    """The lines and characters of a page, as many as truly fit."""
    painter.setPen(_hair(_GRID))
    pitch, width = units(layout.grid.pitch), units(layout.body.size * 10 + layout.grid.spacing)
    lines, characters = int(area.height() // pitch), int(area.width() // width)
    right, bottom = area.left() + characters * width, area.top() + lines * pitch
    for at in range(lines + 1):
        y = area.top() + at * pitch
        painter.drawLine(QLineF(area.left(), y, right, y))
    for at in range(characters + 1):
        x = area.left() + at * width
        painter.drawLine(QLineF(x, area.top(), x, bottom))


def _paint_corners(painter: QPainter, area: QRectF) -> None:
    """Marks at the corners of the type area, as Word has them."""
    painter.setPen(_hair(_EDGE_OF_TEXT))
    for x, outward in ((area.left(), -1), (area.right(), 1)):
        for y, away in ((area.top(), -1), (area.bottom(), 1)):
            painter.drawLine(QLineF(x, y, x + outward * _CROP, y))
            painter.drawLine(QLineF(x, y, x, y + away * _CROP))


def _hair(colour: QColor | str) -> QPen:
    pen = QPen(QColor(colour))
    pen.setCosmetic(True)
    return pen
