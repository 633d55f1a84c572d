"""模板库: looked through by shelf and by word, seen as a page, put into the draft."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.outline import stretches
from app.jobs.filling import Filling
from app.jobs.making import new_draft
from app.jobs.program import Program
from app.templating.answers import Answers
from app.ui.library_watch import LibraryWatch
from app.ui.main_window import MainWindow
from app.ui.sections.insert_dialog import InsertDialog
from app.ui.tasks import Tasks
from app.ui.templates.dialog import LibraryDialog
from app.ui.theme import Theme
from tests.ui.hands import type_chinese
from tests.ui.sections.conftest import do
from tests.ui.templates.conftest import Write, listed, own, press_on

Open = Callable[[], LibraryDialog]


@pytest.fixture
def open_dialog(
    qtbot, program: Program, tasks: Tasks, theme: Theme, watch: LibraryWatch, speech: Draft
) -> Iterator[Open]:
    opened: list[LibraryDialog] = []

    def open_dialog() -> LibraryDialog:
        dialog = LibraryDialog(program, tasks, theme, watch, speech, True, lambda *_: None)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        opened.append(dialog)
        return dialog

    yield open_dialog
    for dialog in opened:
        dialog.reject()


@pytest.fixture
def speech(program: Program) -> Draft:
    """A 推进会 draft of this test's program."""
    facts = FactSheet((("会议名称", "全市××工作推进会议"),))
    return new_draft(program, "tuijinhui", Answers(facts)).draft


def test_all_templates_are_listed_and_the_first_is_seen(open_dialog: Open, program: Program, qtbot) -> None:
    dialog = open_dialog()
    assert len(listed(dialog)) == len(program.library.sections)
    qtbot.waitUntil(lambda: bool(dialog.pane.preview.page.text()))
    assert dialog.pane.told().startswith("自带 · 开场")


def test_a_shelf_is_chosen_by_the_mouse(open_dialog: Open, program: Program, qtbot) -> None:
    dialog = open_dialog()
    press_on(dialog, "layer:任务", qtbot)
    assert listed(dialog) and all(row.below.startswith("任务层") for row in dialog.browser.list.rows.rows)
    dialog.browser.tree.look_at("occasion:tuijinhui")
    slots = program.library.occasion("tuijinhui").slots
    assert len(listed(dialog)) == sum(len(program.library.choices(slot)) for slot in slots)


def test_a_shelf_that_only_holds_others_shows_what_is_on_them(open_dialog: Open, program: Program) -> None:
    dialog = open_dialog()
    dialog.browser.tree.look_at("layers")
    assert len(listed(dialog)) == len(program.library.sections)


