"""The fields of a template are made without writing a line of its file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.core.facts import Date
from app.templating.fields import Field, FieldType
from app.templating.section_template import read_section
from app.ui.template_editor.fields_tab import FieldsTab
from tests.ui.hands import type_chinese
from tests.ui.template_editor.conftest import Desk

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
DEFAULT, EXAMPLE = "默认（没有填时就用它，可以不写）", "示例（预览里填的，虚写，如 ××市）"


@pytest.fixture
def tab(desk: Desk) -> FieldsTab:
    desk.work.show_tab(1)
    return desk.work.fields


def fields(desk: Desk) -> tuple[Field, ...]:
    assert desk.work.source.front is not None
    return desk.work.source.front.template.fields


def names(desk: Desk) -> list[str]:
    return [field.name for field in fields(desk)]


def say(edit, text: str) -> None:
    """Put other words into a box by hand."""
    edit.setFocus()
    edit.selectAll()
    type_chinese(edit, text)


def choose_type(tab: FieldsTab, type_: FieldType) -> None:
    """Choose a type by keys."""
    box = tab.card.type
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(list(FieldType).index(type_)):
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_a_field_is_added_named_and_used(desk: Desk, tab: FieldsTab, path: Path) -> None:
    QTest.mouseClick(tab.list.add, Qt.MouseButton.LeftButton)
    assert tab.card.name.hasFocus() and tab.card.name.selectedText() == "新字段"
    type_chinese(tab.card.name, "联系人")
    QTest.keyClick(tab.card.name, Qt.Key.Key_Tab)
    assert names(desk) == ["单位", "点位", "联系人"]
    row = tab.card.values.rows[EXAMPLE]
    say(row.box.focusProxy(), "×××")
    say(tab.card.hint, "办公室的人")
    desk.press(Qt.Key.Key_S, CTRL)
    assert read_section(path).fields[2] == Field("联系人", FieldType.TEXT, example="×××", hint="办公室的人")


def test_another_name_is_another_one_in_the_text_too(desk: Desk, tab: FieldsTab) -> None:
    say(tab.card.name, "部门")
    QTest.keyClick(tab.card.name, Qt.Key.Key_Return)
    assert names(desk)[0] == "部门" and "由{{ 部门 }}主办" in desk.body


@pytest.mark.parametrize("name", ["点位", "3月", "单 位"])
def test_a_name_that_cannot_be_is_told_and_changes_nothing(desk: Desk, tab: FieldsTab, name: str) -> None:
    say(tab.card.name, name)
    QTest.keyClick(tab.card.name, Qt.Key.Key_Return)
    assert names(desk) == ["单位", "点位"] and tab.card.told
    desk.press(Qt.Key.Key_S, CTRL)
    assert tab.card.name.text() == name  # nothing is saved over its head


def test_another_type_takes_the_example_along_where_it_can(desk: Desk, tab: FieldsTab) -> None:
    row = tab.card.values.rows[EXAMPLE]
    say(row.box.focusProxy(), "2025年5月31日")
    choose_type(tab, FieldType.DATE)
    assert fields(desk)[0].example == Date(2025, 5, 31)
    choose_type(tab, FieldType.NUMBER)
    assert fields(desk)[0].example is None


def test_an_example_that_is_not_of_the_type_is_told(desk: Desk, tab: FieldsTab) -> None:
    choose_type(tab, FieldType.DATE)
    row = tab.card.values.rows[EXAMPLE]
    say(row.box.focusProxy(), "明天")
    QTest.keyClick(row.box.focusProxy(), Qt.Key.Key_Tab)
    assert fields(desk)[0].example is None
    assert not tab.card.is_sound


def test_choices_are_written_one_a_line(desk: Desk, tab: FieldsTab) -> None:
    choose_type(tab, FieldType.CHOICE)
    assert tab.card.choices.isVisible()
    say(tab.card.choices, "领导\n主持人\n")
    assert fields(desk)[0].choices == ("领导", "主持人")
    assert tab.card.choices.toPlainText() == "领导\n主持人\n"


def test_fields_are_moved_by_keys(desk: Desk, tab: FieldsTab) -> None:
    tab.list.list.setFocus()
    QTest.keyClick(tab.list.list, Qt.Key.Key_Down, ALT)
    assert names(desk) == ["点位", "单位"] and tab.list.at == 1
    QTest.keyClick(tab.list.list, Qt.Key.Key_Up, ALT)
    assert names(desk) == ["单位", "点位"] and tab.list.at == 0


def test_a_field_that_is_dragged_goes_where_it_is_dropped(desk: Desk, tab: FieldsTab) -> None:
    found = tab.list.list
    found.setCurrentRow(0)
    found.model().moveRow(found.rootIndex(), 0, found.rootIndex(), 2)  # what Qt does on the drop
    assert names(desk) == ["点位", "单位"]


def test_a_field_is_deleted_by_key_and_comes_back_by_undo(desk: Desk, tab: FieldsTab) -> None:
    tab.list.list.setFocus()
    QTest.keyClick(tab.list.list, Qt.Key.Key_Delete)
    assert names(desk) == ["点位"]
    QTest.keyClick(tab.list.list, Qt.Key.Key_Z, CTRL)
    assert names(desk) == ["单位", "点位"]


def test_undo_in_a_box_takes_back_what_was_typed_there_and_then_goes_on(desk: Desk, tab: FieldsTab) -> None:
    tab.card.required.click()
    say(tab.card.hint, "又")
    QTest.keyClick(tab.card.hint, Qt.Key.Key_Z, CTRL)
    while tab.card.hint.document().isUndoAvailable():
        QTest.keyClick(tab.card.hint, Qt.Key.Key_Z, CTRL)
    assert fields(desk)[0].hint == "主办的单位" and fields(desk)[0].required
    QTest.keyClick(tab.card.hint, Qt.Key.Key_Z, CTRL)
    assert not fields(desk)[0].required


def test_the_uses_of_a_field_are_counted(desk: Desk, tab: FieldsTab) -> None:
    tab.list.list.setCurrentRow(1)
    assert "2 处" in tab.card.uses


def test_a_template_without_fields_says_what_they_are_for(desk: Desk, tab: FieldsTab) -> None:
    for _ in "两个":
        tab.list.delete.click()
    assert tab.list.none.isVisible() and not tab.list.list.isVisible()
    assert tab.list.mapTo(tab, QPoint(0, 0)).x() == 0
