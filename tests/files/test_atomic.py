"""Writing a file leaves the former one or the new one, whole, whatever happens."""

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.errors import ReadError, WriteError
from app.files.atomic import write_bytes
from tests.files.folders import contents, ordinary_user


def failing(code: int) -> Callable[..., int]:
    def call(*_args: object, **_keywords: object) -> int:
        raise OSError(code, os.strerror(code))

    return call


def must_start_with_good(path: Path) -> None:
    if not path.read_bytes().startswith(b"good"):
        raise ReadError("内容不对。")


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    written = write_bytes(tmp_path / "讲话稿.siceng", "正文".encode(), replace=False)
    assert contents(tmp_path) == {"讲话稿.siceng": "正文".encode()}
    assert (written.path, written.backup, written.note) == (tmp_path / "讲话稿.siceng", None, "")


def test_an_existing_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "稿").write_bytes(b"old")
    with pytest.raises(WriteError) as caught:
        write_bytes(tmp_path / "稿", b"new", replace=False)
    assert str(caught.value) == "“稿”已存在。换一个名字，或加 --force 覆盖。"
    assert contents(tmp_path) == {"稿": b"old"}


def test_an_existing_file_is_replaced_when_asked_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "稿"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_bytes(path, b"new", replace=True)
    assert contents(tmp_path) == {"稿": b"new"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_the_former_file_is_kept_as_backup(tmp_path: Path) -> None:
    path, backup = tmp_path / "稿", tmp_path / "稿.bak"
    write_bytes(path, b"first", replace=True, backup=backup)
    assert contents(tmp_path) == {"稿": b"first"}
    written = write_bytes(path, b"second", replace=True, backup=backup)
    assert written.backup == backup
    write_bytes(path, b"third", replace=True, backup=backup)
    assert contents(tmp_path) == {"稿": b"third", "稿.bak": b"second"}


def test_a_damaged_former_file_does_not_push_out_a_good_backup(tmp_path: Path) -> None:
    path, backup = tmp_path / "稿", tmp_path / "稿.bak"
    path.write_bytes(b"cut off")
    backup.write_bytes(b"good backup")
    written = write_bytes(path, b"good", replace=True, backup=backup, verify=must_start_with_good)
    assert contents(tmp_path) == {"稿": b"good", "稿.bak": b"good backup", "稿.bak.bad": b"cut off"}
    assert written.backup == tmp_path / "稿.bak.bad"


def test_a_damaged_former_file_is_better_than_no_backup(tmp_path: Path) -> None:
    path, backup = tmp_path / "稿", tmp_path / "稿.bak"
    path.write_bytes(b"cut off")
    write_bytes(path, b"good", replace=True, backup=backup, verify=must_start_with_good)
    assert contents(tmp_path) == {"稿": b"good", "稿.bak": b"cut off"}


def test_a_file_that_fails_its_check_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "稿"
    path.write_bytes(b"old")
    with pytest.raises(WriteError, match="没有通过检查：内容不对。") as caught:
        write_bytes(path, b"new", replace=True, verify=must_start_with_good)
    assert isinstance(caught.value.__cause__, ReadError)
    assert contents(tmp_path) == {"稿": b"old"}


def test_content_that_reads_back_differently_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda descriptor: os.ftruncate(descriptor, 1))
    with pytest.raises(WriteError, match="读回来不一样"):
        write_bytes(path, b"new", replace=True)
    assert contents(tmp_path) == {"稿": b"old"}


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    real, link = tmp_path / "share" / "稿", tmp_path / "链接"
    real.write_bytes(b"old")
    link.symlink_to(real)
    assert write_bytes(link, b"new", replace=True).path == real
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_names_and_paths_may_be_long_and_chinese(tmp_path: Path) -> None:
    folder = tmp_path
    for name in ("全市产业升级发展推进会议材料" * 5, "领导讲话起草修改送审定稿各稿" * 5, "最后一稿" * 15):
        folder /= name
        folder.mkdir()
    path = folder / ("稿" * 84)
    for content in (b"first", b"second"):
        write_bytes(path, content, replace=True)
        assert contents(folder) == {path.name: content}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("没有的文件夹/稿", "不存在。先建好"),
        ("文件/稿", "不是文件夹"),
        ("文件夹", "是一个文件夹"),
        ("稿" * 100, "太长"),
        ("稿\0件", "不能用的字符"),
        ("稿\ud800件", "不能用的字符"),
        ("只读", "是只读文件"),
        ("管道", "不是普通文件"),
    ],
)
def test_a_place_that_cannot_be_written_is_said_in_plain_words(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "文件").write_bytes(b"old")
    (tmp_path / "文件夹").mkdir()
    (tmp_path / "只读").write_bytes(b"old")
    (tmp_path / "只读").chmod(0o444)
    os.mkfifo(tmp_path / "管道")
    with pytest.raises(WriteError, match=words) as caught:
        write_bytes(tmp_path / name, b"new", replace=True)
    assert caught.value.remedy
    assert contents(tmp_path) == {"文件": b"old", "只读": b"old"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "磁盘空间不够"),
        (errno.EDQUOT, "磁盘空间不够"),
        (errno.EACCES, "没有权限"),
        (errno.EPERM, "没有权限"),
        (errno.EROFS, "只读的"),
        (errno.EBUSY, "被别的程序占用"),
        (errno.EFBIG, "文件大小"),
        (errno.EIO, "系统代号 5"),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync"])
