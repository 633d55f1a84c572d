"""Word files of all kinds, where a folder of them lies beside the project; the project has none of its own."""

import time
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from app.core.errors import ReadError
from app.core.text import BLANKS
from app.importing.paragraphs import Source
from app.importing.word.names import MC, W
from app.importing.word.package import open_package
from app.importing.word.reader import read_word

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
FILES = sorted([*CORPUS.glob("docx/**/*.docx"), *CORPUS.glob("hostile/*")])
LONGEST = 10
"""Seconds."""

pytestmark = pytest.mark.skipif(not FILES, reason="no folder of Word files")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_read_whole_or_refused_with_a_word_on_what_to_do(path: Path) -> None:
    data = path.read_bytes()
    start = time.monotonic()
    found = read_or_refused(data, path.name)
    assert time.monotonic() - start < LONGEST
    if isinstance(found, ReadError):
        assert path.name in found.what and found.remedy
        return
    texts = "".join(paragraph.number + paragraph.text for paragraph in found.paragraphs)
    seen = Counter(texts + "".join(item.text for item in found.left_out))
    assert not characters(open_package(data, path.name).document) - seen


def read_or_refused(data: bytes, name: str) -> Source | ReadError:
    try:
        return read_word(data, name)
    except ReadError as error:
        return error


def characters(document: etree._Element) -> Counter[str]:
    """All that stands in w:t and can be seen, of alternatives the first."""
    for doubled in list(document.iter(f"{MC}Fallback")):
        parent = doubled.getparent()
        if parent is not None and parent.find(f"{MC}Choice") is not None:
            parent.remove(doubled)
    found = Counter("".join(each.text or "" for each in document.iter(f"{W}t", f"{W}delText")))
    return Counter({char: times for char, times in found.items() if char.strip(BLANKS + "\n")})
