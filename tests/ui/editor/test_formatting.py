"""What commands make of the selected lines and words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.core.kinds import Kind
from tests.ui.editor.pages import Page


def test_kinds_by_command_and_joining(page: Page) -> None:
    page.open("甲\n乙\n丙")
    page.select((1, 0), (2, 1))
    page.editor.formatting.set_kind(Kind.POINT)
    assert page.lines() == ["甲", "- 乙", "- 丙"]
    page.select((1, 0), (2, 1))
    page.editor.formatting.toggle_joined()
    assert page.lines() == ["甲", "+- 乙", "+- 丙"]
    page.select((1, 0), (2, 1))
    page.editor.formatting.toggle_joined()
    assert page.lines() == ["甲", "- 乙", "- 丙"]


def test_a_written_number_goes_and_the_cursor_stays_with_its_letter(page: Page) -> None:
    page.open("# 甲\n二、抓好任务")
    page.at(1, 4)
    page.editor.formatting.set_kind(Kind.H1)
    assert page.lines() == ["# 甲", "# 抓好任务"]
    page.type("新")
    assert page.lines() == ["# 甲", "# 抓好新任务"]


def test_numbers_begin_anew_and_go_on_by_command(page: Page) -> None:
    page.open("## 甲\n正文\n## 乙\n## 丙")
    page.select((1, 0), (3, 1))
    page.editor.formatting.toggle_restart()
    assert page.lines() == ["## 甲", "正文", "## 乙 {重起}", "## 丙"]
    page.editor.formatting.toggle_restart()
    assert page.lines() == ["## 甲", "正文", "## 乙", "## 丙"]
    page.at(1, 0)
    page.editor.formatting.toggle_restart()
    assert page.lines() == ["## 甲", "正文", "## 乙", "## 丙"]


def test_a_heading_that_begins_the_numbers_anew_goes_on_when_its_kind_is_given_again(page: Page) -> None:
    page.open("## 甲\n## 乙 {重起}")
    page.at(1, 1)
    page.editor.formatting.set_kind(Kind.H2)
    assert page.lines() == ["## 甲", "## 乙"]


def test_a_line_at_whose_start_the_selection_ends_is_not_meant(page: Page) -> None:
    page.open("甲\n乙\n丙")
    page.select((0, 0), (1, 0))
    page.editor.formatting.set_kind(Kind.H1)
    assert page.lines() == ["# 甲", "乙", "丙"]
    page.select((1, 0), (2, 0))
    page.editor.formatting.toggle_joined()
    assert page.lines() == ["# 甲", "+ 乙", "丙"]


def test_the_selection_stays_so_that_the_next_command_acts_on_the_same_lines(page: Page) -> None:
    page.open("甲\n乙\n丙")
    page.select((1, 0), (2, 1))
    page.editor.formatting.set_kind(Kind.POINT)
    page.editor.formatting.toggle_joined()
    page.editor.formatting.set_kind(Kind.BODY)
    assert page.lines() == ["甲", "+ 乙", "+ 丙"]
    assert page.selected() == "乙\u2029丙"


def test_bold_query_and_comment_on_a_selection(page: Page) -> None:
    page.open("增速较快。")
    page.select((0, 2), (0, 4))
    page.editor.formatting.toggle_bold()
    page.editor.formatting.toggle_query()
    start, stop, text = page.editor.formatting.comment()
    assert text == ""
    page.editor.formatting.set_comment(start, stop, "核口径")
    assert page.lines() == ["增速**[较快](?)(^核口径)**。"]
    page.at(0, 3)
    assert page.editor.formatting.comment()[2] == "核口径"


def press_bold(page: Page) -> None:
    page.editor.formatting.toggle_bold()


def type_by_keys(page: Page, letters: str) -> None:
    for letter in letters:
        page.qtbot.keyClicks(page.editor, letter)


def compose_and_commit(page: Page, words: str) -> None:
    page.compose("pin")
    page.type(words)


WAYS = pytest.mark.parametrize("write", [type_by_keys, compose_and_commit], ids=["keys", "input method"])
Write = Callable[[Page, str], None]


@WAYS
def test_what_is_written_after_bold_without_a_selection_is_bold_until_bold_again(
    page: Page, write: Write
) -> None:
    page.open("增速。")
    page.at(0, 2)
    press_bold(page)
    write(page, "ab")
    press_bold(page)
    write(page, "cd")
    assert page.lines() == ["增速**ab**cd。"]


@WAYS
def test_bold_twice_is_as_nothing(page: Page, write: Write) -> None:
    page.open("增**速**。")
    for index, place in enumerate((1, 4)):
        page.at(0, place)
        press_bold(page)
        press_bold(page)
        write(page, "ab"[index])
    assert page.lines() == ["增a**速**。b"]


@WAYS
def test_plain_letters_may_be_written_in_the_midst_of_bold_ones(page: Page, write: Write) -> None:
    page.open("**增速**。")
    page.at(0, 1)
    press_bold(page)
    write(page, "ab")
    assert page.lines() == ["**增**ab**速**。"]


@WAYS
def test_bold_can_be_begun_on_an_empty_page(page: Page, write: Write) -> None:
    page.open("")
    press_bold(page)
    write(page, "ab")
    assert page.lines() == ["**ab**"]


def test_bold_of_what_is_to_come_is_given_up_where_the_cursor_goes_elsewhere(page: Page) -> None:
    page.open("增速。")
    page.at(0, 2)
    press_bold(page)
    assert page.editor.bold_typing.is_on()
    page.press(Qt.Key.Key_Left)
    page.press(Qt.Key.Key_Right)
    assert not page.editor.bold_typing.is_on()
    type_by_keys(page, "a")
    assert page.lines() == ["增速a。"]


@WAYS
def test_bold_letters_that_are_taken_back_leave_it_wanted(page: Page, write: Write) -> None:
    page.open("增速。")
    page.at(0, 2)
    press_bold(page)
    write(page, "ab")
    for _ in range(3):  # one more than was written
        page.press(Qt.Key.Key_Backspace)
    assert page.editor.bold_typing.is_on()
    write(page, "cd")
    assert page.lines() == ["增**cd**。"]


def test_a_bold_word_that_is_taken_back_and_a_letter_that_is_taken_out_leave_it_wanted(page: Page) -> None:
    page.open("增速。")
    page.at(0, 2)
    press_bold(page)
    type_by_keys(page, "ab")
    page.press(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    page.press(Qt.Key.Key_Delete)
    type_by_keys(page, "c")
    assert page.lines() == ["增速**c**"]


def test_plain_letters_that_are_taken_back_among_bold_ones_leave_plain_wanted(page: Page) -> None:
    page.open("**增速**。")
    page.at(0, 1)
    press_bold(page)
    type_by_keys(page, "a")
    page.press(Qt.Key.Key_Backspace)
    type_by_keys(page, "b")
    assert page.lines() == ["**增**b**速**。"]


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Left, Qt.Key.Key_Right), (Qt.Key.Key_Return,)])
def test_letters_that_are_taken_back_leave_nothing_wanted_once_the_cursor_goes_elsewhere(
    page: Page, keys: tuple[Qt.Key, ...]
) -> None:
    page.open("增速。")
    page.at(0, 2)
    press_bold(page)
    type_by_keys(page, "a")
    page.press(Qt.Key.Key_Backspace)
    for key in keys:
        page.press(key)
    assert not page.editor.bold_typing.is_on()
    type_by_keys(page, "b")
    assert "**" not in "".join(page.lines())


def test_undo_takes_back_what_was_wanted_with_the_letters(page: Page) -> None:
    page.open("增速。")
    page.at(0, 2)
    press_bold(page)
    type_by_keys(page, "a")
    page.editor.undo()
    assert not page.editor.bold_typing.is_on()


def test_the_button_for_bold_stays_down_while_letters_are_taken_back(page: Page) -> None:
    page.open("增速。")
    page.at(0, 2)
    press_bold(page)
    type_by_keys(page, "a")
    shown: list[bool] = []
    page.editor.bold_typing.changed.connect(lambda: shown.append(page.editor.bold_typing.is_on()))
    page.press(Qt.Key.Key_Backspace)
    type_by_keys(page, "b")
    assert shown[-1:] in ([], [True])


def test_a_composition_that_is_cancelled_leaves_it_wanted(page: Page) -> None:
    page.open("增速。")
    page.at(0, 2)
    press_bold(page)
    page.compose("kuai")
    page.compose("")
    page.type("快")
    assert page.lines() == ["增速**快**。"]


def test_bold_letters_are_taken_back_in_one_step(page: Page) -> None:
    page.open("增速。")
    page.at(0, 2)
    press_bold(page)
    type_by_keys(page, "ab")
    page.editor.undo()
    assert page.lines() == ["增速。"]


def test_a_placeholder_is_bold_as_a_whole_or_not(page: Page) -> None:
    page.open("【待填：数字】")
    page.at(0, 4)
    press_bold(page)
    assert not page.editor.bold_typing.is_on()
    type_by_keys(page, "a")
    assert page.lines() == ["【待填：a数字】"]
