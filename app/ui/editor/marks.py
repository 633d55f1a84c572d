"""Which marks text takes that is typed, composed or pasted (DESIGN.md §4)."""

from PySide6.QtGui import QTextCharFormat, QTextCursor

from app.ui.document.properties import BIND, BOLD, MARKS, PLACEHOLDER


def is_within_value(of: QTextCharFormat) -> bool:
    """Whether text of that format stands within a placeholder or the text of a fact, which is bold as a whole or not."""
    return of.hasProperty(PLACEHOLDER) or of.hasProperty(BIND)


def typing_format(cursor: QTextCursor, bold: bool | None = None) -> QTextCharFormat:
    """The format for text put in the place of a cursor's selection.

    A mark goes on only where the text comes to stand within it, so that text at its edge is outside;
    what is put in the place of bold text is bold. `bold`: what the writer wants, None where nothing was said.
    """
    left, right = _before(cursor), _after(cursor)
    first = _first_letter(cursor)
    between = _ends_with(cursor, "】") or _begins_with(cursor, "【")  # of two placeholders is in neither
    result = QTextCharFormat()
    for mark in MARKS:
        of = first if mark == BOLD and first is not None else left
        goes_on = mark == BOLD or left.property(mark) == right.property(mark)
        if of.hasProperty(mark) and goes_on and not (mark == PLACEHOLDER and between):
            result.setProperty(mark, of.property(mark))
    if bold is not None and not is_within_value(result):
        result.clearProperty(BOLD)
        if bold:
            result.setProperty(BOLD, True)
    return result


def _ends_with(cursor: QTextCursor, char: str) -> bool:
    """Whether that character stands before a cursor's selection."""
    return cursor.document().characterAt(cursor.selectionStart() - 1) == char


def _begins_with(cursor: QTextCursor, char: str) -> bool:
    """Whether that character stands after a cursor's selection."""
    return cursor.document().characterAt(cursor.selectionEnd()) == char


def _first_letter(cursor: QTextCursor) -> QTextCharFormat | None:
    """The format of the first letter that is selected; None where there is none, only ends of lines."""
    at = _at_position(cursor, cursor.selectionStart())
    while at.position() < cursor.selectionEnd():
        if not at.atBlockEnd():
            return _at(cursor, at.position() + 1)
        at.setPosition(at.position() + 1)
    return None


def _before(cursor: QTextCursor) -> QTextCharFormat:
    start = _at_position(cursor, cursor.selectionStart())
    return QTextCharFormat() if start.atBlockStart() else start.charFormat()


def _after(cursor: QTextCursor) -> QTextCharFormat:
    stop = _at_position(cursor, cursor.selectionEnd())
    return QTextCharFormat() if stop.atBlockEnd() else _at(cursor, cursor.selectionEnd() + 1)


def _at(cursor: QTextCursor, position: int) -> QTextCharFormat:
    """The format of the character before a position."""
    return _at_position(cursor, position).charFormat()


def _at_position(cursor: QTextCursor, position: int) -> QTextCursor:
    found = QTextCursor(cursor.document())
    found.setPosition(position)
    return found
