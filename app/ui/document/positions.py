"""Places of a draft (block and character) and positions of a QTextDocument (UTF-16 units), one into the other."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from app.core.place import Place


def units(text: str, characters: int | None = None) -> int:
    """A count of characters (None: all) in UTF-16 units: characters beyond the basic plane are two."""
    return len(text[:characters].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, count: int) -> int:
    """A count of UTF-16 units in characters."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "replace"))


def place_of(cursor: QTextCursor) -> Place:
    """Where a cursor stands."""
    return place_at(cursor.document(), cursor.position())


def place_at(document: QTextDocument, position: int) -> Place:
    """The place that a document position is."""
    block = document.findBlock(position)
    return Place(block.blockNumber(), characters(block.text(), position - block.position()))


def position_of(document: QTextDocument, place: Place) -> int:
    """The document position of a place, at the end of the document where there is no such block."""
    block: QTextBlock = document.findBlockByNumber(place.index)
    if not block.isValid():
        return document.characterCount() - 1
    return block.position() + min(units(block.text(), place.offset), block.length() - 1)


def is_all_selected(cursor: QTextCursor) -> bool:
    """Whether a cursor selects all of a draft of several blocks."""
    document, length = cursor.document(), cursor.selectionEnd() - cursor.selectionStart()
    return document.blockCount() > 1 and length == document.characterCount() - 1


def spare_last_end(cursor: QTextCursor) -> bool:
    """Let a selection of whole lines end before the last line's end; whether it was one.

    A third click selects so: what is written in the place of a paragraph is no part of the one below it.
    """
    start, stop, document = cursor.selectionStart(), cursor.selectionEnd(), cursor.document()
    first, last = document.findBlock(start), document.findBlock(stop)
    if first == last or (first.position(), last.position()) != (start, stop):
        return False
    backwards = cursor.position() == start
    cursor.setPosition(stop - 1 if backwards else start)
    cursor.setPosition(start if backwards else stop - 1, QTextCursor.MoveMode.KeepAnchor)
    return True