def test_words_are_looked_for_as_they_are_typed(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    type_chinese(dialog.browser.search, "倒推")
    qtbot.waitUntil(lambda: 0 < len(listed(dialog)) < 6)
    assert listed(dialog)[0] == "由问题倒推必要性"
    # Once the dictionaries are loaded, in all of the text.
    qtbot.waitUntil(lambda: any("倒推" in row.below for row in dialog.browser.list.rows.rows[1:]))
    assert listed(dialog)[0] == "由问题倒推必要性"
    qtbot.keyClick(dialog.browser.search, Qt.Key.Key_Down)
    assert dialog.browser.list.currentIndex().row() == 1
    dialog.browser.search.clear()
    qtbot.waitUntil(lambda: len(listed(dialog)) > 6)


def test_only_what_stands_on_the_shelf_is_found(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    type_chinese(dialog.browser.search, "倒推必要性")
    qtbot.waitUntil(lambda: len(listed(dialog)) == 1)
    dialog.browser.tree.look_at("layer:任务")
    assert listed(dialog) == [] and not dialog.browser.list.isVisible() and not dialog.main.isEnabled()


def test_the_writers_own_shelf_says_how_to_begin_while_it_is_empty(open_dialog: Open, qtbot) -> None:
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    assert listed(dialog) == [] and not dialog.pane.preview.page.text()
    said = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert any("复制一份来改" in text for text in said)


def test_the_page_is_filled_as_the_writer_wants(open_dialog: Open, qtbot, write: Write) -> None:
    write("zijide", own("自己的"))
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    for filling, name in (
        (Filling.NOTHING, "【会议名称】"),
        (Filling.DRAFT, "全市××工作推进会议"),
    ):
        dialog.pane.preview.filling.setCurrentIndex(dialog.pane.preview.filling.findData(filling))
        qtbot.waitUntil(lambda name=name: dialog.pane.preview.page.text() == f"开头\n写在{name}上。")


def test_the_details_say_how_it_is_written_and_where_it_is_used(
    open_dialog: Open, qtbot, write: Write
) -> None:
    write("zijide", own("自己的", approach="先破后立"))
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    dialog.pane.tabs.setCurrentIndex(1)
    text = dialog.pane.details.toPlainText()
    assert "先破后立" in text and "推进会：认识" in text and "zijide.j2" in text
    assert "用到的事实\n会议名称" in text
    qtbot.waitUntil(lambda: "照预览里这样填" in dialog.pane.details.toPlainText())


def test_faults_are_told_with_their_line_and_what_to_write(open_dialog: Open, qtbot, write: Write) -> None:
    path = write("zijide", own("自己的", "# 开头\n写在{{ 会议名 }}上。"))
    dialog = open_dialog()
    qtbot.waitUntil(lambda: str(path) in dialog.faults.wrong)
    press_on(dialog, "faulty", qtbot)
    assert listed(dialog) == ["自己的"] and dialog.browser.list.rows.rows[0].marks == ("我的", "有错")
    assert "第 9 行" in dialog.pane.told() and "会议名称" in dialog.pane.told()


def test_a_fault_that_was_put_right_with_another_program_is_marked_no_more(
    open_dialog: Open, program: Program, qtbot, write: Write, watch: LibraryWatch
) -> None:
    faultless = program.library.sections["aq_renshi_fenliang"].path.read_text(encoding="utf-8")
    path = write("zijide", faultless + "{% for i in range(99999) %}甲{% endfor %}\n")
    dialog = open_dialog()
    qtbot.waitUntil(lambda: bool(dialog.faults.wrong))
    press_on(dialog, "own", qtbot)
    assert dialog.browser.list.rows.rows[0].marks == ("我的", "有错")
    path.write_text(faultless, encoding="utf-8")
    watch.look()
    qtbot.waitUntil(lambda: dialog.browser.list.rows.rows[0].marks == ("我的",))
    assert dialog.pane.told().startswith("我的")


def test_a_file_that_cannot_be_read_is_listed_and_cannot_be_put_in(
    open_dialog: Open, qtbot, write: Write
) -> None:
    write("zijide", "没有开头")
    dialog = open_dialog()
    press_on(dialog, "faulty", qtbot)
    assert listed(dialog) == ["zijide"] and not dialog.main.isEnabled()
    assert "第 1 行不是 +++" in dialog.pane.told()


def test_rows_are_told_with_their_marks(open_dialog: Open, qtbot, write: Write) -> None:
    write("zijide", own("自己的"))
    dialog = open_dialog()
    tester = QAbstractItemModelTester(dialog.browser.list.rows)
    press_on(dialog, "own", qtbot)
    index = dialog.browser.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "自己的，我的，认识层 · 约 20 字"
    tester.deleteLater()


def test_without_a_draft_nothing_can_be_put_in(
    qtbot, program: Program, tasks: Tasks, theme: Theme, watch: LibraryWatch
) -> None:
    dialog = LibraryDialog(program, tasks, theme, watch, None, False, lambda *_: None)
    qtbot.addWidget(dialog)
    assert not dialog.main.isEnabled()
    assert dialog.pane.preview.filling.findData(Filling.DRAFT) < 0
    dialog.reject()


def test_a_template_is_chosen_by_keys_and_put_into_the_draft(
    window: MainWindow, speech: Draft, qtbot, press
) -> None:
    window.bench.show_draft(speech)
    window.text.go_to_block(len(speech.blocks) - 1)

    def choose(dialog: LibraryDialog) -> None:
        type_chinese(dialog.browser.search, "由问题倒推必要性")
        qtbot.waitUntil(lambda: len(listed(dialog)) == 1)
        press.when(InsertDialog, insert)
        qtbot.keyClick(dialog.browser.search, Qt.Key.Key_Return)

    def insert(dialog: InsertDialog) -> None:
        assert dialog.templates.template is not None
        assert dialog.templates.template.name == "由问题倒推必要性"
        focus = dialog.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Return)

    press.when(LibraryDialog, choose)
    do(window, "templates", qtbot)
    assert window.bench.document is not None
    made = [each.section.template for each in stretches(window.bench.document.draft())]
    assert "tj_renshi_daotui" in made


def test_it_opens_without_a_draft_and_is_left_by_escape(window: MainWindow, qtbot, press) -> None:
    seen: list[bool] = []

    def leave(dialog: LibraryDialog) -> None:
        seen.append(dialog.main.isEnabled())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    press.when(LibraryDialog, leave)
    do(window, "templates", qtbot)
    assert seen == [False]


def test_what_another_program_changes_is_seen_while_the_library_is_open(
    open_dialog: Open, qtbot, write: Write, watch: LibraryWatch
) -> None:
    path = write("zijide", own("自己的"))
    watch.look()
    qtbot.waitUntil(lambda: not watch.is_looking)
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    path.write_text(own("别处改了名", "# 开头\n别处写的。"), encoding="utf-8")
    qtbot.waitUntil(lambda: listed(dialog) == ["别处改了名"])
    qtbot.waitUntil(lambda: "别处写的" in dialog.pane.preview.page.text())


def test_a_file_spoiled_with_another_program_keeps_what_it_held_and_says_so(
    open_dialog: Open, qtbot, write: Write, watch: LibraryWatch
) -> None:
    path = write("zijide", own("自己的"))
    watch.look()
    qtbot.waitUntil(lambda: not watch.is_looking)
    dialog = open_dialog()
    press_on(dialog, "own", qtbot)
    path.write_text("写坏了", encoding="utf-8")
    qtbot.waitUntil(lambda: "第 1 行不是 +++" in dialog.pane.told())
    assert listed(dialog) == ["自己的"] and dialog.browser.list.rows.rows[0].is_wrong
    qtbot.waitUntil(lambda: "写在" in dialog.pane.preview.page.text())


def test_it_opens_where_it_was_left(window: MainWindow, qtbot, press) -> None:
    places: list[tuple[str, str]] = []

    def leave(dialog: LibraryDialog) -> None:
        if not places:
            press_on(dialog, "layer:任务", qtbot)
            dialog.browser.list.step(3)
        places.append(dialog.browser.place)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    for _ in range(2):
        press.when(LibraryDialog, leave)
        do(window, "templates", qtbot)
    assert places[0] == places[1] and places[0][0] == "layer:任务"
