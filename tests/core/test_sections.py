"""What the writer says of a section: its layer, its status, its target length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.kinds import Layer, Status
from app.core.markup import parse_markup, print_block
from app.core.outline import section_at
from app.core.plan import applied
from app.core.repair import repaired
from app.core.sections import set_layer, set_status, set_target
from tests.core.strategies import drafts

SPEECH = parse_markup("@标题 题\n前言\n# 甲 {认识}\n文\n# 乙\n", counting_ids())


def test_a_layer_is_set_from_anywhere_within_the_section() -> None:
    after = applied(set_layer(SPEECH, 3, Layer.TASKS), SPEECH)
    assert [print_block(block) for block in after.blocks][2:] == ["# 甲 {任务}", "文", "# 乙"]


def test_a_layer_can_be_taken_away() -> None:
    assert print_block(applied(set_layer(SPEECH, 2, None), SPEECH).blocks[2]) == "# 甲"


def test_status_and_target_are_set() -> None:
    after = applied(set_status(SPEECH, 4, Status.REVIEW), SPEECH)
    after = applied(set_target(after, 4, 800), after)
    assert print_block(after.blocks[4]) == "# 乙 {字数=800 状态=待核}"


def test_what_stands_in_no_section_is_left_alone() -> None:
    assert set_layer(SPEECH, 1, Layer.TASKS).is_empty


def test_what_is_so_already_is_no_step() -> None:
    assert set_layer(SPEECH, 2, Layer.UNDERSTANDING).is_empty
    assert set_target(SPEECH, 2, None).is_empty


@pytest.mark.parametrize("target", [-5, 10**9])
def test_a_target_out_of_bounds_is_brought_within_them(target: int) -> None:
    after = applied(set_target(SPEECH, 2, target), SPEECH)
    assert repaired(after) == after


@given(drafts(), st.data())
def test_only_the_section_changes(before: Draft, data: st.DataObject) -> None:
    if not before.blocks:
        return
    index = data.draw(st.integers(0, len(before.blocks) - 1))
    layer = data.draw(st.none() | st.sampled_from(Layer))
    after = applied(set_layer(before, index, layer), before)
    assert repaired(after) == after
    assert [block.runs for block in after.blocks] == [block.runs for block in before.blocks]
    stretch = section_at(after, index)
    assert stretch is None or stretch.section.layer is layer
