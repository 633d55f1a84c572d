"""A new draft: what is chosen and typed is seen at once, and nothing of it is lost by leaving."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from app.core.counting import block_counts, total
from app.jobs.making import new_draft
from app.jobs.program import Program
from app.templating.fields import FieldType
from app.templating.library import load_library
from app.ui.focus import stops
from app.ui.forms.row import FieldRow
from app.ui.main_window import MainWindow
from app.ui.new_draft.dialog import NewDialog
from app.ui.new_draft.slot_choice import SlotChoice
from app.ui.new_draft.way_delegate import BELOW_ROLE
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.templating.small_library import write
from tests.templating.test_variants import FACT, OCCASION, section
from tests.ui.hands import type_chinese


@pytest.fixture
def dialog(qtbot, program: Program, tasks: Tasks, theme: Theme) -> Iterator[NewDialog]:
    found = NewDialog(program, tasks, theme)
    qtbot.addWidget(found)
    found.show()
    yield found
    found.hide()
    tasks.finish()


def choose(dialog: NewDialog, name: str) -> None:
    row = next(
        at for at in range(dialog.occasions.count()) if dialog.occasions.item(at).text().startswith(name)
    )
    dialog.occasions.setCurrentRow(row)


def box(dialog: NewDialog, name: str) -> QLineEdit:
    return dialog.form.rows[name].findChildren(QLineEdit)[0]


def test_every_occasion_is_offered_in_the_order_of_the_library(dialog: NewDialog, program: Program) -> None:
    offered = [dialog.occasions.item(at).text().split("\n")[0] for at in range(dialog.occasions.count())]
    assert sorted(offered) == sorted(each.name for each in program.library.occasions.values())
    assert offered[0] == "推进会"


def test_the_form_asks_what_the_occasion_asks(dialog: NewDialog, program: Program) -> None:
    for occasion in program.library.occasions.values():
        choose(dialog, occasion.name)
        assert list(dialog.form.rows) == [field.name for field in program.library.asked(occasion)]


def test_who_left_it_at_the_frame_of_the_form_begins_again_at_its_first_field(
    dialog: NewDialog, qtbot
) -> None:
    choose(dialog, "推进会")
    frame = dialog.tabs.currentWidget()
    frame.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: box(dialog, "会议名称").hasFocus())


def test_the_preview_follows_the_keys(dialog: NewDialog, qtbot) -> None:
    choose(dialog, "推进会")
    type_chinese(box(dialog, "会议名称"), "××现场会")
    qtbot.waitUntil(lambda: "××现场会" in dialog.preview.page.text())


def test_the_preview_tells_length_and_what_is_to_be_filled(
    dialog: NewDialog, program: Program, qtbot
) -> None:
    choose(dialog, "推进会")
    draft = new_draft(program, "tuijinhui").draft
    length = total(block_counts(draft.blocks)).characters
    qtbot.waitUntil(lambda: dialog.told().startswith(f"{length:,} 字 · 约 "))
    to_fill = sum(run.placeholder for block in draft.blocks for run in block.runs)
    assert dialog.told().endswith(f"待填 {to_fill} 处")


def test_another_way_of_writing_changes_the_preview(dialog: NewDialog, program: Program, qtbot) -> None:
    choose(dialog, "推进会")
    qtbot.waitUntil(lambda: dialog.preview.page.text() != "")
    before = dialog.preview.page.text()
    row = next(row for row in dialog.choices.rows if row.slot.id == "renwu")
    row.combo.setCurrentIndex(2)
    row.combo.activated.emit(2)
    qtbot.waitUntil(lambda: dialog.preview.page.text() != before)
    assert dialog.choices.choices()["renwu"] == program.library.choices(row.slot)[2].id


def test_what_was_typed_and_chosen_stays_while_other_occasions_are_looked_at(dialog: NewDialog) -> None:
    choose(dialog, "推进会")
    type_chinese(box(dialog, "会议名称"), "××现场会")
    row = dialog.choices.rows[1]
    row.combo.setCurrentIndex(1)
    row.combo.activated.emit(1)
    chosen = dialog.choices.choices()
    choose(dialog, "欢迎词")
    choose(dialog, "推进会")
    assert box(dialog, "会议名称").text() == "××现场会"
    assert dialog.choices.choices() == chosen


def test_facts_that_the_occasion_does_not_ask_stay_out_of_the_draft(dialog: NewDialog, qtbot) -> None:
    choose(dialog, "推进会")
    type_chinese(box(dialog, "会议名称"), "××现场会")
    choose(dialog, "欢迎词")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.draft is not None and dialog.draft.occasion == "huanyingci"
    assert "会议名称" not in dialog.draft.facts


def test_a_date_that_cannot_be_read_keeps_the_dialog_open(dialog: NewDialog, qtbot) -> None:
    choose(dialog, "推进会")
    type_chinese(box(dialog, "会议日期"), "明天")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and dialog.draft is None
    assert "明天" in dialog.form.rows["会议日期"].box.accessibleDescription()


def test_escape_leaves_and_what_was_typed_is_there_the_next_time(window: MainWindow, qtbot, press) -> None:
    seen: list[str] = []

    def type_and_leave(dialog: NewDialog) -> None:
        seen.append(box(dialog, "会议名称").text())
        if not seen[-1]:
            type_chinese(box(dialog, "会议名称"), "××现场会")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    for _ in range(2):
        press.when(NewDialog, type_and_leave)
        window.files.new()
    assert seen == ["", "××现场会"]
    assert window.bench.document is None


def slot(dialog: NewDialog, slot_id: str) -> SlotChoice:
    return next(row for row in dialog.choices.rows if row.slot.id == slot_id)


def test_what_a_slot_asks_is_folded_and_gets_into_its_section(dialog: NewDialog, qtbot) -> None:
    choose(dialog, "推进会")
    row = next(row for row in dialog.choices.rows if any(map(_one_line, row.fields.rows.values())))
    assert row.fields.isHidden()
    row.fill.click()
    name, field = next(pair for pair in row.fields.rows.items() if _one_line(pair[1]))
    qtbot.keyClicks(field.findChildren(QLineEdit)[0], "12")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.draft is not None
    sections = [block.section for block in dialog.draft.blocks if block.section]
    assert [section.template for section in sections if name in section.fields] == [row.chosen]


def _one_line(row: FieldRow) -> bool:
    return row.field.type in (FieldType.TEXT, FieldType.NUMBER)


def test_what_was_typed_for_a_template_is_there_when_it_is_chosen_again(dialog: NewDialog, qtbot) -> None:
    choose(dialog, "推进会")
    row = next(row for row in dialog.choices.rows if any(map(_one_line, row.fields.rows.values())))
    name, field = next(pair for pair in row.fields.rows.items() if _one_line(pair[1]))
    qtbot.keyClicks(field.findChildren(QLineEdit)[0], "12")
    typed = row.values()
    assert name in typed
    row.combo.setCurrentIndex(1)
    assert name not in row.values() or row.values() != typed
    row.combo.setCurrentIndex(0)
    assert row.values() == typed


def test_the_hint_of_a_template_shows_when_it_is_chosen(dialog: NewDialog, program: Program) -> None:
    choose(dialog, "推进会")
    row = slot(dialog, "renwu")
    row.combo.setCurrentIndex(2)
    row.combo.activated.emit(2)
    hint = program.library.section(row.chosen).hint
    shown = [label.text() for label in row.findChildren(QLabel) if not label.isHidden()]
    assert hint and hint in shown


def test_a_number_of_a_slot_that_cannot_be_read_is_shown(dialog: NewDialog, qtbot) -> None:
    choose(dialog, "推进会")
    numbers = [
        (row, field)
        for row in dialog.choices.rows
        for field in row.fields.rows.values()
        if field.field.type is FieldType.NUMBER
    ]
    row, field = numbers[0]
    qtbot.keyClicks(field.findChildren(QLineEdit)[0], "many")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.draft is None and dialog.tabs.currentIndex() == 1
    assert not row.fields.isHidden()


def test_keys_scroll_the_preview(dialog: NewDialog, qtbot) -> None:
    choose(dialog, "推进会")
    page = dialog.preview.page
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert page.verticalScrollBar().value() > 0


def test_tab_goes_from_box_to_box_as_they_stand_also_where_some_were_there_before(
    dialog: NewDialog, qtbot
) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for name in ("推进会", "欢迎词", "推进会"):
        choose(dialog, name)
    boxes = [edit for row in dialog.form.rows.values() for edit in stops(row.box)]
    boxes[0].setFocus()
    seen = []
    for _ in boxes:
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
    assert seen == boxes


def test_each_way_of_writing_tells_its_length_and_how_it_begins(
    dialog: NewDialog, program: Program, qtbot
) -> None:
    choose(dialog, "推进会")
    row = slot(dialog, "renwu")
    qtbot.waitUntil(lambda: bool(row.combo.itemData(1, BELOW_ROLE)))
    for at, template in enumerate(program.library.choices(row.slot)):
        below = str(row.combo.itemData(at, BELOW_ROLE))
        first = template.body.partition("# ")[2][:2]
        assert below.startswith(f"约 {template.length} 字　")
        assert first in below
    shown = [label.text() for label in row.findChildren(QLabel) if not label.isHidden()]
    assert any(text.startswith(str(row.combo.currentData(BELOW_ROLE))[:40]) for text in shown)


def test_the_writers_own_ways_of_writing_are_told_from_those_of_the_program(
    variants: NewDialog, qtbot
) -> None:
    choose(variants, "大会")
    row = variants.choices.rows[0]
    qtbot.waitUntil(lambda: bool(row.combo.itemData(0, BELOW_ROLE)))
    assert str(row.combo.itemData(0, BELOW_ROLE)).startswith("我的　")


@pytest.fixture
def variants(
    qtbot, tmp_path: Path, program: Program, tasks: Tasks, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[NewDialog]:
    """The dialog with one occasion more, which has two variants."""
    write(tmp_path, "facts.toml", FACT)
    write(tmp_path, "occasions/dahui.toml", OCCASION)
    for slot_id, name in (("zhuyuan", "km_yi"), ("zhuyuan", "bm_yi"), ("xuanbu", "xb_yi")):
        write(tmp_path, f"sections/{name}.j2", section(slot_id, f"这是{name}的话"))
    monkeypatch.setitem(program.__dict__, "library", load_library([*program.library.folders, tmp_path]))
    found = NewDialog(program, tasks, theme)
    qtbot.addWidget(found)
    found.show()
    yield found
    found.hide()
    tasks.finish()


def test_another_variant_brings_its_own_parts(variants: NewDialog, qtbot) -> None:
    choose(variants, "大会致辞")
    assert [row.slot.name for row in variants.choices.rows] == ["祝愿"]
    qtbot.waitUntil(lambda: "这是km_yi的话" in variants.preview.page.text())
    combo = variants.form.rows["致辞"].findChildren(QComboBox)[0]
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_End)
    assert combo.currentText() == "闭幕词"
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: [row.slot.name for row in variants.choices.rows] == ["祝愿", "宣布"])
    qtbot.waitUntil(lambda: "这是bm_yi的话" in variants.preview.page.text())
    qtbot.mouseClick(variants.main, Qt.MouseButton.LeftButton)
    assert variants.draft is not None
    sections = [block.section for block in variants.draft.blocks if block.section]
    assert [each.template for each in sections] == ["bm_yi", "xb_yi"]
