"""Opening, saving, leaving: nothing is lost without being asked for."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QLabel

from app.core.draft import Draft
from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.jobs.exporting import ExportOptions, export_draft
from app.jobs.opening import Opened, open_draft
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.storage.locks import DraftLock
from app.ui.frame import PANEL
from app.ui.import_preview.dialog import ImportDialog
from app.ui.main_window import MainWindow
from app.ui.window_state import WindowState
from tests.ui.dialogs import Presser
from tests.ui.hands import Drop
from tests.ui.import_preview.fake import TWO

DRAFT = parse_markup("@标题 讲话\n# 统一思想\n正文一段。\n")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A draft on the disk."""
    path = tmp_path / "讲话.siceng"
    save_draft(path, DRAFT, overwrite=False)
    return path


def type_at_the_end(window: MainWindow, qtbot) -> Draft:
    """Type something, and what the draft is then."""
    assert window.bench.page is not None and window.bench.document is not None
    window.text.go_to_block(2)
    qtbot.keyClick(window.bench.page.editor, Qt.Key.Key_End)
    qtbot.keyClicks(window.bench.page.editor, "x")
    return window.bench.document.draft()


def test_an_opened_file_is_shown_named_and_remembered(window: MainWindow, saved: Path, state) -> None:
    assert window.files.open(saved)
    assert window.bench.document is not None and window.bench.document.draft() == DRAFT
    assert window.windowTitle() == "讲话.siceng[*] — 四层讲稿"
    assert not window.isWindowModified()
    assert state.recent == (saved,)


def test_saving_writes_what_is_seen_and_says_when(
    window: MainWindow, saved: Path, qtbot, program: Program
) -> None:
    window.files.open(saved)
    typed = type_at_the_end(window, qtbot)
    assert window.isWindowModified() and "有改动未保存" in window.status.text
    assert window.files.save()
    assert open_draft(program, saved).draft == typed
    assert not window.isWindowModified() and "已保存" in window.status.text


def test_a_change_that_is_taken_back_leaves_nothing_to_save(window: MainWindow, saved: Path, qtbot) -> None:
    window.files.open(saved)
    type_at_the_end(window, qtbot)
    window.text.undo()
    assert not window.isWindowModified() and "未保存" not in window.status.text
    type_at_the_end(window, qtbot)
    assert window.files.save()
    window.text.set_kind(Kind.POINT)
    assert "有改动未保存" in window.status.text
    window.text.undo()
    assert "已保存" in window.status.text


def test_saving_twice_is_not_taken_for_a_change_by_somebody_else(
    window: MainWindow, saved: Path, qtbot
) -> None:
    window.files.open(saved)
    for _ in range(3):
        type_at_the_end(window, qtbot)
        assert window.files.save()


def test_a_window_with_changes_asks_before_it_closes(
    window: MainWindow, saved: Path, qtbot, press: Presser
) -> None:
    window.files.open(saved)
    type_at_the_end(window, qtbot)
    press("取消")
    assert not window.close()
    assert window.isVisible()
    assert press.told == ["“讲话.siceng”有改动还没有保存。不保存的话，上次保存之后的改动就没有了。"]


def test_a_draft_that_was_never_saved_is_said_to_be_so_before_it_is_closed(
    window: MainWindow, speech: Draft, qtbot, press: Presser
) -> None:
    window.files.take(Opened(speech, None))
    type_at_the_end(window, qtbot)
    press("取消")
    assert not window.close()
    assert "还没有保存过。" in press.told[0] and "上次保存" not in press.told[0]


def test_closing_with_save_saves_first(
    window: MainWindow, saved: Path, qtbot, press: Presser, program: Program
) -> None:
    window.files.open(saved)
    typed = type_at_the_end(window, qtbot)
    press("保存")
    assert window.close()
    assert open_draft(program, saved).draft == typed


def test_closing_without_saving_leaves_the_file_alone(
    window: MainWindow, saved: Path, qtbot, press: Presser, program: Program
) -> None:
    window.files.open(saved)
    type_at_the_end(window, qtbot)
    press("不保存")
    assert window.close()
    assert open_draft(program, saved).draft == DRAFT


def test_a_save_that_was_given_up_keeps_the_window_open(
    window: MainWindow, press: Presser, choose_file: Callable[[Path | None], None]
) -> None:
    window.files.take(Opened(DRAFT, None))
    assert window.bench.document is not None
    window.bench.document.setModified(True)
    choose_file(None)
    press("保存")
    assert not window.close()


