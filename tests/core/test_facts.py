"""The fact sheet and its values."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given

from app.core.errors import AppError, ReadError, UsageError, WriteError
from app.core.facts import Date, FactSheet, Person, is_empty
from app.core.markup_values import Head, SectionData, print_head, read_head, read_value
from tests.core.strategies import sheets

SHEET = FactSheet((("会议名称", "大会"), ("人数", 120)))


def test_a_value_is_set_in_its_place() -> None:
    assert SHEET.with_value("会议名称", "小会") == FactSheet((("会议名称", "小会"), ("人数", 120)))
    assert SHEET.with_value("地点", "××市").get("地点") == "××市"


@pytest.mark.parametrize("empty", [None, "", (), Person("", "")])
def test_an_empty_value_takes_the_fact_out(empty: str | None) -> None:
    assert "人数" not in SHEET.with_value("人数", empty)
    assert is_empty(empty)


@pytest.mark.parametrize("value", [0, Decimal(0), "无", Person("", "市长"), Date(0)])
def test_nought_is_a_value(value: int) -> None:
    assert not is_empty(value)


def test_a_sheet_is_walked_in_order() -> None:
    assert (list(SHEET), len(SHEET), SHEET.get("天气")) == ([("会议名称", "大会"), ("人数", 120)], 2, None)


def test_a_date_is_known_only_when_whole() -> None:
    assert Date(2025, 5, 31).known == datetime.date(2025, 5, 31)
    assert [Date(2025, 5).known, Date(2025, 5, 0).known, Date(2025, 0, 0).known] == [None, None, None]


@given(sheets)
def test_a_printed_head_is_read_as_the_same_head(sheet: FactSheet) -> None:
    head = Head(
        sheet, "tuijinhui", "guanli", (("1", SectionData(sheet, '# 题\n\t\\"\x07')), ("二", SectionData()))
    )
    read = read_head(print_head(head))
    assert (read.facts, read.occasion, read.layout) == (head.facts, head.occasion, head.layout)
    assert read.sections[:1] == head.sections[:1]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "是"),
        (False, "否"),
        (datetime.datetime(2025, 5, 31, 9, 0, tzinfo=datetime.UTC), Date(2025, 5, 31)),
        (datetime.date(2025, 5, 31), Date(2025, 5, 31)),
        ({"年": 2025, "月": 5}, Date(2025, 5)),
        ({"year": 2025, "month": 5, "day": 0}, Date(2025, 5, 0)),
        ({"post": "市长", "name": "×××"}, Person("×××", "市长")),
        ({"姓名": "×××"}, Person("×××")),
        (["甲", 2, Decimal("3.5")], ("甲", "2", "3.5")),
    ],
)
def test_toml_values_are_read_by_their_form(value: object, expected: object) -> None:
    assert read_value("值", value) == expected


@pytest.mark.parametrize(
    "value",
    [
        datetime.time(9, 0),
        Decimal("NaN"),
        [["甲"]],
        [True],
        {"年": "二〇二五"},
        {"年": 2025, "日": 3},
        {"年": 2025, "月": 13},
        {"职务": 3},
        {"职称": "高级"},
        {},
    ],
)
def test_what_no_fact_can_be_is_refused_by_name(value: object) -> None:
    with pytest.raises(ReadError, match="会议日期"):
        read_value("会议日期", value)


@pytest.mark.parametrize(
    "text", ["事实 = 3", "[节]\n1 = 2", "场合 = 3", "[节.1]\n颜色 = 1", "[事实]\n甲 = 1\n甲 = 2"]
)
def test_a_head_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ReadError) as error:
        read_head(text)
    assert error.value.remedy


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error = UsageError("没有这个场合。", "请换一个。")
    assert str(error) == "没有这个场合。请换一个。"
    assert [kind("甲").exit_code for kind in (AppError, UsageError, ReadError, WriteError)] == [2, 2, 3, 4]
