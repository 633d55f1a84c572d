"""Ten thousand random histories of writing: how many did not come back to the letter."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.layouts.find import find_layout
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.speech_editor import SpeechEditor
from tests.measuring import Row
from tests.ui.histories import History

HISTORIES = int(os.environ.get("SICENG_HISTORIES", "10000"))
_LAYOUTS = Path(__file__).parents[2] / "templates" / "layouts"


def run() -> list[Row]:
    """Each history is 40 deeds, then all undone, then all redone."""
    application = QApplication.instance() or QApplication([])
    layout = find_layout("gb9704", [_LAYOUTS])
    failed: list[int] = []
    for seed in range(HISTORIES):
        document = DraftDocument(layout)
        editor = SpeechEditor(document)
        try:
            History(editor, document, seed).run(40)
        except AssertionError:
            failed.append(seed)
        editor.deleteLater()
        document.deleteLater()
        application.processEvents()
    note = f"种子：{failed[:10]}" if failed else f"{HISTORIES} 段写作过程"
    return [Row("撤销、重做后与原稿不同的写作过程", len(failed), 0, "段", note)]
