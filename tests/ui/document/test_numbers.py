"""Numbers kept up by difference are those that are counted anew."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.ui.document.numbers import Numbers
from tests.core.strategies import drafts


@given(st.lists(drafts(), min_size=1, max_size=4))
def test_after_any_change_they_are_those_of_the_blocks(several: list[Draft]) -> None:
    kept = Numbers()
    for draft in several:
        kept.renew(draft.blocks)
        assert kept.shown == numbers(draft.blocks)


def test_another_number_of_a_line_that_stayed_is_told_and_one_of_a_new_line_is_not() -> None:
    kept, blocks = Numbers(), parse_markup("# 甲\n# 乙\n# 丙\n").blocks
    assert not kept.renew(blocks)
    assert kept.renew(blocks[1:])
    assert kept.renew(blocks)
    assert not kept.renew(blocks[:2])


def test_they_go_on_after_blocks_that_are_not_shown() -> None:
    kept, blocks = Numbers(), parse_markup("# 甲\n## 乙\n# 丙\n## 丁\n").blocks
    kept.go_on_after(blocks[:2])
    kept.renew(blocks[2:])
    assert kept.shown == ("二、", "（一）")
