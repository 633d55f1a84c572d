"""What the columns are called, and which rows are below."""

import pytest

from app.core.errors import ReadError
from app.importing.sheets.sheet import Grid, Line, believed, letters, likely_header, sheet_of


def grid(*lines: tuple[str, ...]) -> Grid:
    return Grid("", tuple(enumerate(lines, 1)))


def test_a_title_above_the_names_of_the_columns_is_passed_over() -> None:
    sheet = sheet_of(grid(("2025年会议安排表",), ("会议名称", "会议日期", "会议地点"), ("甲", "乙", "丙")))
    assert (sheet.header, sheet.columns) == (2, ("会议名称", "会议日期", "会议地点"))
    assert [(row.number, row.cells) for row in sheet.rows] == [(3, ("甲", "乙", "丙"))]


def test_a_sheet_of_one_column_is_named_by_its_first_row() -> None:
    assert sheet_of(grid(("会议名称",), ("甲",), ("乙",))).columns == ("会议名称",)


def test_the_writer_may_say_which_row_names_the_columns() -> None:
    assert sheet_of(grid(("甲", "乙"), ("丙", "丁"), ("戊", "己")), 2).columns == ("丙", "丁")


def test_columns_without_a_name_or_with_the_same_are_told_apart() -> None:
    sheet = sheet_of(grid(("备注", "", "备 注", "备注"), ("1", "2", "3", "4", "5")))
    assert sheet.columns == ("备注", "第B列", "备注（2）", "备注（3）", "第E列")


def test_the_name_of_a_column_is_no_longer_than_a_line() -> None:
    assert len(sheet_of(grid(("(" * 9_999, "乙"), ("1", "2"))).columns[0]) == 60


def test_every_row_is_as_wide_as_the_widest() -> None:
    assert sheet_of(grid(("甲", "乙"), ("1",), ("1", "2", "3"))).rows[0].cells == ("1", "", "")


@pytest.mark.parametrize(
    ("found", "header", "said"),
    [
        (grid(), None, "什么也没有"),
        (grid(("甲",)), None, "下面没有内容"),
        (grid(("甲",), ("乙",)), 7, "第 7 行是空的"),
    ],
)
def test_where_there_is_nothing_it_is_said(found: Grid, header: int | None, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        sheet_of(found, header)


def test_the_row_of_names_is_the_first_that_fills_half_of_the_columns() -> None:
    lines: tuple[Line, ...] = ((3, ("填表人", "×××")), (5, ("甲", "乙", "丙", "丁", "戊")), (6, ("1",)))
    assert likely_header(Grid("", lines)) == 5


def test_empty_rows_and_blanks_about_cells_are_left_out() -> None:
    assert list(believed([(1, ["", " "]), (2, [" 甲　", ""])], "表")) == [(2, ("甲",))]


def test_columns_are_lettered_as_in_spreadsheet_programs() -> None:
    assert [letters(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
