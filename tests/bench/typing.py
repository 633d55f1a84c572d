"""Keys in the real window beside a bare QTextEdit with the same text, formats and fonts, in turns.

200,000 characters, with outline, numbers, facts and status line on. A key's time goes from its event to the painting
that it causes. What the window does when the writer pauses is told apart: it may not hold up the next key for long.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from app.core.draft import Draft
from app.core.kinds import HEADINGS, Kind
from app.core.repair import repaired
from app.core.structure import move, set_kind
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.garbage import Garbage
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from tests.bench.export import speech
from tests.measuring import Row

SIZE = 200_000
ROUNDS = int(os.environ.get("SICENG_KEYS", "200"))
HEADS = 500
"""How many headings are numbered anew."""
MOST, RATIO = 8.0, 1.5
"""Milliseconds at the 99th percentile, and times the bare editor's median for its slowest key."""
PAUSE = 0.12
"""Seconds between two keys, as of one who types fast; the views are brought up in them."""
MOST_RENUMBER, MOST_MOVE, MOST_OPEN, MOST_PAUSE, MOST_ZOOM = 60.0, 150.0, 1000.0, 100.0, 100.0
"""Milliseconds."""
ZOOMS = {"首次缩放": 110, "再次缩放": 125, "缩放回 100%": 100}
"""Percent, one after the other."""


class Painted(QObject):
    """Tells that a widget's viewport was painted."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__()
        self.done = False
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.done = True
        return False


@dataclass
class Side:
    """One of the two editors, with the times of its keys in milliseconds."""

    editor: QTextEdit
    times: dict[str, list[float]] = field(default_factory=dict)
    work: dict[str, list[float]] = field(default_factory=dict)
    """The processor's time of each key: what else the machine does is not in it."""
    pauses: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.painted = Painted(self.editor)

    def press(self, name: str, event: QEvent, counts: bool = True) -> None:
        """Send an event and wait for the painting; then let the window do what it left for later."""
        self.painted.done = False
        start, worked = time.perf_counter(), time.thread_time()
        QApplication.sendEvent(self.editor, event)
        while not self.painted.done:
            QApplication.processEvents()
            if time.perf_counter() - start > 5:
                raise RuntimeError(f"{name}: nothing was painted")
        taken = (time.perf_counter() - start) * 1000
        if counts:
            self.times.setdefault(name, []).append(taken)
            self.work.setdefault(name, []).append((time.thread_time() - worked) * 1000)

    def rest(self) -> None:
        """The pause after a key; the longest stretch in which no other key would be taken."""
        stop = time.perf_counter() + PAUSE
        longest = 0.0
        while time.perf_counter() < stop:
            start = time.perf_counter()
            QApplication.processEvents()
            longest = max(longest, time.perf_counter() - start)
            time.sleep(0.001)
        self.pauses.append(longest * 1000)


def key(code: Qt.Key, text: str) -> QKeyEvent:
    """The event of a key."""
    return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)


