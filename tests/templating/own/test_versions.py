"""Former texts are kept before a file is touched, each once, and not more than are of use."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.core.errors import WriteError
from app.templating.own.versions import Versions
from tests.templating.small_library import write

START = datetime(2025, 5, 31, 9, 0, tzinfo=UTC)
NAME = "sections/wode/x.j2"
MOST = 1 << 20


def by_minutes() -> Iterator[datetime]:
    time = START
    while True:
        yield time
        time += timedelta(minutes=1)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "templates"


@pytest.fixture
def versions(tmp_path: Path, files: Path) -> Versions:
    return Versions(tmp_path / "versions", files, by_minutes().__next__)


def keep(versions: Versions, files: Path, *texts: str) -> Path:
    path = files / NAME
    for text in texts:
        write(files, NAME, text)
        versions.keep(path, MOST)
    return path


def texts(versions: Versions, path: Path) -> list[str]:
    return [each.path.read_text(encoding="utf-8") for each in versions.of(path)]


def test_the_newest_version_comes_first_with_its_time(versions: Versions, files: Path) -> None:
    path = keep(versions, files, "一", "二")
    assert texts(versions, path) == ["二", "一"]
    assert versions.of(path)[1].time == START
    assert versions.of(path)[0].original == path


def test_what_is_not_there_has_no_versions(versions: Versions, files: Path) -> None:
    assert versions.keep(files / NAME, MOST) is None
    assert versions.of(files / NAME) == ()
    assert versions.of_missing() == ()


def test_the_same_text_is_kept_once_as_its_latest(versions: Versions, files: Path) -> None:
    path = keep(versions, files, "一", "一", "二", "一")
    assert texts(versions, path) == ["一", "二"]


def test_of_many_versions_the_last_fifty_stay(versions: Versions, files: Path) -> None:
    path = keep(versions, files, *map(str, range(53)))
    assert texts(versions, path) == [str(number) for number in reversed(range(3, 53))]


def test_a_clock_that_is_set_back_does_not_change_the_order(tmp_path: Path, files: Path) -> None:
    times = iter([START, START - timedelta(days=1), START - timedelta(days=2)])
    versions = Versions(tmp_path / "versions", files, times.__next__)
    path = keep(versions, files, "一", "二", "三")
    assert texts(versions, path) == ["三", "二", "一"]


def test_the_last_text_of_a_deleted_file_can_be_found(versions: Versions, files: Path) -> None:
    keep(versions, files, "一", "二").unlink()
    (found,) = versions.of_missing()
    assert found.path.read_text(encoding="utf-8") == "二"


def test_what_cannot_be_kept_is_told(tmp_path: Path, versions: Versions, files: Path) -> None:
    (tmp_path / "versions").write_text("not a folder")
    with pytest.raises(WriteError):
        keep(versions, files, "一")
