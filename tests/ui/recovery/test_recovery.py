"""What a crash left is offered when the window starts, and bound to its file when it is opened."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.core.draft import Draft
from app.core.markup import parse_markup
from app.jobs.opening import Opened, open_draft
from app.jobs.program import Program
from app.jobs.recovery import journal_folder, new_journal
from app.jobs.saving import save_draft
from app.storage.kept import Kept, decode_kept
from app.ui.main_window import MainWindow
from app.ui.recovery.comparison import Comparison, marked
from app.ui.recovery.dialog import RecoveredDialog
from tests.ui.dialogs import Presser
from tests.ui.hands import type_chinese

SAVED = parse_markup("@标题 在××会议上的讲话\n# 统一思想\n正文一段。\n")
TYPED = parse_markup("@标题 在××会议上的讲话\n# 统一思想\n正文一段，又写了一句。\n")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A draft on the disk."""
    path = tmp_path / "讲话.siceng"
    save_draft(path, SAVED, overwrite=False)
    return path


@pytest.fixture(autouse=True)
def _nothing_left_for_others(program: Program) -> object:
    yield
    for path in journal_folder(program).glob("*"):
        path.unlink()


def crash(program: Program, draft: Draft, path: Path | None, ago: timedelta = timedelta()) -> None:
    """A window dies with this draft in it."""
    journal = new_journal(program)
    stamp = open_draft(program, path).stamp if path else None
    journal.write(Kept(draft, datetime.now(UTC) - ago, path, stamp))
    journal.release()


def copies(program: Program) -> list[Path]:
    return list(journal_folder(program).glob("*.json"))


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def ask(window: MainWindow, qtbot, press: Presser, *buttons: str) -> None:
    """Offer what there is, press these buttons, and wait until the last was pressed."""
    press(*buttons)
    window.bench.recovery.offer()
    qtbot.waitUntil(lambda: press.waiting == [])
    qtbot.wait(50)


