"""What is one step of undo: a deed, or letters one after the other, and never more than that."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.editor.pages import Page
from tests.ui.hands import press


def undo(page: Page) -> list[str]:
    page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return page.lines()


def test_letters_typed_one_after_the_other_are_one_step(page: Page) -> None:
    page.open("甲")
    page.at(0, 1)
    page.qtbot.keyClicks(page.editor, "abc")
    assert undo(page) == ["甲"]


def test_the_first_letters_of_a_draft_are_one_step_too_and_it_is_called_typing(page: Page) -> None:
    page.open("")
    page.qtbot.keyClicks(page.editor, "abc")
    assert page.document.steps.undo == "输入"
    assert undo(page) == []
    assert not page.document.isUndoAvailable()


def test_letters_of_a_new_paragraph_are_one_step(page: Page) -> None:
    page.open("甲")
    page.at(0, 1)
    page.press(Qt.Key.Key_Return)
    for letter in "abc":
        press(page.editor, Qt.Key.Key_A, letter)
        QApplication.processEvents()
    assert undo(page) == ["甲", "\\"]
    assert undo(page) == ["甲"]


def test_letters_typed_after_undo_and_redo_are_a_step_of_their_own(page: Page) -> None:
    page.open("甲")
    page.at(0, 1)
    page.qtbot.keyClicks(page.editor, "a")
    undo(page)
    page.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    page.at(0, 2)
    page.qtbot.keyClicks(page.editor, "b")
    assert undo(page) == ["甲a"]


def test_letters_typed_at_two_places_are_two_steps(page: Page) -> None:
    page.open("甲乙丙")
    page.at(0, 1)
    page.qtbot.keyClicks(page.editor, "a")
    page.at(0, 3)
    page.qtbot.keyClicks(page.editor, "b")
    assert undo(page) == ["甲a乙丙"]
    assert undo(page) == ["甲乙丙"]


def test_a_letter_typed_over_what_is_selected_up_to_it_begins_a_step(page: Page) -> None:
    page.open("甲乙丙")
    page.at(0, 1)
    page.qtbot.keyClicks(page.editor, "a")
    page.select((0, 4), (0, 2))
    page.qtbot.keyClicks(page.editor, "b")
    assert page.lines() == ["甲ab"]
    assert undo(page) == ["甲a乙丙"]


def test_a_letter_typed_over_the_same_begins_a_step_that_goes_on(page: Page) -> None:
    page.open("甲a")
    page.at(0, 1)
    page.type("乙")
    page.select((0, 2), (0, 3))
    page.qtbot.keyClicks(page.editor, "ab")
    assert undo(page) == ["甲乙a"]
    assert undo(page) == ["甲a"]


def test_letters_taken_one_after_the_other_are_one_step(page: Page) -> None:
    page.open("甲乙丙丁戊")
    page.at(0, 3)
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        page.press(key)
    assert page.lines() == ["甲戊"]
    assert undo(page) == ["甲乙丙丁戊"]


def test_what_is_typed_after_a_paste_is_a_step_of_its_own(page: Page) -> None:
    page.open("甲")
    page.at(0, 1)
    page.paste_text("乙")
    page.qtbot.keyClicks(page.editor, "x")
    assert undo(page) == ["甲乙"]
    assert undo(page) == ["甲"]


def test_what_is_pasted_or_typed_after_a_line_end_is_a_step_of_its_own(page: Page) -> None:
    page.open("@标题 上下")
    page.at(0, 1)
    page.press(Qt.Key.Key_Return)
    page.qtbot.keyClicks(page.editor, "x")
    assert undo(page) == ["@标题 上\\n下"]
    assert undo(page) == ["@标题 上下"]


def test_each_text_that_is_committed_is_a_step_of_its_own(page: Page) -> None:
    page.open("甲")
    page.at(0, 1)
    page.type("乙")
    page.type("丙")
    assert undo(page) == ["甲乙"]


@pytest.mark.parametrize(("key", "offset"), [(Qt.Key.Key_Delete, 0), (Qt.Key.Key_Backspace, 1)])
def test_taking_the_last_letter_of_a_numbered_line_is_one_step(page: Page, key: Qt.Key, offset: int) -> None:
    page.open("- 甲\n- 乙")
    page.at(0, offset)
    page.press(key)
    assert [page.document.number(at) for at in range(2)] == ["", "一是"]
    assert undo(page) == ["- 甲", "- 乙"]


def test_keys_that_come_before_the_document_was_made_sound_find_it_sound(page: Page) -> None:
    page.open("我讲[三](=@意见数)点。\n# 甲\n# 乙\n# 丙")
    page.select((1, 0), (2, 1))
    press(page.editor, Qt.Key.Key_Delete)
    press(page.editor, Qt.Key.Key_A, "x")
    assert undo(page) == ["我讲[一](=@意见数)点。", "#", "# 丙"]
    assert undo(page) == ["我讲[三](=@意见数)点。", "# 甲", "# 乙", "# 丙"]


def test_words_pasted_before_the_document_was_made_sound_find_it_sound(page: Page) -> None:
    page.open("我讲[三](=@意见数)点。\n# 甲\n# 乙\n# 丙")
    QApplication.clipboard().setText("x")
    page.select((1, 0), (2, 1))
    press(page.editor, Qt.Key.Key_Delete)
    page.editor.pasting.paste_plain()
    assert undo(page) == ["我讲[一](=@意见数)点。", "#", "# 丙"]
