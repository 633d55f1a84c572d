"""Going from one 【placeholder】 to the next. Qt's own search finds the brackets: no key goes through all blocks."""

from PySide6.QtGui import QTextCursor, QTextDocument

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


def placeholder_beside(document: DraftDocument, cursor: QTextCursor, after: bool) -> QTextCursor | None:
    """The placeholder that ends at the cursor, or begins `after` it, as a selection; None where none does."""
    block, place = cursor.block(), cursor.positionInBlock()
    text = block.text()
    at = characters(text, place)
    if text[at : at + 1] != _OPENING if after else text[:at][-1:] != _CLOSING:
        return None
    opening = at if after else text.rfind(_OPENING, 0, at)
    bracket = QTextCursor(document)
    bracket.setPosition(block.position() + units(text, max(opening, 0)))
    bracket.setPosition(bracket.position() + 1, QTextCursor.MoveMode.KeepAnchor)
    found = _placeholder_at(bracket)
    end = cursor.position() if not after else None
    return found if found is not None and end in (None, found.selectionEnd()) else None


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
