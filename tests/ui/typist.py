"""Run by `tests.endure.kills`: the program with a file open, written in until somebody kills it.

Arguments: the file, the log, a seed; `careless` for a program that keeps no copies and a writer who never saves,
to see that this would be noticed. Keys come by real key events and by an input method that composes first;
each is logged with its time before it is pressed, so that a killed process has told all that it ever got.
"""

import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.cli.main import main
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.recovery.keeper import Keeper

RETURN, BACKSPACE, SAVE = "return", "backspace", "save"
_LETTERS = "讲话稿工作推进落实责任到人abcdefg0123，。"
_PAUSES = (5, 60)
"""Milliseconds between two keys."""
_CARELESS = "careless" in sys.argv


class Typist:
    """Presses a key, waits a moment, presses the next one."""

    def __init__(self, log: Path, seed: int) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._random = random.Random(seed)
        self._editor: SpeechEditor | None = None
        self._lines = [""]
        self._composed = ""

    def go_on(self) -> None:
        """The next key, once there is a draft to write in."""
        if self._editor is None:
            self._sit_down()
        else:
            self._press(self._editor)
        QTimer.singleShot(self._random.randint(*_PAUSES), self.go_on)

    def _sit_down(self) -> None:
        """A paragraph of its own at the end of the draft."""
        found = [
            each for window in QApplication.topLevelWidgets() for each in window.findChildren(SpeechEditor)
        ]
        if found and found[0].isVisible():
            self._editor = found[0]
            self._editor.moveCursor(QTextCursor.MoveOperation.End)
            self._tell(RETURN)
            key(self._editor, Qt.Key.Key_Return, "\r")

    def _press(self, editor: SpeechEditor) -> None:
        chance = self._random.random()
        if self._composed:
            self._commit(editor)
        elif chance < 0.05 and not _CARELESS:
            self._tell(SAVE)
            QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        elif chance < 0.1 and self._lines[-1]:
            self._tell(RETURN)
            self._lines.append("")
            key(editor, Qt.Key.Key_Return, "\r")
        elif chance < 0.15 and self._lines[-1]:
            self._tell(BACKSPACE)
            self._lines[-1] = self._lines[-1][:-1]
            key(editor, Qt.Key.Key_Backspace, "\b")
        elif chance < 0.3:
            self._composed = "".join(self._random.choices(_LETTERS, k=3))
            QApplication.sendEvent(editor, QInputMethodEvent("pin'yin", []))
        else:
            letter = self._random.choice(_LETTERS)
            self._tell(letter)
            self._lines[-1] += letter
            key(editor, Qt.Key.Key_unknown, letter)

    def _commit(self, editor: SpeechEditor) -> None:
        text, self._composed = self._composed, ""
        self._tell(text)
        self._lines[-1] += text
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(editor, event)

    def _tell(self, what: str) -> None:
        os.write(self._log, f"{time.monotonic():.6f} {what}\n".encode())


def key(editor: SpeechEditor, code: Qt.Key, text: str) -> None:
    """Press and let go of a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(editor, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))


if __name__ == "__main__":
    if _CARELESS:
        Keeper.keep = lambda self: None
    application = QApplication(sys.argv[:1])
    typist = Typist(Path(sys.argv[2]), int(sys.argv[3]))
    QTimer.singleShot(0, typist.go_on)
    sys.exit(main([sys.argv[1]]))
