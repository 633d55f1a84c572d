"""Pieces put into a template's text are read as what they are meant for."""

import pytest

from app.core.draft import Block
from app.core.facts import FactSheet
from app.core.kinds import Kind
from app.templating import snippets
from app.templating.fields import Field, FieldType, by_name
from app.templating.rendering import Renderer
from app.templating.scopes import Scopes

FACTS = by_name(
    [
        Field("单位", FieldType.TEXT),
        Field("议程", FieldType.LIST, example=("听汇报", "作讲话")),
        Field("身份", FieldType.CHOICE, choices=("领导", "主持人")),
    ]
)


def blocks(text: str, *values: tuple[str, object]) -> tuple[Block, ...]:
    scopes = Scopes(FACTS, FactSheet(values), {}, FactSheet())  # type: ignore[arg-type]
    return Renderer().render(text, "甲.j2", scopes)


def texts(text: str, *values: tuple[str, object]) -> list[str]:
    return [block.text for block in blocks(text, *values)]


def test_a_value_prints_in_its_form() -> None:
    assert texts(snippets.value("议程", "顿号").text, ("议程", ("甲", "乙"))) == ["甲和乙"]


def test_a_place_to_fill_asks_what_was_selected() -> None:
    made = snippets.to_fill("完成的数")
    assert made.text[made.start : made.stop] == "完成的数"
    assert blocks(made.text)[0].runs[0].placeholder


def test_lines_stand_only_where_a_value_is_given() -> None:
    text = f"甲\n{snippets.when_given(FACTS['单位'], '乙').text}"
    assert texts(text) == ["甲"]
    assert texts(text, ("单位", "市局")) == ["甲", "乙"]


def test_of_a_choice_each_has_lines_of_its_own() -> None:
    text = snippets.when_given(FACTS["身份"], "通行的话").text.replace("写在这里", "领导的话", 1)
    assert texts(text, ("身份", "领导")) == ["领导的话"]
    assert texts(text, ("身份", "主持人")) == ["写在这里"]
    assert texts(text) == ["通行的话"]


def test_a_list_is_gone_through_item_by_item() -> None:
    found = blocks(snippets.for_each("议程").text, ("议程", ("甲", "乙", "丙")))
    assert [(block.kind, block.text) for block in found] == [(Kind.POINT, each) for each in "甲乙丙"]
    assert texts(snippets.for_each("项").text.replace("in 项", "in 议程"), ("议程", ("甲",))) == ["甲"]


@pytest.mark.parametrize("line", ["甲", "# 甲", "#### 甲", "- 甲", "+- 甲", "+ 甲", "@场上提示 甲"])
@pytest.mark.parametrize("sign", ["#", "##", "-", "+-", "+", "", "@结束语"])
def test_a_line_has_the_sign_it_was_given_last(line: str, sign: str) -> None:
    assert snippets.with_sign(line, sign) == f"{sign} 甲".lstrip()


def test_what_only_looks_like_a_sign_stays() -> None:
    assert snippets.with_sign("#甲", "-") == "- #甲"
    assert snippets.with_sign("-3度", "#") == "# -3度"
