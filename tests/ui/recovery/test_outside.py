"""A file that another program changed is noticed when the writer comes back to the window."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.core.markup import parse_markup
from app.jobs.opening import open_draft
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.ui.main_window import MainWindow
from tests.ui.dialogs import Presser

MINE, THEIRS = parse_markup("# 我的\n"), parse_markup("# 别人改的\n")


@pytest.fixture
def saved(window: MainWindow, tmp_path: Path) -> Path:
    """A file that is open in the window."""
    path = tmp_path / "讲话.siceng"
    save_draft(path, MINE, overwrite=False)
    window.files.open(path)
    return path


def change(path: Path) -> None:
    save_draft(path, THEIRS, overwrite=True)
    os.utime(path, (1, 1))


def come_back(window: MainWindow, qtbot) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    qtbot.wait(60)


def text(window: MainWindow) -> str:
    assert window.bench.document is not None
    return window.bench.document.draft().blocks[0].text


def test_reopening_shows_what_is_on_the_disk(window: MainWindow, saved: Path, qtbot, press: Presser) -> None:
    change(saved)
    press("重新打开")
    come_back(window, qtbot)
    qtbot.waitUntil(lambda: text(window) == "别人改的")
    assert not window.isWindowModified()
    assert "“讲话.siceng”在打开之后被别的程序改过。" in press.told[0]
    assert "还没保存" not in press.told[0]


def test_what_is_here_is_kept_and_can_be_saved_over_it(
    window: MainWindow, saved: Path, qtbot, press: Presser, program: Program
) -> None:
    change(saved)
    press("保留这里的")
    come_back(window, qtbot)
    assert text(window) == "我的" and window.isWindowModified()
    assert window.files.save()
    assert open_draft(program, saved).draft.blocks[0].text == "我的"
    backup = saved.with_name("讲话.siceng.bak")
    assert (
        open_draft(program, backup.rename(saved.with_name("备份.siceng"))).draft.blocks[0].text == "别人改的"
    )


def test_changes_that_are_not_saved_are_asked_about_before_reopening(
    window: MainWindow, saved: Path, qtbot, press: Presser
) -> None:
    assert window.bench.document is not None
    window.bench.document.setModified(True)
    change(saved)
    press("重新打开", "取消")
    come_back(window, qtbot)
    qtbot.waitUntil(lambda: press.waiting == [])
    assert "还有没保存的改动" in press.told[0]
    assert text(window) == "我的" and window.isWindowModified()


def test_the_same_change_is_asked_about_once(window: MainWindow, saved: Path, qtbot, press: Presser) -> None:
    change(saved)
    press("取消")
    come_back(window, qtbot)
    assert press.waiting == []
    come_back(window, qtbot)
    assert QApplication.activeModalWidget() is None
    assert len(press.told) == 1


def test_a_file_that_was_only_touched_is_nothing_to_ask_about(
    window: MainWindow, saved: Path, qtbot, program: Program
) -> None:
    os.utime(saved, (1, 1))
    come_back(window, qtbot)
    assert QApplication.activeModalWidget() is None and not window.isWindowModified()
    assert window.files.opened is not None
    assert window.files.opened.stamp == open_draft(program, saved).stamp


def test_a_file_that_is_gone_is_told_and_counts_as_not_saved(
    window: MainWindow, saved: Path, qtbot, monkeypatch: pytest.MonkeyPatch, program: Program
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window.bench, "note", lambda text, **_: told.append(text))
    saved.unlink()
    come_back(window, qtbot)
    come_back(window, qtbot)
    assert told == ["“讲话.siceng”不在原来的地方了；保存会在那里重新写一份。"]
    assert window.isWindowModified()
    assert window.files.save()
    assert open_draft(program, saved).draft.blocks[0].text == "我的"


def test_what_this_window_saved_itself_is_no_change(window: MainWindow, saved: Path, qtbot) -> None:
    assert window.bench.document is not None
    window.bench.document.setModified(True)
    assert window.files.save()
    come_back(window, qtbot)
    assert QApplication.activeModalWidget() is None and not window.isWindowModified()
