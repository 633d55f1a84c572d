"""Half-width marks in Chinese text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.importing.punctuation import full_width

MIXED = st.text(st.sampled_from("我们要做好，。（）“”AIgdp0123,:;?!()./@ %\u3000wh"), max_size=40)


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("同志们:", "同志们："),
        ("提高认识,统一思想;抓好落实!", "提高认识，统一思想；抓好落实！"),
        ("怎么看?怎么干?", "怎么看？怎么干？"),
        ("(一)提高认识", "（一）提高认识"),
        ("(1)提高认识", "（1）提高认识"),
        ("王明(市长)说", "王明（市长）说"),
        ("国内生产总值(GDP)增长", "国内生产总值（GDP）增长"),
        ("(2023年12月5日)", "（2023年12月5日）"),
        ("增长3.5%,高于全省", "增长3.5%，高于全省"),
        ("运用AI,提高效率", "运用AI，提高效率"),
        ("共有:3个", "共有：3个"),
        ("你好, 同志们", "你好， 同志们"),
        ("“讲政治”,是根本", "“讲政治”，是根本"),
        ("见http://a.cn/b?c=1 ,请看", "见http://a.cn/b?c=1 ，请看"),
        ("3个方面,(一)是认识", "3个方面，（一）是认识"),
    ],
)
def test_marks_among_chinese_characters_become_full_width(half: str, full: str) -> None:
    assert full_width(half) == full


@pytest.mark.parametrize(
    "text",
    [
        "投资3,500万元",
        "上午10:30开会",
        "比例为1:3",
        "Hello, world! (again)",
        "https://www.gov.cn/zhengce/2023-12/05/content.htm?id=1,2",
        "http://a.cn/讲话?x=1",
        "someone@a.cn",
        "函数f(x)的值",
        "1,提高认识",
        "2.5",
        "一、提高认识，统一思想。",
        "1)提高认识",
        "",
    ],
)
def test_marks_of_numbers_times_english_and_addresses_stay(text: str) -> None:
    assert full_width(text) == text


@given(MIXED)
@example("(!）")
def test_doing_it_twice_changes_nothing_more_and_the_length_stays(text: str) -> None:
    once = full_width(text)
    assert full_width(once) == once
    assert len(once) == len(text)


@given(MIXED)
def test_only_marks_change(text: str) -> None:
    changed = {(old, new) for old, new in zip(text, full_width(text), strict=True) if old != new}
    assert changed <= set(zip(",:;?!()", "，：；？！（）", strict=True))
