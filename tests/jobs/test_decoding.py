"""Text in the encodings that Chinese editors write."""

import pytest

from app.core.errors import ReadError
from app.jobs.decoding import decode_text

TEXT = "# 提高站位\n正文“引文”——完\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_the_same_in_every_encoding_of_the_trade(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding), "稿.md") == TEXT


def test_a_big_endian_mark_is_understood() -> None:
    assert decode_text(b"\xfe\xff" + TEXT.encode("utf-16-be"), "稿.md") == TEXT


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_all_systems_become_one(end: str) -> None:
    assert decode_text(TEXT.replace("\n", end).encode(), "稿.md") == TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xff\xff\xff",
        "中".encode() + b"\xff",
        b"\xff\xfe\x00",
        b"text\x00more",
        TEXT.encode("utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name(data: bytes) -> None:
    with pytest.raises(ReadError, match="稿"):
        decode_text(data, "稿.md")
