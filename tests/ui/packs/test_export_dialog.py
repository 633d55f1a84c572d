"""导出模板包: what is ticked goes into a file with what it needs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.jobs.packs import look_into, own_things
from app.jobs.program import Program
from app.templating.own.kinds import OwnKind
from app.ui.main_window import MainWindow
from app.ui.packs.export_dialog import ExportPackDialog
from app.ui.tasks import Tasks
from app.ui.theme import Theme


@pytest.fixture
def dialog(qtbot, giver: Program, tasks: Tasks, theme: Theme, tmp_path: Path) -> ExportPackDialog:
    found = ExportPackDialog(giver, tasks, own_things(giver), tmp_path)
    qtbot.addWidget(found)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def rows(dialog: ExportPackDialog) -> list[str]:
    tree = dialog.tree
    groups = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [
        text
        for group in groups
        if group
        for text in (group.text(0), *(group.child(at).text(0) for at in range(group.childCount())))
    ]


def test_what_one_made_is_offered_by_kind_and_nothing_is_ticked(dialog: ExportPackDialog) -> None:
    assert rows(dialog) == ["节模板", "支部开场", "版式", "本局", "事实", "支部"]
    assert not dialog.main.isEnabled()


def test_space_ticks_and_what_is_needed_goes_along(dialog: ExportPackDialog, qtbot) -> None:
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert [thing.name for thing in dialog.tree.chosen] == ["支部开场"]
    assert dialog.told() == "一起带上：支部（事实）。"
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert dialog.told() == "" and not dialog.main.isEnabled()


def test_a_kind_is_ticked_with_all_that_is_of_it(dialog: ExportPackDialog, qtbot) -> None:
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert [thing.kind for thing in dialog.tree.chosen] == [OwnKind.SECTIONS]


def test_a_pack_without_a_name_is_not_written(dialog: ExportPackDialog, qtbot) -> None:
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    dialog.name.clear()
    assert not dialog.main.isEnabled()


def test_the_file_is_written_where_the_writer_says(
    dialog: ExportPackDialog, qtbot, choose_file, program: Program, tmp_path: Path
) -> None:
    choose_file(tmp_path / "给小王")
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.description, "v2")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.path == tmp_path / "给小王.zip"
    look = look_into(program, tmp_path / "给小王.zip")
    assert (look.name, look.description) == ("我的模板", "v2")
    assert {item.name for item in look.items} == {"支部开场", "支部"}


def test_leaving_the_file_dialog_writes_nothing(dialog: ExportPackDialog, qtbot, choose_file) -> None:
    choose_file(None)
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.path is None and dialog.isVisible()


def test_where_it_cannot_be_written_that_is_told(
    dialog: ExportPackDialog, qtbot, choose_file, press, tmp_path: Path
) -> None:
    choose_file(tmp_path / "没有" / "a.zip")
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    press("知道了")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert "不存在" in press.told[0]
    assert dialog.isVisible()


def test_somebody_who_made_nothing_is_told_where_to_begin(window: MainWindow, press) -> None:
    press("取消")
    window.commands["export_pack"].trigger()
    assert "还没有自己的模板" in press.told[0]


def test_from_the_menu_it_is_told_where_the_file_is(
    window: MainWindow, press, choose_file, program: Program, tmp_path: Path
) -> None:
    program.own.copy(program.library.sections["tj_kaichang_zongfen"].path, "我的开场")
    program.refresh_library()
    path = tmp_path / "a.zip"
    choose_file(path)
    press("导出…", "知道了")
    window.own.packs.export_pack([(OwnKind.SECTIONS, "wodekaichang")])
    assert str(path) in press.told[1]
    assert path.exists()
