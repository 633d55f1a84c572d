"""Files that come from others are read with a limit, and never from what is no file."""

import errno
import os
from pathlib import Path

import pytest

from app.core.errors import ReadError
from app.files.reading import read_bytes, size


def test_a_file_of_just_the_size_allowed_is_read(tmp_path: Path) -> None:
    (tmp_path / "稿").write_bytes(b"12345")
    assert read_bytes(tmp_path / "稿", 5) == b"12345"


def test_a_larger_file_is_refused_with_the_limit_named(tmp_path: Path) -> None:
    (tmp_path / "稿").write_bytes(b"1" * 2049)
    with pytest.raises(ReadError, match="超过可以读取的大小（2 KB）"):
        read_bytes(tmp_path / "稿", 2048)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("没有", "没有找到.*检查文件名"),
        ("文件/稿", "没有找到"),
        ("文件夹", "是一个文件夹"),
        ("管道", "不是普通文件"),
        ("稿" * 100, "太长"),
        ("稿\0件", "不能用的字符"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "文件").touch()
    (tmp_path / "文件夹").mkdir()
    os.mkfifo(tmp_path / "管道")
    with pytest.raises(ReadError, match=words) as caught:
        read_bytes(tmp_path / name, 100)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.EACCES, "没有权限"), (errno.EBUSY, "占用"), (errno.EIO, "系统代号 5")],
)
def test_what_the_system_refuses_is_said_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    (tmp_path / "稿").touch()
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match=words):
        read_bytes(tmp_path / "稿", 100)


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 字节"), (1023, "1023 字节"), (1024, "1 KB"), (64 << 20, "64 MB"), (3 << 30, "3 GB")],
)
def test_sizes_are_said_as_people_say_them(count: int, words: str) -> None:
    assert size(count) == words
