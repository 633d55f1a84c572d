"""Markup typed by hand: told from other text, its facts typed, its counts filled in."""

import pytest

from app.core.computed import SCOPE
from app.core.errors import ReadError
from app.core.facts import Date, Person
from app.core.markup import print_markup
from app.jobs.markup_files import MarkupDraft, is_markup, read_markup
from app.templating.fields import Field, FieldType, by_name
from tests.jobs.speeches import SPEECH

FACTS = by_name(
    [
        Field("会议日期", FieldType.DATE),
        Field("讲话人", FieldType.PERSON),
        Field("到会人数", FieldType.NUMBER),
    ]
)


def read(text: str) -> MarkupDraft:
    return read_markup(text, "稿.md", FACTS)


@pytest.mark.parametrize(
    "text",
    [
        "+++\n+++\n一、有文件头，正文怎么写都行",
        "# 提高站位\n正文",
        "正文\n## 一体推进\n## 三要素协同\n## 2025年目标\n### 3.5%的增长\n# 第一书记怎么当",
        "@标题 讲话",
        "- 抓紧开工",
        "+- 加快建成",
        "　　# 缩进的标题",
        "# 提高\n正文里有一、二、三",
    ],
)
def test_marks_without_typed_numbers_are_markup(text: str) -> None:
    assert is_markup(text)


@pytest.mark.parametrize(
    "text",
    [
        "正文一行",
        "一、提高站位\n（一）大势",
        "# 一、提高站位",
        "# 讲话\n## （一）大势",
        "## (一)大势",
        "## **二、总结**",
        "### 1.抓规划",
        "### 1. 抓规划",
        "### 2、抓规划",
        "### （3）抓规划",
        "# 第一章 总则",
        "# 第二部分　任务",
        "# 第一，抓落实",
        "## ① 抓落实",
        "",
    ],
)
def test_typed_numbers_or_no_marks_are_left_to_the_recogniser(text: str) -> None:
    assert not is_markup(text)


def test_facts_get_the_types_that_are_declared() -> None:
    facts = read(SPEECH).draft.facts
    assert facts.get("会议日期") == Date(2025, 0, 0)
    assert facts.get("讲话人") == Person("×××", "市长")
    assert facts.get("会议名称") == "全市××工作推进会议"


def test_a_value_of_another_type_stays_as_it_is_and_is_told() -> None:
    found = read('+++\n[事实]\n到会人数 = "不少"\n+++\n正文')
    assert found.draft.facts.get("到会人数") == "不少"
    assert len(found.notices) == 1 and "到会人数" in found.notices[0]


def computed(found: MarkupDraft) -> list[str]:
    runs = [run for block in found.draft.blocks for run in block.runs]
    return [run.text for run in runs if run.bind and run.bind.scope == SCOPE]


def test_a_count_that_was_left_open_is_filled_in() -> None:
    assert computed(read("讲[几](=@意见数)点\n# 甲\n# 乙")) == ["两"]


def test_a_count_that_somebody_wrote_is_left_alone() -> None:
    assert computed(read("讲[三](=@意见数)点\n# 甲\n# 乙")) == ["三"]


def test_what_is_read_is_read_again_as_the_same() -> None:
    once = read(SPEECH)
    text = print_markup(once.draft)
    assert print_markup(read(text).draft) == text


def test_every_block_knows_its_line() -> None:
    found = read("+++\n+++\n\n# 甲\n正文\n\n- 乙")
    assert [found.lines[block.id] for block in found.draft.blocks] == [4, 5, 7]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("+++\n场合 = \n+++\n", "第 2 行"),
        ("+++\n[事实]\n到会人数 = 1" + "0" * 5000 + "\n+++\n", "太长"),
        ("+++\n[事实]\n到会人数 = 1e999999999\n+++\n", "太长"),
        ("+++\n[事实]\n" + "a." * 600 + "b = 1\n+++\n", "第 3 行"),
        ("+++\n没有收尾", "+++"),
        ("正文\n@没有这种 文字", "第 2 行"),
        ("# 甲 {层=没有}", "第 1 行"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: str) -> None:
    with pytest.raises(ReadError, match=line.replace("+", r"\+")):
        read(text)
