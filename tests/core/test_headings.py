"""All headings of a level side by side, and written back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.headings import LEVELS, groups, with_headings
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.lead import SENTENCE_ENDS
from app.core.markup import parse_markup, print_block
from app.core.plan import applied
from tests.core.strategies import drafts

SPEECH = """
@标题 讲话
# 认识到位
## 必然要求。正文。
- 责任到人；
- 时限到天。
## 现实需要
+ - 开工一批。逐个明确。
# 任务明确
### 抓规划
"""


def draft(markup: str = SPEECH) -> Draft:
    return parse_markup(markup, counting_ids())


def told(before: Draft, level: Kind) -> list[tuple[str, list[str]]]:
    return [
        (group.parent, [heading.number + heading.text for heading in group.headings])
        for group in groups(before, level)
    ]


def renamed(before: Draft, texts: dict[int, str]) -> Draft:
    """The draft with the headings of some blocks, by index, written anew."""
    return applied(with_headings(before, {before.blocks[at].id: text for at, text in texts.items()}), before)


def line(markup: str, text: str) -> str:
    """A line of markup after its heading was written anew."""
    return print_block(renamed(draft(markup), {0: text}).blocks[0])


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (Kind.H1, [("", ["一、认识到位", "二、任务明确"])]),
        (Kind.H2, [("一、认识到位", ["（一）必然要求", "（二）现实需要"])]),
        (Kind.H3, [("二、任务明确", ["1.抓规划"])]),
        (Kind.H4, []),
        (
            Kind.POINT,
            [("（一）必然要求", ["一是责任到人", "二是时限到天"]), ("（二）现实需要", ["一是开工一批"])],
        ),
    ],
)
def test_headings_stand_in_groups_under_their_parents(level: Kind, expected: list[object]) -> None:
    assert told(draft(), level) == expected


def test_parts_are_parents_of_first_level_headings() -> None:
    before = draft("@篇题 上篇\n# 甲\n# 乙\n@篇题 下篇\n# 丙\n")
    assert told(before, Kind.H1) == [("上篇", ["一、甲", "二、乙"]), ("下篇", ["三、丙"])]


def test_points_of_two_series_under_one_heading_are_two_groups() -> None:
    before = draft("# 甲\n- 子\n- 丑\n- 寅 {要}\n")
    assert [headings for _, headings in told(before, Kind.POINT)] == [["一是子", "二是丑"], ["一要寅"]]


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("## 提高认识", "深化认识", "## 深化认识"),
        ("## 提高认识。当前，形势严峻。", "深化认识", "## 深化认识。当前，形势严峻。"),
        ("## 提高认识。当前。", "深化认识。", "## 深化认识。当前。"),
        ("## 提高认识", "敢不敢干？", "## 敢不敢干？"),
        ("## 提高认识。", "敢不敢干？", "## 敢不敢干。"),
        ("- 责任到人；", "责任到岗", "- 责任到岗；"),
        ("## 落实[大会](=会议名称)部署", "贯彻大会部署", "## 贯彻[大会](=会议名称)部署"),
        ("## 完成【指标】任务", "实现【指标】任务", "## 实现【指标】任务"),
        ("## 完成【指标】任务", "完成十项任务", "## 完成十项任务"),
        ("## 完成【指标】任务", "完成【年度指标】任务", "## 完成【年度指标】任务"),
        ("## **提高**认识", "深化认识", "## **深化**认识"),
        ("## 提高认识", "", "## 提高认识"),
        ("## 提高认识", "  提高认识 ", "## 提高认识"),
        ("## 提高\t认识", "一行\n两行", "## 一行 两行"),
    ],
)  # fmt: skip
def test_only_what_changed_of_a_lead_is_written(before: str, text: str, after: str) -> None:
    assert line(before, text) == after


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("## 开好[推进会](=会议名称)", "开好大会", "## 开好大会"),
        ("## 开好[推进会](=会议名称)", "办好推进会", "## 办好[推进会](=会议名称)"),
        ("## 开好[推进会](=会议名称)", "开好全市推进会", "## 开好全市[推进会](=会议名称)"),
        ("## 开好[推进会](=会议名称)", "推进会要开好", "## [推进会](=会议名称)要开好"),
        ("## 开好[推进会](=会议名称)", "开好推进大会", "## 开好推进大会"),
        ("## [大会](=会议名称)[大会](=会议名称)", "大会大会", "## [大会](=会议名称)[大会](=会议名称)"),
        ("## [大会](=甲)前[大会](=甲)", "大会大会", "## [大会](=甲)[大会](=甲)"),
        ("## 2026年讲[2](=几)点", "2025年说2点吧", "## 2025年说[2](=几)点吧"),
        ("## 先讲[2](=几)点后讲2项", "说2点又说2次", "## 说2点又说2次"),
        ("## 开好[推进会。](=会议名称)会后", "开好大会", "## 开好大会。会后"),
        ("## 完成【指标】任务", "完成指标", "## 完成指标"),
        ("## 完成【指标】任务", "完成【指标", "## 完成\\【指标"),
        ("## 完成【指标】、【总量】", "【指标】和【总量】完成", "## 【指标】和【总量】完成"),
        ("## **提高**认识", "提升高认识", "## **提升高**认识"),
    ],
)  # fmt: skip
def test_a_binding_or_placeholder_of_a_heading_is_kept_whole_or_goes(
    before: str, text: str, after: str
) -> None:
    assert line(before, text) == after


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("# 提高认识", "四、加强领导", "# 加强领导"),
        ("# 提高认识", "四、 加强领导", "# 加强领导"),
        ("## 提高认识", "一是加强领导", "## 加强领导"),
        ("- 提高认识", "二是加强领导", "- 加强领导"),
        ("- 提高认识 {首先}", "最后，加强领导", "- 加强领导 {首先}"),
        ("- 提高认识", "首先，加强领导", "- 首先，加强领导"),
        ("- 提高认识", "二要加强领导", "- 二要加强领导"),
        ("# 提高认识", "二、三产业融合", "# 二、三产业融合"),
        ("@篇题 上篇", "一、上篇", "@篇题 一、上篇"),
    ],
)  # fmt: skip
def test_a_number_typed_before_a_heading_is_not_part_of_it(before: str, text: str, after: str) -> None:
    assert line(before, text) == after


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("# 提高认识", "四、"),
        ("# 提高认识", "一、（一）"),
        ("## 提高认识", "（二） "),
        ("## 提高认识", "一是"),
        ("### 提高认识", "1."),
        ("#### 提高认识", "（1）"),
        ("- 提高认识", "二是"),
        ("- 提高认识 {首先}", "首先，"),
    ],
)
def test_a_number_typed_alone_leaves_the_heading_as_it_is(before: str, text: str) -> None:
    assert line(before, text) == before


@pytest.mark.parametrize("text", ["最后", "首先", "第一", "一", "1.5", "二、三", "一要点"])
def test_words_that_could_begin_with_a_number_are_a_heading(text: str) -> None:
    assert line("# 提高认识", text).removeprefix("# ") == text


def test_headings_that_are_as_they_were_make_no_step() -> None:
    before = draft()
    same = {
        each.block: each.text
        for level in LEVELS
        for group in groups(before, level)
        for each in group.headings
    }
    assert with_headings(before, same).is_empty


def test_what_is_not_in_the_draft_is_passed_over() -> None:
    assert with_headings(draft(), {"nowhere1": "甲"}).is_empty


def test_several_headings_are_one_step() -> None:
    before = draft()
    plan = with_headings(before, {before.blocks[1].id: "甲", before.blocks[7].id: "乙"})
    assert plan.name == "改标题"
    assert told(applied(plan, before), Kind.H1) == [("", ["一、甲", "二、乙"])]


words = st.text(st.sampled_from("提高认识到位，、《》“”"), min_size=1, max_size=8).filter(
    lambda text: text == text.strip("，、 ") and text
)


@given(drafts(), st.data())
def test_headings_are_what_was_typed_and_nothing_else_changes(before: Draft, data: st.DataObject) -> None:
    headings = [each for level in LEVELS for group in groups(before, level) for each in group.headings]
    typed = {each.block: data.draw(words) for each in headings if data.draw(st.booleans())}
    after = applied(with_headings(before, typed), before)
    assert [(block.id, block.kind, block.section, block.joined) for block in after.blocks] == [
        (block.id, block.kind, block.section, block.joined) for block in before.blocks
    ]
    now = {
        each.block: each.text for level in LEVELS for group in groups(after, level) for each in group.headings
    }
    was = {each.block: each.text for each in headings}
    for old, new in zip(before.blocks, after.blocks, strict=True):
        if old.id not in typed:
            assert old == new
        elif not any(mark in typed[old.id] + old.text for mark in SENTENCE_ENDS + "“《"):
            assert now[old.id] == typed[old.id]
            assert new.text.replace(typed[old.id], "", 1) == old.text.replace(was[old.id], "", 1)
    assert with_headings(after, {}).is_empty


@given(drafts(), st.data())
def test_no_part_of_a_binding_stays_bound(before: Draft, data: st.DataObject) -> None:
    headings = [each for level in LEVELS for group in groups(before, level) for each in group.headings]
    typed = {
        each.block: data.draw(st.text(st.sampled_from(each.text or "甲"), min_size=1, max_size=8))
        for each in headings
    }
    after = applied(with_headings(before, typed), before)
    for old, new in zip(before.blocks, after.blocks, strict=True):
        whole = [run.text for run in old.runs if run.bind is not None and run.bind.scope != "computed"]
        for run in new.runs:
            if run.bind is not None and run.bind.scope != "computed":
                whole.remove(run.text)
