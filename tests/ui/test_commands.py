"""The one table of commands, and what is made from it."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QToolBar, QToolButton

from app.core.kinds import Kind
from app.core.markup import parse_markup, print_block
from app.jobs.saving import save_draft
from app.ui.commands import COMMANDS
from app.ui.main_window import MainWindow
from app.ui.menus import MAIN_BUTTON, MENUS, TOOLBAR, TOOLBAR_RIGHT, with_submenus
from app.ui.situation import Situation
from app.ui.window_state import WindowState
from tests.ui.hands import type_chinese

IDS = [command.id for command in COMMANDS]


def test_every_command_stands_in_the_table_once() -> None:
    assert len(IDS) == len(set(IDS))
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


def test_no_two_commands_have_one_shortcut(qapp) -> None:
    keys = [QKeySequence(keys).toString() for command in COMMANDS for keys in command.shortcuts]
    assert "" not in keys
    assert len(keys) == len(set(keys))


def test_every_command_says_what_it_does() -> None:
    assert [command.id for command in COMMANDS if not command.hint or command.hint == command.name] == []


def test_ctrl_0_is_body_text_and_never_zoom() -> None:
    assert [command.id for command in COMMANDS if "Ctrl+0" in command.shortcuts] == ["kind_body"]


def test_every_command_can_be_reached_by_a_menu() -> None:
    in_menus = [each for _, ids in MENUS for each in with_submenus(ids) if each]
    assert sorted(in_menus) == sorted(IDS)


def test_every_kind_can_be_given_by_a_menu() -> None:
    assert {f"kind_{kind}" for kind in Kind} <= set(IDS)


def test_the_toolbar_has_commands_of_the_table() -> None:
    assert {each for each in chain(TOOLBAR, TOOLBAR_RIGHT, (MAIN_BUTTON,)) if each} <= set(IDS)


def test_the_icons_are_those_of_the_table(program) -> None:
    drawn = {path.stem for path in (program.places.resources / "icons").glob("*.svg")}
    assert drawn == {command.icon for command in COMMANDS if command.icon}


def enabled(now: Situation) -> set[str]:
    return {command.id for command in COMMANDS if command.enabled(now)}


def test_without_a_draft_only_what_needs_none_can_be_done() -> None:
    assert enabled(Situation()) == {
        "new",
        "from_table",
        "open",
        "import",
        "recovered",
        "quit",
        "layouts",
        "templates",
        "learn_layout",
        "template_from_file",
        "import_pack",
        "export_pack",
        "occasions",
        "unit_file",
        "palette",
        "shortcuts",
        "about",
    }


def test_a_draft_that_may_only_be_read_is_not_changed() -> None:
    now = Situation(
        has_draft=True, read_only=True, joinable=True, in_heading=True, may_rise=True, may_go_up=True
    )
    assert enabled(now) == {
        "new",
        "from_table",
        "open",
        "import",
        "recovered",
        "save_as",
        "export",
        "close",
        "quit",
        "select_all",
        "find",
        "find_next",
        "find_previous",
        "overview",
        "show_branch",
        "outline",
        "panel",
        "layers",
        "layouts",
        "templates",
        "learn_layout",
        "make_template",
        "template_from_file",
        "import_pack",
        "export_pack",
        "occasions",
        "unit_file",
        "zoom_in",
        "zoom_back",
        "zoom_out",
        "typewriter",
        "full_screen",
        "next_part",
        "previous_part",
        "palette",
        "shortcuts",
        "about",
    }


@pytest.mark.parametrize("kind", Kind)
def test_the_kind_at_the_cursor_is_checked(kind: Kind) -> None:
    now = Situation(has_draft=True, kind=kind)
    checked = [
        each.id for each in COMMANDS if each.id.startswith("kind_") and each.checked and each.checked(now)
    ]
    assert checked == [f"kind_{kind.value}"]


def test_the_first_paragraph_has_none_before_it_to_run_on_in(window: MainWindow, qtbot) -> None:
    window.bench.show_draft(parse_markup("@标题 讲话\n甲。\n乙。\n@篇题 上\n丙。\n"))
    joins = window.commands["joined"].isEnabled
    for block, expected in ((2, True), (1, False), (2, True), (4, False)):
        window.text.go_to_block(block)
        qtbot.waitUntil(lambda expected=expected: joins() is expected)


def test_menus_and_toolbar_of_the_window_come_from_the_table(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == [title for title, _ in MENUS]
    assert [each.text() for each in window.findChildren(QPushButton, "main")].count("导出 Word") == 1


def test_buttons_with_an_icon_alone_have_a_name_to_be_read_out(window: MainWindow) -> None:
    bar = window.findChild(QToolBar)
    names = [button.accessibleName() for button in bar.findChildren(QToolButton) if button.isVisible()]
    assert names and all(names)


@pytest.fixture
def recent(window: MainWindow) -> Callable[[], list[QAction]]:
    """What the menu of recent files offers."""

    def offered() -> list[QAction]:
        menu = next(each for each in window.menuBar().findChildren(QMenu) if each.title() == "最近")
        menu.aboutToShow.emit()
        return menu.actions()

    return offered


def test_recent_files_say_when_there_are_none(recent: Callable[[], list[QAction]]) -> None:
    assert [action.text() for action in recent()] == ["还没有打开过稿子"]


def test_recent_files_of_one_name_are_told_from_each_other_by_their_folders(
    window: MainWindow, state: WindowState, tmp_path: Path, recent: Callable[[], list[QAction]]
) -> None:
    for folder in ("甲县", "乙&丙"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "讲话&稿.siceng"
        save_draft(path, parse_markup(f"{folder}的稿子\n"), overwrite=False)
        state.add_recent(path)
    offered = recent()
    assert [action.text().split("\t")[0] for action in offered] == ["讲话&&稿.siceng"] * 2
    assert [action.text()[-3:] for action in offered] == ["&&丙", "/甲县"]
    offered[1].trigger()
    assert window.files.path == tmp_path / "甲县" / "讲话&稿.siceng"


def test_a_name_in_quotes_is_in_single_ones_within_the_name_of_a_step(window: MainWindow, qtbot) -> None:
    window.bench.show_draft(parse_markup("\n"))
    page = window.bench.page
    assert page is not None
    type_chinese(page.editor, "一、")
    menu = next(each for each in window.menuBar().findChildren(QMenu) if each.title() == "编辑(&E)")
    undo, redo = menu.actions()[:2]
    qtbot.waitUntil(lambda: undo.text() == "撤销“输入‘一、’”")
    window.text.undo()
    qtbot.waitUntil(lambda: redo.text() == "重做“输入‘一、’”")


def test_bold_is_checked_where_what_is_selected_or_typed_next_is_bold(window: MainWindow, qtbot) -> None:
    window.bench.show_draft(parse_markup("增速**较快**。\n"))
    page, action = window.bench.page, window.commands["bold"]
    assert page is not None
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.waitUntil(action.isEnabled)
    assert not action.isChecked()

    none, keys = Qt.KeyboardModifier.NoModifier, Qt.Key
    for key, modifier, bold in (
        (keys.Key_B, control, True),
        (keys.Key_B, control, False),
        (keys.Key_B, control, True),
        (keys.Key_Right, none, False),
        (keys.Key_B, control, True),
        (keys.Key_X, none, True),
        (keys.Key_Right, none, False),
        (keys.Key_Right, shift, True),
        (keys.Key_Right, shift, True),
        (keys.Key_Right, shift, False),
        (keys.Key_B, control, True),
        (keys.Key_B, control, False),
    ):
        qtbot.keyClick(page.editor, key, modifier)
        qtbot.waitUntil(lambda: not page.document.is_settling)  # what is shown of it waits for the keys
        qtbot.wait(10)
        assert action.isChecked() is bold
    assert print_block(page.document.draft().blocks[0]) == "增**x**速较快。"


def test_a_line_of_the_head_is_put_in_by_the_menu_and_written_at_once(window: MainWindow, qtbot) -> None:
    window.bench.show_draft(parse_markup("@标题 讲话\n@称谓 同志们：\n正文。"))
    page = window.bench.page
    assert page is not None
    window.text.go_to_block(2)
    menu = next(each for each in window.menuBar().findChildren(QMenu) if each.title() == "开头和结尾")
    action = next(each for each in menu.actions() if each.text() == "副题")
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    type_chinese(page.editor, "——在全市大会上")
    lines = [print_block(block) for block in page.document.draft().blocks]
    assert lines == ["@标题 讲话", "@副题 ——在全市大会上", "@称谓 同志们：", "正文。"]
    window.text.undo()
    window.text.undo()
    assert page.document.draft().blocks[1].kind is Kind.SALUTATION


def test_a_heading_that_begins_its_numbers_anew_is_checked_and_can_be_told_to_go_on(
    window: MainWindow, qtbot
) -> None:
    window.bench.show_draft(parse_markup("## 甲\n## 乙 {重起}\n正文\n"))
    page, action = window.bench.page, window.commands["restart"]
    assert page is not None
    page.editor.go_to_block(2)
    qtbot.waitUntil(lambda: not action.isEnabled())
    page.editor.go_to_block(1)
    qtbot.waitUntil(lambda: action.isEnabled() and action.isChecked())
    action.trigger()
    qtbot.waitUntil(lambda: not action.isChecked())
    assert page.document.number(1) == "（二）"
