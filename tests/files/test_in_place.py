"""A file that the system will not replace is copied over, and neither content is ever in danger."""

import errno
import os
import time
from pathlib import Path

import pytest

from app.core.errors import WriteError
from app.files.atomic import write_bytes
from tests.files.folders import contents


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that a sync client will not let be replaced."""
    path = tmp_path / "稿.siceng"
    path.write_bytes(b"old")

    def refuse(*_args: object, **_keywords: object) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    return path


def break_writing(monkeypatch: pytest.MonkeyPatch, target: Path, times: int) -> None:
    """The first `times` tries to bring the content of `target` to the disk end half way."""
    real = os.fsync
    tries: list[int] = []

    def fsync(descriptor: int) -> None:
        if os.fstat(descriptor).st_ino == target.stat().st_ino:
            tries.append(descriptor)
            if len(tries) <= times:
                os.ftruncate(descriptor, 1)
                raise OSError(errno.EIO, "broken")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_file_held_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "稿"
    path.write_bytes(b"old")
    real = os.replace
    tries: list[object] = []

    def held_twice(*args: str) -> None:
        tries.append(args)
        if len(tries) <= 2:
            raise PermissionError(errno.EACCES, "held")
        real(*args)

    monkeypatch.setattr(os, "replace", held_twice)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    assert write_bytes(path, b"new", replace=True).note == ""
    assert contents(tmp_path) == {"稿": b"new"}


def test_a_file_that_stays_held_is_copied_over_with_the_former_content_kept(held: Path) -> None:
    written = write_bytes(held, b"new, and longer", replace=True)
    assert written.note == "“稿.siceng”正被同步或占用，改为直接写入；替换前的内容留在“稿（替换前）.siceng”。"
    assert written.backup == held.with_name("稿（替换前）.siceng")
    assert contents(held.parent) == {"稿.siceng": b"new, and longer", "稿（替换前）.siceng": b"old"}


def test_a_file_system_that_cannot_replace_at_all_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(errno.ENOSYS, "not implemented")

    path = tmp_path / "稿"
    path.write_bytes(b"old")
    waits: list[float] = []
    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(time, "sleep", waits.append)
    write_bytes(path, b"new", replace=True)
    assert contents(tmp_path) == {"稿": b"new", "稿（替换前）": b"old"}
    assert waits == []


def test_content_kept_earlier_is_not_overwritten(held: Path) -> None:
    write_bytes(held, b"second", replace=True)
    write_bytes(held, b"3", replace=True)
    kept = {"稿（替换前）.siceng": b"old", "稿（替换前2）.siceng": b"second"}
    assert contents(held.parent) == {"稿.siceng": b"3", **kept}


def test_a_backup_made_already_is_copy_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, backup = tmp_path / "稿", tmp_path / "稿.bak"
    path.write_bytes(b"old")
    real = os.replace

    def refuse(source: str, target: str) -> None:
        if Path(target) == path:
            raise OSError(errno.EBUSY, "held")
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    written = write_bytes(path, b"new", replace=True, backup=backup)
    assert written.backup == backup
    assert "稿.bak" in written.note
    assert contents(tmp_path) == {"稿": b"new", "稿.bak": b"old"}


def test_a_file_that_will_not_open_is_left_and_the_new_content_lies_beside_it(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def locked(path: Path, mode: str = "r", *args: object, **keywords: object) -> object:
        if path == held and mode == "r+b":
            raise OSError(errno.EBUSY, "locked")
        return real(path, mode, *args, **keywords)  # pyright: ignore

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(WriteError, match=r"占用.*稿（新存）\.siceng"):
        write_bytes(held, b"new", replace=True)
    assert contents(held.parent) == {"稿.siceng": b"old", "稿（新存）.siceng": b"new"}


def test_copying_that_breaks_off_gives_the_former_content_back(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_writing(monkeypatch, held, times=1)
    with pytest.raises(WriteError, match=r"原文件没有改动|已有的文件没有改动") as caught:
        write_bytes(held, b"new", replace=True)
    assert "“稿（替换前）.siceng”" in caught.value.remedy
    assert "“稿（新存）.siceng”" in caught.value.remedy
    expected = {"稿.siceng": b"old", "稿（替换前）.siceng": b"old", "稿（新存）.siceng": b"new"}
    assert contents(held.parent) == expected


def test_copying_that_cannot_be_undone_leaves_both_contents_beside(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_writing(monkeypatch, held, times=2)
    with pytest.raises(WriteError, match=r"现在的内容不完整。原来的内容在“稿（替换前）\.siceng”"):
        write_bytes(held, b"new", replace=True)
    left = contents(held.parent)
    assert left["稿（替换前）.siceng"] == b"old"
    assert left["稿（新存）.siceng"] == b"new"


def test_a_copy_that_reads_back_differently_gives_the_former_content_back(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    seen: list[int] = []

    def spoil_once(descriptor: int) -> None:
        if os.fstat(descriptor).st_ino == held.stat().st_ino and not seen:
            seen.append(os.pwrite(descriptor, b"?", 0))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", spoil_once)
    with pytest.raises(WriteError, match="没有写成"):
        write_bytes(held, b"new", replace=True)
    assert seen
    assert contents(held.parent)["稿.siceng"] == b"old"


def test_a_full_disk_leaves_no_half_copies(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync
    calls: list[int] = []

    def full_at_the_second_file(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "full")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full_at_the_second_file)
    with pytest.raises(WriteError, match="磁盘空间不够"):
        write_bytes(held, b"new", replace=True)
    assert contents(held.parent) == {"稿.siceng": b"old"}


def test_the_names_of_kept_files_fit_however_long_the_name_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: Path
) -> None:
    path = tmp_path / ("长" * 82 + ".siceng")
    path.write_bytes(b"old")
    written = write_bytes(path, b"new", replace=True)
    assert written.backup is not None
    assert written.backup.read_bytes() == b"old"
    assert written.backup.name.endswith("长（替换前）.siceng")


def test_a_new_file_that_cannot_be_put_in_place_is_an_error(held: Path) -> None:
    with pytest.raises(WriteError, match="没有权限"):
        write_bytes(held.with_name("另一稿"), b"new", replace=True)
    assert contents(held.parent) == {"稿.siceng": b"old"}
