"""What the window remembers, in the one file of the settings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from app.jobs.program import Program
from app.settings.declared import LAST_EXPORT_FOLDER, REGISTRY
from app.settings.settings import Settings
from app.ui.application import show
from app.ui.frame import PANEL
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState


@pytest.fixture
def reopened(tmp_path: Path) -> Callable[[], WindowState]:
    """What the next window remembers."""
    return lambda: WindowState(Settings(tmp_path / "config" / "settings.json", REGISTRY))


def touched(folder: Path, names: str) -> list[Path]:
    paths = [folder / f"{name}.siceng" for name in names]
    for path in paths:
        path.touch()
    return paths


def test_recent_files_stand_with_the_last_one_first_and_are_there_in_the_next_window(
    state: WindowState, tmp_path: Path, reopened: Callable[[], WindowState]
) -> None:
    paths = touched(tmp_path, "甲乙丙")
    for path in [*paths, paths[0]]:
        state.add_recent(path)
    assert reopened().recent == (paths[0], paths[2], paths[1])


def test_recent_files_that_are_gone_are_left_out(state: WindowState, tmp_path: Path) -> None:
    first, second = touched(tmp_path, "甲乙")
    for path in (first, second):
        state.add_recent(path)
    second.unlink()
    assert state.recent == (first,)


def test_files_are_forgotten_for_the_next_window_too(
    state: WindowState, tmp_path: Path, reopened: Callable[[], WindowState]
) -> None:
    paths = touched(tmp_path, "甲乙丙")
    for path in paths:
        state.add_recent(path)
    paths[1].unlink()
    assert state.remembered == (paths[2], paths[1], paths[0])
    state.forget_recent(paths[1])
    assert reopened().remembered == (paths[2], paths[0])
    state.forget_all_recent()
    assert reopened().remembered == ()


def test_the_folder_of_the_last_draft_is_offered_and_home_when_it_is_gone(
    state: WindowState, tmp_path: Path
) -> None:
    assert state.draft_folder == Path.home()
    state.add_recent(tmp_path / "甲.siceng")
    assert state.draft_folder == tmp_path
    state.add_recent(tmp_path / "gone" / "甲.siceng")
    assert state.draft_folder == Path.home()


def test_a_folder_of_exports_that_is_gone_is_not_offered(state: WindowState, tmp_path: Path) -> None:
    state.settings.set(LAST_EXPORT_FOLDER, str(tmp_path / "gone"))
    assert state.export_folder == Path.home()


def test_the_next_window_stands_where_this_one_was_with_the_same_side_folded(
    window: MainWindow, reopened: Callable[[], WindowState]
) -> None:
    window.bench.toggle(PANEL)
    window.close()
    assert reopened().geometry == window.saveGeometry()
    assert reopened().folded == {PANEL}


LEFT_ON_3840 = b"AdnQywADAAAAAAiXAAADcAAADnQAAAg4AAAImAAAA4QAAA5zAAAIMwAAAAAAAAAADwAAAAiYAAADhAAADnMAAAgz"
"""Place and size of a window of 1500 × 1200 at the right below on a screen of 3840 × 2160."""


@pytest.fixture
def made(qtbot, program: Program, theme: Theme, tasks: Tasks) -> Callable[[WindowState], MainWindow]:
    """A window that remembers, not shown yet."""

    def make(state: WindowState) -> MainWindow:
        window = MainWindow(program, theme, tasks, state)
        qtbot.addWidget(window)
        return window

    return make


def test_the_first_window_fills_a_screen_that_has_no_room_for_it_and_its_frame(
    made: Callable[[WindowState], MainWindow], state: WindowState
) -> None:
    first = made(state)
    assert first.width() + 20 > first.screen().availableSize().width()
    show(first)
    assert first.isMaximized()
    first.showNormal()
    assert first.frameGeometry().height() < first.screen().availableSize().height()


def test_the_first_window_is_not_made_larger_where_it_has_room(
    made: Callable[[WindowState], MainWindow], state: WindowState
) -> None:
    first = made(state)
    first.resize(600, 500)
    show(first)
    assert not first.isMaximized() and first.width() == 600


def test_a_window_that_was_given_a_size_is_shown_in_it_though_its_frame_may_touch_the_edges(
    made: Callable[[WindowState], MainWindow], state: WindowState
) -> None:
    yesterday = made(state)
    yesterday.resize(600, yesterday.screen().availableSize().height() - 30)
    state.geometry = yesterday.saveGeometry()
    today = made(state)
    show(today)
    assert not today.isMaximized() and today.size() == yesterday.size()


def test_a_window_that_was_left_on_a_far_larger_screen_fills_this_one(
    made: Callable[[WindowState], MainWindow], state: WindowState
) -> None:
    state.geometry = QByteArray.fromBase64(LEFT_ON_3840)
    today = made(state)
    show(today)
    assert today.isMaximized()


def test_damaged_settings_are_told_once_and_the_window_opens_all_the_same(
    tmp_path: Path, theme, tasks, program
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"version": 1, "window_geometry": "!", "splitter_sizes": "wide"}', "utf-8")
    state = WindowState(Settings(path, REGISTRY))
    told: list[str] = []
    state.troubled.connect(told.append)
    state.tell_faults()
    state.save()
    state.tell_faults()
    assert len(told) == 1 and "提纲、正文、面板的宽度" in told[0]
    assert state.widths == () and not MainWindow(program, theme, tasks, state).restoreGeometry(state.geometry)


def test_settings_that_cannot_be_written_are_told_once_and_not_raised(
    state: WindowState, tmp_path: Path
) -> None:
    (tmp_path / "config").write_text("a file where the folder should be", "utf-8")
    told: list[str] = []
    state.troubled.connect(told.append)
    for name in "甲乙":
        state.add_recent(tmp_path / f"{name}.siceng")
    assert len(told) == 1 and "config" in told[0]
