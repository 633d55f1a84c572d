"""Columns are taken for the facts that people mean by such names, and for none where it cannot be known."""

import pytest

from app.jobs.program import Program
from app.jobs.table.matching import matched
from tests.jobs.table.tables import known


def found(program: Program, *names: str) -> dict[str, tuple[str, bool]]:
    matches = matched(names, known(program))
    return {names[place]: (match.target.key, match.sure) for place, match in matches.items()}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("会议名称", "会议名称"),
        ("会 议 名 称", "会议名称"),
        ("*会议名称（全称，必填）", "会议名称"),
        ("会议名称：", "会议名称"),
        ("会议时间", "会议日期"),
        ("会议地址", "会议地点"),
        ("主持人姓名", "主持人.姓名"),
        ("主持人的职务", "主持人.职务"),
        ("huiyimingcheng", "会议名称"),
        ("HYDD", "会议地点"),
        ("会义名称", "会议名称"),
        ("议程1", "议程"),
    ],
)
def test_names_that_say_it_are_sure(program: Program, name: str, key: str) -> None:
    assert found(program, name) == {name: (key, True)}


@pytest.mark.parametrize(
    ("name", "key"), [("日期", "会议日期"), ("地点", "会议地点"), ("参会人", "参会人员")]
)
def test_names_that_are_near_are_guesses(program: Program, name: str, key: str) -> None:
    assert found(program, name) == {name: (key, False)}


@pytest.mark.parametrize("name", ["序号", "备注", "单位", "姓名", "联系电话", "第C列", "", "2", "党支部"])
def test_names_that_may_be_of_anything_are_left_to_the_writer(program: Program, name: str) -> None:
    assert found(program, name) == {}


def test_no_value_is_taken_twice_and_the_better_name_has_it(program: Program) -> None:
    assert found(program, "日期", "会议日期", "会议时间") == {"会议日期": ("会议日期", True)}


def test_a_list_may_have_several_columns(program: Program) -> None:
    assert [key for key, _ in found(program, "议程1", "议程2", "议程三").values()] == ["议程"] * 3


def test_a_person_is_one_column_or_two(program: Program) -> None:
    for names in (("主持人", "主持人职务"), ("主持人职务", "主持人")):
        assert found(program, *names) == {"主持人": ("主持人", True), "主持人职务": ("主持人.职务", True)}
    assert set(found(program, "主持人", "主持人姓名")) < {"主持人", "主持人姓名"}
    assert set(found(program, "主持人职务", "主持人姓名").values()) == {
        ("主持人.职务", True),
        ("主持人.姓名", True),
    }
