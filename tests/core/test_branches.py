"""Branches of the outline: where they may be dropped, and what comes of it."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.branches import (
    Landing,
    children,
    deleted_branches,
    duplicated_branches,
    landing,
    may_shift_all,
    moved_branches,
    shifted_branches,
    stepped,
    topmost,
)
from app.core.draft import Block, Draft, Run, Section
from app.core.facts import FactSheet
from app.core.ids import counting_ids
from app.core.kinds import HEADINGS, Kind
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.core.outline import Node, outline, stretches
from app.core.plan import applied
from app.core.repair import repaired

ids = counting_ids(20_000)

SPEECH = """
@标题 讲话
# 甲
甲文
## 子
- 责任到人；
- 时限到天。
## 丑
# 乙
## 寅
### 卯
# 丙
"""


def draft(markup: str = SPEECH) -> Draft:
    return parse_markup(markup, counting_ids())


def shown(after: Draft) -> list[str]:
    return [number + block.text for number, block in zip(numbers(after.blocks), after.blocks, strict=True)]


def node(of: Draft, text: str) -> Node:
    return next(node for node in outline(of) if node.text == text)


def dropped(of: Draft, texts: list[str], parent: str, row: int) -> Draft | None:
    """The draft after nodes were dropped before a row below a parent (empty: at the top); None where they cannot."""
    nodes = outline(of)
    moved = [node(of, text) for text in texts]
    found = landing(of, nodes, moved, node(of, parent) if parent else None, row)
    return None if found is None else applied(moved_branches(of, moved, found.to, found.rank, ids), of)


def told(after: Draft | None) -> list[str] | None:
    return None if after is None else [node.number + node.text for node in outline(after)]


@pytest.mark.parametrize(
    ("texts", "parent", "row", "expected"),
    [
        (["乙"], "", 0, "一、乙 （一）寅 1.卯 二、甲 （一）子 一是责任到人 二是时限到天 （二）丑 三、丙"),
        (["甲"], "", 3, "一、乙 （一）寅 1.卯 二、丙 三、甲 （一）子 一是责任到人 二是时限到天 （二）丑"),
        (["甲"], "", -1, "一、乙 （一）寅 1.卯 二、丙 三、甲 （一）子 一是责任到人 二是时限到天 （二）丑"),
        (["甲"], "", 1, "一、甲 （一）子 一是责任到人 二是时限到天 （二）丑 二、乙 （一）寅 1.卯 三、丙"),
        (["丑"], "甲", 0, "一、甲 （一）丑 （二）子 一是责任到人 二是时限到天 二、乙 （一）寅 1.卯 三、丙"),
        (["丙"], "甲", 1, "一、甲 （一）子 一是责任到人 二是时限到天 （二）丙 （三）丑 二、乙 （一）寅 1.卯"),
        (["丙"], "丑", -1, "一、甲 （一）子 一是责任到人 二是时限到天 （二）丑 1.丙 二、乙 （一）寅 1.卯"),
        (["寅"], "", 0, "一、寅 （一）卯 二、甲 （一）子 一是责任到人 二是时限到天 （二）丑 三、乙 四、丙"),
        (
            ["子", "丙"],
            "乙",
            1,
            "一、甲 （一）丑 二、乙 （一）寅 1.卯 （二）子 一是责任到人 二是时限到天 （三）丙",
        ),
        (["卯"], "子", -1, "一、甲 （一）子 一是责任到人 二是时限到天 1.卯 （二）丑 二、乙 （一）寅 三、丙"),
        (
            ["时限到天"],
            "子",
            0,
            "一、甲 （一）子 一是时限到天 二是责任到人 （二）丑 二、乙 （一）寅 1.卯 三、丙",
        ),
        (
            ["时限到天"],
            "乙",
            -1,
            "一、甲 （一）子 一是责任到人 （二）丑 二、乙 一是时限到天 （一）寅 1.卯 三、丙",
        ),
        (
            ["时限到天"],
            "甲",
            0,
            "一、甲 一是时限到天 （一）子 一是责任到人 （二）丑 二、乙 （一）寅 1.卯 三、丙",
        ),
        (["甲"], "子", -1, None),  # into itself
        (["甲"], "甲", 0, None),
        (["丙"], "责任到人", -1, None),  # below a point
        (["丙"], "子", 0, None),  # before points, which it would take
        (["责任到人"], "甲", 1, None),  # behind a heading, whose point it would be
        (["责任到人"], "", 0, None),  # before all headings
        (["责任到人"], "时限到天", -1, None),
        (["责任到人", "丑"], "乙", -1, None),  # points and headings together
    ],
)
def test_every_place_of_the_tree(texts: list[str], parent: str, row: int, expected: str | None) -> None:
    assert told(dropped(draft(), texts, parent, row)) == (expected.split(" ") if expected else None)


def test_where_the_ladder_ends_nothing_can_be_dropped() -> None:
    before = draft("# 甲\n## 乙\n### 丙\n#### 丁\n# 戊\n")
    assert dropped(before, ["乙"], "戊", -1) is not None
    assert dropped(before, ["甲"], "戊", -1) is None
    assert dropped(before, ["戊"], "丁", -1) is None


def test_a_level_that_the_speech_leaves_out_is_left_out() -> None:
    before = draft("# 甲\n### 子\n# 乙\n# 丙\n")
    assert told(dropped(before, ["丙"], "乙", -1)) == ["一、甲", "1.子", "二、乙", "1.丙"]


def test_parts_stay_at_the_top_and_sections_without_heading_at_theirs() -> None:
    before = draft("开场 {节=开场}\n@篇题 上\n# 甲\n@篇题 下\n# 乙\n")
    assert told(dropped(before, ["下"], "", 1)) == ["开场", "下", "一、乙", "上", "二、甲"]
    assert dropped(before, ["下"], "上", -1) is None
    assert dropped(before, ["开场"], "甲", -1) is None
    assert told(dropped(before, ["开场"], "上", -1)) == ["上", "一、甲", "开场", "下", "二、乙"]
    assert dropped(before, ["甲"], "", 2) is None  # between two parts there is no level for a heading


def test_what_follows_the_signoff_stays_behind() -> None:
    before = draft("# 甲\n# 乙\n@落款 ×××\n附件\n")
    assert shown(dropped(before, ["甲"], "", -1) or before) == ["一、乙", "二、甲", "×××", "附件"]


ENDED = "# 甲\n# 乙\n# 丙\n丙文\n@结束语 谢谢大家！\n"


@pytest.mark.parametrize("behind", ["", "@落款 ×××\n"])
def test_closing_words_stay_the_end_whatever_is_done_to_the_last_heading(behind: str) -> None:
    before = draft(ENDED + behind)
    last, end = [node(before, "丙")], shown(before)[4:]
    up = stepped(before, outline(before), last, -1)
    assert up is not None
    moved = applied(moved_branches(before, last, up.to, up.rank, ids), before)
    assert shown(moved) == ["一、甲", "二、丙", "丙文", "三、乙", *end]
    assert shown(dropped(before, ["甲"], "", -1) or before) == ["一、乙", "二、丙", "丙文", "三、甲", *end]
    assert shown(applied(deleted_branches(before, last, ids), before)) == ["一、甲", "二、乙", *end]
    copied = applied(duplicated_branches(before, last, ids), before)
    assert shown(copied)[2:] == ["三、丙", "丙文", "四、丙", "丙文", *end]


def test_the_last_point_leaves_the_closing_words_where_they_are() -> None:
    before = draft("# 甲\n- 抓紧开工；\n- 严格督查。\n@结束语 谢谢大家！")
    assert shown(dropped(before, ["严格督查"], "甲", 0) or before)[1:] == [
        "一是严格督查；", "二是抓紧开工。", "谢谢大家！",
    ]  # fmt: skip


def test_the_only_heading_stays_before_the_closing_words_where_it_is_dropped_at_the_end() -> None:
    before = draft("# 甲\n@结束语 谢谢大家！\n@落款 ×××\n")
    assert dropped(before, ["甲"], "", -1) in (None, before)


def test_closing_words_go_with_the_section_of_their_own() -> None:
    before = draft("# 甲\n最后。 {节=收尾}\n@结束语 谢谢大家！")
    assert shown(applied(deleted_branches(before, [node(before, "收尾")], ids), before)) == ["一、甲"]


def test_a_lower_heading_keeps_its_section_before_the_closing_words() -> None:
    before = draft("# 甲 {认识}\n## 子 {任务}\n## 丑\n@结束语 谢谢大家！")
    after = dropped(before, ["子"], "甲", -1)
    assert after is not None and shown(after) == ["一、甲", "（一）丑", "（二）子", "谢谢大家！"]
    assert sections_of(after) == [("认识", 2), ("任务", 2)]


def test_end_marks_of_a_series_stay_where_they_were() -> None:
    after = dropped(draft(), ["时限到天"], "子", 0)
    assert after is not None
    assert [text for text in shown(after) if "是" in text] == ["一是时限到天；", "二是责任到人。"]


def test_what_rises_sinks_or_is_copied_goes_on_with_the_numbers_there() -> None:
    before = draft("# 甲\n## 子\n## 丑 {重起}\n### 卯\n### 辰 {重起}\n# 乙\n## 寅")
    chosen = [node(before, "丑")]
    raised = applied(shifted_branches(before, chosen, -1, ids), before)
    assert shown(raised) == ["一、甲", "（一）子", "二、丑", "（一）卯", "（一）辰", "三、乙", "（一）寅"]
    copied = applied(duplicated_branches(before, chosen, ids), before)
    assert shown(copied)[2:8] == ["（一）丑", "1.卯", "1.辰", "（二）丑", "1.卯", "1.辰"]
    lowered = dropped(before, ["丑"], "寅", -1)
    assert lowered is not None and not any(block.restart for block in lowered.blocks if block.text == "丑")


def sections_of(after: Draft) -> list[tuple[str, int]]:
    """Layer and number of blocks of each section."""
    return [(each.section.layer or "", each.stop - each.start) for each in stretches(after)]


LAYERED = "# 甲 {认识}\n甲文\n# 乙 {任务}\n乙文\n## 寅\n寅文\n# 丙 {保障}\n丙文\n"


@pytest.mark.parametrize(
    ("texts", "row", "expected"),
    [
        (["甲"], 0, [("任务", 6), ("保障", 2)]),
        (["甲", "丙"], 0, [("任务", 8)]),
        (["甲"], 1, [("任务", 4), ("认识", 2), ("保障", 2)]),
        (["甲"], -1, [("任务", 4), ("认识", 2), ("保障", 2)]),
    ],
)
def test_a_heading_that_comes_below_an_h1_leaves_it_what_is_its_own(
    texts: list[str], row: int, expected: list[tuple[str, int]]
) -> None:
    after = dropped(draft(LAYERED), texts, "乙", row)
    assert after is not None and sections_of(after) == expected


def test_the_fields_of_a_section_that_is_given_up_go_to_that_around_it() -> None:
    before = draft(LAYERED)
    blocks = list(before.blocks)
    for at, (field, value) in {0: ("企业", "甲厂"), 2: ("园区", "乙园")}.items():
        section = blocks[at].section
        assert section is not None
        blocks[at] = replace(blocks[at], section=replace(section, fields=FactSheet(((field, value),))))
    after = dropped(replace(before, blocks=tuple(blocks)), ["甲"], "乙", 0)
    assert after is not None
    assert stretches(after)[0].section.fields == FactSheet((("园区", "乙园"), ("企业", "甲厂")))


JOINED = "# 甲\n要做到：\n+ - 一项；\n+ - 二项；\n+ - 三项。\n## 子\n- 四项。\n"


def test_points_run_on_as_those_between_which_they_come() -> None:
    before = draft("# 甲\n- 一项；\n+ - 二项；\n+ - 三项。\n# 乙\n")
    first = dropped(before, ["三项"], "甲", 0)
    assert first is not None and [block.joined for block in first.blocks[1:4]] == [False, True, True]
    away = dropped(before, ["一项"], "乙", -1)
    assert away is not None and [
        (block.text[:2], block.joined) for block in away.blocks if block.kind is Kind.POINT
    ] == [
        ("二项", False),
        ("三项", True),
        ("一项", False),
    ]
    alone = dropped(before, ["二项"], "乙", -1)
    assert alone is not None and not alone.blocks[-1].joined
    into = dropped(draft(JOINED), ["四项"], "甲", 1)
    assert into is not None and [block.joined for block in into.blocks[2:6]] == [True, True, True, True]


# Properties


@st.composite
def trees(draw: st.DrawFn) -> Draft:
    """A speech of headings and points, some with text below, some run on, in any order."""
    kinds = [*HEADINGS, Kind.POINT, Kind.POINT, Kind.BODY, Kind.PART]
    drawn = draw(st.lists(st.tuples(st.sampled_from(kinds), st.booleans(), st.booleans()), max_size=12))
    blocks = [
        Block(
            "",
            kind,
            (Run(f"块{at}"),),
            section=Section("", "节", target=800) if begins and kind is not Kind.PART else None,
            joined=joined,
        )
        for at, (kind, joined, begins) in enumerate(drawn)
    ]
    return repaired(Draft(blocks=tuple(blocks)), counting_ids())


def test_a_point_that_begins_a_section_keeps_it_when_another_comes_before() -> None:
    before = draft("# 甲\n- 子\n# 乙\n- 丑")
    blocks = list(before.blocks)
    blocks[1] = replace(blocks[1], section=Section("", "节"))
    blocks[3] = replace(blocks[3], joined=True)
    before = repaired(replace(before, blocks=tuple(blocks)), counting_ids(50))
    after = applied(moved_branches(before, [node(before, "丑")], 1, 5, ids), before)
    assert [(block.text, block.joined, block.section is not None) for block in after.blocks] == [
        ("甲", False, True),
        ("丑", False, False),
        ("子", False, True),
        ("乙", False, True),
    ]


@given(trees(), st.data())
def test_dropped_branches_stand_where_the_landing_says(before: Draft, data: st.DataObject) -> None:
    nodes = outline(before)
    assume(nodes)
    moved = data.draw(st.lists(st.sampled_from(nodes), min_size=1, max_size=3))
    parent = data.draw(st.none() | st.sampled_from(nodes))
    row = data.draw(st.integers(-1, len(children(nodes, parent))))
    found = landing(before, nodes, moved, parent, row)
    assume(found)
    assert isinstance(found, Landing)
    after = applied(moved_branches(before, moved, found.to, found.rank, ids), before)
    assert sorted(block.id for block in after.blocks) == sorted(block.id for block in before.blocks)
    assert repaired(after) == after
    places = {(after.blocks[node.start].id, node.kind is None): node for node in outline(after)}

    def now(old: Node) -> Node:
        return places[before.blocks[old.start].id, old.kind is None]

    assert len(places) == len(nodes)
    under = children(outline(after), now(parent) if parent else None)
    tops = topmost(moved)
    assert all(now(top) in under and now(top).rank == found.rank for top in tops)
    starts = [now(top).start for top in tops]
    assert starts == sorted(starts)
    for old in nodes:
        inside = any(top.start < old.start < top.stop for top in tops)
        if inside:
            assert any(now(top).start < now(old).start < now(top).stop for top in tops)


@given(trees(), st.data())
def test_headings_that_rise_after_they_sank_are_what_they_were(before: Draft, data: st.DataObject) -> None:
    nodes = [node for node in outline(before) if node.kind in HEADINGS]
    assume(nodes)
    chosen = data.draw(st.lists(st.sampled_from(nodes), min_size=1, max_size=3))
    assume(may_shift_all(before, chosen, 1))
    starts = {node.start for node in topmost(chosen)}
    sunk = applied(shifted_branches(before, chosen, 1, ids), before)
    again = [node for node in outline(sunk) if node.start in starts and node.kind in HEADINGS]
    assume(
        [(node.start, node.stop) for node in again] == [(node.start, node.stop) for node in topmost(chosen)]
    )
    risen = applied(shifted_branches(sunk, again, -1, ids), sunk)
    assert [(block.id, block.kind) for block in risen.blocks] == [
        (block.id, block.kind) for block in before.blocks
    ]
    assert shown(risen) == shown(before)


@given(trees(), st.data())
def test_deleting_takes_the_branches_and_nothing_else(before: Draft, data: st.DataObject) -> None:
    nodes = outline(before)
    assume(nodes)
    chosen = data.draw(st.lists(st.sampled_from(nodes), min_size=1, max_size=3))
    gone = {before.blocks[at].id for node in chosen for at in range(node.start, node.stop)}
    after = applied(deleted_branches(before, chosen, ids), before)
    assert [block.id for block in after.blocks] == [
        block.id for block in before.blocks if block.id not in gone
    ]
    assert repaired(after) == after


def test_several_branches_are_copied_behind_the_last() -> None:
    before = draft("# 甲\n# 乙\n# 丙\n")
    nodes = [node(before, "乙"), node(before, "甲")]
    after = applied(duplicated_branches(before, nodes, ids), before)
    assert shown(after) == ["一、甲", "二、乙", "三、甲", "四、乙", "五、丙"]
    assert len({block.id for block in after.blocks}) == 5


def test_nodes_within_others_are_no_branches_of_their_own() -> None:
    before = draft()
    chosen = [node(before, text) for text in ("丑", "甲", "责任到人", "丙")]
    assert [each.text for each in topmost(chosen)] == ["甲", "丙"]
    assert not may_shift_all(before, [], 1)
    assert not may_shift_all(before, [node(before, "责任到人")], 1)


@pytest.mark.parametrize(
    ("text", "by", "expected"),
    [
        ("丑", -1, ["甲", "甲文", "丑", "子", "责任到人；", "时限到天。"]),
        ("丑", 1, ["乙", "丑", "寅", "卯"]),
        ("寅", -1, ["时限到天。", "丑", "寅", "卯", "乙"]),
        ("时限到天。", 1, ["责任到人。", "丑", "时限到天。", "乙"]),
        ("甲", 1, ["讲话", "乙", "寅", "卯", "甲", "甲文"]),
        ("甲", -1, None),
        ("丙", 1, None),
        ("卯", 1, None),
    ],
)
def test_a_step_goes_on_to_the_next_heading_where_a_branch_is_the_last(
    text: str, by: int, expected: list[str] | None
) -> None:
    before = draft()
    moved = [next(each for each in outline(before) if each.text == text.rstrip("。；"))]
    found = stepped(before, outline(before), moved, by)
    if expected is None:
        assert found is None
        return
    assert found is not None
    after = [
        block.text for block in applied(moved_branches(before, moved, found.to, found.rank), before).blocks
    ]
    assert "|".join(expected) in "|".join(after)


def test_a_step_into_the_next_heading_goes_behind_no_signoff() -> None:
    before = parse_markup("# 甲\n## 子\n# 乙\n@落款 某某\n- 责任到人；", counting_ids())
    nodes = outline(before)
    assert stepped(before, nodes, [nodes[1]], 1) is None


@given(trees(), st.data())
def test_a_step_keeps_level_and_text(before: Draft, data: st.DataObject) -> None:
    nodes = outline(before)
    assume(nodes)
    node = data.draw(st.sampled_from(nodes))
    found = stepped(before, nodes, [node], data.draw(st.sampled_from([-1, 1])))
    if found is not None:
        after = applied(moved_branches(before, [node], found.to, found.rank), before)
        assert sorted(block.id for block in after.blocks) == sorted(block.id for block in before.blocks)
        assert [b.kind for b in after.blocks if b.id == before.blocks[node.start].id] == [
            before.blocks[node.start].kind
        ]
        assert after.blocks != before.blocks
