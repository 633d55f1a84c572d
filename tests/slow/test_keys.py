"""Keys as a real display has them: Qt's own differ from system to system."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor

from app.core.markup import parse_markup
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.speech_editor import SpeechEditor

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_D, Qt.Key.Key_U])
def test_what_is_a_command_in_word_takes_no_text_out(qtbot, tmp_path: Path, key: Qt.Key) -> None:
    program = Program.start(find_places({**os.environ, HOME_VARIABLE: str(tmp_path)}))
    draft = parse_markup("一段正文。\n又一段正文。")
    document = DraftDocument(layout_of(program, draft))
    editor = SpeechEditor(document)
    document.setParent(editor)
    qtbot.addWidget(editor)
    document.fill(draft)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.moveCursor(QTextCursor.MoveOperation.NextCharacter)
    qtbot.keyClick(editor, key, CONTROL)
    assert [block.text for block in document.draft().blocks] == ["一段正文。", "又一段正文。"]


def test_linux_has_such_keys() -> None:
    """Else the test above says nothing."""
    bound = QKeySequence.keyBindings(QKeySequence.StandardKey.DeleteEndOfLine)
    assert QKeySequence("Ctrl+K") in bound
