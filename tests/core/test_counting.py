"""字数: the table of DESIGN.md §2."""

import pytest

from app.core.counting import Count, block_counts, count_text, total
from app.core.markup import parse_markup

CASES = [
    ("", 0),
    ("同志们：", 4),
    ("一", 1),
    ("2025年", 2),
    ("2025年5月31日", 6),
    ("增长3.5%。", 4),
    ("AI产业", 3),
    ("AI 产业", 3),
    ("GDP超过10000亿元", 6),
    ("3—5家", 4),
    ("3～5家", 4),
    ("“十四五”规划", 7),
    ("‘一’", 3),
    ("他说……", 4),
    ("——在会上", 5),
    ("×××", 3),
    ("××市", 3),
    ("《通知》", 4),
    ("〔2025〕3号", 5),
    ("和 谐", 2),
    ("　　首行缩进", 4),
    ("hello world", 2),
    ("a,b", 1),
    ("1,234.5万元", 3),
    ("１２３", 3),
    ("①第一项", 4),
    ("（一）", 3),
    ("12:30开会", 3),
    ("Jean·Paul", 3),
    ("𠮷野家", 3),
    ("℃", 1),
    ("http://x.cn/a?b=1 见网址", 4),
    ("100%、50%", 3),
    ("，。；：？！", 6),
    ("同志\u200b们", 3),
    ("葛\U000e0100城", 2),
    ("\ufeff", 0),
    ("co\u00adop", 1),
]


@pytest.mark.parametrize(("text", "count"), CASES)
def test_characters_are_counted_as_the_trade_counts(text: str, count: int) -> None:
    assert count_text(text) == count


def counts(markup: str) -> list[Count]:
    return list(block_counts(parse_markup(markup).blocks))


def test_numbers_count_as_printed() -> None:
    assert counts("# 提高\n## 认识\n### 做实\n- 抓紧") == [Count(4), Count(5), Count(3), Count(4)]


def test_a_number_and_digits_after_it_are_one_run() -> None:
    assert counts("### 2025年") == [Count(2)]


def test_placeholders_are_counted_apart() -> None:
    assert counts("完成【待填：个数】个") == [Count(3, 7)]


def test_a_placeholder_parts_the_runs_around_it() -> None:
    assert counts("A【甲】B") == [Count(2, 3)]


def test_counts_add_up_and_empty_blocks_count_nothing() -> None:
    assert total(counts("#\n正文\n【空】")) == Count(2, 3)
