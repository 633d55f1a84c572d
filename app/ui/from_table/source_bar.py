"""Which occasion, which file, which of its sheets, and which row names the columns."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from app.importing.sheets.sheet import Book
from app.templating.occasion import Occasion
from app.ui.pieces import button, label

_MOST_HEADER = 99_999


class SourceBar(QWidget):
    """`occasion_chosen` tells an ID, `file_wanted` that a file is to be chosen, `sheet_chosen` that another is meant."""

    occasion_chosen = Signal()
    file_wanted = Signal()
    sheet_chosen = Signal()
    header_chosen = Signal()

    def __init__(self, occasions: Iterable[Occasion]) -> None:
        super().__init__()
        self.occasions = QComboBox()
        self.offer(occasions)
        self.choose = button("选择表格…", self.file_wanted.emit)
        self.file = label("还没有选表格", "faint", wrap=False)
        self.sheets = QComboBox()
        self.sheets.setMinimumWidth(120)
        self.header = QSpinBox(minimum=1, maximum=_MOST_HEADER)
        self.header.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.header.setFixedWidth(64)
        self._lay_out()
        self.show_book(None, None)
        self.occasions.activated.connect(self.occasion_chosen)
        self.sheets.activated.connect(self.sheet_chosen)
        self.header.valueChanged.connect(self.header_chosen)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        self._of_sheet: list[QWidget] = []
        for column, (name, widget) in enumerate(
            (("场合", self.occasions), ("工作表", self.sheets), ("列名在第几行", self.header))
        ):
            named = QLabel(name)
            named.setBuddy(widget)
            widget.setAccessibleName(name)
            place = (0, 4, 6)[column]
            grid.addWidget(named, 0, place)
            grid.addWidget(widget, 0, place + 1)
            self._of_sheet += [named, widget] if column else []
        grid.addWidget(self.choose, 0, 2)
        grid.addWidget(self.file, 0, 3)
        grid.setColumnStretch(3, 1)
        # As they stand, from left to right.
        for before, after in pairwise((self.occasions, self.choose, self.sheets, self.header)):
            self.setTabOrder(before, after)

    def offer(self, occasions: Iterable[Occasion]) -> None:
        """Offer these occasions; the chosen one stays chosen."""
        chosen = self.occasion
        with QSignalBlocker(self.occasions):
            self.occasions.clear()
            for occasion in occasions:
                self.occasions.addItem(occasion.name, occasion.id)
            self.occasions.setCurrentIndex(max(0, self.occasions.findData(chosen)))

    @property
    def occasion(self) -> str:
        """The ID of the chosen occasion."""
        return str(self.occasions.currentData() or "")

    def choose_occasion(self, occasion_id: str) -> None:
        """Choose the occasion of that ID, if there is one."""
        self.occasions.setCurrentIndex(max(0, self.occasions.findData(occasion_id)))

    def show_book(self, path: Path | None, book: Book | None) -> None:
        """Say which file was read, and offer its sheets."""
        self.file.setText(path.name if path else "还没有选表格")
        self.file.setToolTip(str(path or ""))
        with QSignalBlocker(self.sheets):
            self.sheets.clear()
            for at, grid in enumerate(book.grids if book else ()):
                self.sheets.addItem(grid.name or "表", at)
        for widget in self._of_sheet:
            widget.setVisible(book is not None)
        for widget in self._of_sheet[:2]:
            widget.setVisible(book is not None and len(book.grids) > 1)

    def show_header(self, number: int) -> None:
        """Say which row names the columns."""
        with QSignalBlocker(self.header):
            self.header.setValue(number)