def test_opening_another_file_asks_about_the_first(
    window: MainWindow, saved: Path, qtbot, press: Presser, tmp_path: Path
) -> None:
    other = tmp_path / "另一篇.siceng"
    save_draft(other, parse_markup("# 另一篇\n"), overwrite=False)
    window.files.open(saved)
    type_at_the_end(window, qtbot)
    press("取消")
    assert not window.files.open(other)
    assert window.files.path == saved


def test_a_file_that_cannot_be_read_is_told_and_what_was_open_stays(
    window: MainWindow, saved: Path, press: Presser, tmp_path: Path
) -> None:
    broken = tmp_path / "坏的.siceng"
    broken.write_bytes(saved.read_bytes()[:100])
    window.files.open(saved)
    press("知道了")
    assert not window.files.open(broken)
    assert window.files.path == saved
    assert "坏的.siceng" in press.told[0]


def test_a_file_changed_by_another_program_is_not_overwritten(
    window: MainWindow, saved: Path, qtbot, press: Presser, program: Program, tmp_path: Path,
    choose_file: Callable[[Path | None], None],
) -> None:  # fmt: skip
    window.files.open(saved)
    typed = type_at_the_end(window, qtbot)
    time.sleep(0.01)
    theirs = parse_markup("# 别人改的\n")
    save_draft(saved, theirs, overwrite=True)
    choose_file(tmp_path / "我的.siceng")
    press("另存为…")
    assert window.files.save()
    assert open_draft(program, saved).draft == theirs
    assert open_draft(program, tmp_path / "我的.siceng").draft == typed


def test_a_draft_open_in_another_window_can_only_be_read_here(
    window: MainWindow, saved: Path, program: Program
) -> None:
    other = DraftLock(program.places.cache / "locks", saved)
    assert other.acquire()
    try:
        window.files.open(saved)
        assert window.bench.page is not None and window.bench.page.editor.isReadOnly()
        assert "另一个窗口" in (window.files.read_only or "")
        assert "（只读）" in window.windowTitle()
    finally:
        other.release()


