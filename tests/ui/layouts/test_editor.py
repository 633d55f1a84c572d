"""A layout is set by keys and mouse, seen on paper at once, and kept as the writer's own."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.jobs.program import Program
from app.layouts.find import find_layout
from app.layouts.model import Layout
from app.ui.layouts.boxes import FlagBox, NumberBox, SizeBox, WordBox
from app.ui.layouts.editor import LayoutEditor
from tests.ui.dialogs import Presser
from tests.ui.hands import type_chinese
from tests.ui.layouts.conftest import Edit


def box(editor: LayoutEditor, group: str, *place: str):
    """The box of a setting, in the group that is seen then."""
    editor.look_at(group)
    table, key = place
    return editor.groups[group].rows[table, key].box


def type_number(qtbot, number: NumberBox, text: str) -> None:
    number.spin.setFocus()
    number.spin.selectAll()
    qtbot.keyClicks(number.spin, text)


def test_margins_are_typed_and_the_lines_are_counted_again(edit: Edit, standard: Layout, qtbot) -> None:
    editor = edit(standard)
    type_number(qtbot, box(editor, "page", "page", "上"), "45")
    assert editor.layout_now.page.top == 2551
    assert editor.layout_now.grid.lines == (16838 - 2551 - 1984) // 579
    assert "每面 21 行" in editor.preview.words.text()


def test_a_size_is_chosen_by_name_or_typed_in_points(edit: Edit, standard: Layout, qtbot) -> None:
    editor = edit(standard)
    size: SizeBox = box(editor, "h1", "styles.h1", "字号")
    line = size.combo.lineEdit()
    assert line is not None
    assert line.text() == "三号（16 磅）"
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "15.5")
    assert editor.layout_now.styles["h1"].size == 31
    line.selectAll()
    type_chinese(line, "小三")
    assert editor.layout_now.styles["h1"].size == 30


@pytest.mark.parametrize("text", ["大号", "200", "16.3", "-"])
def test_what_is_no_size_is_marked_and_changes_nothing(
    edit: Edit, standard: Layout, text: str, qtbot
) -> None:
    editor = edit(standard)
    size: SizeBox = box(editor, "h1", "styles.h1", "字号")
    line = size.combo.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    type_chinese(line, text) if not text.isascii() else qtbot.keyClicks(line, text)
    assert size.combo.property("wrong")
    assert editor.layout_now.styles["h1"].size in (32, 40)  # 20 is on the way to 200


def test_bold_is_ticked_and_the_lead_follows(edit: Edit, standard: Layout, qtbot) -> None:
    editor = edit(standard)
    bold: FlagBox = box(editor, "h2", "styles.h2", "加粗")
    bold.check.setFocus()
    qtbot.keyClick(bold.check, Qt.Key.Key_Space)
    style = editor.layout_now.styles["h2"]
    assert (style.bold, style.lead_bold) == (True, True)


def test_each_setting_tells_what_the_standard_says_and_goes_back_to_it(
    edit: Edit, standard: Layout, qtbot
) -> None:
    editor = edit(standard)
    editor.look_at("page_number")
    row = editor.groups["page_number"].rows["page_number", "样式"]
    assert row.tag.text() == "一般 7.5"
    assert "GB/T 9704—2012 7.5" in row.tag.toolTip()
    assert row.back.isHidden()
    form: WordBox = row.box
    form.combo.setFocus()
    qtbot.keyClick(form.combo, Qt.Key.Key_Down)
    assert editor.layout_now.page_number.form == "hyphens"
    assert row.tag.text() == "单位惯例"
    assert "标准的做法：— 1 —" in row.tag.toolTip()
    qtbot.mouseClick(row.back, Qt.MouseButton.LeftButton)
    assert editor.layout_now == standard
    assert row.tag.text() == "一般 7.5"


def test_lines_and_characters_are_asked_for_and_pitch_and_spacing_come_of_them(
    edit: Edit, standard: Layout, qtbot
) -> None:
    editor = edit(standard)
    editor.look_at("lines")
    for spin, text in ((editor.lines_page.lines, "20"), (editor.lines_page.characters, "26")):
        spin.setFocus()
        spin.selectAll()
        qtbot.keyClicks(spin, text)
    grid = editor.layout_now.grid
    assert (grid.lines, grid.characters) == (20, 26)
    assert grid.pitch == 12756 // 20
    assert "每面 20 行，每行 26 字" in editor.lines_page.found.text()
    qtbot.mouseClick(editor.lines_page.back, Qt.MouseButton.LeftButton)
    assert editor.layout_now.grid == standard.grid


def test_lines_may_be_asked_for_after_the_paper_was_narrower_for_a_while(
    edit: Edit, standard: Layout, qtbot
) -> None:
    editor = edit(standard)
    right = box(editor, "page", "page", "右")
    type_number(qtbot, right, "160")
    type_number(qtbot, right, "26")
    editor.look_at("lines")
    assert editor.lines_page.characters.value() == 28
    editor.lines_page.lines.selectAll()
    qtbot.keyClicks(editor.lines_page.lines, "24")
    assert (editor.layout_now.grid.lines, editor.layout_now.grid.characters) == (24, 28)


def test_a_fixed_pitch_is_typed_and_the_lines_come_of_it(edit: Edit, standard: Layout, qtbot) -> None:
    """facts/standards.md §1.3: 30 points give 21 lines."""
    editor = edit(standard)
    editor.look_at("lines")
    page = editor.lines_page
    assert not page.pitch.isEnabled()
    page.way.setFocus()
    qtbot.keyClick(page.way, Qt.Key.Key_Down)
    page.pitch.setFocus()
    page.pitch.selectAll()
    qtbot.keyClicks(page.pitch, "30")
    assert (editor.layout_now.grid.pitch, editor.layout_now.grid.lines) == (600, 21)
    assert editor.layout_now.body.line == 600


def test_the_title_holds_as_many_characters_as_fit_its_size(edit: Edit, standard: Layout, qtbot) -> None:
    editor = edit(standard)
    size: SizeBox = box(editor, "title", "styles.title", "字号")
    editor.set(("styles.title", "字号"), "一号")
    assert editor.layout_now.title_most == 8844 // 520
    assert editor.layout_now.title_best == editor.layout_now.title_most - 1
    assert size.combo.currentData() == "一号"


def test_what_does_not_fit_is_told_and_cannot_be_saved(edit: Edit, standard: Layout, qtbot) -> None:
    editor = edit(standard)
    type_number(qtbot, box(editor, "page", "page", "下"), "5")
    assert "页码排到了纸外" in editor.preview.told.text()
    assert not editor.main.isEnabled()
    type_number(qtbot, box(editor, "page", "page", "下"), "35")
    assert editor.main.isEnabled()
    assert editor.preview.told.isHidden()


def test_changes_are_taken_back_and_made_again_by_keys_also_within_a_box(
    edit: Edit, standard: Layout, qtbot
) -> None:
    editor = edit(standard)
    spin = box(editor, "page", "page", "上").spin
    type_number(qtbot, box(editor, "page", "page", "上"), "40")
    type_number(qtbot, box(editor, "page", "page", "下"), "40")
    changed = editor.layout_now
    qtbot.keyClick(spin.lineEdit(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.layout_now.page.bottom == 1984
    qtbot.mouseClick(editor.undo_button, Qt.MouseButton.LeftButton)
    assert editor.layout_now == standard
    assert spin.value() == 37
    assert not editor.undo_button.isEnabled()
    for _ in range(2):
        qtbot.mouseClick(editor.redo_button, Qt.MouseButton.LeftButton)
    assert editor.layout_now == changed


def test_a_font_is_renamed_and_told_what_stands_in_for_it(edit: Edit, standard: Layout, qtbot) -> None:
    editor = edit(standard)
    editor.look_at("fonts")
    card = editor.fonts_page.cards["fangsong"]
    assert "Word、WPS 打开：没装就找仿宋" in card.told.text()
    line = card.east.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    type_chinese(line, "方正仿宋_GBK")
    assert editor.layout_now.body.font.east == "方正仿宋_GBK"
    card.instead.setFocus()
    card.instead.selectAll()
    type_chinese(card.instead, "仿宋、华文仿宋，仿宋")
    assert editor.layout_now.fonts["fangsong"].fallbacks == ("仿宋", "华文仿宋")


def test_a_font_may_be_added_and_chosen_for_a_kind(edit: Edit, standard: Layout, qtbot) -> None:
    editor = edit(standard)
    editor.look_at("fonts")
    qtbot.mouseClick(editor.fonts_page.add, Qt.MouseButton.LeftButton)
    added = next(font for font in editor.layout_now.fonts.values() if font.id not in standard.fonts)
    chosen = box(editor, "h1", "styles.h1", "字体")
    combo: QComboBox = chosen.combo
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_End)
    assert editor.layout_now.styles["h1"].font == added


def test_a_header_and_a_form_of_page_numbers_are_seen_on_the_sheets(
    edit: Edit, standard: Layout, qtbot
) -> None:
    editor = edit(standard)
    header: QWidget = box(editor, "page_header", "page_header", "文字")
    line = header.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    type_chinese(line, "内部材料")
    form: WordBox = box(editor, "page_number", "page_number", "样式")
    form.combo.setFocus()
    qtbot.keyClick(form.combo, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bool(editor.preview.sheets.texts()))
    ((header_text, footer_text),) = editor.preview.sheets.edges()
    assert header_text == "内部材料"
    assert footer_text.startswith("第1页 共")


def test_a_layout_is_saved_by_its_button_and_is_the_writers_own(
    edit: Edit, standard: Layout, program: Program, qtbot
) -> None:
    editor = edit(standard)
    name = editor.name_page.name
    name.setFocus()
    name.selectAll()
    type_chinese(name, "本局公文")
    qtbot.mouseClick(editor.main, Qt.MouseButton.LeftButton)
    assert not editor.isVisible()
    found = find_layout("gb9704", program.places.layout_folders)
    assert found == replace(standard, name="本局公文")


def test_leaving_with_changes_asks(edit: Edit, standard: Layout, program: Program, qtbot) -> None:
    editor = edit(standard)
    type_number(qtbot, box(editor, "page", "page", "上"), "40")
    presser = Presser()
    presser("取消")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    presser("不保存")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not editor.isVisible())
    assert find_layout("gb9704", program.places.layout_folders) == standard


def test_leaving_without_changes_asks_nothing(edit: Edit, standard: Layout, qtbot) -> None:
    editor = edit(standard)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_what_cannot_be_written_is_told_and_stays_in_the_window(
    edit: Edit, standard: Layout, program: Program, qtbot
) -> None:
    editor = edit(standard)
    editor.set(("page", "上"), 40)
    blocked = program.places.user_data
    blocked.parent.mkdir(parents=True, exist_ok=True)
    Path(blocked).write_text("", "utf-8")
    presser = Presser()
    presser("知道了")
    qtbot.mouseClick(editor.main, Qt.MouseButton.LeftButton)
    assert editor.isVisible()
    assert editor.changed
    assert presser.told
    presser("不保存")
    editor.reject()


def test_pages_of_the_groups_are_reached_by_keys(edit: Edit, standard: Layout, qtbot) -> None:
    editor = edit(standard)
    qtbot.keyClick(editor.list, Qt.Key.Key_Down)
    assert editor.group.id == "page"
    qtbot.keyClick(editor.list, Qt.Key.Key_Tab)
    spin = editor.groups["page"].rows["page", "宽"].box.spin
    qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)
    assert editor.focusWidget() is spin or spin.isAncestorOf(editor.focusWidget())
