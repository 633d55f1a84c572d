"""Comments written in their dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.ui.comment_dialog import CommentDialog


def test_what_is_written_is_the_comment(qtbot: QtBot) -> None:
    dialog = CommentDialog(None, "")
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.findChild(QPlainTextEdit)
    qtbot.keyClicks(field, " check ")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert dialog.text == "check"


def test_escape_leaves_the_comment_as_it_was(qtbot: QtBot) -> None:
    dialog = CommentDialog(None, "核口径")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == CommentDialog.DialogCode.Rejected
    assert dialog.text == "核口径"


def test_the_comment_is_written_without_leaving_the_keys(qtbot: QtBot) -> None:
    dialog = CommentDialog(None, "")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field = dialog.findChild(QPlainTextEdit)
    qtbot.keyClicks(field, "check")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == CommentDialog.DialogCode.Accepted
    assert dialog.text == "check"
