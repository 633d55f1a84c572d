"""All keys on one page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from app.ui.commands import COMMANDS
from app.ui.key_names import key_name
from app.ui.main_window import MainWindow
from app.ui.shortcuts_page import ShortcutsPage, groups, matching
from app.ui.theme import Theme
from tests.ui.dialogs import Presser


def test_every_shortcut_of_a_command_is_on_it(qapp) -> None:
    shown = "、".join(keys for group in groups() for _, keys in group.keys).split("、")
    assert {key_name(keys) for command in COMMANDS for keys in command.shortcuts} <= set(shown)


def test_groups_stand_as_the_menus_do_and_those_of_the_text_last(qapp) -> None:
    names = [group.name for group in groups()]
    assert names[:3] == ["文件", "编辑", "段落"] and names[-3:] == ["在正文里", "在提纲里", "在事实栏里"]


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("Ctrl+S", "Ctrl+S"),
        ("Alt+Shift+Left", "Alt+Shift+←"),
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        ("Ctrl++", "Ctrl++"),
        ("F1", "F1"),
    ],
)
def test_keys_are_told_as_they_stand_on_the_keyboard(qapp, keys: str, name: str) -> None:
    assert key_name(keys) == name


def test_what_is_typed_leaves_the_keys_that_fit(qapp) -> None:
    assert [(group.name, group.keys) for group in matching("另存")] == [
        ("文件", (("另存为", "Ctrl+Shift+S"),))
    ]
    assert [keys for group in matching("f11") for _, keys in group.keys] == ["F11"]
    assert not list(matching("没有这个"))


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Slash])
def test_it_opens_by_key_and_is_searched(window: MainWindow, qtbot, press: Presser, key: Qt.Key) -> None:
    seen: list[str] = []

    def look(page: ShortcutsPage) -> None:
        qtbot.keyClicks(page.sought, "f11")
        qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(QLabel)))
        seen.extend(each.text() for each in page.findChildren(QLabel) if each.isVisible())
        qtbot.keyClick(page, Qt.Key.Key_Escape)

    press.when(ShortcutsPage, look)
    modifier = (
        Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_Slash else Qt.KeyboardModifier.NoModifier
    )
    qtbot.keyClick(window, key, modifier)
    assert seen == ["查看", "全屏写作", "F11"]


def test_all_keys_are_seen_at_once_on_a_small_screen(qtbot, theme: Theme) -> None:
    page = ShortcutsPage()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.area.widget().height() > 300)
    assert page.width() <= 1280 and page.height() <= 720, (
        "less than 1280 × 800, for the frame and the task bar"
    )
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() == 0)  # long names take their lines last


@pytest.mark.parametrize(("width", "columns"), [(1200, 4), (930, 3), (640, 2)])
def test_there_are_as_many_columns_as_can_be_read(qtbot, theme: Theme, width: int, columns: int) -> None:
    """930 are there on a screen of 1920 × 1080 pixels shown at 200 %."""
    page = ShortcutsPage()
    qtbot.addWidget(page)
    page.resize(width, 500)
    page.show()
    names = {group.name for group in groups()}

    def places() -> set[int]:
        heads = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text() in names]
        return {each.mapTo(page, QPoint()).x() for each in heads}

    qtbot.waitUntil(lambda: len(places()) == columns)
    assert page.area.horizontalScrollBar().maximum() == 0
