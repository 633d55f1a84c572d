"""How the page is seen: 打字机滚动 and full screen; zoom is in test_zoom."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolBar

from app.core.markup import parse_markup
from app.jobs.opening import Opened
from app.settings.declared import REGISTRY
from app.settings.settings import Settings
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.frame import OUTLINE, PANEL
from app.ui.main_window import MainWindow
from app.ui.window_state import WindowState

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "@标题 讲话\n# 统一思想\n" + "正文一段。\n" * 60


@pytest.fixture
def written(window: MainWindow) -> MainWindow:
    window.files.take(Opened(parse_markup(TEXT), None))
    return window


@pytest.fixture
def reopened(tmp_path: Path) -> Callable[[], WindowState]:
    """What the next window remembers."""
    return lambda: WindowState(Settings(tmp_path / "config" / "settings.json", REGISTRY))


def editor(window: MainWindow) -> SpeechEditor:
    assert window.bench.page is not None
    return window.bench.page.editor


def height(window: MainWindow) -> float:
    """Where the line with the cursor is: 0 at the top of the page that is seen, 1 at its end."""
    return editor(window).cursorRect().center().y() / editor(window).viewport().height()


# 打字机滚动


def test_the_line_that_is_written_stays_at_mid_height_to_the_end_of_the_draft(
    written: MainWindow, qtbot
) -> None:
    qtbot.keyClick(editor(written), Qt.Key.Key_T, CONTROL | SHIFT)
    qtbot.keyClick(editor(written), Qt.Key.Key_End, CONTROL)
    assert height(written) == pytest.approx(0.5, abs=0.02)
    for _ in range(5):
        qtbot.keyClick(editor(written), Qt.Key.Key_Return)
        qtbot.keyClicks(editor(written), "abc")
        QApplication.processEvents()
        assert height(written) == pytest.approx(0.5, abs=0.02)


def test_a_click_leaves_the_page_where_it_is(written: MainWindow, qtbot) -> None:
    qtbot.keyClick(editor(written), Qt.Key.Key_T, CONTROL | SHIFT)
    qtbot.keyClick(editor(written), Qt.Key.Key_End, CONTROL)
    bar, viewport = editor(written).verticalScrollBar(), editor(written).viewport()
    before = bar.value()
    spot = viewport.rect().center()
    spot.setY(viewport.height() // 5)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    assert bar.value() == before and height(written) < 0.3


def test_without_it_the_page_ends_with_the_text(written: MainWindow, qtbot) -> None:
    bar = editor(written).verticalScrollBar()
    before = bar.maximum()
    qtbot.keyClick(editor(written), Qt.Key.Key_T, CONTROL | SHIFT)
    assert bar.maximum() > before
    qtbot.keyClick(editor(written), Qt.Key.Key_T, CONTROL | SHIFT)
    assert bar.maximum() == before
    qtbot.keyClick(editor(written), Qt.Key.Key_End, CONTROL)
    assert height(written) > 0.8


def test_it_holds_for_the_next_draft_and_the_next_day(
    written: MainWindow, qtbot, reopened: Callable[[], WindowState]
) -> None:
    qtbot.keyClick(editor(written), Qt.Key.Key_T, CONTROL | SHIFT)
    assert written.bench.document is not None and not written.bench.document.isModified()
    written.files.take(Opened(parse_markup(TEXT), None))
    qtbot.keyClick(editor(written), Qt.Key.Key_End, CONTROL)
    assert height(written) == pytest.approx(0.5, abs=0.02)
    written.close()
    assert reopened().typewriter


@pytest.mark.parametrize("deed", ["zoom_in", "zoom_out", "full_screen", "outline"])
def test_the_line_stays_in_the_middle_when_the_page_is_shown_otherwise(
    written: MainWindow, qtbot, deed: str
) -> None:
    written.commands["typewriter"].trigger()
    for _ in range(40):
        qtbot.keyClick(editor(written), Qt.Key.Key_Down)
    for _ in range(4):
        written.commands[deed].trigger()
        QApplication.processEvents()
        line, page = editor(written).cursorRect(), editor(written).viewport()
        assert line.center().y() == page.height() // 2


# Full screen


def around(window: MainWindow) -> list[bool]:
    return [each.isVisible() for each in (window.menuBar(), window.findChild(QToolBar), window.statusBar())]


def sides(window: MainWindow) -> list[bool]:
    return [window.bench.parts.is_seen(name) for name in (OUTLINE, PANEL)]


@pytest.mark.parametrize("back", [Qt.Key.Key_F11, Qt.Key.Key_Escape])
def test_full_screen_shows_the_page_alone_and_gives_all_back(
    written: MainWindow, qtbot, back: Qt.Key, reopened: Callable[[], WindowState]
) -> None:
    qtbot.keyClick(editor(written), Qt.Key.Key_F11)
    assert written.isFullScreen()
    assert around(written) == [False] * 3 and sides(written) == [False] * 2
    qtbot.keyClicks(editor(written), "abc")
    assert written.bench.document is not None and written.bench.document.draft().blocks[0].text == "abc讲话"
    qtbot.keyClick(editor(written), back)
    assert not written.isFullScreen()
    assert around(written) == [True] * 3
    qtbot.waitUntil(lambda: sides(written) == [True] * 2)
    written.bench.document.setModified(False)
    written.close()
    assert reopened().folded == frozenset()


def test_a_side_that_was_folded_stays_folded(written: MainWindow, qtbot) -> None:
    written.bench.toggle(PANEL)
    qtbot.keyClick(editor(written), Qt.Key.Key_F11)
    qtbot.keyClick(editor(written), Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: sides(written) == [True, False])


def test_escape_closes_the_search_before_it_ends_full_screen(written: MainWindow, qtbot) -> None:
    qtbot.keyClick(editor(written), Qt.Key.Key_F11)
    qtbot.keyClick(editor(written), Qt.Key.Key_F, CONTROL)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert written.isFullScreen()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not written.isFullScreen()


def test_a_side_that_is_asked_for_comes_beside_the_page(written: MainWindow, qtbot) -> None:
    qtbot.keyClick(editor(written), Qt.Key.Key_F11)
    qtbot.keyClick(editor(written), Qt.Key.Key_F7, CONTROL)
    qtbot.waitUntil(lambda: written.bench.parts.is_seen(OUTLINE))
    qtbot.keyClick(editor(written), Qt.Key.Key_F11)
    assert around(written) == [True] * 3


def test_closing_the_draft_ends_full_screen(written: MainWindow, qtbot) -> None:
    qtbot.keyClick(editor(written), Qt.Key.Key_F11)
    qtbot.keyClick(editor(written), Qt.Key.Key_W, CONTROL)
    assert not written.isFullScreen() and around(written) == [True] * 3


def test_the_window_that_is_closed_in_full_screen_comes_back_as_a_window(
    written: MainWindow, qtbot, program, theme, tasks, reopened: Callable[[], WindowState]
) -> None:
    qtbot.keyClick(editor(written), Qt.Key.Key_F11)
    written.close()
    tomorrow = MainWindow(program, theme, tasks, reopened())
    qtbot.addWidget(tomorrow)
    assert not tomorrow.isFullScreen()
