"""语速 at the minutes in the status line: the same rate as on the command line."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.core.draft import Draft
from app.jobs.opening import Opened
from app.jobs.program import Program
from app.jobs.speaking import draft_time, rate_for
from app.lang.speaking import format_minutes
from app.settings.declared import RATE_PRESET, SPEAKING_RATES
from app.ui.main_window import MainWindow
from app.ui.speaking_rate import MeasureDialog, RateMenu
from tests.ui.dialogs import Presser


@pytest.fixture
def menu(window: MainWindow, speech: Draft) -> RateMenu:
    """The menu at the minutes of a speech."""
    window.files.take(Opened(speech, None))
    found = window.status.minutes.menu()
    assert isinstance(found, RateMenu)
    return found


@pytest.fixture
def choose(menu: RateMenu) -> Callable[[str], None]:
    """Chooses the item that begins so."""

    def choose(name: str) -> None:
        menu.fill()
        next(action for action in menu.actions() if action.text().startswith(name)).trigger()

    return choose


def minutes(program: Program, draft: Draft) -> str:
    return format_minutes(draft_time(draft, rate_for(program, draft)))


def test_another_preset_changes_the_minutes_and_is_remembered(
    window: MainWindow, choose: Callable[[str], None], speech: Draft, program: Program, qtbot
) -> None:
    before = minutes(program, speech)
    qtbot.waitUntil(lambda: before in window.status.text)
    choose("庄重")
    assert program.settings.get(RATE_PRESET) == "庄重"
    assert minutes(program, speech) != before
    qtbot.waitUntil(lambda: minutes(program, speech) in window.status.text)


def test_the_preset_that_is_set_is_checked(menu: RateMenu, program: Program) -> None:
    program.settings.set(RATE_PRESET, "较快")
    menu.fill()
    assert [action.text()[:2] for action in menu.actions() if action.isChecked()] == ["较快"]


def test_a_measured_time_is_kept_for_the_speaker_and_can_be_let_go(
    window: MainWindow,
    choose: Callable[[str], None],
    speech: Draft,
    program: Program,
    press: Presser,
    qtbot,
) -> None:
    expected = draft_time(speech, rate_for(program, speech)).seconds / 60

    def say(dialog: MeasureDialog) -> None:
        dialog.minutes.setValue(1.25 * expected)
        press("按这个校准")

    press.when(MeasureDialog, say)
    choose("按实测校准")
    assert program.settings.get(SPEAKING_RATES)["×××"] == pytest.approx(1.25, rel=0.05)
    qtbot.waitUntil(lambda: minutes(program, speech) in window.status.text)
    choose("不用“×××”的实测语速")
    assert program.settings.get(SPEAKING_RATES) == {}


def test_a_time_that_cannot_be_is_told_and_not_kept(
    choose: Callable[[str], None], program: Program, press: Presser
) -> None:
    def say(dialog: MeasureDialog) -> None:
        dialog.minutes.setValue(500)
        press("按这个校准", "知道了")

    press.when(MeasureDialog, say)
    choose("按实测校准")
    assert program.settings.get(SPEAKING_RATES) == {}
    assert "实际用时" in press.told[-1]


def test_leaving_the_question_changes_nothing(
    choose: Callable[[str], None], program: Program, press: Presser, qtbot
) -> None:
    press.when(MeasureDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    choose("按实测校准")
    assert program.settings.get(SPEAKING_RATES) == {}


def test_a_row_of_the_outline_tells_how_long_it_takes(window: MainWindow, menu: RateMenu, qtbot) -> None:
    index = window.bench.outline.model.index(1, 0)
    qtbot.waitUntil(lambda: "分钟" in index.data(Qt.ItemDataRole.ToolTipRole))
