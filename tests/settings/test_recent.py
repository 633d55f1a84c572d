"""The files opened last come first, each once, ten at most."""

from pathlib import Path

import pytest

from app.settings.declared import RECENT_FILES, REGISTRY
from app.settings.recent import forget_all_files, forget_file, recent_files, remember_file
from app.settings.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json", REGISTRY)


def names(settings: Settings) -> list[str]:
    return [path.name for path in recent_files(settings)]


def test_the_newest_is_first_and_each_is_there_once(settings: Settings, tmp_path: Path) -> None:
    for name in ("甲", "乙", "丙", "甲"):
        remember_file(settings, tmp_path / name)
    assert names(settings) == ["甲", "丙", "乙"]


def test_ten_are_remembered(settings: Settings, tmp_path: Path) -> None:
    for number in range(12):
        remember_file(settings, tmp_path / str(number))
    assert names(settings) == [str(number) for number in range(11, 1, -1)]


def test_more_than_ten_in_the_file_are_not_shown(settings: Settings) -> None:
    settings.set(RECENT_FILES, tuple(str(number) for number in range(12)))
    assert len(recent_files(settings)) == 10


def test_a_file_can_be_forgotten(settings: Settings, tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        remember_file(settings, tmp_path / name)
    forget_file(settings, tmp_path / "甲")
    forget_file(settings, tmp_path / "丁")
    assert names(settings) == ["乙"]


def test_all_files_can_be_forgotten(settings: Settings, tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        remember_file(settings, tmp_path / name)
    forget_all_files(settings)
    assert names(settings) == []


def test_paths_are_whole_wherever_the_program_was_started(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    remember_file(settings, Path("甲"))
    assert recent_files(settings) == (tmp_path / "甲",)


def test_a_name_may_have_any_blanks(settings: Settings, tmp_path: Path) -> None:
    remember_file(settings, tmp_path / "讲话稿\u3000二稿 .siceng")
    assert names(settings) == ["讲话稿\u3000二稿 .siceng"]


def test_a_name_that_is_no_text_is_not_remembered(settings: Settings, tmp_path: Path) -> None:
    remember_file(settings, tmp_path / "稿\udcff")
    assert recent_files(settings) == ()
