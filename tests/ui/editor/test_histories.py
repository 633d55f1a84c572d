"""Whatever a writer does, undo brings the first draft back and redo the last one, to the letter."""

import pytest
from pytestqt.qtbot import QtBot

from app.layouts.model import Layout
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.speech_editor import SpeechEditor
from tests.ui.histories import History


@pytest.mark.parametrize("seed", range(60))
def test_a_random_history_is_undone_and_redone_exactly(qtbot: QtBot, layout: Layout, seed: int) -> None:
    document = DraftDocument(layout)
    editor = SpeechEditor(document)
    qtbot.addWidget(editor)
    History(editor, document, seed).run(40)
