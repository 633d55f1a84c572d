"""When the command line opens the window, and what it says where it cannot."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from app.jobs.program import Program
from tests.cli.conftest import ROOT, Siceng, one_chinese_line

Call = tuple[str, Path | None]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """A window that only notes how it was called, in the place of the real one."""
    calls: list[Call] = []

    def run(program: Program, file: Path | None) -> int:
        calls.append((type(program).__name__, file))
        return 0

    module = ModuleType("app.ui.application")
    module.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "app.ui.application", module)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return calls


def test_without_arguments_the_window_opens(siceng: Siceng, calls: list[Call]) -> None:
    assert siceng().code == 0
    assert calls == [("Program", None)]


@pytest.mark.parametrize("name", ["稿.siceng", "没有的.md", "./子文件夹/稿"])
def test_a_file_opens_in_the_window(siceng: Siceng, calls: list[Call], name: str) -> None:
    assert siceng(name).code == 0
    assert calls == [("Program", Path(name))]


def test_a_file_without_suffix_opens_if_it_is_there(siceng: Siceng, calls: list[Call], folder: Path) -> None:
    assert siceng("讲话").code == 2
    (folder / "讲话").touch()
    assert siceng("讲话").code == 0
    assert calls == [("Program", Path("讲话"))]


def test_a_missing_display_is_told(siceng: Siceng, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = siceng()
    assert done.code == 2 and one_chinese_line(done.err) and "图形桌面" in done.err


def test_a_missing_part_of_qt_is_told_by_its_name(siceng: Siceng, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "app.ui.application", None)
    done = siceng()
    assert done.code == 2 and one_chinese_line(done.err) and "app.ui.application" in done.err


def test_the_window_opens_before_anything_heavy_is_loaded() -> None:
    start = """
import os, sys, types
window = types.ModuleType("app.ui.application")
heavy = {"docx", "jieba", "jinja2", "lxml", "msgspec", "rjieba"}
window.run = lambda program, file: print(*sorted(heavy & set(sys.modules))) or 0
sys.modules["app.ui.application"] = window
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from app.cli.main import main
sys.exit(main([]))
"""
    done = subprocess.run(
        [sys.executable, "-c", start], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == ""
