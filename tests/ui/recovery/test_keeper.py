"""A copy is there soon after every change, and gone when it is not needed."""

import errno
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from app.core.facts import FactSheet
from app.core.markup import parse_markup
from app.core.plan import Plan
from app.layouts.model import Layout
from app.storage.journal import Journal, Orphan, orphans
from app.storage.kept import Kept
from app.storage.siceng_file import Stamp
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.recovery.keeper import EVERY, Keeper, Origin

PATH, STAMP = Path("/稿/讲话.siceng"), Stamp(812, 1_700_000_000)
SOON = 20


@pytest.fixture
def keeper(qapp: QApplication, tmp_path: Path) -> Iterator[Keeper]:
    found = Keeper(Journal(tmp_path), lambda: Origin(PATH, STAMP), lambda draft: draft, every=SOON)
    yield found
    found.close()


@pytest.fixture
def editor(qapp: QApplication, layout: Layout, keeper: Keeper) -> Iterator[SpeechEditor]:
    """An editor with one paragraph, whose document is kept."""
    document = DraftDocument(layout)
    document.fill(parse_markup("正文。\n"))
    found = SpeechEditor(document)
    keeper.follow(document)
    found.moveCursor(QTextCursor.MoveOperation.End)
    yield found
    keeper.follow(None)
    found.deleteLater()
    document.deleteLater()


def copies(folder: Path) -> list[Path]:
    return list(folder.glob("*.json"))


def kept_text(folder: Path) -> str | None:
    """What the copy says; None while there is none."""
    for path in copies(folder):
        twin = folder / "looked at" / path.name
        twin.parent.mkdir(exist_ok=True)
        twin.write_bytes(path.read_bytes())
        (orphan,) = orphans(twin.parent).found
        text = "\n".join(block.text for block in orphan.kept.draft.blocks)
        orphan.journal.clear()
        return text
    return None


def test_a_copy_comes_at_most_every_few_seconds_by_itself() -> None:
    assert EVERY <= 3000


def test_what_is_typed_is_on_the_disk_soon(qtbot, editor: SpeechEditor, tmp_path: Path) -> None:
    qtbot.keyClicks(editor, "abc")
    qtbot.waitUntil(lambda: kept_text(tmp_path) == "正文。abc")


