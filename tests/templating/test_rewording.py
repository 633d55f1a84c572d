"""Replacing what a fact prints changes the fact, where its value can say the new text."""

import pytest

from app.core.draft import Draft
from app.core.facts import Date, FactValue, Person
from app.core.ids import counting_ids
from app.core.markup import parse_markup
from app.core.plan import applied
from app.core.search import Query, find
from app.templating.library import Library
from app.templating.rewording import fact_reworded, replaced_with_facts
from tests.templating.sample import DRAFT

LIBRARY = Library(facts=DRAFT)
FACTS = """
会议名称 = "全市××推进会议"
会议日期 = 2025-05-31
议程 = ["听取汇报", "讨论文件"]
讲话人 = {职务 = "市长", 姓名 = "×××"}
单位数 = 12
"""


def draft_of(text: str) -> Draft:
    return parse_markup(f"+++\n[事实]\n{FACTS}\n+++\n{text}", counting_ids())


def reworded(text: str, old: str, new: str) -> Draft | None:
    draft = draft_of(text)
    hits = [hit for hit in find(draft, Query(old)) if hit.bind]
    plan = fact_reworded(draft, hits[:1], new, LIBRARY)
    return plan and applied(plan, draft)


@pytest.mark.parametrize(
    ("text", "old", "new", "name", "value"),
    [
        ("[全市××推进会议](=会议名称)", "推进", "工作", "会议名称", "全市××工作会议"),
        ("[2025年5月31日](=会议日期)", "5月", "6月", "会议日期", None),
        ("[2025年5月31日](=会议日期)", "31日", "30日", "会议日期", Date(2025, 5, 30)),
        ("[5月31日](=会议日期|月日)", "31", "30", "会议日期", Date(2025, 5, 30)),
        ("[讨论文件](=议程|第2项)", "文件", "方案", "议程", ("听取汇报", "讨论方案")),
        ("[市长](=讲话人|职务)", "市长", "书记", "讲话人", Person("×××", "书记")),
        ("[12](=单位数)", "12", "13", "单位数", 13),
        ("[12](=单位数)", "12", "许多", "单位数", None),
    ],
)
def test_the_value_that_prints_the_new_text_is_found_or_none(
    text: str, old: str, new: str, name: str, value: FactValue | None
) -> None:
    after = reworded(f"甲{text}乙", old, new)
    assert (after and after.facts.get(name)) == value


def test_every_place_of_the_fact_follows() -> None:
    after = reworded("在[全市××推进会议](=会议名称)上\n\n[全市××推进会议](=会议名称)。", "推进", "工作")
    assert after and [block.text for block in after.blocks] == ["在全市××工作会议上", "全市××工作会议。"]


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("[全县会议](=会议名称)", "会议"),
        ("讲[几](=@意见数)点", "几"),
        ("在[全市××推进会议](=会议名称)上", "会议上"),
    ],
)
def test_what_is_edited_by_hand_reckoned_or_goes_beyond_is_no_fact_to_change(text: str, old: str) -> None:
    assert reworded(text, old, "大会") is None


def all_replaced(text: str, old: str, new: str) -> tuple[Draft, list[str]]:
    draft = draft_of(text)
    plan, left = replaced_with_facts(draft, lambda of: find(of, Query(old)), new, LIBRARY)
    return applied(plan, draft), [hit.bind.name for hit in left if hit.bind]


def test_all_is_replaced_in_one_step_with_the_facts() -> None:
    after, left = all_replaced(
        "在[全市××推进会议](=会议名称)上\n\n# 会议要开好，[5月](=会议日期|月)的会议", "会议", "大会"
    )
    assert [block.text for block in after.blocks] == ["在全市××推进大会上", "大会要开好，5月的大会"]
    assert after.facts.get("会议名称") == "全市××推进大会"
    assert left == []


def test_a_replacement_that_holds_what_is_looked_for_comes_in_once() -> None:
    after, _ = all_replaced(
        "[全市××推进会议](=会议名称)和[全市××推进会议](=会议名称)和会议", "会议", "会议室"
    )
    assert after.blocks[0].text == "全市××推进会议室和全市××推进会议室和会议室"


def test_several_hits_in_one_place_are_replaced_together() -> None:
    after, left = all_replaced("[全市××推进会议](=会议名称)", "×", "某")
    assert after.facts.get("会议名称") == "全市某某推进会议" and left == []


def test_items_of_a_list_in_several_places_all_follow() -> None:
    after, left = all_replaced("[听取汇报](=议程|第1项)，[讨论文件](=议程|第2项)", "[听讨]", "x")
    assert (after.facts.get("议程"), left) == (("听取汇报", "讨论文件"), [])
    draft = draft_of("[听取汇报](=议程|第1项)，[讨论文件](=议程|第2项)")
    plan, left = replaced_with_facts(
        draft, lambda of: find(of, Query("听取|讨论", pattern=True)), "研究", LIBRARY
    )
    assert applied(plan, draft).blocks[0].text == "研究汇报，研究文件"
    assert left == ()


def test_what_does_not_fit_is_told_and_left() -> None:
    after, left = all_replaced("[12](=单位数)个、12个", "12", "许多")
    assert (after.blocks[0].text, left) == ("12个、许多个", ["单位数"])
