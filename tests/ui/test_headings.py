"""The outline's commands on the heading at the cursor."""

import pytest

from app.core.draft import Draft
from app.core.kinds import Status
from app.core.markup import parse_markup
from app.core.place import Place
from app.core.plan import applied
from app.core.writing import Stroke
from app.ui.editor.speech_editor import Make
from app.ui.headings import Headings
from app.ui.outline.rows import Key
from app.ui.situation import Situation

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
        self.selected: list[Key] = []
        self.headings = Headings(
            lambda: self.draft, lambda: Place(self.block, 0), self.change, lambda: self.selected
        )

    def key(self, text: str) -> Key:
        """The key of the row of a heading."""
        return next((block.id, False) for block in self.draft.blocks if block.text == text)

    def select(self, *texts: str) -> None:
        """Select rows of the outline."""
        self.selected = [self.key(text) for text in texts]

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


def test_the_last_below_a_heading_goes_on_to_the_next_and_comes_back() -> None:
    desk = Desk(DRAFT, 4)
    desk.headings.go_down()
    assert desk.texts == ["讲话", "甲", "甲一", "正文。", "乙", "责任。", "甲二"]
    assert desk.texts[desk.block] == "甲二"
    desk.headings.go_up()
    assert desk.draft == DRAFT
    assert not Desk(DRAFT, 1).now.may_go_up


def test_several_selected_headings_move_together() -> None:
    desk = Desk(DRAFT, 4)
    desk.select("甲一", "甲二")
    assert not desk.now.may_go_up
    desk.headings.go_down()
    assert desk.texts == ["讲话", "甲", "乙", "责任。", "甲一", "正文。", "甲二"]


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


def test_several_selected_headings_sink_together() -> None:
    desk = Desk(DRAFT, 0)
    desk.select("甲二", "甲一")
    assert desk.now.may_sink and desk.now.may_rise
    desk.headings.sink()
    assert [block.kind.value for block in desk.draft.blocks[2:5]] == ["h3", "body", "h3"]


def test_several_selected_branches_are_copied_or_deleted_together() -> None:
    desk = Desk(DRAFT, 0)
    desk.select("甲一", "乙")
    desk.headings.delete()
    assert desk.texts == ["讲话", "甲", "甲二"]
    desk = Desk(DRAFT, 0)
    desk.select("甲一", "甲二")
    desk.headings.duplicate()
    assert desk.texts == ["讲话", "甲", "甲一", "正文。", "甲二", "甲一", "正文。", "甲二", "乙", "责任。"]


def test_what_is_dropped_goes_where_the_tree_said() -> None:
    desk = Desk(DRAFT, 6)
    desk.headings.drop([desk.key("甲二")], desk.key("乙"), -1)
    assert desk.texts == ["讲话", "甲", "甲一", "正文。", "乙", "责任。", "甲二"]
    assert desk.texts[desk.block] == "责任。"
    before = desk.draft
    desk.headings.drop([desk.key("乙")], desk.key("甲二"), -1)
    desk.headings.drop([desk.key("乙")], ("gonegone", False), 0)
    assert desk.draft == before


def test_a_heading_is_renamed_and_its_text_stays() -> None:
    desk = Desk(parse_markup("# 甲\n## 子。正文。\n"), 0)
    desk.headings.rename((desk.draft.blocks[1].id, False), "丑")
    assert desk.texts == ["甲", "丑。正文。"]


def test_a_section_without_heading_gets_another_name() -> None:
    desk = Desk(parse_markup("开场白。 {节=开场}\n"), 0)
    desk.headings.rename((desk.draft.blocks[0].id, True), "引子")
    section = desk.draft.blocks[0].section
    assert section is not None and section.name == "引子"
    assert desk.texts == ["开场白。"]


def test_a_status_is_given_to_the_section_of_a_row() -> None:
    desk = Desk(DRAFT, 0)
    desk.headings.set_status(5, Status.REVIEW)
    section = desk.draft.blocks[5].section
    assert section is not None and section.status is Status.REVIEW


def test_a_section_is_cut_at_the_cursor_and_taken_in_again() -> None:
    desk = Desk(DRAFT, 3)
    assert desk.now.may_split
    desk.headings.split()
    assert desk.texts == ["讲话", "甲", "甲一", "【标题】", "正文。", "甲二", "乙", "责任。"]
    assert desk.texts[desk.block] == "【标题】"
    assert desk.now.may_merge
    desk.headings.merge()
    assert desk.draft.blocks[3].kind.value == "body"


def test_a_heading_is_not_cut_and_a_first_section_not_taken_in() -> None:
    now = Desk(DRAFT, 1).now
    assert not now.may_split and not now.may_merge
