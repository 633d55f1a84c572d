"""The text of a template is coloured, numbered and marked."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from app.templating.remarks import Level
from app.templating.tokens import Sort
from app.ui.template_editor.code_edit import Mark
from app.ui.template_editor.colours import code_colours
from tests.ui.template_editor.conftest import Desk


def colour_at(desk: Desk, words: str) -> str:
    """The colour of the first character of some words, empty where they have none of their own."""
    at = desk.body.index(words)
    block = desk.code.document().findBlock(at)
    at -= block.position()
    for piece in block.layout().formats():
        if piece.start <= at < piece.start + piece.length:
            return piece.format.foreground().color().name()
    return ""


@pytest.mark.parametrize("dark", [False, True])
def test_pieces_have_their_colours_in_light_and_dark(desk: Desk, dark: bool) -> None:
    desk.code.set_dark(dark)
    colours = code_colours(dark).sorts
    assert colour_at(desk, "会议名称") == colours[Sort.NAME].name()
    assert colour_at(desk, "顿号") == colours[Sort.FORM].name()
    assert colour_at(desk, "{{") == colours[Sort.TAG].name()
    assert colour_at(desk, "今天") == ""


def test_a_comment_over_several_lines_is_coloured_to_its_end(desk: Desk) -> None:
    desk.go_to("今天", after=False)
    desk.code.insertPlainText("{# 甲\n乙\n丙 #}丁")
    assert colour_at(desk, "乙") == code_colours(False).sorts[Sort.COMMENT].name()
    assert colour_at(desk, "丁") == ""


def test_what_is_left_open_is_seen_on_the_line_of_the_cursor_too(desk: Desk) -> None:
    desk.go_to("今天")
    desk.code.insertPlainText("【待填：几月几日】")
    seen = desk.code.viewport().grab(desk.code.cursorRect().adjusted(-60, 0, 0, 0)).toImage()
    every = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    colours = code_colours(False)
    assert colours.to_fill.name() in every
    below = desk.code.viewport().grab().toImage()
    right, line = below.width() - 3, desk.code.cursorRect().center().y()
    assert below.pixelColor(right, line) == colours.line
    desk.go_to("会前")
    assert desk.code.viewport().grab().toImage().pixelColor(right, line) != colours.line


def waves(desk: Desk) -> list[str]:
    look = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [
        each.cursor.selectedText()
        for each in desk.code.extraSelections()
        if each.format.underlineStyle() == look
    ]


def test_what_is_wrong_is_underlined_at_its_words_or_else_its_line(desk: Desk) -> None:
    desk.code.mark(
        [Mark(1, "单位", Level.WRONG, "甲"), Mark(3, "", Level.DOUBT, "乙"), Mark(99, "", Level.WRONG, "丙")]
    )
    assert waves(desk) == ["单位", "会前看了{{ 点位|顿号 }}。"]
    desk.code.mark([])
    assert waves(desk) == []


def test_the_mouse_on_a_marked_line_is_told_why(desk: Desk) -> None:
    desk.code.mark([Mark(1, "", Level.WRONG, "这里不对")])
    place = QPoint(40, 12)
    event = QHelpEvent(QEvent.Type.ToolTip, place, desk.code.viewport().mapToGlobal(place))
    QApplication.sendEvent(desk.code.viewport(), event)
    assert QToolTip.text() == "这里不对"
    QToolTip.hideText()


def test_a_click_on_a_number_goes_to_its_line(desk: Desk) -> None:
    _, area = desk.code.lines_in_sight()[2]
    QTest.mouseClick(desk.code.numbers, Qt.MouseButton.LeftButton, pos=QPoint(5, area.center().y() + 4))
    assert desk.code.textCursor().blockNumber() == 2


def test_numbers_have_room_for_all_their_digits(desk: Desk) -> None:
    before = desk.code.numbers.width()
    desk.code.insertPlainText("\n" * 1200)
    assert desk.code.numbers.width() > before
    desk.code.numbers.repaint()


def test_tab_goes_on_and_never_into_the_text(desk: Desk) -> None:
    before = desk.body
    desk.press(Qt.Key.Key_Tab)
    assert not desk.code.hasFocus() and desk.body == before


def test_the_menu_of_the_right_button_has_what_the_buttons_put_in(desk: Desk) -> None:
    menu = QMenu()
    desk.code.menus(menu)
    names = [action.text() for action in menu.actions()]
    assert names == ["事实", "字段", "待填", "标题和要点", "有就写", "逐项写", "数出来的数"]
    below = next(each for each in menu.findChildren(QMenu) if each.title() == "字段")
    below.aboutToShow.emit()
    assert [action.text() for action in below.actions()] == ["单位", "点位"]
