"""What a speech speaks of that is another in the next one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lang.entities import counted_noun, entities
from app.lang.mentions import Mentioned, mentions

PLAIN = "我们要把工作做实。全市各地区、各部门要高度重视，坚持稳中求进，一是抓项目，二是抓落实，开好这次会议。"


def found(text: str) -> list[tuple[str, str]]:
    return [(each.what.value, text[each.start : each.stop]) for each in mentions(text)]


def named(text: str, segmenter) -> list[tuple[str, str]]:
    return [(each.what.value, text[each.start : each.stop]) for each in entities(text, segmenter)]


@pytest.mark.parametrize("text", [
    "2025年5月31日", "二〇二五年五月三十一日", "2025年×月×日", "5月31日", "2025年5月",
])  # fmt: skip
def test_dates_are_found_whole(text: str) -> None:
    assert found(f"于{text}，") == [("日期", text)]


@pytest.mark.parametrize(("text", "what"), [
    ("2024年", "年份"), ("2024年度", "年份"), ("6月底", "时间"), ("上午9时30分", "时间"),
    ("3500.6亿", "数目"), ("1,234", "数目"), ("6.5%", "数目"), ("全市安全生产工作会议", "会议"),
    ("省委经济工作会议", "会议"), ("全市表彰大会暨推进会", "会议"),
])  # fmt: skip
def test_each_is_told_by_its_form(text: str, what: str) -> None:
    assert found(f"落实{text}元。") == [(what, text)]


def test_a_date_within_the_name_of_a_document_is_part_of_it() -> None:
    assert found("学习《2025年工作要点》，") == [("文件", "2025年工作要点")]


@pytest.mark.parametrize("text", [
    PLAIN, "第3项", "2.0版", "A4纸", "机会", "委员会", "召开会议", "全国人民代表大会", "百分之百", "COVID19",
])  # fmt: skip
def test_what_every_speech_says_is_not_found(text: str) -> None:
    assert found(text) == []


def test_a_scale_is_known_to_be_one() -> None:
    (amount,) = mentions("投资120.5亿元")
    assert (amount.what, amount.scale) == (Mentioned.QUANTITY, 1)


def test_people_are_told_by_their_post_or_by_what_they_are_called(jieba_segmenter) -> None:
    assert named("市委书记张建国同志强调，张三同志作了发言，市长×××讲话", jieba_segmenter) == [
        ("人名", "市委书记张建国"), ("人名", "张三"), ("人名", "市长×××"),
    ]  # fmt: skip
    (first, *_) = entities("副市长李明在会上讲话", jieba_segmenter)
    assert first.post == "副市长"


def test_places_and_bodies_are_told_by_their_last_word(jieba_segmenter) -> None:
    assert named("杭州市、浙江省宁波市要向××县学习，由市生态环境局牵头。", jieba_segmenter) == [
        ("地名", "杭州市"), ("地名", "浙江省宁波市"), ("地名", "××县"), ("单位", "市生态环境局"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", [PLAIN, "习近平同志强调", "新建学校", "大城市", "四省三县", "格局", "广大党员同志们"]
)
def test_common_words_are_no_names(text: str, jieba_segmenter) -> None:
    assert named(text, jieba_segmenter) == []


@pytest.mark.parametrize(("text", "number", "noun"), [
    ("实现地区生产总值3500亿元", "3500亿", "地区生产总值"), ("建成35个项目", "35", "项目"),
    ("增长6.5%，新建", "6.5%", "增长"),
    ("投资达到120亿元", "120亿", "投资"), ("共8", "8", ""),
])  # fmt: skip
def test_what_a_number_counts_stands_before_it_or_behind_its_unit(
    text, number, noun, jieba_segmenter
) -> None:
    at = text.index(number)
    assert counted_noun(text, at, at + len(number), jieba_segmenter) == noun


@given(st.text(alphabet="全市安全工作会议召开2025年5月31日《》%亿元个张三同志市长××，。\n A", max_size=60))
def test_mentions_stand_in_order_and_apart(jieba_segmenter, text: str) -> None:
    for row in (mentions(text), entities(text, jieba_segmenter)):
        at = 0
        for each in row:
            assert at <= each.start < each.stop <= len(text)
            assert 0 <= each.scale < each.stop - each.start and len(each.post) < each.stop - each.start
            at = each.stop
