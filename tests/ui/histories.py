"""Random histories of writing: what a test runs a few of and `endure` ten thousand."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from app.core import structure
from app.core.computed import SCOPE, computed_runs, computed_texts
from app.core.draft import Block, Draft
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.core.plan import Plan
from app.core.repair import repaired
from app.core.selection import moved_text
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import place_of
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
        """Do random deeds, then take all back and make all again. Raises AssertionError where a draft differs.

        The event loop runs after some deeds only, so that others follow before anything is made sound.
        """
        for _ in range(deeds):
            before = self._computed()
            settled = not self.document.composing()
            self._deed()()
            assert repaired(self.document.draft()) == self.document.draft()
            assert _nameless(self.document.draft().blocks) == _nameless(self._read_anew())
            if settled and self.chance.random() < 0.7:
                QApplication.processEvents()
                self._check_computed(before)
        self.document.normalise()
        while self.document.isRedoAvailable():
            self.document.redo()
        end = self.document.draft()
        steps = self._all(self.document.isUndoAvailable, self.document.undo)
        assert self.document.draft() == self.start
        assert self._all(self.document.isRedoAvailable, self.document.redo) == steps
        assert self.document.draft() == end
        assert [self.document.number(at) for at in range(len(end.blocks))] == _numbers(end)

    def _computed(self) -> dict[str, tuple[str, bool]]:
        """Text of the one computed value of a block, by id, and whether it is what the draft computes."""
        draft = self.document.draft()
        texts = computed_texts(draft)
        found: dict[str, list[tuple[str, bool]]] = {}
        for at, index, run in computed_runs(draft):
            live = texts.get((at, index)) == run.text
            found.setdefault(draft.blocks[at].id, []).append((run.text, live))
        return {name: values[0] for name, values in found.items() if len(values) == 1}

    def _check_computed(self, before: dict[str, tuple[str, bool]]) -> None:
        """What was computed and nobody touched is what the draft computes now."""
        for name, (text, live) in self._computed().items():
            old_text, was_live = before.get(name, ("", False))
            assert live or not was_live or text != old_text

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
                self._compose_over, self._compose_over, self._cancel, self._cancel, self._commit_return,
                self._kind, self.editor.toggle_joined, self._plan, self._paste, self.editor.cut,
                self.editor.copy, self.editor.paste, self.editor.paste, self._cut_and_paste, self._drag, self._drag,
                self.editor.undo, self.editor.undo, self.document.undo, self.editor.redo, self.document.redo,
            ]
        )  # fmt: skip

    def _position(self) -> int:
        return self._before_pair(self.chance.randrange(self.document.characterCount()))

    def _before_pair(self, position: int) -> int:
        """No key and no mouse puts a cursor into the middle of a character."""
        return position - ("\udc00" <= self.document.characterAt(position) <= "\udfff")

    def _go(self) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(self._position())
        self.editor.setTextCursor(cursor)

    def _select(self) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(self._position())
        near = min(self.document.characterCount() - 1, cursor.position() + self.chance.randrange(1, 30))
        cursor.setPosition(self._before_pair(near), cursor.MoveMode.KeepAnchor)
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

    def _compose_over(self) -> None:
        self._select()
        self._compose()

    def _cancel(self) -> None:
        """Compose, over a selection or not, and cancel: the draft is what it was, also while the event loop runs."""
        self._select() if self.chance.random() < 0.7 else self._go()
        QApplication.processEvents()
        before = self.document.draft()
        QApplication.sendEvent(self.editor, QInputMethodEvent("t", []))
        if self.chance.random() < 0.5:
            QApplication.processEvents()
        QApplication.sendEvent(self.editor, QInputMethodEvent("", []))
        assert self.document.draft().blocks == before.blocks

    def _commit_return(self) -> None:
        event = QInputMethodEvent()
        event.setCommitString(self.chance.choice(["\n", "甲\n乙"]))
        QApplication.sendEvent(self.editor, event)

    def _cut_and_paste(self) -> None:
        self._select()
        if not self.editor.textCursor().hasSelection():
            return
        before = _visible(self.document.draft())
        self.editor.cut()
        if self.chance.random() < 0.5:
            QApplication.processEvents()
            self._go()
        self.editor.paste()
        assert _visible(self.document.draft()) == before

    def _drag(self) -> None:
        self._select()
        before = _visible(self.document.draft())
        at = self.editor.textCursor()
        at.setPosition(self._position())
        self.editor.change(lambda draft: moved_text(draft, *self.editor.selection(), place_of(at)))
        assert _visible(self.document.draft()) == before

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


def _nameless(blocks: Sequence[Block]) -> list[Block]:
    """Blocks without ids, which are made at random until the event loop ran."""
    return [
        replace(block, id="", section=block.section and replace(block.section, id="")) for block in blocks
    ]


def _visible(draft: Draft) -> Counter[str]:
    """Every character that is seen, but for computed values and the end marks of series, which follow the place."""
    texts = (
        run.text for block in draft.blocks for run in block.runs if not (run.bind and run.bind.scope == SCOPE)
    )
    return Counter(char for text in texts for char in text if not char.isspace() and char not in "；。")
