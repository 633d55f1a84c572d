"""Stretches of text across blocks: what is copied, how it is put in, that moving loses nothing."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.computed import SCOPE
from app.core.draft import Block, Draft, Run
from app.core.ids import counting_ids
from app.core.kinds import Kind, Layer
from app.core.markup import parse_markup, print_block
from app.core.numbering import numbers
from app.core.place import Place
from app.core.plan import applied
from app.core.repair import repaired
from app.core.selection import Clip, copied, moved_text, replaced, return_over, takes_whole_points
from app.core.writing import Stroke
from tests.core.strategies import drafts


def draft(markup: str) -> Draft:
    return parse_markup(markup, counting_ids())


def lines(stroke: Stroke, before: Draft) -> list[str]:
    return [print_block(block) for block in applied(stroke.plan, before).blocks]


def put(markup: str, at: tuple[int, int], clip: Clip) -> list[str]:
    before = draft(markup)
    return lines(replaced(before, Place(*at), Place(*at), clip, counting_ids(500)), before)


SPEECH = "# 提高认识 {认识 字数=900}\n## 大势所趋。当前形势 {领句=全}\n+ 接着说\n- 甲 {要 重起}\n正文"


def test_a_stretch_carries_all_that_its_blocks_carry() -> None:
    before = draft(SPEECH)
    clip = copied(before, Place(0, 0), Place(4, 0))
    assert clip == Clip(before.blocks[:4], part=False, ends=True)


@pytest.mark.parametrize(
    ("start", "stop", "whole"),
    [
        ((1, 0), (2, 0), True),
        ((0, 2), (1, 3), True),
        ((1, 3), (3, 2), True),
        ((0, 0), (2, 0), True),
        ((3, 0), (4, 0), False),  # no point
        ((1, 0), (1, 3), False),  # its line is left
        ((1, 0), (2, 3), False),
        ((0, 1), (1, 3), False),
        ((1, 3), (2, 2), False),
    ],
)
def test_whole_points_are_taken_with_one_line_end(
    start: tuple[int, int], stop: tuple[int, int], whole: bool
) -> None:
    before = draft("要求\n- 责任；\n- 时限。\n正文\n尾")
    assert takes_whole_points(before, Place(*start), Place(*stop)) is whole


def test_the_block_at_whose_start_a_stretch_ends_is_not_in_it() -> None:
    clip = copied(draft("甲\n# 乙"), Place(0, 0), Place(1, 0))
    assert ([block.text for block in clip.blocks], clip.ends) == (["甲"], True)


@pytest.mark.parametrize(("start", "stop", "part"), [(0, 4, False), (1, 4, True), (0, 3, True)])
def test_a_heading_without_one_of_its_ends_is_a_part(start: int, stop: int, part: bool) -> None:
    assert copied(draft("# 提高认识"), Place(0, start), Place(0, stop)).part is part


def test_a_whole_heading_keeps_its_kind_on_an_empty_line() -> None:
    clip = copied(draft("## 甲"), Place(0, 0), Place(0, 1))
    assert put("前\n\\\n后", (1, 0), clip) == ["前", "## 甲", "后"]


def test_part_of_a_heading_is_text_on_an_empty_line() -> None:
    clip = copied(draft("## 甲乙"), Place(0, 0), Place(0, 1))
    assert put("前\n\\\n后", (1, 0), clip) == ["前", "甲", "后"]


def test_what_stands_after_the_place_does_not_become_a_heading() -> None:
    source = draft("# 甲 {认识}\n正文\n# 乙 {形势}")
    clip = copied(source, Place(0, 0), Place(2, 0))
    assert put("前后", (0, 1), clip) == ["前", "# 甲 {认识}", "正文", "后"]
    clip = copied(source, Place(1, 0), Place(2, 1))
    assert put("前后", (0, 1), clip) == ["前正文", "# 乙 {形势}", "后"]


@pytest.mark.parametrize(
    ("markup", "at", "result"),
    [
        ("前后", (0, 1), ["前甲", "# 乙", "丙后"]),
        ("# 前后", (0, 0), ["甲", "# 乙", "# 丙前后"]),
        ("前后", (0, 2), ["前后甲", "# 乙", "丙"]),
        ("前\n\\\n后", (1, 0), ["前", "甲", "# 乙", "丙", "后"]),
        ("- 前后", (0, 1), ["- 前甲", "# 乙", "丙后"]),
    ],
)
def test_text_goes_on_where_the_place_is(markup: str, at: tuple[int, int], result: list[str]) -> None:
    assert put(markup, at, Clip(draft("甲\n# 乙\n丙").blocks)) == result


def test_lines_put_into_a_title_go_behind_the_head() -> None:
    markup = "@标题 题目\n@讲话人 甲\n@称谓 同志们：\n正文"
    found = put(markup, (0, 1), Clip(draft("子\n丑").blocks))
    assert found == ["@标题 题子", "@讲话人 甲", "@称谓 同志们：", "丑目", "正文"]


def test_a_line_with_its_end_pushes_the_line_below_down() -> None:
    assert put("- 乙", (0, 0), Clip(draft("- 甲").blocks, ends=True)) == ["- 甲", "- 乙"]


def test_a_draft_without_blocks_takes_a_stretch() -> None:
    assert put("", (0, 0), Clip(draft("# 甲\n乙").blocks)) == ["# 甲", "乙"]


def test_text_within_a_marked_run_takes_its_marks() -> None:
    clip = Clip(draft("新").blocks)
    assert put("【待填：数】", (0, 4), clip) == ["【待填：新数】"]
    assert put("[大会](=名称)", (0, 1), clip) == ["[大新会](=名称)"]
    assert put("[大会](=名称)", (0, 2), clip) == ["[大会](=名称)新"]


FACT = "[全市大会](=名称)"


@pytest.mark.parametrize(
    ("line", "at", "result"),
    [
        ("在[全市大会](=名称)上", 5, "在[全市大会](=名称)[大会](=名称)上"),
        ("在[全市大会](=名称)上", 1, "在[大会](=名称)[全市大会](=名称)上"),
        ("在[会议](=名称)上", 3, "在[会议](=名称)[大会](=名称)上"),
        ("[全市大会](=名称)[全市大会](=名称)", 4, "[全市大会](=名称)[大会](=名称)[全市大会](=名称)"),
    ],
)
def test_a_part_of_a_value_that_is_put_beside_that_value_leaves_it_alone(
    line: str, at: int, result: str
) -> None:
    before = draft(FACT)
    assert put(line, (0, at), copied(before, Place(0, 2), Place(0, 4))) == [result]


def test_so_does_a_part_of_a_computed_value() -> None:
    clip = copied(draft("[两](=@意见数)"), Place(0, 0), Place(0, 1))
    found = put("讲[好几](=@意见数)点\n# 甲\n# 乙", (0, 3), clip)
    assert found[0] == "讲[好几](=@意见数)[两](=@意见数)点"


@pytest.mark.parametrize(("start", "stop"), [(0, 2), (1, 3), (2, 4)])
def test_a_part_of_a_value_that_comes_back_to_the_rest_is_one_with_it(start: int, stop: int) -> None:
    before = draft(f"在{FACT}上")
    here = Place(0, 1 + start), Place(0, 1 + stop)
    clip = copied(before, *here)
    cut = applied(replaced(before, *here, Clip(())).plan, before)
    assert applied(replaced(cut, here[0], here[0], clip).plan, cut) == before


def test_a_part_of_a_value_within_that_value_is_a_part_of_it() -> None:
    clip = copied(draft(FACT), Place(0, 2), Place(0, 4))
    assert put(FACT, (0, 1), clip) == ["[全大会市大会](=名称)"]
    assert put("[甲](=地点)[乙丙](=地点)", (0, 2), clip) == ["[甲](=地点)[乙](=地点)[大会](=名称)[丙](=地点)"]


def test_what_is_left_of_two_values_stays_two() -> None:
    before = draft(f"{FACT}和{FACT}")
    after = lines(replaced(before, Place(0, 2), Place(0, 7), Clip(())), before)
    assert after == ["[全市](=名称)[大会](=名称)"]


def test_marked_text_keeps_its_marks() -> None:
    source = draft("在[大会](=名称)上【待填：x】**粗**[疑](?)[注](^批)")
    clip = copied(source, Place(0, 0), Place(0, len(source.blocks[0].text)))
    assert put("前后", (0, 1), clip)[0] == "前" + print_block(source.blocks[0]) + "后"


def test_a_forced_line_end_stays_one_in_a_title() -> None:
    clip = copied(draft("@标题 上\\n下"), Place(0, 0), Place(0, 3))
    assert put("@标题 题", (0, 1), clip) == ["@标题 题上\\n下"]


def test_what_was_cut_keeps_its_ids_and_what_was_copied_gets_new_ones() -> None:
    before = draft("甲\n# 乙 {认识}\n丙")
    clip = copied(before, Place(1, 0), Place(2, 0))
    cut = applied(replaced(before, Place(1, 0), Place(2, 0), Clip(())).plan, before)
    assert applied(replaced(cut, Place(1, 0), Place(1, 0), clip).plan, cut) == before
    twice = applied(replaced(before, Place(0, 0), Place(0, 0), clip).plan, before)
    assert twice.blocks[2].section == before.blocks[1].section
    assert twice.blocks[2].id == before.blocks[1].id
    section = twice.blocks[0].section
    assert section is not None and section.layer is Layer.UNDERSTANDING
    assert len({block.id for block in twice.blocks}) == 4


def test_moving_blocks_keeps_ids_and_sections() -> None:
    before = draft("# 甲 {认识}\n## 乙\n正文一\n正文二")
    stroke = moved_text(before, Place(1, 0), Place(2, 0), Place(3, 3))
    after = applied(stroke.plan, before)
    assert [block.text for block in after.blocks] == ["甲", "正文一", "正文二", "乙"]
    assert after.blocks[3] == before.blocks[1]
    assert stroke.place == Place(3, 1)


def test_a_head_line_that_comes_to_an_empty_line_leaves_it_its_section() -> None:
    before = draft("@稿次 送审稿\n空 {节=开场}")
    before = replace(before, blocks=(before.blocks[0], replace(before.blocks[1], runs=())))
    after = applied(moved_text(before, Place(0, 0), Place(0, 3), Place(1, 0), counting_ids(500)).plan, before)
    assert [(block.kind, block.text) for block in after.blocks] == [(Kind.STAGE, ""), (Kind.BODY, "送审稿")]
    assert after.blocks[1].section == before.blocks[1].section


def test_moving_words_within_a_line() -> None:
    before = draft("一**粗**二")
    assert lines(moved_text(before, Place(0, 0), Place(0, 2), Place(0, 3)), before) == ["二一**粗**"]
    assert lines(moved_text(before, Place(0, 1), Place(0, 3), Place(0, 0)), before) == ["**粗**二一"]


@pytest.mark.parametrize("to", [(0, 1), (1, 0), (1, 1)])
def test_moving_into_itself_changes_nothing(to: tuple[int, int]) -> None:
    assert moved_text(draft("甲乙\n丙丁"), Place(0, 1), Place(1, 1), Place(*to)).plan.is_empty


def test_return_over_a_selection_is_return_where_it_was() -> None:
    before = draft("# 甲乙\n丙丁")
    stroke = return_over(before, Place(0, 1), Place(1, 1))
    assert (lines(stroke, before), stroke.place) == (["# 甲", "丁"], Place(1, 0))


def test_return_without_blocks_begins_them() -> None:
    before = Draft()
    assert lines(return_over(before, Place(0, 0), Place(0, 0)), before) == ["\\", "\\"]


def places(before: Draft, data: st.DataObject, count: int) -> list[Place]:
    found: list[Place] = []
    for _ in range(count):
        index = data.draw(st.integers(0, len(before.blocks) - 1))
        found.append(Place(index, data.draw(st.integers(0, len(before.blocks[index].text)))))
    return sorted(found, key=lambda place: (place.index, place.offset))


def visible(*blocks: Block) -> Counter[str]:
    """Every character that is seen, but for computed values and the end marks of series, which follow the place."""
    texts = (run.text for block in blocks for run in block.runs if not (run.bind and run.bind.scope == SCOPE))
    return Counter(char for text in texts for char in text if not char.isspace() and char not in "；。")


def within_computed(draft: Draft, place: Place) -> bool:
    """Whether a place is inside a computed value."""
    at = 0
    for run in draft.blocks[place.index].runs:
        if run.bind and run.bind.scope == SCOPE and at < place.offset < at + len(run.text):
            return True
        at += len(run.text)
    return False


@given(drafts(), st.data())
def test_moving_loses_nothing_and_leaves_a_sound_draft(before: Draft, data: st.DataObject) -> None:
    if not before.blocks:
        return
    chosen = places(before, data, 3)
    to = chosen.pop(data.draw(st.sampled_from([0, 2])))
    start, stop = chosen
    assume(not within_computed(before, to))  # it would be text of the value, which is not counted
    stroke = moved_text(before, start, stop, to)
    after = applied(stroke.plan, before)
    assert repaired(after) == after
    assert visible(*after.blocks) == visible(*before.blocks)
    assert stroke.place.offset <= len(after.blocks[stroke.place.index].text)
    whole = {block.id for block in before.blocks[start.index + 1 : stop.index]}
    assert start == stop or whole <= {block.id for block in after.blocks}


@given(drafts(), drafts(), st.data())
def test_putting_in_loses_nothing_and_leaves_a_sound_draft(
    before: Draft, source: Draft, data: st.DataObject
) -> None:
    if not before.blocks or not source.blocks:
        return
    clip = copied(source, *places(source, data, 2))
    (at,) = places(before, data, 1)
    assume(not within_computed(before, at))
    after = applied(replaced(before, at, at, clip).plan, before)
    assert repaired(after) == after
    assert visible(*after.blocks) == visible(*before.blocks, *clip.blocks)


@given(drafts(), st.data())
def test_cut_and_pasted_where_it_was_the_text_is_what_it_was(before: Draft, data: st.DataObject) -> None:
    if not before.blocks:
        return
    start, stop = places(before, data, 2)
    clip = copied(before, start, stop)
    cut = applied(replaced(before, start, stop, Clip(())).plan, before)
    assert visible(*cut.blocks) + visible(*clip.blocks) == visible(*before.blocks)
    assert len(numbers(cut.blocks)) == len(cut.blocks)


def bound(before: Draft) -> list[tuple[int, int, Run]]:
    """Block, offset and run of all that is bound and no placeholder."""
    return [
        (index, sum(len(run.text) for run in block.runs[:at]), found)
        for index, block in enumerate(before.blocks)
        for at, found in enumerate(block.runs)
        if found.bind and not found.placeholder
    ]


@given(drafts(), st.data())
def test_a_part_of_a_bound_run_that_is_cut_and_pasted_where_it_was_changes_nothing(
    before: Draft, data: st.DataObject
) -> None:
    found = bound(before)
    assume(found)
    index, first, run = data.draw(st.sampled_from(found))
    start, stop = sorted(data.draw(st.integers(0, len(run.text))) for _ in range(2))
    assume(stop - start < len(run.text))
    here = Place(index, first + start), Place(index, first + stop)
    clip = copied(before, *here)
    cut = applied(replaced(before, *here, Clip(())).plan, before)
    assert applied(replaced(cut, here[0], here[0], clip).plan, cut) == before


@given(drafts(), st.data())
def test_what_is_put_in_at_the_edge_of_a_bound_run_leaves_it_as_it_is(
    before: Draft, data: st.DataObject
) -> None:
    found = [each for each in bound(before) if each[2].bind and each[2].bind.scope != SCOPE]
    assume(found)
    index, first, run = data.draw(st.sampled_from(found))
    source = data.draw(st.sampled_from(found))
    start, stop = sorted(data.draw(st.integers(0, len(source[2].text))) for _ in range(2))
    clip = copied(before, Place(source[0], source[1] + start), Place(source[0], source[1] + stop))
    edge = Place(index, first + data.draw(st.sampled_from([0, len(run.text)])))
    after = applied(replaced(before, edge, edge, clip).plan, before)
    assert Counter(map(said, before.blocks[index].runs)) <= Counter(map(said, after.blocks[index].runs))


def said(run: Run) -> Run:
    """The run whatever stands beside it."""
    return replace(run, bind=run.bind and replace(run.bind, occurrence=0))


@given(drafts(), st.data())
def test_return_over_a_selection_leaves_a_sound_draft(before: Draft, data: st.DataObject) -> None:
    start, stop = places(before, data, 2) if before.blocks else (Place(0, 0), Place(0, 0))
    stroke = return_over(before, start, stop)
    after = applied(stroke.plan, before)
    assert repaired(after) == after
    assert stroke.place.index < len(after.blocks)


def test_a_byline_is_cut_into_two_bylines() -> None:
    before = draft("@讲话人 甲乙")
    stroke = replaced(before, Place(0, 1), Place(0, 1), Clip(draft("子\n丑").blocks))
    assert applied(stroke.plan, before).blocks[0].kind is Kind.BYLINE


def test_halves_of_placeholders_that_come_together_are_one() -> None:
    before = draft("【甲】\n【乙】后")
    assert lines(replaced(before, Place(0, 1), Place(1, 1), Clip(())), before) == ["【乙】后"]
