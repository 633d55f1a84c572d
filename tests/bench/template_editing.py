"""The preview of a template behind the keys: from a key's event to the page with what it typed, painted.

For a template of usual length and for the longest of ours; a key is pressed every 50 milliseconds, while the template is
tried and checked in the worker. The window's own thread is told apart: it may not hold up the next key for long.

Both in processor time, of the process and of the window's thread: what else the machine does is not the editor's. The
window looks for what came without a rest, so that the process spends at least what a clock would show on an idle machine.
"""

import os
import statistics
import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from app.files.places import HOME_VARIABLE, find_places
from app.jobs.program import Program
from app.templating.section_template import SectionTemplate
from app.ui.garbage import Garbage
from app.ui.tasks import Tasks
from app.ui.template_editor.dialog import TemplateEditor
from app.ui.theme import Theme
from tests.measuring import Row

ROUNDS = int(os.environ.get("SICENG_KEYS", "200"))
MOST, MOST_HELD = 100.0, 100.0
"""Milliseconds."""
PAUSE = 0.05
"""Seconds between two keys."""
LETTERS = "讲话稿工作推进落实责任到人"


def run() -> list[Row]:
    """Two rows for each template."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    garbage = Garbage(application)
    program = Program.start(find_places({HOME_VARIABLE: os.environ["HOME"]}))
    theme = Theme(program.places.resources)
    theme.follow(application)
    tasks = Tasks()
    by_length = sorted(program.library.sections.values(), key=lambda each: len(each.body))
    rows: list[Row] = []
    for name, template in (("常见的", by_length[len(by_length) // 2]), ("最长的", by_length[-1])):
        rows += _rows(name, template, program, tasks, theme, application)
    tasks.finish()
    garbage.stop()
    return rows


def _rows(
    name: str,
    template: SectionTemplate,
    program: Program,
    tasks: Tasks,
    theme: Theme,
    application: QApplication,
) -> list[Row]:
    path = program.own.copy(template.path, f"试{name}")
    program.refresh_library()
    editor = TemplateEditor(program, tasks, theme, path)
    editor.show()
    _settle(application, 1.5)
    taken, held = _keys(editor, application)
    editor.work.source.steps.setClean()
    editor.reject()
    note = f"中位 {statistics.median(taken):.1f} 毫秒；{len(template.body):,} 字符"
    return [
        Row(f"模板预览跟上按键，{name}，第 99 百分位", _percentile(taken), MOST, "毫秒", note),
        Row(f"窗口让人等的最长一段，{name}", max(held), MOST_HELD, "毫秒"),
    ]


def _keys(editor: TemplateEditor, application: QApplication) -> tuple[list[float], list[float]]:
    """Milliseconds to the page of each key, and of the window's longest piece of work after it."""
    code, page = editor.work.code, editor.work.trial.page
    code.setFocus()
    code.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    typed = ""
    taken: list[float] = []
    held: list[float] = []
    for number in range(ROUNDS + 5):
        letter = LETTERS[number % len(LETTERS)]
        typed += letter
        start, begun = time.process_time(), time.perf_counter()
        held_up = time.thread_time()
        code.keyPressEvent(
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        )
        longest = time.thread_time() - held_up
        while typed not in page.text():
            longest = max(longest, _work(application))
            if time.perf_counter() - begun > 5:
                raise RuntimeError("the page never showed it")
        page.viewport().repaint()
        if number >= 5:
            taken.append((time.process_time() - start) * 1000)
            held.append(longest * 1000)
        _settle(application, PAUSE)
    return taken, held


def _work(application: QApplication) -> float:
    start = time.thread_time()
    application.processEvents()
    return time.thread_time() - start


def _settle(application: QApplication, seconds: float) -> None:
    stop = time.perf_counter() + seconds
    while time.perf_counter() < stop:
        application.processEvents()
        time.sleep(0.001)


def _percentile(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]
