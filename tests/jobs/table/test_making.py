"""A file or two for each row; a row with a fault is named and does not stop the rest."""

from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError, WriteError
from app.core.facts import Date, FactSheet
from app.files.places import find_places
from app.importing.sheets.sheet import sheet_of
from app.jobs.program import Program
from app.jobs.table.making import Delivery, RowDone, deliver, drafted, faults_of
from app.jobs.table.reading import open_table
from app.jobs.table.report import FAILED_NAME, summary, write_failed
from app.storage.siceng_file import read_siceng
from app.templating.answers import Answers
from tests.jobs.conftest import CharacterSegmenter
from tests.jobs.table.tables import order, sheet

GOOD = sheet(["会议名称", "会议日期"], ["甲会", "2025-3-5"], ["乙会", "2025-3-6"], ["丙会", "2025-3-7"])
ONE_BAD = sheet(
    ["会议名称", "会议日期", "备注"], ["甲会", "2025-3-5", "=1"], ["乙会", "明天", "=1"], ["丙会", "", ""]
)


def made(
    program: Program, folder: Path, found=GOOD, suffixes: tuple[str, ...] = (".siceng",), **more
) -> list[RowDone]:
    delivery = Delivery(folder, "{会议名称}", suffixes, **more)
    return list(deliver(program, order(program, found), delivery))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_row_gives_a_draft_and_a_word_file(program: Program, tmp_path: Path) -> None:
    done = made(program, tmp_path / "新" / "文件夹", suffixes=(".siceng", ".docx"))
    assert names(tmp_path / "新" / "文件夹") == sorted(
        f"{each}会{suffix}" for each in "甲乙丙" for suffix in (".siceng", ".docx")
    )
    assert [each.row for each in done] == [2, 3, 4] and all(len(each.paths) == 2 for each in done)
    draft = read_siceng(done[1].paths[0]).draft
    assert draft.blocks[0].text == "乙会主持词" and draft.facts.get("会议名称") == "乙会"
    assert done[1].to_fill == sum(run.placeholder for block in draft.blocks for run in block.runs)


def test_a_row_with_a_fault_is_passed_over_and_its_cells_are_kept_for_another_try(
    program: Program, tmp_path: Path
) -> None:
    done = made(program, tmp_path, ONE_BAD)
    assert names(tmp_path) == ["丙会.siceng", "甲会.siceng"]
    assert [(each.row, [fault.column for fault in each.faults]) for each in done] == [
        (2, []),
        (3, ["会议日期"]),
        (4, []),
    ]
    written = write_failed(ONE_BAD, done, tmp_path)
    assert written is not None and written.name == f"{FAILED_NAME}.csv"
    again = sheet_of(open_table(written).grids[0])
    assert again.columns == ("序号", "会议名称", "会议日期", "备注", "问题")
    assert [row.cells[:4] for row in again.rows] == [("2", "乙会", "明天", "=1")]
    assert "2025年5月31日" in again.rows[0].cells[4]
    assert b",'=1," in written.read_bytes()


def test_a_list_of_failed_rows_is_never_written_over(program: Program, tmp_path: Path) -> None:
    done = made(program, tmp_path, ONE_BAD)
    first, second = (write_failed(ONE_BAD, done, tmp_path) for _ in range(2))
    assert first != second and first is not None and first.exists()
    assert write_failed(GOOD, [], tmp_path) is None


def test_only_chosen_rows_are_made(program: Program, tmp_path: Path) -> None:
    wanted = order(program, GOOD, rows=frozenset({4}))
    assert [each.row for each in deliver(program, wanted, Delivery(tmp_path))] == [4]


def test_a_row_has_the_same_number_whichever_others_are_chosen(program: Program, tmp_path: Path) -> None:
    delivery = Delivery(tmp_path, "{序号}", (".siceng",))
    list(deliver(program, order(program, GOOD, rows=frozenset({4})), delivery))
    list(deliver(program, order(program, GOOD, rows=frozenset({2})), delivery))
    assert names(tmp_path) == ["1.siceng", "3.siceng"]


