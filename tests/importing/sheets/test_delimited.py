"""Text files of sheets: every encoding and mark between the cells that programs in China write."""

import pytest

from app.core.errors import ReadError
from app.importing.sheets.reader import read_book
from app.importing.sheets.sheet import Line

ROWS = "会议名称{0}会议日期\n“全市”会议{0}2025-3-5\n"
READ = ((1, ("会议名称", "会议日期")), (2, ("“全市”会议", "2025-3-5")))


def lines(text: str | bytes) -> tuple[Line, ...]:
    return read_book(text if isinstance(text, bytes) else text.encode(), "表.csv").grids[0].lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_encoding_and_mark_are_found_out(encoding: str, between: str) -> None:
    assert lines(ROWS.format(between).encode(encoding)) == READ


def test_line_ends_are_those_of_any_system() -> None:
    assert (
        lines(ROWS.format(",").replace("\n", "\r\n")) == lines(ROWS.format(",").replace("\n", "\r")) == READ
    )


def test_a_quoted_cell_may_have_marks_line_ends_and_quotes() -> None:
    assert lines('议程,备注\n"甲,乙\n丙","他说""好"""\n丁,戊\n') == (
        (1, ("议程", "备注")),
        (2, ("甲,乙\n丙", '他说"好"')),
        (3, ("丁", "戊")),
    )


def test_a_quote_within_a_cell_is_a_quote() -> None:
    assert lines('甲,乙\n3"管,"丙"丁\n')[1][1] == ('3"管', "丙丁")


def test_rows_are_counted_as_spreadsheet_programs_do() -> None:
    assert [number for number, _ in lines("甲,乙\n\n,\n1,2\n")] == [1, 4]


def test_what_the_file_says_of_its_mark_is_obeyed_and_no_row() -> None:
    assert lines("sep=;\n甲;乙，丙,丁\n1;2\n") == ((1, ("甲", "乙，丙,丁")), (2, ("1", "2")))


def test_one_column_needs_no_mark() -> None:
    assert lines("会议名称\n甲、乙\n") == ((1, ("会议名称",)), (2, ("甲、乙",)))


def test_the_guard_before_what_looks_like_a_formula_is_not_read() -> None:
    assert lines("甲,乙\n'=1,'丙\n")[1][1] == ("=1", "'丙")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "另存为 .xlsx"),
        ('甲,乙\n1,"2\n3,4\n'.encode(), "第 2 行.*引号"),
        (bytes(range(256)) * 100, "不是文字文件"),
        ("甲,乙\n".encode() + b"1,2\n" * 5_001, "5,000 行"),
        (b"1,2\n" * 200_000, "5,000 行"),
        (("甲," * 101 + "乙\n").encode(), "100 列"),
        (b"," * 1_000_000, "100 列"),
        ("甲,乙\n1,".encode() + b"2" * 20_001, "20,000 字"),
        (b"a" * 6_000_000, "5 MB"),
    ],
    ids=["empty", "old", "quote", "binary", "rows", "many", "columns", "commas", "cell", "bytes"],
)
def test_what_is_no_table_or_too_large_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read_book(data, "表.csv")


def test_five_thousand_rows_are_read() -> None:
    assert len(lines("甲,乙\n".encode() + b"1,2\n" * 5_000)) == 5_001
