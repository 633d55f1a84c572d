"""The pieces of a template's text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.templating.tokens import Sort, State, line_tokens, plain_words, tokens

PIECES = st.lists(
    st.sampled_from(
        ["{{", "}}", "{%", "%}", "{#", "#}", "\n", "# ", "- ", "+", "会议", " if ", "raw", "endraw", '"', "|", ".",
         "【待填：", "】", "**", "\\", "[几](=@意见数)", "{是}", "12", "(", ")", "=", "𠀀", "@场上提示 "]
    ),
    max_size=30,
).map("".join)  # fmt: skip


def sorts(text: str) -> list[tuple[Sort, str]]:
    return [(token.sort, text[token.start : token.stop]) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# 甲", [(Sort.HEADING, "#")]),
        ("甲 # 乙", []),
        ("+- 甲", [(Sort.SIGN, "+"), (Sort.SIGN, "-")]),
        ("@场上提示 （鼓掌）", [(Sort.SIGN, "@场上提示")]),
        ("- 甲{是 重起}", [(Sort.SIGN, "-"), (Sort.SETTING, "{是 重起}")]),
        ("甲{是}乙", []),
        ("【待填：数，约3字】的", [(Sort.TO_FILL, "【待填：数，约3字】")]),
        ("讲[几](=@意见数)点", [(Sort.COUNT, "[几](=@意见数)")]),
        (r"\# 甲", [(Sort.ESCAPE, r"\#")]),
        ("{{ 甲|月日 }}", [(Sort.TAG, "{{"), (Sort.NAME, "甲"), (Sort.FORM, "月日"), (Sort.TAG, "}}")]),
        ("{{ 人.姓名 }}", [(Sort.TAG, "{{"), (Sort.NAME, "人"), (Sort.PART, "姓名"), (Sort.TAG, "}}")]),
        (
            '{% if 甲 == "甲" %}',
            [(Sort.TAG, "{%"), (Sort.WORD, "if"), (Sort.NAME, "甲"), (Sort.TEXT, '"甲"'), (Sort.TAG, "%}")],
        ),
        ("{# {{ 甲 }} #}", [(Sort.COMMENT, "{#"), (Sort.COMMENT, " {{ 甲 }} #}")]),
        (
            "{% raw %}{{ 甲 }}{% endraw %}",
            [(Sort.TAG, "{%"), (Sort.WORD, "raw"), (Sort.TAG, "%}"), (Sort.TAG, "{% endraw %}")],
        ),
    ],
)
def test_each_piece_is_told_by_where_it_stands(text: str, wanted: list[tuple[Sort, str]]) -> None:
    assert sorts(text) == wanted


def test_the_name_of_an_argument_is_no_name_of_a_value() -> None:
    assert (Sort.ARGUMENT, "接排") in sorts('{{ 议程|要点("是", 接排=true) }}')
    assert (Sort.NAME, "甲") in sorts("{% set 甲 = 乙 %}")


def test_a_tag_goes_on_in_the_next_line() -> None:
    found, state = line_tokens("{{ 甲", State.PLAIN)
    assert state is State.OUTPUT
    found, state = line_tokens("|月日 }}乙", state)
    assert [each.sort for each in found] == [Sort.FORM, Sort.TAG]
    assert state is State.PLAIN


def test_what_is_to_be_filled_in_goes_on_behind_a_tag() -> None:
    assert sorts("【待填：{{ 甲 }}的数】")[-1] == (Sort.TO_FILL, "的数】")


@given(PIECES)
def test_pieces_never_overlap_and_are_never_empty(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.stop <= len(text)
        assert "\n" not in text[token.start : token.stop]
        end = token.stop


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("今天召开{{ 会议 }}，由{{ 单位 }}主办，很好。", "主办，很好。"),
        ("# 提高站位{认识}", "提高站位"),
        ("{% if 甲 %}", ""),
        ("【待填：数】", ""),
    ],
)
def test_the_longest_words_of_a_line_are_printed_as_they_stand(line: str, words: str) -> None:
    assert plain_words(line) == words
