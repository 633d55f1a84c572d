"""The name under which a file is offered."""

from dataclasses import replace

import pytest

from app.core.facts import Date, FactSheet, Person
from app.export.file_name import file_name
from tests.export.samples import draft, layout


def test_title_stage_and_day_make_the_name() -> None:
    speech = draft("@稿次 送审稿\n@标题 在全市××会议上的\\n讲话\n@日期 （2025年5月31日）\n")
    assert file_name(speech, layout()) == "在全市××会议上的讲话（送审稿）5月31日"


@pytest.mark.parametrize("day", ["（2025年×月×日）", "（2025年5月）", "待定", ""])
def test_a_day_that_is_not_known_is_left_out(day: str) -> None:
    assert file_name(draft(f"@标题 讲话\n@日期 {day}\n"), layout()) == "讲话"


def test_the_day_of_the_meeting_stands_in_for_a_missing_date() -> None:
    speech = replace(draft("@标题 讲话\n"), facts=FactSheet((("会议日期", Date(2025, 6, 1)),)))
    assert file_name(speech, layout()) == "讲话6月1日"
    printed = replace(draft("@标题 讲话\n@日期 2025年5月31日\n"), facts=speech.facts)
    assert file_name(printed, layout()) == "讲话5月31日"


def test_the_speaker_is_that_of_the_facts_or_of_the_head() -> None:
    pattern = replace(layout(), file_name="讲话人-标题")
    assert file_name(draft("@标题 讲话\n@讲话人 ×××\n"), pattern) == "×××-讲话"
    known = replace(draft("@标题 讲话\n"), facts=FactSheet((("讲话人", Person("×某", "市长")),)))
    assert file_name(known, pattern) == "×某-讲话"


def test_an_empty_draft_has_a_name_and_forbidden_characters_are_replaced() -> None:
    assert file_name(draft(""), layout()) == "讲话稿"
    assert file_name(draft("@标题 甲/乙:丙\n"), layout()) == "甲-乙：丙"