def run() -> list[Row]:
    """Keys, then the big steps."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    garbage = Garbage(application)
    home = Path(os.environ["HOME"])
    program = Program.start(find_places({HOME_VARIABLE: str(home)}))
    theme = Theme(program.places.resources)
    theme.follow(application)
    tasks = Tasks()
    window = MainWindow(program, theme, tasks, WindowState(program.settings))
    window.resize(1400, 900)
    window.show()
    window.begin(None)
    draft = speech(SIZE)
    path = home / "long.siceng"
    save_draft(path, draft, overwrite=True)
    start = time.perf_counter()
    window.files.open(path)
    editor = _editor(window, application)
    opened = (time.perf_counter() - start) * 1000
    bare = _bare(editor)
    _settle(application, 1.0)
    ours, theirs = Side(editor), Side(bare)
    _keys(ours, theirs, draft)
    rows = [
        *_key_rows(ours, theirs),
        Row("打开 20 万字", opened, MOST_OPEN, "毫秒"),
        *_steps(window, application, draft),
        *_zooms(window, application, draft),
    ]
    window.bench.document.setModified(False)  # type: ignore[union-attr]
    window.close()
    bare.close()
    tasks.finish()
    garbage.stop()
    return rows


def _editor(window: MainWindow, application: QApplication) -> SpeechEditor:
    """The editor of the draft, when it has been painted."""
    stop = time.perf_counter() + 30
    while time.perf_counter() < stop:
        application.processEvents()
        if window.bench.page is not None and window.bench.page.editor.isVisible():
            painted = window.bench.page.editor
            painted.viewport().repaint()
            return painted
    raise RuntimeError("the draft was not opened")


def _settle(application: QApplication, seconds: float) -> None:
    stop = time.perf_counter() + seconds
    while time.perf_counter() < stop:
        application.processEvents()


def _bare(editor: SpeechEditor) -> QTextEdit:
    """A QTextEdit with the same text, block formats and fonts in a window of the same size."""
    bare = QTextEdit()
    bare.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
    bare.setLineWrapColumnOrWidth(editor.page_pixels)
    bare.resize(editor.size())
    bare.document().setDefaultFont(editor.document().defaultFont())
    bare.document().setDocumentMargin(editor.document().documentMargin())
    cursor = QTextCursor(bare.document())
    cursor.beginEditBlock()
    block = editor.document().firstBlock()
    while block.isValid():
        look = QTextBlockFormat(block.blockFormat())
        cursor.setBlockFormat(look) if block.blockNumber() == 0 else cursor.insertBlock(
            look, QTextCharFormat()
        )
        at = 0
        for piece in block.layout().formats():
            cursor.insertText(block.text()[at : piece.start], QTextCharFormat())
            cursor.insertText(block.text()[piece.start : piece.start + piece.length], piece.format)
            at = piece.start + piece.length
        cursor.insertText(block.text()[at:], QTextCharFormat())
        block = block.next()
    cursor.endEditBlock()
    bare.show()
    return bare


def _keys(ours: Side, theirs: Side, draft: Draft) -> None:
    """The same keys at the same place of both, in turns: near the top, where the most text follows."""
    body = next(at for at, block in enumerate(draft.blocks) if at > 8 and block.kind is Kind.BODY)
    for side in (ours, theirs):
        cursor = side.editor.textCursor()
        cursor.setPosition(side.editor.document().findBlockByNumber(body).position() + 40)
        side.editor.setTextCursor(cursor)
        side.editor.ensureCursorVisible()
        side.editor.setFocus()
    for at in range(ROUNDS + 3):
        for name, make in KEYS.items():
            for side in (ours, theirs) if at % 2 else (theirs, ours):
                side.press(name, make(), counts=at >= 3)
                side.rest()
                if name == "组字":
                    side.press(name, QInputMethodEvent("", []), counts=False)
                    side.rest()


KEYS: dict[str, Callable[[], QEvent]] = {
    "打字": lambda: key(Qt.Key.Key_unknown, "字"),
    "回车": lambda: key(Qt.Key.Key_Return, "\r"),
    "退格并段": lambda: key(Qt.Key.Key_Backspace, "\b"),
    "组字": lambda: QInputMethodEvent("pin", []),
}


def _key_rows(ours: Side, theirs: Side) -> list[Row]:
    slowest = max(statistics.median(times) for times in theirs.times.values())
    rows: list[Row] = []
    for name, times in ours.times.items():
        median = statistics.median(times)
        bare, bare_worst = statistics.median(theirs.times[name]), _percentile(theirs.times[name])
        note = (
            f"中位 {median:.1f}，处理器时间第 99 百分位 {_percentile(ours.work[name]):.1f} 毫秒；"
            f"空白编辑器 {bare:.1f}，第 99 百分位 {bare_worst:.1f}"
        )
        rows.append(Row(f"{name}，第 99 百分位", _percentile(times), MOST, "毫秒", note))
        rows.append(Row(f"{name}，比空白编辑器最慢的键", median / slowest, RATIO))
    told = f"中位 {statistics.median(ours.pauses):.1f}"
    rows.append(Row("停手后更新提纲，最长", max(ours.pauses), MOST_PAUSE, "毫秒", told))
    return rows


def _percentile(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _steps(window: MainWindow, application: QApplication, draft: Draft) -> list[Row]:
    """Steps on the whole, each with its undo, to the painting; first on a draft whose headings are all of one level."""
    heads = [block.id for block in draft.blocks if block.kind in HEADINGS]
    kinds = {block_id: Kind.H1 if at < HEADS else Kind.BODY for at, block_id in enumerate(heads)}
    flat = [replace(block, kind=kinds.get(block.id, block.kind)) for block in draft.blocks]
    window.bench.show_draft(repaired(replace(draft, blocks=tuple(flat))))
    editor = _editor(window, application)
    _settle(application, 1.0)
    count = sum(block.kind is Kind.H1 for block in editor.draft_document.draft().blocks)
    name = f"{count} 个标题重排序号"
    rows = _step(
        editor, name, (MOST_RENUMBER, MOST_PAUSE), lambda now: set_kind(now, [_first_heading(now)], Kind.BODY)
    )
    window.bench.show_draft(draft)
    editor = _editor(window, application)
    _settle(application, 1.0)
    heads = [at for at, block in enumerate(draft.blocks) if block.kind is Kind.H1]
    return [
        *rows,
        *_step(
            editor,
            "首节移到末尾",
            (MOST_MOVE, MOST_MOVE),
            lambda now: move(now, heads[0], heads[1], len(now.blocks)),
        ),
    ]


def _first_heading(now: Draft) -> int:
    return next(at for at, block in enumerate(now.blocks) if block.kind is Kind.H1)


def _step(
    editor: SpeechEditor, name: str, limits: tuple[float, float], make: Callable[[Draft], object]
) -> list[Row]:
    """A step and its undo; the most that each may take, in milliseconds."""
    done: list[float] = []
    undone: list[float] = []
    for _ in range(7):
        done.append(_timed(editor, lambda: editor.change(make)))  # type: ignore[arg-type]
        undone.append(_timed(editor, editor.undo))
    return [
        Row(name, statistics.median(done), limits[0], "毫秒"),
        Row(f"{name}，撤销", statistics.median(undone), limits[1], "毫秒"),
    ]


def _zooms(window: MainWindow, application: QApplication, draft: Draft) -> list[Row]:
    """Each zoom to the painting, at the end of the draft: all that is above it was laid out for another one."""
    times: dict[str, list[float]] = {name: [] for name in ZOOMS}
    for _ in range(5):
        window.bench.show_draft(draft)
        editor = _editor(window, application)
        editor.go_to_block(len(draft.blocks) - 1)
        _settle(application, 1.0)
        for name, percent in ZOOMS.items():
            times[name].append(_timed(editor, partial(editor.set_zoom, percent)))
    return [Row(name, statistics.median(each), MOST_ZOOM, "毫秒") for name, each in times.items()]


def _timed(editor: SpeechEditor, deed: Callable[[], object]) -> float:
    painted = Painted(editor)
    start = time.perf_counter()
    deed()
    while not painted.done:
        QApplication.processEvents()
        if time.perf_counter() - start > 5:
            raise RuntimeError("nothing was painted")
    taken = (time.perf_counter() - start) * 1000
    _settle(QApplication.instance(), 0.3)  # type: ignore[arg-type]
    return taken
