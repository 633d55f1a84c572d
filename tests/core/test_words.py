"""Words of a line: from mark to mark, or as whoever knows words cuts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.words import word_at, word_end, word_start

LINE = "刚才，【待填：逐家点评，约80字】作了发言。增长3.5%，AI应用"


def cut(text: str) -> list[str]:
    """Two characters a word."""
    return [text[at : at + 2] for at in range(0, len(text), 2)]


def words(text: str, known: bool) -> list[str]:
    found, at = [], 0
    while at < len(text):
        stop = word_end(text, at, cut if known else None)
        found.append(text[at:stop])
        at = stop
    return found


def test_without_words_it_goes_from_mark_to_mark() -> None:
    assert words(LINE, known=False) == [
        "刚才", "，", "【待填：逐家点评，约80字】", "作了发言", "。", "增长", "3.5%", "，", "AI", "应用",
    ]  # fmt: skip


def test_with_words_chinese_is_cut_and_all_else_stays() -> None:
    assert words(LINE, known=True)[2:6] == ["【待填：逐家点评，约80字】", "作了", "发言", "。"]


def test_what_a_line_end_of_the_title_parted_is_two_words_and_more() -> None:
    assert words("在【会议\u2028名称】上", known=False) == ["在", "【", "会议", "\u2028", "名称", "】", "上"]


@pytest.mark.parametrize(
    ("letter", "word"),
    [("刚", "刚才"), ("才", "刚才"), ("点", "【待填：逐家点评，约80字】"), ("言", "发言"), ("。", "。")],
)
def test_the_word_at_a_place(letter: str, word: str) -> None:
    start, stop = word_at(LINE, LINE.index(letter), cut)
    assert LINE[start:stop] == word


def test_at_the_end_of_a_line_it_is_the_last_word_and_in_an_empty_one_there_is_none() -> None:
    start, stop = word_at("抓好落实", 4, cut)
    assert (start, stop) == (2, 4)
    assert word_at("", 0, cut) == (0, 0)


@given(st.text("一二。，【】a1. ", max_size=12), st.booleans(), st.data())
def test_every_step_goes_on_and_back_over_the_same_words(text: str, known: bool, data: st.DataObject) -> None:
    ends = [0]
    while ends[-1] < len(text):
        ends.append(word_end(text, ends[-1], cut if known else None))
    back = [len(text)]
    while back[-1] > 0:
        back.append(word_start(text, back[-1], cut if known else None))
    assert ends == back[::-1]
