"""One layer in the panel: its name, its bar, its headings, and what can be done where it is missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.core.kinds import Layer
from app.core.layers import LayerPart, LayerSection
from app.ui.editor.colours import page_colours
from app.ui.pieces import button, heading, label
from app.ui.sections.share_bar import ShareBar
from app.ui.theme import Theme, small_figures

REST, ALL = "不属于四层", "各节"
QUESTIONS = {
    Layer.UNDERSTANDING: "为什么做",
    Layer.SITUATION: "现在怎样",
    Layer.TASKS: "做什么",
    Layer.SAFEGUARDS: "靠什么落实",
}
"""What each layer answers (facts/standards.md §3.2)."""


class SectionButton(QPushButton):
    """One section of a layer: pressed, the cursor goes there. Its name is cut to the width, its count never."""

    def __init__(self, theme: Theme, faint: bool) -> None:
        """`faint` makes it grey: what belongs to no layer."""
        super().__init__()
        self.setObjectName("recent")
        self._theme, self._faint = theme, faint
        self._name = self._count = ""

    def show_section(self, section: LayerSection) -> None:
        """Show a section's heading, or its name where it has none, and its length."""
        self._name = f"{section.number}{section.text}" or "（未命名的节）"
        self._count = f"{section.characters:,}"
        self.setAccessibleName(f"{self._name}，{self._count} 字")
        self.setToolTip(f"{self._name}\n{self._count} 字")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        area = self.rect().adjusted(8, 0, -8, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.colours.faint)
        painter.setFont(small_figures(self.font()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | middle), self._count)
        area.setRight(area.right() - painter.fontMetrics().horizontalAdvance(self._count) - 12)
        painter.setFont(self.font())
        painter.setPen(self._theme.colours.faint if self._faint else self._theme.colours.text)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | middle), name)


class LayerGroup(QWidget):
    """Shows one part of `layer_parts`. `went_to` tells the section's block that the writer wants to see."""

    went_to = Signal(int)
    insert_wanted = Signal()

    def __init__(self, layer: Layer | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer, self._theme = layer, theme
        self._name = heading(layer.value if layer else REST)
        self._name.setWordWrap(False)
        self._asks = label(QUESTIONS[layer] if layer else "", "faint", wrap=False)
        # Cut off rather than making the panel wider than there is room.
        self._asks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._figures = QLabel()
        self._bar = ShareBar(theme)
        if layer is None:
            # Never `setVisible(True)` here: without a parent it would open as a window and take the focus.
            self._bar.hide()
        self._missing = label("还没有写。", "warning", wrap=False)
        self.insert = button("插入…", self.insert_wanted.emit)
        self.insert.setAccessibleName(f"插入{layer.value}层的模板" if layer else "插入模板")
        self._order = label("这一层排到了后面的层之后，请看看顺序。", "warning")
        self.rows: list[SectionButton] = []
        self._indices: list[int] = []
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name)
        top.addWidget(self._asks, 1)
        top.addWidget(self._figures)
        missing = QHBoxLayout()
        missing.addWidget(self._missing)
        missing.addStretch(1)
        missing.addWidget(self.insert)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addLayout(missing)
        column.addLayout(self._sections)
        column.addWidget(self._order)

    def show_part(self, part: LayerPart, full: int, layered: bool) -> None:
        """Show how it stands; `full` is the percent of the widest bar, `layered` whether the speech has layers."""
        if self._layer is None:
            self._name.setText(REST if layered else ALL)
        self._figures.setVisible(layered)
        usual = "" if part.usual is None or self._layer is None else f"　平时 {part.usual}%"
        self._figures.setText(f"{part.share}%{usual}")
        self._figures.setAccessibleName(f"占全篇 {part.share}%{usual}")
        if self._layer is not None:
            colour = page_colours(self._theme.dark).layers[self._layer]
            self._bar.show_share(part.share, part.usual, full, colour)
        self._missing.setVisible(part.missing)
        self.insert.setVisible(part.missing)
        self._order.setVisible(any(section.out_of_order for section in part.sections))
        self._show_sections(part.sections)
        self.setVisible(layered if self._layer is not None else bool(part.sections))

    def _show_sections(self, sections: tuple[LayerSection, ...]) -> None:
        while len(self.rows) > len(sections):
            row = self.rows.pop()
            self._sections.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(sections):
            self._add_row(len(self.rows))
        self._indices = [section.index for section in sections]
        for row, section in zip(self.rows, sections, strict=True):
            row.show_section(section)

    def _add_row(self, at: int) -> None:
        row = SectionButton(self._theme, self._layer is None)
        row.clicked.connect(lambda _=False: self.went_to.emit(self._indices[at]))
        self.rows.append(row)
        self._sections.addWidget(row)

    def told(self) -> str:
        """What it says, for reading out and for tests."""
        said = [
            self._name.text(),
            *([] if self._figures.isHidden() else [self._figures.text()]),
            *([] if self._missing.isHidden() else [self._missing.text()]),
            *(row.accessibleName() for row in self.rows),
            *([] if self._order.isHidden() else [self._order.text()]),
        ]
        return "\n".join(said)
