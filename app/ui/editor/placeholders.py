"""Going from one 【placeholder】 to the next, and taking each whole.

Qt's own search finds the brackets: no key goes through all blocks.
"""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from app.core.draft import PLACEHOLDER as SHAPE
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import characters, units
from app.ui.document.properties import PLACEHOLDER

_OPENING, _CLOSING = "【", "】"
_FORWARD, _BACKWARD = QTextDocument.FindFlag(0), QTextDocument.FindFlag.FindBackward


def placeholder_after(document: DraftDocument, cursor: QTextCursor) -> QTextCursor | None:
    """The next placeholder as a selection, the first after the last; None where there is none."""
    return _first(document, cursor.selectionEnd(), _FORWARD) or _first(document, 0, _FORWARD)


def placeholder_before(document: DraftDocument, cursor: QTextCursor) -> QTextCursor | None:
    """The placeholder before as a selection, the last before the first; None where there is none."""
    found = _first(document, cursor.selectionStart(), _BACKWARD)
    return found or _first(document, document.characterCount() - 1, _BACKWARD)


def placeholder_halved(cursor: QTextCursor, after: bool) -> QTextCursor | None:
    """The placeholder of which Backspace, or Delete (`after`), would take one bracket, as a selection; else None."""
    block = cursor.block()
    text = block.text()
    at = characters(text, cursor.positionInBlock()) - (not after)
    letter = text[at] if 0 <= at < len(text) else ""
    opening = {_OPENING: at, _CLOSING: text.rfind(_OPENING, 0, max(at, 0))}.get(letter, -1)
    found = _placeholder_from(block, opening) if opening >= 0 else None
    taken = block.position() + units(text, at)
    return found if found is not None and taken < found.selectionEnd() else None


def take_whole(cursor: QTextCursor) -> bool:
    """Let a selection that takes one bracket of a placeholder take all of it; whether there was one to be taken.

    Letters between the brackets may be selected by themselves: without them it is a placeholder still.
    """
    if not cursor.hasSelection():
        return False
    start, stop = cursor.selectionStart(), cursor.selectionEnd()
    first, last = _around(cursor, start), _around(cursor, stop)
    if first == last:  # one, or none
        return False
    start, stop = first.selectionStart() if first else start, last.selectionEnd() if last else stop
    backwards = cursor.position() < cursor.anchor()
    cursor.setPosition(stop if backwards else start)
    cursor.setPosition(start if backwards else stop, QTextCursor.MoveMode.KeepAnchor)
    return True


def _around(cursor: QTextCursor, position: int) -> QTextCursor | None:
    """The placeholder that has a position between its brackets; None where none has."""
    block = cursor.document().findBlock(position)
    text = block.text()
    opening = text.rfind(_OPENING, 0, characters(text, position - block.position()))
    found = _placeholder_from(block, opening) if opening >= 0 else None
    return found if found is not None and position < found.selectionEnd() else None


def _first(document: DraftDocument, position: int, way: QTextDocument.FindFlag) -> QTextCursor | None:
    """The first placeholder from a position on, or the last one that ends before it."""
    found = document.find(_OPENING, position, way)
    while not found.isNull():
        match = _placeholder_at(found)
        if match is not None and (way is _FORWARD or match.selectionEnd() <= position):
            return match
        next_position = found.selectionEnd() if way is _FORWARD else found.selectionStart()
        found = document.find(_OPENING, next_position, way)
    return None


def _placeholder_from(block: QTextBlock, opening: int) -> QTextCursor | None:
    """The placeholder whose bracket is that character of a line; None where the character is none, or of none."""
    bracket = QTextCursor(block)
    bracket.setPosition(block.position() + units(block.text(), opening))
    bracket.setPosition(bracket.position() + 1, QTextCursor.MoveMode.KeepAnchor)
    return _placeholder_at(bracket)


def _placeholder_at(bracket: QTextCursor) -> QTextCursor | None:
    """The placeholder that begins with a selected bracket; None where the text only looks like one, or is hidden."""
    block = bracket.block()
    if not (bracket.charFormat().boolProperty(PLACEHOLDER) and block.isVisible()):
        return None
    text = block.text()
    match = SHAPE.match(text, characters(text, bracket.selectionStart() - block.position()))
    if match is None:
        return None
    found = QTextCursor(bracket)
    found.setPosition(bracket.selectionStart())
    found.setPosition(found.position() + units(match.group()), QTextCursor.MoveMode.KeepAnchor)
    return found
