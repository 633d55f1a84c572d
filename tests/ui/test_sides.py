"""What stands beside the page is folded away and gone to by F6."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from app.core.draft import Draft
from app.core.markup import parse_markup
from app.jobs.opening import Opened
from app.jobs.program import Program
from app.ui.frame import OUTLINE, PANEL
from app.ui.main_window import MainWindow


@pytest.fixture
def written(window: MainWindow) -> MainWindow:
    """The window with a small draft in it."""
    window.files.take(Opened(parse_markup("@标题 讲话\n# 统一思想\n正文一段。\n"), None))
    return window


def test_both_sides_fold_away_and_stay_so_the_next_day(
    written: MainWindow, qtbot, program: Program, theme, tasks, state
) -> None:
    written.commands["panel"].trigger()
    assert not written.bench.parts.is_seen(PANEL)
    tomorrow = MainWindow(program, theme, tasks, state)
    qtbot.addWidget(tomorrow)
    assert not tomorrow.bench.parts.is_wanted(PANEL) and tomorrow.bench.parts.is_wanted(OUTLINE)


def test_f6_goes_round_outline_text_and_panel(written: MainWindow, qtbot, speech: Draft) -> None:
    assert written.bench.page is not None
    written.activateWindow()
    written.bench.page.editor.setFocus()
    written.files.take(Opened(speech, None))
    parts = {"提纲": written.bench.outline, "正文": written.bench.page, "事实": written.bench.facts}
    seen = []
    for _ in parts:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen += [name for name, part in parts.items() if part.isAncestorOf(QApplication.focusWidget())]
    assert seen == ["事实", "提纲", "正文"]


def test_f6_brings_what_it_goes_to_into_sight(window: MainWindow, qtbot, speech: Draft) -> None:
    window.files.take(Opened(speech, None))
    assert window.bench.page is not None
    facts = window.bench.facts
    bar = facts.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    window.bench.page.editor.setFocus()
    qtbot.keyClick(window.bench.page.editor, Qt.Key.Key_F6)
    box = QApplication.focusWidget()
    assert box is not None and facts.isAncestorOf(box)
    assert not box.visibleRegion().isEmpty()
