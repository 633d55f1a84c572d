"""A fact is filled where it stands: by typing over its placeholder in the text."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel

from app.core.facts import Date
from app.core.markup import parse_markup, print_block
from app.jobs.opening import Opened
from app.templating.binding import fact_changed
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.main_window import MainWindow
from tests.ui.hands import type_chinese

SPEECH = """在[【会议名称】](=会议名称)上的讲话
[【会议日期】](=会议日期)
\\
[【会议名称】](=会议名称)很重要，[【会议日期】](=会议日期)召开，【待填：别的】。
"""


@pytest.fixture
def editor(window: MainWindow, qtbot) -> SpeechEditor:
    window.files.take(Opened(parse_markup(SPEECH), None))
    qtbot.waitUntil(lambda: "会议名称" in window.bench.facts.facts.rows)
    assert window.bench.page is not None
    found = window.bench.page.editor
    found.setFocus()
    return found


def lines(editor: SpeechEditor) -> list[str]:
    return [print_block(block) for block in editor.draft_document.draft().blocks]


def texts(editor: SpeechEditor) -> list[str]:
    return [block.text for block in editor.draft_document.draft().blocks]


def fact(editor: SpeechEditor, name: str) -> object:
    return editor.draft_document.draft().facts.get(name)


def undo(window: MainWindow) -> None:
    window.text.undo()
    QApplication.processEvents()


def test_typing_over_a_placeholder_fills_the_fact_when_tab_goes_on(
    editor: SpeechEditor, window: MainWindow, qtbot
) -> None:
    before = lines(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "全市")
    type_chinese(editor, "大会")
    assert fact(editor, "会议名称") is None
    assert lines(editor)[0] == "在全市大会上的讲话"
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议名称") == "全市大会"
    assert texts(editor)[3].startswith("全市大会很重要")
    assert lines(editor)[0] == "在[全市大会](=会议名称)上的讲话"
    assert editor.textCursor().selectedText() == "【会议日期】"
    undo(window)
    assert fact(editor, "会议名称") is None
    assert lines(editor)[0] == "在全市大会上的讲话"
    assert lines(editor)[1:] == before[1:]
    while editor.document().isUndoAvailable():
        undo(window)
    assert lines(editor) == before
    assert fact(editor, "会议名称") is None


def test_keys_fill_as_an_input_method_does(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor, "2025-5-31")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert texts(editor)[1] == "2025年5月31日"
    assert "2025年5月31日召开" in texts(editor)[3]
    assert editor.textCursor().selectedText() == "【会议名称】"


def test_a_date_without_a_year_is_filled_and_the_year_is_told(
    editor: SpeechEditor, window: MainWindow, qtbot
) -> None:
    window.text.change(lambda draft: fact_changed(draft, "报送时间", Date(2025, 6, 20), {}))
    for _ in range(2):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "5月31日")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议日期") == Date(2025, 5, 31)
    assert texts(editor)[1] == "2025年5月31日"
    told = [label.text() for label in window.status.findChildren(QLabel)]
    assert any("照稿子里别的日期记作2025年5月31日" in text for text in told)


def test_an_arrow_key_that_leaves_fills_and_the_cursor_stays_where_it_went(
    editor: SpeechEditor, qtbot
) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "大会")
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    qtbot.wait(20)
    assert fact(editor, "会议名称") is None
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: fact(editor, "会议名称") == "大会")
    assert editor.textCursor().atBlockEnd() and editor.current_block_index() == 0


def test_a_cursor_that_comes_back_before_anything_else_happens_has_not_left(
    editor: SpeechEditor, qtbot
) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "大")
    there = editor.textCursor()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.setTextCursor(there)
    qtbot.wait(20)
    type_chinese(editor, "会")
    assert fact(editor, "会议名称") is None
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议名称") == "大会"


def test_typing_over_the_next_placeholder_at_once_fills_both(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "大会")
    cursor = QTextCursor(editor.document().findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    type_chinese(editor, "2025-5-31")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议名称") == "大会"
    assert texts(editor)[1] == "2025年5月31日"


def test_a_mark_that_is_typed_on_behind_a_name_is_none_of_it(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "全市大会")
    type_chinese(editor, "，")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议名称") == "全市大会"
    assert texts(editor)[0] == "在全市大会，上的讲话"
    assert lines(editor)[0] == "在[全市大会](=会议名称)，上的讲话"


def test_a_click_elsewhere_fills(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "大会")
    cursor = QTextCursor(editor.document().findBlockByNumber(2))
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.cursorRect(cursor).center())
    qtbot.waitUntil(lambda: fact(editor, "会议名称") == "大会")


def test_return_right_after_parts_behind_what_the_fact_prints(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor, "2025-5-31")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert texts(editor)[1:3] == ["2025年5月31日", ""]
    assert editor.current_block_index() == 2


def test_what_does_not_read_stays_and_is_listed_as_edited_by_hand(
    editor: SpeechEditor, window: MainWindow, qtbot
) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "五月底")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert texts(editor)[1] == "五月底"
    assert fact(editor, "会议日期") is None
    row = window.bench.facts.facts.rows["会议日期"]
    row.uses.click()
    qtbot.waitUntil(lambda: any(label.text() == "手工改过" for label in row.findChildren(QLabel)))


def test_a_cancelled_composition_fills_nothing_and_puts_the_placeholder_back(
    editor: SpeechEditor, qtbot
) -> None:
    before = lines(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    QApplication.sendEvent(editor, QInputMethodEvent("hui", []))
    QApplication.sendEvent(editor, QInputMethodEvent("", []))
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.wait(150)
    assert lines(editor) == before
    assert not editor.document().isUndoAvailable()


def test_typing_that_was_taken_back_fills_nothing(editor: SpeechEditor, window: MainWindow, qtbot) -> None:
    before = lines(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "大会")
    undo(window)
    assert lines(editor) == before
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.wait(20)
    assert lines(editor) == before
    assert editor.document().isRedoAvailable()
    window.text.redo()
    assert lines(editor)[0] == "在大会上的讲话"


def test_text_that_was_typed_and_deleted_again_fills_nothing(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "大")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.wait(20)
    assert lines(editor)[0] == "在上的讲话"
    assert fact(editor, "会议名称") is None


def test_typing_beside_a_placeholder_fills_nothing(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Home)
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    type_chinese(editor, "全市")
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.wait(20)
    assert lines(editor)[0] == "在全市[【会议名称】](=会议名称)上的讲话"


def test_words_between_the_brackets_fill_too(editor: SpeechEditor, qtbot) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    assert cursor.selectedText() == "会议名称"
    type_chinese(editor, "全市大会")
    assert texts(editor)[0] == "在【全市大会】上的讲话"
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: fact(editor, "会议名称") == "全市大会")
    assert texts(editor)[0] == "在全市大会上的讲话"


def test_a_name_that_is_pasted_over_a_placeholder_fills(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    data = QMimeData()
    data.setText("全市大会")
    editor.insertFromMimeData(data)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议名称") == "全市大会"


@pytest.mark.parametrize(
    "html", ["<p><b>全市大会</b></p>", "<b>全市大会</b>", "<p>全市<b>大会</b></p>", "<p>全市大会</p>"]
)
def test_words_with_a_look_of_their_own_that_are_pasted_over_a_placeholder_fill_too(
    editor: SpeechEditor, window: MainWindow, qtbot, html: str
) -> None:
    before = lines(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    data = QMimeData()
    data.setHtml(html)
    data.setText("全市大会")
    editor.insertFromMimeData(data)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议名称") == "全市大会"
    assert texts(editor)[0] == "在全市大会上的讲话"
    assert texts(editor)[3].startswith("全市大会很重要")
    undo(window)
    undo(window)
    assert lines(editor) == before


def test_bold_words_over_a_placeholder_that_is_a_whole_line_fill(editor: SpeechEditor, qtbot) -> None:
    for _ in range(2):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    data = QMimeData()
    data.setHtml("<p><b>2025年5月31日</b></p>")
    editor.insertFromMimeData(data)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert "2025年5月31日召开" in texts(editor)[3]


@pytest.mark.parametrize("html", ["", "<p><b>怎么看？</b>怎么办</p>"])
def test_a_pasted_name_with_sentences_in_it_fills(editor: SpeechEditor, qtbot, html: str) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    data = QMimeData()
    data.setText("怎么看？怎么办")
    if html:
        data.setHtml(html)
    editor.insertFromMimeData(data)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议名称") == "怎么看？怎么办"


def test_writing_on_behind_a_pasted_name_with_sentences_is_no_name(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    data = QMimeData()
    data.setText("怎么看？怎么办")
    editor.insertFromMimeData(data)
    type_chinese(editor, "。各位同志")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议名称") is None
    assert lines(editor)[0] == "在[怎么看？怎么办。各位同志](=会议名称)上的讲话"


def test_several_lines_pasted_over_a_placeholder_fill_nothing(editor: SpeechEditor, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    data = QMimeData()
    data.setHtml("<p><b>全市大会</b></p><p>第二段。</p>")
    editor.insertFromMimeData(data)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert fact(editor, "会议名称") is None


def test_a_placeholder_of_no_fact_is_only_text(editor: SpeechEditor, qtbot) -> None:
    for _ in range(5):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.textCursor().selectedText() == "【待填：别的】"
    type_chinese(editor, "写好了")
    qtbot.keyClick(editor, Qt.Key.Key_Home)
    qtbot.wait(20)
    assert texts(editor)[3].endswith("写好了。")
    assert len(editor.draft_document.draft().facts) == 0


def test_saving_takes_what_was_typed(editor: SpeechEditor, window: MainWindow, qtbot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    type_chinese(editor, "大会")
    assert window.bench.settle()
    assert fact(editor, "会议名称") == "大会"


def test_a_number_typed_over_a_placeholder_makes_a_heading_and_no_fact(editor: SpeechEditor, qtbot) -> None:
    for _ in range(3):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.current_block_index() == 3
    type_chinese(editor, "一、")
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.wait(20)
    assert lines(editor)[3].startswith("# 很重要")
    assert fact(editor, "会议名称") is None