def test_what_the_system_refuses_is_said_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, words: str
) -> None:
    path = tmp_path / "稿"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, failing(code))
    with pytest.raises(WriteError, match=words) as caught:
        write_bytes(path, b"new", replace=True)
    assert caught.value.remedy
    assert contents(tmp_path) == {"稿": b"old"}


def test_windows_tells_a_held_file_by_its_own_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class HeldError(PermissionError):
        winerror = 32

    def held(*_args: object) -> int:
        raise HeldError(errno.EACCES, "held")

    monkeypatch.setattr(os, "open", held)
    with pytest.raises(WriteError, match="关闭打开它的程序"):
        write_bytes(tmp_path / "稿", b"new", replace=True)


def test_a_disk_that_fills_up_while_writing_leaves_the_former_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿"
    path.write_bytes(b"old")
    real = os.open
    monkeypatch.setattr(os, "open", lambda _path, flags, mode=0: real("/dev/full", flags & ~os.O_EXCL, mode))
    with pytest.raises(WriteError, match=r"磁盘空间不够.*换一个位置再存"):
        write_bytes(path, b"new", replace=True)
    assert contents(tmp_path) == {"稿": b"old"}


def test_a_folder_without_permission_to_write_is_said_so() -> None:
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        top.chmod(0o755)
        folder = top / "只能看"
        folder.mkdir()
        (folder / "稿").write_bytes(b"old")
        folder.chmod(0o555)
        with ordinary_user(), pytest.raises(WriteError, match="没有权限"):
            write_bytes(folder / "稿", b"new", replace=True)
        assert contents(folder) == {"稿": b"old"}
        folder.chmod(0o755)


def test_a_backup_that_cannot_be_written_stops_the_writing(tmp_path: Path) -> None:
    path = tmp_path / "稿"
    path.write_bytes(b"old")
    with pytest.raises(WriteError, match="备份夹”不存在"):
        write_bytes(path, b"new", replace=True, backup=tmp_path / "备份夹" / "稿")
    assert contents(tmp_path) == {"稿": b"old"}


@pytest.mark.parametrize(
    ("code", "note"),
    [(errno.EIO, "文件已写好，但磁盘没有确认，建议在别处再存一份。"), (errno.EINVAL, "")],
)
def test_trouble_after_the_file_is_in_place_is_a_note_and_not_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, note: str
) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    assert write_bytes(tmp_path / "稿", b"new", replace=True).note == note
    assert contents(tmp_path) == {"稿": b"new"}


def test_a_system_that_cannot_confirm_folders_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows: it has no O_DIRECTORY, and opening a folder fails."""
    real = os.open

    def files_only(path: str, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise OSError(errno.EIO, "a folder")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", files_only)
    monkeypatch.delattr(os, "O_DIRECTORY")
    assert write_bytes(tmp_path / "稿", b"new", replace=True).note == ""


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(tmp_path / "稿", b"new", replace=True)
    assert contents(tmp_path) == {}
