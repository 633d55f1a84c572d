"""A draft follows its facts where it has them live, and leaves alone what was written by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Bind, Draft, Run
from app.core.facts import Date, FactSheet, FactValue, Person
from app.core.ids import counting_ids
from app.core.markup import parse_markup
from app.core.plan import applied
from app.core.repair import repaired
from app.templating.binding import (
    Place,
    Uses,
    bind_again,
    bound_places,
    fact_changed,
    fact_uses,
    field_changed,
)
from app.templating.fields import Field, FieldType, by_name
from app.templating.forms import bound_run, form_fits, placeholder_text
from tests.core.strategies import values
from tests.templating.small_library import text_of


def draft_of(text: str, facts: str = "") -> Draft:
    return parse_markup(f"+++\n[事实]\n{facts}\n+++\n{text}", counting_ids())


MEETING = '会议名称 = "甲会"'
TEXT = """
@标题 在[甲会](=会议名称)上的讲话
今天召开[甲会](=会议名称)，学习[甲会精神](=会议名称)，贯彻甲会要求。
"""


def test_a_changed_fact_is_printed_wherever_it_is_live() -> None:
    draft = draft_of(TEXT, MEETING)
    after = applied(fact_changed(draft, "会议名称", "乙会"), draft)
    assert text_of(after) == "在乙会上的讲话\n今天召开乙会，学习甲会精神，贯彻甲会要求。"
    assert after.facts.get("会议名称") == "乙会"


def test_a_fact_taken_away_becomes_its_placeholder_again() -> None:
    draft = draft_of(TEXT, MEETING)
    after = applied(fact_changed(draft, "会议名称", None), draft)
    title = after.blocks[0].runs[1]
    assert title == Run("【会议名称】", bind=Bind("draft", "会议名称"), placeholder=True)
    assert "会议名称" not in after.facts


def test_a_placeholder_takes_the_value_that_was_missing() -> None:
    draft = draft_of("召开[【会议名称】](=会议名称)，在[【待填：问办公室】](=会议名称)。")
    after = applied(fact_changed(draft, "会议名称", "乙会"), draft)
    assert text_of(after) == "召开乙会，在乙会。"
    assert not any(run.placeholder for run in after.blocks[0].runs)


def test_what_was_written_over_a_missing_fact_is_left_alone() -> None:
    draft = draft_of("召开[本次会议](=会议名称)。")
    after = applied(fact_changed(draft, "会议名称", "乙会"), draft)
    assert after.blocks == draft.blocks


def test_every_form_follows_in_its_own_way() -> None:
    draft = draft_of(
        "[2025年5月](=会议日期|年月)，[5月31日](=会议日期|月日)，[2025年5月31日](=会议日期)",
        "会议日期 = 2025-05-31",
    )
    after = applied(fact_changed(draft, "会议日期", Date(2026, 1, 0)), draft)
    assert text_of(after) == "2026年1月，1月×日，2026年1月×日"


def test_items_that_vanish_become_placeholders_and_come_back() -> None:
    draft = draft_of("- [甲](=议程|第1项)\n- [乙](=议程|第2项)\n共[甲和乙](=议程)", '议程 = ["甲", "乙"]')
    shorter = applied(fact_changed(draft, "议程", ("丙",)), draft)
    assert text_of(shorter) == "丙\n【议程二】\n共丙"
    assert applied(fact_changed(shorter, "议程", ("甲", "乙")), shorter) == draft


def test_a_value_of_another_type_leaves_forms_that_do_not_fit_it() -> None:
    draft = draft_of("[2025年5月](=会议日期|年月)，[2025年5月31日](=会议日期)", "会议日期 = 2025-05-31")
    after = applied(fact_changed(draft, "会议日期", "近日"), draft)
    assert text_of(after) == "2025年5月，近日"


def test_a_run_whose_form_no_longer_fits_is_not_live_and_is_not_bound_again() -> None:
    draft = draft_of("[2025年5月](=会议日期|年月)", '会议日期 = "近日"')
    place = bound_places(draft, "draft", "会议日期")[0]
    assert not place.live
    assert bind_again(draft, place).is_empty


def test_a_default_stands_where_a_fact_is_taken_away() -> None:
    fields = by_name([Field("称谓", FieldType.TEXT, default="同志们")])
    draft = draft_of("@称谓 [各位来宾](=称谓)：", '称谓 = "各位来宾"')
    after = applied(fact_changed(draft, "称谓", None, fields), draft)
    assert after.blocks[0].text == "同志们："
    assert bound_places(after, "draft", "称谓", fields=fields)[0].live


def test_computed_values_are_right_after_the_same_step() -> None:
    draft = draft_of("我讲[几](=@意见数)点。\n# [【议题】](=议题)\n# 乙")
    after = applied(fact_changed(draft, "议题", "抓落实"), draft)
    assert after == applied(fact_changed(after, "议题", "抓落实"), after)
    assert after.blocks[1].text == "抓落实"


SECTIONS = """
+++
[事实]
单位 = "全篇"
[节.1.字段]
单位 = "甲县"
[节.2.字段]
单位 = "乙县"
+++
# 一 {数据=1}
[甲县](=.单位)要抓紧，[全篇](=单位)。
# 二 {数据=2}
[乙县](=.单位)要抓紧，[甲县](=.单位)也要。
"""


def test_a_field_is_renewed_in_its_own_section_only() -> None:
    draft = parse_markup(SECTIONS.lstrip(), counting_ids())
    first, second = (block.section.id for block in draft.blocks if block.section)
    after = applied(field_changed(draft, first, "单位", "丙县"), draft)
    assert text_of(after) == "一\n丙县要抓紧，全篇。\n二\n乙县要抓紧，甲县也要。"
    assert applied(field_changed(after, first, "单位", "甲县"), after) == draft
    assert [place.live for place in bound_places(after, "section", "单位", second)] == [True, False]


def test_a_missing_field_asks_to_be_filled_in() -> None:
    draft = parse_markup(SECTIONS.lstrip(), counting_ids())
    section = draft.blocks[0].section
    assert section is not None
    after = applied(field_changed(draft, section.id, "单位", None), draft)
    assert after.blocks[1].text == "【待填：单位】要抓紧，全篇。"


def test_a_section_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        field_changed(draft_of("正文"), "zzzzzzzz", "单位", "甲")
    with pytest.raises(KeyError):
        bound_places(draft_of("正文"), "section", "单位", "zzzzzzzz")


def test_bound_places_say_which_are_live() -> None:
    draft = draft_of(TEXT, MEETING)
    title, body = draft.blocks
    assert bound_places(draft, "draft", "会议名称") == (
        Place(title.id, 1, "甲会", True),
        Place(body.id, 1, "甲会", True),
        Place(body.id, 3, "甲会精神", False),
    )


def test_a_run_edited_by_hand_is_bound_again() -> None:
    draft = draft_of(TEXT, MEETING)
    place = bound_places(draft, "draft", "会议名称")[2]
    after = applied(bind_again(draft, place), draft)
    assert after.blocks[1].text == "今天召开甲会，学习甲会，贯彻甲会要求。"
    assert all(each.live for each in bound_places(after, "draft", "会议名称"))


def test_nothing_is_bound_again_where_there_is_no_value() -> None:
    draft = draft_of("召开[本次会议](=会议名称)。")
    place = bound_places(draft, "draft", "会议名称")[0]
    assert not place.live
    assert bind_again(draft, place).is_empty
    assert bind_again(draft, Place(place.block_id, 0, "", False)).is_empty
    assert bind_again(draft, Place(place.block_id, 99, "", False)).is_empty


def test_a_field_is_bound_again_from_its_section() -> None:
    draft = parse_markup(SECTIONS.lstrip(), counting_ids())
    place = Place(draft.blocks[3].id, 2, "甲县", False)
    assert applied(bind_again(draft, place), draft).blocks[3].text == "乙县要抓紧，乙县也要。"


def test_the_places_of_each_fact_are_counted_and_those_edited_by_hand_beside_them() -> None:
    text = f"{TEXT}之后是[【会议地点】](=会议地点)，[**甲会**](=会议名称)(^核一下)也定了。\n"
    assert fact_uses(draft_of(text, MEETING)) == {"会议名称": Uses(4, edited=1), "会议地点": Uses(1)}


def test_a_place_that_says_the_default_of_its_fact_was_not_edited() -> None:
    declared = by_name((Field("本级", FieldType.TEXT, default="市"),))
    assert fact_uses(draft_of("我[市](=本级)实际"), declared) == {"本级": Uses(1)}
    assert fact_uses(draft_of("我[县](=本级)实际"), declared) == {"本级": Uses(1, edited=1)}


def test_marks_of_a_run_stay_when_its_value_changes() -> None:
    draft = draft_of("[**甲会**](=会议名称)(?)(^核一下)", MEETING)
    run = applied(fact_changed(draft, "会议名称", "乙会"), draft).blocks[0].runs[0]
    assert (run.text, run.bold, run.query, run.comment) == ("乙会", True, True, "核一下")


FORMS = ("", "年月", "月日", "署名", "姓名", "条数", "顿号", "第1项", "第3项", "两", "百分比", "去句号")


@st.composite
def live_drafts(draw: st.DrawFn) -> tuple[Draft, FactValue]:
    """A draft whose fact 事 stands live in several forms among text that has nothing to do with it."""
    value = draw(st.none() | values)
    other = draw(values)
    said = [each for each in (value, other) if each is not None]
    forms = [form for form in FORMS if all(form_fits(each, form) for each in said)]
    runs: list[Run] = []
    for form in draw(st.lists(st.sampled_from(forms), max_size=6)) if forms else []:
        text = draw(st.text(st.sampled_from("甲乙，。"), min_size=1, max_size=4))
        runs += [Run(text), bound_run(Bind("draft", "事", form), value)]
    plain = draft_of("\n".join(["正文"] * 3))
    block = replace(plain.blocks[1], runs=(*plain.blocks[1].runs, *runs))
    facts = FactSheet().with_value("事", value)
    return repaired(replace(plain, facts=facts, blocks=(plain.blocks[0], block, plain.blocks[2]))), other


@given(live_drafts())
def test_a_fact_changed_and_changed_back_gives_the_same_draft(case: tuple[Draft, FactValue]) -> None:
    draft, other = case
    changed = applied(fact_changed(draft, "事", other), draft)
    assert repaired(changed) == changed
    assert applied(fact_changed(changed, "事", draft.facts.get("事")), changed) == draft


@given(live_drafts())
def test_text_that_is_not_bound_never_changes(case: tuple[Draft, FactValue]) -> None:
    draft, other = case

    def unbound(each: Draft) -> list[str]:
        return [run.text for block in each.blocks for run in block.runs if run.bind is None]

    assert unbound(applied(fact_changed(draft, "事", other), draft)) == unbound(draft)


@given(live_drafts())
def test_every_live_run_says_the_new_value(case: tuple[Draft, FactValue]) -> None:
    draft, other = case
    changed = applied(fact_changed(draft, "事", other), draft)
    assert all(place.live for place in bound_places(changed, "draft", "事"))


def test_the_placeholder_of_a_person_names_the_part_that_is_missing() -> None:
    draft = draft_of("请[市长](=讲话人|职务)讲话。", '讲话人 = {职务 = "市长", 姓名 = "×××"}')
    after = applied(fact_changed(draft, "讲话人", Person("×××")), draft)
    bind = after.blocks[0].runs[1].bind
    assert bind is not None
    assert after.blocks[0].text == f"请{placeholder_text(bind)}讲话。"
