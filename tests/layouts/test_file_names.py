"""The name of an exported file says title, stage and day, and every system takes it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layouts.file_names import file_name

PATTERN = "标题（稿次）月日"
TITLE = "在全市××工作推进会上的讲话"
DAY = date(2025, 5, 31)


def test_title_stage_and_day_make_the_name() -> None:
    assert file_name(PATTERN, title=TITLE, stage="送审稿", day=DAY) == f"{TITLE}（送审稿）5月31日"


@pytest.mark.parametrize("stage", ["（送审稿）", "送审稿", "(送审稿)"])
def test_brackets_around_the_stage_are_not_doubled(stage: str) -> None:
    assert file_name(PATTERN, title=TITLE, stage=stage, day=None) == f"{TITLE}（送审稿）"


def test_what_is_missing_goes_with_its_brackets() -> None:
    assert file_name(PATTERN, title=TITLE, day=None) == TITLE
    assert file_name(PATTERN, title="", day=DAY) == "讲话稿5月31日"


def test_a_pattern_may_have_speaker_year_and_words_of_its_own() -> None:
    name = file_name("【年月日】讲话人讲话-标题", title="标题党", speaker="×××", day=DAY)
    assert name == "【2025年5月31日】×××讲话-标题党"


def test_the_lines_of_a_title_are_one_name() -> None:
    title = "在全市××产业升级发展\u2028推进会议上的讲话"
    assert file_name("标题", title=title, day=None) == "在全市××产业升级发展推进会议上的讲话"


def test_what_windows_forbids_becomes_what_comes_nearest() -> None:
    assert file_name("标题", title='奋斗: "十五五"/开局?', day=None) == "奋斗： ＂十五五＂-开局？"


@pytest.mark.parametrize("title", ["CON", "nul", "Com1"])
def test_names_that_windows_keeps_for_itself_are_avoided(title: str) -> None:
    assert file_name("标题", title=title, day=None) == f"{title}-"


def test_a_long_title_is_cut_and_stage_and_day_stay() -> None:
    name = file_name(PATTERN, title="长" * 300, stage="送审稿", day=DAY)
    assert name.startswith("长长")
    assert name.endswith("长（送审稿）5月31日")
    assert 190 < len(name.encode()) <= 200


def test_other_parts_are_cut_when_there_is_no_title_left_to_cut() -> None:
    name = file_name("讲话人标题", title="短", speaker="长" * 300, day=None)
    assert name == "长" * 66


@given(st.text(), st.text(), st.text())
def test_any_text_makes_a_name_that_every_system_takes(title: str, stage: str, speaker: str) -> None:
    name = file_name("讲话人标题（稿次）月日", title=title, stage=stage, speaker=speaker, day=None)
    assert name
    assert len(name.encode()) <= 200
    assert name == name.strip(" .")
    assert not set(name) & set('\\/:*?"<>|\n\t\0\u2028')
