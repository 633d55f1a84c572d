"""What the outline does to a draft."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import structure
from app.core.computed import renewed
from app.core.draft import Block, Draft, plain_runs
from app.core.ids import counting_ids
from app.core.kinds import HEAD_KINDS, Kind
from app.core.markup import parse_markup, print_block
from app.core.numbering import numbers
from app.core.plan import Plan, Splice, applied, difference
from app.core.repair import arranged, repaired
from app.core.series import with_series_marks
from tests.core.strategies import drafts

ids = counting_ids(10_000)


def draft(markup: str) -> Draft:
    return parse_markup(markup, counting_ids())


def shown(after: Draft) -> list[str]:
    return [number + block.text for number, block in zip(numbers(after.blocks), after.blocks, strict=True)]


SPEECH = "# 甲\n## 子\n甲文\n# 乙\n## 丑\n乙文"


def test_moving_a_section_renumbers() -> None:
    before = draft(SPEECH)
    assert shown(applied(structure.move(before, 3, 6, 0), before)) == [
        "一、乙",
        "（一）丑",
        "乙文",
        "二、甲",
        "（一）子",
        "甲文",
    ]


def test_a_move_keeps_ids() -> None:
    before = draft(SPEECH)
    after = applied(structure.move(before, 3, 6, 0), before)
    assert {block.id for block in after.blocks} == {block.id for block in before.blocks}


def test_moving_into_itself_changes_nothing() -> None:
    assert structure.move(draft(SPEECH), 1, 4, 2).is_empty


def test_a_heading_sinks_and_rises_with_all_below_it() -> None:
    before = draft(SPEECH)
    sunk = applied(structure.shift(before, 3, 1), before)
    assert shown(sunk)[3:] == ["（二）乙", "1.丑", "乙文"]
    assert shown(applied(structure.shift(sunk, 3, -1), sunk)) == shown(before)


@pytest.mark.parametrize(
    ("markup", "kind", "expected"),
    [
        ("# 甲\n二、抓好任务", Kind.H1, ["一、甲", "二、抓好任务"]),
        ("# 甲\n（一）抓好任务", Kind.H2, ["一、甲", "（一）抓好任务"]),
        ("# 甲\n1.抓好任务", Kind.H3, ["一、甲", "1.抓好任务"]),
        ("- 甲\n二是抓好；\n三是落实。", Kind.POINT, ["一是甲", "二是抓好；", "三是落实。"]),
        ("引\n第一，抓好；\n第二，落实。", Kind.POINT, ["引", "第一，抓好；", "第二，落实。"]),
        (
            "引\n首先，抓好。\n其次，落实。\n最后，检查。",
            Kind.POINT,
            ["引", "首先，抓好。", "其次，落实。", "最后，检查。"],
        ),
        ("引\n最后，讲几句。", Kind.POINT, ["引", "一是最后，讲几句。"]),
        ("引\n二、抓好任务", Kind.BODY, ["引", "二、抓好任务"]),
        ("# 甲\n二、", Kind.H1, ["一、甲", "二、二、"]),
    ],
)
def test_what_becomes_numbered_loses_the_number_that_was_written(
    markup: str, kind: Kind, expected: list[str]
) -> None:
    before = draft(markup)
    plan = structure.set_kind(before, range(1, len(before.blocks)), kind)
    assert shown(applied(plan, before)) == expected


def test_a_kind_given_again_goes_on_with_the_numbers_above() -> None:
    before = draft("# 甲\n# 乙 {重起}")
    assert shown(applied(structure.set_kind(before, [1], Kind.H1), before)) == ["一、甲", "二、乙"]


def test_another_marker_leaves_a_series_that_begins_anew_as_it_is() -> None:
    before = draft("- 甲\n- 乙 {重起}\n- 丙")
    after = applied(structure.set_kind(before, [0, 1, 2], Kind.POINT, "要"), before)
    assert shown(after) == ["一要甲", "一要乙", "二要丙"]


def test_numbers_begin_anew_where_they_are_told_to() -> None:
    before = draft("# 甲\n# 乙\n# 丙\n文")
    after = applied(structure.set_restart(before, 1, restart=True), before)
    assert shown(after) == ["一、甲", "一、乙", "二、丙", "文"]
    assert applied(structure.set_restart(after, 1, restart=False), after) == before
    assert structure.set_restart(before, 3, restart=True).is_empty


@pytest.mark.parametrize("by", [-1, 1])
def test_a_heading_of_another_level_goes_on_with_the_numbers_there(by: int) -> None:
    before = draft("# 甲\n## 子\n# 乙\n## 丑\n## 寅 {重起}\n# 丙 {重起}")
    at = 4 if by < 0 else 5
    assert not applied(structure.shift(before, at, by), before).blocks[at].restart


def test_a_copy_goes_on_with_the_numbers() -> None:
    before = draft("# 甲\n# 乙 {重起}\n- 子\n- 丑 {重起}")
    after = applied(structure.duplicate(before, 1, 4, ids), before)
    assert shown(after)[4:] == ["二、乙", "一是子", "一是丑"]


@given(drafts(), st.sampled_from(Kind))
def test_a_kind_given_twice_is_given_once(before: Draft, kind: Kind) -> None:
    once = applied(structure.set_kind(before, range(len(before.blocks)), kind), before)
    assert structure.set_kind(once, range(len(once.blocks)), kind).is_empty


@pytest.mark.parametrize(("index", "by"), [(0, -1), (2, 1), (5, -1)])
def test_where_the_ladder_ends_nothing_shifts(index: int, by: int) -> None:
    assert structure.shift(draft(SPEECH), index, by).is_empty


def test_the_lowest_level_stops_the_whole_branch() -> None:
    assert not structure.may_shift(draft("### 甲\n#### 乙"), 0, 1)


def test_a_copy_has_ids_of_its_own() -> None:
    before = draft(SPEECH)
    after = applied(structure.duplicate(before, 0, 3, ids), before)
    assert shown(after)[:6] == ["一、甲", "（一）子", "甲文", "二、甲", "（一）子", "甲文"]
    assert len({block.id for block in after.blocks}) == 9
    assert len({block.section.id for block in after.blocks if block.section}) == 3


def test_a_split_keeps_the_id_with_the_first_character() -> None:
    before = draft("今天开会。明天放假。")
    after = applied(structure.split(before, 0, 5, new_id=ids), before)
    assert shown(after) == ["今天开会。", "明天放假。"]
    assert after.blocks[0].id == before.blocks[0].id != after.blocks[1].id


def test_a_heading_is_split_into_heading_and_body() -> None:
    before = draft("# 提高认识。当前形势")
    after = applied(structure.split(before, 0, 5, Kind.BODY, ids), before)
    assert [(block.kind, block.text) for block in after.blocks] == [
        (Kind.H1, "提高认识。"),
        (Kind.BODY, "当前形势"),
    ]


def test_a_join_keeps_the_upper_unless_it_is_empty() -> None:
    before = draft("# 甲\n乙")
    joined = applied(structure.merge_with_next(before, 0), before).blocks
    assert [(block.id, block.kind, block.text) for block in joined] == [
        (before.blocks[0].id, Kind.H1, "甲乙")
    ]
    before = draft("#\n乙")
    assert applied(structure.merge_with_next(before, 0), before).blocks == (before.blocks[1],)


def test_two_whole_bindings_that_meet_stay_two() -> None:
    before = draft("在[大会](=会议名称)\n[大会](=会议名称)上")
    after = applied(structure.merge_with_next(before, 0), before)
    assert [run.text for run in after.blocks[0].runs] == ["在", "大会", "大会", "上"]


def test_a_binding_that_was_cut_is_whole_again_after_joining() -> None:
    before = draft("在[大会](=会议名称)上")
    cut = applied(structure.split(before, 0, 2, new_id=ids), before)
    assert applied(structure.merge_with_next(cut, 0), cut) == before


@pytest.mark.parametrize("at", range(2, 6))
def test_a_placeholder_of_a_fact_that_was_cut_is_one_again_after_joining(at: int) -> None:
    before = draft("在[【名称】](=会议名称)上")
    assert before.blocks[0].runs[1].placeholder
    cut = applied(structure.split(before, 0, at, new_id=counting_ids(500)), before)
    assert at == 5 or not any(run.placeholder for block in cut.blocks for run in block.runs)
    assert applied(structure.merge_with_next(cut, 0), cut) == before


@pytest.mark.parametrize("at", range(2, 7))
def test_what_is_to_be_filled_and_was_cut_is_a_placeholder_again_after_joining(at: int) -> None:
    before = draft("**前【待填：数】后**【待填：例】")
    cut = applied(structure.split(before, 0, at, new_id=counting_ids(500)), before)
    assert applied(structure.merge_with_next(cut, 0), cut) == before


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        (r"全场\【鼓", r"掌\】", r"全场\【鼓掌\】"),
        (r"\【待填", r"**数\】**", r"\【待填**数\】**"),
        (r"\【待填：数\】", "后", r"\【待填：数\】后"),
        (r"前\【待填", "数", r"前\【待填数"),
        (r"\【待填【数】", r"家\】", r"\【待填【数】家\】"),
    ],
)
def test_other_text_in_brackets_is_text_after_joining(upper: str, lower: str, joined: str) -> None:
    before = draft(f"{upper}\n{lower}")
    after = applied(structure.merge_with_next(before, 0), before)
    assert print_block(after.blocks[0]) == print_block(draft(joined).blocks[0])


@pytest.mark.parametrize("half", range(1, 4))
def test_a_cut_second_one_of_two_bindings_is_whole_again_after_joining(half: int) -> None:
    before = draft("[大会](=名称)[大会](=名称)后")
    cut = applied(structure.split(before, 0, half, new_id=counting_ids(500)), before)
    assert applied(structure.merge_with_next(cut, 0), cut) == before


def test_computed_values_that_meet_stay_two_where_one_of_them_is_whole() -> None:
    before = draft("第[一](=@议程序)\n[二](=@议程序)项")
    after = applied(structure.merge_with_next(before, 0), before)
    assert print_block(after.blocks[0]) == "第[一](=@议程序)[二](=@议程序)项"


def test_a_computed_value_that_was_cut_is_whole_again_after_joining() -> None:
    before = renewed(Draft(), draft("讲[几](=@意见数)点" + "\n# 甲" * 11))
    cut = applied(structure.split(before, 0, 2, new_id=counting_ids(500)), before)
    assert shown(cut)[:2] == ["讲十", "一点"]
    assert applied(structure.merge_with_next(cut, 0), cut) == before


@given(drafts(), st.data())
def test_splitting_and_joining_again_gives_the_text_back(before: Draft, data: st.DataObject) -> None:
    places = [index for index, block in enumerate(before.blocks) if block.kind is Kind.BODY and block.runs]
    if not places:
        return
    index = data.draw(st.sampled_from(places))
    offset = data.draw(st.integers(1, len(before.blocks[index].text)))
    cut = applied(structure.split(before, index, offset, new_id=ids), before)
    again = applied(structure.merge_with_next(cut, index), cut)
    assert [block.text for block in again.blocks] == [block.text for block in before.blocks]


@pytest.mark.parametrize("text", ["- 甲；\n- 乙；\n- 丙。", "- 甲：\n+ 展开；\n- 乙；\n+- 丙。"])
def test_a_series_keeps_its_end_marks_when_a_point_moves(text: str) -> None:
    before = draft(text)
    last = len(before.blocks) - 1
    after = applied(structure.move(before, last, last + 1, 0), before)
    assert shown(after)[0] == "一是丙；" and shown(after)[-1].endswith("乙。")


def test_a_point_put_into_a_series_takes_its_mark() -> None:
    before = draft("- 甲；\n- 乙。")
    after = applied(structure.insert(before, 2, draft("- 丙；").blocks, ids), before)
    assert shown(after) == ["一是甲；", "二是乙；", "三是丙。"]


def test_a_series_with_full_stops_is_left_alone() -> None:
    before = draft("- 甲。\n- 乙。\n- 丙；")
    assert shown(applied(structure.delete(before, 0, 1), before)) == ["一是乙。", "二是丙；"]


def test_joining_and_parting_points() -> None:
    before = draft("正文：\n- 甲；\n- 乙。")
    joined = applied(structure.set_joined(before, [1, 2], True), before)
    assert [block.joined for block in joined.blocks] == [False, True, True]
    assert applied(structure.set_joined(joined, [1, 2], False), joined) == before


def test_moving_a_heading_renews_what_is_computed_in_the_same_plan() -> None:
    before = draft("我讲[两](=@意见数)点意见。\n# 甲\n# 乙")
    plan = structure.delete(before, 2, 3)
    assert shown(applied(plan, before))[0] == "我讲一点意见。"


def test_what_was_head_stays_head_when_a_line_of_it_becomes_body() -> None:
    before = draft("@标题 题\n@讲话人 甲\n@称谓 同志们：\n文")
    after = applied(structure.set_kind(before, [0], Kind.BODY), before)
    assert [print_block(block) for block in after.blocks] == ["@讲话人 甲", "@称谓 同志们：", "题", "文"]


def test_a_point_keeps_its_marker_when_made_a_point_again() -> None:
    before = draft("- 甲 {要}")
    assert structure.set_kind(before, [0], Kind.POINT).is_empty


def test_a_heading_that_sinks_and_rises_keeps_what_its_section_says() -> None:
    before = draft("# 零\n# 甲 {任务 字数=900 节=工作}")
    sunk = applied(structure.shift(before, 1, 1), before)
    assert applied(structure.shift(sunk, 1, -1), sunk) == before


def test_steps_are_named_by_the_word_for_the_kind() -> None:
    before = draft("甲")
    names = [structure.set_kind(before, [0], kind).name for kind in (Kind.H2, Kind.CUE, Kind.POINT)]
    assert names == ["改为二级标题", "改为场上提示", "改为要点"]


OPERATIONS = st.sampled_from(["move", "delete", "duplicate", "shift", "split", "merge", "join", "kind"])


def any_plan(before: Draft, data: st.DataObject) -> Plan:
    size = len(before.blocks)
    start = data.draw(st.integers(0, size - 1))
    stop = data.draw(st.integers(start + 1, size))
    match data.draw(OPERATIONS):
        case "move":
            return structure.move(before, start, stop, data.draw(st.integers(0, size)), ids)
        case "delete":
            return structure.delete(before, start, stop, ids)
        case "duplicate":
            return structure.duplicate(before, start, stop, ids)
        case "shift":
            return structure.shift(before, start, data.draw(st.sampled_from([-1, 1])), ids)
        case "split":
            return structure.split(before, start, data.draw(st.integers(0, 9)), new_id=ids)
        case "merge":
            return structure.merge_with_next(before, start, ids)
        case "join":
            return structure.set_joined(before, range(start, stop), data.draw(st.booleans()), ids)
        case _:
            return structure.set_kind(
                before, range(start, stop), data.draw(st.sampled_from(Kind)), new_id=ids
            )


@given(drafts(), st.data())
def test_every_operation_leaves_a_sound_draft(before: Draft, data: st.DataObject) -> None:
    if before.blocks:
        after = applied(any_plan(before, data), before)
        assert repaired(after) == after


@given(drafts(), drafts())
def test_the_difference_of_two_drafts_makes_the_second_of_the_first(before: Draft, after: Draft) -> None:
    assert applied(difference("改", before, after), before) == after


def test_joining_with_an_empty_line_above_takes_that_out_and_touches_nothing_else() -> None:
    plan = structure.merge_with_next(draft("甲\n\\\n丙"), 1)
    assert plan.splices == (Splice(1, 2),)


def test_a_difference_touches_only_what_changed() -> None:
    before = draft("甲\n乙\n丙\n丁")
    after = applied(structure.delete(before, 1, 2), before)
    (splice,) = difference("删", before, after).splices
    assert (splice.start, splice.stop, splice.blocks) == (1, 2, ())
    assert difference("无", before, before).is_empty


def test_the_last_block_joins_with_nothing() -> None:
    assert structure.merge_with_next(draft("甲"), 0).is_empty


def test_text_put_in_before_the_head_comes_behind_it() -> None:
    before = draft("@标题 讲话\n正文")
    plan = structure.plan_of("改", before, [Block("zzzzzzzz", runs=plain_runs("新")), *before.blocks], ids)
    assert [block.text for block in applied(plan, before).blocks] == ["讲话", "新", "正文"]


BODY = st.sampled_from(["", "正文。", "又一段，", "【待填】"])


@given(drafts(), st.data())
def test_running_text_comes_and_goes_as_all_else_does(before: Draft, data: st.DataObject) -> None:
    """There is a short way for it: what it gives is what the long one gives."""
    at = data.draw(st.integers(0, len(before.blocks)))
    gone = data.draw(st.integers(0, min(2, len(before.blocks) - at)))
    new = [Block(ids(), runs=plain_runs(text)) for text in data.draw(st.lists(BODY, max_size=2))]
    blocks = (*before.blocks[:at], *new, *before.blocks[at + gone :])
    after = applied(structure.plan_of("改", before, blocks, ids), before)
    assert repaired(after) == after
    assert applied(structure.spliced("改", before, at, at + gone, new, ids), before) == after
    if not any(block.kind in HEAD_KINDS for block in before.blocks):
        whole = arranged(replace(before, blocks=blocks), ids)
        assert after == with_series_marks(before, renewed(before, whole))


@given(st.lists(BODY, max_size=5), st.data())
def test_the_short_way_touches_no_more_than_the_long_one(texts: list[str], data: st.DataObject) -> None:
    before = repaired(Draft(blocks=tuple(Block("", runs=plain_runs(text)) for text in texts)), ids)
    at = data.draw(st.integers(0, len(texts)))
    stop = data.draw(st.integers(at, len(texts)))
    new = data.draw(st.permutations([Block(ids(), runs=plain_runs("新")), *before.blocks[at:stop]]))
    new = new[: data.draw(st.integers(0, len(new)))]
    blocks = (*before.blocks[:at], *new, *before.blocks[stop:])
    assert structure.spliced("改", before, at, stop, new, ids) == structure.plan_of("改", before, blocks, ids)
