"""What the writer types over, or into, the placeholder of a fact: watched until the cursor leaves it.

The text is plain from the first key on; which placeholder stood there is known here alone, so that it is no part
of undo: when the typing is taken back the placeholder stands there again, and there is nothing left to fill.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextFragment

from app.core.draft import Bind, Run
from app.core.place import Place
from app.ui.document.positions import place_of
from app.ui.document.properties import BIND, fragments, run_of

if TYPE_CHECKING:  # imported when something was typed over: it needs all of the templates
    from app.templating.typed_facts import TypedOver
    from app.ui.editor.speech_editor import SpeechEditor

_COMPOSING = 100
"""Milliseconds after which it is asked again whether an input method is done."""
_FILLED = ("draft", "section")
_MARKS = "，、；：。,;:"


@dataclass(frozen=True)
class _Watched:
    """The stretch between two cursors that move with the text, and the placeholder that stood there."""

    start: QTextCursor
    stop: QTextCursor
    bind: Bind
    was: str
    at_once: str
    """What took the place of the whole placeholder in one go; empty where it was written letter by letter."""


def run_around(cursor: QTextCursor, bound: bool = False) -> tuple[int, int, Run] | None:
    """First and last document position of the run that a cursor's selection lies in, and the run; where `bound`, if it is.

    A cursor without selection between two runs is in the right one, at the end of a line in the last.
    """
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    found: QTextFragment | None = None
    for fragment in fragments(cursor.document().findBlock(first)):
        start, stop = fragment.position(), fragment.position() + fragment.length()
        if start <= first and last <= stop:
            found = fragment
        if stop > first:
            break
    if found is None or (bound and not found.charFormat().hasProperty(BIND)):
        return None
    start, stop = found.position(), found.position() + found.length()
    return start, stop, run_of(found.text(), found.charFormat())


def _placeholder_at(cursor: QTextCursor) -> tuple[int, int, Run, Bind] | None:
    """The placeholder of a fact that a cursor's selection lies in, from where to where, and what it is bound to."""
    found = run_around(cursor, bound=True)
    if found is None or not found[2].placeholder or found[2].bind is None:
        return None
    return (*found, found[2].bind) if found[2].bind.scope in _FILLED else None


def _marks_behind(words: str) -> int:
    """How many marks were typed on behind a name: no name ends with them, they belong to the sentence around it."""
    return len(words) - len(words.rstrip(_MARKS) or words)


class Filling(QObject):
    """Watches one placeholder at a time; `left` tells what stands in its place when the cursor goes elsewhere."""

    left = Signal(object)

    def __init__(self, editor: "SpeechEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._watched: _Watched | None = None
        self._leaver = QTimer(self, singleShot=True, interval=0)
        self._leaver.timeout.connect(self._ask)
        editor.cursorPositionChanged.connect(self._look)
        editor.draft_document.filled.connect(self.forget)

    def begin(self, at_once: str = "") -> None:
        """Text is going to be put in at the cursor: watch the placeholder there, where it is a fact's.

        `at_once` is the text where it is not typed letter by letter.
        """
        if self._watched is not None and self._is_within(self._editor.textCursor()):
            return
        self.settle()
        cursor = self._editor.textCursor()
        found = _placeholder_at(cursor)
        if found is not None and (cursor.hasSelection() or cursor.position() not in found[:2]):
            whole = found[:2] == (cursor.selectionStart(), cursor.selectionEnd())
            self._watch(*found, at_once if whole else "")

    @contextmanager
    def put_over(self) -> Iterator[None]:
        """Watch what a plan puts in the place of a placeholder that is selected whole, where it stays in its line."""
        self.settle()
        cursor = self._editor.textCursor()
        line, found = cursor.blockNumber(), _placeholder_at(cursor)
        if found is not None and found[:2] != (cursor.selectionStart(), cursor.selectionEnd()):
            found = None
        yield
        cursor = self._editor.textCursor()
        if found is not None and cursor.blockNumber() == line and cursor.position() > found[0]:
            start, _, run, bind = found
            cursor.setPosition(start, cursor.MoveMode.KeepAnchor)
            self._watch(start, cursor.anchor(), run, bind, cursor.selectedText())

    def _watch(self, start: int, stop: int, run: Run, bind: Bind, at_once: str) -> None:
        document = self._editor.document()
        first, last = QTextCursor(document), QTextCursor(document)
        first.setPosition(start)
        first.setKeepPositionOnInsert(True)
        last.setPosition(stop)
        self._watched = _Watched(first, last, bind, run.text, at_once)

    def forget(self) -> None:
        """What was typed became something else, or another draft stands here."""
        self._watched = None

    def settle(self) -> None:
        """The cursor is taken to be elsewhere: tell what was typed."""
        if self._watched is None:
            return
        self._leaver.stop()
        if self._editor.draft_document.composing():
            self._leaver.start(_COMPOSING)
            return
        from app.templating.typed_facts import TypedOver

        watched, self._watched = self._watched, None
        start, stop = place_of(watched.start), place_of(watched.stop)
        if start.index != stop.index or start.offset == stop.offset or self._editor.isReadOnly():
            return
        stretch = QTextCursor(self._editor.document())
        stretch.setPosition(watched.start.position())  # whose anchor went along with what was put in
        stretch.setPosition(watched.stop.position(), stretch.MoveMode.KeepAnchor)
        words = stretch.selectedText()
        at_once = words == watched.at_once
        end = stop.offset if at_once else stop.offset - _marks_behind(words)
        self._tell(TypedOver(start.index, start.offset, end, watched.bind, watched.was, at_once))

    def _tell(self, place: "TypedOver") -> None:
        """Tell what was typed; a cursor in the same line stays between the words where it was."""
        from app.templating.typed_facts import carried

        editor, document = self._editor, self._editor.draft_document
        cursor, before = place_of(editor.textCursor()), document.draft()
        moves = not editor.textCursor().hasSelection() and cursor.index == place.index
        self.left.emit(place)
        after = document.draft()
        if moves and before is not after:
            blocks = before.blocks[place.index], after.blocks[place.index]
            editor.go_to(Place(place.index, carried(*blocks, place, cursor.offset)))

    def _is_within(self, cursor: QTextCursor) -> bool:
        watched = self._watched
        if watched is None:
            return False
        start, stop = watched.start.position(), watched.stop.position()
        return start <= cursor.selectionStart() and cursor.selectionEnd() <= stop

    def _look(self) -> None:
        """The cursor moved: it is asked when the key is done, and may be back by then."""
        if self._watched is not None and not self._is_within(self._editor.textCursor()):
            self._leaver.start(0)

    def _ask(self) -> None:
        if not self._is_within(self._editor.textCursor()):
            self.settle()
