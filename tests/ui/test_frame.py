"""Outline, page and panel share the window; the page is never cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from app.ui.frame import OUTLINE, PANEL, ThreeParts
from app.ui.window_state import WindowState

PAGE = 700
Make = Callable[[int], ThreeParts]


@pytest.fixture
def parts(qtbot, state: WindowState) -> Make:
    def make(width: int) -> ThreeParts:
        found = ThreeParts(state)
        qtbot.addWidget(found)
        found.set_sides(QTextEdit(), QWidget())
        found.set_page(QWidget(), PAGE)
        found.resize(width, 600)
        found.show()
        return found

    return make


def test_where_there_is_little_room_the_sides_give_way_to_the_page(parts: Make) -> None:
    narrow = parts(1220)
    outline, page, panel = narrow.sizes()
    assert page >= PAGE and 0 < outline < 300 and 0 < panel < 320
    alone = parts(900)
    assert not alone.is_seen(PANEL) and alone.sizes()[1] >= 600


def test_a_wide_window_gives_the_outline_room_for_whole_headings(parts: Make) -> None:
    assert parts(1400).sizes()[0] > 300
    wide, wider = parts(1920), parts(2600)
    assert wide.sizes()[0] == wider.sizes()[0] == 440
    assert wide.sizes()[2] == wider.sizes()[2] == 320


def test_the_width_that_the_writer_dragged_is_kept(parts: Make, qtbot, state: WindowState) -> None:
    wide = parts(1920)
    handle = wide.handle(1)
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle - QPoint(180, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    dragged = wide.sizes()[0]
    assert dragged < 300
    wide.resize(2200, 600)
    assert wide.sizes()[0] == dragged
    assert parts(1920).sizes()[0] == dragged
    assert wide.is_seen(OUTLINE)
