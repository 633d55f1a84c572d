"""The rows of a sheet as a table, with ticks and marks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester

from app.jobs.table.answering import Fault
from app.ui.from_table.row_model import RowModel
from tests.jobs.table.tables import sheet

SHEET = sheet(["会议名称", "会议日期"], ["甲会\n续", "2025-3-5"], ["乙会", "明天"])
WRONG = QColor("#96590C")


@pytest.fixture
def model(qtbot) -> RowModel:
    found = RowModel(WRONG)
    tester = QAbstractItemModelTester(found, QAbstractItemModelTester.FailureReportingMode.Fatal)
    found.show_sheet(SHEET)
    assert tester.model() is found
    return found


def text(model: RowModel, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.data(model.index(row, column), role)


def test_a_row_says_its_number_and_its_cells_on_one_line(model: RowModel) -> None:
    assert [[text(model, row, column) for column in range(3)] for row in range(2)] == [
        ["2", "甲会 续", "2025-3-5"],
        ["3", "乙会", "明天"],
    ]
    across = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert across == ["行", "会议名称", "会议日期"]


def test_rows_that_are_not_ticked_are_not_wanted(model: RowModel) -> None:
    assert model.wanted is None
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert model.wanted == {3}
    model.tick_all(False)
    assert model.wanted == frozenset()
    model.tick_all(True)
    assert model.wanted is None


def test_a_cell_that_cannot_be_read_is_marked_with_its_row_and_says_why(model: RowModel) -> None:
    model.show_faults({3: (Fault(3, "会议日期", "明天", "不是日期。", "写成 2025年5月31日。"),)})
    marked = [
        (row, column)
        for row in range(2)
        for column in range(3)
        if text(model, row, column, Qt.ItemDataRole.ForegroundRole) == WRONG
    ]
    assert marked == [(1, 0), (1, 2)]
    assert [text(model, row, 0) for row in range(2)] == ["2", "3 有误"]
    assert "2025年5月31日" in str(text(model, 1, 2, Qt.ItemDataRole.ToolTipRole))
    assert "不是日期" in str(text(model, 1, 2, Qt.ItemDataRole.AccessibleTextRole))


def test_no_sheet_is_an_empty_table(model: RowModel) -> None:
    model.show_sheet(None)
    assert (model.rowCount(), model.columnCount()) == (0, 0)
