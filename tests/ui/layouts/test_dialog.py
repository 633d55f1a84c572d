"""版式管理: what there is, what is told of it, and which the open draft is shown in."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from app.core.draft import Draft
from app.jobs.program import Program
from app.ui.layouts.dialog import LayoutsDialog
from app.ui.layouts.editor import LayoutEditor
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.ui.dialogs import Presser
from tests.ui.layouts.conftest import Manager, Show, click, make_own, own_layout, rows


def test_the_programs_layouts_are_listed_the_standard_first(manager: Manager) -> None:
    dialog = manager()
    assert rows(dialog)[0] == "公文标准（双面）　·　自带"
    assert len(rows(dialog)) == 3
    assert dialog.told.text() == "各项都和公文标准一样。"
    assert dialog.rename_button.isHidden()
    assert not dialog.main.isEnabled()


def test_each_tells_how_it_differs_from_the_standard(manager: Manager, qtbot) -> None:
    dialog = manager()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    told = dialog.told.text()
    assert "每面：行距 28 磅" in told
    assert "二级标题：加粗 是" in told
    assert "一级标题" not in told


def test_return_in_the_list_edits_and_does_not_choose_for_the_open_draft(
    program: Program, tasks: Tasks, theme: Theme, show: Show, presser: Presser, qtbot
) -> None:
    dialog = LayoutsDialog(program, tasks, theme, Draft(layout="gb9704"), writable=True)
    show(dialog)
    edited: list[str] = []

    def leave(editor: LayoutEditor) -> None:
        edited.append(editor.layout_now.id)
        editor.reject()

    presser.when(LayoutEditor, leave)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert edited == ["guanli"]
    assert dialog.isVisible() and not dialog.chosen


def test_the_keys_stay_where_they_were_when_a_layout_was_made(
    manager: Manager, presser: Presser, qtbot
) -> None:
    dialog = manager()
    dialog.copy_button.setFocus()
    make_own(dialog, presser, qtbot)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 4)
    assert dialog.focusWidget() is dialog.copy_button


def test_a_broken_layout_is_listed_with_what_is_wrong(manager: Manager, program: Program) -> None:
    own_layout(program, text="[page]\n上 = 三十七\n")
    dialog = manager()
    assert rows(dialog)[0] == "benju　·　有毛病"
    assert "第 5 行" in dialog.wrong.text()
    assert not dialog.edit_button.isEnabled()
    assert dialog.delete_button.isVisible()
    assert dialog.folder_button.isVisible()
    assert not dialog.preview.isVisible()


def test_a_broken_layout_that_was_mended_elsewhere_is_seen_on_coming_back(
    manager: Manager, program: Program, qapp
) -> None:
    own_layout(program, text="[page]\n上 = 三十七\n")
    dialog = manager()
    own_layout(program, text="[page]\n上 = 30\n")
    QCoreApplication.sendEvent(dialog, QEvent(QEvent.Type.ActivationChange))
    assert rows(dialog)[0] == "本局　·　我的"
    assert dialog.preview.isVisible() and not dialog.folder_button.isVisible()


def test_a_layout_whose_unit_file_is_gone_is_told_and_can_still_be_changed(
    manager: Manager, program: Program
) -> None:
    own_layout(program, text='[base]\n文件 = "meiyou.docx"\n')
    dialog = manager()
    assert "meiyou.docx”不见了" in dialog.wrong.text()
    assert dialog.edit_button.isEnabled() and dialog.preview.isVisible()


def test_the_open_draft_is_shown_in_the_layout_that_is_chosen(
    written: MainWindow, presser: Presser, qtbot
) -> None:
    def choose(dialog: LayoutsDialog) -> None:
        dialog.list.setCurrentRow(dialog.list.count() - 1)
        presser("用于这份稿子")

    presser.when(LayoutsDialog, choose)
    written.commands["layouts"].trigger()
    page = written.bench.page
    assert page is not None
    qtbot.waitUntil(lambda: written.bench.page.document.presentation.layout.id == "guanli")
    assert written.bench.page.document.isModified()


def test_the_open_draft_follows_a_change_of_its_own_layout(
    written: MainWindow, presser: Presser, qtbot
) -> None:
    def change(dialog: LayoutsDialog) -> None:
        presser.when(LayoutEditor, lambda editor: (editor.set(("styles.h1", "加粗"), True), editor.save()))
        click(qtbot, dialog.edit_button)
        dialog.reject()

    presser.when(LayoutsDialog, change)
    written.commands["layouts"].trigger()
    assert written.bench.page.document.presentation.layout.styles["h1"].bold
