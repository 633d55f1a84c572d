"""序数: what a block's number is, printed and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.kinds import MARKERS, NUMBERED, Kind
from app.core.markup import parse_markup
from app.core.numbering import numbers, parse_number, print_number, renumbered
from app.core.numerals import chinese, counted, from_chinese
from app.core.plan import applied, changed
from tests.core.strategies import drafts
from tests.core.test_structure import any_plan


def printed(markup: str) -> list[str]:
    return [number for number in numbers(parse_markup(markup).blocks) if number]


@pytest.mark.parametrize("kind", NUMBERED)
@pytest.mark.parametrize("marker", MARKERS)
def test_a_printed_number_is_read_as_itself_from_1_to_99(kind: Kind, marker: str) -> None:
    own = marker if kind is Kind.POINT else ""
    for ordinal in range(1, 100):
        assert parse_number(print_number(kind, ordinal, own), own) == (kind, own, ordinal)


@given(st.integers(1, 9999))
def test_a_chinese_numeral_is_read_as_itself(number: int) -> None:
    assert from_chinese(chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
     (1001, "一千零一"), (1010, "一千零一十"), (9999, "九千九百九十九")],
)  # fmt: skip
def test_chinese_numerals(number: int, text: str) -> None:
    assert chinese(number) == text


def test_more_headings_than_any_speech_has_are_still_numbered() -> None:
    assert printed("# 甲\n" * 10_000)[-1] == "10000、"


@pytest.mark.parametrize("text", ["", "一十", "二一", "零", "百", "一百一", "两", "十十"])
def test_what_no_number_prints_is_not_read(text: str) -> None:
    assert from_chinese(text) is None


def test_two_before_a_measure_word() -> None:
    assert [counted(2), counted(3), counted(12)] == ["两", "三", "十二"]


def test_the_four_levels() -> None:
    assert printed("# 甲\n## 乙\n### 丙\n#### 丁") == ["一、", "（一）", "1.", "（1）"]


def test_h1_runs_on_and_lower_levels_begin_anew() -> None:
    assert printed("# 甲\n## 乙\n## 乙\n# 甲\n## 乙\n### 丙\n## 乙\n### 丙") == [
        "一、", "（一）", "（二）", "二、", "（一）", "1.", "（二）", "1.",
    ]  # fmt: skip


def test_h1_runs_on_under_a_new_part() -> None:
    assert printed("@篇题 上篇\n# 甲\n## 乙\n@篇题 下篇\n# 丙\n## 丁") == ["一、", "（一）", "二、", "（一）"]


def test_restart_begins_at_one() -> None:
    assert printed("# 甲\n# 乙 {重起}\n# 丙") == ["一、", "一、", "二、"]


def test_a_ladder_may_start_at_any_level() -> None:
    assert printed("### 甲\n### 乙\n- 丙") == ["1.", "2.", "一是"]


def test_points_go_on_under_one_heading_each_marker_by_itself() -> None:
    assert printed("# 题\n- 甲\n- 乙\n正文\n- 丙 {要}\n- 丁\n- 戊 {要}\n## 题\n- 己") == [
        "一、", "一是", "二是", "一要", "三是", "二要", "（一）", "一是",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "expected",
    [
        ["首先，"],
        ["首先，", "其次，"],
        ["首先，", "其次，", "最后，"],
        ["首先，", "其次，", "再次，", "最后，"],
        ["首先，", "其次，", "再次，", "第四，", "最后，"],
    ],
)
def test_the_last_of_three_and_more_is_last(expected: list[str]) -> None:
    assert printed("- 甲 {首先}\n" * len(expected)) == expected


def test_a_new_heading_ends_a_series() -> None:
    text = "- 甲 {首先}\n" * 3 + "# 题\n" + "- 乙 {首先}\n" * 2
    assert printed(text) == [
        "首先，",
        "其次，",
        "最后，",
        "一、",
        "首先，",
        "其次，",
    ]


def test_other_points_between_do_not_end_a_series() -> None:
    text = "- 甲 {首先}\n- 乙\n- 甲 {首先}\n- 乙\n- 甲 {首先}"
    assert printed(text) == ["首先，", "一是", "其次，", "二是", "最后，"]


def test_empty_blocks_have_no_number() -> None:
    assert printed("# 甲\n#\n# 乙\n-\n- 丙") == ["一、", "二、", "一是"]


@pytest.mark.parametrize(
    "text", ["一，", "全国第一，", "1、", "(一)", "第一", "一是要", "01.", "1.5", "（〇）", ""]
)
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert parse_number(text) is None


def test_last_has_no_ordinal_of_its_own() -> None:
    assert parse_number("最后，") == (Kind.POINT, "首先", -1)


@given(drafts(), st.data())
def test_numbers_that_are_kept_up_by_difference_are_those_counted_anew(
    before: Draft, data: st.DataObject
) -> None:
    if before.blocks:
        after = applied(any_plan(before, data), before)
        kept = renumbered(numbers(before.blocks), changed(before.blocks, after.blocks), after.blocks)
        assert kept == numbers(after.blocks)
