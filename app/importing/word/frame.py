"""What a unit's own file has around a draft that was exported on it: wrapped in bookmarks, it is none of the draft."""

from dataclasses import dataclass

from app.importing.word.inline import BOOKMARK_END
from app.importing.word.names import Element, W, child
from app.importing.word.notes import ID
from app.layouts.word_names import BASE_BOOKMARK

_BEGIN, _NAME = f"{W}bookmarkStart", f"{W}name"


@dataclass(frozen=True, slots=True)
class Parted:
    """The blocks of a document."""

    text: list[Element]
    frame: list[Element]


def parted(document: Element) -> Parted:
    """The blocks of the draft, and those that are the unit's own."""
    body = child(document, "body")
    found = Parted([], [])
    opened = ""
    for block in () if body is None else body:
        if block.tag == _BEGIN and block.get(_NAME, "").startswith(BASE_BOOKMARK):
            opened = block.get(ID, "")
        elif block.tag == BOOKMARK_END and block.get(ID) == opened:
            opened = ""
        else:
            (found.frame if opened else found.text).append(block)
    return found
