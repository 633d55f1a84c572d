"""The draft that the program is begun with is on the page before the rest of the window is made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.core.markup import parse_markup
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.storage.siceng_file import read_siceng
from app.ui.main_window import MainWindow
from app.ui.page import Page
from app.ui.start.page import StartPage
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from tests.ui.dialogs import Presser


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "讲话.siceng"
    save_draft(found, parse_markup("# 统一思想\n正文一段。\n"), overwrite=False)
    return found


@pytest.fixture
def window(qtbot, program: Program, theme: Theme, tasks: Tasks, state: WindowState) -> Iterator[MainWindow]:
    """The window as it is before it is shown."""
    found = MainWindow(program, theme, tasks, state)
    found.resize(1400, 900)
    yield found
    if found.bench.document is not None:
        found.bench.document.setModified(False)
    found.close()
    tasks.finish()
    found.deleteLater()


def pages(window: MainWindow) -> list[Page]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # those that went are gone
    return window.findChildren(Page)


def test_the_first_thing_that_is_painted_is_the_draft(window: MainWindow, qtbot, path: Path) -> None:
    window.show_at_once(path)
    with qtbot.waitExposed(window):
        window.show()
    (page,) = pages(window)
    assert page.isVisible() and page.editor.toPlainText() == "统一思想\n正文一段。"
    assert not window.findChildren(StartPage)
    assert window.windowTitle() == "讲话.siceng[*] — 四层讲稿"


def test_the_page_stays_where_it_is_when_outline_and_panel_come(
    window: MainWindow, qtbot, path: Path
) -> None:
    window.show_at_once(path)
    with qtbot.waitExposed(window):
        window.show()
    (before,) = pages(window)
    place = before.editor.viewport().mapTo(window, before.editor.viewport().rect().topLeft())
    window.begin(path)
    (page,) = pages(window)
    assert page is before is window.bench.page
    assert page.editor.viewport().mapTo(window, page.editor.viewport().rect().topLeft()) == place
    assert window.bench.outline.isVisible() and window.bench.side.isVisible()
    assert [node.text for node in window.headings.nodes()] == ["统一思想"]
    assert window.files.path == path and window.files.read_only is None


def test_what_is_typed_before_the_rest_is_there_is_in_the_draft(
    window: MainWindow, qtbot, path: Path
) -> None:
    window.show_at_once(path)
    window.show()
    (page,) = pages(window)
    qtbot.keyClicks(page.editor, "1")
    window.begin(path)
    assert window.bench.document is not None
    assert window.bench.document.draft().blocks[0].text == "1统一思想"
    qtbot.waitUntil(window.isWindowModified)
    assert window.files.save()
    assert read_siceng(path).draft.blocks[0].text == "1统一思想"


def test_leaving_before_the_rest_is_there_asks_about_what_was_typed(
    window: MainWindow, qtbot, path: Path, press: Presser
) -> None:
    window.show_at_once(path)
    window.show()
    (page,) = pages(window)
    qtbot.keyClicks(page.editor, "1")
    press("保存")
    assert window.close()
    assert read_siceng(path).draft.blocks[0].text == "1统一思想"


def test_another_draft_takes_the_place_of_the_first(window: MainWindow, tmp_path: Path, path: Path) -> None:
    other = tmp_path / "另一篇.siceng"
    save_draft(other, parse_markup("# 抓好落实\n"), overwrite=False)
    window.show_at_once(path)
    window.show()
    window.begin(path)
    assert window.files.open(other)
    (page,) = pages(window)
    assert page is window.bench.page and page.editor.toPlainText() == "抓好落实"


def test_the_first_page_is_as_large_as_the_last_one_was(
    window: MainWindow, state: WindowState, path: Path
) -> None:
    state.zoom = 150
    window.show_at_once(path)
    window.show()
    (page,) = pages(window)
    width = page.editor.page_pixels
    window.begin(path)
    assert page.editor.page_pixels == width
    state.zoom = 100
    page.editor.set_zoom(100)
    assert page.editor.page_pixels < width


def test_a_file_that_cannot_be_read_is_told_when_the_window_is_there(
    window: MainWindow, tmp_path: Path, press: Presser
) -> None:
    broken = tmp_path / "坏了.siceng"
    broken.write_bytes("不是稿子".encode())
    window.show_at_once(broken)
    window.show()
    assert window.findChildren(StartPage) and not pages(window)
    press("知道了")
    window.begin(broken)
    assert window.bench.document is None
