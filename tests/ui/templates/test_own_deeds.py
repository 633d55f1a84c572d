"""What a writer makes of templates in the 模板库: copied, changed, named, deleted, put back as they were."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.jobs.program import Program
from app.templating.own.kinds import OwnKind
from app.ui.library_watch import LibraryWatch
from app.ui.messages import Message
from app.ui.tasks import Tasks
from app.ui.template_editor.dialog import TemplateEditor
from app.ui.templates.dialog import LibraryDialog
from app.ui.templates.naming import NameDialog, NewTemplateDialog
from app.ui.templates.versions_dialog import VersionsDialog
from app.ui.theme import Theme
from tests.ui.hands import type_chinese
from tests.ui.templates.conftest import Write, listed, own, press_on

Open = Callable[[], LibraryDialog]
BUILT_IN = "由问题倒推必要性"
ID = "tj_renshi_daotui"


@pytest.fixture
def given_away() -> list[object]:
    """What was to be given away."""
    return []


@pytest.fixture
def open_dialog(
    qtbot, given_away: list[object], program: Program, tasks: Tasks, theme: Theme, watch: LibraryWatch
) -> Iterator[Open]:
    opened: list[LibraryDialog] = []

    def exported(chosen: object, over: object) -> None:
        given_away.append(chosen)
        assert over in opened

    def open_dialog() -> LibraryDialog:
        dialog = LibraryDialog(program, tasks, theme, watch, None, False, exported)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        opened.append(dialog)
        return dialog

    yield open_dialog
    for dialog in opened:
        dialog.reject()


def go_to(dialog: LibraryDialog, name: str, qtbot) -> None:
    dialog.browser.search.clear()
    type_chinese(dialog.browser.search, name)
    qtbot.waitUntil(lambda: listed(dialog)[:1] == [name])


def leave(editor: TemplateEditor) -> None:
    """Look at nothing in the editor that opens."""
    editor.reject()


def write_in(editor: TemplateEditor, text: str, qtbot) -> None:
    """Put a line at the end of the text, save and leave."""
    code = editor.work.code
    qtbot.keyClick(code, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(code, Qt.Key.Key_Return)
    type_chinese(code, text)
    save_and_leave(editor, qtbot)


def save_and_leave(editor: TemplateEditor, qtbot) -> None:
    """Save by the button; what would be asked on leaving, were it not saved, nobody answers."""
    qtbot.mouseClick(editor.save_button, Qt.MouseButton.LeftButton)
    editor.done(0)


def click_row(dialog: LibraryDialog, qtbot) -> None:
    """Click the first row, so that keys go to the list."""
    place = dialog.browser.list.visualRect(dialog.browser.list.rows.index(0)).center()
    qtbot.mouseClick(dialog.browser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def click(dialog: LibraryDialog, deed: str, qtbot) -> None:
    qtbot.mouseClick(dialog.pane.deeds.buttons[deed], Qt.MouseButton.LeftButton)


def offered(dialog: LibraryDialog) -> list[str]:
    """The deeds that have a button, and those below 更多."""
    shown = [each.text() for each in dialog.pane.deeds.buttons.values() if each.isVisible()]
    return [*shown, *(action.text() for action in dialog.pane.deeds.more.menu().actions())]


def text_of(program: Program, template_id: str) -> str:
    return program.library.section(template_id).body


def test_a_built_in_one_is_copied_under_a_name_and_looked_at(
    open_dialog: Open, program: Program, qtbot, press
) -> None:
    dialog = open_dialog()
    go_to(dialog, BUILT_IN, qtbot)

    def name(asked: NameDialog) -> None:
        assert asked.name == f"{BUILT_IN}（我的）"
        asked.box.selectAll()
        press.when(TemplateEditor, leave)
        type_chinese(asked.box, "从老问题讲起")
        qtbot.keyClick(asked.box, Qt.Key.Key_Return)

    press.when(NameDialog, name)
    click(dialog, "copy", qtbot)
    assert dialog.entry is not None and dialog.entry.name == "从老问题讲起"
    copied = program.library.section(dialog.entry.id)
    assert copied.id == "conglaowentijiangqi" and copied.body == text_of(program, ID)
    assert program.library.section(ID).built_in
    assert dialog.focusWidget() is dialog.browser.list
    press_on(dialog, "own", qtbot)
    assert listed(dialog) == ["从老问题讲起"]


def test_leaving_the_name_open_makes_nothing(open_dialog: Open, program: Program, qtbot, press) -> None:
    dialog = open_dialog()
    go_to(dialog, BUILT_IN, qtbot)

    def leave(asked: NameDialog) -> None:
        asked.box.clear()
        assert not asked.main.isEnabled()
        qtbot.keyClick(asked, Qt.Key.Key_Escape)

    press.when(NameDialog, leave)
    click(dialog, "copy", qtbot)
    assert not program.own.folder.exists()


def test_a_built_in_one_is_changed_in_its_place_and_put_back(
    open_dialog: Open, program: Program, qtbot, press
) -> None:
    dialog = open_dialog()
    go_to(dialog, BUILT_IN, qtbot)
    press.when(TemplateEditor, lambda editor: write_in(editor, "这是我添的。", qtbot))
    click(dialog, "override", qtbot)
    assert dialog.browser.list.rows.rows[0].marks == ("改过",)
    assert offered(dialog) == [
        "编辑…",
        "历史版本…",
        "恢复自带的…",
        "复制一份来改…",
        "改名…",
        "导出给同事…",
    ]
    assert text_of(program, ID).rstrip().endswith("这是我添的。")
    qtbot.waitUntil(lambda: "这是我添的" in dialog.pane.preview.page.text())
    press("恢复自带的")
    click(dialog, "restore", qtbot)
    assert program.library.section(ID).built_in
    assert dialog.browser.list.rows.rows[0].marks == () and listed(dialog)[0] == BUILT_IN


def test_a_built_in_one_that_is_looked_at_in_the_editor_only_stays_as_it_is(
    open_dialog: Open, program: Program, qtbot, press
) -> None:
    dialog = open_dialog()
    go_to(dialog, BUILT_IN, qtbot)
    press.when(TemplateEditor, leave)
    click(dialog, "override", qtbot)
    assert dialog.browser.list.rows.rows[0].marks == () and not program.own.folder.exists()


def test_an_own_one_is_edited_by_a_double_click_and_its_page_follows(
    open_dialog: Open, qtbot, write: Write, press
) -> None:
    write("zijide", own("自己的"))
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    press.when(TemplateEditor, lambda editor: write_in(editor, "这是我添的。", qtbot))
    place = dialog.browser.list.visualRect(dialog.browser.list.rows.index(0)).center()
    qtbot.mouseClick(dialog.browser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(dialog.browser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: "这是我添的" in dialog.pane.preview.page.text())


def test_one_that_cannot_be_read_is_put_right_in_the_editor(
    open_dialog: Open, program: Program, qtbot, write: Write, press
) -> None:
    write("zijide", "没有开头")
    dialog = open_dialog()
    press_on(dialog, "faulty", qtbot)

    def mend(editor: TemplateEditor) -> None:
        code = editor.work.code
        qtbot.keyClick(code, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        code.insertPlainText(own("修好了"))
        save_and_leave(editor, qtbot)

    press.when(TemplateEditor, mend)
    click(dialog, "edit", qtbot)
    assert program.library.section("zijide").name == "修好了"
    assert dialog.entry is not None and dialog.entry.error is None


def test_an_own_one_gets_another_name_by_key(
    open_dialog: Open, program: Program, qtbot, write: Write, press
) -> None:
    write("zijide", own("自己的"))
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)

    def name(asked: NameDialog) -> None:
        asked.box.selectAll()
        type_chinese(asked.box, "新名")
        qtbot.keyClick(asked.box, Qt.Key.Key_Return)

    press.when(NameDialog, name)
    click_row(dialog, qtbot)
    qtbot.keyClick(dialog.browser.list, Qt.Key.Key_F2)
    assert listed(dialog) == ["新名"] and program.library.section("zijide").name == "新名"


def test_what_is_deleted_stands_with_the_deleted_and_is_put_back(
    open_dialog: Open, program: Program, qtbot, write: Write, press
) -> None:
    path = write("zijide", own("自己的"))
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    press("删除")
    click_row(dialog, qtbot)
    qtbot.keyClick(dialog.browser.list, Qt.Key.Key_Delete)
    assert not path.exists() and "zijide" not in program.library.sections
    press_on(dialog, "deleted", qtbot)
    assert listed(dialog) == ["自己的"] and offered(dialog) == ["放回去"]
    qtbot.waitUntil(lambda: "写在" in dialog.pane.preview.page.text())
    click(dialog, "put_back", qtbot)
    assert path.exists() and "zijide" in program.library.sections
    assert dialog.entry is not None and dialog.entry.path == path


def test_nothing_is_deleted_that_is_not_said_twice(open_dialog: Open, qtbot, write: Write, press) -> None:
    path = write("zijide", own("自己的"))
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    press.when(Message, lambda asked: qtbot.keyClick(asked, Qt.Key.Key_Escape))
    click_row(dialog, qtbot)
    qtbot.keyClick(dialog.browser.list, Qt.Key.Key_Delete)
    assert path.exists() and listed(dialog) == ["自己的"]


def test_a_built_in_one_cannot_be_deleted_or_named(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    go_to(dialog, BUILT_IN, qtbot)
    assert offered(dialog) == ["复制一份来改…", "改动自带的…"]
    click_row(dialog, qtbot)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        qtbot.keyClick(dialog.browser.list, key)
    assert listed(dialog)[0] == BUILT_IN


def test_a_former_version_is_seen_beside_the_present_one_and_put_back(
    open_dialog: Open, program: Program, qtbot, write: Write, press
) -> None:
    write("zijide", own("自己的", "# 开头\n旧的写法。"))
    program.own.write(OwnKind.SECTIONS, "zijide", own("自己的", "# 开头\n新的写法。"))
    program.refresh_library()
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    seen: list[str] = []

    def look(asked: VersionsDialog) -> None:
        seen.append(asked.shown.toPlainText())
        qtbot.keyClick(asked.main, Qt.Key.Key_Return)

    press.when(VersionsDialog, look)
    click(dialog, "versions", qtbot)
    assert "旧的写法。" in seen[0] and "新的写法。" in seen[0] and "现在的" in seen[0]
    assert "相同的" in seen[0] and "部件" not in seen[0]
    assert "旧的写法。" in text_of(program, "zijide")
    qtbot.waitUntil(lambda: "旧的写法" in dialog.pane.preview.page.text())


def test_one_that_was_never_changed_says_that_it_has_no_versions(
    open_dialog: Open, qtbot, write: Write, press
) -> None:
    write("zijide", own("自己的"))
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    press("知道了")
    click(dialog, "versions", qtbot)
    assert "还没有以前的版本" in press.told[0]


def test_a_new_one_is_begun_for_the_slot_whose_shelf_is_looked_at(
    open_dialog: Open, program: Program, qtbot, press
) -> None:
    dialog = open_dialog()
    dialog.browser.tree.look_at("occasion:tuijinhui:形势")

    def name(asked: NewTemplateDialog) -> None:
        assert (asked.occasions.currentText(), asked.slots.currentText()) == ("推进会", "形势")
        press.when(TemplateEditor, leave)
        type_chinese(asked.box, "三看形势")
        qtbot.keyClick(asked.box, Qt.Key.Key_Return)

    press.when(NewTemplateDialog, name)
    qtbot.mouseClick(dialog.new, Qt.MouseButton.LeftButton)
    made = program.library.section("sankanxingshi")
    occasion = program.library.occasion("tuijinhui")
    assert made in program.library.choices(occasion.slot("形势"))
    assert dialog.entry is not None and dialog.entry.id == made.id
    qtbot.waitUntil(lambda: "【待填：大标题】" in dialog.pane.preview.page.text())
    assert not dialog.faults.wrong


def test_a_new_one_may_be_for_no_occasion_yet(open_dialog: Open, program: Program, qtbot, press) -> None:
    dialog = open_dialog()

    def name(asked: NewTemplateDialog) -> None:
        assert asked.slot is None and not asked.slots.isEnabled()
        press.when(TemplateEditor, leave)
        type_chinese(asked.box, "备用")
        qtbot.keyClick(asked.box, Qt.Key.Key_Return)

    press.when(NewTemplateDialog, name)
    qtbot.mouseClick(dialog.new, Qt.MouseButton.LeftButton)
    assert program.library.section("beiyong").slots == ()


def test_what_cannot_be_written_is_told(
    open_dialog: Open, program: Program, qtbot, write: Write, press
) -> None:
    write("zijide", own("自己的"))
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    versions = program.places.user_data / "versions"
    versions.parent.mkdir(parents=True, exist_ok=True)
    versions.write_text("不是文件夹")
    press("删除", "知道了")
    click_row(dialog, qtbot)
    qtbot.keyClick(dialog.browser.list, Qt.Key.Key_Delete)
    assert listed(dialog) == ["自己的"]


def test_names_are_offered_that_no_template_has(open_dialog: Open, qtbot, write: Write, press) -> None:
    write("zijide", own(f"{BUILT_IN}（我的）"))
    dialog = open_dialog()
    go_to(dialog, BUILT_IN, qtbot)
    offered_names: list[str] = []

    def leave(asked: QDialog) -> None:
        assert isinstance(asked, NameDialog)
        offered_names.append(asked.name)
        qtbot.keyClick(asked, Qt.Key.Key_Escape)

    press.when(NameDialog, leave)
    click_row(dialog, qtbot)
    qtbot.keyClick(dialog.browser.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert offered_names == [f"{BUILT_IN}（我的2）"]


def test_an_own_one_is_given_to_a_colleague_from_the_menu(
    open_dialog: Open, given_away: list[object], qtbot, write: Write
) -> None:
    write("zijide", own("自己的"))
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    action = next(each for each in dialog.pane.deeds.more.menu().actions() if "导出" in each.text())
    action.trigger()
    assert given_away == [((OwnKind.SECTIONS, "zijide"),)]
