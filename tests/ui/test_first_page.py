"""The draft that the program is begun with is on the page before the rest of the window is made."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel

from app.core.markup import parse_markup
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.layouts.model import Layout
from app.storage.siceng_file import read_siceng
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.page_view import PageView
from app.ui.first_page import FirstReading
from app.ui.main_window import MainWindow
from app.ui.messages import Message
from app.ui.start.page import StartPage
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from app.ui.zooming import LEAST_ZOOM
from tests.ui.dialogs import Presser

Reads = Callable[[Path], FirstReading]


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


@pytest.fixture
def read(program: Program) -> Reads:
    """Begins to read a draft file."""
    return lambda path: FirstReading(program, path)


def views(window: MainWindow) -> list[PageView]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # those that went are gone
    return window.findChildren(PageView)


def seen(view: PageView) -> QImage:
    """What the page shows, without the cursor."""
    view.setCursorWidth(0)
    return view.viewport().grab().toImage()


def test_the_first_thing_that_is_painted_is_the_draft(
    window: MainWindow, read: Reads, qtbot, path: Path
) -> None:
    window.show_at_once(read(path))
    with qtbot.waitExposed(window):
        window.show()
    (view,) = views(window)
    assert view.isVisible() and view.toPlainText() == "统一思想\n正文一段。"
    assert not window.findChildren(StartPage)
    assert window.windowTitle() == "讲话.siceng[*] — 四层讲稿"


def test_the_page_stays_where_it_is_when_outline_and_panel_come(
    window: MainWindow, read: Reads, qtbot, path: Path
) -> None:
    window.show_at_once(read(path))
    with qtbot.waitExposed(window):
        window.show()
    (first,) = views(window)
    place, picture = first.viewport().mapTo(window, first.viewport().rect().topLeft()), seen(first)
    window.begin(path)
    (view,) = views(window)
    assert window.bench.page is not None and view is window.bench.page.editor
    assert view.viewport().mapTo(window, view.viewport().rect().topLeft()) == place
    assert seen(view) == picture
    assert window.bench.outline.isVisible() and window.bench.sides.panel.isVisible()
    assert [node.text for node in window.headings.nodes()] == ["统一思想"]
    assert window.files.path == path and window.files.read_only is None


def says_there_are_no_facts(window: MainWindow) -> bool:
    labels = window.bench.facts.findChildren(QLabel)
    return any(each.isVisible() and "还没有事实" in each.text() for each in labels)


def test_facts_are_not_said_to_be_none_before_it_is_known_what_the_occasion_asks(
    window: MainWindow, read: Reads, qtbot, tmp_path: Path
) -> None:
    asked = tmp_path / "推进会.siceng"
    save_draft(asked, replace(parse_markup("正文一段。\n"), occasion="tuijinhui"), overwrite=False)
    window.show_at_once(read(asked))
    window.show()
    window.begin(asked)
    assert window.bench.facts.isVisible() and not window.bench.facts.facts.rows
    assert not says_there_are_no_facts(window)
    qtbot.waitUntil(lambda: bool(window.bench.facts.facts.rows))
    assert not says_there_are_no_facts(window)


def test_what_is_typed_before_the_rest_is_there_is_in_the_draft(
    window: MainWindow, read: Reads, qtbot, path: Path
) -> None:
    window.show_at_once(read(path))
    window.show()
    (first,) = views(window)
    qtbot.keyClicks(first, "1")
    window.begin(path)
    assert window.bench.document is not None
    assert window.bench.document.draft().blocks[0].text == "1统一思想"
    qtbot.waitUntil(window.isWindowModified)
    assert window.files.save()
    assert read_siceng(path).draft.blocks[0].text == "1统一思想"


def test_what_an_input_method_commits_before_the_rest_is_there_is_in_the_draft(
    window: MainWindow, read: Reads, path: Path
) -> None:
    window.show_at_once(read(path))
    window.show()
    (first,) = views(window)
    event = QInputMethodEvent()
    event.setCommitString("要")
    QApplication.sendEvent(first, event)
    window.begin(path)
    assert window.bench.document is not None
    assert window.bench.document.draft().blocks[0].text == "要统一思想"


@pytest.mark.parametrize("zoom", [LEAST_ZOOM, 100])
@pytest.mark.parametrize(
    "line", ["正文一段。", "正文一段，" * 40, "2026 " * 200], ids=["short", "long", "narrow"]
)
def test_of_a_long_draft_the_first_screen_is_seen_first_and_then_the_whole_is_there(
    window: MainWindow, read: Reads, state: WindowState, tmp_path: Path, zoom: int, line: str
) -> None:
    state.zoom = zoom
    long, draft = tmp_path / "长稿.siceng", parse_markup("# 统一思想\n" + f"{line}\n" * 2000)
    save_draft(long, draft, overwrite=False)
    window.show_at_once(read(long))
    window.show()
    (first,) = views(window)
    assert first.document().blockCount() < 200
    assert first.document().size().height() >= first.screen().size().height()
    window.begin(long)
    assert window.bench.document is not None
    assert [block.text for block in window.bench.document.draft().blocks] == [
        each.text for each in draft.blocks
    ]


def test_what_is_told_of_a_file_that_is_not_there_stands_above_a_start_page_that_is_filled(
    window: MainWindow, read: Reads, qtbot, tmp_path: Path, press: Presser
) -> None:
    seen_beneath: list[bool] = []

    def look(message: Message) -> None:
        (start,) = window.findChildren(StartPage)
        try:
            qtbot.waitUntil(lambda: start.occasions is not None)
            assert start.occasions is not None and start.recent is not None
            seen_beneath.append(start.occasions.isVisible() and start.recent.isVisible())
        finally:
            message.accept()

    missing = tmp_path / "没有.siceng"
    press.when(Message, look)
    window.show_at_once(read(missing))
    window.show()
    window.begin(missing)
    assert seen_beneath == [True]
    assert window.bench.document is None


def test_leaving_before_the_rest_is_there_asks_about_what_was_typed(
    window: MainWindow, read: Reads, qtbot, path: Path, press: Presser
) -> None:
    window.show_at_once(read(path))
    window.show()
    (first,) = views(window)
    qtbot.keyClicks(first, "1")
    press("保存")
    assert window.close()
    assert read_siceng(path).draft.blocks[0].text == "1统一思想"


def test_another_draft_takes_the_place_of_the_first(
    window: MainWindow, read: Reads, tmp_path: Path, path: Path
) -> None:
    other = tmp_path / "另一篇.siceng"
    save_draft(other, parse_markup("# 抓好落实\n"), overwrite=False)
    window.show_at_once(read(path))
    window.show()
    window.begin(path)
    assert window.files.open(other)
    (view,) = views(window)
    assert view.toPlainText() == "抓好落实"


def test_the_first_page_is_as_large_as_the_last_one_was(
    window: MainWindow, read: Reads, state: WindowState, layout: Layout, path: Path
) -> None:
    state.zoom = 150
    window.show_at_once(read(path))
    window.show()
    (first,) = views(window)
    width, on_paper = first.page_pixels, PageView(DraftDocument(layout, window), window).page_pixels
    window.begin(path)
    (page,) = [view for view in views(window) if view.isVisible()]
    assert page.page_pixels == width > on_paper


def test_a_file_that_cannot_be_read_is_told_when_the_window_is_there(
    window: MainWindow, read: Reads, tmp_path: Path, press: Presser
) -> None:
    broken = tmp_path / "坏了.siceng"
    broken.write_bytes("不是稿子".encode())
    window.show_at_once(read(broken))
    window.show()
    assert window.findChildren(StartPage) and not views(window)
    press("知道了")
    window.begin(broken)
    assert window.bench.document is None
