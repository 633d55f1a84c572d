"""The outline's commands on the heading at the cursor."""

import pytest

from app.core.draft import Draft
from app.core.markup import parse_markup
from app.core.plan import applied
from app.core.writing import Stroke
from app.ui.commands import Situation
from app.ui.editor.speech_editor import Make
from app.ui.headings import Headings

DRAFT = parse_markup("""
@标题 讲话
# 甲
## 甲一
正文。
## 甲二
# 乙
- 责任。
""")


class Desk:
    """A draft, a cursor, and what came of a command."""

    def __init__(self, draft: Draft, block: int) -> None:
        self.draft, self.block = draft, block
        self.headings = Headings(lambda: self.draft, lambda: self.block, self.change)

    def change(self, make: Make) -> None:
        """As the editor does it: the cursor goes where a stroke says, or with its block."""
        made = make(self.draft)
        here = self.draft.blocks[self.block].id
        stroke = made if isinstance(made, Stroke) else None
        self.draft = applied(stroke.plan if stroke else made, self.draft)
        self.block = stroke.place.index if stroke else self.draft.index_of(here)

    @property
    def texts(self) -> list[str]:
        return [block.text for block in self.draft.blocks]

    @property
    def now(self) -> Situation:
        return self.headings.situation(Situation(has_draft=True))


@pytest.mark.parametrize("block", range(7))
def test_moving_down_and_up_again_is_where_it_was_with_the_cursor(block: int) -> None:
    desk = Desk(DRAFT, block)
    if desk.now.may_go_down:
        desk.headings.go_down()
        assert desk.draft != DRAFT
        desk.headings.go_up()
    assert (desk.draft, desk.block) == (DRAFT, block)


def test_the_cursor_goes_with_what_it_was_in() -> None:
    desk = Desk(DRAFT, 3)
    desk.headings.go_down()
    assert desk.texts == ["讲话", "甲", "甲二", "甲一", "正文。", "乙", "责任。"]
    assert desk.texts[desk.block] == "正文。"


def test_a_heading_moves_only_among_those_below_the_same_heading() -> None:
    assert not Desk(DRAFT, 4).now.may_go_down
    assert Desk(DRAFT, 4).now.may_go_up
    assert not Desk(DRAFT, 1).now.may_go_up


def test_rising_and_sinking_take_the_heading_above_a_point() -> None:
    desk = Desk(DRAFT, 6)
    assert desk.now.may_sink and not desk.now.may_rise
    desk.headings.sink()
    assert desk.draft.blocks[5].kind.value == "h2"


def test_a_copy_stands_after_the_original_and_has_the_cursor() -> None:
    desk = Desk(DRAFT, 2)
    desk.headings.duplicate()
    assert desk.texts == ["讲话", "甲", "甲一", "正文。", "甲一", "正文。", "甲二", "乙", "责任。"]
    assert desk.block == 4
    assert len({block.id for block in desk.draft.blocks}) == 9


def test_a_section_is_deleted_with_all_below_it() -> None:
    desk = Desk(DRAFT, 1)
    desk.headings.delete()
    assert desk.texts == ["讲话", "乙", "责任。"]


def test_at_the_title_there_is_nothing_to_move() -> None:
    now = Desk(DRAFT, 0).now
    assert not (now.in_heading or now.may_rise or now.may_sink or now.may_go_up or now.may_go_down)


def test_the_path_names_every_heading_above_the_cursor() -> None:
    assert [node.number for node in Desk(DRAFT, 3).headings.path()] == ["一、", "（一）"]
    assert [node.number for node in Desk(DRAFT, 6).headings.path()] == ["二、", "一是"]


def test_a_draft_without_blocks_has_no_place() -> None:
    assert Desk(Draft(), 0).now == Situation(has_draft=True)
