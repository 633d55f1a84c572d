"""Random histories of writing: what a test runs a few of and `endure` ten thousand."""

import random
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from app.core import structure
from app.core.draft import Block, Draft
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.core.plan import Plan
from app.core.repair import repaired
from app.ui.document.draft_document import DraftDocument
from app.ui.document.properties import read_block
from app.ui.document.splicing import is_vacant
from app.ui.editor.speech_editor import SpeechEditor

START = """@标题 在[全市大会](=会议名称)上的讲话
@称谓 同志们：
今天开会，【待填：任务】。我讲[两](=@意见数)点意见。 {节=开场}
# 提高认识 {认识}
## 这是大势所趋。
+ 当前，**形势**逼人。
- 抓紧开工；
+- 加快建成；
+- 严格督查。
# 强化保障 {保障}
正文[4070亿元](?)，[较快](^核)。
@结束语 谢谢大家！
"""
TEXTS = ("同志们", "一", "。", "；", "x1", "𠮷", "【", "】", "（")


class History:
    """One writer at one editor, whose deeds a seed decides."""

    def __init__(self, editor: SpeechEditor, document: DraftDocument, seed: int) -> None:
        self.editor, self.document = editor, document
        self.chance = random.Random(seed)
        self.start = parse_markup(START, counting_ids())
        self.document.fill(self.start)

    def run(self, deeds: int) -> None:
        """Do random deeds, then take all back and make all again. Raises AssertionError where a draft differs."""
        for _ in range(deeds):
            self._deed()()
            self.document.normalise()
            assert repaired(self.document.draft()) == self.document.draft()
            assert self.document.draft().blocks == self._read_anew()
        while self.document.isRedoAvailable():
            self.document.redo()
        end = self.document.draft()
        steps = self._all(self.document.isUndoAvailable, self.document.undo)
        assert self.document.draft() == self.start
        assert self._all(self.document.isRedoAvailable, self.document.redo) == steps
        assert self.document.draft() == end
        assert [self.document.number(at) for at in range(len(end.blocks))] == _numbers(end)

    def _read_anew(self) -> tuple[Block, ...]:
        """The blocks read from the document without anything that was read before."""
        lines = () if is_vacant(self.document) else tuple(self.document.text_blocks())
        read = replace(self.document.draft(), blocks=tuple(read_block(line) for line in lines))
        return repaired(read).blocks

    def _all(self, available: Callable[[], bool], step: Callable[[], None]) -> int:
        count = 0
        while available():
            step()
            self.document.draft()
            count += 1
        return count

    def _deed(self) -> Callable[[], None]:
        return self.chance.choice(
            [
                self._go, self._go, self._select, self._type, self._type, self._compose, self._compose,
                lambda: self._press(Qt.Key.Key_Return), lambda: self._press(Qt.Key.Key_Backspace),
                lambda: self._press(Qt.Key.Key_Delete), lambda: self._press(Qt.Key.Key_Tab),
                self._kind, self.editor.toggle_joined, self._plan, self._paste, self.editor.cut,
                self.document.undo, self.document.undo, self.document.redo,
            ]
        )  # fmt: skip

    def _position(self) -> int:
        return self.chance.randrange(self.document.characterCount())

    def _go(self) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(self._position())
        self.editor.setTextCursor(cursor)

    def _select(self) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(self._position())
        near = min(self.document.characterCount() - 1, cursor.position() + self.chance.randrange(1, 30))
        cursor.setPosition(near, cursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    def _press(self, key: Qt.Key, text: str = "") -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(self.editor, event)

    def _type(self) -> None:
        self._press(Qt.Key.Key_A, self.chance.choice(TEXTS))

    def _compose(self) -> None:
        for pending in ("t", "to"):
            QApplication.sendEvent(self.editor, QInputMethodEvent(pending, []))
        event = QInputMethodEvent()
        event.setCommitString(self.chance.choice(TEXTS))
        QApplication.sendEvent(self.editor, event)

    def _kind(self) -> None:
        self.editor.set_kind(self.chance.choice(list(Kind)), self.chance.choice(["", "要", "首先"]))

    def _plan(self) -> None:
        self.editor.change(self._any_plan)

    def _any_plan(self, draft: Draft) -> Plan:
        size = len(draft.blocks)
        if not size:
            return Plan("")
        start = self.chance.randrange(size)
        stop = self.chance.randrange(start, size) + 1
        plans = [
            lambda: structure.move(draft, start, stop, self.chance.randrange(size + 1)),
            lambda: structure.delete(draft, start, min(stop, start + 2)),
            lambda: structure.duplicate(draft, start, min(stop, start + 2)),
            lambda: structure.shift(draft, start, self.chance.choice([-1, 1])),
        ]
        return self.chance.choice(plans)()

    def _paste(self) -> None:
        data = QMimeData()
        data.setText(self.chance.choice(["一段文字", "甲\n乙\n丙", "# 甲\n\n　　乙\t丙"]))
        self.editor.insertFromMimeData(data)


def _numbers(draft: Draft) -> list[str]:
    return list(numbers(draft.blocks))
