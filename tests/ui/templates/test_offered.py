"""What is made in the 模板库 is offered at once wherever templates are chosen."""

import pytest
from PySide6.QtCore import Qt

from app.core.draft import Draft
from app.jobs.making import new_draft
from app.jobs.program import Program
from app.ui.main_window import MainWindow
from app.ui.new_draft.dialog import NewDialog
from app.ui.sections.insert_dialog import InsertDialog
from app.ui.template_editor.dialog import TemplateEditor
from app.ui.templates.dialog import LibraryDialog
from app.ui.templates.naming import NameDialog
from tests.ui.hands import type_chinese
from tests.ui.sections.conftest import do
from tests.ui.templates.conftest import listed

NAME = "从老问题讲起"


@pytest.fixture
def speech(program: Program) -> Draft:
    """A 推进会 draft of this test's program."""
    return new_draft(program, "tuijinhui").draft


def offered_when_new(dialog: NewDialog) -> list[str]:
    row = next(each for each in dialog.choices.rows if each.slot.id == "renshi")
    return [row.combo.itemText(at) for at in range(row.combo.count())]


def test_a_copy_is_offered_for_new_drafts_and_for_the_one_that_is_open(
    window: MainWindow, speech: Draft, qtbot, press
) -> None:
    window.bench.show_draft(speech)
    window.text.go_to_block(len(speech.blocks) - 1)
    offered: dict[str, list[str]] = {}

    def look_when_new(dialog: NewDialog) -> None:
        dialog.tabs.setCurrentIndex(1)
        offered["before" if "before" not in offered else "new"] = offered_when_new(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def copy(dialog: LibraryDialog) -> None:
        type_chinese(dialog.browser.search, "由问题倒推必要性")
        qtbot.waitUntil(lambda: len(listed(dialog)) == 1)
        press.when(NameDialog, name)
        qtbot.mouseClick(dialog.pane.deeds.buttons["copy"], Qt.MouseButton.LeftButton)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def name(dialog: NameDialog) -> None:
        press.when(TemplateEditor, lambda editor: editor.reject())
        dialog.box.selectAll()
        type_chinese(dialog.box, NAME)
        qtbot.keyClick(dialog.box, Qt.Key.Key_Return)

    def look_when_inserting(dialog: InsertDialog) -> None:
        shown = dialog.templates.list
        offered["insert"] = [shown.item(at).text().split("\n")[0] for at in range(shown.count())]
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    press.when(NewDialog, look_when_new)
    do(window, "new", qtbot)
    press.when(LibraryDialog, copy)
    do(window, "templates", qtbot)
    qtbot.waitUntil(lambda: not window.bench.watch.is_looking)
    press.when(NewDialog, look_when_new)
    do(window, "new", qtbot)
    press.when(InsertDialog, look_when_inserting)
    do(window, "insert_section", qtbot)
    assert NAME not in offered["before"]
    assert NAME in offered["new"] and NAME in offered["insert"]
