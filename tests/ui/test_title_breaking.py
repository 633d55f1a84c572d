"""The title in the writing window ends its lines where the Word file does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.draft import FORCED_LINE_END
from app.core.markup import parse_markup
from app.export.docx import with_broken_title
from app.jobs.layouts import layout_of
from app.jobs.opening import Opened
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.main_window import MainWindow
from tests.ui.editor.test_title_lines import TEXT, TITLE


@pytest.fixture
def written(window: MainWindow) -> MainWindow:
    window.files.take(Opened(parse_markup(TEXT), None))
    return window


def editor(window: MainWindow) -> SpeechEditor:
    assert window.bench.page is not None
    return window.bench.page.editor


def lines(window: MainWindow) -> list[str]:
    block = editor(window).document().firstBlock()
    found = [block.layout().lineAt(at) for at in range(block.layout().lineCount())]
    return [block.text()[line.textStart() : line.textStart() + line.textLength()] for line in found]


def printed(window: MainWindow, program) -> list[str]:
    """The lines of the title in the Word file."""
    assert window.bench.document is not None
    draft = window.bench.document.draft()
    broken = with_broken_title(draft, layout_of(program, draft), program.segmenter)
    return broken.blocks[0].text.split(FORCED_LINE_END)


def test_a_long_title_has_the_lines_of_the_word_file(written: MainWindow, program, qtbot) -> None:
    qtbot.waitUntil(lambda: lines(written) == printed(written, program))
    assert len(lines(written)) == 2
    assert not written.isWindowModified() and not written.commands["undo"].isEnabled()


def test_a_title_that_was_changed_has_them_when_the_cursor_has_left_it(
    written: MainWindow, program, qtbot
) -> None:
    qtbot.waitUntil(lambda: lines(written) == printed(written, program))
    text = editor(written)
    cursor = text.textCursor()
    cursor.setPosition(len(TITLE) - 2)
    text.setTextCursor(cursor)
    for _ in range(4):
        qtbot.keyClick(text, Qt.Key.Key_Backspace)
    qtbot.wait(100)
    QApplication.processEvents()
    left = lines(written)
    qtbot.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: lines(written) == printed(written, program))
    assert lines(written) != left


def test_another_layout_ends_them_as_it_prints_them(written: MainWindow, program, qtbot) -> None:
    written.bench.layout.change("guanli")
    qtbot.waitUntil(lambda: lines(written) == printed(written, program))
