"""The import preview of a long speech: what the window's thread does at opening and at a correction.

The worker recognises meanwhile; it is through before the window takes up what it found.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.export.text import export_txt
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.previewing import Incoming
from app.jobs.sources import Content, read_foreign
from app.ui.import_preview.dialog import ImportDialog
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.bench.export import speech
from tests.measuring import Row

SIZE, ROUNDS = 30_000, 12
MOST = 100.0
"""Milliseconds."""
_WORK = 0.8
"""Seconds in which the worker is surely through."""


def run() -> list[Row]:
    """The longest of each: opening the dialog, a key that changes a role, and taking up what was recognised anew."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(find_places({HOME_VARIABLE: os.environ["HOME"]}).resources)
    theme.follow(app)
    tasks = Tasks()
    dialog = _opened(tasks, theme)  # what is loaded once is no part of it
    dialog.close()
    opening = [_took(lambda: _opened(tasks, theme).close()) for _ in range(3)]
    dialog = _opened(tasks, theme)
    showing = [_shown(app), _shown(app)]  # the speeches in the source, then the first of them
    keys: list[float] = []
    rows = dialog.source.list
    for at in range(ROUNDS):
        rows.go_to(rows.rows.rows[rows.rows.rowCount() * at // ROUNDS].key)
        key = (Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_1)[at % 3]
        keys.append(_took(lambda key=key: QTest.keyClick(rows, key, Qt.KeyboardModifier.ControlModifier)))
        showing.append(_shown(app))
    dialog.done(0)  # without being asked about the corrections
    tasks.finish()
    name = f"导入预览，{SIZE // 10_000} 万字"
    return [
        Row(f"{name}，打开", max(opening), MOST, "毫秒"),
        Row(f"{name}，按键", max(keys), MOST, "毫秒"),
        Row(f"{name}，显示认出的", max(showing), MOST, "毫秒", f"{rows.rows.rowCount()} 段"),
    ]


def _opened(tasks: Tasks, theme: Theme) -> ImportDialog:
    dialog = ImportDialog(tasks, theme, _INCOMING)
    dialog.show()
    return dialog


def _shown(app: QApplication) -> float:
    """How long the window takes to show what the worker has found."""
    time.sleep(_WORK)
    return _took(app.processEvents)


def _took(deed: Callable[[], object]) -> float:
    """Milliseconds of this thread: what else the machine does is not the window's."""
    start = time.thread_time()
    deed()
    return (time.thread_time() - start) * 1000


_CONTENT = Content(export_txt(speech(SIZE)).encode(), "讲话.txt", Path("讲话.txt"))
_INCOMING = Incoming(_CONTENT, read_foreign(_CONTENT))
