"""Marks on a stretch of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.marks import comment_at, set_comment, toggle_bold, toggle_query
from app.core.markup import parse_markup, print_block
from app.core.place import Place
from app.core.plan import Plan, applied
from app.core.repair import repaired
from tests.core.strategies import drafts


def draft(markup: str) -> Draft:
    return parse_markup(markup, counting_ids())


def after(plan: Plan, before: Draft) -> list[str]:
    return [print_block(block) for block in applied(plan, before).blocks]


def test_a_stretch_over_blocks_becomes_bold_and_plain_again() -> None:
    before = draft("甲乙丙\n丁戊")
    start, stop = Place(0, 1), Place(1, 1)
    bold = applied(toggle_bold(before, start, stop), before)
    assert [print_block(block) for block in bold.blocks] == ["甲**乙丙**", "**丁**戊"]
    assert applied(toggle_bold(bold, start, stop), bold) == before


def test_where_only_part_is_bold_all_becomes_bold() -> None:
    before = draft("**甲**乙")
    assert after(toggle_bold(before, Place(0, 0), Place(0, 2)), before) == ["**甲乙**"]


def test_a_figure_is_marked_to_be_checked() -> None:
    before = draft("投资4070亿元")
    assert after(toggle_query(before, Place(0, 2), Place(0, 8)), before) == ["投资[4070亿元](?)"]


def test_a_bound_run_or_placeholder_is_marked_whole() -> None:
    before = draft("在[大会](=会议名称)上【待填：数】")
    assert after(toggle_bold(before, Place(0, 2), Place(0, 5)), before) == [
        "在**[大会](=会议名称)上【待填：数】**"
    ]


def test_a_comment_is_put_on_found_and_taken_off() -> None:
    before = draft("增速较快。")
    noted = applied(set_comment(before, Place(0, 2), Place(0, 4), " 核口径\r\n再报 "), before)
    assert comment_at(noted, Place(0, 3)) == (Place(0, 2), Place(0, 4), "核口径\n再报")
    assert comment_at(noted, Place(0, 1)) is None
    assert comment_at(noted, Place(7, 0)) is None
    assert applied(set_comment(noted, Place(0, 2), Place(0, 4), ""), noted) == before


def test_a_mark_that_ends_between_two_of_one_binding_leaves_them_two() -> None:
    before = draft("在[大会](=会议名称)[大会](=会议名称)上")
    assert set_comment(before, Place(0, 0), Place(0, 3), "").is_empty
    twice = applied(toggle_bold(before, Place(0, 0), Place(0, 3)), before)
    assert applied(toggle_bold(twice, Place(0, 0), Place(0, 3)), twice) == before


@pytest.mark.parametrize("deed", [toggle_bold, toggle_query])
def test_nothing_selected_changes_nothing(deed: object) -> None:
    before = draft("甲")
    assert deed(before, Place(0, 1), Place(0, 1)).is_empty  # type: ignore[operator]


@given(drafts(), st.data())
def test_marks_change_no_text_and_leave_a_sound_draft(before: Draft, data: st.DataObject) -> None:
    if not before.blocks:
        return
    ends = sorted(data.draw(st.tuples(*[st.integers(0, len(before.blocks) - 1)] * 2)))
    start, stop = Place(ends[0], data.draw(st.integers(0, 9))), Place(ends[1], data.draw(st.integers(0, 9)))
    for plan in (toggle_bold(before, start, stop), set_comment(before, start, stop, "注")):
        found = applied(plan, before)
        assert repaired(found) == found
        assert [block.text for block in found.blocks] == [block.text for block in before.blocks]
