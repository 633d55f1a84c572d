"""Buttons put pieces into the text for those who do not know how they are written."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton

from tests.ui.template_editor.conftest import Desk


def button(desk: Desk, name: str) -> QToolButton:
    return next(each for each in desk.work.insert.findChildren(QToolButton) if each.text() == name)


def action(button: QToolButton, *names: str) -> QAction:
    """The entry below those names, the menu filled as it is when it opens."""
    found = button.menu()
    found.aboutToShow.emit()
    for name in names[:-1]:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        found = next(each for each in found.findChildren(QMenu, options=direct) if each.title() == name)
    return next(each for each in found.actions() if each.text().split("\t")[0] == names[-1])


def test_the_facts_of_its_occasions_come_before_all_others(desk: Desk) -> None:
    menu = button(desk, "事实").menu()
    menu.aboutToShow.emit()
    names = [each.text() for each in menu.actions()]
    assert "会议名称" in names and names[-1] == "其他事实"


def test_a_fact_is_put_in_where_the_cursor_is(desk: Desk) -> None:
    desk.go_to("主办。")
    action(button(desk, "事实"), "会议名称").trigger()
    assert "主办。{{ 会议名称 }}\n" in desk.body and desk.code.hasFocus()


def test_of_a_date_each_form_is_shown_with_what_it_prints(desk: Desk) -> None:
    entry = action(button(desk, "事实"), "会议日期", "月日")
    assert entry.text() == "月日\t5月31日"
    desk.go_to("主办。")
    entry.trigger()
    assert "主办。{{ 会议日期|月日 }}" in desk.body


def test_a_place_to_fill_has_what_is_asked_selected(desk: Desk) -> None:
    desk.go_to("主办")
    QTest.mouseClick(button(desk, "待填"), Qt.MouseButton.LeftButton)
    desk.keys("级别")
    assert "主办【待填：级别，约30字】。" in desk.body


def test_words_that_were_selected_are_what_is_asked(desk: Desk) -> None:
    desk.select("今天")
    QTest.mouseClick(button(desk, "待填"), Qt.MouseButton.LeftButton)
    assert desk.body.startswith("【待填：今天，约30字】召开")


def test_selected_lines_are_written_only_where_something_is_given(desk: Desk) -> None:
    desk.select("召开{{ 会议名称 }}")
    action(button(desk, "有就写"), "单位").trigger()
    assert desk.body.startswith(
        "{% if 单位 %}\n今天召开{{ 会议名称 }}，由{{ 单位 }}主办。\n{% endif %}\n{% if 点位 %}"
    )


def test_without_a_selection_the_lines_stand_below_the_cursors(desk: Desk) -> None:
    desk.go_to("今天")
    action(button(desk, "逐项写"), "点位").trigger()
    assert "主办。\n{% for 项 in 点位 %}\n- {{ 项 }}\n{% endfor %}\n{% if" in desk.body
    assert "一厂" in desk.preview()


def test_lines_become_headings_and_points(desk: Desk) -> None:
    desk.go_to("今天")
    action(button(desk, "标题和要点"), "一级标题").trigger()
    assert desk.body.startswith("# 今天召开")
    action(button(desk, "标题和要点"), "要点（接排）").trigger()
    assert desk.body.startswith("+- 今天召开")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.body.startswith("# 今天召开")


def test_a_counted_number_is_put_in(desk: Desk) -> None:
    desk.go_to("主办。")
    action(button(desk, "数出来的数"), "几点意见").trigger()
    assert "主办。[几](=@意见数)\n" in desk.body
