"""Section templates are found by what they say."""

import re
from pathlib import Path

import pytest

from app.templating.finding import Found, TemplateIndex, plain_text, query_words
from app.templating.section_template import SectionTemplate

WORDS = ("压实", "学校", "安全", "责任", "科学", "会议", "学会", "怎么", "写", "形势", "倒推", "必要性", "的")


def cut(text: str) -> list[str]:
    """The longest known word at each place, letters as they stand together, else one character."""
    words: list[str] = []
    while text:
        word = next((each for each in sorted(WORDS, key=len, reverse=True) if text.startswith(each)), "")
        word = word or re.match("[a-z]+|.", text, re.DOTALL)[0]
        words.append(word)
        text = text[len(word) :]
    return words


def template(name: str, body: str = "", approach: str = "", hint: str = "") -> SectionTemplate:
    return SectionTemplate(name, name, (), None, None, approach, hint, (), body, 1, Path(f"{name}.j2"))


def found(query: str, *templates: SectionTemplate) -> list[str]:
    return [each.template_id for each in TemplateIndex(templates, cut).find(query)]


SAFETY = template("抓安全", "# 压实各方责任\n学校、医院都要负责。")
MEETING = template("开科学会议", "全文不提。")
LEARNING = template("学会用数据", "全文不提。")


def test_what_is_asked_in_one_breath_is_found_word_by_word() -> None:
    assert found("压实学校安全责任", SAFETY, MEETING) == ["抓安全"]


def test_name_approach_hint_and_text_are_looked_at_and_the_name_counts_most() -> None:
    in_text, in_hint = template("甲", body="必要性"), template("乙", hint="必要性")
    in_approach, in_name = template("丙", approach="必要性"), template("必要性")
    assert found("必要性", in_text, in_hint, in_approach, in_name) == ["必要性", "丙", "乙", "甲"]


def test_a_word_counts_more_than_the_same_characters_across_two() -> None:
    assert found("学会", MEETING, LEARNING) == ["学会用数据", "开科学会议"]


def test_where_no_template_has_all_words_those_with_most_of_them_are_found() -> None:
    assert found("学校 安全 倒推", SAFETY, MEETING) == ["抓安全"]
    assert found("倒推 必要性 安全", SAFETY, MEETING) == []


def test_words_that_say_nothing_are_not_asked_for() -> None:
    assert query_words("怎么写的形势？", cut) == ("形势",)
    assert query_words("怎么写", cut) == ("怎么", "写")


def test_a_name_is_found_by_the_initials_of_its_pinyin() -> None:
    assert found("dt", template("由问题倒推"), template("打头阵的")) == ["由问题倒推", "打头阵的"]
    assert found("wtdt", template("由问题倒推"), MEETING) == ["由问题倒推"]
    assert found("dtw", template("由问题倒推")) == []


@pytest.mark.parametrize("query", ["", "  ", "，。", "鬯"])
def test_what_nothing_has_finds_nothing(query: str) -> None:
    assert found(query, SAFETY, MEETING) == []
    assert found(query) == []


def test_it_is_told_where_in_the_template_it_stands() -> None:
    (hit,) = TemplateIndex([SAFETY], cut).find("学校责任")
    assert hit == Found("抓安全", ("学校", "责任"), "压实各方责任 学校、医院都要负责。")
    (hit,) = TemplateIndex([template("甲", "前" * 40 + "Excel 倒推" + "后" * 90)], cut).find("倒推")
    assert hit.snippet.startswith("…前") and "Excel 倒推后" in hit.snippet and len(hit.snippet) < 80


def test_what_is_found_by_its_name_needs_no_place() -> None:
    (hit,) = TemplateIndex([SAFETY], cut).find("安全")
    assert hit == Found("抓安全", ("安全",))


def test_after_a_change_only_what_is_new_is_cut_again() -> None:
    cut_texts: list[str] = []

    def counted(text: str) -> list[str]:
        cut_texts.append(text)
        return cut(text)

    former = TemplateIndex([SAFETY, MEETING], counted)
    cut_texts.clear()
    index = TemplateIndex([SAFETY, LEARNING], counted, former)
    assert "学会用数据" in cut_texts and "抓安全" not in cut_texts
    assert [each.template_id for each in index.find("学会")] == ["学会用数据"]


def test_text_is_read_without_jinja_and_markup() -> None:
    body = "# 一\n{% if 甲 %}\n- {{ 会议名称|全称 }}开{# 不印 #}了\n{% endif %}\n+ **要点**"
    assert plain_text(body).split() == ["一", "会议名称开了", "要点"]
