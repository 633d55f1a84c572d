"""The lines of a head, one by one, and what is none."""

import pytest

from app.importing.head_words import (
    byline,
    dated_start,
    has_genre,
    is_date,
    is_genre_alone,
    is_occasion,
    is_stage,
    is_subtitle,
)


@pytest.mark.parametrize(
    "text", ["讨论稿", "（送审稿）", "(征求意见稿)", "【初稿】", "第三稿", "（根据录音整理）"]
)
def test_a_stage_stands_alone_or_in_brackets(text: str) -> None:
    assert is_stage(text)


@pytest.mark.parametrize("text", ["讨论稿子的事", "草案已经通过", "（见附件）"])
def test_words_about_a_draft_are_no_stage(text: str) -> None:
    assert not is_stage(text)


@pytest.mark.parametrize(
    "text",
    [
        "（2026年3月12日）",
        "2026年3月12日",
        "(二〇二六年三月十二日)",
        "二○二六年三月",
        "2026-03-12",
        "2026.3.12",
        "（2026年3月12日，讨论稿）",
        "（2026年3月12日 根据录音整理）",
        "时间：2026年3月12日上午",
        "（20××年×月×日）",
        "3月12日",
        "2026年3月12日（星期四）",
        "2026年3月12日至14日",
    ],
)
def test_a_date_has_many_forms(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["2026年", "2026年工作回顾", "3月12日，我们召开了会议", "（一）", "12", "2026年3月12日在北京"]
)
def test_a_line_that_begins_with_a_date_is_none(text: str) -> None:
    assert not is_date(text)


def test_a_date_in_brackets_may_begin_a_line() -> None:
    assert dated_start("（2026年3月12日） 同志们：") == len("（2026年3月12日） ")
    assert dated_start("（一）提高认识") == 0


@pytest.mark.parametrize(
    "text",
    [
        "——在全县干部会上的讲话",
        "--在全县干部会上的讲话",
        "2026年1月26日在市人民代表大会会议上",
        "（2026年1月26日在市委全会上）",
    ],
)
def test_a_subtitle_begins_with_a_dash_or_says_when_and_where(text: str) -> None:
    assert is_subtitle(text)


@pytest.mark.parametrize(
    "text", ["2026年1月26日", "在全县干部会上的讲话", "--", "2026年1月26日在市里开会时，我说过"]
)
def test_dates_and_titles_are_no_subtitle(text: str) -> None:
    assert not is_subtitle(text)
    assert not is_occasion(text)


@pytest.mark.parametrize(
    "text", ["在全区会议上的讲话", "政府工作报告", "开幕式致辞", "全体会议主持词", "在座谈会上的讲话（摘要）"]
)
def test_a_title_ends_with_what_a_speech_is_called(text: str) -> None:
    assert has_genre(text) and not is_genre_alone(text)


def test_the_end_of_a_title_may_stand_alone() -> None:
    assert is_genre_alone("的讲话") and is_genre_alone("上的报告") and not is_genre_alone("会议上")


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("省长　王大明", 0.9),
        ("市委书记、市长 李　明", 0.9),
        ("王大明", 0.7),
        ("县长", 0.7),
        ("县长王大明", 0.7),
        ("市水务局　王大明", 0.8),
        ("讲话人：王大明", 0.9),
        ("（王大明）", 0.7),
        ("县长　×××", 0.9),
        ("州长　阿依古丽·买买提", 0.9),
        ("欧阳大明", 0.7),
    ],
)
def test_a_byline_names_office_or_person(text: str, least: float) -> None:
    assert byline(text) >= least


@pytest.mark.parametrize(
    "text",
    [
        "在全区会议上的讲话",
        "（2026年3月12日）",
        "抓好落实",
        "提高认识 统一思想",
        "县长要带头，干部要跟上。",
        "我们的队长",
        "凝心聚力",
    ],
)
def test_other_short_lines_are_no_byline(text: str) -> None:
    assert byline(text) == 0
