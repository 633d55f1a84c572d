"""重做本节, 换一种写法: what becomes of each paragraph is seen and switched before it is done."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTextBrowser

from app.core.draft import Draft
from app.core.kinds import Layer
from app.templating.binding import field_changed
from app.ui.main_window import MainWindow
from app.ui.sections.differing import marked
from app.ui.sections.remake_dialog import RemakeDialog
from tests.ui.hands import type_chinese
from tests.ui.sections.conftest import do, stretch_of, texts

MINE = "我自己写的一句话。"


def write(window: MainWindow, at: int) -> None:
    """Type at the start of a block."""
    window.text.go_to_block(at)
    assert window.bench.page is not None
    type_chinese(window.bench.page.editor, MINE)


def rows(dialog: RemakeDialog) -> list[str]:
    return [dialog.list.item(at).text().split("\n")[0] for at in range(dialog.list.count())]


def press_check(dialog: RemakeDialog, at: int, qtbot) -> None:
    """Press the box of a row with the mouse."""
    place = dialog.list.visualItemRect(dialog.list.item(at))
    spot = QPoint(place.left() + 20, place.center().y())
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_with_nothing_changed_there_is_nothing_to_make_anew(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    before = draft()
    open_window.text.go_to_block(stretch_of(before, Layer.UNDERSTANDING).start)
    seen: list[tuple[bool, str]] = []

    def look(dialog: RemakeDialog) -> None:
        seen.append((dialog.main.isEnabled(), dialog.told()))
        assert all(pane.placeholderText() for pane in dialog.findChildren(QTextBrowser))
        dialog.reject()

    press.when(RemakeDialog, look)
    do(open_window, "remake", qtbot)
    assert seen == [(False, "照现在的事实重做，没有要改的。")]
    assert draft() == before


def test_an_edited_paragraph_stays_until_its_box_is_pressed(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    before = draft()
    at = stretch_of(before, Layer.UNDERSTANDING).start + 2
    write(open_window, at)
    seen: list[list[str]] = []

    def switch(dialog: RemakeDialog) -> None:
        seen.append(rows(dialog))
        press_check(dialog, 0, qtbot)
        seen.append(rows(dialog))
        qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    press.when(RemakeDialog, switch)
    do(open_window, "remake", qtbot)
    assert seen == [["保留你改过的"], ["换成模板的"]]
    assert texts(draft()) == texts(before)
    open_window.text.undo()
    assert texts(draft())[at].startswith(MINE)


def test_another_way_keeps_what_was_edited_and_is_one_step(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    stretch = stretch_of(draft(), Layer.UNDERSTANDING)
    write(open_window, stretch.start + 2)
    before = draft()
    seen: list[str] = []

    def take(dialog: RemakeDialog) -> None:
        seen.extend(rows(dialog))
        qtbot.keyClick(dialog.choice, Qt.Key.Key_Down)
        seen.append(dialog.template)
        qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    press.when(RemakeDialog, take)
    do(open_window, "another", qtbot)
    section = stretch_of(draft(), Layer.UNDERSTANDING).section
    assert section.template == seen[-1] != stretch.section.template
    assert "保留你改过的（模板也变了）" in seen
    assert any(text.startswith(MINE) for text in texts(draft()))
    assert texts(draft())[stretch.start] != texts(before)[stretch.start]
    open_window.text.undo()
    assert draft() == before


def test_a_field_changed_in_the_panel_is_followed_without_a_paragraph_touched(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    stretch = stretch_of(draft(), Layer.UNDERSTANDING)
    open_window.text.go_to_block(stretch.start)
    open_window.text.change(lambda draft: field_changed(draft, stretch.section.id, "目标年份", "20××年"))
    seen: list[list[str]] = []

    def look(dialog: RemakeDialog) -> None:
        seen.append(rows(dialog))
        dialog.reject()

    press.when(RemakeDialog, look)
    do(open_window, "remake", qtbot)
    assert seen == [[]]


def test_the_texts_of_a_change_stand_side_by_side(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    write(open_window, stretch_of(draft(), Layer.UNDERSTANDING).start + 2)
    seen: list[str] = []

    def look(dialog: RemakeDialog) -> None:
        seen.append(dialog.list.item(0).text().split("\n")[1])
        seen.extend(dialog.texts())
        dialog.reject()

    press.when(RemakeDialog, look)
    do(open_window, "remake", qtbot)
    assert seen[0].startswith(MINE) and seen[1].startswith(MINE)
    assert seen[1].removeprefix(MINE) == seen[2]


def test_a_section_that_no_template_gave_cannot_be_made_anew(
    open_window: MainWindow, draft: Callable[[], Draft]
) -> None:
    open_window.text.go_to_block(0)
    now = open_window.bench.situation()
    assert not now.in_section and not now.from_template


def test_only_what_differs_is_marked() -> None:
    assert marked("抓好落实", "抓紧落实", "#fff") == '抓<span style="background:#fff">好</span>落实'
    assert marked("<甲>", "<甲>", "#fff") == "&lt;甲&gt;"


def test_texts_with_nothing_in_common_are_not_marked() -> None:
    assert marked("甲乙丙丁", "戊己庚辛", "#fff") == "甲乙丙丁"
    assert marked("甲", "", "#fff") == "甲"
