"""Return, Backspace and Delete at the borders of blocks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft, plain_runs
from app.core.ids import counting_ids
from app.core.kinds import HEAD_KINDS
from app.core.markup import parse_markup, print_block
from app.core.place import Place
from app.core.plan import applied
from app.core.repair import repaired
from app.core.writing import Stroke, backspace_at, delete_at_end, line_end_taken, parting_taken, return_at
from tests.core.strategies import drafts


def after(stroke: Stroke, before: Draft) -> list[str]:
    return [print_block(block) for block in applied(stroke.plan, before).blocks]


@pytest.mark.parametrize(
    ("markup", "offset", "lines", "place"),
    [
        ("# 提高认识", 4, ["# 提高认识", "\\"], Place(1, 0)),
        ("# 提高认识", 2, ["# 提高", "认识"], Place(1, 0)),
        ("# 提高认识", 0, ["\\", "# 提高认识"], Place(1, 0)),
        ("#", 0, ["\\"], Place(0, 0)),
        ("- 甲乙", 2, ["- 甲乙", "-"], Place(1, 0)),
        ("- 甲乙 {要}", 1, ["- 甲 {要}", "- 乙 {要}"], Place(1, 0)),
        ("- {要}", 0, ["\\"], Place(0, 0)),
        ("正文", 2, ["正文", "\\"], Place(1, 0)),
        ("正文", 1, ["正", "文"], Place(1, 0)),
        ("\\", 0, ["\\", "\\"], Place(1, 0)),
        ("@标题 上下", 1, ["@标题 上\\n下"], Place(0, 2)),
        ("@讲话人 甲", 1, ["@讲话人 甲", "@讲话人"], Place(1, 0)),
        ("@称谓 同志们：", 4, ["@称谓 同志们：", "\\"], Place(1, 0)),
        ("@标题 题\n@称谓 同志们：", 1, ["@标题 题", "@称谓 同志们："], Place(1, 0)),
        ("@标题 题\n@称谓 同志们：", 0, ["@标题 题", "@称谓 同志们："], Place(0, 0)),
        ("@讲话人\n正文", 0, ["@讲话人", "\\", "正文"], Place(1, 0)),
        (
            "@日期 （五月）今天\n@称谓 同志们：\n文",
            4,
            ["@日期 （五月）", "@称谓 同志们：", "今天", "文"],
            Place(2, 0),
        ),
    ],
)
def test_return(markup: str, offset: int, lines: list[str], place: Place) -> None:
    before = parse_markup(markup, counting_ids())
    stroke = return_at(before, Place(0, offset), counting_ids(90))
    assert (after(stroke, before), stroke.place) == (lines, place)


def test_return_in_a_joined_point_makes_another_joined_point() -> None:
    before = parse_markup("正文：\n+- 甲；")
    assert after(return_at(before, Place(1, 2)), before) == ["正文：", "+- 甲；", "+-"]


def test_return_within_a_joined_line_begins_a_paragraph() -> None:
    before = parse_markup("正文：\n+ 甲乙")
    assert after(return_at(before, Place(1, 1)), before) == ["正文：", "+ 甲", "乙"]


def test_return_on_an_empty_joined_line_parts_it() -> None:
    before = parse_markup("正文：\n+")
    assert after(return_at(before, Place(1, 0)), before) == ["正文：", "\\"]


@pytest.mark.parametrize(
    ("markup", "index", "lines", "place"),
    [
        ("甲\n## 乙", 1, ["甲", "乙"], Place(1, 0)),
        ("甲\n乙", 1, ["甲乙"], Place(0, 1)),
        ("\\\n## 乙", 1, ["\\", "乙"], Place(1, 0)),
        ("甲\n+- 乙", 1, ["甲", "+ 乙"], Place(1, 0)),
        ("甲\n+ 乙", 1, ["甲乙"], Place(0, 1)),
        ("甲", 0, ["甲"], Place(0, 0)),
        ("@结束语 谢谢", 0, ["谢谢"], Place(0, 0)),
    ],
)
def test_backspace_at_the_start(markup: str, index: int, lines: list[str], place: Place) -> None:
    before = parse_markup(markup, counting_ids())
    stroke = backspace_at(before, index)
    assert (after(stroke, before), stroke.place) == (lines, place)


def test_delete_at_the_end_takes_the_border_away() -> None:
    before = parse_markup("# 甲\n乙")
    assert after(delete_at_end(before, 0), before) == ["# 甲乙"]


@given(drafts(), st.data())
def test_no_key_at_a_border_loses_text_or_makes_an_unsound_draft(before: Draft, data: st.DataObject) -> None:
    if not before.blocks:
        assert backspace_at(before, 0).plan.is_empty
        assert delete_at_end(before, 0).plan.is_empty
        return
    index = data.draw(st.integers(0, len(before.blocks) - 1))
    offset = data.draw(st.integers(0, len(before.blocks[index].text)))
    strokes = [
        return_at(before, Place(index, offset)),
        backspace_at(before, index),
        delete_at_end(before, index),
    ]
    for stroke in strokes:
        found = applied(stroke.plan, before)
        assert repaired(found) == found
        assert _visible(found) == _visible(before)
        assert stroke.place.index < len(found.blocks)


def _visible(draft: Draft) -> list[str]:
    heads = [block for block in draft.blocks if block.kind in HEAD_KINDS]
    rest = [block for block in draft.blocks if block.kind not in HEAD_KINDS]
    return sorted(char for block in heads + rest for char in block.text if not char.isspace())


@pytest.mark.parametrize("offset", range(1, 15))
@pytest.mark.parametrize(
    "markup",
    [
        "@标题 在[【会议名称】](=会议名称)上所作的一个讲话",
        "@标题 在[大会](=名)[大会](=名)、[【项】](=名)[【项】](=名)上讲话",
        "@副题 讲[十一](=@意见数)点[十一](=@意见数)点，**还【待填：几】**点" + "\n# 甲" * 11,
    ],
)
def test_a_forced_line_end_that_is_taken_out_again_leaves_a_title_as_it_was(markup: str, offset: int) -> None:
    before = repaired(parse_markup(markup, counting_ids()))
    put_in = applied(return_at(before, Place(0, offset)).plan, before)
    assert "\u2028" in put_in.blocks[0].text
    stroke = line_end_taken(put_in, Place(0, offset))
    assert (applied(stroke.plan, put_in), stroke.place) == (before, Place(0, offset))


@pytest.mark.parametrize(
    "before", ["前【待填：数】后", "前[【会议名称】](=会议名称)后", "前[全市大会](=会议名称)后"]
)
@pytest.mark.parametrize("typed", ["", "又写"])
def test_a_line_end_that_is_taken_out_with_what_was_typed_beside_it_parts_nothing_more(
    before: str, typed: str
) -> None:
    start = parse_markup(before, counting_ids())
    parted = applied(return_at(start, Place(0, 3)).plan, start)
    upper, lower = parted.blocks
    parted = replace(parted, blocks=(replace(upper, runs=(*upper.runs, *plain_runs(typed))), lower))
    stroke = parting_taken(repaired(parted), Place(0, 3), Place(1, 0))
    assert stroke is not None and after(stroke, parted) == [before] and stroke.place == Place(0, 3)


@pytest.mark.parametrize(
    ("markup", "start", "stop"),
    [
        ("甲乙\n丙", Place(0, 1), Place(1, 0)),
        ("\\【鼓\n掌\\】", Place(0, 2), Place(1, 0)),
        ("[全市大会](=会议名称)\n[全市大会](=会议名称)", Place(0, 4), Place(1, 0)),
        ("[全市](=会议名称)\n[大会](=会议简称)", Place(0, 2), Place(1, 0)),
        ("【甲】\n【乙】", Place(0, 3), Place(1, 0)),
        ("\\【待又填\\】", Place(0, 2), Place(0, 3)),
    ],
    ids=["text", "brackets", "two that say the same", "two facts", "two placeholders", "no line end"],
)
def test_what_no_line_end_parted_stays_as_it_is(markup: str, start: Place, stop: Place) -> None:
    assert parting_taken(parse_markup(markup, counting_ids()), start, stop) is None
