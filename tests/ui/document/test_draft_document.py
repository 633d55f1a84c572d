"""The live draft: filled, taken out again, changed and undone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat, QTextCursor

from app.core import structure
from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.markup import parse_markup, print_block
from app.core.plan import applied, difference
from app.core.repair import repaired
from app.layouts.model import Layout
from app.ui.document.draft_document import DraftDocument
from app.ui.document.properties import read_block
from app.ui.document.splicing import is_vacant
from tests.core.strategies import drafts
from tests.core.test_structure import any_plan

EXAMPLES = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def document(qapp: object, layout: Layout) -> DraftDocument:
    return DraftDocument(layout, new_id=counting_ids(50_000))


@EXAMPLES
@given(drafts())
def test_the_snapshot_of_a_filled_document_is_the_draft(document: DraftDocument, draft: Draft) -> None:
    document.fill(draft)
    assert document.draft() == draft


@EXAMPLES
@given(drafts())
def test_a_filled_document_is_sound_at_once(document: DraftDocument, draft: Draft) -> None:
    document.fill(draft)
    document.normalise()
    assert document.draft() == draft
    assert not document.isModified()
    assert not document.isUndoAvailable()


def read_anew(document: DraftDocument) -> Draft:
    """What is written in the document, whatever it remembers."""
    lines = () if is_vacant(document) else tuple(document.text_blocks())
    return Draft(blocks=tuple(map(read_block, lines)))


@EXAMPLES
@given(drafts(), st.data())
def test_a_plan_does_to_the_document_what_it_does_to_the_draft(
    document: DraftDocument, draft: Draft, data: st.DataObject
) -> None:
    document.fill(draft)
    if not draft.blocks:
        return
    plan = any_plan(draft, data)
    document.apply(plan)
    assert document.draft() == applied(plan, draft)
    assert repaired(read_anew(document)).blocks == applied(plan, draft).blocks


@EXAMPLES
@given(drafts(), drafts())
def test_any_change_is_one_step_that_undo_takes_back_and_redo_makes_again(
    document: DraftDocument, before: Draft, after: Draft
) -> None:
    document.fill(before)
    document.apply(difference("改", before, after))
    assert document.draft() == after
    if before != after:
        document.undo()
    assert document.draft() == before
    assert not document.isUndoAvailable()
    if before != after:
        document.redo()
        assert document.draft() == after


def shown(document: DraftDocument) -> list[str]:
    return [document.number(index) + block.text for index, block in enumerate(document.draft().blocks)]


def test_the_blank_about_the_text_is_no_edit_of_the_draft(document: DraftDocument) -> None:
    document.fill(parse_markup("# 统一思想\n正文一段。\n"))
    document.tell_now()
    before = document.draft()
    document.set_margin(40)
    assert document.documentMargin() == 40
    assert document.draft() is before and not document.is_settling


def test_numbers_follow_a_typed_change(document: DraftDocument) -> None:
    document.fill(parse_markup("# 甲\n# 乙\n# 丙"))
    cursor = QTextCursor(document.findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert shown(document) == ["一、甲", "", "二、丙"]


def test_computed_values_are_renewed_in_the_step_that_changed_them(document: DraftDocument) -> None:
    document.fill(parse_markup("我讲[两](=@意见数)点。\n# 甲\n# 乙"))
    cursor = QTextCursor(document.findBlockByNumber(1))
    cursor.setPosition(document.findBlockByNumber(2).position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    document.normalise()
    assert shown(document) == ["我讲一点。", "一、乙"]
    document.undo()
    assert shown(document) == ["我讲两点。", "一、甲", "二、乙"]
    assert not document.isUndoAvailable()


def remove_line(document: DraftDocument, index: int) -> None:
    cursor = QTextCursor(document.findBlockByNumber(index))
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    cursor.setPosition(
        cursor.position() + document.findBlockByNumber(index).length(), QTextCursor.MoveMode.KeepAnchor
    )
    cursor.removeSelectedText()
    document.normalise()


AGENDA = "正文\n第[一](=@议程序)项\n第[二](=@议程序)项\n第[三](=@议程序)项"


def test_computed_values_follow_a_change_after_undo(document: DraftDocument) -> None:
    document.fill(parse_markup(AGENDA))
    remove_line(document, 1)
    document.undo()
    assert shown(document) == ["正文", "第一项", "第二项", "第三项"]
    remove_line(document, 2)
    assert shown(document) == ["正文", "第一项", "第二项"]


def test_computed_values_follow_a_change_after_redo(document: DraftDocument) -> None:
    document.fill(parse_markup(AGENDA))
    remove_line(document, 1)
    document.undo()
    document.redo()
    remove_line(document, 1)
    assert shown(document) == ["正文", "第一项"]


def test_room_for_a_number_grows_with_it(document: DraftDocument) -> None:
    document.fill(parse_markup("# 甲\n" * 10))
    document.apply(structure.insert(document.draft(), 0, parse_markup("# 零").blocks))
    indents = [block.blockFormat().textIndent() for block in document.text_blocks()]
    assert indents[0] == indents[8] < indents[10]


def test_facts_change_and_come_back_with_undo(document: DraftDocument) -> None:
    before = parse_markup('+++\n[事实]\n会议名称 = "甲会"\n+++\n# 甲')
    after = parse_markup('+++\n[事实]\n会议名称 = "乙会"\n+++\n# 甲')
    document.fill(before)
    document.apply(difference("改事实", before, Draft(after.facts, before.blocks)))
    assert document.draft().facts.get("会议名称") == "乙会"
    document.undo()
    assert document.draft() == before


def test_views_are_told_once_after_several_edits(document: DraftDocument, qtbot: object) -> None:
    document.fill(parse_markup("甲"))
    told: list[int] = []
    document.draft_changed.connect(lambda: told.append(1))
    cursor = QTextCursor(document)
    with qtbot.waitSignal(document.draft_changed):  # type: ignore[attr-defined]
        for letter in "同志们":
            cursor.insertText(letter)
    assert told == [1]


def test_what_is_renewed_leaves_a_cursor_between_the_letters_where_it_was(document: DraftDocument) -> None:
    document.fill(parse_markup("[两](=@意见数)点。【待填】后\n# 甲\n# 乙", counting_ids()))
    kept = QTextCursor(document)
    kept.setPosition(5)
    taking = QTextCursor(document)
    taking.setPosition(3)
    taking.deleteChar()
    document.normalise()
    document.apply(structure.delete(document.draft(), 1, 2))
    assert print_block(document.draft().blocks[0]) == "[一](=@意见数)点。待填\\】后"
    assert kept.position() == 4


@pytest.mark.parametrize("position", [1, 2])
def test_a_cursor_beside_a_value_that_is_renewed_stays_beside_it(
    document: DraftDocument, position: int
) -> None:
    document.fill(parse_markup("讲[两](=@意见数)点\n# 甲\n# 乙", counting_ids()))
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    document.apply(structure.delete(document.draft(), 1, 2))
    assert document.draft().blocks[0].text == "讲一点"
    assert cursor.position() == position


def test_a_cursor_between_two_values_of_a_line_that_are_renewed_stays_there(document: DraftDocument) -> None:
    document.fill(parse_markup("讲[两](=@意见数)点，再讲[两](=@意见数)点\n# 甲\n# 乙", counting_ids()))
    cursor = QTextCursor(document)
    cursor.setPosition(5)
    document.apply(structure.delete(document.draft(), 1, 2))
    assert document.draft().blocks[0].text == "讲一点，再讲一点"
    assert cursor.position() == 5


def test_a_cursor_stays_where_marks_behind_it_end_otherwise(document: DraftDocument) -> None:
    document.fill(parse_markup("【待填：甲】【待填：乙】", counting_ids()))
    cursor = QTextCursor(document)
    cursor.setPosition(1, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("一段文字", QTextCharFormat())
    document.normalise()
    assert print_block(document.draft().blocks[0]) == "一段文字待填：甲\\】【待填：乙】"
    assert cursor.position() == 4
