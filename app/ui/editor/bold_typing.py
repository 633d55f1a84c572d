"""加粗 without a selection: what is typed next is bold, or plain among bold, until the cursor goes elsewhere.

Letters that are typed, or taken out beside the cursor within its line, move it, and leave that as it is.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core import marks
from app.ui.document.properties import BOLD
from app.ui.editor.marks import is_within_value, typing_format

if TYPE_CHECKING:
    from app.ui.editor.speech_editor import SpeechEditor


class BoldTyping(QObject):
    """What the writer wants at the cursor of one editor."""

    changed = Signal()
    """What is typed or selected at the cursor is bold now and was not, or the other way round."""

    def __init__(self, editor: "SpeechEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._wanted: tuple[bool, tuple[int, int, int]] | None = None
        """Bold or plain, and where and when that was wanted: at another place, or after another step, no more."""
        self._was_on = False
        editor.cursorPositionChanged.connect(self._look)
        editor.selectionChanged.connect(self._look)
        editor.draft_document.draft_changed.connect(self._look)

    @property
    def wanted(self) -> bool | None:
        """Whether what is typed next is to be bold or plain; None where it is as the text around it."""
        self._forget()
        return self._wanted[0] if self._wanted else None

    def is_on(self) -> bool:
        """Whether the selection is bold or, without one, what is typed at the cursor will be."""
        editor = self._editor
        if editor.textCursor().hasSelection():
            return marks.is_bold(editor.draft_document.draft(), *editor.selection())
        return typing_format(editor.textCursor(), self.wanted).boolProperty(BOLD)

    def toggle(self) -> None:
        """Let what is typed next be bold, or plain where it would be bold; within a fact or placeholder nothing."""
        self._editor.draft_document.settle()  # what is put right later would move the cursor
        if not is_within_value(typing_format(self._editor.textCursor())):
            self._wanted = not self.is_on(), self._now()
        self._was_on = self.is_on()
        self.changed.emit()

    @contextmanager
    def going_on(self) -> Iterator[bool | None]:
        """What is wanted, which it still is after letters were put in or taken out at the cursor."""
        wanted = self.wanted
        yield wanted
        if wanted is not None:
            self._editor.draft_document.settle()  # what is put right later would be another place
            self._wanted = wanted, self._now()
            self._look()

    def _look(self) -> None:
        self._forget()
        if self._editor.draft_document.is_settling:
            return  # it is looked at again when the views are told: no key waits for that
        if self._was_on != self.is_on():
            self._was_on = not self._was_on
            self.changed.emit()

    def _forget(self) -> None:
        if self._wanted and (self._editor.textCursor().hasSelection() or self._wanted[1] != self._now()):
            self._wanted = None

    def _now(self) -> tuple[int, int, int]:
        # What is composed and not committed is no step, and is not counted.
        document = self._editor.draft_document
        return document.steps.moves, document.characterCount(), self._editor.textCursor().position()
