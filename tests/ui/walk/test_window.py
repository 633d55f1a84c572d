"""Every control of the main window, whatever it shows, has a Chinese name and is come to by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.draft import Draft
from app.jobs.opening import Opened
from app.ui.main_window import MainWindow
from app.ui.palette.popup import Palette
from app.ui.window_state import WindowState
from tests.ui.hands import type_chinese
from tests.ui.walk.controls import nameless, out_of_reach, stops, told, walk

State = Callable[[MainWindow], object]


def _start(window: MainWindow) -> None:
    window.files.close_draft()


def _with_places(window: MainWindow) -> None:
    """A fact's places unfolded, one of them changed by hand."""
    row = window.bench.facts.facts.rows["会议名称"]
    row.uses.click()
    row.places.findChildren(QPushButton, "place")[0].click()
    assert window.bench.page is not None
    editor = window.bench.page.editor
    cursor = editor.textCursor()
    cursor.setPosition(cursor.selectionStart() + 2)
    editor.setTextCursor(cursor)
    type_chinese(editor, "区")


def _with_find(window: MainWindow) -> None:
    window.finding.show_replace()


def _with_one_branch(window: MainWindow) -> None:
    window.text.go_to_block(10)
    window.outlining.show_branch()


def _read_only(window: MainWindow) -> None:
    assert window.bench.document is not None
    window.files.take(Opened(window.bench.document.draft(), None, read_only="新版本的文件，只能看。"))


STATES: dict[str, State] = {
    "start": _start,
    "draft": lambda _: None,
    "places of a fact": _with_places,
    "layers": lambda window: window.show_layers(),
    "find and replace": _with_find,
    "one branch": _with_one_branch,
    "read only": _read_only,
    "zoomed": lambda window: window.viewing.zoom_in(),
    "full screen": lambda window: window.viewing.toggle_full_screen(),
}


@pytest.fixture
def seen(
    window: MainWindow, qtbot, speech: Draft, state: WindowState, tmp_path: Path, shown: str
) -> MainWindow:
    """The window in one of its states."""
    for name in "甲乙":
        path = tmp_path / f"{name}.siceng"
        path.touch()
        state.add_recent(path)
    window.files.take(Opened(speech, None))
    qtbot.waitUntil(lambda: "会议名称" in window.bench.facts.facts.rows)
    STATES[shown](window)
    qtbot.wait(50)
    return window


def page_of(window: MainWindow) -> QWidget | None:
    """Where Tab is the writer's own: in the text it goes to the next 待填; F6 leaves it."""
    page = window.bench.page
    return page.editor if page is not None and not page.editor.isReadOnly() else None


@pytest.mark.parametrize("shown", STATES)
def test_all_controls_are_named_in_chinese_and_in_reach_of_keys(seen: MainWindow) -> None:
    assert (nameless(seen), out_of_reach(seen)) == ([], [])


@pytest.mark.parametrize("shown", STATES)
def test_tab_goes_round_all_of_it_and_back(seen: MainWindow) -> None:
    page = page_of(seen)
    first = seen.focusWidget() if page is None else seen.status.minutes
    if page is not None and not seen.status.isVisible():
        first = page
    assert first is not None
    first.setFocus()
    forth, back = (walk(seen, key, page) for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab))
    wanted = stops(seen)
    assert {told(each) for each in wanted.symmetric_difference({*forth, *back})} == set()


@pytest.mark.parametrize("shown", ["find and replace"])
def test_tab_goes_through_the_window_as_it_is_read(seen: MainWindow) -> None:
    finding, bench = seen.finding, seen.bench
    assert bench.page is not None
    seen.status.minutes.setFocus()
    back = walk(seen, Qt.Key.Key_Backtab, bench.page.editor)
    forth = walk(seen, Qt.Key.Key_Tab, bench.page.editor)
    box = bench.facts.facts.rows["会议名称"].box.focusProxy()
    read = [bench.outline.view, finding.bar.sought, bench.page.editor, box]
    assert [each for each in forth if each in read] == read
    assert [each for each in back if each in [bench.sides.panel.tabs, bench.page.editor]] == [
        bench.sides.panel.tabs,
        bench.page.editor,
    ]


def test_tab_leaves_the_palette_where_it_is(window: MainWindow, qtbot) -> None:
    window.show_palette()
    palette = window.findChildren(Palette)[-1]
    assert (nameless(palette), window.focusWidget()) == ([], palette.sought)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        qtbot.keyClick(palette.sought, key)
        assert palette.isVisible() and window.focusWidget() is palette.sought
    qtbot.keyClick(palette.sought, Qt.Key.Key_Escape)
