"""Larger and smaller by key, wheel and the status line; remembered, and never by Ctrl+0."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.jobs.opening import Opened
from app.settings.declared import REGISTRY
from app.settings.settings import Settings
from app.ui.editor.scaled_layout import ScaledLayout
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.main_window import MainWindow
from app.ui.window_state import WindowState
from app.ui.zooming import LEAST_ZOOM, MOST_ZOOM, larger, smaller, within

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TEXT = "@标题 讲话\n# 统一思想\n正文一段。\n"


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


def width(window: MainWindow) -> int:
    return editor(window).page_pixels


def press(window: MainWindow, qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    qtbot.keyClick(editor(window), key, modifier)
    QApplication.processEvents()


def turn(window: MainWindow, up: bool, modifier: Qt.KeyboardModifier, by: int = 120) -> None:
    viewport = editor(window).viewport()
    at = QPointF(viewport.rect().center())
    event = QWheelEvent(
        *(at, viewport.mapToGlobal(at), QPoint(), QPoint(0, by if up else -by)),
        *(Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(viewport, event)
    QApplication.processEvents()


def test_keys_make_the_page_larger_smaller_and_as_on_paper(written: MainWindow, qtbot) -> None:
    on_paper = width(written)
    press(written, qtbot, Qt.Key.Key_Equal)
    assert written.status.zoom.text() == "110%" and written.status.zoom.isVisible()
    assert width(written) > on_paper
    press(written, qtbot, Qt.Key.Key_Minus)
    press(written, qtbot, Qt.Key.Key_Minus)
    assert written.status.zoom.text() == "90%" and width(written) < on_paper
    press(written, qtbot, Qt.Key.Key_0, CONTROL | ALT)
    assert width(written) == on_paper and not written.status.zoom.isVisible()


def test_ctrl_0_makes_body_text_and_leaves_the_zoom(written: MainWindow, qtbot) -> None:
    press(written, qtbot, Qt.Key.Key_Equal)
    wide = width(written)
    written.text.go_to_block(1)
    press(written, qtbot, Qt.Key.Key_0)
    assert written.bench.document is not None
    assert written.bench.document.draft().blocks[1].kind is Kind.BODY
    assert width(written) == wide


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(written: MainWindow) -> None:
    on_paper = width(written)
    turn(written, True, CONTROL)
    assert width(written) > on_paper
    turn(written, False, CONTROL)
    turn(written, False, CONTROL)
    assert width(written) < on_paper
    small = width(written)
    turn(written, False, Qt.KeyboardModifier.NoModifier)
    assert width(written) == small


def test_a_touchpad_zooms_by_whole_steps_of_a_wheel(written: MainWindow) -> None:
    shown = []
    for _ in range(8):
        turn(written, True, CONTROL, 30)
        shown.append(written.bench.situation().zoom)
    assert shown == [100] * 3 + [larger(100)] * 4 + [larger(larger(100))]
    turn(written, False, CONTROL, 240)
    assert written.bench.situation().zoom == 100


def test_what_is_less_than_a_step_is_forgotten_when_the_turn_is_over(written: MainWindow, qtbot) -> None:
    turn(written, True, CONTROL, 90)
    turn(written, False, CONTROL, 90)
    turn(written, True, CONTROL, 30)
    assert written.bench.situation().zoom == 100
    turn(written, True, CONTROL, 60)
    qtbot.keyRelease(editor(written), Qt.Key.Key_Control)
    turn(written, True, CONTROL, 60)
    assert written.bench.situation().zoom == 100
    turn(written, True, Qt.KeyboardModifier.NoModifier)
    turn(written, True, CONTROL, 60)
    assert written.bench.situation().zoom == 100
    turn(written, True, CONTROL, 60)
    assert written.bench.situation().zoom == 110


def test_the_status_line_gives_the_way_back(written: MainWindow, qtbot) -> None:
    on_paper = width(written)
    press(written, qtbot, Qt.Key.Key_Minus)
    qtbot.mouseClick(written.status.zoom, Qt.MouseButton.LeftButton)
    assert width(written) == on_paper


def looks(window: MainWindow) -> list[list[tuple[int, int, float, str]]]:
    """How the letters of each line are drawn: where, how large, and on which ground."""
    block, found = editor(window).document().firstBlock(), []
    while block.isValid():
        found.append(
            [
                (
                    each.start,
                    each.length,
                    each.format.fontPointSize(),
                    each.format.background().color().name(),
                )  # type: ignore[attr-defined]
                for each in block.layout().formats()
            ]
        )
        block = block.next()
    return found


def test_the_letters_look_as_before_on_a_page_of_any_size(window: MainWindow, qtbot) -> None:
    window.files.take(
        Opened(
            parse_markup("@标题 讲话\n# 统一思想\n正文【待填：甲】一段**要紧**。\n- 抓落实。后文。\n"), None
        )
    )
    on_paper = looks(window)
    assert sum(map(bool, on_paper)) == 4
    press(window, qtbot, Qt.Key.Key_Equal)
    assert width(window) > 0 and looks(window) == on_paper
    press(window, qtbot, Qt.Key.Key_Minus)
    press(window, qtbot, Qt.Key.Key_Minus)
    assert looks(window) == on_paper
    press(window, qtbot, Qt.Key.Key_0, CONTROL | ALT)
    assert looks(window) == on_paper


def test_a_draft_that_is_opened_larger_looks_as_on_paper(window: MainWindow, qtbot) -> None:
    opened = Opened(parse_markup("@标题 讲话\n# 统一思想\n正文【待填：甲】一段。\n"), None)
    window.files.take(opened)
    on_paper = looks(window)
    press(window, qtbot, Qt.Key.Key_Equal)
    window.files.take(opened)
    assert looks(window) == on_paper


def test_zoom_is_no_change_of_the_draft(written: MainWindow, qtbot) -> None:
    draft = written.bench.document.draft() if written.bench.document else None
    for key in (Qt.Key.Key_Equal, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
        press(written, qtbot, key)
    assert written.bench.document is not None
    assert written.bench.document.draft() == draft
    assert not written.isWindowModified() and not written.commands["undo"].isEnabled()


def test_it_holds_for_the_next_draft_and_the_next_day(
    written: MainWindow, qtbot, reopened: Callable[[], WindowState]
) -> None:
    press(written, qtbot, Qt.Key.Key_Equal)
    wide = width(written)
    written.files.take(Opened(parse_markup(TEXT), None))
    assert width(written) == wide and written.status.zoom.text() == "110%"
    written.bench.layout.change("guanli")
    assert width(written) == wide
    assert written.bench.document is not None
    written.bench.document.setModified(False)
    written.close()
    assert reopened().zoom == 110


def test_it_goes_no_further_than_its_ends(written: MainWindow, qtbot) -> None:
    for _ in range(15):
        press(written, qtbot, Qt.Key.Key_Minus)
    assert written.status.zoom.text() == "50%"
    qtbot.waitUntil(lambda: not written.commands["zoom_out"].isEnabled())
    for _ in range(15):
        press(written, qtbot, Qt.Key.Key_Equal)
    assert written.status.zoom.text() == "300%"


def test_a_page_wider_than_the_window_shows_the_beginning_of_its_lines(written: MainWindow, qtbot) -> None:
    for _ in range(15):
        press(written, qtbot, Qt.Key.Key_Equal)
    written.text.go_to_block(2)
    assert editor(written).horizontalScrollBar().maximum() > 0
    assert editor(written).viewport().rect().contains(editor(written).cursorRect().center())


@pytest.mark.parametrize(
    ("zoom", "up", "down"), [(100, 110, 90), (104, 110, 100), (300, 300, 250), (50, 60, 50)]
)
def test_steps_go_up_and_down_within_the_limits(zoom: int, up: int, down: int) -> None:
    assert (larger(zoom), smaller(zoom)) == (up, down)


def test_what_is_beyond_the_limits_is_brought_within() -> None:
    assert [within(each) for each in (1, 120, 999)] == [LEAST_ZOOM, 120, MOST_ZOOM]


def test_where_the_layout_fails_the_page_is_as_on_paper_for_all(
    written: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    press(written, qtbot, Qt.Key.Key_Equal)
    qtbot.waitUntil(written.status.zoom.isVisible)
    before = width(written)
    with qtbot.captureExceptions() as told:
        monkeypatch.setattr(ScaledLayout, "_draw_block", fail)
        editor(written).viewport().repaint()
        qtbot.waitUntil(lambda: not written.status.zoom.isVisible())
    assert len(told) == 1
    assert written.bench.situation().zoom == 100 and width(written) < before
