"""Paragraphs become blocks: by levels of the source, and by numbers that lead on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import FORCED_LINE_END, Run
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import print_block
from app.core.numbering import numbers
from app.core.repair import repaired
from app.importing.paragraphs import Paragraph
from app.importing.recognise import Recognised, recognise_part
from app.importing.text import read_text


def recognised(text: str) -> Recognised:
    return recognise_part(read_text(text).paragraphs, counting_ids())


def lines(found: Recognised) -> list[str]:
    return [print_block(block) for block in found.draft.blocks]


def test_numbers_at_the_start_of_lines_make_headings_of_four_levels_and_points() -> None:
    text = "开头。\n一、统一思想\n（一）提高认识。正文。\n1.抓学习\n（1）集中学\n一是学原文。\n二要记笔记。\n二、抓好落实"
    found = recognised(text)
    assert lines(found) == [
        "开头。",
        "# 统一思想",
        "## 提高认识。正文。",
        "### 抓学习",
        "#### 集中学",
        "- 学原文。",
        "二要记笔记。",
        "# 抓好落实",
    ]
    assert [item.text for item in found.report.items] == ["一、", "（一）", "1.", "（1）", "一是", "二、"]
    assert [item.line for item in found.report.items] == [2, 3, 4, 5, 6, 8]


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("(一)", "## 甲"),
        ("（一）、", "## 甲"),
        ("( 一 ) ", "## 甲"),
        ("1．", "### 甲"),
        ("１．", "### 甲"),
        ("1、", "### 甲"),
        ("1. ", "### 甲"),
        ("(1)", "#### 甲"),
        ("（１）", "#### 甲"),
        ("一.", "# 甲"),
        ("一、　", "# 甲"),
    ],
)
def test_usual_spellings_of_numbers_are_read(number: str, line: str) -> None:
    assert lines(recognised(f"{number}甲\n乙")) == [line, "乙"]


@pytest.mark.parametrize(
    "text",
    [
        "1.5万人参加。",
        "2025.5.1起",
        "一、",
        "二、三产业比重提高。",
        "首先，要提高认识。",
        "十五是重要的。",
        "一月份以来",
        "（见附件）甲",
    ],
)
def test_what_leads_nowhere_stays_text(text: str) -> None:
    found = recognised(f"开头。\n{text}\n结尾。")
    assert [block.kind for block in found.draft.blocks] == [Kind.BODY] * 3
    assert found.draft.blocks[1].text == text
    assert found.report.items == ()


def test_a_section_that_was_cut_out_begins_where_it_begins() -> None:
    assert lines(recognised("三、推进改革\n正文")) == ["# 推进改革", "正文"]


def test_points_whose_first_stands_within_a_paragraph_are_of_its_series() -> None:
    found = recognised("要做到：一是甲。\n二是乙。\n三是丙。\n结尾。")
    assert lines(found) == ["要做到：", "+- 甲。", "- 乙。", "- 丙。", "结尾。"]


def test_points_within_a_paragraph_run_on_in_it() -> None:
    assert lines(recognised("一是甲；二是乙；三是丙。")) == ["- 甲；", "+- 乙；", "+- 丙。"]


def test_nothing_is_put_in_where_a_stretch_lacks_what_was_not_copied() -> None:
    assert lines(recognised("一、甲\n三、丙\n四、丁")) == ["# 甲", "# 丙", "# 丁"]
    assert lines(recognised("二是乙。\n三是丙。")) == ["二是乙。", "三是丙。"]
    assert lines(recognised("一是甲。\n一、题\n二是乙。"))[2] == "二是乙。"


def test_a_series_that_begins_anew_is_numbered_anew() -> None:
    found = recognised("一、甲\n（一）乙\n二、丙\n（一）丁\n一是己。\n二是庚。\n一是辛。")
    assert numbers(found.draft.blocks) == ("一、", "（一）", "二、", "（一）", "一是", "二是", "一是")


def test_levels_of_the_source_make_headings_without_their_typed_numbers() -> None:
    source = (
        Paragraph((Run("第一部分 甲"),), level=1),
        Paragraph((Run("（三）乙"),), level=2),
        Paragraph((Run("关于"), Run(f"{FORCED_LINE_END}丙")), level=3),
        Paragraph((Run("丁"),), level=4, number="(1)"),
    )
    found = recognise_part(source, counting_ids())
    assert lines(found) == ["# 甲", "## 乙", "### 关于丙", "#### 丁"]
    assert [item.text for item in found.report.items] == ["第一部分", "（三）", "(1)"]


def test_levels_of_a_page_are_those_of_its_numbers() -> None:
    source = tuple(
        Paragraph((Run(text),), level=level)
        for text, level in (
            ("标题", 1),
            ("一、甲", 2),
            ("（一）乙", 3),
            ("1. 丙", 4),
            ("2. 丁", 4),
            ("二、戊", 2),
        )
    )
    found = recognise_part(source, counting_ids())
    assert lines(found)[1:] == ["# 甲", "## 乙", "### 丙", "### 丁", "# 戊"]


def test_bold_of_a_heading_is_its_look_and_bold_in_the_text_is_a_mark() -> None:
    source = (
        Paragraph((Run("一、甲", bold=True),)),
        Paragraph((Run("（一）乙。", bold=True), Run("正文"), Run("粗", bold=True))),
        Paragraph((Run("全段", bold=True),)),
    )
    assert lines(recognise_part(source, counting_ids())) == ["# 甲", "## 乙。正文**粗**", "**全段**"]


def test_a_computed_number_that_is_none_of_ours_stays_as_text() -> None:
    found = recognise_part(
        (Paragraph((Run("甲"),), number="第一条"), Paragraph((Run("乙"),), number="a.")), counting_ids()
    )
    assert lines(found) == ["第一条甲", "a.乙"]


def test_lines_within_a_paragraph_are_blocks() -> None:
    found = recognise_part((Paragraph((Run(f"甲{FORCED_LINE_END}"), Run("乙", bold=True))),), counting_ids())
    assert lines(found) == ["甲", "**乙**"]


pieces = st.lists(
    st.sampled_from(
        [
            "一、",
            "二、",
            "三是",
            "一是",
            "（一）",
            "(2)",
            "1.",
            "2．",
            "5",
            "讲话",
            "。",
            "；",
            "【x】",
            FORCED_LINE_END,
            " ",
            "\u3000",
        ]
    ),
    min_size=1,
    max_size=7,
).map("".join)
paragraphs = st.builds(
    Paragraph,
    st.lists(st.builds(Run, pieces, bold=st.booleans()), min_size=1, max_size=3).map(tuple),
    st.none() | st.integers(1, 4),
    st.sampled_from(["", "一、", "（二）", "3.", "•"]),
    st.none() | st.integers(1, 9),
)


@given(st.lists(paragraphs.filter(lambda each: bool(each.text.strip())), max_size=8))
def test_every_visible_character_is_in_the_draft_or_a_number_that_is_told(source: list[Paragraph]) -> None:
    found = recognise_part(source, counting_ids())
    assert repaired(found.draft) == found.draft
    told = [item.text for item in found.report.items]
    texts = [block.text for block in found.draft.blocks]
    whole = "".join(each.number + each.text for each in source)
    assert sorted(seen("".join([*texts, *told]))) == sorted(seen(whole))


def seen(text: str) -> str:
    return "".join(text.split())
