"""How many lines and characters a page has: counted from a pitch, or the pitch from them."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.layouts.fitting import characters_of, lines_of, most_of, page_words
from app.layouts.model import Layout
from app.layouts.sources import source_of, weight_of
from app.layouts.values import points
from app.ui.layouts.boxes import plain, spin_box
from app.ui.pieces import button, label

_STANDARD = (22, 28)
_WIDTH = 168


class LinesPage(QWidget):
    """The page's lines. `counted` gives lines and characters, `fixed` 行距 or 字距 with its points."""

    counted = Signal(int, int)
    fixed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.way = QComboBox()
        self.way.addItems(["定行数和字数，行距由程序算", "定行距，行数由程序算"])
        self.lines, self.characters = spin_box("行", 1, 100, 1), spin_box("字", 1, 100, 1)
        self.characters.setDecimals(0)
        self.pitch, self.spacing = spin_box("磅", 8, 120, 0.5), spin_box("磅", -4, 20, 0.05)
        self.found, self.tag = label(), label("", "faint")
        self.back = button("回到标准", lambda: self.counted.emit(*_STANDARD), "link")
        self._lay_out()
        for spin in (self.lines, self.characters):
            spin.valueChanged.connect(self._count)
        self.pitch.valueChanged.connect(lambda value: self.fixed.emit("行距", plain(value)))
        self.spacing.valueChanged.connect(lambda value: self.fixed.emit("字距", plain(value)))
        self.way.setAccessibleName("怎么定")
        self.way.currentIndexChanged.connect(self._turn)
        self._turn()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget] | QWidget, ...] = (
            self.way,
            ("每面", self.lines),
            ("每行", self.characters),
            ("行距（固定值）", self.pitch),
            ("正文每字放宽", self.spacing),
        )
        for at, row in enumerate(rows):
            if isinstance(row, QWidget):
                grid.addWidget(row, at, 0, 1, 2)
                continue
            name = QLabel(row[0])
            name.setBuddy(row[1])
            row[1].setAccessibleName(row[0])
            row[1].setFixedWidth(_WIDTH)
            grid.addWidget(name, at, 0)
            grid.addWidget(row[1], at, 1)
        grid.setColumnStretch(2, 1)
        self.spacing.setToolTip("负数是收紧")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self.found)
        column.addWidget(self.tag)
        column.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_layout(self, layout: Layout, standard: Layout) -> None:
        """Show what a layout has, and what comes of it."""
        grid, body = layout.grid, layout.body
        lines = lines_of(layout.page, grid.pitch)
        characters = characters_of(layout.page, body.size, grid.spacing)
        most_lines, most_characters = most_of(layout.page, body.size)
        # What a narrower page took before must not keep the value of this one down.
        for spin, most in ((self.lines, most_lines), (self.characters, most_characters)):
            with QSignalBlocker(spin):
                spin.setMaximum(max(1, min(100, most)))
        for spin, value in (
            *((self.lines, lines), (self.characters, characters)),
            *((self.pitch, grid.pitch / 20), (self.spacing, grid.spacing / 20)),
        ):
            if plain(spin.value()) != plain(value):
                with QSignalBlocker(spin):
                    spin.setValue(value)
        self.found.setText(
            f"{page_words(layout)}：行距 {points(grid.pitch)} 磅，正文字距 {points(grid.spacing)} 磅。\n"
            f"这样的纸和字号，最多排 {most_lines} 行，每行最多 {most_characters} 字。"
        )
        same = (lines, characters) == (standard.grid.lines, standard.grid.characters)
        source = source_of("grid", "行数")
        clause = f" {source.clause}" if same else ""
        self.tag.setText(f"{weight_of('grid', '行数', same)}{clause}　{source.says}")
        self.tag.setToolTip(str(source))
        self.back.setVisible(not same)

    def _turn(self) -> None:
        by_count = self.way.currentIndex() == 0
        for spin in (self.lines, self.characters):
            spin.setEnabled(by_count)
        for spin in (self.pitch, self.spacing):
            spin.setEnabled(not by_count)

    def _count(self) -> None:
        self.counted.emit(int(self.lines.value()), int(self.characters.value()))
