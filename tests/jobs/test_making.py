"""New drafts: what was answered, by whichever way, and what was not."""

from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError
from app.core.facts import FactSheet
from app.core.kinds import Kind
from app.jobs.making import new_draft, read_answers
from app.jobs.program import Program
from app.templating.answers import Answers


def test_answers_stand_in_the_draft_and_what_is_missing_is_a_placeholder(program: Program) -> None:
    answers = Answers(FactSheet((("会议名称", "全市××会议"),)))
    made = new_draft(program, "tuijinhui", answers)
    assert made.notices == ()
    assert made.draft.blocks[0].text == "在全市××会议上的讲话"
    byline = next(block for block in made.draft.blocks if block.kind is Kind.BYLINE)
    assert byline.runs[0].placeholder and byline.text == "【讲话人】"


def test_counts_of_the_draft_are_filled_in(program: Program) -> None:
    texts = "".join(block.text for block in new_draft(program, "推进会").draft.blocks)
    assert "讲四点意见" in texts


def test_later_settings_win_over_earlier_ones_and_over_the_file(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "事实.toml"
    path.write_text('会议名称 = "甲"\n会议地点 = "乙"\n', encoding="utf-8")
    answers = read_answers(program, "推进会", None, path, ["会议名称=丙", "会议名称=丁"])
    assert dict(answers.facts) == {"会议名称": "丁", "会议地点": "乙"}


def test_an_empty_setting_takes_a_value_away(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "事实.toml"
    path.write_text('会议名称 = "甲"\n', encoding="utf-8")
    assert not len(read_answers(program, "推进会", None, path, ["会议名称="]).facts)


def test_an_own_occasion_with_a_fault_is_told_with_it(program: Program) -> None:
    folder = program.places.user_data / "templates" / "occasions"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text("名称 = 自己的会\n", encoding="utf-8")
    with pytest.raises(ReadError, match="第 1 行"):
        new_draft(program, "own")
    with pytest.raises(UsageError):
        new_draft(program, "other")


def test_an_own_template_takes_the_place_of_the_built_in_one(program: Program) -> None:
    folder = program.places.user_data / "templates" / "sections"
    folder.mkdir(parents=True)
    text = '+++\n名称 = "自己的"\n部件 = ["renshi"]\n层 = "认识"\n+++\n# 自己的标题'
    (folder / "tj_renshi_dashi.j2").write_text(text, encoding="utf-8")
    headings = [block.text for block in new_draft(program, "推进会").draft.blocks if block.kind is Kind.H1]
    assert headings[0] == "自己的标题" and len(headings) == 4
