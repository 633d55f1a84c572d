"""What is drawn into the text, and when it is drawn anew."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.lead import lead_lengths
from app.core.markup import parse_markup
from app.layouts.model import Layout
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.speech_editor import SpeechEditor


def drawn(document: DraftDocument) -> list[int]:
    """UTF-16 units at the start of each line that are drawn in the heading's font."""
    found: list[int] = []
    for block in document.text_blocks():
        formats = block.layout().formats()
        found.append(formats[0].length if formats else 0)
    return found


@pytest.fixture
def editor(qtbot: QtBot, layout: Layout) -> SpeechEditor:
    found = SpeechEditor(DraftDocument(layout))
    qtbot.addWidget(found)
    return found


def test_a_lead_is_drawn_as_long_as_it_is_in_units_of_qt(editor: SpeechEditor) -> None:
    document = editor.draft_document
    document.fill(parse_markup("## 𠮷甲。乙\n## 丙\n\\\n+ 接\n- 丁。\n+ 接", counting_ids()))
    assert drawn(document) == [4, 1, 0, 0, 2, 0]


def test_a_lead_follows_what_is_done_to_the_blocks_after_it(editor: SpeechEditor) -> None:
    document = editor.draft_document
    document.fill(parse_markup("## 甲。\n\\\n\\\n接", counting_ids()))
    editor.setTextCursor(QTextCursor(document.lastBlock()))
    for deed in (editor.toggle_joined, lambda: editor.set_kind(Kind.H2), document.undo, document.undo):
        deed()
        assert drawn(document) == list(lead_lengths(document.draft().blocks))