def test_a_writer_who_never_pauses_is_kept_too(qtbot, editor: SpeechEditor, tmp_path: Path) -> None:
    for _ in range(300):
        qtbot.keyClick(editor, Qt.Key.Key_X)
        qtbot.wait(SOON // 4)
        if copies(tmp_path):
            return
    pytest.fail("no copy while the keys kept coming")


def test_the_copy_says_which_file_it_belongs_to(qtbot, editor: SpeechEditor, tmp_path: Path) -> None:
    qtbot.keyClicks(editor, "x")
    qtbot.waitUntil(lambda: copies(tmp_path) != [])
    found: tuple[Orphan, ...] = ()
    for path in copies(tmp_path):
        (tmp_path / "other").mkdir()
        path.rename(tmp_path / "other" / path.name)
        found = orphans(tmp_path / "other").found
    assert [(orphan.kept.path, orphan.kept.stamp) for orphan in found] == [(PATH, STAMP)]


def test_nothing_is_kept_of_a_draft_without_changes(qtbot, editor: SpeechEditor, tmp_path: Path) -> None:
    qtbot.wait(5 * SOON)
    assert copies(tmp_path) == []


def test_a_changed_fact_is_kept(qtbot, editor: SpeechEditor, tmp_path: Path) -> None:
    editor.draft_document.apply(Plan("事实", facts=FactSheet((("会议名称", "××会议"),))))
    qtbot.waitUntil(lambda: copies(tmp_path) != [])


def test_a_saved_draft_needs_no_copy(qtbot, editor: SpeechEditor, tmp_path: Path) -> None:
    qtbot.keyClicks(editor, "x")
    qtbot.waitUntil(lambda: copies(tmp_path) != [])
    editor.draft_document.setModified(False)
    qtbot.waitUntil(lambda: list(tmp_path.glob("*.[jl]*")) == [])
    qtbot.keyClicks(editor, "y")
    qtbot.waitUntil(lambda: kept_text(tmp_path) == "正文。xy")


def test_a_draft_that_is_let_go_takes_its_copy_with_it(
    qtbot, editor: SpeechEditor, keeper: Keeper, tmp_path: Path
) -> None:
    qtbot.keyClicks(editor, "x")
    qtbot.waitUntil(lambda: copies(tmp_path) != [])
    keeper.follow(None)
    qtbot.waitUntil(lambda: copies(tmp_path) == [])


def test_the_same_draft_in_another_document_keeps_its_copy(
    qtbot, editor: SpeechEditor, keeper: Keeper, layout: Layout, tmp_path: Path
) -> None:
    qtbot.keyClicks(editor, "x")
    qtbot.waitUntil(lambda: copies(tmp_path) != [])
    before = copies(tmp_path)
    document = DraftDocument(layout, editor)
    document.fill(editor.draft_document.draft())
    keeper.follow(document)
    document.setModified(True)
    qtbot.wait(3 * SOON)
    assert copies(tmp_path) == before


def test_closing_takes_the_copy_away_even_while_it_is_written(
    qtbot, editor: SpeechEditor, tmp_path: Path
) -> None:
    folder = tmp_path / "closing"
    keeper = Keeper(Journal(folder), Origin, lambda draft: draft, every=SOON)
    keeper.follow(editor.draft_document)
    qtbot.keyClicks(editor, "x")
    keeper.keep()
    keeper.close()
    assert list(folder.iterdir()) == []


def test_what_is_being_composed_is_left_alone(qtbot, editor: SpeechEditor, tmp_path: Path) -> None:
    qtbot.keyClicks(editor, "x")
    QApplication.sendEvent(editor, QInputMethodEvent("jiang", []))
    qtbot.waitUntil(lambda: kept_text(tmp_path) == "正文。x")
    block = editor.textCursor().block()
    assert block.layout().preeditAreaText() == "jiang"
    event = QInputMethodEvent("", [])
    event.setCommitString("讲")
    QApplication.sendEvent(editor, event)
    qtbot.waitUntil(lambda: kept_text(tmp_path) == "正文。x讲")


def test_a_full_disk_is_told_once_and_tried_again(
    qtbot, editor: SpeechEditor, keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def full(descriptor: int) -> None:
        tries.append(descriptor)
        raise OSError(errno.ENOSPC, "full")

    told: list[str] = []
    keeper.told.connect(told.append)
    monkeypatch.setattr("app.ui.recovery.keeper._AGAIN", SOON)
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        qtbot.keyClicks(editor, "x")
        qtbot.waitUntil(lambda: len(tries) > 2)
    assert len(told) == 1 and "磁盘空间不够" in told[0]
    qtbot.waitUntil(lambda: kept_text(tmp_path) == "正文。x")


def test_after_the_disk_has_room_again_the_next_trouble_is_told_again(
    qtbot, editor: SpeechEditor, keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("app.ui.recovery.keeper._AGAIN", SOON)
    for text in ("x", "xx"):
        with monkeypatch.context() as patch, qtbot.waitSignal(keeper.told):
            patch.setattr("os.fsync", full)
            qtbot.keyClicks(editor, "x")
        qtbot.waitUntil(lambda text=text: kept_text(tmp_path) == f"正文。{text}")


def test_after_an_accident_the_copy_is_there_at_once(
    qtbot, editor: SpeechEditor, keeper: Keeper, tmp_path: Path
) -> None:
    qtbot.keyClicks(editor, "x")
    keeper.keep_now()
    assert kept_text(tmp_path) == "正文。x"


def test_a_copy_left_by_a_crash_stays_until_the_draft_is_saved(
    qtbot, editor: SpeechEditor, keeper: Keeper, tmp_path: Path, leave: Callable[[str], Orphan]
) -> None:
    orphan = leave("恢复的。")
    editor.draft_document.fill(orphan.kept.draft)
    editor.draft_document.setModified(True)
    keeper.adopt(orphan.journal)
    before = copies(tmp_path)
    assert len(before) == 1
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "x")
    qtbot.waitUntil(lambda: kept_text(tmp_path) == "恢复的。x")
    assert copies(tmp_path) == before
    editor.draft_document.setModified(False)
    qtbot.waitUntil(lambda: copies(tmp_path) == [])


@pytest.fixture
def leave(tmp_path: Path) -> Callable[[str], Orphan]:
    """Leaves a copy with one paragraph, as a crash does, and claims it."""

    def make(text: str) -> Orphan:
        journal = Journal(tmp_path)
        journal.write(Kept(parse_markup(f"{text}\n"), datetime.now(UTC)))
        journal.release()
        return orphans(tmp_path).found[0]

    return make
