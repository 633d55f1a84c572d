"""Copies of drafts for the day the process does not end well."""

import errno
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from app.core.draft import Draft
from app.core.errors import ReadError, WriteError
from app.core.markup import parse_markup
from app.storage.journal import Journal, orphans
from app.storage.kept import Kept
from app.storage.siceng_file import Stamp
from tests.core.strategies import drafts

ROOT = Path(__file__).parents[2]
TIME = datetime(2025, 3, 1, 10, 32, tzinfo=UTC)
KEPT = Kept(
    parse_markup("# 统一思想\n正文一段。\n"),
    TIME,
    Path("/稿/讲话.siceng"),
    Stamp(812, 1_700_000_000_123_456_789),
)

DIES = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from app.core.markup import parse_markup
from app.storage.journal import Journal
from app.storage.kept import Kept
journal = Journal(Path(sys.argv[1]))
journal.write(Kept(parse_markup("# 死前"), datetime.now(UTC)))
print("written", flush=True)
sys.stdin.read()
os.kill(os.getpid(), signal.SIGKILL)
"""


def left_behind(folder: Path, kept: Kept = KEPT) -> None:
    """A copy as a process leaves it that is gone."""
    journal = Journal(folder)
    journal.write(kept)
    journal.release()


def only_copy(folder: Path) -> Path:
    (path,) = folder.glob("*.json")
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(drafts())
def test_what_is_found_is_what_was_kept(tmp_path: Path, draft: Draft) -> None:
    kept = replace(KEPT, draft=draft)
    left_behind(tmp_path, kept)
    (orphan,) = orphans(tmp_path).found
    assert orphan.kept == kept
    orphan.journal.clear()


def test_a_draft_without_a_file_and_a_file_whose_name_is_no_text_are_kept_too(tmp_path: Path) -> None:
    for path in (None, Path(os.fsdecode("/稿/坏\udcff名.siceng".encode("utf-8", "surrogateescape")))):
        left_behind(tmp_path, replace(KEPT, path=path, stamp=None))
        (orphan,) = orphans(tmp_path).found
        assert (orphan.kept.path, orphan.kept.stamp) == (path, None)
        orphan.journal.clear()


def test_the_copy_of_a_living_process_is_nobody_elses(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(KEPT)
    assert orphans(tmp_path).found == ()
    journal.release()
    assert len(orphans(tmp_path).found) == 1


def test_a_process_that_is_killed_leaves_its_copy(tmp_path: Path) -> None:
    command = [sys.executable, "-c", DIES, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdin is not None
        assert process.stdout.readline() == "written\n"
        assert orphans(tmp_path).found == ()
        process.stdin.close()
        assert process.wait() == -signal.SIGKILL
    assert [orphan.kept.draft.blocks[0].text for orphan in orphans(tmp_path).found] == ["死前"]


def test_of_two_that_look_only_one_is_offered_the_copy(tmp_path: Path) -> None:
    left_behind(tmp_path)
    first, second = orphans(tmp_path), orphans(tmp_path)
    assert (len(first.found), len(second.found)) == (1, 0)
    first.found[0].journal.release()
    assert len(orphans(tmp_path).found) == 1


def test_a_copy_that_was_cleared_is_gone_with_its_lock(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(KEPT)
    journal.clear()
    assert list(tmp_path.iterdir()) == []
    journal.write(KEPT)
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_an_adopted_copy_is_written_on_in_its_place(tmp_path: Path) -> None:
    left_behind(tmp_path)
    (orphan,) = orphans(tmp_path).found
    orphan.journal.write(replace(KEPT, draft=parse_markup("# 接着写")))
    assert len(list(tmp_path.glob("*.json"))) == 1
    orphan.journal.release()
    assert orphans(tmp_path).found[0].kept.draft.blocks[0].text == "接着写"


def test_the_newest_copy_comes_first(tmp_path: Path) -> None:
    times = [TIME + timedelta(minutes=minutes) for minutes in (2, 0, 1)]
    for each in times:
        left_behind(tmp_path, replace(KEPT, time=each))
    assert [orphan.kept.time for orphan in orphans(tmp_path).found] == sorted(times, reverse=True)


def test_where_nothing_was_ever_kept_nothing_is_found(tmp_path: Path) -> None:
    assert orphans(tmp_path / "没有").found == ()
    assert not (tmp_path / "没有").exists()


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: b"\0" * len(data),
        lambda data: data.replace(b'"kind":"h1"', b'"kind":"h9"'),
        lambda data: data.replace(b"+00:00", b"").replace(b'Z"', b'"'),
        lambda data: b'{"version":1,"draft":' + b"[" * 100_000,
    ],
)
def test_a_damaged_copy_is_put_aside_and_never_deleted(tmp_path: Path, harm) -> None:
    left_behind(tmp_path)
    left_behind(tmp_path)
    harmed, whole = sorted(tmp_path.glob("*.json"))
    data = harm(harmed.read_bytes())
    assert data != harmed.read_bytes()
    harmed.write_bytes(data)
    looked = orphans(tmp_path)
    assert len(looked.found) == 1 and whole.exists()
    (aside,) = looked.damaged
    assert aside.read_bytes() == data
    looked.found[0].journal.release()
    assert orphans(tmp_path).damaged == ()
    assert aside.exists()


def test_a_copy_that_is_not_read_for_its_size_stays_where_it_is(tmp_path: Path, monkeypatch) -> None:
    left_behind(tmp_path)
    monkeypatch.setattr("app.storage.journal._MOST", 100)
    looked = orphans(tmp_path)
    assert (looked.found, looked.damaged) == ((), (only_copy(tmp_path),))
    monkeypatch.undo()
    assert len(orphans(tmp_path).found) == 1


def test_the_copy_of_a_newer_version_is_left_for_it(tmp_path: Path) -> None:
    left_behind(tmp_path)
    path = only_copy(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'{"version":1,', b'{"version":2,', 1))
    looked = orphans(tmp_path)
    assert (looked.found, looked.damaged) == ((), ())
    assert path.exists()


def test_a_full_disk_is_told_and_the_copy_before_stays(tmp_path: Path, monkeypatch) -> None:
    journal = Journal(tmp_path)
    journal.write(KEPT)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteError, match="磁盘空间不够"):
        journal.write(replace(KEPT, draft=parse_markup("# 写不下")))
    monkeypatch.undo()
    journal.release()
    assert orphans(tmp_path).found[0].kept == KEPT


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "占着").write_text("")
    with pytest.raises(WriteError):
        Journal(tmp_path / "占着" / "恢复").write(KEPT)
    with pytest.raises(ReadError):
        orphans(tmp_path / "占着")


def test_only_the_user_can_look_into_the_folder(tmp_path: Path) -> None:
    Journal(tmp_path / "恢复").write(KEPT)
    assert (tmp_path / "恢复").stat().st_mode & 0o077 == 0


def test_pieces_of_a_write_that_was_cut_off_are_swept_when_they_are_old(tmp_path: Path) -> None:
    old, new = tmp_path / ".siceng-1.tmp", tmp_path / ".siceng-2.tmp"
    for piece in (old, new):
        piece.write_bytes(b"x")
    hours_ago = time.time() - 7200
    os.utime(old, (hours_ago, hours_ago))
    orphans(tmp_path)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_lock_without_a_copy_is_swept(tmp_path: Path) -> None:
    (tmp_path / "0123.lock").touch()
    assert orphans(tmp_path).found == ()
    assert list(tmp_path.iterdir()) == []
