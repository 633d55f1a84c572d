"""The start page in the window: from a card to a new draft, from the list to an open one, all with keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.jobs.program import Program
from app.ui.main_window import MainWindow
from app.ui.new_draft.dialog import NewDialog
from app.ui.start.occasion_pane import OccasionPane
from app.ui.start.page import StartPage
from app.ui.start.recent_pane import RecentPane
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from tests.ui.dialogs import Presser
from tests.ui.start.conftest import save


@pytest.fixture
def path(tmp_path: Path, state: WindowState) -> Path:
    """A draft that was opened before."""
    found = save(tmp_path / "甲.siceng")
    state.add_recent(found)
    return found


def page_of(window: MainWindow, qtbot) -> StartPage:
    (page,) = [each for each in window.findChildren(StartPage) if each.isVisible()]
    qtbot.waitUntil(lambda: page.occasions is not None)
    return page


def click_card(qtbot, page: StartPage, row: int) -> None:
    assert page.occasions is not None
    grid = page.occasions.grid
    qtbot.mouseClick(
        grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualItemRect(grid.item(row)).center()
    )


def test_a_card_opens_the_new_draft_with_its_occasion_chosen_and_the_keys_in_its_first_box(
    window: MainWindow, program: Program, qtbot, press: Presser
) -> None:
    seen: list[str] = []

    def look(dialog: NewDialog) -> None:
        seen.append(dialog.occasion.id)
        first = next(iter(dialog.form.rows.values()))
        assert first.box.isAncestorOf(dialog.focusWidget())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    page = page_of(window, qtbot)
    for row in (1, 2, 0):
        press.when(NewDialog, look)
        click_card(qtbot, page, row)
    first, second, third, *_ = program.library.occasions
    assert seen == [second, third, first]
    assert window.bench.document is None


def test_from_a_card_to_a_draft(window: MainWindow, program: Program, qtbot, press: Presser) -> None:
    press.when(NewDialog, lambda dialog: dialog.main.click())
    page_of(window, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.bench.document is not None
    assert window.bench.document.draft().occasion == list(program.library.occasions)[1]


def test_a_recent_draft_is_opened_and_the_page_comes_back_when_it_is_closed(
    path: Path, window: MainWindow, qtbot
) -> None:
    recent = page_of(window, qtbot).recent
    assert recent is not None
    recent.list.setFocus()
    qtbot.keyClick(recent.list, Qt.Key.Key_Return)
    assert window.files.path == path
    window.files.close_draft()
    again = page_of(window, qtbot)
    assert again.recent is not None and again.recent.list.paths() == (path,)


def test_open_asks_for_a_file(
    window: MainWindow, qtbot, path: Path, choose_file: Callable[[Path | None], None]
) -> None:
    recent = page_of(window, qtbot).recent
    assert recent is not None
    choose_file(path)
    qtbot.mouseClick(recent.open, Qt.MouseButton.LeftButton)
    assert window.files.path == path


def test_tab_goes_from_the_cards_to_the_recent_drafts_and_back_to_the_cards(
    path: Path, window: MainWindow, qtbot
) -> None:
    page = page_of(window, qtbot)
    assert page.occasions is not None and page.recent is not None
    stops: list[QWidget | None] = [QApplication.focusWidget()]
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    grid, sought, recent = page.occasions.grid, page.occasions.sought, page.recent
    assert stops == [grid, recent.clear, recent.open, recent.list, sought, grid]


def test_a_draft_dropped_on_the_cards_or_the_list_is_opened(
    path: Path, window: MainWindow, qtbot, tmp_path: Path
) -> None:
    for number in range(2):
        page = page_of(window, qtbot)
        assert page.occasions is not None and page.recent is not None
        target = (page.occasions.grid, page.recent.list)[number].viewport()
        dropped = save(tmp_path / f"{number}.siceng")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(dropped))])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        at = target.mapTo(window, QPoint(30, 30))
        assert not target.acceptDrops() and not page.acceptDrops()
        QApplication.sendEvent(window, QDragEnterEvent(at, copy, data, left, none))
        QApplication.sendEvent(window, QDropEvent(QPointF(at), copy, data, left, none))
        qtbot.waitUntil(lambda dropped=dropped: window.files.path == dropped)
        window.files.close_draft()


def test_what_comes_after_the_page_was_left_is_dropped(
    qtbot, program: Program, state: WindowState, tasks: Tasks, theme: Theme
) -> None:
    page = StartPage(lambda: program.library, state, tasks, theme)
    qtbot.addWidget(page)
    page.show()
    page.fill()
    page.hide()
    tasks.wait_for(lambda: None)
    assert page.occasions is None


def test_the_page_is_filled_once_however_often_it_is_asked(
    qtbot, program: Program, state: WindowState, tasks: Tasks, theme: Theme
) -> None:
    page = StartPage(lambda: program.library, state, tasks, theme)
    qtbot.addWidget(page)
    for _ in range(3):
        page.fill()
        tasks.wait_for(lambda: None)
    assert len(page.findChildren(OccasionPane)) == len(page.findChildren(RecentPane)) == 1
