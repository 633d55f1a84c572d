"""What another program cannot carry comes back from the draft that was sent to it."""

from dataclasses import replace

from hypothesis import given

from app.core.draft import Bind, Block, Draft, Run, Section, merged
from app.core.facts import FactSheet
from app.core.ids import counting_ids
from app.core.kinds import Kind, Layer, Lead
from app.core.markup import parse_markup
from app.core.rebound import rebound, shared
from app.core.repair import repaired
from tests.core.strategies import drafts

KNOWN = parse_markup(
    """
@标题 在[推进会](=会议名称)上的讲话
今天召开[推进会](=会议名称)，讲[两](=@意见数)点。 {节=开场 字数=200 状态=定稿}
# 提高认识 {认识}
# 抓好落实 {任务}
""",
    counting_ids(),
)
KNOWN = replace(KNOWN, facts=FactSheet((("会议名称", "推进会"),)), occasion="tuijinhui", layout="guanli")


def as_word_has_it(draft: Draft) -> Draft:
    """Without all that a Word file has no place for."""
    blocks = (
        replace(block, section=None, runs=merged(replace(run, bind=None) for run in block.runs))
        for block in draft.blocks
    )
    return repaired(Draft(blocks=tuple(blocks)), counting_ids(1000))


def with_text(draft: Draft, index: int, text: str) -> Draft:
    blocks = list(draft.blocks)
    blocks[index] = replace(blocks[index], runs=(Run(text),))
    return replace(draft, blocks=tuple(blocks))


def bound(block: Block) -> list[str]:
    return [run.text for run in block.runs if run.bind]


@given(drafts())
def test_a_draft_that_was_left_alone_is_whole_again(known: Draft) -> None:
    found = rebound(as_word_has_it(known), known)
    assert [(block.id, block.runs, block.section) for block in found.blocks] == [
        (block.id, block.runs, block.section) for block in known.blocks
    ] or not known.blocks


def test_facts_occasion_and_layout_are_those_of_the_draft_that_is_known() -> None:
    found = rebound(as_word_has_it(KNOWN), KNOWN)
    assert found == KNOWN


def test_a_run_is_bound_again_where_its_text_still_stands() -> None:
    came = with_text(as_word_has_it(KNOWN), 1, "同志们，今天我们召开推进会，主要讲三点。")
    assert bound(rebound(came, KNOWN).blocks[1]) == ["推进会"]
    came = with_text(as_word_has_it(KNOWN), 1, "今天开会，讲两点。推进情况另说。")
    assert bound(rebound(came, KNOWN).blocks[1]) == ["两"]


def test_text_kinds_and_marks_stay_as_they_came() -> None:
    came = as_word_has_it(KNOWN)
    heading = replace(
        came.blocks[2], kind=Kind.H2, runs=(Run("提高", bold=True), Run("思想认识")), section=None
    )
    found = rebound(replace(came, blocks=(*came.blocks[:2], heading, came.blocks[3])), KNOWN).blocks[2]
    assert (found.kind, found.runs, found.text) == (Kind.H2, heading.runs, "提高思想认识")
    assert found.section and found.section.layer is Layer.UNDERSTANDING


def test_a_bound_run_of_which_a_part_was_marked_is_no_longer_bound() -> None:
    came = as_word_has_it(KNOWN)
    runs = Run("今天召开推"), Run("进会", bold=True), Run("，讲两点。")
    found = rebound(
        replace(came, blocks=(came.blocks[0], replace(came.blocks[1], runs=runs), *came.blocks[2:])), KNOWN
    )
    assert bound(found.blocks[1]) == ["两"] and found.blocks[1].text == "今天召开推进会，讲两点。"


def test_blocks_that_were_written_elsewhere_are_left_as_they_are() -> None:
    new = Block("zzzzzzzz", Kind.BODY, (Run("推进会开得好。"),))
    came = as_word_has_it(KNOWN)
    assert new in rebound(replace(came, blocks=(*came.blocks, new)), KNOWN).blocks


def test_brackets_that_were_no_placeholder_are_none_again() -> None:
    known = Draft(
        blocks=(Block("aaaaaaaa", Kind.BODY, (Run("【注】甲"), Run("【待填】", placeholder=True))),)
    )
    came = (Run("【注】", placeholder=True), Run("甲"), Run("【待填】", placeholder=True))
    assert rebound(Draft(blocks=(replace(known.blocks[0], runs=came),)), known) == known


def test_how_a_point_leads_is_known_though_it_does_not_print() -> None:
    known = Draft(blocks=(Block("aaaaaaaa", Kind.POINT, (Run("甲。乙"),), marker="是", lead=Lead.NONE),))
    assert rebound(Draft(blocks=(replace(known.blocks[0], lead=Lead.AUTO),)), known) == known


def test_of_another_draft_nothing_is_taken() -> None:
    other = replace(KNOWN, blocks=tuple(replace(block, id="b" + block.id[1:]) for block in KNOWN.blocks))
    came = as_word_has_it(KNOWN)
    assert (shared(came, other), rebound(came, other)) == (0, came)
    assert shared(came, KNOWN) == len(came.blocks)


def test_sections_within_a_printed_paragraph_begin_none() -> None:
    section = Section("ssssssss", name="开场")
    known = Draft(
        blocks=(
            Block("aaaaaaaa", Kind.POINT, (Run("甲"),), marker="是"),
            Block("bbbbbbbb", runs=(Run("乙"),), section=section),
        )
    )
    came = Draft(blocks=(known.blocks[0], replace(known.blocks[1], section=None, joined=True)))
    assert rebound(came, known).blocks[1].section is None


def test_neighbours_of_one_binding_stay_apart() -> None:
    runs = Run("甲", bind=Bind("draft", "名")), Run("甲", bind=Bind("draft", "名", "", 1))
    known = Draft(blocks=(Block("aaaaaaaa", runs=runs),))
    assert rebound(Draft(blocks=(Block("aaaaaaaa", runs=(Run("甲甲"),)),)), known) == known


def test_paragraphs_that_were_made_one_are_one_block_the_upper() -> None:
    bind = Bind("draft", "名")
    known = Draft(
        blocks=(Block("aaaaaaaa", runs=(Run("甲。"),)), Block("bbbbbbbb", runs=(Run("乙", bind=bind),)))
    )
    came = Draft(blocks=(known.blocks[0], Block("bbbbbbbb", runs=(Run("乙"),), joined=True)))
    assert rebound(came, known).blocks == (Block("aaaaaaaa", runs=(Run("甲。"), Run("乙", bind=bind))),)
    ran_on = Draft(blocks=(known.blocks[0], replace(known.blocks[1], joined=True)))
    assert rebound(came, ran_on) == ran_on
