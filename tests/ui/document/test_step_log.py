"""What the steps of undo are called."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.kinds import Kind
from app.layouts.model import Layout
from tests.ui.editor.pages import Page


@pytest.fixture
def page(qtbot: QtBot, layout: Layout) -> Page:
    found = Page(qtbot, layout)
    found.open("# 甲\n正文一段。")
    return found


def names(page: Page) -> tuple[str, str]:
    steps = page.document.steps
    return steps.undo, steps.redo


def test_a_draft_that_was_just_opened_has_no_steps(page: Page) -> None:
    assert names(page) == ("", "")


def test_a_plan_gives_its_name_to_the_step(page: Page) -> None:
    page.at(1, 2)
    page.editor.formatting.set_kind(Kind.H2)
    assert names(page) == ("改为二级标题", "")
    page.editor.undo()
    assert names(page) == ("", "改为二级标题")
    page.editor.redo()
    assert names(page) == ("改为二级标题", "")


def test_letters_in_a_row_are_one_step_of_writing(page: Page) -> None:
    page.at(1, 2)
    page.qtbot.keyClicks(page.editor, "abc")
    page.press(Qt.Key.Key_Return)
    assert names(page) == ("分段", "")
    page.editor.undo()
    assert names(page) == ("输入", "分段")
    page.editor.undo()
    assert names(page) == ("", "输入")


def test_what_is_taken_out_is_called_so(page: Page) -> None:
    page.select((1, 0), (1, 2))
    page.press(Qt.Key.Key_Delete)
    assert names(page) == ("删除", "")


def test_a_new_step_after_undo_takes_the_place_of_those_undone(page: Page) -> None:
    page.at(1, 2)
    page.editor.formatting.set_kind(Kind.H2)
    page.editor.undo()
    page.qtbot.keyClicks(page.editor, "a")
    assert names(page) == ("输入", "")


def test_what_is_made_sound_after_a_letter_is_no_step_of_its_own(page: Page) -> None:
    page.open("我讲[两](=@意见数)点。\n# 甲\n# 乙")
    page.at(2, 1)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines()[0] == "我讲[一](=@意见数)点。"
    page.editor.undo()
    assert names(page) == ("", "删除")
    assert page.lines()[0] == "我讲[两](=@意见数)点。"


def test_a_composition_that_is_cancelled_leaves_no_step(page: Page) -> None:
    page.select((1, 0), (1, 2))
    page.compose("pin")
    page.compose("")
    page.editor.formatting.set_kind(Kind.H2)
    assert names(page)[0] == "改为二级标题"
    page.editor.undo()
    assert names(page)[0] == ""
