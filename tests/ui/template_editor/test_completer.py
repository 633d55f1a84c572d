"""What may be written is offered while it is typed, by keys and by input methods."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.ui.template_editor.offer_list import OfferModel
from tests.ui.hands import commit, compose
from tests.ui.template_editor.conftest import Desk

ALT = Qt.KeyboardModifier.AltModifier


def test_two_braces_offer_the_sections_fields_and_then_the_facts(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("{{")
    assert desk.offered()[:2] == ["单位", "点位"] and "会议日期" in desk.offered()
    assert desk.code.completer.list.isVisible()


def test_initials_of_pinyin_find_a_name_and_return_takes_it(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("{{hyrq")
    assert desk.offered() == ["会议日期"]
    desk.press(Qt.Key.Key_Return)
    assert "主办。{{ 会议日期 }}\n" in desk.body
    assert desk.offered() == []


def test_what_an_input_method_commits_narrows_the_list_and_what_it_composes_does_not(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("{{")
    everything = desk.offered()
    compose(desk.code, "hui'yi")
    assert desk.offered() == everything and "hui" not in desk.body
    commit(desk.code, "会议")
    assert desk.offered()[:3] == ["会议名称", "会议日期", "会议地点"]
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Tab)
    assert "主办。{{ 会议日期 }}" in desk.body


def test_escape_leaves_the_list_and_not_the_window(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("{{")
    desk.press(Qt.Key.Key_Escape)
    assert desk.offered() == [] and desk.editor.isVisible()


def test_arrows_go_round_the_list_and_leave_the_cursor_where_it_is(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("{{")
    at = desk.code.textCursor().position()
    desk.press(Qt.Key.Key_Up)
    assert desk.code.completer.list.currentIndex().row() == len(desk.offered()) - 1
    desk.press(Qt.Key.Key_Down)
    assert desk.code.completer.list.currentIndex().row() == 0
    assert desk.code.textCursor().position() == at


def test_a_click_takes_what_is_clicked(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("{{")
    found = desk.code.completer.list
    QTest.mouseClick(
        found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualRect(found.offers.index(1)).center()
    )
    assert "主办。{{ 点位 }}" in desk.body and desk.code.hasFocus()


def test_a_bar_offers_the_forms_of_the_values_type(desk: Desk) -> None:
    desk.go_to("{{ 点位")
    desk.keys("|")
    assert desk.offered()[:3] == ["顿号", "逗号", "条数"]


def test_alt_slash_offers_where_nothing_was_typed(desk: Desk) -> None:
    desk.go_to("{{ ")
    desk.press(Qt.Key.Key_Slash, ALT)
    assert "会议名称" in desk.offered()
    desk.press(Qt.Key.Key_Left)
    assert desk.offered() == []


def test_the_beginning_of_a_block_brings_its_end_and_offers_names(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("\n{%")
    assert desk.offered() == ["if", "for", "set"]
    desk.press(Qt.Key.Key_Return)
    assert "{% if  %}\n\n{% endif %}" in desk.body
    assert desk.offered()[0] == "单位"
    desk.press(Qt.Key.Key_Return)
    assert "{% if 单位 %}\n\n{% endif %}" in desk.body


def test_a_name_written_out_needs_no_choosing(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("{{ 单位 }}\n又")
    assert "主办。{{ 单位 }}\n又" in desk.body


def test_nothing_is_offered_in_running_text(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("会议 (abc) 1.5")
    assert desk.offered() == []


def test_taking_an_offer_is_one_step_to_undo(desk: Desk) -> None:
    desk.go_to("主办。")
    desk.keys("{{hymc")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "主办。{{hymc\n" in desk.body


def test_the_model_of_offers_is_sound(desk: Desk) -> None:
    model = OfferModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.go_to("主办。")
    desk.keys("{{")
    model.show(desk.code.completer.list.offers.offers)
    assert model.rowCount() == len(desk.offered())
