"""The editor of a template: written, tried, saved, left, and changed by others meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.facts import FactSheet
from app.jobs.making import new_draft
from app.jobs.program import Program
from app.jobs.template_trials import Filling
from app.templating.answers import Answers
from app.templating.section_template import read_section
from app.ui.messages import Message
from tests.ui.dialogs import Presser
from tests.ui.template_editor.conftest import TEXT, Desk

CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_comes_of_the_template_follows_the_keys(desk: Desk) -> None:
    assert "由市教育局主办。" in desk.preview()
    desk.go_to("主办")
    desk.keys("并承办")
    assert "由市教育局主办并承办。" in desk.preview()


def test_the_preview_shows_the_template_with_nothing_filled(desk: Desk) -> None:
    filling = desk.work.trial.filling
    filling.setCurrentIndex(filling.findData(Filling.NOTHING))
    assert "由【待填：单位】主办。" in desk.preview()
    assert filling.findData(Filling.DRAFT) == -1


def test_the_preview_shows_the_template_with_the_open_drafts_facts(
    open_editor: Callable[..., Desk], path: Path, program: Program
) -> None:
    facts = FactSheet((("会议名称", "全县防汛会议"),))
    desk = open_editor(path, new_draft(program, "tuijinhui", Answers(facts)).draft)
    filling = desk.work.trial.filling
    filling.setCurrentIndex(filling.findData(Filling.DRAFT))
    assert "今天召开全县防汛会议，由【待填：单位】主办。" in desk.preview()


def test_what_is_wrong_is_listed_with_its_line_and_a_click_goes_there(desk: Desk) -> None:
    desk.go_to("看了")
    desk.keys("{{ 点数 }}")
    desk.settle()
    item = desk.work.remarks.list.item(0)
    assert item.text().startswith("［错］第 3 行　没有叫“点数”的事实或字段。")
    assert [(mark.line, mark.words) for mark in desk.code.marked(3)] == [(3, "点数")]
    desk.work.show_tab(1)
    desk.go_to("今天")
    place = desk.work.remarks.list.visualItemRect(item).center()
    QTest.mouseClick(desk.work.remarks.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.code.textCursor().blockNumber() == 2 and desk.code.isVisible()


def test_while_something_is_wrong_the_page_shows_what_came_before_and_says_so(desk: Desk) -> None:
    before = desk.preview()
    desk.go_to("主办。")
    desk.keys("{{ 没有的 }}")
    assert desk.preview() == before
    assert "第 1 行" in desk.work.trial.told and "出错以前" in desk.work.trial.told
    while desk.work.source.is_modified:
        desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.work.trial.told == ""


def test_a_name_that_nobody_declares_becomes_a_field_with_one_click(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("{{ 联系人 }}")
    desk.settle()
    assert desk.work.remarks.declare.isVisible()
    desk.work.remarks.declare.click()
    assert [field.name for field in desk.work.source.front.template.fields] == ["单位", "点位", "联系人"]  # type: ignore[union-attr]
    assert desk.work.fields.isVisible() and desk.work.fields.card.name.hasFocus()
    desk.settle()
    assert not desk.work.remarks.declare.isVisible()


def test_an_endless_loop_is_told_with_its_line_and_the_window_goes_on(desk: Desk, qtbot) -> None:
    desk.go_to("主办。")
    desk.keys("\n{% for 甲 in range(9999) %}{% for 乙 in range(9999) %}{% endfor %}{% endfor %}")
    desk.work.show_tab(2)
    assert desk.work.about.name.isVisible()  # not waiting for the worker
    desk.settle()
    assert desk.work.remarks.list.item(0).text().startswith("［错］第 2 行")


def test_saving_keeps_comments_and_the_former_text(desk: Desk, path: Path, program: Program) -> None:
    desk.go_to("主办")
    desk.keys("并承办")
    desk.press(Qt.Key.Key_S, CTRL)
    assert path.read_text("utf-8") == TEXT.replace("主办。", "主办并承办。")
    assert [program.own.read(each.path) for each in program.own.versions(path)] == [TEXT]
    assert not desk.work.source.is_modified and not desk.editor.save_button.isEnabled()
    assert "并承办" in program.library.section("wode_kaichang").body


def test_saved_work_can_be_undone_and_saved_again(desk: Desk, path: Path) -> None:
    desk.go_to("主办")
    desk.keys("并")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.work.source.is_modified
    desk.press(Qt.Key.Key_S, CTRL)
    assert path.read_text("utf-8") == TEXT


def test_saving_a_built_in_template_puts_an_own_one_in_its_place(
    open_editor: Callable[..., Desk], program: Program
) -> None:
    built_in = program.library.section("zc_sanhui_zhijie").path
    before = built_in.read_bytes()
    desk = open_editor(built_in)
    desk.keys("又")
    desk.press(Qt.Key.Key_S, CTRL)
    found = program.library.section("zc_sanhui_zhijie")
    assert program.own.is_own(found.path) and found.body.startswith("又")
    assert built_in.read_bytes() == before


@pytest.mark.parametrize(("answer", "kept"), [("保存", True), ("不保存", False)])
def test_leaving_with_changes_asks(desk: Desk, path: Path, press: Presser, answer: str, kept: bool) -> None:
    desk.go_to("主办")
    desk.keys("并承办")
    press(answer)
    desk.press(Qt.Key.Key_Escape)
    assert not desk.editor.isVisible()
    assert ("并承办" in path.read_text("utf-8")) is kept


def test_leaving_can_be_thought_better_of(desk: Desk, press: Presser) -> None:
    desk.keys("又")
    press("取消")
    desk.editor.close()
    assert desk.editor.isVisible() and desk.work.source.is_modified


def test_without_changes_leaving_asks_nothing(desk: Desk) -> None:
    desk.editor.close()
    assert not desk.editor.isVisible()


def test_what_another_program_changed_is_taken_where_nothing_was_written_here(
    desk: Desk, path: Path, qtbot
) -> None:
    path.write_text(TEXT.replace("主办。", "承办。"), "utf-8")
    qtbot.waitUntil(lambda: "承办。" in desk.body)
    assert not desk.work.source.is_modified


def test_what_another_program_changed_is_told_where_something_was_written_here(
    desk: Desk, path: Path, qtbot, program: Program
) -> None:
    desk.go_to("主办")
    desk.keys("并")
    theirs = TEXT.replace("主办。", "承办。")
    path.write_text(theirs, "utf-8")
    qtbot.waitUntil(desk.editor.keep_mine.isVisible)
    assert "主办并。" in desk.body
    desk.editor.keep_mine.click()
    desk.code.setFocus()
    desk.press(Qt.Key.Key_S, CTRL)
    assert "主办并。" in path.read_text("utf-8")
    assert theirs in [program.own.read(each.path) for each in program.own.versions(path)]


def test_theirs_can_be_taken_instead(desk: Desk, path: Path, qtbot) -> None:
    desk.go_to("主办")
    desk.keys("并")
    path.write_text(TEXT.replace("主办。", "承办。"), "utf-8")
    qtbot.waitUntil(desk.editor.take_theirs.isVisible)
    desk.editor.take_theirs.click()
    assert "承办。" in desk.body and not desk.work.source.is_modified


def test_a_change_seen_only_while_saving_is_not_written_over(desk: Desk, path: Path, press: Presser) -> None:
    desk.keys("又")
    desk.editor.watch.end()
    path.write_text("别处的话", "utf-8")
    press.when(Message, lambda asked: asked.reject())
    desk.press(Qt.Key.Key_S, CTRL)
    assert path.read_text("utf-8") == "别处的话" and desk.work.source.is_modified


def test_a_file_that_was_deleted_can_be_saved_again(desk: Desk, path: Path, qtbot) -> None:
    path.unlink()
    qtbot.waitUntil(desk.editor.save_button.isEnabled)
    desk.press(Qt.Key.Key_S, CTRL)
    assert path.read_text("utf-8") == TEXT


def test_a_file_that_is_no_template_is_mended_as_text_and_then_parted(
    open_editor: Callable[..., Desk], path: Path
) -> None:
    path.write_text(TEXT.replace('名称 = "我的开场"', '名称 "我的开场"'), "utf-8")
    desk = open_editor(path)
    assert desk.body.startswith("+++") and not desk.work.tabs.isTabEnabled(1)
    assert desk.work.remarks.list.count() == 1
    desk.go_to("名称")
    desk.keys(" =")
    desk.press(Qt.Key.Key_S, CTRL)
    assert read_section(path).name == "我的开场"
    assert desk.body.startswith("今天召开") and desk.work.tabs.isTabEnabled(1)


def test_a_template_with_strange_characters_is_saved_as_it_was(
    open_editor: Callable[..., Desk], path: Path
) -> None:
    text = TEXT.replace("主办。", "主\u00a0办𠀀\u200b。")
    path.write_text(text, "utf-8")
    desk = open_editor(path)
    desk.go_to("今天", after=False)
    desk.keys("又")
    desk.press(Qt.Key.Key_S, CTRL)
    assert path.read_text("utf-8") == text.replace("今天", "又今天")


def test_keys_lead_to_each_part(desk: Desk) -> None:
    for number, part in enumerate((desk.code, desk.work.fields, desk.work.about, desk.work.hint)):
        QTest.keyClick(desk.editor, Qt.Key(Qt.Key.Key_1 + number), CTRL)
        assert part.isVisible()


def test_the_page_follows_the_cursor_through_a_long_template(desk: Desk, qtbot) -> None:
    desk.press(Qt.Key.Key_End, CTRL)
    desk.code.insertPlainText(
        "".join(f"这是第{number}段话，说的是第{number}件事。\n" for number in range(60))
    )
    desk.settle()
    bar = desk.work.trial.page.verticalScrollBar()
    desk.go_to("这是第59段")
    qtbot.waitUntil(lambda: bar.value() > bar.maximum() // 2)
    desk.go_to("今天")
    qtbot.waitUntil(lambda: bar.value() < bar.maximum() // 4)


def test_what_cannot_be_used_yet_is_saved_and_told(desk: Desk, path: Path) -> None:
    desk.work.show_tab(2)
    desk.work.about.name.setFocus()
    desk.work.about.name.selectAll()
    QTest.keyClick(desk.work.about.name, Qt.Key.Key_Delete)
    QTest.keyClick(desk.work.about.name, Qt.Key.Key_S, CTRL)
    assert "名称" in desk.editor.notice and not desk.work.source.is_modified
    assert '名称 = "我的开场"' not in path.read_text("utf-8")


def test_slots_are_offered_by_name_in_a_file_that_is_mended_as_text(
    open_editor: Callable[..., Desk], path: Path
) -> None:
    path.write_text('+++\n名称 "甲"\n部件 = []\n+++\n甲\n', "utf-8")
    desk = open_editor(path)
    desk.go_to("部件 = [")
    desk.keys('"')
    assert "shouwei" in desk.offered()
    desk.keys("shouw")
    desk.press(Qt.Key.Key_Return)
    assert '部件 = ["shouwei' in desk.body


def kept(program: Program) -> list[Path]:
    return list((program.places.user_data / "unsaved").glob("*"))


def end_without_leaving(desk: Desk, qtbot) -> None:
    """The program dies: its window goes, and nothing is asked."""
    desk.editor.keeper.keep()
    desk.settle()
    desk.editor.watch.end()
    desk.editor.hide()


def test_what_was_not_saved_when_the_program_died_is_offered_and_taken_up(
    desk: Desk, path: Path, qtbot, program: Program, open_editor: Callable[..., Desk]
) -> None:
    desk.go_to("主办")
    desk.keys("并承办")
    end_without_leaving(desk, qtbot)
    assert path.read_text("utf-8") == TEXT
    again = open_editor(path)
    assert again.editor.go_on.isVisible() and "并承办" not in again.body
    again.editor.go_on.click()
    assert "主办并承办。" in again.body and again.work.source.is_modified
    again.code.setFocus()
    again.press(Qt.Key.Key_S, CTRL)
    assert path.read_text("utf-8") == TEXT.replace("主办。", "主办并承办。")
    qtbot.waitUntil(lambda: kept(program) == [])


def test_what_was_not_saved_can_be_thrown_away(
    desk: Desk, path: Path, qtbot, program: Program, open_editor: Callable[..., Desk]
) -> None:
    desk.keys("又")
    end_without_leaving(desk, qtbot)
    again = open_editor(path)
    again.editor.throw_away.click()
    qtbot.waitUntil(lambda: kept(program) == [])
    assert again.body == desk.body.removeprefix("又") and not again.editor.go_on.isVisible()


def test_what_is_left_without_saving_is_not_offered_again(
    desk: Desk, qtbot, program: Program, press: Presser
) -> None:
    desk.keys("又")
    desk.editor.keeper.keep()
    desk.settle()
    press("不保存")
    desk.editor.close()
    qtbot.waitUntil(lambda: kept(program) == [])


def test_what_is_offered_and_not_answered_is_offered_again(
    desk: Desk, path: Path, qtbot, program: Program, open_editor: Callable[..., Desk]
) -> None:
    desk.keys("又")
    end_without_leaving(desk, qtbot)
    before = kept(program)[0].read_text("utf-8")
    again = open_editor(path)
    again.keys("别的")
    again.editor.keeper.keep()
    again.press(Qt.Key.Key_S, CTRL)
    assert again.editor.go_on.isVisible()
    again.editor.close()
    assert kept(program)[0].read_text("utf-8") == before
