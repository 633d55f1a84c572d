"""Of a draft opened before it is known whether it is there, when it was changed and how long it is."""

import os
from datetime import UTC, datetime
from pathlib import Path

from app.ui.start.known import Known, look_at, told_folder
from tests.ui.start.conftest import save


def test_of_a_draft_all_is_known(tmp_path: Path) -> None:
    path = save(tmp_path / "讲话.siceng")
    time = datetime(2025, 11, 3, 10, 32, tzinfo=UTC)
    os.utime(path, (time.timestamp(), time.timestamp()))
    # 讲话 and 同志们。
    assert look_at(path) == Known(path, changed=time, characters=2 + 4)


def test_a_file_that_is_gone_is_gone_with_its_folder_too(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (
        tmp_path / "讲话.siceng",
        tmp_path / "no" / "讲话.siceng",
        tmp_path / "file" / "讲话.siceng",
    ):
        assert look_at(path) == Known(path, is_gone=True)


def test_a_damaged_file_is_there_and_has_no_length(tmp_path: Path) -> None:
    path = tmp_path / "讲话.siceng"
    path.write_bytes(b"no zip")
    known = look_at(path)
    assert (known.is_gone, known.characters) == (False, None)
    assert known.changed is not None


def test_a_very_large_file_is_not_read(tmp_path: Path) -> None:
    path = save(tmp_path / "讲话.siceng")
    with path.open("ab") as file:
        file.write(bytes(500_000))
    assert look_at(path).characters is None


def test_the_home_folder_is_a_tilde(tmp_path: Path) -> None:
    assert told_folder(tmp_path / "文稿" / "甲.siceng", tmp_path) == str(Path("~/文稿"))
    assert told_folder(tmp_path / "甲.siceng", tmp_path) == "~"
    assert told_folder(tmp_path / "甲.siceng", tmp_path / "other") == str(tmp_path)
