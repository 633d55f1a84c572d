"""Dates read and printed in the forms of the trade."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lang.dates import date_arabic, date_chinese, month_day, read_date, weekday


def _full(when):
    return when.year, when.month, when.day


FULL = st.dates(min_value=date(1000, 1, 1)).map(_full)
PARTLY = st.one_of(
    FULL,
    st.tuples(st.integers(1000, 9999) | st.just(0), st.integers(0, 12), st.none()),
    st.tuples(st.integers(1000, 9999) | st.just(0), st.none(), st.none()),
    st.tuples(st.integers(1000, 9999) | st.just(0), st.integers(0, 12), st.integers(0, 28)),
)


@pytest.mark.parametrize(
    "text",
    [
        "2025年5月31日",
        "2025年05月31日",
        "2025年5月31号",
        " 2025 年 5 月 31 日 ",
        "２０２５年５月３１日",
        "2025-05-31",
        "2025-5-31",
        "2025/5/31",
        "2025.5.31",
        "二〇二五年五月三十一日",
        "二零二五年五月三十一日",
        "二○二五年五月卅一日",
    ],
)
def test_every_usual_way_of_writing_a_day_is_read(text):
    assert read_date(text) == (2025, 5, 31)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2025年5月", (2025, 5, None)),
        ("二〇二五年十二月", (2025, 12, None)),
        ("2025-05", (2025, 5, None)),
        ("2025年", (2025, None, None)),
        ("2025年×月×日", (2025, 0, 0)),
        ("2025年X月＿＿日", (2025, 0, 0)),
        ("2025年×月", (2025, 0, None)),
        ("2025年5月×日", (2025, 5, 0)),
        ("××××年2月29日", (0, 2, 29)),
    ],
)
def test_parts_may_be_left_out_or_not_be_known(text, when):
    assert read_date(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "", "2025", "25年5月31日", "5月31日", "2025年2月29日", "2025年4月31日", "2025年13月1日",
        "2025年0月1日", "2025年5月32日", "2025-5/31", "2025年5月31日上午", "3.14", "2025—2030年",
        "二〇二五年三四月", "一千九百年", "0000年1月1日", "2025年×月32日", "年月日",
    ],
)  # fmt: skip
def test_what_is_no_day_of_the_calendar_is_none(text):
    assert read_date(text) is None


@given(PARTLY)
def test_a_printed_date_reads_as_itself(when):
    assert read_date(date_arabic(when)) == when
    assert read_date(date_chinese(when)) == when


@given(st.text(max_size=20) | st.text(alphabet="0123456789年月日-/.×二〇五十", max_size=14))
def test_any_text_is_a_date_or_none(text):
    when = read_date(text)
    assert when is None or read_date(date_arabic(when)) == when


def test_arabic_dates_have_no_zeros_before_month_and_day():
    assert date_arabic((2025, 5, 8)) == "2025年5月8日"
    assert date_arabic((2025, 5, None)) == "2025年5月"
    assert date_arabic((2025, None, None)) == "2025年"


def test_chinese_dates_have_the_year_digit_by_digit_and_the_day_as_a_number():
    assert date_chinese((2025, 12, 31)) == "二〇二五年十二月三十一日"
    assert date_chinese((2020, 10, 10)) == "二〇二〇年十月十日"


def test_a_part_not_known_is_a_cross():
    assert date_arabic((0, 0, 0)) == "××××年×月×日"
    assert date_chinese((2025, 0, 0)) == "二〇二五年×月×日"
    assert month_day((2025, 5, 0)) == "5月×日"


def test_month_and_day_stand_without_the_year():
    assert month_day((2025, 5, 31)) == "5月31日"
    assert month_day((2025, 5, None)) == "5月"
    assert month_day((2025, None, None)) is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9999, 12, 24)))
def test_the_days_of_a_week_have_seven_names(when):
    names = [weekday(_full(date.fromordinal(when.toordinal() + offset))) for offset in range(8)]
    assert len(set(names)) == 7
    assert names[0] == names[7]


def test_the_weekday_is_that_of_the_calendar():
    assert weekday((2025, 5, 31)) == "星期六"


@pytest.mark.parametrize(
    "when", [(2025, 5, None), (2025, None, None), (2025, 5, 0), (0, 5, 31), (2025, 2, 30), (2025, 13, 1)]
)
def test_only_a_full_day_of_the_calendar_has_a_weekday(when):
    assert weekday(when) is None