def test_whoever_has_had_enough_has_what_was_made_so_far(program: Program, tmp_path: Path) -> None:
    rows = deliver(program, order(program, GOOD), Delivery(tmp_path, "{会议名称}", (".siceng",)))
    done = [next(rows)]
    rows.close()
    assert names(tmp_path) == ["甲会.siceng"]
    assert summary(done, 3).endswith("还有 2 行没有做。")


def test_what_is_there_stays_unless_it_may_be_replaced(program: Program, tmp_path: Path) -> None:
    (tmp_path / "甲会.siceng").write_bytes(b"former")
    assert [each.paths[0].name for each in made(program, tmp_path)] == [
        "甲会（2）.siceng",
        "乙会.siceng",
        "丙会.siceng",
    ]
    assert (tmp_path / "甲会.siceng").read_bytes() == b"former"
    assert made(program, tmp_path, overwrite=True)[0].paths[0].name == "甲会.siceng"
    assert read_siceng(tmp_path / "甲会.siceng").draft.blocks


def test_a_variant_may_be_different_from_row_to_row(program: Program) -> None:
    found = sheet(["会议名称", "会议性质"], ["甲会", "总结会"], ["乙会", "表彰会"])
    wanted = order(program, found, "biaozhanghui")
    slots = [
        [block.section.name for block in draft.blocks if block.section]
        for row in found.rows
        if (draft := drafted(program, wanted, row).draft)
    ]
    assert len(slots) == 2 and slots[0] != slots[1]


def test_a_table_of_which_no_row_can_succeed_is_refused_at_once(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "新"
    for found, said in ((sheet(["甲"], ["乙"]), "没有一列"), (sheet(["会议地点"], ["乙"]), "会议名称")):
        with pytest.raises(UsageError, match=said):
            made(program, folder, found)
    with pytest.raises(UsageError, match="没有的版式"):
        made(program, folder, layout="没有的版式")
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(WriteError, match="不是文件夹"):
        made(program, tmp_path / "文件")
    assert not folder.exists()
    common = Answers(FactSheet((("会议名称", "××会议"),)))
    wanted = order(program, sheet(["会议地点"], ["乙"]), common=common)
    assert len(list(deliver(program, wanted, Delivery(folder)))) == 1


def test_a_template_that_cannot_be_carried_out_ends_it_soon(tmp_path: Path) -> None:
    program = Program(find_places({"SICENG_HOME": str(tmp_path / "home")}), CharacterSegmenter())
    own = program.places.user_data / "templates" / "sections"
    own.mkdir(parents=True)
    loop = "{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}{% endfor %}"
    (own / "zc_sanhui_zhijie.j2").write_text(
        f'+++\n名称 = "坏"\n部件 = ["sanhui"]\n+++\n{loop}', encoding="utf-8"
    )
    rows = sheet(["会议名称"], *([f"第{at}次会"] for at in range(50)))
    done: list[RowDone] = []
    with pytest.raises(ReadError, match="zc_sanhui_zhijie"):
        done.extend(deliver(program, order(program, rows), Delivery(tmp_path / "出")))


def test_a_date_without_a_year_has_that_of_most_dates_of_the_table(program: Program) -> None:
    found = sheet(
        ["会议名称", "会议日期"],
        ["甲", "2023-3-5"],
        ["乙", "3月6日"],
        ["丙", "2024年3月7日"],
        ["丁", "2024.3.8"],
    )
    read = order(program, found).read(found.rows[1])
    assert read.answers.facts.get("会议日期") == Date(2024, 3, 6)
    assert read.notes == ("第 3 行“会议日期”没有写年份，照表里别的日期记作2024年3月6日。",)


def test_faults_are_known_before_anything_is_made(program: Program) -> None:
    wanted = order(program, ONE_BAD)
    assert {number: [fault.column for fault in faults] for number, faults in faults_of(wanted).items()} == {
        3: ["会议日期"]
    }
    assert faults_of(order(program, ONE_BAD, rows=frozenset({2}))) == {}