def test_a_recovered_draft_is_opened_unsaved_and_saved_into_its_file(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    crash(program, TYPED, saved)
    ask(window, qtbot, press, "打开恢复稿")
    assert window.bench.document is not None and texts(window.bench.document.draft()) == texts(TYPED)
    assert window.files.path == saved and window.isWindowModified()
    assert len(copies(program)) == 1
    assert window.files.save()
    assert texts(open_draft(program, saved).draft) == texts(TYPED)
    qtbot.waitUntil(lambda: copies(program) == [])


def test_keys_go_to_the_first_offer_also_when_one_was_let_go(
    window: MainWindow, qtbot, press: Presser, program: Program
) -> None:
    for minutes in range(2):
        crash(program, TYPED, None, timedelta(minutes=minutes))
    at: list[str] = []

    def look(dialog: RecoveredDialog) -> None:
        focus = dialog.focusWidget()
        at.append(focus.text() if isinstance(focus, QPushButton) else "")

    def let_go(dialog: RecoveredDialog) -> None:
        look(dialog)
        press("不要了", "删掉恢复稿")
        qtbot.waitUntil(lambda: len(dialog.left) == 1)
        look(dialog)
        press("以后再说")

    press.when(RecoveredDialog, let_go)
    window.bench.recovery.offer()
    qtbot.waitUntil(lambda: len(at) == 2)
    assert at == ["打开恢复稿"] * 2


def test_a_recovered_draft_that_came_from_another_kind_of_file_says_so(
    window: MainWindow, qtbot, press: Presser, program: Program, tmp_path: Path
) -> None:
    source = tmp_path / "讲话.md"
    source.write_text("# 统一思想\n", "utf-8")
    journal = new_journal(program)
    journal.write(Kept(TYPED, datetime.now(UTC), source, None))
    journal.release()
    ask(window, qtbot, press, "以后再说")
    (said,) = press.told
    assert "讲话.md" in said and "还没有存成讲话稿文件" in said and "读不出来" not in said


def test_that_a_recovered_draft_is_not_saved_yet_is_said_until_it_is(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    def said() -> str:
        return "".join(each.text() for each in window.status.findChildren(QLabel))

    crash(program, TYPED, saved)
    ask(window, qtbot, press, "打开恢复稿")
    assert "还没有存进原文件" in said()
    assert window.bench.page is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.bench.page.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "已保存" in said())
    assert "还没有存进原文件" not in said()


def test_the_offer_says_title_time_and_size_of_both(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    crash(program, TYPED, saved)
    ask(window, qtbot, press, "以后再说")
    said = press.told[0]
    assert "在××会议上的讲话" in said and str(saved) in said.replace("\u200b", "")
    assert "恢复稿　今天" in said and "26 字" in said
    assert "原文件　今天" in said and "20 字" in said


def test_a_file_that_is_newer_than_the_copy_is_pointed_out(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    crash(program, TYPED, saved, timedelta(hours=1))
    ask(window, qtbot, press, "以后再说")
    assert "原文件是在这份恢复稿之后写的" in press.told[0]


def test_what_is_left_for_later_is_offered_again(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    crash(program, TYPED, saved)
    crash(program, parse_markup("# 另一篇\n"), None)
    ask(window, qtbot, press, "以后再说")
    assert len(copies(program)) == 2
    ask(window, qtbot, press, "打开恢复稿")
    assert window.bench.document is not None and texts(window.bench.document.draft()) == ["另一篇"]
    assert len(copies(program)) == 2


def test_a_copy_is_let_go_only_when_it_is_said_twice(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    crash(program, TYPED, saved)
    ask(window, qtbot, press, "不要了", "取消", "以后再说")
    assert len(copies(program)) == 1
    ask(window, qtbot, press, "不要了", "删掉恢复稿")
    assert copies(program) == []
    assert texts(open_draft(program, saved).draft) == texts(SAVED)


def test_the_copy_is_compared_with_its_file(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    crash(program, TYPED, saved)
    seen: list[str] = []

    def look(dialog: Comparison) -> None:
        seen.append(dialog.shown.toPlainText())
        dialog.accept()

    press.when(Comparison, look)
    ask(window, qtbot, press, "对照原文件", "以后再说")
    assert "正文一段，又写了一句。" in seen[0] and "正文一段。" in seen[0]
    assert "统一思想" not in seen[0]


def test_a_draft_that_has_no_file_is_recovered_without_one(
    window: MainWindow, qtbot, press: Presser, program: Program, tmp_path: Path,
    choose_file: Callable[[Path | None], None],
) -> None:  # fmt: skip
    crash(program, TYPED, None)
    ask(window, qtbot, press, "打开恢复稿")
    assert "还没有存成文件" in press.told[0]
    choose_file(tmp_path / "新的.siceng")
    assert window.files.save()
    assert texts(open_draft(program, tmp_path / "新的.siceng").draft) == texts(TYPED)


def test_what_is_open_is_asked_about_before_a_recovered_draft_takes_its_place(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    window.files.open(saved)
    assert window.bench.document is not None
    window.bench.document.setModified(True)
    crash(program, parse_markup("# 另一篇\n"), None)
    ask(window, qtbot, press, "打开恢复稿", "取消")
    assert window.files.path == saved
    window.bench.document.setModified(False)
    ask(window, qtbot, press, "以后再说")


def test_where_nothing_is_left_nothing_is_asked(window: MainWindow, qtbot, press: Presser) -> None:
    window.bench.recovery.offer()
    qtbot.wait(50)
    press("知道了")
    window.commands["recovered"].trigger()
    qtbot.waitUntil(lambda: press.waiting == [])
    assert "没有恢复稿" in press.told[0]


def test_a_copy_that_cannot_be_read_is_told_in_the_status_line(
    window: MainWindow, qtbot, program: Program
) -> None:
    crash(program, TYPED, None)
    (copy,) = copies(program)
    copy.write_bytes(b"{")
    told: list[str] = []
    window.bench.note = told.append  # type: ignore[method-assign]
    window.bench.recovery.offer()
    qtbot.waitUntil(lambda: told != [])
    assert f"{copy.name}.damaged" in told[0]


def test_closing_the_window_leaves_no_copy(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    window.files.open(saved)
    assert window.bench.document is not None
    window.bench.document.setModified(True)
    window.bench.recovery.keeper.keep_now()
    assert len(copies(program)) == 1
    press("不保存")
    assert window.close()
    assert copies(program) == []


def test_another_layout_does_not_cost_the_copy(
    window: MainWindow, qtbot, program: Program, saved: Path
) -> None:
    window.files.open(saved)
    assert window.bench.document is not None
    window.bench.document.setModified(True)
    window.bench.recovery.keeper.keep_now()
    before = copies(program)
    window.bench.layout.change("guanli")
    qtbot.wait(50)
    assert copies(program) == before


def test_what_differs_is_marked_and_nothing_in_a_text_is_taken_for_html() -> None:
    assert marked("甲<b>乙", "甲<b>", "#fff") == "甲&lt;b&gt;<span style='background:#fff'>乙</span>"
    assert marked("甲", "", "#fff") == "甲"


def test_every_offer_can_be_reached_by_the_keyboard(
    window: MainWindow, qtbot, press: Presser, program: Program, saved: Path
) -> None:
    crash(program, TYPED, saved)
    seen: list[str] = []

    def look(dialog: RecoveredDialog) -> None:
        widget = dialog.focusWidget()
        for _ in range(8):
            if widget is not None:
                seen.append(getattr(widget, "text", lambda: "")())
            dialog.focusNextChild()
            widget = dialog.focusWidget()
        dialog.reject()

    press.when(RecoveredDialog, look)
    window.bench.recovery.offer()
    qtbot.waitUntil(lambda: seen != [])
    assert {"打开恢复稿", "对照原文件", "不要了", "以后再说"} <= set(seen)


def test_what_stands_in_a_box_of_the_facts_is_kept_before_it_is_taken(
    window: MainWindow, qtbot, program: Program, speech: Draft
) -> None:
    window.files.take(Opened(speech, None))
    qtbot.waitUntil(lambda: "会议名称" in window.bench.facts.facts.rows)
    box = window.bench.facts.facts.rows["会议名称"].findChildren(QLineEdit)[0]
    box.end(False)
    type_chinese(box, "（续）")
    assert not window.isWindowModified()
    window.bench.recovery.keeper.keep()
    qtbot.waitUntil(lambda: copies(program) != [])
    kept = decode_kept(copies(program)[0].read_bytes(), "")
    assert kept is not None and kept.draft.facts.get("会议名称") == "全市××工作推进会议（续）"
