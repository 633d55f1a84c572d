"""四层 at the right: headings, shares beside the usual, what is missing, and a click that goes there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core import structure
from app.core.draft import Draft
from app.core.kinds import Layer
from app.core.markup import parse_markup
from app.core.sections import set_layer
from app.ui.main_window import MainWindow
from app.ui.sections.insert_dialog import InsertDialog
from app.ui.sections.layers_panel import LayersPanel
from tests.ui.sections.conftest import stretch_of


def shown(window: MainWindow) -> LayersPanel:
    window.show_layers()
    return window.bench.layers


def test_each_layer_shows_its_heading_and_the_usual_share(open_window: MainWindow) -> None:
    told = shown(open_window).groups[Layer.UNDERSTANDING].told()
    assert "一、提高政治站位" in told and "平时 17%" in told


def test_opening_and_end_stand_apart_as_belonging_to_none(open_window: MainWindow) -> None:
    told = shown(open_window).groups[None].told()
    assert told.startswith("不属于四层") and "开场，" in told and "收尾，" in told


def test_the_tab_is_turned_by_the_mouse(open_window: MainWindow, qtbot) -> None:
    tabs = open_window.bench.sides.panel.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert open_window.bench.layers.isVisible() and not open_window.bench.facts.isVisible()
    assert "一、" in open_window.bench.layers.told()


def test_a_press_on_a_heading_goes_there(open_window: MainWindow, draft: Callable[[], Draft], qtbot) -> None:
    row = shown(open_window).groups[Layer.TASKS].rows[0]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert open_window.bench.page is not None
    assert open_window.bench.page.editor.current_block_index() == stretch_of(draft(), Layer.TASKS).start


def test_a_layer_that_was_deleted_is_missing_and_undo_brings_it_back(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot
) -> None:
    group = shown(open_window).groups[Layer.SAFEGUARDS]
    assert "还没有写" not in group.told()
    stretch = stretch_of(draft(), Layer.SAFEGUARDS)
    open_window.text.change(lambda draft: structure.delete(draft, stretch.start, stretch.stop))
    qtbot.waitUntil(lambda: "还没有写" in group.told())
    assert group.insert.isVisible() and not group.rows
    open_window.text.undo()
    qtbot.waitUntil(lambda: "还没有写" not in group.told())


def test_a_layer_behind_a_later_one_is_told(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot
) -> None:
    group = shown(open_window).groups[Layer.SITUATION]
    at = stretch_of(draft(), Layer.UNDERSTANDING).start
    open_window.text.change(lambda draft: set_layer(draft, at, Layer.SAFEGUARDS))
    qtbot.waitUntil(lambda: "请看看顺序" in group.told())


def test_insert_beside_a_missing_layer_offers_the_templates_of_that_layer(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    group = shown(open_window).groups[Layer.SAFEGUARDS]
    stretch = stretch_of(draft(), Layer.SAFEGUARDS)
    open_window.text.change(lambda draft: structure.delete(draft, stretch.start, stretch.stop))
    qtbot.waitUntil(lambda: group.insert.isVisible())
    seen: list[tuple[str, str]] = []

    def look(dialog: InsertDialog) -> None:
        assert dialog.templates.template is not None
        seen.append((dialog.templates.layers.currentText(), dialog.places.currentText()))
        qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    press.when(InsertDialog, look)
    qtbot.mouseClick(group.insert, Qt.MouseButton.LeftButton)
    assert seen == [("保障", "保障层的末尾")]
    assert stretch_of(draft(), Layer.SAFEGUARDS).start == stretch.start
    assert open_window.bench.page is not None
    assert open_window.focusWidget() is open_window.bench.page.editor
    assert open_window.bench.page.editor.current_block_index() == stretch.start


def test_a_speech_without_layers_shows_its_sections_and_misses_nothing(window: MainWindow, qtbot) -> None:
    window.bench.show_draft(
        parse_markup('+++\n场合 = "huanyingci"\n+++\n欢迎大家。 {节=致意}\n祝顺利！ {节=祝愿}\n')
    )
    panel = shown(window)
    qtbot.waitUntil(lambda: "这类讲话不分四层" in panel.told())
    assert [row.accessibleName() for row in panel.groups[None].rows] == ["致意，5 字", "祝愿，4 字"]
    assert all(panel.groups[layer].isHidden() for layer in Layer)


def test_a_draft_that_may_only_be_read_offers_nothing_to_put_in(open_window: MainWindow) -> None:
    panel = shown(open_window)
    panel.set_read_only(True)
    assert not panel.insert.isEnabled()


def test_every_row_can_be_reached_and_pressed_by_key(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot
) -> None:
    row = shown(open_window).groups[Layer.SITUATION].rows[0]
    row.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert open_window.bench.page is not None
    assert open_window.bench.page.editor.current_block_index() == stretch_of(draft(), Layer.SITUATION).start
