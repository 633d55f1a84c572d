"""Files of another kind that a Word file takes in whole (w:altChunk, ECMA-376 part 1, 17.17.2)."""

from app.core.errors import ReadError
from app.importing.html import read_html
from app.importing.paragraphs import Source
from app.importing.report import Fate, Item
from app.importing.text import read_text
from app.importing.word.package import WordPackage

_PAGES = (".htm", ".html", ".xhtml")


def read_chunk(package: WordPackage, relation: str, known: set[str]) -> Source:
    """Its paragraphs where it is a page or plain text in UTF-8; else it is listed as left out.

    So is one that comes again: `known` are the files that have been read.
    """
    name = package.target(relation)
    data = None if name in known else package.content(name)
    known.add(name)
    try:
        if data is not None and name.lower().endswith((*_PAGES, ".txt")):
            text = data.decode("utf-8-sig")
            return read_html(text) if name.lower().endswith(_PAGES) else read_text(text)
    except (UnicodeDecodeError, ReadError):
        pass
    return Source((), (Item(Fate.OBJECT, f"插入的文件 {name}".rstrip()),))
