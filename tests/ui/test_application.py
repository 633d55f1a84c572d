"""The program begun as the command line begins it."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMenu

from app.core.markup import parse_markup
from app.files.places import HOME_VARIABLE
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.ui import application
from app.ui.main_window import MainWindow

HEAVY = ("docx", "jinja2", "jieba", "rjieba", "lxml", "app.ui.workbench", "app.templating")


def test_a_file_given_on_the_command_line_is_open_when_the_window_is_there(
    qapp, program: Program, tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "讲话.siceng"
    save_draft(path, parse_markup("# 统一思想\n"), overwrite=False)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    seen: list[str] = []

    def look_and_leave() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.menuBar().findChildren(QMenu)[0].actions():
                seen.append(window.windowTitle())
                looking.stop()
                window.close()

    looking = QTimer(interval=20)
    looking.timeout.connect(look_and_leave)
    looking.start()
    assert application.run(program, path) == 0
    assert seen == ["讲话.siceng[*] — 四层讲稿"]
    words = [
        QApplication.translate(*each)
        for each in (("QPlatformTheme", "Cancel"), ("QFileSystemModel", "Folder"))
    ]
    assert words == ["取消", "文件夹"], "also what Qt's own translation leaves out"


def test_the_window_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    code = f"""
import os, sys
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from app.files.places import find_places
from app.jobs.program import Program
from app.ui.application import MainWindow, Tasks, Theme, WindowState
application = QApplication([])
program = Program.start(find_places({{{HOME_VARIABLE!r}: {str(tmp_path)!r}}}))
theme, tasks = Theme(program.places.resources), Tasks()
theme.follow(application)
window = MainWindow(program, theme, tasks, WindowState(program.settings))
window.show()
window.grab()
heavy = [name for name in {HEAVY!r} if name in sys.modules]
assert not heavy, heavy
assert "Qt" not in vars(QtCore)  # app/ui/early.py
os._exit(0)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[2]
    )
    assert done.returncode == 0, done.stderr


LATER = (
    *HEAVY,
    *(
        "app.core.structure",
        "app.core.markup",
        "app.importing",
        "app.export.report",
        "app.lang.speaking",
        "filelock",
    ),
    *(
        "app.ui.editor.speech_editor",
        "app.ui.outline",
        "app.ui.facts_panel",
        "app.ui.find",
        "app.ui.palette",
        "app.ui.recovery",
        "app.ui.sections",
    ),
)
"""What a draft is read, laid out and painted without."""


def test_a_draft_is_painted_before_what_it_is_worked_on_with_is_imported(tmp_path: Path) -> None:
    path = tmp_path / "讲话.siceng"
    save_draft(path, parse_markup("# 统一思想【待填：一】 {认识}\n正文一段。\n"), overwrite=False)
    code = f"""
import os, sys
from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from app.cli.main import main

class FirstPaint(QObject):
    page = None

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and type(watched.parent()).__name__ == "FirstView":
            self.page = watched.parent()
        elif self.page is not None:
            assert self.page.toPlainText() == "统一思想【待填：一】\\n正文一段。"
            assert "Qt" not in vars(QtCore)  # app/ui/early.py
            print(*(name for name in {LATER!r} if name in sys.modules), flush=True)
            os._exit(0)
        return False

application = QApplication(sys.argv[:1])
watcher = FirstPaint()
application.installEventFilter(watcher)
main([{str(path)!r}])
"""
    environment = {**os.environ, "SICENG_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, cwd=Path(__file__).parents[2], env=environment, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
