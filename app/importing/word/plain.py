"""The text of a Word file as it stands there, whatever it is: what reading is held against."""

from collections.abc import Iterator

from app.importing.word.names import MC, Element, W

_PARAGRAPH, _TEXTS = f"{W}p", (f"{W}t", f"{W}delText")
_FALLBACK, _CHOICE = f"{MC}Fallback", f"{MC}Choice"


def plain_lines(document: Element) -> Iterator[tuple[None, str]]:
    """All text of a document, of alternatives that of the first; a paragraph a line, which has no number."""
    doubled = {
        text
        for branch in document.iter(_CHOICE, _FALLBACK)
        if next(branch.itersiblings(_CHOICE, preceding=True), None) is not None
        for text in branch.iter(*_TEXTS)
    }
    line: list[str] = []
    for node in document.iter(_PARAGRAPH, *_TEXTS):
        if node.tag == _PARAGRAPH:
            yield None, "".join(line)
            line = []
        elif node not in doubled:
            line.append(node.text or "")
    yield None, "".join(line)
