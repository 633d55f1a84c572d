"""What nobody foresaw is logged and told, and the text is kept."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.errors import ReadError, WriteError
from app.core.markup import parse_markup
from app.jobs.opening import Opened, open_draft
from app.jobs.program import Program
from app.jobs.recovery import journal_folder
from app.jobs.saving import save_draft
from app.ui.application import save_copy
from app.ui.crash import CrashHook
from app.ui.main_window import MainWindow
from app.ui.messages import Message
from tests.ui.dialogs import Presser


@pytest.fixture
def hook(window: MainWindow, tmp_path: Path) -> Iterator[CrashHook]:
    window.files.take(Opened(parse_markup("# 统一思想\n"), None))
    before = sys.excepthook
    found = CrashHook(
        tmp_path,
        lambda: window,
        window.keep_now,
        lambda path: save_draft(path, window.bench.document.draft(), overwrite=True),  # type: ignore[union-attr]
    )
    found.install()
    yield found
    sys.excepthook = before


def throw(error: Exception) -> None:
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def test_an_error_that_was_foreseen_is_told_in_words(hook: CrashHook, press: Presser, tmp_path: Path) -> None:
    press("知道了")
    throw(ReadError("没有找到“甲”。", "检查文件名。"))
    assert press.told == ["没有找到“甲”。检查文件名。"]
    assert not (tmp_path / "errors.log").exists()


def test_any_other_error_is_logged_and_the_writer_can_go_on(
    hook: CrashHook, press: Presser, tmp_path: Path
) -> None:
    press("接着写")
    throw(ZeroDivisionError("by nothing"))
    assert "ZeroDivisionError: by nothing" in (tmp_path / "errors.log").read_text("utf-8")
    assert str(tmp_path / "errors.log") in press.told[0]


def test_a_copy_of_the_text_can_be_saved_at_once(
    hook: CrashHook,
    press: Presser,
    tmp_path: Path,
    program: Program,
    choose_file: Callable[[Path | None], None],
) -> None:
    choose_file(tmp_path / "副本")
    press("存一份副本…", "知道了")
    throw(ZeroDivisionError())
    assert [block.text for block in open_draft(program, tmp_path / "副本.siceng").draft.blocks] == [
        "统一思想"
    ]


def test_a_log_that_cannot_be_written_is_no_second_crash(
    window: MainWindow, tmp_path: Path, press: Presser, capsys
) -> None:
    (tmp_path / "file").write_text("")
    hook = CrashHook(tmp_path / "file", lambda: window, window.keep_now, lambda path: None)
    press("接着写")
    hook(ZeroDivisionError, ZeroDivisionError("by nothing"), None)
    assert "by nothing" in capsys.readouterr().err


def test_a_recovery_copy_is_there_before_the_writer_is_told(
    hook: CrashHook, window: MainWindow, press: Presser, program: Program
) -> None:
    assert window.bench.document is not None
    window.bench.document.setModified(True)
    seen: list[int] = []

    def look(dialog: Message) -> None:
        seen.append(len(list(journal_folder(program).glob("*.json"))))
        dialog.reject()

    press.when(Message, look)
    throw(ZeroDivisionError())
    assert seen == [1]


def test_a_copy_that_cannot_be_written_does_not_silence_the_message(
    window: MainWindow, tmp_path: Path, press: Presser
) -> None:
    def fail() -> None:
        raise WriteError("磁盘空间不够。")

    hook = CrashHook(tmp_path, lambda: window, fail, lambda path: None)
    press("接着写")
    hook(ZeroDivisionError, ZeroDivisionError("by nothing"), None)
    log = (tmp_path / "errors.log").read_text("utf-8")
    assert "by nothing" in log and "磁盘空间不够" in log


def test_where_no_draft_is_open_no_copy_is_said_to_be_saved(
    window: MainWindow,
    press: Presser,
    choose_file: Callable[[Path | None], None],
    tmp_path: Path,
    monkeypatch,
) -> None:
    hook = CrashHook(tmp_path, lambda: window, window.keep_now, lambda path: save_copy(window, path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook.install()
    choose_file(tmp_path / "副本.siceng")
    press("存一份副本…", "知道了")
    throw(ZeroDivisionError())
    assert press.told[1].startswith("没有打开的稿子") and not (tmp_path / "副本.siceng").exists()
