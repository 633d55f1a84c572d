"""表格: the rows of the sheet, or what belongs there while there is none."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.importing.sheets.sheet import Row, Sheet
from app.ui.from_table.row_model import RowModel
from app.ui.pieces import button, heading, label
from app.ui.theme import Theme

_FIRST_COLUMN, _WIDEST = 104, 220
_MEASURED = 30
"""Rows by which columns get their width."""
_AROUND = 36
"""Pixels on both sides of the text of a cell."""
_HELP = "第一行写列名，用事实的名称（会议名称、会议日期、议程……）；下面一行写一份稿子。.xlsx、.csv 都行，也可以拖进来。"


class _Rows(QTableView):
    """Space ticks the current row, in whichever column one stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model, index = self.model(), self.currentIndex()
        if event.key() == Qt.Key.Key_Space and isinstance(model, RowModel) and index.isValid():
            model.turn(index)
        else:
            super().keyPressEvent(event)


class RowTable(QWidget):
    """`looked_at` tells that another row is the current one, `ticked` that others are wanted."""

    looked_at = Signal()
    ticked = Signal()
    file_wanted = Signal()
    blank_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = RowModel(theme.colours.warning, self)
        self.model.ticked.connect(self.ticked)
        self.view = _Rows()
        self.view.setObjectName("rows")
        self.view.setModel(self.model)
        self.view.setAccessibleName("表格里的行")
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setWordWrap(False)
        self.view.setShowGrid(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.verticalHeader().setDefaultSectionSize(30)
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self.looked_at.emit())
        self.all = button("全选", lambda: self.model.tick_all(True), "link")
        self.none = button("全不选", lambda: self.model.tick_all(False), "link")
        self._told = label("", "faint", wrap=False)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing())
        self._pages.addWidget(self._table())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self._pages)

    def _nothing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 24, 24, 0)
        column.setSpacing(12)
        column.addWidget(heading("一张表，一行一份讲话稿", 1.5))
        column.addWidget(label(_HELP))
        first = QHBoxLayout()
        first.addWidget(button("选择表格…", self.file_wanted.emit))
        first.addStretch(1)
        column.addLayout(first)
        column.addSpacing(12)
        for text, name, deed in (
            ("还没有表？存一张空表，列名已经写好，用 Excel 或 WPS 填。", "存一张空表…", self.blank_wanted),
            ("想先看看是什么样：十二个支部会议的主持词。", "看样表", self.sample_wanted),
        ):
            column.addWidget(label(text, "faint"))
            row = QHBoxLayout()
            row.addWidget(button(name, deed.emit))
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
        return page

    def _table(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._told)
        row.addStretch(1)
        row.addWidget(self.all)
        row.addWidget(self.none)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        return page

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show the rows, the first of them current; None says what belongs here."""
        self.model.show_sheet(sheet)
        self._pages.setCurrentIndex(0 if sheet is None else 1)
        if sheet is None:
            return
        self.view.setColumnWidth(0, _FIRST_COLUMN)
        for at, name in enumerate(sheet.columns):
            self.view.setColumnWidth(
                at + 1, self._width([name, *(row.cells[at] for row in sheet.rows[:_MEASURED])])
            )
        self.view.selectRow(0)

    def _width(self, texts: Iterable[str]) -> int:
        """How wide a column of these is, by the longest of them: Qt's own way asks for everything of every cell."""
        widest = max(texts, key=lambda text: len(text.encode("gb18030", "replace")))
        return min(self.view.fontMetrics().horizontalAdvance(" ".join(widest.split())) + _AROUND, _WIDEST)

    def say(self, text: str) -> None:
        """Tell below the rows how many are wanted."""
        self._told.setText(text)

    @property
    def row(self) -> Row | None:
        """The current row."""
        return self.model.row_at(self.view.currentIndex())

    def step(self, by: int) -> None:
        """Go to another row."""
        at = min(max(self.view.currentIndex().row() + by, 0), self.model.rowCount() - 1)
        index: QModelIndex = self.model.index(at, max(self.view.currentIndex().column(), 0))
        self.view.setCurrentIndex(index)
