"""What the tests of the window share."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.core.draft import Draft
from app.core.facts import FactSheet, Person
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.making import new_draft
from app.jobs.program import Program
from app.layouts.find import find_layout
from app.layouts.model import Layout
from app.settings.declared import REGISTRY
from app.settings.settings import Settings
from app.templating.answers import Answers
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from tests.ui.dialogs import Presser

TEMPLATES = Path(__file__).parents[2] / "templates"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's platform without a display says whenever a window has sizes, and a menu pops up, that it has no such thing."""
    unable = "does not support (propagateSizeHints|raise|grabbing the keyboard)"
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(unable, extend=True))


@pytest.fixture(autouse=True)
def _garbage_in_this_thread_only() -> Iterator[None]:
    """As in the program (app/ui/garbage.py): a worker that came upon a dropped widget would end all tests."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard_at_the_end(qapp: QApplication) -> Iterator[None]:
    """What Python put on the clipboard of a platform without one must go before Python does."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def layout() -> Layout:
    return find_layout("gb9704", [TEMPLATES / "layouts"])


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program as it is, with a home of its own."""
    return Program.start(find_places({HOME_VARIABLE: str(tmp_path_factory.mktemp("home"))}))


@pytest.fixture(scope="session")
def speech(program: Program) -> Draft:
    """A 推进会 draft as the program makes it, with two facts given."""
    facts = FactSheet((("会议名称", "全市××工作推进会议"), ("讲话人", Person("×××", "市长"))))
    return new_draft(program, "tuijinhui", Answers(facts)).draft


@pytest.fixture
def theme(qapp: QApplication, program: Program) -> Theme:
    found = Theme(program.places.resources)
    found.dress(qapp, dark=False)
    return found


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    found = Tasks()
    yield found
    found.finish()


@pytest.fixture
def settings(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of this test alone; the program has them too."""
    found = Settings(tmp_path / "config" / "settings.json", REGISTRY)
    monkeypatch.setitem(program.__dict__, "settings", found)
    return found


@pytest.fixture
def state(settings: Settings) -> WindowState:
    return WindowState(settings)


@pytest.fixture
def window(qtbot, program: Program, theme: Theme, tasks: Tasks, state: WindowState) -> Iterator[MainWindow]:
    """The main window, shown, without a draft."""
    found = MainWindow(program, theme, tasks, state)
    found.resize(1400, 900)
    found.show()
    # Shortcuts and F6 go to the active window; dialogs of the test before may still be leaving.
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    found.begin(None)
    yield found
    if found.bench.document is not None:
        found.bench.document.setModified(False)
    # What still stands in a box is taken in on leaving, and asked about: nobody would answer.
    leaving = Presser()
    leaving("不保存")
    found.close()
    leaving.stop()
    tasks.finish()
    found.deleteLater()


@pytest.fixture
def press(qtbot) -> Iterator[Presser]:
    """Presses buttons in dialogs that are going to open; all must have been pressed in the end."""
    found = Presser()
    yield found
    assert found.waiting == [], "these were never asked"


@pytest.fixture
def choose_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """What the system's file dialogs answer from now on; None is 取消."""

    def choose(path: Path | None) -> None:
        answer = (str(path) if path else "", "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: answer)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: answer)

    return choose
