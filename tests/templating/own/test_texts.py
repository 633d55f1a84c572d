"""Templates, occasions and facts become files again; what is not changed stays as the writer wrote it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UsageError
from app.core.facts import Date, Person
from app.core.kinds import Layer
from app.templating.declarations import facts_of
from app.templating.fields import Field, FieldType
from app.templating.library import Library, load_library
from app.templating.occasion import Occasion, Slot
from app.templating.occasion_file import occasion_of
from app.templating.own.fields_text import facts_text
from app.templating.own.occasion_text import occasion_text
from app.templating.own.section_text import section_text
from app.templating.section_template import SectionTemplate, section_of

ROOT = Path(__file__).resolve().parents[3]

SECTION = '''+++
# 王主任定的写法
名称 = "三句话小结" # 常用
部件 = ["pingjia"]
提示 = """
收集材料。
"""

[字段.单位]
类型 = "文字" # 全称
示例 = "市政府办公室"

[字段.时间]
类型 = "日期"
示例 = "2025年×月"
+++
今天的会议紧凑高效。
'''
PATH = Path("xiaojie.j2")


@pytest.fixture(scope="module")
def built_in() -> Library:
    return load_library([ROOT / "templates"])


def test_every_template_that_comes_with_the_program_is_the_same_when_nothing_is_changed(
    built_in: Library,
) -> None:
    for template in built_in.sections.values():
        text = template.path.read_text(encoding="utf-8")
        assert section_text(template, text) == text


def test_every_template_that_comes_with_the_program_can_be_written_anew(built_in: Library) -> None:
    for template in built_in.sections.values():
        assert meaning(section_of(section_text(template), template.path)) == meaning(template)


def test_every_occasion_is_the_same_when_nothing_is_changed(built_in: Library) -> None:
    for occasion in built_in.occasions.values():
        text = occasion.path.read_text(encoding="utf-8")
        assert occasion_text(occasion, text) == text


def test_every_occasion_without_variants_can_be_written_anew(built_in: Library) -> None:
    for occasion in built_in.occasions.values():
        if not occasion.variants:
            read = occasion_of(occasion_text(occasion), occasion.path)
            assert replace(read, head_line=0) == replace(occasion, head_line=0, built_in=False)


def test_the_facts_are_the_same_when_nothing_is_changed(built_in: Library) -> None:
    text = (ROOT / "templates" / "facts.toml").read_text(encoding="utf-8")
    assert facts_text(tuple(built_in.facts.values()), text) == text


def test_only_what_differs_is_written(built_in: Library) -> None:
    template = section_of(SECTION, PATH)
    changed = replace(template, name="小结", length=150, body=template.body + "散会。\n")
    assert section_text(changed, SECTION).splitlines() == [
        *SECTION.replace("三句话小结", "小结").splitlines()[:6],
        '"""',
        "字数 = 150",
        *SECTION.splitlines()[7:],
        "散会。",
    ]


def test_a_renamed_field_keeps_its_comments_and_its_place() -> None:
    template = section_of(SECTION, PATH)
    first, second = template.fields
    changed = replace(template, fields=(replace(first, name="印发单位", required=True), second))
    text = section_text(changed, SECTION, {"单位": "印发单位"})
    assert '[字段.印发单位]\n类型 = "文字" # 全称\n示例 = "市政府办公室"\n必填 = true\n' in text
    assert section_of(text, PATH).fields == changed.fields


def test_fields_can_be_taken_away_altogether() -> None:
    text = section_text(replace(section_of(SECTION, PATH), fields=()), SECTION)
    assert "字段" not in text
    assert "# 王主任定的写法" in text


def test_an_occasion_keeps_what_is_written_of_the_slots_that_stay(built_in: Library) -> None:
    occasion = built_in.occasions["tuijinhui"]
    former = occasion.path.read_text(encoding="utf-8").replace('id = "renwu"', 'id = "renwu" # 主体')
    slots = (
        *occasion.slots[3:5],
        Slot("xin", "新部件", Layer.TASKS, 5, False, "写新的", ("tj_renwu_neirong",)),
    )
    changed = replace(occasion, name="我的会", minutes=None, slots=slots)
    text = occasion_text(changed, former)
    assert 'id = "renwu" # 主体' in text
    assert replace(occasion_of(text, occasion.path), head_line=0) == replace(
        changed, head_line=0, built_in=False
    )


