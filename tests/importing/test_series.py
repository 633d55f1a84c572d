"""Points in and at the start of paragraphs: which numbers make a series, and where each point ends."""

import pytest

from app.importing.series import Stretch, points
from tests.importing.speech_lines import BODY, pieces


def found(*texts: str) -> list[str]:
    """Number, text and end of each point of lines under one heading, joined by the places where lines end."""
    rows = points([Stretch(text) for text in texts])
    return [
        f"{text[point.start : point.text]}|{text[point.text : point.stop]}"
        for text, row in zip(texts, rows, strict=True)
        for point in row
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是抓学习。二是抓调研。", ["一是|抓学习。", "二是|抓调研。"]),
        ("要做到：一要早谋划；二要快行动；三要严督办。", ["一要|早谋划；", "二要|快行动；", "三要|严督办。"]),
        (
            "第一，学原文。第二、学讲话。第三：写体会。",
            ["第一，|学原文。", "第二、|学讲话。", "第三：|写体会。"],
        ),
        (
            "首先，学原文。其次，写体会。最后，抓整改。",
            ["首先，|学原文。", "其次，|写体会。", "最后，|抓整改。"],
        ),
        (
            "首先，学。其次，写。再次，讲。最后，改。",
            ["首先，|学。", "其次，|写。", "再次，|讲。", "最后，|改。"],
        ),
        ("其一，时间紧。其二，任务重。", ["其一，|时间紧。", "其二，|任务重。"]),
        ("①学原文；②写体会。", ["①|学原文；", "②|写体会。"]),
        ("有两方面，一是学原文，二是写体会。", ["一是|学原文，", "二是|写体会。"]),
        ("包括:一是学原文;二是写体会.", ["一是|学原文;", "二是|写体会."]),
        ("一是 学原文。二是　写体会。", ["一是 |学原文。", "二是　|写体会。"]),
        ("还有一件事没有办好。 一是要补课。", ["一是|要补课。"]),
    ],
)
def test_numbers_that_run_on_make_points(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "这是一是二的问题，大家要弄清楚。",
        "必须做到一是一、二是二。",
        "认识要统一是前提，二是行动。",
        "第一是质量，第二是速度。",
        "这是唯一要求，二要落实。",
        "万一要停电，二要有人值守。",
        "十五是重要的一年，十六是关键的一年。",
        "产量全国第一，质量全国第二，效益全省第一，口碑全省第二。",
        "星期一要开会，星期二要检查。",
        "他说：“一是要学，二是要干。”大家都记住了。",
        "要求（一是要学，二是要干）已经印发。",
        "第一、第二、第三产业协调发展。",
        "首先，要提高认识。",
        "首先，要提高认识。最后，要抓好落实。",
        "再次表明态度，最后一公里要打通。",
        "其次，要抓好落实。",
        "其中一是重点。",
        "二是抓调研。",
        "五是抓调研。六是抓整改。",
        "其原因，一是天旱；一是管理不善。",
        "一要明确责任。",
    ],
)
def test_what_only_looks_like_the_number_of_a_point_is_text(text: str) -> None:
    assert [each for each in found(f"我们看。{text}") if each] == []


def test_a_series_runs_on_from_line_to_line() -> None:
    assert found("一是抓学习。", BODY, "二是抓调研。三是抓整改。") == [
        "一是|抓学习。",
        "二是|抓调研。",
        "三是|抓整改。",
    ]


def test_a_series_within_a_point_has_its_own_marker() -> None:
    assert found("第一，抓学习。一是学原文。二是写体会。", "第二，抓调研。一是下基层。二是进企业。") == [
        "第一，|抓学习。",
        "一是|学原文。",
        "二是|写体会。",
        "第二，|抓调研。",
        "一是|下基层。",
        "二是|进企业。",
    ]


def test_a_single_first_point_stands_where_a_clause_ended() -> None:
    assert found("包括以下方面。一是基础薄弱。") == ["一是|基础薄弱。"]
    assert found("第一，要学。") == ["第一，|要学。"]
    assert found("产量居全国", "第一，要学。") == ["第一，|要学。"]
    broken = [Stretch("这些年来，我们的产量一直居于全国"), Stretch("第一，大家很满意。", ended=False)]
    assert points(broken) == [(), ()]


def test_a_series_without_its_first_says_that_it_is_missing() -> None:
    row = points([Stretch("前面的话。二是抓调研。三是抓整改。")])[0]
    assert [(each.ordinal, each.missing) for each in row] == [(2, 1), (3, 0)]


def test_a_series_that_skips_says_so_and_one_that_repeats_goes_on() -> None:
    row = points([Stretch("一是抓学习。三是抓整改。四是抓督办。")])[0]
    assert [(each.ordinal, each.missing) for each in row] == [(1, 0), (3, 1), (4, 0)]
    row = points([Stretch("一是抓学习。二是抓整改。二是抓督办。三是抓考核。")])[0]
    assert [each.ordinal for each in row] == [1, 2, 2, 3]


def test_markers_that_are_mixed_make_no_series() -> None:
    assert found("一是早。二要快。三要好。") == ["一是|早。二要快。三要好。"]
    assert found("一是早。二要快。三是好。") == ["一是|早。二要快。三是好。"]


def test_a_series_that_goes_on_across_a_lower_heading_stays_text_behind_it() -> None:
    assert points([Stretch("第二，抓调研。"), Stretch("第三，抓整改。")], {"第": 1}) == [(), ()]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("要求：一是早；二是快。希望大家抓紧。", "希望大家抓紧。"),
        ("一是早。早谋划。二是快。快行动。总之，要抓紧。", "总之，要抓紧。"),
        ("一是早。早谋划。二是快。快行动。以上两点，请抓紧。", "以上两点，请抓紧。"),
        ("一是早。早谋划。二是快。快行动。同志们，要抓紧。", "同志们，要抓紧。"),
        ("一是早。二是快。同时，要抓紧。", "同时，要抓紧。"),
        ("一是早。早谋划。二是快。快行动。同时，要抓紧。", ""),
        ("一是早。早谋划。二是快。快行动。大家都要抓紧。", ""),
    ],
)
def test_the_last_point_ends_with_its_line_unless_form_or_words_say_otherwise(text: str, rest: str) -> None:
    last = points([Stretch(text)])[0][-1]
    assert text[last.stop :] == rest


def test_a_point_whose_series_goes_on_in_a_later_line_ends_with_its_line() -> None:
    rows = points([Stretch("一是早；二是快。希望大家抓紧。"), Stretch("三是好。")])
    assert rows[0][-1].stop == len("一是早；二是快。希望大家抓紧。")


def test_points_stand_behind_the_number_of_a_heading_only() -> None:
    assert pieces("（一）一是一要弄清\n（二）抓三件事。一是学；二是改。") == [
        "h21:一是一要弄清",
        "h22:抓三件事。",
        "+point是1:学；",
        "+point是2:改。",
    ]
