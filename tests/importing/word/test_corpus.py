"""Word files of all kinds, where a folder of them lies beside the project; the project has none of its own."""

import time
from pathlib import Path

import pytest

from app.core.errors import ReadError
from app.importing.lossless import missing
from app.importing.paragraphs import Source
from app.importing.word.package import open_package
from app.importing.word.plain import plain_lines
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
    kept = [each.number + each.text for each in found.paragraphs] + [item.text for item in found.left_out]
    assert missing(plain_lines(open_package(data, path.name).document), kept) == ()


def read_or_refused(data: bytes, name: str) -> Source | ReadError:
    try:
        return read_word(data, name)
    except ReadError as error:
        return error
