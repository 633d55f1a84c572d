"""Text in the encodings that Chinese programs write, and in mixtures of them."""

import pytest

from app.core.errors import ReadError
from app.importing.decoding import decode

TEXT = "# 提高站位\n正文“引文”——完\n"
TRADITIONAL = "同志們：\n這個問題關係到經濟發展，要認真對待。\n"
UNMARKED = ["utf-8", "gbk", "gb18030", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", [*UNMARKED, "utf-8-sig", "utf-16"])
def test_text_is_the_same_in_every_encoding_of_the_trade(encoding: str) -> None:
    found = decode(TEXT.encode(encoding), "稿.md")
    assert (found.text, found.unreadable, found.controls) == (TEXT, 0, 0)


def test_a_big_endian_mark_is_understood() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "稿.md").text == TEXT


@pytest.mark.parametrize("encoding", [*UNMARKED, "big5", "cp950", "big5hkscs"])
def test_traditional_script_stays_as_it_is(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "稿.txt").text == TRADITIONAL


@pytest.mark.parametrize("encoding", UNMARKED)
@pytest.mark.parametrize("text", ["讲话", "同志们：", "一、总体要求", "谢谢大家！", "（2025年5月30日）"])
def test_a_few_characters_are_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "稿.txt").text == text


def test_gbk_that_is_good_utf_8_by_chance_is_gbk() -> None:
    """一些 is two letters of Latin in UTF-8."""
    assert "一些".encode("gbk").decode("utf-8") != "一些"
    assert decode("一些".encode("gbk"), "稿.txt").text == "一些"


def test_the_encoding_is_named_for_people() -> None:
    names = [
        decode(TRADITIONAL.encode(each), "稿.txt").encoding for each in ("utf-8", "gbk", "big5", "utf-16")
    ]
    assert names == ["UTF-8", "GB18030", "Big5", "UTF-16"]


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gbk"), ("gbk", "utf-8")])
def test_lines_in_different_encodings_are_read_each_in_its_own(first: str, second: str) -> None:
    upper, lower = "同志们：\n今天召开会议。\n", "一、提高站位\n要认真落实。\n"
    found = decode(upper.encode(first) + lower.encode(second), "稿.txt")
    assert (found.text, found.unreadable) == (upper + lower, 0)
    assert set(found.encoding.split("、")) == {"UTF-8", "GB18030"}


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
def test_a_text_that_is_cut_within_a_character_ends_in_a_visible_mark(encoding: str) -> None:
    found = decode((TEXT + "完").encode(encoding)[:-1], "稿.txt")
    assert (found.text, found.unreadable) == (TEXT + "\ufffd", 1)


def test_a_broken_byte_harms_its_own_line_only() -> None:
    whole = TEXT * 3
    data = whole.encode()
    found = decode(data.replace("正".encode(), b"\xe6\xad", 1), "稿.txt")
    assert found.text == whole.replace("正", "\ufffd", 1) and found.unreadable == 1


def test_control_characters_go_and_are_counted() -> None:
    found = decode("同志\0们：\n今天\x01召开\x07会议，要认真贯彻落实上级的决策和部署。\n".encode(), "稿.txt")
    assert (found.text, found.controls) == ("同志们：\n今天召开会议，要认真贯彻落实上级的决策和部署。\n", 3)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_all_systems_become_one(end: str) -> None:
    assert decode(TEXT.replace("\n", end).encode(), "稿.md").text == TEXT


@pytest.mark.parametrize(
    "data",
    [b"\xff\xff\xff\xff", "中".encode() + b"\xff", b"\xff\xfe\x00", b"a\0b" * 9, bytes(range(256)) * 4],
)
def test_what_is_no_text_is_refused_with_its_name(data: bytes) -> None:
    with pytest.raises(ReadError, match="稿"):
        decode(data, "稿.md")
