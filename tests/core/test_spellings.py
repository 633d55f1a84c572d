"""Numbers at the start of a line, in every usual spelling."""

import pytest

from app.core.kinds import Kind
from app.core.spellings import Spelling, heading_number, typed_number


@pytest.mark.parametrize(
    ("text", "spelling", "ordinal", "number"),
    [
        ("一、学习", Spelling.FIRST, 1, "一、"),
        ("十二、学习", Spelling.FIRST, 12, "十二、"),
        ("一．学习", Spelling.FIRST, 1, "一．"),
        ("一. 学习", Spelling.FIRST, 1, "一. "),
        ("一 、学习", Spelling.FIRST, 1, "一 、"),
        ("（一）学习", Spelling.SECOND, 1, "（一）"),
        ("(二)学习", Spelling.SECOND, 2, "(二)"),
        ("（ 三 ）、学习", Spelling.SECOND, 3, "（ 三 ）、"),
        ("（四)　学习", Spelling.SECOND, 4, "（四)　"),
        ("㈠学习", Spelling.SECOND, 1, "㈠"),
        ("1.学习", Spelling.THIRD, 1, "1."),
        ("1．学习", Spelling.THIRD, 1, "1．"),
        ("１、学习", Spelling.THIRD, 1, "１、"),
        ("12. 学习", Spelling.THIRD, 12, "12. "),
        ("3.2026年工作", Spelling.THIRD, 3, "3."),
        ("⒉学习", Spelling.THIRD, 2, "⒉"),
        ("（1）学习", Spelling.FOURTH, 1, "（1）"),
        ("(２) 学习", Spelling.FOURTH, 2, "(２) "),
        ("3）学习", Spelling.FOURTH, 3, "3）"),
        ("⑴学习", Spelling.FOURTH, 1, "⑴"),
        ("第一部分　学习", Spelling.BOOK, 1, "第一部分　"),
        ("第 二 篇：学习", Spelling.BOOK, 2, "第 二 篇："),
        ("第一个问题，学习", Spelling.BOOK, 1, "第一个问题，"),
        ("第三章 学习", Spelling.CHAPTER, 3, "第三章 "),
        ("第四节、学习", Spelling.ARTICLE, 4, "第四节、"),
    ],
)
def test_a_number_is_read_with_the_blanks_behind_it(
    text: str, spelling: Spelling, ordinal: int, number: str
) -> None:
    found = heading_number(text)
    assert found is not None
    assert (found.spelling, found.ordinal, text[: found.length]) == (spelling, ordinal, number)
    assert not found.loose


@pytest.mark.parametrize("text", ["三）学习", "一　学习", "一，学习", "一：学习", "1，学习"])
def test_a_spelling_that_is_none_by_itself_is_loose(text: str) -> None:
    found = heading_number(text)
    assert found is not None and found.loose


@pytest.mark.parametrize(
    "text",
    [
        "",
        "学习",
        "1.5万人",
        "2025.5.1起",
        "一月份",
        "十五是",
        "（见附件）",
        "第一，",
        "第一时间",
        "9:30签到",
        "2026年",
        "①学习",
        "零、",
        "1,000元",
    ],
)
def test_other_text_has_no_heading_number(text: str) -> None:
    assert heading_number(text) is None


def test_a_line_may_be_nothing_but_a_number() -> None:
    found = heading_number("（一）")
    assert found is not None and found.length == 3


def test_a_typed_number_leaves_text_behind_it() -> None:
    assert typed_number("一、") is None
    assert typed_number("一是") is None
    found = typed_number("二要抓")
    assert found is not None and (found.kind, found.marker, found.ordinal) == (Kind.POINT, "要", 2)