def test_what_an_occasion_says_by_variant_is_changed_in_the_text_only() -> None:
    former = """
名称 = "开闭幕"
变体 = ["开幕", "闭幕"]
变体事实 = "种类"
抬头 = {开幕 = "@标题 开", 闭幕 = "@标题 闭"}
[[部件]]
id = "kaichang"
名称 = "开场"
份额 = {开幕 = 10, 闭幕 = 20}
"""
    occasion = occasion_of(former, PATH)
    assert occasion_text(replace(occasion, name="两会"), former) == former.lstrip("\n").replace(
        "开闭幕", "两会"
    )
    for changed in (
        replace(occasion, head="@标题 别的"),
        replace(occasion, slots=(replace(occasion.slots[0], share=30),)),
    ):
        with pytest.raises(UsageError, match="变体"):
            occasion_text(changed, former)


WORDS = st.text(st.sampled_from("会议\"\\#\n[]='{ }é+"), max_size=8).map(str.strip)
NAMES = st.text(st.sampled_from("会议单位ab_1"), min_size=1, max_size=4).filter(str.isidentifier)
LINES = st.text(st.sampled_from("会议单\"\\#[]='{}"), min_size=1, max_size=6)


@st.composite
def fields(draw: st.DrawFn) -> Field:
    type_ = draw(st.sampled_from([*FieldType]))
    values = {
        FieldType.TEXT: LINES,
        FieldType.LONG: LINES,
        FieldType.DATE: st.sampled_from([Date(2025, 5, 31), Date(2025, 0, 0), Date(2025, 5)]),
        FieldType.NUMBER: st.integers(0, 10**9),
        FieldType.CHOICE: st.sampled_from(["甲", "乙"]),
        FieldType.LIST: st.lists(LINES, min_size=1, max_size=3).map(tuple),
        FieldType.PERSON: st.builds(Person, LINES, st.just("市长")),
    }
    optional = st.none() | values[type_]
    choices = ("甲", "乙") if type_ is FieldType.CHOICE else ()
    return Field(
        draw(NAMES), type_, draw(st.booleans()), draw(optional), draw(optional), draw(WORDS), choices
    )


DECLARED = st.lists(fields(), max_size=4, unique_by=lambda field: field.name)


@st.composite
def templates(draw: st.DrawFn) -> SectionTemplate:
    own = draw(DECLARED)
    return SectionTemplate(
        "xiaojie", draw(WORDS.filter(bool)), tuple(draw(st.lists(st.sampled_from(["a", "b"]), max_size=2))),
        draw(st.none() | st.sampled_from([*Layer])), draw(st.none() | st.integers(0, 9999)),
        draw(WORDS), draw(WORDS), tuple(own), draw(st.sampled_from(["", "正文\n", "+++\n"])), 0, PATH,
    )  # fmt: skip


@given(templates(), templates())
def test_whatever_is_changed_into_whatever_reads_as_it_was_meant(
    before: SectionTemplate, after: SectionTemplate
) -> None:
    former = section_text(before)
    assert meaning(section_of(former, PATH)) == meaning(before)
    assert meaning(section_of(section_text(after, former), PATH)) == meaning(after)


@given(DECLARED, DECLARED)
def test_facts_read_as_they_were_declared(before: list[Field], after: list[Field]) -> None:
    former = facts_text(before)
    assert facts_of(facts_text(after, former), "facts.toml") == tuple(after)


def meaning(item: SectionTemplate) -> SectionTemplate:
    return replace(item, body_line=0, built_in=False)


def test_an_occasion_may_be_made_from_nothing() -> None:
    path = Path("xinhui.toml")
    slots = (
        Slot("kaichang", "开场", templates=("a",)),
        Slot("renwu", "任务", Layer.TASKS, 60, False, "写\n两行"),
    )
    occasion = Occasion(
        "xinhui", "新会", "", ("会议名称",), (800, 1200), None, "gb9704", (), "@标题 会", 1, slots, path
    )
    assert replace(occasion_of(occasion_text(occasion), path), head_line=1) == occasion
