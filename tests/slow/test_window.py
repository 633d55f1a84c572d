"""The window on a real display: painted, photographed, and not empty."""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.core.facts import FactSheet
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.making import new_draft
from app.jobs.opening import Opened
from app.jobs.program import Program
from app.templating.answers import Answers
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState


def test_a_speech_is_painted_whole_at_the_smallest_screen_light_and_dark(qtbot, tmp_path: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program.start(find_places({**os.environ, HOME_VARIABLE: str(tmp_path)}))
    theme, tasks = Theme(program.places.resources), Tasks()
    theme.follow(application)
    window = MainWindow(program, theme, tasks, WindowState(program.settings))
    qtbot.addWidget(window)
    window.setGeometry(0, 0, 1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.begin(None)
    facts = FactSheet((("会议名称", "全市××工作推进会议"),))
    window.files.take(Opened(new_draft(program, "tuijinhui", Answers(facts)).draft, None))
    assert window.bench.page is not None and window.bench.page.width() >= window.bench.page.least_width
    for dark in (False, True):
        theme.dress(application, dark)
        qtbot.wait(200)
        picture = QGuiApplication.primaryScreen().grabWindow(window.winId()).toImage()
        seen = {picture.pixelColor(x, y).name() for x in range(0, 1280, 3) for y in range(0, 800, 3)}
        for colour in (theme.colours.pane, theme.colours.accent, theme.colours.line):
            assert QColor(colour).name() in seen
    qtbot.mouseClick(window.status.to_fill, Qt.MouseButton.LeftButton)
    assert window.bench.page.editor.textCursor().selectedText().startswith("【")
    tasks.finish()
