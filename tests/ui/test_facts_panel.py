"""The facts at the right: changed in one place, changed everywhere, in one undo step."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.markup import parse_markup
from app.jobs.making import new_draft
from app.jobs.opening import Opened
from app.jobs.program import Program
from app.templating.answers import Answers
from app.ui.facts_panel import FactsPanel
from app.ui.forms.boxes import ChoiceBox
from app.ui.main_window import MainWindow
from tests.ui.hands import type_chinese


@pytest.fixture
def panel(window: MainWindow, speech: Draft, qtbot) -> FactsPanel:
    """The panel of the window with a speech open."""
    window.files.take(Opened(speech, None))
    qtbot.waitUntil(lambda: "会议名称" in window.bench.facts.facts.rows)
    return window.bench.facts


def box(panel: FactsPanel, name: str) -> QLineEdit:
    return (panel.facts.rows.get(name) or panel.fields.rows[name]).findChildren(QLineEdit)[0]


def test_the_occasions_facts_are_asked_in_its_order(panel: FactsPanel, program: Program) -> None:
    asked = [field.name for field in program.library.asked(program.library.occasion("tuijinhui"))]
    assert list(panel.facts.rows)[: len(asked)] == asked


def test_a_changed_fact_changes_every_place_in_one_step(panel: FactsPanel, window: MainWindow, qtbot) -> None:
    assert window.bench.document is not None and window.bench.page is not None
    before = window.bench.document.draft()
    places = sum("全市××工作推进会议" in block.text for block in before.blocks)
    assert places >= 2
    box(panel, "会议名称").selectAll()
    type_chinese(box(panel, "会议名称"), "××县现场会议")
    qtbot.keyClick(box(panel, "会议名称"), Qt.Key.Key_Return)
    after = window.bench.document.draft()
    assert sum("××县现场会议" in block.text for block in after.blocks) == places
    window.bench.page.editor.setFocus()
    window.text.undo()
    assert window.bench.document.draft() == before
    qtbot.waitUntil(lambda: box(panel, "会议名称").text() == "全市××工作推进会议")


def test_each_fact_says_in_how_many_places_it_stands(panel: FactsPanel, speech: Draft) -> None:
    count = sum(
        run.bind is not None and (run.bind.scope, run.bind.name) == ("draft", "会议名称")
        for block in speech.blocks
        for run in block.runs
    )
    assert panel.facts.rows["会议名称"].uses.text().startswith(f"用在 {count} 处")


def places(panel: FactsPanel, name: str) -> list[QPushButton]:
    """The unfolded places of a fact."""
    row = panel.facts.rows[name]
    if not row.is_unfolded:
        row.uses.click()
    return [button for button in row.places.findChildren(QPushButton, "place") if button.isVisibleTo(row)]


def test_tab_goes_from_box_to_box_and_a_key_lists_the_places_of_its_fact(
    window: MainWindow, panel: FactsPanel, qtbot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rows = list(panel.facts.rows.values())
    qtbot.waitUntil(lambda: any(each.uses.isVisible() for each in rows))
    row, next_row = next((one, other) for one, other in pairwise(rows) if one.uses.isVisible())
    assert row.uses.accessibleName().startswith(f"{row.field.name}用在")
    row.box.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert next_row.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert row.is_unfolded and not next_row.is_unfolded
    qtbot.waitUntil(lambda: any(each.isVisible() for each in row.places.findChildren(QPushButton)))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert row.places.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert not row.is_unfolded


def test_what_stands_in_the_box_is_taken_before_its_places_are_listed(
    window: MainWindow, panel: FactsPanel, qtbot
) -> None:
    row = panel.facts.rows["会议名称"]
    row.box.setFocus()
    type_chinese(box(panel, "会议名称"), "新")
    qtbot.mouseClick(row.uses, Qt.MouseButton.LeftButton)
    assert window.bench.document is not None
    assert "新" in str(window.bench.document.draft().facts.get("会议名称"))
    qtbot.waitUntil(lambda: all("新" in each.toolTip() for each in places(panel, "会议名称")))


def test_a_click_at_a_place_of_a_fact_goes_there(panel: FactsPanel, window: MainWindow, qtbot) -> None:
    assert window.bench.page is not None and window.bench.document is not None
    draft = window.bench.document.draft()
    whole = [block for block in draft.blocks if "全市××工作推进会议" in block.text]
    found = places(panel, "会议名称")
    assert [button.toolTip()[:3] for button in found] == [block.text[:3] for block in whole]
    qtbot.mouseClick(found[1], Qt.MouseButton.LeftButton)
    cursor = window.bench.page.editor.textCursor()
    assert cursor.selectedText() == "全市××工作推进会议"
    assert draft.blocks[cursor.blockNumber()] == whole[1]


def test_a_place_edited_by_hand_is_bound_again_in_one_step(
    panel: FactsPanel, window: MainWindow, qtbot
) -> None:
    assert window.bench.page is not None and window.bench.document is not None
    before = window.bench.document.draft()
    qtbot.mouseClick(places(panel, "会议名称")[0], Qt.MouseButton.LeftButton)
    editor = window.bench.page.editor
    cursor = editor.textCursor()
    cursor.setPosition(cursor.selectionStart() + 2)
    editor.setTextCursor(cursor)
    type_chinese(editor, "区")
    edited = window.bench.document.draft()
    assert "全市区××工作推进会议" in edited.blocks[0].text + edited.blocks[1].text
    row = panel.facts.rows["会议名称"]
    qtbot.waitUntil(lambda: any(label.text() == "手工改过" for label in row.findChildren(QLabel)))
    assert row.uses.text().startswith("改过 1/2 处") and "重新绑定" in row.uses.toolTip()
    again = next(button for button in row.findChildren(QPushButton) if button.text() == "重新绑定")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert window.bench.document.draft() == before
    qtbot.waitUntil(lambda: row.uses.text().startswith("用在 2 处"))
    window.text.undo()
    assert window.bench.document.draft() == edited


def test_where_no_place_was_edited_by_hand_none_is_said_to_be(panel: FactsPanel) -> None:
    assert not [row.field.name for row in panel.facts.rows.values() if "改过" in row.uses.text()]


def test_a_field_of_the_section_lists_its_places_in_this_section_alone(
    window: MainWindow, panel: FactsPanel
) -> None:
    text = "# 甲 {数据=a}\n有[3](=.数)项。\n# 乙 {数据=b}\n有[3](=.数)项，再说[3](=.数)项。\n"
    head = "+++\n[节.a]\n字段 = {数 = 3}\n[节.b]\n字段 = {数 = 3}\n+++\n"
    window.files.take(Opened(parse_markup(head + text), None))
    window.text.go_to_block(3)
    row = panel.fields.rows["数"]
    assert row.uses.text().startswith("用在 2 处")
    row.uses.click()
    assert len(row.places.findChildren(QPushButton, "place")) == 2


@pytest.mark.parametrize("occasion", ["gongzuohuiyi", "zuotanhui"])
def test_nothing_in_the_panel_is_wider_than_the_panel_of_a_small_window(
    window: MainWindow, panel: FactsPanel, program: Program, qtbot, occasion: str
) -> None:
    window.resize(1280, 800)
    long_name = FactSheet((("本单位自己加的一个名称很长很长的事实", "值"),))
    draft = new_draft(program, occasion, Answers(FactSheet())).draft
    window.bench.show_draft(replace(draft, facts=long_name))
    qtbot.waitUntil(lambda: "本单位自己加的一个名称很长很长的事实" in panel.facts.rows)
    qtbot.wait(10)
    assert any(isinstance(row.box, ChoiceBox) for row in panel.facts.rows.values())
    areas = panel.findChildren(QScrollArea)
    assert areas and not [area.accessibleName() for area in areas if area.horizontalScrollBar().maximum()]


def test_two_boxes_left_one_after_the_other_are_both_taken(panel: FactsPanel, window: MainWindow) -> None:
    assert window.bench.document is not None
    type_chinese(box(panel, "召开机关"), "市委")
    type_chinese(box(panel, "工作名称"), "××工作")
    assert panel.commit()
    facts = window.bench.document.draft().facts
    assert (facts.get("召开机关"), facts.get("工作名称")) == ("市委", "××工作")


def test_fields_of_the_section_at_the_cursor_are_in_sight_and_no_fact_moves_for_them(
    window: MainWindow, program: Program, speech: Draft, qtbot, panel: FactsPanel
) -> None:
    window.resize(1280, 800)
    with_fields = next(
        at
        for at, block in enumerate(speech.blocks)
        if block.section and program.library.section(block.section.template).fields
    )
    window.text.go_to_block(0)
    qtbot.waitUntil(lambda: not panel.fields.rows)
    first = panel.facts.rows["会议名称"]
    before = first.mapTo(panel, first.rect().topLeft())
    window.text.go_to_block(with_fields)
    qtbot.waitUntil(lambda: bool(panel.fields.rows))
    field = next(iter(panel.fields.rows.values()))
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
    assert first.mapTo(panel, first.rect().topLeft()) == before


def test_fields_of_the_section_at_the_cursor_stand_below(
    window: MainWindow, program: Program, qtbot, panel: FactsPanel
) -> None:
    assert window.bench.document is not None
    draft = window.bench.document.draft()
    at, section = next(
        (index, block.section)
        for index, block in enumerate(draft.blocks)
        if block.section and program.library.section(block.section.template).fields
    )
    window.text.go_to_block(at)
    asked = [field.name for field in program.library.section(section.template).fields]
    assert list(panel.fields.rows) == asked
    name = next(name for name in asked if panel.fields.rows[name].findChildren(QLineEdit))
    type_chinese(box(panel, name), "12")
    assert panel.commit()
    changed = window.bench.document.draft().blocks[at].section
    assert changed is not None and name in changed.fields
    window.text.go_to_block(0)
    qtbot.waitUntil(lambda: list(panel.fields.rows) == [])


def test_without_facts_the_panel_says_what_belongs_there(window: MainWindow, qtbot) -> None:
    window.files.take(Opened(parse_markup("# 统一思想\n"), None))
    labels = window.bench.facts.findChildren(QLabel)
    qtbot.waitUntil(lambda: any("只填一次" in each.text() for each in labels if each.isVisible()))


def test_a_value_that_nobody_declares_is_shown_too(window: MainWindow, qtbot) -> None:
    window.files.take(Opened(parse_markup("+++\n[事实]\n要求时长 = 25\n+++\n# 统一思想\n"), None))
    assert box(window.bench.facts, "要求时长").text() == "25"


def test_a_draft_that_may_only_be_read_takes_no_facts(panel: FactsPanel) -> None:
    panel.set_read_only(True)
    assert not box(panel, "会议名称").isEnabled()


CONTROL = Qt.KeyboardModifier.ControlModifier


def leave_and_come_back(panel: FactsPanel, edit: QWidget, text: str, qtbot) -> None:
    """Type a value over what stands in a box, go on to the next box and back."""
    qtbot.waitUntil(edit.isVisible)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_A, CONTROL)
    type_chinese(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is edit


def test_undo_in_a_box_with_nothing_of_its_own_takes_back_the_change_of_the_fact(
    panel: FactsPanel, window: MainWindow, qtbot
) -> None:
    assert window.bench.document is not None
    before, edit = window.bench.document.draft(), box(panel, "会议名称")
    leave_and_come_back(panel, edit, "××县现场会议", qtbot)
    after = window.bench.document.draft()
    assert after.facts.get("会议名称") == "××县现场会议"
    qtbot.waitUntil(window.commands["undo"].isEnabled)
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert window.bench.document.draft() == before
    qtbot.waitUntil(lambda: edit.text() == "全市××工作推进会议")
    assert QApplication.focusWidget() is edit
    for key, modifier in (
        (Qt.Key.Key_Y, CONTROL),
        (Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier),
    ):
        qtbot.waitUntil(window.commands["redo"].isEnabled)
        qtbot.keyClick(edit, key, modifier)
        assert window.bench.document.draft() == after
        qtbot.waitUntil(lambda: edit.text() == "××县现场会议")
        qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)


def test_undo_in_a_box_takes_back_first_what_was_typed_there(
    panel: FactsPanel, window: MainWindow, qtbot
) -> None:
    assert window.bench.document is not None
    before, edit = window.bench.document.draft(), box(panel, "会议名称")
    leave_and_come_back(panel, edit, "现场会议", qtbot)
    after = window.bench.document.draft()
    edit.end(False)
    qtbot.keyClicks(edit, "abc")
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text() == "现场会议" and window.bench.document.draft() == after
    qtbot.waitUntil(window.commands["undo"].isEnabled)
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert window.bench.document.draft() == before
    qtbot.waitUntil(lambda: edit.text() == "全市××工作推进会议")


def test_undo_in_a_box_of_several_lines_does_so_too(panel: FactsPanel, window: MainWindow, qtbot) -> None:
    assert window.bench.document is not None
    before = window.bench.document.draft()
    lines = panel.facts.rows["发言单位"].findChildren(QPlainTextEdit)[0]
    leave_and_come_back(panel, lines, "甲单位", qtbot)
    assert window.bench.document.draft().facts.get("发言单位") == ("甲单位",)
    qtbot.waitUntil(window.commands["undo"].isEnabled)
    qtbot.keyClick(lines, Qt.Key.Key_Z, CONTROL)
    assert window.bench.document.draft() == before
    qtbot.waitUntil(lambda: lines.toPlainText() == "")
