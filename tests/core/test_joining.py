"""A whole series of points runs on in one paragraph, or is parted again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.joining import toggle_series
from app.core.markup import parse_markup, print_block
from app.core.plan import applied
from app.core.repair import repaired
from tests.core.strategies import drafts


def toggled(markup: str, *indices: int) -> list[str]:
    draft = parse_markup(markup, counting_ids())
    return [print_block(block) for block in applied(toggle_series(draft, indices), draft).blocks]


SERIES = "要做到：\n- 甲；\n- 乙；\n- 丙。\n末段"


@pytest.mark.parametrize("at", [1, 2, 3])
def test_from_any_point_the_whole_series_runs_on(at: int) -> None:
    assert toggled(SERIES, at) == ["要做到：", "+- 甲；", "+- 乙；", "+- 丙。", "末段"]


def test_a_series_that_runs_on_is_parted() -> None:
    assert toggled("要做到：\n+- 甲；\n+- 乙。", 1) == ["要做到：", "- 甲；", "- 乙。"]


def test_a_series_that_runs_on_in_part_runs_on_wholly_first() -> None:
    assert toggled("要做到：\n- 甲；\n+- 乙。", 2) == ["要做到：", "+- 甲；", "+- 乙。"]


def test_the_text_of_a_point_stays_with_it() -> None:
    assert toggled("- 甲。\n+ 说甲\n- 乙。\n+ 说乙", 3) == ["- 甲。", "+ 说甲", "+- 乙。", "+ 说乙"]
    assert toggled("- 甲。\n+ 说甲\n+- 乙。\n+ 说乙", 1) == ["- 甲。", "+ 说甲", "- 乙。", "+ 说乙"]


def test_what_stands_between_the_points_runs_on_with_them() -> None:
    assert toggled("- 甲。\n说甲\n- 乙。\n说乙", 0) == ["- 甲。", "+ 说甲", "+- 乙。", "说乙"]


def test_a_series_right_below_a_heading_of_its_own_line_begins_a_paragraph() -> None:
    assert toggled("# 标题\n- 甲；\n- 乙。", 1) == ["# 标题", "- 甲；", "+- 乙。"]
    assert toggled("# 标题。\n- 甲；\n- 乙。", 1) == ["# 标题。", "+- 甲；", "+- 乙。"]


@pytest.mark.parametrize("at", [0, 4])
def test_outside_of_a_series_nothing_happens(at: int) -> None:
    assert toggled(SERIES, at) == SERIES.split("\n")


def test_other_series_are_left_alone() -> None:
    assert toggled("- 甲；\n- 乙。\n# 题\n- 丙；\n- 丁。", 0)[2:] == ["# 题", "- 丙；", "- 丁。"]


@given(drafts(), st.data())
def test_any_draft_stays_sound_and_keeps_its_blocks(draft: Draft, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, max(0, len(draft.blocks) - 1)))
    once = applied(toggle_series(draft, [at] if draft.blocks else [], counting_ids(10_000)), draft)
    assert repaired(once) == once
    assert [block.id for block in once.blocks] == [block.id for block in draft.blocks]