def test_a_draft_that_can_only_be_read_is_gone_through_and_copied_from_by_keys(
    window: MainWindow, saved: Path, program: Program, qtbot
) -> None:
    other = DraftLock(program.places.cache / "locks", saved)
    assert other.acquire()
    try:
        window.files.open(saved)
        assert window.bench.page is not None
        editor = window.bench.page.editor
        before = editor.toPlainText()
        qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert editor.textCursor().atEnd()
        qtbot.keyClick(editor, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        assert editor.textCursor().selectedText() == before[-1]
        for key in (Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            qtbot.keyClick(editor, key)
        assert editor.toPlainText() == before and editor.isReadOnly()
    finally:
        other.release()


def test_a_copy_of_a_draft_that_can_only_be_read_can_be_written(
    window: MainWindow,
    saved: Path,
    program: Program,
    tmp_path: Path,
    choose_file: Callable[[Path | None], None],
) -> None:
    other = DraftLock(program.places.cache / "locks", saved)
    assert other.acquire()
    try:
        window.files.open(saved)
        choose_file(tmp_path / "副本.siceng")
        assert window.files.save()
    finally:
        other.release()
    assert window.bench.page is not None and not window.bench.page.editor.isReadOnly()
    assert window.files.path == tmp_path / "副本.siceng"


def test_what_another_window_writes_is_not_overwritten_under_its_own_name(
    window: MainWindow,
    saved: Path,
    program: Program,
    press: Presser,
    choose_file: Callable[[Path | None], None],
) -> None:
    other = DraftLock(program.places.cache / "locks", saved)
    assert other.acquire()
    before = saved.read_bytes()
    try:
        window.files.open(saved)
        choose_file(saved)
        press("知道了")
        assert not window.files.save()
    finally:
        other.release()
    assert saved.read_bytes() == before


def test_the_same_file_by_another_name_is_the_same_file(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    link = tmp_path / "链接.siceng"
    link.symlink_to(saved)
    window.files.open(saved)
    assert window.files.open(link)
    assert window.files.read_only is None


def test_the_lock_is_free_again_when_the_draft_is_closed(
    window: MainWindow, saved: Path, program: Program
) -> None:
    window.files.open(saved)
    lock = DraftLock(program.places.cache / "locks", saved)
    assert not lock.acquire()
    window.files.close_draft()
    assert window.bench.document is None
    assert lock.acquire()
    lock.release()


def test_a_draft_is_not_saved_over_one_that_another_window_writes(
    window: MainWindow,
    saved: Path,
    program: Program,
    press: Presser,
    choose_file: Callable[[Path | None], None],
) -> None:
    window.files.take(Opened(parse_markup("# 新的\n"), None))
    other = DraftLock(program.places.cache / "locks", saved)
    assert other.acquire()
    choose_file(saved)
    press("知道了")
    try:
        assert not window.files.save_as()
    finally:
        other.release()
    assert open_draft(program, saved).draft == DRAFT


def test_markup_that_was_opened_is_saved_as_a_draft(
    window: MainWindow, tmp_path: Path, program: Program, choose_file: Callable[[Path | None], None]
) -> None:
    source = tmp_path / "讲话.md"
    source.write_text("# 统一思想\n", "utf-8")
    window.files.open(source)
    choose_file(tmp_path / "讲话.siceng")
    assert window.files.save()
    assert source.read_text("utf-8") == "# 统一思想\n"
    assert [block.text for block in open_draft(program, tmp_path / "讲话.siceng").draft.blocks] == [
        "统一思想"
    ]


@pytest.mark.parametrize("command", ["open", "import"])
def test_a_text_that_was_looked_at_is_a_draft_of_its_name_that_is_not_saved_yet(
    window: MainWindow,
    tmp_path: Path,
    program: Program,
    choose_file: Callable[[Path | None], None],
    press: Presser,
    command: str,
) -> None:
    source = tmp_path / "去年的讲话.txt"
    source.write_bytes("一、统一思想\n正文一段。\n二、抓好落实\n".encode("gbk"))
    choose_file(source)
    press("生成讲话稿")
    window.commands[command].trigger()
    assert window.bench.document is not None and window.isWindowModified()
    assert [block.text for block in window.bench.document.draft().blocks] == [
        "统一思想",
        "正文一段。",
        "抓好落实",
    ]
    assert window.files.name == "去年的讲话" and window.files.path is None
    assert any("2 个序号" in label.text() for label in window.status.findChildren(QLabel))
    choose_file(tmp_path / "去年的讲话.siceng")
    assert window.files.save()
    assert len(open_draft(program, tmp_path / "去年的讲话.siceng").draft.blocks) == 3


def test_a_box_that_cannot_be_read_keeps_the_draft_from_being_saved(
    window: MainWindow, speech: Draft, qtbot, tmp_path: Path, choose_file: Callable[[Path | None], None]
) -> None:
    window.files.take(Opened(speech, None))
    qtbot.waitUntil(lambda: "会议日期" in window.bench.facts.facts.rows)
    box = window.bench.facts.facts.rows["会议日期"].box
    qtbot.waitUntil(box.isVisible)
    qtbot.keyClicks(box.focusProxy(), "2025-13-45")
    choose_file(tmp_path / "讲话.siceng")
    window.bench.toggle(PANEL)
    assert not box.isVisible()
    assert not window.files.save()
    assert not (tmp_path / "讲话.siceng").exists()
    assert box.isVisible()


SPEECH = "在工作会议上的讲话\n同志们：\n一、统一思想\n正文一段。\n二、抓好落实\n正文两段。\n"


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A speech as plain text."""
    path = tmp_path / "去年的讲话.txt"
    path.write_text(SPEECH, "utf-8")
    return path


def test_the_shortcut_of_import_asks_for_a_file(
    window: MainWindow, foreign: Path, qtbot, choose_file: Callable[[Path | None], None], press: Presser
) -> None:
    choose_file(foreign)
    press("生成讲话稿")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_N, keys)
    assert window.bench.document is not None
    assert window.bench.document.draft().blocks[0].text == "在工作会议上的讲话"


def test_leaving_the_preview_leaves_what_is_open(
    window: MainWindow, saved: Path, foreign: Path, qtbot, press: Presser
) -> None:
    window.files.open(saved)
    typed = type_at_the_end(window, qtbot)
    press("取消")
    assert not window.files.open(foreign)
    assert window.bench.document is not None and window.bench.document.draft() == typed
    assert window.windowTitle().startswith("讲话.siceng")


def test_what_is_open_is_asked_about_only_when_a_draft_was_made(
    window: MainWindow, saved: Path, foreign: Path, qtbot, press: Presser, program: Program
) -> None:
    window.files.open(saved)
    typed = type_at_the_end(window, qtbot)
    press("生成讲话稿", "保存")
    assert window.files.open(foreign)
    assert open_draft(program, saved).draft == typed
    assert window.files.name == "去年的讲话"


def test_what_was_corrected_is_in_the_draft(window: MainWindow, foreign: Path, qtbot, press: Presser) -> None:
    def correct(dialog: ImportDialog) -> None:
        qtbot.waitUntil(dialog.main.isEnabled)
        dialog.source.list.setCurrentIndex(dialog.source.list.rows.index(5, 0))
        qtbot.keyClick(dialog.source.list, Qt.Key.Key_E)
        dialog.main.click()

    press.when(ImportDialog, correct)
    assert window.files.open(foreign)
    assert window.bench.document is not None
    assert window.bench.document.draft().blocks[-1].kind is Kind.CLOSING


def test_a_text_dropped_on_the_start_page_is_looked_at_first(
    window: MainWindow, foreign: Path, press: Presser, qtbot
) -> None:
    press("生成讲话稿")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(foreign))])
    window.dropEvent(Drop(QPointF(200, 300), data))
    qtbot.waitUntil(lambda: not press.waiting and window.bench.document is not None)
    assert window.bench.document is not None
    assert window.bench.document.draft().blocks[0].kind is Kind.TITLE


def test_a_file_that_cannot_be_read_is_told_and_nothing_changes(
    window: MainWindow, tmp_path: Path, press: Presser
) -> None:
    path = tmp_path / "空的.txt"
    path.write_text("", "utf-8")
    press("知道了")
    assert not window.files.open(path)
    assert "里什么也没有" in press.told[0]


def test_several_speeches_are_saved_each_and_the_first_is_opened(
    window: MainWindow,
    tmp_path: Path,
    program: Program,
    press: Presser,
    monkeypatch: pytest.MonkeyPatch,
    state: WindowState,
) -> None:
    path, folder = tmp_path / "汇编.txt", tmp_path / "分开"
    folder.mkdir()
    path.write_text(TWO, "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    press("2 篇都导入")
    assert window.files.open(path)
    files = [folder / "汇编-1.siceng", folder / "汇编-2.siceng"]
    assert sorted(folder.iterdir()) == files
    assert [open_draft(program, each).draft.blocks[0].text for each in files] == [
        "在全市安全生产会议上的讲话",
        "在全市招商引资会议上的讲话",
    ]
    assert window.files.path == files[0] and not window.isWindowModified()
    assert set(state.recent) >= set(files)


def test_without_a_folder_several_speeches_are_not_saved(
    window: MainWindow, tmp_path: Path, press: Presser, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "汇编.txt"
    path.write_text(TWO, "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    press("2 篇都导入")
    assert not window.files.open(path)
    assert window.bench.document is None and list(tmp_path.glob("*.siceng")) == []


BOUND = parse_markup("@标题 讲话\n今天开[推进会](=会议名称)。 {节=开场}\n# 统一思想\n正文一段。\n")


@pytest.mark.parametrize(("answer", "bound"), [("接回来", ["推进会"]), ("不接", [])])
def test_a_word_file_of_the_open_draft_takes_back_what_word_could_not_carry(
    window: MainWindow, tmp_path: Path, program: Program, press: Presser, answer: str, bound: list[str]
) -> None:
    path = tmp_path / "讲话.siceng"
    save_draft(path, BOUND, overwrite=False)
    assert window.files.open(path)
    export_draft(program, BOUND, tmp_path / "讲话.docx", ExportOptions())
    press("生成讲话稿", answer)
    assert window.files.open(tmp_path / "讲话.docx")
    assert "从打开的稿子导出" in press.told[-1]
    assert window.bench.document is not None
    draft = window.bench.document.draft()
    assert [run.text for block in draft.blocks for run in block.runs if run.bind] == bound
    assert (draft == BOUND) is bool(bound)


def test_a_word_file_of_another_draft_is_not_asked_about(
    window: MainWindow, saved: Path, tmp_path: Path, program: Program, press: Presser
) -> None:
    assert window.files.open(saved)
    export_draft(program, BOUND, tmp_path / "别的.docx", ExportOptions())
    press("生成讲话稿")
    assert window.files.open(tmp_path / "别的.docx")
    assert len(press.told) == 1
