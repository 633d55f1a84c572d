"""The outline: nodes in reading order, and what sections cover."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Block, Draft, Run, plain_runs
from app.core.kinds import Kind, Layer
from app.core.markup import parse_markup
from app.core.outline import Outliner, outline, section_at, stretches
from app.core.plan import applied
from tests.core.strategies import drafts
from tests.core.test_structure import any_plan

SPEECH = """@标题 题
@称谓 同志们：
开场白。 {节=开场}
# 提高站位，深刻认识重大意义 {认识}
## 这是大势所趋。当前，形势逼人。
- 抓紧开工。逐个明确。
+- 加快建成
# 强化保障 {保障}
正文
@落款 ××市
"""


def rows(markup: str) -> list[tuple[str, str]]:
    return [(node.number, node.text) for node in outline(parse_markup(markup))]


def test_headings_points_and_sections_without_heading_are_nodes() -> None:
    assert rows(SPEECH) == [
        ("", "开场"),
        ("一、", "提高站位，深刻认识重大意义"),
        ("（一）", "这是大势所趋"),
        ("一是", "抓紧开工"),
        ("二是", "加快建成"),
        ("二、", "强化保障"),
    ]


def test_a_node_knows_kind_layer_run_in_and_reach() -> None:
    nodes = outline(parse_markup(SPEECH))
    assert [node.kind for node in nodes] == [None, Kind.H1, Kind.H2, Kind.POINT, Kind.POINT, Kind.H1]
    assert [node.layer for node in nodes] == [None, *[Layer.UNDERSTANDING] * 4, Layer.SAFEGUARDS]
    assert [node.run_in for node in nodes] == [False, False, True, True, False, False]
    assert [(node.start, node.stop) for node in nodes] == [(2, 3), (3, 7), (4, 7), (5, 6), (6, 7), (7, 9)]


def test_a_heading_that_stands_for_a_skipped_number_is_missing() -> None:
    nodes = outline(parse_markup("# 【缺】\n# 实施"))
    assert [node.missing for node in nodes] == [True, False]


def test_a_part_holds_the_h1_after_it() -> None:
    part, first, second = outline(parse_markup("@篇题 上篇\n# 甲\n# 乙"))
    assert (part.kind, part.stop, first.stop, second.stop) == (Kind.PART, 3, 2, 3)


def test_sections_end_before_the_next_and_the_signoff() -> None:
    draft = parse_markup(SPEECH)
    assert [(each.start, each.stop) for each in stretches(draft)] == [(2, 3), (3, 7), (7, 9)]
    assert section_at(draft, 1) is None and section_at(draft, 9) is None
    found = section_at(draft, 5)
    assert found is not None and found.section.layer is Layer.UNDERSTANDING


@given(drafts())
def test_nodes_nest_and_cover_their_own_block(draft: Draft) -> None:
    nodes = outline(draft)
    for node in nodes:
        assert node.start < node.stop <= len(draft.blocks)
    for one in nodes:
        for other in nodes:
            if one.start < other.start < one.stop:
                assert other.stop <= one.stop


@given(drafts())
def test_a_node_reaches_to_the_next_that_stands_as_high_or_to_the_end_of_the_speech(draft: Draft) -> None:
    nodes = outline(draft)
    signoffs = [index for index, block in enumerate(draft.blocks) if block.kind is Kind.SIGNOFF]
    for at, node in enumerate(nodes):
        ends = [other.start for other in nodes[at + 1 :] if other.rank <= node.rank]
        ends += [index for index in signoffs if index > node.start]
        stop = min(ends, default=len(draft.blocks))
        said = range(node.start, stop)
        while len(said) > 1 and draft.blocks[said[-1]].kind in (Kind.CLOSING, Kind.CUE):
            said = said[:-1]
        assert said.stop <= node.stop <= stop


@pytest.mark.parametrize(
    "behind", ["", "@场上提示 （鼓掌）\n", "@结束语 散会！\n", "@落款 ××市\n附件\n", "\\\n"]
)
def test_closing_words_that_end_the_speech_are_of_no_heading(behind: str) -> None:
    draft = parse_markup("@篇题 上\n# 甲\n## 子\n- 抓紧开工。\n文\n@结束语 谢谢大家！\n" + behind)
    assert [node.stop for node in outline(draft)] == [5, 5, 5, 5]
    assert [each.start for each in stretches(draft)] == [1]
    assert section_at(draft, 5) is not None  # what a section is stays as it was


@pytest.mark.parametrize("behind", ["附件\n", "# 乙\n", "- 抓紧开工。\n"])
def test_words_of_thanks_in_the_middle_are_of_the_heading_above(behind: str) -> None:
    first = outline(parse_markup("# 甲\n文\n@结束语 谢谢大家！\n" + behind))[0]
    assert first.stop >= 3


def test_of_forty_thousand_closing_lines_none_is_of_the_heading_above() -> None:
    closing = [Block(f"{at:08}", Kind.CLOSING, plain_runs("谢谢大家！")) for at in range(40_000)]
    blocks = (Block("a" * 8, Kind.H1, plain_runs("甲")), *closing)
    assert [node.stop for node in outline(Draft(blocks=blocks))] == [1]


def test_a_section_without_heading_and_layer_keeps_its_own_closing_words() -> None:
    told = "# 甲\n文\n最后。 {%s}\n- 抓紧开工。\n@结束语 谢谢大家！"
    assert [node.stop for node in outline(parse_markup(told % "节=收尾"))] == [2, 5, 4]
    assert [node.stop for node in outline(parse_markup(told % "保障"))] == [2, 4, 4]
    own = outline(parse_markup("# 甲\n文\n@结束语 谢谢大家！ {节=收尾}"))
    assert [(node.start, node.stop, node.text) for node in own] == [(0, 2, "甲"), (2, 3, "收尾")]


def test_a_draft_without_sections_has_no_stretches() -> None:
    draft = Draft(blocks=(Block("aaaaaaaa", runs=(Run("正文"),)),))
    assert stretches(draft) == ()
    assert section_at(draft, 0) is None


@given(drafts(), st.data())
def test_an_outline_that_is_kept_up_is_the_one_told_anew(before: Draft, data: st.DataObject) -> None:
    outlined = Outliner()
    assert outlined(before) == outline(before)
    if before.blocks:
        after = applied(any_plan(before, data), before)
        assert outlined(after) == outline(after)
        assert outlined(before) == outline(before)


def test_an_outline_that_is_the_same_is_the_same_object() -> None:
    outlined = Outliner()
    before = parse_markup("# 甲\n正文")
    typed = replace(before.blocks[1], runs=(Run("正文又一句"),))
    assert outlined(replace(before, blocks=(before.blocks[0], typed))) is outlined(before)
