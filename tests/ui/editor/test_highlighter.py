"""What is drawn into the text, and when it is drawn anew."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
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


def bold(document: DraftDocument) -> list[bool]:
    """Whether the beginning of each line is drawn bold."""
    formats = [block.layout().formats() for block in document.text_blocks()]
    return [bool(each) and each[0].format.font().bold() for each in formats]


def weighed(layout: Layout, bold: bool, lead_bold: bool) -> Layout:
    """The layout with another weight of second-level headings, on lines of their own and run-in."""
    style = replace(layout.styles[Kind.H2], bold=bold, lead_bold=lead_bold)
    return replace(layout, styles={**layout.styles, Kind.H2: style})


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
    for deed in (
        editor.formatting.toggle_joined,
        lambda: editor.formatting.set_kind(Kind.H2),
        document.undo,
        document.undo,
    ):
        deed()
        assert drawn(document) == list(lead_lengths(document.draft().blocks))


def test_what_is_composed_in_a_lead_is_drawn_like_it_and_the_lead_as_before_when_that_is_cancelled(
    editor: SpeechEditor,
) -> None:
    document = editor.draft_document
    document.fill(parse_markup("## 甲乙\n丙", counting_ids()))
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    editor.setTextCursor(cursor)
    for text, length in (("pin", 5), ("pinyin", 8), ("", 2)):
        QApplication.sendEvent(editor, QInputMethodEvent(text, []))
        looks = document.firstBlock().layout().formats()
        assert max(each.length for each in looks if each.start == 0) == length


@pytest.mark.parametrize(("own_line", "run_in"), [(True, False), (False, True)])
def test_a_run_in_lead_has_the_weight_that_the_layout_gives_it(
    qtbot: QtBot, layout: Layout, own_line: bool, run_in: bool
) -> None:
    document = DraftDocument(weighed(layout, own_line, run_in))
    editor = SpeechEditor(document)
    qtbot.addWidget(editor)
    document.fill(parse_markup("## 甲。乙\n## 丙\n丁\n## 戊。\n\\\n己", counting_ids()))
    before = [run_in, own_line, False, own_line, False, False]
    assert bold(document) == before
    # The paragraph of 戊 goes on in the line after the blank one now: its lead, far from the change, runs in.
    editor.setTextCursor(QTextCursor(document.lastBlock()))
    editor.formatting.toggle_joined()
    assert bold(document) == [*before[:3], run_in, False, False]
    document.undo()
    assert bold(document) == before
    assert all(block.layout().lineCount() for block in document.text_blocks())
