"""Keys of the page that are ours: borders of blocks, marks, placeholders, undo; the rest is Qt's."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.core import writing
from app.core.draft import Draft
from app.core.selection import return_over
from app.core.writing import Stroke
from app.ui.editor.placeholders import placeholder_halved

if TYPE_CHECKING:
    from app.ui.editor.speech_editor import SpeechEditor

Deed = Callable[[], object]

_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_OF_EMACS = (Qt.Key.Key_D, Qt.Key.Key_K)
"""With Ctrl, Qt takes text out by these on X11, past lines and placeholders; a slip beside 待核实 would do it."""


def deed_of(editor: "SpeechEditor", event: QKeyEvent) -> Deed | None:
    """What a key does on the page; None where it is Qt's."""
    key, plain = event.key(), event.modifiers() in _PLAIN
    # These come first: at each question for a standard key Qt goes through all of them.
    if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return lambda: press_return(editor)
    if plain and key == Qt.Key.Key_Backspace:
        return _backspace(editor)
    if event.matches(QKeySequence.StandardKey.Undo):
        return editor.undo
    if event.matches(QKeySequence.StandardKey.Redo):
        return editor.redo
    if event.matches(QKeySequence.StandardKey.Cut):
        return editor.cut
    if _is_for_commands(event):
        return lambda: None
    if key == Qt.Key.Key_Tab:
        return editor.typed_numbers.make_point if editor.typed_numbers.offered() else editor.next_placeholder
    if key == Qt.Key.Key_Backtab:
        return editor.previous_placeholder
    if key == Qt.Key.Key_Backspace:
        return _backspace(editor, event)
    if key == Qt.Key.Key_Delete:
        return _delete(editor, event)
    text = event.text()
    if text and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return lambda: editor.edits.put_in(text, by_key=True)
    return None


def _backspace(editor: "SpeechEditor", by_word: QKeyEvent | None = None) -> Deed | None:
    """What Backspace takes back or out; `by_word` is the key that takes a word, None that which takes a letter."""
    cursor = editor.textCursor()
    if editor.typed_numbers.just_made():
        return editor.undo
    if cursor.hasSelection():
        return editor.edits.take_selected
    if by_word is None and (halved := placeholder_halved(cursor, after=False)):
        return lambda: editor.setTextCursor(halved)
    if cursor.atBlockStart():
        return lambda: editor.change(lambda draft: _at_border(editor, draft, writing.backspace_at))
    if by_word is not None:
        return _by_word(editor, by_word)
    return lambda: editor.edits.take_letter(after=False)


def _delete(editor: "SpeechEditor", event: QKeyEvent) -> Deed | None:
    """What Delete takes out: a letter, or with another key held a word."""
    cursor, plain = editor.textCursor(), event.modifiers() in _PLAIN[:2]
    if cursor.hasSelection():
        return editor.edits.take_selected
    if plain and (halved := placeholder_halved(cursor, after=True)):
        return lambda: editor.setTextCursor(halved)
    if cursor.atBlockEnd():
        return lambda: editor.change(lambda draft: _at_border(editor, draft, writing.delete_at_end))
    return (lambda: editor.edits.take_letter(after=True)) if plain else _by_word(editor, event)


def _is_for_commands(event: QKeyEvent) -> bool:
    """Whether no command has a key now that is not meant as text: Qt would take text out by it, or put a letter in.

    With AltGr, which is Ctrl and Alt, keyboards have signs, never letters or digits.
    """
    if event.key() in _OF_EMACS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return True
    text = event.text()
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and text.isascii() and text.isalnum()


def _by_word(editor: "SpeechEditor", event: QKeyEvent) -> Deed | None:
    """Backspace or Delete with Ctrl takes out a word."""
    found = editor.by_word.span_to_delete(event)
    return None if found is None else lambda: editor.edits.take_word(found)


def press_return(editor: "SpeechEditor") -> None:
    """Return, over the selection where there is one."""
    editor.edits.widen()
    editor.change(lambda draft: return_over(draft, *editor.selection()))


def _at_border(editor: "SpeechEditor", draft: Draft, key: Callable[[Draft, int], Stroke]) -> Stroke:
    return key(draft, editor.current_block_index())
