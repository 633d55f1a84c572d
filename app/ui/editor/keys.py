"""Keys of the page that are ours: borders of blocks, marks, placeholders, undo; the rest is Qt's."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from app.core import writing
from app.core.draft import Draft
from app.core.selection import return_over
from app.core.writing import Stroke
from app.ui.editor.placeholders import placeholder_beside

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
    if event.matches(QKeySequence.StandardKey.Undo):
        return editor.undo
    if event.matches(QKeySequence.StandardKey.Redo):
        return editor.redo
    key, cursor = event.key(), editor.textCursor()
    if _is_for_commands(event):
        return lambda: None
    if key == Qt.Key.Key_Tab:
        return editor.typed_numbers.make_point if editor.typed_numbers.offered() else editor.next_placeholder
    if key == Qt.Key.Key_Backtab:
        return editor.previous_placeholder
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN:
        return lambda: press_return(editor)
    if key == Qt.Key.Key_Backspace and editor.typed_numbers.just_made():
        return editor.undo
    if event.matches(QKeySequence.StandardKey.Cut):
        return editor.cut
    if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and cursor.hasSelection():
        return editor.edits.take_selected
    if beside := _placeholder_beside(editor, event):
        return lambda: editor.setTextCursor(beside)
    if key == Qt.Key.Key_Backspace:
        if cursor.atBlockStart():
            return lambda: editor.change(lambda draft: _at_border(editor, draft, writing.backspace_at))
        return (
            (lambda: editor.edits.take_letter(after=False))
            if event.modifiers() in _PLAIN
            else _by_word(editor, event)
        )
    if key == Qt.Key.Key_Delete:
        if cursor.atBlockEnd():
            return lambda: editor.change(lambda draft: _at_border(editor, draft, writing.delete_at_end))
        plain = event.modifiers() in _PLAIN[:2]
        return (lambda: editor.edits.take_letter(after=True)) if plain else _by_word(editor, event)
    text = event.text()
    if text and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return lambda: editor.edits.put_in(text, by_key=True)
    return None


def _is_for_commands(event: QKeyEvent) -> bool:
    """Whether no command has a key now that is not meant as text: Qt would take text out by it, or put a letter in.

    With AltGr, which is Ctrl and Alt, keyboards have signs, never letters or digits.
    """
    if event.key() in _OF_EMACS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return True
    text = event.text()
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and text.isascii() and text.isalnum()


def _placeholder_beside(editor: "SpeechEditor", event: QKeyEvent) -> QTextCursor | None:
    """What Backspace or Delete selects before it takes it out: half of a placeholder would print as text."""
    key, cursor = event.key(), editor.textCursor()
    with_these = {Qt.Key.Key_Backspace: _PLAIN, Qt.Key.Key_Delete: _PLAIN[:2]}.get(Qt.Key(key), ())
    if event.modifiers() not in with_these or cursor.hasSelection():
        return None
    return placeholder_beside(cursor, after=key == Qt.Key.Key_Delete)


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
