"""Heads of occasions as a form shows them."""

from pathlib import Path

import pytest

from app.core.kinds import Kind
from app.templating.head_lines import HeadLine, head_lines, head_source
from app.templating.library import load_library

LIBRARY = load_library([Path(__file__).parents[2] / "templates"])
HEADS = [form.head for occasion in LIBRARY.occasions.values() for form in occasion.forms()]


def test_facts_stand_in_brackets_and_a_condition_is_kept() -> None:
    source = "{% if 稿次 %}\n@稿次 {{ 稿次 }}\n{% endif %}\n@标题 在{{会议名称}}上的讲话\n@讲话人 {{ 讲话人|署名 }}\n"
    assert head_lines(source) == (
        HeadLine(Kind.STAGE, "〔稿次〕", "稿次"),
        HeadLine(Kind.TITLE, "在〔会议名称〕上的讲话"),
        HeadLine(Kind.BYLINE, "〔讲话人|署名〕"),
    )


@pytest.mark.parametrize("source", HEADS)
def test_every_head_of_ours_comes_again_or_is_left_as_text(source: str) -> None:
    lines = head_lines(source)
    assert lines is None or head_source(lines).strip() == source.strip()


def test_nearly_all_heads_of_ours_can_be_shown_in_a_form() -> None:
    assert sum(head_lines(head) is None for head in HEADS) <= 2


@pytest.mark.parametrize("source", [
    "{% if 甲 %}\n@标题 题\n{% else %}\n@标题 乙\n{% endif %}", "{% for 项 in 议程 %}\n@标题 {{ 项 }}\n{% endfor %}",
    "正文", "@标题 甲\n@标题 乙", "@标题 〔甲〕", "@标题 {甲}", "{% if 甲 %}\n@标题 题", "@标题 题\n{% endif %}",
])  # fmt: skip
def test_a_head_of_another_build_is_left_as_text(source: str) -> None:
    assert head_lines(source) is None


def test_lines_come_in_the_order_in_which_they_print_and_empty_ones_go() -> None:
    lines = (
        HeadLine(Kind.SALUTATION, "〔 称谓 〕："),
        HeadLine(Kind.SUBTITLE, " "),
        HeadLine(Kind.TITLE, "题"),
    )
    assert head_source(lines) == "@标题 题\n@称谓 {{ 称谓 }}：\n"
