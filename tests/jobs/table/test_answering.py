"""What stands in a row becomes values; what cannot be read is named with row, column and what to write."""

from collections.abc import Sequence

import pytest

from app.core.facts import Date, FactSheet, FactValue, Person
from app.jobs.program import Program
from app.jobs.table.answering import Read, read_row
from app.templating.answers import Answers
from tests.jobs.table.tables import TODAY, columns, sheet


def read(
    program: Program,
    names: Sequence[str],
    cells: Sequence[str],
    common: Answers | None = None,
    occasion: str = "zhuchici",
) -> Read:
    found = sheet(names, cells)
    return read_row(found, found.rows[0], columns(program, found, occasion), common or Answers(), TODAY)


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("会议日期", "2025年3月5日", Date(2025, 3, 5)),
        ("会议日期", "2025/3/5", Date(2025, 3, 5)),
        ("会议日期", "2025-03-05 00:00:00", Date(2025, 3, 5)),
        ("会议日期", "2025年3月5日 14:30", Date(2025, 3, 5)),
        ("会议日期", "2025年3月5日（星期三）", Date(2025, 3, 5)),
        ("会议日期", "2025年3月5日(周三)上午9:30", Date(2025, 3, 5)),
        ("会议日期", "20250305", Date(2025, 3, 5)),
        ("会议日期", "2025年3月5日上午", Date(2025, 3, 5)),
        ("会议日期", "2025年×月×日", Date(2025, 0, 0)),
        ("主持人", "副市长　×××", Person("×××", "副市长")),
        ("主持人", "副市长 张三", Person("张三", "副市长")),
        ("议程", "甲作报告；乙讲话", ("甲作报告", "乙讲话")),
        ("议程", "甲、乙", ("甲", "乙")),
        ("议程", "甲、乙作报告\n丙讲话", ("甲、乙作报告", "丙讲话")),
        ("稿次", "送审稿", "送审稿"),
        ("会议地点", "二楼\n会议室", "二楼会议室"),
    ],
)
def test_a_cell_is_read_as_its_fact_is(program: Program, name: str, cell: str, value: FactValue) -> None:
    found = read(program, [name], [cell])
    assert (dict(found.answers.facts), found.faults) == ({name: value}, ())


def test_several_columns_make_one_value(program: Program) -> None:
    found = read(
        program,
        ["主持人职务", "主持人姓名", "议程1", "议程2", "议程3"],
        ["副市长", "×××", "甲讲话", "", "乙、丙发言"],
    )
    assert found.answers.facts.get("主持人") == Person("×××", "副市长")
    assert found.answers.facts.get("议程") == ("甲讲话", "乙", "丙发言")


@pytest.mark.parametrize(
    ("whole", "post", "value"),
    [
        ("张三", "支部书记", Person("张三", "支部书记")),
        ("支部书记 张三", "支部书记", Person("张三", "支部书记")),
        ("支部书记 张三", "", Person("张三", "支部书记")),
        ("张三", "", Person("张三")),
    ],
)
def test_a_post_may_stand_beside_a_column_of_names(
    program: Program, whole: str, post: str, value: Person
) -> None:
    found = read(program, ["主持人", "主持人职务"], [whole, post])
    assert found.answers.facts.get("主持人") == value


def test_a_field_of_a_section_is_that_sections(program: Program) -> None:
    from app.jobs.making import find_occasion
    from app.jobs.table.targets import targets

    choices = {"kaihui": "zc_kaihui_guanmo"}
    known = targets(program, find_occasion(program.library, "zhuchici"), choices, FactSheet())
    place = next(target for target in known if target.key == "宣布开会.观摩点")
    found = sheet(["点位"], ["甲、乙"])
    done = read_row(found, found.rows[0], {0: place}, Answers(), TODAY)
    assert done.answers.fields["kaihui"].get("观摩点") == ("甲", "乙")


def test_an_empty_cell_leaves_what_holds_for_all(program: Program) -> None:
    common = Answers(FactSheet((("会议地点", "一楼"), ("工作名称", "党建"))))
    for empty in ("", "/", "—"):
        found = read(program, ["会议地点", "会议日期"], [empty, "2025-3-5"], common)
        assert found.answers.facts.get("会议地点") == "一楼"
    assert read(program, ["会议地点"], ["二楼"], common).answers.facts.get("会议地点") == "二楼"


def test_a_date_without_a_year_has_that_of_the_other_dates_or_this_year_and_that_is_told(
    program: Program,
) -> None:
    found = read(program, ["会议日期", "报送时间"], ["3月5日", "2024年3月10日"])
    assert found.answers.facts.get("会议日期") == Date(2024, 3, 5)
    assert found.notes == ("第 2 行“会议日期”没有写年份，照这一行记作2024年3月5日。",)
    assert read(program, ["会议日期"], ["3月5日"]).answers.facts.get("会议日期") == Date(2025, 3, 5)


@pytest.mark.parametrize(
    ("name", "cell", "what", "remedy"),
    [
        ("会议日期", "明天", "“明天”不是日期", "年份可以不写"),
        ("会议日期", "a" + " " * 9_999 + "b", "不是日期", "2025年5月31日"),
        ("会议日期", "2025-2-30", "不是日期", "2025年5月31日"),
        ("会议日期", "13月1日", "写的“13月1日”没有写年份，2025年没有这一天", "2025年5月31日"),
        ("会议日期", "45721", "不是日期", "日期格式"),
        ("稿次", "初稿", "“初稿”不是选项", "送审稿"),
        ("会议名称", "", "没有填“会议名称”", "全市××工作推进会议"),
        ("会议名称", "#REF!", "公式出错", "改好公式"),
        ("会议地点", "#N/A", "公式出错", "改好公式"),
    ],
)
def test_what_cannot_be_read_is_named(program: Program, name: str, cell: str, what: str, remedy: str) -> None:
    [fault] = read(program, [name, "参会人员"], [cell, "甲"]).faults
    assert (fault.row, fault.column, fault.said) == (2, name, cell)
    assert what in fault.what and remedy in fault.remedy
    assert str(fault).startswith("第 2 行") and str(fault).count(f"“{name}”") == 1


def test_all_faults_of_a_row_are_named_at_once(program: Program) -> None:
    found = read(program, ["会议名称", "会议日期", "报送时间"], ["", "明天", "后天"])
    assert [fault.column for fault in found.faults] == ["会议名称", "会议日期", "报送时间"]


def test_what_is_required_may_hold_for_all(program: Program) -> None:
    common = Answers(FactSheet((("会议名称", "××会议"),)))
    assert read(program, ["会议名称", "会议地点"], ["", "甲"], common).faults == ()
