"""The drafts opened last: where they are, when they were changed; what is gone can be taken off the list."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.ui.start.recent_pane import RecentPane
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from tests.ui.dialogs import Presser
from tests.ui.start.conftest import save

Make = Callable[[], RecentPane]


@pytest.fixture
def paths(tmp_path: Path, state: WindowState) -> list[Path]:
    """Three drafts, the second of them gone, in the order of the list."""
    found = [save(tmp_path / "文稿" / f"{name}.siceng") for name in "甲乙丙"]
    for path in reversed(found):
        state.add_recent(path)
    found[1].unlink()
    return found


@pytest.fixture
def make(qtbot, state: WindowState, tasks: Tasks, theme: Theme) -> Make:
    """Make the pane over what is remembered, shown, with all files looked at."""

    def made() -> RecentPane:
        pane = RecentPane(state, tasks, theme)
        qtbot.addWidget(pane)
        pane.resize(360, 500)
        pane.show()
        pane.activateWindow()
        qtbot.waitUntil(pane.isActiveWindow)
        pane.list.setFocus()
        pane.list.look()
        tasks.wait_for(lambda: None)
        return pane

    return made


@pytest.fixture
def pane(paths: list[Path], make: Make) -> RecentPane:
    return make()


def told(pane: RecentPane) -> list[str]:
    """What is read out of each row."""
    whole = QAccessible.queryAccessibleInterface(pane.list)
    return [whole.child(row).text(QAccessible.Text.Name) for row in range(pane.list.count())]


def click(qtbot, pane: RecentPane, row: int) -> None:
    place = pane.list.visualItemRect(pane.list.item(row)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def chosen(pane: RecentPane) -> list[Path]:
    found: list[Path] = []
    pane.chosen.connect(found.append)
    return found


def menu_at(pane: RecentPane, row: int, reason: QContextMenuEvent.Reason) -> QMenu:
    place = pane.list.visualItemRect(pane.list.item(row)).center()
    event = QContextMenuEvent(reason, place, pane.list.viewport().mapToGlobal(place))
    QApplication.sendEvent(pane.list.viewport(), event)
    return next(menu for menu in pane.list.findChildren(QMenu) if menu.isVisible())


def pick(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_before_the_disk_is_asked_names_and_folders_are_there(
    qtbot, paths: list[Path], state: WindowState, tasks: Tasks, theme: Theme
) -> None:
    pane = RecentPane(state, tasks, theme)
    qtbot.addWidget(pane)
    assert told(pane) == [f"{path.stem}，{path.parent}" for path in paths]


def test_each_says_when_it_was_changed_how_long_it_is_and_where(
    tmp_path: Path, state: WindowState, make: Make
) -> None:
    now = datetime.now().astimezone()
    path = save(tmp_path / "文稿" / "甲.siceng")
    yesterday = now - timedelta(days=1)
    os.utime(path, (yesterday.timestamp(), yesterday.timestamp()))
    state.add_recent(path)
    assert told(make()) == [f"甲，昨天，6 字，{path.parent}"]


def test_a_file_that_is_gone_says_so(pane: RecentPane, paths: list[Path]) -> None:
    assert told(pane)[1] == f"乙，文件不在了，{paths[1].parent}"
    assert "Delete" in pane.list.item(1).toolTip()


def test_a_click_or_return_opens_it(pane: RecentPane, paths: list[Path], qtbot) -> None:
    found = chosen(pane)
    click(qtbot, pane, 2)
    qtbot.keyClick(pane.list, Qt.Key.Key_Home)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert found == [paths[2], paths[0]]


def test_one_that_is_gone_is_taken_off_when_the_writer_says_so(
    pane: RecentPane, paths: list[Path], qtbot, press: Presser, state: WindowState
) -> None:
    found = chosen(pane)
    press("取消")
    click(qtbot, pane, 1)
    assert pane.list.paths() == tuple(paths)
    press("从列表里去掉")
    click(qtbot, pane, 1)
    assert "乙.siceng" in press.told[0]
    assert pane.list.paths() == state.remembered == (paths[0], paths[2])
    assert found == []


def test_one_that_is_there_again_is_opened(pane: RecentPane, paths: list[Path], qtbot) -> None:
    found = chosen(pane)
    save(paths[1])
    click(qtbot, pane, 1)
    assert found == [paths[1]]
    assert "文件不在了" not in told(pane)[1]


def test_one_that_went_after_it_was_looked_at_is_not_opened(
    pane: RecentPane, paths: list[Path], qtbot, press: Presser
) -> None:
    found = chosen(pane)
    paths[0].unlink()
    press("取消")
    click(qtbot, pane, 0)
    assert found == []
    assert "文件不在了" in told(pane)[0]


def test_delete_takes_off_the_current_one_and_leaves_the_file(
    pane: RecentPane, paths: list[Path], qtbot, state: WindowState
) -> None:
    qtbot.keyClick(pane.list, Qt.Key.Key_End)
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert pane.list.paths() == state.remembered == tuple(paths[:2])
    assert paths[2].exists()


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_of_a_row_takes_it_off(
    pane: RecentPane, paths: list[Path], reason: QContextMenuEvent.Reason
) -> None:
    pane.list.setCurrentRow(2)
    pick(menu_at(pane, 2, reason), "从列表里去掉")
    assert pane.list.paths() == tuple(paths[:2])


def test_the_menu_of_a_row_opens_it(pane: RecentPane, paths: list[Path]) -> None:
    found = chosen(pane)
    pick(menu_at(pane, 0, QContextMenuEvent.Reason.Mouse), "打开")
    assert found == [paths[0]]


def test_no_menu_where_no_row_is(pane: RecentPane) -> None:
    place = QPoint(20, 480)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, pane.list.viewport().mapToGlobal(place))
    QApplication.sendEvent(pane.list.viewport(), event)
    assert not [menu for menu in pane.list.findChildren(QMenu) if menu.isVisible()]


def test_all_are_taken_off_only_when_it_is_said_twice(
    pane: RecentPane, paths: list[Path], qtbot, press: Presser, state: WindowState
) -> None:
    press("取消")
    qtbot.mouseClick(pane.clear, Qt.MouseButton.LeftButton)
    assert pane.list.paths() == tuple(paths)
    press("清空")
    qtbot.mouseClick(pane.clear, Qt.MouseButton.LeftButton)
    assert pane.list.paths() == state.remembered == ()
    assert paths[0].exists()


def test_the_empty_list_says_what_belongs_there_and_offers_the_first_step(make: Make, qtbot) -> None:
    pane = make()
    wanted: list[bool] = []
    pane.open_wanted.connect(lambda: wanted.append(True))
    assert "会列在这里" in pane.told()
    assert pane.list.isHidden() and pane.clear.isHidden()
    qtbot.mouseClick(pane.open, Qt.MouseButton.LeftButton)
    assert wanted == [True]


def test_when_the_last_one_is_taken_off_the_keys_go_on_to_open(pane: RecentPane, qtbot) -> None:
    for _ in range(3):
        qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert "会列在这里" in pane.told()
    assert pane.open.hasFocus()


def test_every_control_has_a_name(pane: RecentPane) -> None:
    named = [pane.list.accessibleName(), pane.clear.accessibleName(), pane.open.text()]
    assert named == ["最近的稿子", "清空最近的稿子", "打开…"]
