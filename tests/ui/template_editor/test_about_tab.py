"""What a template is called, where it is chosen, how long it is, and its hint."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem

from app.core.kinds import Layer
from app.templating.section_template import SectionTemplate, read_section
from app.ui.template_editor.about_tab import AboutTab
from tests.ui.hands import type_chinese
from tests.ui.template_editor.conftest import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(desk: Desk) -> AboutTab:
    desk.work.show_tab(2)
    return desk.work.about


def template(desk: Desk) -> SectionTemplate:
    found = desk.work.source.template
    assert found is not None
    return found


def slot(tab: AboutTab, occasion: str, name: str) -> QTreeWidgetItem:
    tree = tab.slots.tree
    parent = next(
        tree.topLevelItem(at)
        for at in range(tree.topLevelItemCount())
        if tree.topLevelItem(at).text(0) == occasion
    )
    parent.setExpanded(True)
    return next(parent.child(at) for at in range(parent.childCount()) if name in parent.child(at).text(0))


def tick(tab: AboutTab, item: QTreeWidgetItem) -> None:
    """Press the blank on a slot, as keys do."""
    tab.slots.tree.setFocus()
    tab.slots.tree.setCurrentItem(item)
    QTest.keyClick(tab.slots.tree, Qt.Key.Key_Space)


def test_the_name_is_that_of_the_window_as_it_is_typed(desk: Desk, tab: AboutTab) -> None:
    tab.name.setFocus()
    tab.name.selectAll()
    type_chinese(tab.name, "新开场")
    assert template(desk).name == "新开场" and desk.editor.windowTitle().startswith("新开场")


def test_slots_are_ticked_in_their_occasions(desk: Desk, tab: AboutTab) -> None:
    item = slot(tab, "推进会", "开场")
    assert item.checkState(0) is Qt.CheckState.Checked
    tick(tab, slot(tab, "推进会", "收尾"))
    assert template(desk).slots == ("kaichang", "shouwei")
    tick(tab, item)
    assert template(desk).slots == ("shouwei",)


def test_the_first_slot_says_which_layer_it_is(desk: Desk, tab: AboutTab) -> None:
    tick(tab, slot(tab, "推进会", "开场"))
    tick(tab, slot(tab, "推进会", "保障"))
    assert template(desk).layer is Layer.SAFEGUARDS
    assert tab.layer.currentText() == "保障"


def test_the_layer_is_chosen_by_keys(desk: Desk, tab: AboutTab) -> None:
    tab.layer.setFocus()
    QTest.keyClick(tab.layer, Qt.Key.Key_Down)
    assert template(desk).layer is Layer.UNDERSTANDING
    QTest.keyClick(tab.layer, Qt.Key.Key_Up)
    assert template(desk).layer is None


def test_words_narrow_the_slots(tab: AboutTab) -> None:
    type_chinese(tab.slots.search, "主持词 散会")
    tree = tab.slots.tree
    seen = [
        tree.topLevelItem(at).text(0)
        for at in range(tree.topLevelItemCount())
        if not tree.topLevelItem(at).isHidden()
    ]
    assert seen == ["主持词"]


def test_a_slot_that_no_occasion_has_is_shown_and_can_be_taken_out(
    desk: Desk, path: Path, open_editor
) -> None:
    path.write_text(path.read_text("utf-8").replace('"kaichang"', '"meiyou"'), "utf-8")
    other = open_editor(path)
    other.work.show_tab(2)
    item = slot(other.work.about, "没有一个场合有的部件", "meiyou")
    tick(other.work.about, item)
    assert template(other).slots == ()


def test_the_length_stands_beside_what_the_examples_take(desk: Desk, tab: AboutTab) -> None:
    desk.settle()
    measured = desk.work.about.measured
    assert measured is not None
    tab.take_measured.setVisible(True)
    tab.take_measured.click()
    assert template(desk).length == round(measured, -1)
    desk.settle()
    assert not tab.take_measured.isVisible()


def test_the_hint_is_written_and_saved_with_its_lines(desk: Desk, path: Path) -> None:
    desk.work.show_tab(3)
    hint = desk.work.hint.hint
    hint.setFocus()
    hint.selectAll()
    type_chinese(hint, "先要通知。\n再核对名称。")
    QTest.keyClick(hint, Qt.Key.Key_S, CTRL)
    assert read_section(path).hint == "先要通知。\n再核对名称。"
