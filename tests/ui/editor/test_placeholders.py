"""Tab and Shift+Tab go through all placeholders, and to nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.ui.editor.pages import Page

SPEECH = "@标题 【甲】会\n# 题【乙】\n+- 点【丙】【丁】\n+ 接𠮷【戊】尾\n引用\\【不是】的【己】"
ALL = ["【甲】", "【乙】", "【丙】", "【丁】", "【戊】", "【己】"]


def walk(page: Page, key: Qt.Key, steps: int) -> list[str]:
    found: list[str] = []
    for _ in range(steps):
        page.press(key)
        found.append(page.selected())
    return found


def test_tab_goes_to_every_placeholder_in_joined_blocks_too_and_round(page: Page) -> None:
    page.open(SPEECH)
    assert walk(page, Qt.Key.Key_Tab, 7) == [*ALL, ALL[0]]


def test_shift_tab_goes_the_other_way(page: Page) -> None:
    page.open(SPEECH)
    assert walk(page, Qt.Key.Key_Backtab, 7) == [*reversed(ALL), ALL[-1]]


def test_from_within_a_placeholder_tab_goes_on_and_shift_tab_goes_back(page: Page) -> None:
    page.open(SPEECH)
    page.at(2, 2)
    page.press(Qt.Key.Key_Tab)
    assert page.selected() == "【丁】"
    page.at(2, 2)
    page.press(Qt.Key.Key_Backtab)
    assert page.selected() == "【乙】"


def test_the_only_placeholder_stays_selected(page: Page) -> None:
    page.open("甲【乙】丙")
    assert walk(page, Qt.Key.Key_Tab, 2) + walk(page, Qt.Key.Key_Backtab, 2) == ["【乙】"] * 4


def test_without_placeholders_tab_moves_nothing(page: Page) -> None:
    page.open("引用\\【不是】的")
    page.at(0, 3)
    assert walk(page, Qt.Key.Key_Tab, 1) + walk(page, Qt.Key.Key_Backtab, 1) == ["", ""]
    assert page.editor.textCursor().position() == 3
    assert not page.document.isUndoAvailable()


def test_what_was_typed_over_in_one_draft_is_not_watched_in_the_next(page: Page) -> None:
    told: list[object] = []
    page.editor.filling.left.connect(told.append)
    page.open("在[【会议名称】](=会议名称)上")
    page.select((0, 1), (0, 7))
    page.type("省会")
    page.open("在[【会议名称】](=会议名称)上\n正文")
    page.select((0, 1), (0, 7))
    page.type("县会")
    page.at(1, 0)
    page.qtbot.waitUntil(lambda: bool(told))
    assert [(place.start, place.stop) for place in told] == [(1, 3)]


@pytest.mark.parametrize(
    ("offset", "key"), [(6, Qt.Key.Key_Backspace), (1, Qt.Key.Key_Delete)], ids=["backspace", "delete"]
)
def test_a_placeholder_is_selected_before_it_is_taken_out_whole(page: Page, offset: int, key: Qt.Key) -> None:
    page.open("共【待填数】家")
    page.at(0, offset)
    page.press(key)
    assert page.editor.textCursor().selectedText() == "【待填数】" and page.lines() == ["共【待填数】家"]
    page.press(key)
    assert page.lines() == ["共家"]


@pytest.mark.parametrize(
    ("offset", "key"), [(2, Qt.Key.Key_Backspace), (5, Qt.Key.Key_Delete)], ids=["backspace", "delete"]
)
def test_a_bracket_of_a_placeholder_is_not_taken_alone_from_within(
    page: Page, offset: int, key: Qt.Key
) -> None:
    page.open("𠮷【待填数】家")
    page.at(0, offset + 1)
    page.press(key)
    assert page.selected() == "【待填数】" and page.lines() == ["𠮷【待填数】家"]
    page.press(key)
    assert page.lines() == ["𠮷家"]


def test_a_placeholder_that_is_taken_back_letter_by_letter_goes_when_it_is_empty(page: Page) -> None:
    page.open("共【数】家")
    page.at(0, 3)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["共【】家"]
    page.press(Qt.Key.Key_Backspace)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["共家"]


def test_backspace_with_shift_selects_a_placeholder_too(page: Page) -> None:
    page.open("共【待填数】家")
    page.at(0, 6)
    page.press(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ShiftModifier)
    assert page.selected() == "【待填数】" and page.lines() == ["共【待填数】家"]
    page.press(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ShiftModifier)
    assert page.lines() == ["共家"]


@pytest.mark.parametrize(
    ("offset", "key", "left"),
    [
        (9, Qt.Key.Key_Backspace, "𠮷【甲】【乙】"),
        (2, Qt.Key.Key_Backspace, "【甲】【乙】家"),
        (0, Qt.Key.Key_Delete, "【甲】【乙】家"),
    ],
)
def test_letters_beside_a_placeholder_go_at_once(page: Page, offset: int, key: Qt.Key, left: str) -> None:
    page.open("𠮷【甲】【乙】家")
    page.at(0, offset)
    page.press(key)
    assert page.lines() == [left]


def test_of_two_placeholders_the_one_beside_the_cursor_is_selected(page: Page) -> None:
    page.open("𠮷【甲】【乙】家")
    page.at(0, 5)
    page.press(Qt.Key.Key_Backspace)
    assert page.editor.textCursor().selectedText() == "【甲】"
    page.at(0, 5)
    page.press(Qt.Key.Key_Delete)
    assert page.editor.textCursor().selectedText() == "【乙】"


def test_brackets_that_are_text_go_letter_by_letter(page: Page) -> None:
    page.open(r"共\【鼓掌\】")
    page.at(0, 5)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["共\\【鼓掌"]


def test_what_is_to_be_filled_is_a_placeholder_again_when_return_in_it_is_taken_back(page: Page) -> None:
    page.open("前【待填：数】后")
    page.at(0, 5)
    page.press(Qt.Key.Key_Return)
    assert page.lines() == [r"前\【待填：", r"数\】后"]
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["前【待填：数】后"]
    page.press(Qt.Key.Key_Tab)
    assert page.selected() == "【待填：数】"


@pytest.mark.parametrize(
    ("offset", "key"),
    [(6, Qt.Key.Key_Backspace), (5, Qt.Key.Key_Delete)],
    ids=["backspace", "delete"],
)
@pytest.mark.parametrize(
    "within", ["[【会议名称】](=会议名称)", "[全市推进会议](=会议名称)", "【待填：会名】"]
)
def test_what_a_line_end_in_the_title_parted_is_one_again_without_it(
    page: Page, within: str, offset: int, key: Qt.Key
) -> None:
    title = f"@标题 在**𠮷**{within}上的讲话"
    page.open(title)
    page.at(0, 6)
    page.press(Qt.Key.Key_Return)
    assert page.document.draft().blocks[0].text.count("\u2028") == 1
    page.at(0, offset + 1)
    page.press(key)
    assert page.lines() == [title] and page.editor.textCursor().position() == 6
    assert page.undo_all() == 2 and page.lines() == [title]


Write = Callable[[Page], None]
UNDO, REDO = Qt.Key.Key_Z, Qt.Key.Key_Y


def composed(page: Page) -> None:
    page.compose("jia")
    page.type("甲")


WAYS_TO_WRITE = pytest.mark.parametrize(
    "write",
    [
        lambda page: page.type("甲"),
        lambda page: page.qtbot.keyClicks(page.editor, "abc"),
        composed,
        lambda page: page.paste_text("甲"),
        lambda page: page.press(Qt.Key.Key_Delete),
    ],
    ids=["committed", "letters", "composed", "pasted", "taken out"],
)


@WAYS_TO_WRITE
@pytest.mark.parametrize(
    "line", ["推进【待填：工作】各项工作", "在[【会议名称】](=会议名称)上讲话", "我讲[【数】](=@意见数)点"]
)
def test_undo_selects_the_placeholder_again_that_was_written_over(
    page: Page, line: str, write: Write
) -> None:
    page.open(line)
    page.press(Qt.Key.Key_Tab)
    placeholder = page.selected()
    before = page.lines()
    write(page)
    written, cursor = page.lines(), page.editor.textCursor().position()
    assert written != before
    for _ in range(2):
        page.press(UNDO, Qt.KeyboardModifier.ControlModifier)
        assert (page.lines(), page.selected()) == (before, placeholder)
        page.press(REDO, Qt.KeyboardModifier.ControlModifier)
        assert (page.lines(), page.editor.textCursor().position()) == (written, cursor)
    page.press(UNDO, Qt.KeyboardModifier.ControlModifier)
    page.type("乙")
    assert page.lines()[0] == page.document.draft().blocks[0].text and placeholder not in page.lines()[0]


def test_undo_leaves_a_cursor_that_went_elsewhere_since_a_placeholder_was_written_over(page: Page) -> None:
    page.open("推进【待填：工作】\n又一段")
    page.press(Qt.Key.Key_Tab)
    page.type("甲")
    page.at(1, 2)
    page.press(UNDO, Qt.KeyboardModifier.ControlModifier)
    assert page.lines()[0] == "推进【待填：工作】"
    assert page.selected() == "" and page.editor.current_block_index() == 1


def test_undo_of_what_was_typed_over_nothing_selects_nothing(page: Page) -> None:
    page.open("推进【待填：工作】")
    page.type("甲")
    page.press(UNDO, Qt.KeyboardModifier.ControlModifier)
    assert page.lines() == ["推进【待填：工作】"] and page.selected() == ""
