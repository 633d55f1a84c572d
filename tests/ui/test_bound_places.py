"""Facts in the text: seen when one looks, told in words, changed and bound again from where they stand."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolTip

from app.core.markup import parse_markup, print_block
from app.jobs.opening import Opened
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.main_window import MainWindow
from tests.ui.hands import type_chinese

SPEECH = """+++
[事实]
会议名称 = "全市大会"
+++
在[全市大会](=会议名称)上
[区里的会](=会议名称)很重要，[约三成](^查<b>)
- 甲；
- 乙。
我讲[一](=@意见数)点
# 丙
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


def point(editor: SpeechEditor, index: int, offset: int) -> QPoint:
    """The middle of a character."""
    cursor = QTextCursor(editor.document().findBlockByNumber(index))
    cursor.setPosition(cursor.position() + offset)
    left = editor.cursorRect(cursor)
    cursor.setPosition(cursor.position() + 1)
    right = editor.cursorRect(cursor)
    return QPoint((left.x() + right.x()) // 2, left.center().y())


def hover(editor: SpeechEditor, at: QPoint) -> None:
    where = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, where, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(editor.viewport(), event)


def told(editor: SpeechEditor, at: QPoint) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, at, editor.viewport().mapToGlobal(at))
    QApplication.sendEvent(editor.viewport(), event)
    return QToolTip.text()


def underlined(editor: SpeechEditor) -> list[str]:
    line = QTextCharFormat.UnderlineStyle.SingleUnderline
    return [
        mark.cursor.selectedText()
        for mark in editor.extraSelections()
        if mark.format.underlineStyle() == line
    ]


def menu(editor: SpeechEditor, at: QPoint) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, editor.viewport().mapToGlobal(at))
    QApplication.sendEvent(editor.viewport(), event)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def named(found: QMenu) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in found.actions() if not action.isSeparator()}


def noted(window: MainWindow, words: str) -> bool:
    return any(words in label.text() for label in window.status.findChildren(QLabel))


def test_a_fact_is_underlined_while_the_cursor_is_in_it(editor: SpeechEditor, qtbot) -> None:
    assert underlined(editor) == []
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    assert underlined(editor) == ["全市大会"]
    qtbot.keyClick(editor, Qt.Key.Key_End)
    assert underlined(editor) == []


def test_a_fact_is_underlined_while_the_mouse_is_over_it(editor: SpeechEditor) -> None:
    hover(editor, point(editor, 1, 1))
    assert underlined(editor) == ["区里的会"]
    hover(editor, point(editor, 1, 5))
    assert underlined(editor) == []
    hover(editor, point(editor, 1, 1))
    QApplication.sendEvent(editor.viewport(), QEvent(QEvent.Type.Leave))
    assert underlined(editor) == []


def test_looking_changes_nothing(editor: SpeechEditor) -> None:
    hover(editor, point(editor, 1, 1))
    assert not editor.document().isModified() and not editor.document().isUndoAvailable()


def test_a_tooltip_says_what_stands_there(editor: SpeechEditor) -> None:
    assert "会议名称（事实）" in told(editor, point(editor, 0, 2))
    assert "手工改过" in told(editor, point(editor, 1, 0))
    assert "查&lt;b&gt;" in told(editor, point(editor, 1, 10))
    assert "意见数（由程序数出）" in told(editor, point(editor, 4, 2))
    assert "手工改过" not in told(editor, point(editor, 4, 2))


def test_ctrl_and_a_click_go_to_the_box_of_the_fact(editor: SpeechEditor, window: MainWindow, qtbot) -> None:
    window.bench.show_layers()
    at = point(editor, 0, 2)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    box = window.focusWidget()
    assert isinstance(box, QLineEdit) and box.text() == "全市大会"
    assert window.bench.sides.panel.current is window.bench.facts


def test_a_plain_click_stays_in_the_text(editor: SpeechEditor, window: MainWindow, qtbot) -> None:
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point(editor, 0, 2))
    assert window.focusWidget() is editor


def test_the_menu_of_the_page_is_made_of_our_commands(editor: SpeechEditor, window: MainWindow) -> None:
    found = menu(editor, point(editor, 0, 0))
    known = {
        window.commands[each] for each in ("cut", "copy", "paste", "paste_plain", "bold", "joined_series")
    }
    assert known <= set(found.actions())
    assert not named(found)["剪切"] and named(found)["粘贴"]
    assert "改这个事实" not in named(found) and "重新绑定" not in named(found)
    found.close()


def test_on_a_fact_the_menu_begins_with_it(editor: SpeechEditor, window: MainWindow) -> None:
    found = menu(editor, point(editor, 0, 2))
    assert next(iter(named(found))) == "改这个事实"
    assert "重新绑定" not in named(found)
    next(action for action in found.actions() if action.text() == "改这个事实").trigger()
    found.close()
    assert isinstance(window.focusWidget(), QLineEdit)


def test_a_place_edited_by_hand_is_bound_again_from_the_menu_in_one_step(
    editor: SpeechEditor, window: MainWindow
) -> None:
    before = lines(editor)
    found = menu(editor, point(editor, 1, 1))
    next(action for action in found.actions() if action.text() == "重新绑定").trigger()
    found.close()
    assert lines(editor)[1].startswith("[全市大会](=会议名称)很重要")
    window.text.undo()
    assert lines(editor) == before


def test_a_right_click_within_the_selection_keeps_it(editor: SpeechEditor) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    found = menu(editor, point(editor, 0, 2))
    assert named(found)["复制"]
    found.close()
    assert editor.textCursor().hasSelection()
    menu(editor, point(editor, 1, 6)).close()
    assert not editor.textCursor().hasSelection() and editor.current_block_index() == 1


def test_a_number_that_is_reckoned_has_no_box_and_it_is_told(
    editor: SpeechEditor, window: MainWindow, qtbot
) -> None:
    at = point(editor, 4, 2)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert noted(window, "数出来")
    assert window.focusWidget() is editor


def test_the_whole_series_runs_on_by_a_key(editor: SpeechEditor, window: MainWindow, qtbot) -> None:
    window.text.go_to_block(3)
    qtbot.wait(10)
    qtbot.keyClick(
        editor, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert lines(editor)[2:4] == ["+- 甲；", "+- 乙。"]
    window.text.undo()
    assert lines(editor)[2:4] == ["- 甲；", "- 乙。"]


def test_pasting_as_text_has_a_key(editor: SpeechEditor, window: MainWindow, qtbot) -> None:
    QApplication.clipboard().setText("一、子\n二、丑")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_chinese(editor, "丁")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(editor, Qt.Key.Key_V, keys)
    assert lines(editor)[-2:] == ["# 丙丁一、子", "二、丑"]


def test_what_was_made_of_a_page_is_told_below(editor: SpeechEditor, window: MainWindow, qtbot) -> None:
    QApplication.clipboard().setText("一、子\n二、丑")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert lines(editor)[-2:] == ["# 子", "# 丑"]
    assert noted(window, "2 个序号")
