"""Going from one 【placeholder】 to the next."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor

from app.core.draft import PLACEHOLDER as SHAPE
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import units
from app.ui.document.properties import PLACEHOLDER, fragments


def _spans(document: DraftDocument) -> Iterator[tuple[int, int]]:
    """Start and end of every placeholder in document positions, in order."""
    for block in document.text_blocks():
        for fragment in fragments(block):
            if fragment.charFormat().boolProperty(PLACEHOLDER):
                text = fragment.text()
                for match in SHAPE.finditer(text):
                    start = fragment.position() + units(text, match.start())
                    yield start, start + units(match.group(), len(match.group()))


def _selected(document: DraftDocument, span: tuple[int, int]) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor


def placeholder_after(document: DraftDocument, cursor: QTextCursor) -> QTextCursor | None:
    """The next placeholder as a selection, the first after the last; None where there is none."""
    spans = list(_spans(document))
    after = [span for span in spans if span[0] >= cursor.selectionEnd()]
    return _selected(document, (after or spans)[0]) if spans else None


def placeholder_before(document: DraftDocument, cursor: QTextCursor) -> QTextCursor | None:
    """The placeholder before as a selection, the last before the first; None where there is none."""
    spans = list(_spans(document))
    before = [span for span in spans if span[1] <= cursor.selectionStart()]
    return _selected(document, (before or spans)[-1]) if spans else None
