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


@pytest.mark.parametrize(("block", "row", "below"), [(0, "一、甲", "二、乙"), (3, "二、乙", "三、丙")])
def test_in_the_outline_keys_go_on_from_the_row_of_the_text_which_is_framed(
    window: MainWindow, qtbot, block: int, row: str, below: str
) -> None:
    """In the title the text has none: then it is the first."""
    window.files.take(Opened(parse_markup("@标题 讲话\n# 甲\n# 乙\n正文。\n# 丙\n"), None))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.bench.page is not None
    view, editor = window.bench.outline.view, window.bench.page.editor
    qtbot.wait(10)
    for before in (4, block):  # who was there before was at another row
        window.text.go_to_block(before)
        editor.setFocus()
        unframed = view.viewport().grab().toImage()
        qtbot.keyClick(editor, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert view.hasFocus() and view.currentIndex().data() == row
    top = view.visualRect(view.currentIndex()).top() + 1
    middle = view.viewport().width() // 2
    assert view.viewport().grab().toImage().pixelColor(middle, top) != unframed.pixelColor(middle, top)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().data() == below
    assert view.hasFocus()


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
