"""Comments written in their dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.ui.comment_dialog import CommentDialog
from tests.ui.dialogs import Presser


def test_what_is_written_is_the_comment(qtbot: QtBot) -> None:
    dialog = CommentDialog(None, "")
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.findChild(QPlainTextEdit)
    qtbot.keyClicks(field, " check ")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert dialog.text == "check"
    dialog.done(0)


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


def test_leaving_a_comment_that_was_written_asks(qtbot: QtBot, press: Presser) -> None:
    for answer, left, result in (
        ("取消", True, None),
        ("放弃", False, CommentDialog.DialogCode.Rejected),
        ("写好批注", False, CommentDialog.DialogCode.Accepted),
    ):
        dialog = CommentDialog(None, "核口径")
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClicks(dialog.findChild(QPlainTextEdit), "check ")
        press(answer)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not press.waiting)
        assert dialog.isVisible() is left
        assert result is None or dialog.result() == result
        assert dialog.text.startswith("check")
        dialog.done(0)
