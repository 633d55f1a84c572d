"""Names of files: what the pattern says, on every system, none twice."""

from pathlib import Path

import pytest

from app.core.errors import UsageError
from app.core.markup import parse_markup
from app.jobs.table.naming import check_pattern, free_name, row_name
from tests.jobs.table.tables import sheet

SHEET = sheet(["支部", "标题"], ["第一/支部", "甲"], ["CON", ""])
DRAFT = parse_markup("@标题 在××会议上的讲话\n@日期 （2025年3月5日）\n正文。\n")


def name(pattern: str, row: int = 0, number: int = 3, of: int = 12) -> str:
    return row_name(pattern, SHEET, SHEET.rows[row], DRAFT, number, of)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{序号} {支部}", "03 第一-支部"),
        ("{ 支部 }（{稿次}）{月日}", "第一-支部3月5日"),
        ("{标题}", "甲"),
        ("{支部}:*?", "第一-支部：＊？"),
        ("{支部}\n讲话", "第一-支部讲话"),
    ],
)
def test_words_and_columns_are_put_in(pattern: str, said: str) -> None:
    assert name(pattern) == said


def test_names_that_a_system_keeps_for_itself_or_that_are_empty_are_others() -> None:
    assert name("{支部}", 1) == "CON-"
    assert name("{标题}", 1) == "讲话稿"


def test_a_long_name_is_cut() -> None:
    found = sheet(["甲"], ["长" * 300])
    assert len(row_name("{甲}", found, found.rows[0], DRAFT, 1, 1).encode()) <= 200


@pytest.mark.parametrize(
    ("pattern", "said"), [("{部支}", "是不是“支部”"), ("讲话稿", "每份都一样"), ("{支部}{", "不成对")]
)
def test_a_pattern_that_cannot_be_is_refused(pattern: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        check_pattern(pattern, SHEET.columns)


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(b"former")
    taken: set[str] = set()
    suffixes = [".siceng", ".docx"]
    assert [free_name("甲", tmp_path, suffixes, taken, overwrite=False) for _ in range(2)] == [
        "甲（2）",
        "甲（3）",
    ]
    assert [free_name(each, tmp_path, suffixes, taken, overwrite=True) for each in ("甲", "Ab", "aB")] == [
        "甲",
        "Ab",
        "aB（2）",
    ]
