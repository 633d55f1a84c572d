"""The program with its window: dress, words, errors; begun by the command line."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.jobs.program import Program
from app.ui.crash import CrashHook
from app.ui.garbage import Garbage
from app.ui.main_window import MainWindow
from app.ui.room import fitting
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

if TYPE_CHECKING:
    from app.ui.first_page import FirstReading


def run(program: Program, path: Path | None) -> int:
    """Open the window, with a file in it unless `path` is None, and stay until it is closed; the exit status."""
    # The style by argument: `setStyle` gives it back, for which PySide makes 11 enumerations.
    application = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])
    assert isinstance(application, QApplication)
    application.setApplicationName("siceng")
    application.setApplicationDisplayName("四层讲稿")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    theme = Theme(program.places.resources)
    theme.follow(application)
    tasks = Tasks()
    reading = None if path is None else _begin_reading(program, path)
    window = MainWindow(program, theme, tasks, WindowState(program.settings))
    hook = CrashHook(
        program.places.user_data, lambda: window, window.keep_now, lambda copy: save_copy(window, copy)
    )
    hook.install()
    window.begun.connect(lambda: _speak_chinese(application))
    if reading is not None:
        window.show_at_once(reading)
    show(window)
    window.begin_when_painted(path)
    garbage = Garbage(application)
    status = application.exec()
    tasks.finish()
    garbage.stop()
    return status


def _begin_reading(program: Program, path: Path) -> "FirstReading":
    """Have a draft read while the window is made; only who begins with one loads what that needs."""
    from app.ui.first_page import FirstReading

    return FirstReading(program, path)


def show(window: MainWindow) -> None:
    """Show the window as it was left; one new to its screen fills it where it has no room with its frame."""
    size = fitting(window)
    if window.is_placed or size == window.size():
        window.show()
        return
    window.resize(size)  # what it has when the writer wants it smaller
    window.showMaximized()


def save_copy(window: MainWindow, path: Path) -> None:
    """Save the open draft into a file. Raises UsageError where none is open, WriteError."""
    from app.core.errors import UsageError
    from app.jobs.saving import save_draft

    document = window.bench.document
    if document is None:
        raise UsageError("没有打开的稿子，不用存副本。", "可以接着用，也可以关掉程序再打开。")
    save_draft(path, document.draft(), overwrite=True)


_LEFT = {"Folder": "文件夹", "File Folder": "文件夹", "File": "文件", "Drive": "磁盘", "Shortcut": "快捷方式"}
"""Words of Qt's own file dialog that its Chinese leaves out; where the system has no dialog it is seen."""


class _LeftWords(QTranslator):
    """Says in Chinese what Qt's translation does not."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Qt's call for each of its words; None leaves it as it is."""
        return _LEFT.get(source)  # type: ignore[return-value]


def _speak_chinese(application: QApplication) -> None:
    """Qt's own dialogs and menus in Chinese; none of them is seen with the first painting."""
    from PySide6.QtCore import QLibraryInfo

    application.installTranslator(_LeftWords(application))
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
