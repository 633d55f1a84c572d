"""插入模板: looked for, chosen, filled, seen, put in; one step to undo."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.core.draft import Draft
from app.core.kinds import Kind, Layer
from app.core.numbering import print_number
from app.core.outline import stretches
from app.jobs.program import Program
from app.ui.document.draft_document import DraftDocument
from app.ui.main_window import MainWindow
from app.ui.sections.insert_dialog import InsertDialog
from app.ui.sections.places import AFTER_SECTION, AT_CURSOR
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.ui.hands import type_chinese
from tests.ui.sections.conftest import do, stretch_of, texts


@pytest.fixture
def dialog(qtbot, program: Program, tasks: Tasks, theme: Theme, speech: Draft) -> Iterator[InsertDialog]:
    found = InsertDialog(program, tasks, theme, speech, stretch_of(speech, Layer.TASKS).start, None)
    qtbot.addWidget(found)
    found.show()
    yield found
    found.reject()


def offered(dialog: InsertDialog) -> list[str]:
    return [dialog.templates.list.item(at).text() for at in range(dialog.templates.list.count())]


def test_the_occasions_templates_are_offered_with_layer_and_length(
    dialog: InsertDialog, program: Program
) -> None:
    slots = program.library.occasion("tuijinhui").slots
    assert len(offered(dialog)) == sum(len(program.library.choices(slot)) for slot in slots)
    assert any("认识层 · 约 780 字" in text for text in offered(dialog))


def test_all_occasions_can_be_looked_at(dialog: InsertDialog, program: Program) -> None:
    dialog.templates.occasions.setCurrentIndex(0)
    assert len(offered(dialog)) == len(program.library.sections)


def test_words_narrow_the_list(dialog: InsertDialog, program: Program, qtbot) -> None:
    type_chinese(dialog.templates.search, "倒推")
    names = [text.split("\n")[0] for text in offered(dialog)]
    assert names and len(names) < 5
    assert program.library.section("tj_renshi_daotui").name in names
    assert dialog.preview.isVisible() and dialog.main.isEnabled()


def test_where_nothing_fits_nothing_is_shown_and_nothing_can_be_put_in(dialog: InsertDialog, qtbot) -> None:
    """Also where the preview of the template before was still to come."""
    dialog.templates.layers.setCurrentText("认识")
    assert dialog.form.isVisible() and dialog.preview.isVisible()
    type_chinese(dialog.templates.search, "没有这样的词")
    qtbot.wait(300)
    assert offered(dialog) == [] and not dialog.main.isEnabled()
    assert not dialog.form.isVisible() and not dialog.preview.isVisible()
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert [text for text in said if text.startswith("没有合适的模板")]
    assert not [text for text in said if "待填" in text]
    dialog.templates.search.clear()
    assert dialog.main.isEnabled() and dialog.form.isVisible() and dialog.preview.isVisible()


def test_where_nothing_fits_a_click_shows_all_templates(
    dialog: InsertDialog, program: Program, qtbot
) -> None:
    dialog.templates.layers.setCurrentText("认识")
    type_chinese(dialog.templates.search, "没有这样的词")
    show_all = next(each for each in dialog.findChildren(QPushButton) if each.text() == "看所有模板")
    qtbot.mouseClick(show_all, Qt.MouseButton.LeftButton)
    assert len(offered(dialog)) == len(program.library.sections)
    assert dialog.main.isEnabled() and not show_all.isVisible()


def test_a_layer_narrows_the_list(dialog: InsertDialog) -> None:
    dialog.templates.layers.setCurrentText("任务")
    assert offered(dialog) and all("任务层" in text for text in offered(dialog))


def test_arrows_in_the_search_box_go_through_the_list(dialog: InsertDialog, qtbot) -> None:
    qtbot.keyClick(dialog.templates.search, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.templates.search, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.templates.search, Qt.Key.Key_Up)
    assert dialog.templates.list.currentRow() == 1


def test_the_preview_has_the_drafts_facts_and_follows_the_fields(dialog: InsertDialog, qtbot) -> None:
    dialog.templates.layers.setCurrentText("认识")
    type_chinese(dialog.form.rows["目标年份"].findChildren(QLineEdit)[0], "20××年")
    qtbot.waitUntil(lambda: "到20××年，" in dialog.preview.text())


def test_the_preview_is_numbered_as_at_the_place_where_it_goes(
    dialog: InsertDialog, speech: Draft, qtbot
) -> None:
    def number() -> str:
        document = dialog.preview.findChildren(DraftDocument)[0]
        return next(filter(None, map(document.number, range(document.blockCount()))), "")

    def wanted() -> str:
        before = [block.kind for block in speech.blocks[: dialog.places.at]]
        return print_number(Kind.H1, before.count(Kind.H1) + 1)

    dialog.templates.layers.setCurrentText("保障")
    assert dialog.places.currentText() == AFTER_SECTION
    behind = wanted()
    qtbot.waitUntil(lambda: number() == behind)
    dialog.places.setFocus()
    qtbot.keyClick(dialog.places, Qt.Key.Key_Down)
    assert wanted() != behind
    qtbot.waitUntil(lambda: number() == wanted())


def test_what_was_typed_for_a_template_is_there_again(dialog: InsertDialog, qtbot) -> None:
    dialog.templates.layers.setCurrentText("认识")
    type_chinese(dialog.form.rows["目标年份"].findChildren(QLineEdit)[0], "20××年")
    qtbot.keyClick(dialog.templates.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.templates.list, Qt.Key.Key_Up)
    assert dialog.form.rows["目标年份"].findChildren(QLineEdit)[0].text() == "20××年"


def test_it_goes_behind_the_section_the_cursor_is_in_or_where_the_writer_says(
    dialog: InsertDialog, speech: Draft
) -> None:
    stretch = stretch_of(speech, Layer.TASKS)
    assert (dialog.places.currentText(), dialog.places.at) == (AFTER_SECTION, stretch.stop)
    dialog.places.setCurrentText(AT_CURSOR)
    assert dialog.places.at == stretch.start + 1


def test_a_template_is_put_in_by_keys_alone_and_undone_as_one_step(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    before = draft()
    open_window.text.go_to_block(stretch_of(before, Layer.SITUATION).start)

    def choose(dialog: InsertDialog) -> None:
        type_chinese(dialog.templates.search, "由问题倒推必要性")
        qtbot.keyClick(dialog.templates.search, Qt.Key.Key_Return)

    press.when(InsertDialog, choose)
    do(open_window, "insert_section", qtbot)
    after = draft()
    made = [each for each in stretches(after) if each.section.template == "tj_renshi_daotui"]
    assert [each.start for each in made] == [stretch_of(before, Layer.SITUATION).stop]
    assert open_window.bench.page is not None
    assert open_window.bench.page.editor.current_block_index() == made[0].start
    assert any("我讲五点意见" in text for text in texts(after))
    open_window.text.undo()
    assert draft() == before


def test_leaving_the_dialog_leaves_the_draft(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    before = draft()
    press.when(InsertDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    do(open_window, "insert_section", qtbot)
    assert draft() == before


def test_what_was_filled_is_there_again_after_leaving_until_it_is_put_in(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    seen: list[str] = []

    def year(dialog: InsertDialog) -> QLineEdit:
        dialog.templates.layers.setCurrentText("认识")
        return dialog.form.rows["目标年份"].findChildren(QLineEdit)[0]

    def fill_and_leave(dialog: InsertDialog) -> None:
        type_chinese(year(dialog), "2035年")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def look_and_take(dialog: InsertDialog) -> None:
        seen.append(year(dialog).text())
        dialog.main.click()

    def look_and_leave(dialog: InsertDialog) -> None:
        seen.append(year(dialog).text())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    for deed in (fill_and_leave, look_and_take, look_and_leave):
        press.when(InsertDialog, deed)
        do(open_window, "insert_section", qtbot)
    assert seen == ["2035年", ""]
    assert any("2035年" in text for text in texts(draft()))
