"""Which fonts this machine has."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from app.export import fonts
from app.export.fonts import installed_fonts, missing_fonts, needed_fonts
from tests.export.samples import layout


def answering(output: bytes):
    return lambda command, **_: SimpleNamespace(stdout=output)


def test_families_are_known_by_all_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "Noto Serif CJK SC,Noto Serif CJK SC Medium\n仿宋,FangSong\n\n".encode()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(subprocess, "run", answering(listed))
    assert installed_fonts() == {"Noto Serif CJK SC", "Noto Serif CJK SC Medium", "仿宋", "FangSong"}


@pytest.mark.parametrize(
    "error", [FileNotFoundError("fc-list"), PermissionError(), subprocess.TimeoutExpired("fc-list", 10)]
)
def test_a_machine_that_cannot_tell_its_fonts_says_so(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(subprocess, "run", failing)
    assert installed_fonts() is None


def test_windows_lists_fonts_in_its_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = ["SimSun & NSimSun (TrueType)", "仿宋_GB2312 (TrueType)"]

    class Key:
        def __enter__(self) -> list[str]:
            return machine

        def __exit__(self, *_: object) -> None: ...

    def opened(root: int, _: str) -> Key:
        if root == 2:
            raise FileNotFoundError
        return Key()

    registry = SimpleNamespace(
        HKEY_LOCAL_MACHINE=1,
        HKEY_CURRENT_USER=2,
        OpenKey=opened,
        QueryInfoKey=lambda key: (0, len(key), 0),
        EnumValue=lambda key, index: (key[index], "file.ttf", 1),
    )
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", registry)
    assert installed_fonts() == {"SimSun", "NSimSun", "仿宋_GB2312"}


def test_a_font_is_there_under_its_other_name_too() -> None:
    names = {font.name for font in missing_fonts(layout(), {"fangsong_gb2312", "宋体"})}
    assert "仿宋_GB2312" not in names
    assert "宋体" not in names
    assert "黑体" in names


def test_nothing_is_missing_where_all_is_installed() -> None:
    assert missing_fonts(layout(), set(needed_fonts(layout()))) == ()


def test_the_font_of_a_page_number_that_is_not_printed_is_not_needed() -> None:
    from dataclasses import replace

    without = replace(layout(), page_number=replace(layout().page_number, placement="none"))
    assert "宋体" in needed_fonts(layout())
    assert "宋体" not in needed_fonts(without)


def test_asking_this_machine_does_not_fail() -> None:
    found = fonts.installed_fonts()
    assert found is None or all(found)
