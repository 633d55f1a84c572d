"""Every control of every dialog has a Chinese name and is come to with Tab and with Shift+Tab."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.core.draft import Draft
from app.jobs.program import Program
from app.jobs.recovery import journal_folder
from app.ui.focus import Dialog
from app.ui.focus import stops as as_read
from app.ui.overview.reading_view import ReadingView
from app.ui.tasks import Tasks
from app.ui.theme import Theme, interface_font
from app.ui.window_state import WindowState
from tests.ui.walk.controls import name_of, nameless, out_of_reach, stops, told, walk
from tests.ui.walk.dialogs import OPENERS, Opener, Stage, all_dialogs

SMALL_SCREEN = QSize(1280, 672) - QSize(40, 40)
"""One of 1920 × 1080 pixels shown at 150 %, with a task bar, less the frame of a window."""
STATES = [
    pytest.param(opener, id=f"{kind.__name__}-{state}")
    for kind, states in OPENERS.items()
    for state, opener in states.items()
]


@pytest.fixture
def stage(
    program: Program, tasks: Tasks, theme: Theme, state: WindowState, speech: Draft, tmp_path: Path
) -> Iterator[Stage]:
    yield Stage(program, tasks, theme, state, speech, tmp_path)
    for path in journal_folder(program).glob("*"):
        path.unlink()


@pytest.fixture(autouse=True)
def as_large_as_in_the_program(qapp: QApplication) -> Iterator[None]:
    """Words of the program's own size, which not every test sets."""
    before = qapp.font()
    qapp.setFont(interface_font())
    yield
    qapp.setFont(before)


@pytest.fixture
def dialog(qtbot, stage: Stage, opener: Opener) -> QDialog:
    found = opener(stage)
    qtbot.addWidget(found)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_no_dialog_is_left_out() -> None:
    assert all_dialogs() == set(OPENERS)


@pytest.mark.parametrize("opener", STATES)
def test_all_controls_are_named_in_chinese_and_in_reach_of_keys(dialog: QDialog) -> None:
    assert (nameless(dialog), out_of_reach(dialog)) == ([], [])
    assert name_of(dialog)


@pytest.mark.parametrize("opener", STATES)
def test_all_of_it_is_seen_on_a_small_screen(dialog: QDialog, qtbot) -> None:
    def least() -> QSize:
        return dialog.minimumSizeHint().expandedTo(dialog.minimumSize())

    # Words of several lines have their height last.
    def fits() -> None:
        assert least().boundedTo(SMALL_SCREEN) == least(), f"takes {least()}"

    qtbot.waitUntil(fits)
    small = dialog.size().boundedTo(SMALL_SCREEN) == dialog.size()
    assert small or isinstance(dialog, (Dialog, ReadingView)), "nobody makes it smaller where it is shown"


@pytest.mark.parametrize("opener", STATES)
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_round_all_of_it(dialog: QDialog, key: Qt.Key) -> None:
    wanted = stops(dialog)
    if wanted:
        walked = walk(dialog, key)
        assert {told(each) for each in wanted.symmetric_difference(walked)} == set()
        read = as_read(dialog)[:: 1 if key is Qt.Key.Key_Tab else -1]
        at = read.index(walked[0])
        assert list(map(told, walked)) == list(map(told, read[at:] + read[:at]))
