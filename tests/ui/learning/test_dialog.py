"""What a sample shows is listed beside the standard, taken or not, seen as a page, and kept under a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QTreeWidgetItem

from app.jobs.program import Program
from app.layouts.find import find_layout
from app.ui.learning.dialog import LearnDialog
from app.ui.learning.rows import Row
from tests.ui.learning.conftest import Open


def items(dialog: LearnDialog) -> list[QTreeWidgetItem]:
    """The settings that are listed."""
    tree = dialog.tree
    groups = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [group.child(at) for group in groups if group for at in range(group.childCount())]


def rows(dialog: LearnDialog) -> list[Row]:
    return [item.data(0, Qt.ItemDataRole.UserRole) for item in items(dialog)]


def item(dialog: LearnDialog, table: str, key: str) -> QTreeWidgetItem:
    return next(each for each in items(dialog) if each.data(0, Qt.ItemDataRole.UserRole).key == (table, key))


def click(dialog: LearnDialog, found: QTreeWidgetItem, qtbot, column: int = 1) -> None:
    dialog.tree.scrollToItem(found)
    rect = dialog.tree.visualRect(dialog.tree.indexFromItem(found, column))
    qtbot.mouseClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def words(dialog: LearnDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_what_differs_from_the_standard_is_listed_with_both_values(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert all(row.differs for row in rows(dialog))
    pitch = item(dialog, "grid", "行距")
    assert [pitch.text(column) for column in range(5)] == ["行距", "28 磅", "28.95 磅", "推算", "正文的行距"]
    assert "不同" in words(dialog)


def test_everything_is_listed_when_it_is_asked_for(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    few = len(rows(dialog))
    dialog.everything.click()
    assert len(rows(dialog)) > few
    title = item(dialog, "styles.title", "字体")
    assert (title.text(1), title.text(2)) == ("方正小标宋简体", "方正小标宋简体")


def test_what_the_sample_does_not_show_is_said_to_be_the_standards_and_cannot_be_ticked(
    open_dialog: Open,
) -> None:
    dialog = open_dialog()
    assert "样稿里没有" in words(dialog) and "副题" in words(dialog)
    dialog.everything.click()
    unseen = item(dialog, "styles.h2", "字体")
    assert (unseen.text(3), unseen.text(4)) == ("样稿里没有", "照标准")
    assert not unseen.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_a_click_on_a_setting_shows_the_paragraph_in_which_it_was_found(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    dialog.everything.click()
    click(dialog, item(dialog, "styles.h1", "字体"), qtbot)
    assert dialog.text.marked() == "一、提高站位，深刻认识重大意义"
    assert "第 5 段 · 直接设的" in words(dialog)
    assert "7.3.3" in words(dialog)


def test_what_is_not_alike_everywhere_says_how_much_has_it_and_what_the_rest_has(
    open_dialog: Open, qtbot
) -> None:
    dialog = open_dialog()
    dialog.everything.click()
    size = item(dialog, "styles.body", "字号")
    assert size.text(3).startswith("多数")
    click(dialog, size, qtbot)
    assert "是小三" in words(dialog)


def test_without_its_tick_a_setting_is_the_standards(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    dialog.tree.setCurrentItem(item(dialog, "styles.title", "行距"))
    dialog.tree.setFocus()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    layout = dialog.layout_wanted()
    assert layout is not None
    assert (layout.grid.pitch, layout.styles["title"].line) == (560, 640)


def test_the_lines_of_kinds_go_with_those_of_the_page(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    assert ("styles.h1", "行距") not in [row.key for row in rows(dialog)]
    item(dialog, "grid", "行距").setCheckState(0, Qt.CheckState.Unchecked)
    layout = dialog.layout_wanted()
    assert layout is not None
    assert (layout.grid.pitch, layout.body.line, layout.styles["h1"].line) == (579, 579, 579)
    dialog.everything.click()
    following = item(dialog, "styles.h1", "行距")
    assert following.text(4) == "随每面的行距"
    assert not following.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_the_tick_of_a_group_is_that_of_all_in_it(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    group = item(dialog, "styles.title", "行距").parent()
    group.setCheckState(0, Qt.CheckState.Unchecked)
    assert item(dialog, "styles.title", "行距").checkState(0) is Qt.CheckState.Unchecked
    layout = dialog.layout_wanted()
    assert layout is not None
    assert layout.styles["title"].line == 640


def test_ticks_stay_when_more_or_fewer_settings_are_listed(open_dialog: Open) -> None:
    dialog = open_dialog()
    item(dialog, "styles.title", "行距").setCheckState(0, Qt.CheckState.Unchecked)
    dialog.everything.click()
    assert item(dialog, "styles.title", "行距").checkState(0) is Qt.CheckState.Unchecked
    dialog.everything.click()
    assert item(dialog, "styles.title", "行距").checkState(0) is Qt.CheckState.Unchecked


def test_the_page_follows_the_ticks(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    qtbot.waitUntil(lambda: bool(dialog.preview.sheets.texts()))
    assert "每行 27 字" in dialog.preview.words.text()
    item(dialog, "grid", "字距").setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: "每行 28 字" in dialog.preview.words.text())


def test_it_is_kept_under_its_name_and_can_be_used(open_dialog: Open, program: Program, qtbot) -> None:
    dialog = open_dialog()
    assert dialog.name.text() == "照《本局讲话》"
    dialog.name.setText("本局版式")
    dialog.main.click()
    assert dialog.kept is not None
    found = find_layout(dialog.kept.id, program.places.layout_folders)
    assert (found.name, found.grid.pitch) == ("本局版式", 560)
    assert found == dialog.kept


def test_without_a_name_it_cannot_be_kept(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.name.clear()
    assert not dialog.main.isEnabled()


def test_what_does_not_fit_the_paper_is_told_and_cannot_be_kept(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    sizes = [item(dialog, "styles.title", key) for key in ("字号", "行距")]
    sizes[0].setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not dialog.main.isEnabled())
    assert "行距" in dialog.preview.told.text()
    sizes[1].setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(dialog.main.isEnabled)


@pytest.mark.parametrize("everything", [False, True])
def test_its_model_is_sound(open_dialog: Open, everything: bool) -> None:
    dialog = open_dialog()
    tester = QAbstractItemModelTester(dialog.tree.model())
    dialog.everything.setChecked(everything)
    assert tester.model() is dialog.tree.model()
