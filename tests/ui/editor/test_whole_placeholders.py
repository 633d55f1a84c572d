"""A selection that takes one bracket of a placeholder takes it whole, whatever is done with it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.editor.pages import Page

CONTROL = Qt.KeyboardModifier.ControlModifier
LINE = "共【待填：数】家"
BEGINNING, END = ((0, 0), (0, 4)), ((0, 3), (0, 8))
"""Selections that take the beginning of the placeholder with the letter before it, and the end with the one behind it."""


DEEDS = {
    "deleted": lambda page: page.press(Qt.Key.Key_Delete),
    "taken back": lambda page: page.press(Qt.Key.Key_Backspace),
    "taken by word": lambda page: page.press(Qt.Key.Key_Backspace, CONTROL),
    "cut": lambda page: page.press(Qt.Key.Key_X, CONTROL),
    "cut by menu": lambda page: page.editor.cut(),
}


@pytest.mark.parametrize(("selected", "left"), [(BEGINNING, "家"), (END, "共")])
@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_half_a_placeholder_goes_with_the_other_half(
    page: Page, deed: Callable[[Page], None], selected: tuple[tuple[int, int], tuple[int, int]], left: str
) -> None:
    page.open(LINE)
    page.select(*selected)
    deed(page)
    assert page.lines() == [left]
    assert page.undo_all() == 1 and page.lines() == [LINE]


PUT_IN = {
    "typed": (lambda page: page.qtbot.keyClicks(page.editor, "3"), ["3家"]),
    "composed": (lambda page: page.type("三"), ["三家"]),
    "pasted": (lambda page: page.paste_text("三"), ["三家"]),
    "pasted lines": (lambda page: page.paste_text("三\n四"), ["三", "四家"]),
    "parted": (lambda page: page.press(Qt.Key.Key_Return), ["\\", "家"]),
}


@pytest.mark.parametrize(("deed", "lines"), PUT_IN.values(), ids=PUT_IN.keys())
@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_put_in_the_place_of_half_a_placeholder_is_in_the_place_of_all(
    page: Page, deed: Callable[[Page], None], lines: list[str], backwards: bool
) -> None:
    page.open(LINE)
    page.select(*(reversed(BEGINNING) if backwards else BEGINNING))
    deed(page)
    assert page.lines() == lines
    assert page.undo_all() == 1 and page.lines() == [LINE]


def test_from_one_placeholder_into_another_both_go(page: Page) -> None:
    page.open("甲【乙丙】丁\n戊【己庚】辛")
    page.select((0, 3), (1, 3))
    page.press(Qt.Key.Key_Delete)
    assert page.lines() == ["甲辛"]


def test_letters_beyond_the_basic_plane_are_counted_right(page: Page) -> None:
    page.open("𠮷【𠮷𠮷】𠮷")
    page.select((0, 5), (0, 8))
    page.press(Qt.Key.Key_Delete)
    assert page.lines() == ["𠮷𠮷"]


def test_half_a_placeholder_is_copied_whole_and_stays_selected_as_it_was(page: Page) -> None:
    page.open(LINE)
    page.select(*BEGINNING)
    page.press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "共【待填：数】"
    assert page.selected() == "共【待填" and page.lines() == [LINE]
    page.at(0, 8)
    page.press(Qt.Key.Key_V, CONTROL)
    assert page.lines() == ["共【待填：数】家共【待填：数】"]


def test_half_a_placeholder_is_dragged_whole(page: Page) -> None:
    page.open(LINE + "\n尾")
    page.select(*END)
    page.drop(page.editor.createMimeDataFromSelection(), 1, 1, from_here=True)
    assert page.lines() == ["共", "尾【待填：数】家"]
    assert page.undo_all() == 1


def test_half_the_placeholder_of_a_fact_that_is_typed_over_fills_the_fact(page: Page) -> None:
    told: list[object] = []
    page.editor.filling.left.connect(told.append)
    page.open("在[【会议名称】](=会议名称)上\n尾")
    page.select((0, 1), (0, 3))
    page.type("省会")
    page.at(1, 0)
    page.qtbot.waitUntil(lambda: bool(told))
    assert [(place.start, place.stop, place.was) for place in told] == [(1, 3, "【会议名称】")]


def test_a_composition_over_half_a_placeholder_that_is_cancelled_brings_all_of_it_back(page: Page) -> None:
    page.open(LINE)
    page.select(*BEGINNING)
    page.compose("san")
    assert page.lines() == ["家"]
    page.compose("")
    assert page.lines() == [LINE] and page.selected() == "共【待填"
    page.press(Qt.Key.Key_Tab)
    assert page.selected() == "【待填：数】"


@pytest.mark.parametrize("forward", [True, False])
def test_a_word_that_is_taken_within_a_placeholder_is_all_of_it(page: Page, forward: bool) -> None:
    page.open(LINE)
    page.at(0, 4)
    page.press(Qt.Key.Key_Delete if forward else Qt.Key.Key_Backspace, CONTROL)
    assert page.lines() == ["共家"]


def test_letters_between_the_brackets_go_by_themselves(page: Page) -> None:
    page.open(LINE)
    page.select((0, 2), (0, 6))
    page.type("家数")
    assert page.lines() == ["共【家数】家"]
    page.press(Qt.Key.Key_Tab)
    assert page.selected() == "【家数】"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (r"共\【鼓掌\】家", "掌\\】家"),
        ("共[四千亿元](=总额)家", "亿元家"),
        ("共【待填：数】家", "【待填：数】家"),
    ],
    ids=["brackets that are text", "a bound run", "beside a placeholder"],
)
def test_of_all_else_goes_what_is_selected(page: Page, line: str, left: str) -> None:
    page.open(line)
    page.select((0, 0), (0, 1 if left.startswith("【") else 3))
    page.press(Qt.Key.Key_Delete)
    text = page.document.draft().blocks[0].text
    assert text == left.replace("\\", "")


def test_all_that_is_cut_with_shift_and_delete_can_be_put_in_again(page: Page) -> None:
    page.open("甲\n乙")
    page.press(Qt.Key.Key_A, CONTROL)
    page.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert page.lines() == ["\\"]
    assert QGuiApplication.clipboard().text() == "甲\n乙"


PARTED = ["【待填：会】", "[【会议名】](=会议名称)", "[全市大会](=会议名称)"]


@pytest.mark.parametrize("whole", PARTED)
@pytest.mark.parametrize(
    "key", [(Qt.Key.Key_Delete,), (Qt.Key.Key_Backspace,), (Qt.Key.Key_X, CONTROL)], ids=["后", "前", "剪"]
)
def test_what_return_parted_is_one_again_when_the_line_end_is_selected_and_taken_out(
    page: Page, whole: str, key: tuple[Qt.Key]
) -> None:
    page.open(f"前{whole}后")
    page.at(0, 3)
    page.press(Qt.Key.Key_Return)
    page.qtbot.keyClicks(page.editor, "xy")
    page.select((0, 3), (1, 2))
    page.press(*key)
    assert page.lines() == [f"前{whole}后"] and page.editor.textCursor().position() == 3
    page.press(Qt.Key.Key_Z, CONTROL)
    assert len(page.lines()) == 2
    assert page.undo_all() == 2 and page.lines() == [f"前{whole}后"]


@pytest.mark.parametrize("whole", PARTED)
@pytest.mark.parametrize(
    ("offset", "key"), [(4, Qt.Key.Key_Backspace), (3, Qt.Key.Key_Delete)], ids=["backspace", "delete"]
)
def test_a_line_end_in_the_title_that_is_taken_out_by_word_parts_nothing_more(
    page: Page, whole: str, offset: int, key: Qt.Key
) -> None:
    page.open(f"@标题 前{whole}后")
    page.at(0, 3)
    page.press(Qt.Key.Key_Return)
    assert page.document.draft().blocks[0].text.count("\u2028") == 1
    page.at(0, offset)
    page.press(key, CONTROL)
    assert page.lines() == [f"@标题 前{whole}后"]
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.document.draft().blocks[0].text.count("\u2028") == 1


def test_two_that_say_the_same_stay_two_without_the_line_end_between_them(page: Page) -> None:
    fact = "[全市大会](=会议名称)"
    page.open(f"{fact}\n{fact}")
    page.select((0, 4), (1, 0))
    page.press(Qt.Key.Key_Delete)
    assert page.lines() == [fact * 2]
