"""`siceng new --table`: a draft and a Word file for each row, and a status that says whether all were made."""

from pathlib import Path

import pytest

from app.core.facts import Person
from app.storage.siceng_file import read_siceng
from tests.cli.conftest import Siceng, one_chinese_line

ROOT = Path(__file__).resolve().parents[2]
NEW = ("new", "--occasion", "主持词")
TABLE = "会议名称,会议时间,主持人姓名,备注\n甲会,2025-3-5,×××,一\n乙会,2025-3-6,×××,二\n"


@pytest.fixture
def table(folder: Path) -> Path:
    path = folder / "表.csv"
    path.write_text(TABLE, encoding="gb18030")
    return path


def test_each_row_is_a_draft_and_a_word_file(siceng: Siceng, folder: Path, table: Path) -> None:
    done = siceng(*NEW, "--table", "表.csv", "--set", "工作名称=党建", "-o", "出")
    assert done.code == 0
    assert sorted(path.name for path in (folder / "出").iterdir()) == [
        "1 甲会主持词.docx",
        "1 甲会主持词.siceng",
        "2 乙会主持词.docx",
        "2 乙会主持词.siceng",
    ]
    assert done.out.count("\n") == 4 and done.out.startswith("第 2 行 → ")
    facts = read_siceng(folder / "出" / "2 乙会主持词.siceng").draft.facts
    assert (facts.get("会议名称"), facts.get("工作名称"), facts.get("主持人")) == (
        "乙会",
        "党建",
        Person("×××"),
    )


def test_a_column_that_is_not_sure_is_not_used_but_offered(siceng: Siceng, folder: Path, table: Path) -> None:
    table.write_text(TABLE.replace("会议时间", "日期"), encoding="utf-8")
    done = siceng(*NEW, "--table", "表.csv", "-o", "出", "--format", "siceng")
    assert (
        done.code == 0 and "--column 日期=会议日期" in done.err and "“日期”、“备注”这几列没有用。" in done.err
    )
    assert "会议日期" not in read_siceng(folder / "出" / "1 甲会主持词.siceng").draft.facts


def test_columns_and_names_of_files_are_as_they_were_said(siceng: Siceng, folder: Path, table: Path) -> None:
    more = [
        "--column",
        "备注=会议地点",
        "--column",
        "主持人姓名=",
        "--name",
        "{备注}-{月日}",
        "--format",
        "docx",
    ]
    assert siceng(*NEW, "--table", "表.csv", "-o", "出", *more).code == 0
    assert sorted(path.name for path in (folder / "出").iterdir()) == ["一-3月5日.docx", "二-3月6日.docx"]


def test_a_bad_row_is_named_and_the_rest_is_made(siceng: Siceng, folder: Path, table: Path) -> None:
    table.write_text(TABLE.replace("2025-3-5", "明天"), encoding="utf-8")
    done = siceng(*NEW, "--table", "表.csv", "-o", "出", "--format", "siceng")
    assert done.code == 5
    assert "第 2 行“会议时间”：“会议日期”写的“明天”不是日期。写成 2025年5月31日" in done.err
    assert sorted(path.name for path in (folder / "出").iterdir()) == [
        "2 乙会主持词.siceng",
        "没有生成的行.csv",
    ]


def test_a_second_run_replaces_only_with_force(siceng: Siceng, folder: Path, table: Path) -> None:
    words = (*NEW, "--table", "表.csv", "-o", "出", "--format", "siceng")
    assert [siceng(*words, *more).code for more in ([], [], ["--force"])] == [0, 0, 0]
    assert sorted(path.name for path in (folder / "出").glob("*.siceng")) == [
        "1 甲会主持词.siceng",
        "1 甲会主持词（2）.siceng",
        "2 乙会主持词.siceng",
        "2 乙会主持词（2）.siceng",
    ]


def test_the_sheet_that_comes_with_the_program_makes_twelve(siceng: Siceng, folder: Path) -> None:
    sample = ROOT / "templates" / "tables" / "zhuchici.csv"
    done = siceng(*NEW, "--table", str(sample), "-o", "出", "--format", "siceng")
    assert (done.code, len(list((folder / "出").iterdir()))) == (0, 12)
    assert "没有用" not in done.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--table", "没有.csv"], 3, "没有.csv"),
        (["--table", "."], 3, "文件夹"),
        (["--table", "稿.md"], 2, "没有一列"),
        (["--table", "表.csv", "--sheet", "第二张"], 2, "第二张"),
        (["--table", "表.csv", "--header", "9"], 3, "第 9 行"),
        (["--table", "表.csv", "--column", "会议时间"], 2, "列名=事实"),
        (["--table", "表.csv", "--column", "会时=会议日期"], 2, "是不是“会议时间”"),
        (["--table", "表.csv", "--column", "会议时间=会议日"], 2, "会议日期"),
        (["--table", "表.csv", "--column", "会议名称="], 2, "“会议名称”必须有"),
        (["--table", "表.csv", "--name", "{无}"], 2, "无"),
        (["--table", "表.csv", "--use", "散=甲"], 2, "散会"),
        (["--table", "表.csv", "--layout", "没有"], 2, "没有"),
        (["--table", "表.csv", "--format", "pdf"], 2, "pdf"),
        (["--sheet", "甲"], 2, "--table"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_made(
    siceng: Siceng, folder: Path, table: Path, words: list[str], code: int, said: str
) -> None:
    done = siceng(*NEW, *words, "-o", "出.siceng" if "--table" not in words else "出")
    assert done.code == code and said in done.err
    assert not (folder / "出").exists() or not list((folder / "出").glob("*.docx"))


def test_a_file_in_the_place_of_the_folder_is_an_output_that_cannot_be_written(
    siceng: Siceng, folder: Path, table: Path
) -> None:
    (folder / "出").write_bytes(b"former")
    done = siceng(*NEW, "--table", "表.csv", "--column", "备注=会议地点", "-o", "出", "--set", "稿次=送审稿")
    assert done.code == 4 and one_chinese_line(done.err) and (folder / "出").read_bytes() == b"former"
