"""The preview with the recogniser of the program: corrections lead to the draft, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.kinds import Kind
from app.importing.lossless import visible
from app.jobs.previewing import taken
from app.ui.import_preview.dialog import ImportDialog
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.ui.import_preview.conftest import forget
from tests.ui.import_preview.fake import PAGE, incoming


@pytest.fixture
def dialog(qtbot, tasks: Tasks, theme: Theme) -> ImportDialog:
    found = ImportDialog(tasks, theme, incoming())
    qtbot.addWidget(found, before_close_func=forget)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    qtbot.waitUntil(found.main.isEnabled)
    return found


def test_all_of_the_source_is_shown(dialog: ImportDialog) -> None:
    shown = "".join(f"{row.number}{row.text}" for row in dialog.source.list.rows.rows if not row.inserted)
    assert visible(shown) == visible(PAGE)


def test_the_outline_changes_only_where_it_must(dialog: ImportDialog, qtbot) -> None:
    tree = dialog.outcome.outline.tree
    ids = {row.text: row.key for row in tree.outline.rows()}
    view = dialog.source.list
    at = next(row for row in view.rows.rows if "三产业" in row.text)
    view.go_to(at.key)
    with qtbot.waitSignal(dialog.trying.tried):
        QTest.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    now = {row.text: row.key for row in tree.outline.rows()}
    assert ids.items() <= now.items() and len(now) == len(ids) + 1


def test_a_piece_is_cut_at_the_cursor_in_its_text(dialog: ImportDialog, qtbot) -> None:
    view, text = dialog.source.list, dialog.source.text
    view.go_to(next(row.key for row in view.rows.rows if row.text.startswith("今天召开")))
    assert not dialog.source.cut.isEnabled()
    text.setFocus()
    for _ in range(len("今天召开全市优化营商环境工作推进会议,")):
        qtbot.keyClick(text, Qt.Key.Key_Right)
    assert dialog.source.cut.isEnabled()
    with qtbot.waitSignal(dialog.trying.tried):
        qtbot.keyClick(text, Qt.Key.Key_Return)
    at = view.currentIndex().row()
    first, second = view.rows.rows[at : at + 2]
    assert first.text == "今天召开全市优化营商环境工作推进会议,"
    assert second.text.startswith("主要任务是") and second.chosen
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.trying.tried):
        qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.rows.rows[at].text.endswith("部署任务。")


def test_a_piece_is_cut_where_it_was_before_it_was_cleaned(dialog: ImportDialog, qtbot) -> None:
    view, text = dialog.source.list, dialog.source.text
    with qtbot.waitSignal(dialog.trying.tried):
        dialog.boxes.marks.click()
    view.go_to(next(row.key for row in view.rows.rows if "必然要求" in row.text))
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index("环境好不好"))
    text.setTextCursor(cursor)
    with qtbot.waitSignal(dialog.trying.tried):
        qtbot.mouseClick(dialog.source.cut, Qt.MouseButton.LeftButton)
    at = view.currentIndex().row()
    assert [row.text for row in view.rows.rows[at : at + 2]] == [
        "优化营商环境是高质量发展的必然要求。",
        "环境好不好，企业说了算。",
    ]


def test_what_is_taken_is_checked_for_what_vanished(dialog: ImportDialog, qtbot) -> None:
    dialog.boxes.marks.click()
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    (attempt,) = dialog.found
    opened = taken(attempt.part.foreign, attempt.found, Path("讲话.txt"))
    assert opened.origin is not None and opened.origin.lost == ()
    assert [block.text for block in opened.draft.blocks if block.kind is Kind.SALUTATION] == ["同志们："]
