"""One field of a form: what is typed is read as its type when the writer leaves the box."""

from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from app.core.facts import Date, FactSheet, FactValue, Person
from app.templating.fields import Field, FieldType
from app.ui.forms.form import FieldForm
from app.ui.forms.row import FieldRow
from tests.ui.hands import type_chinese

FIELDS = {
    FieldType.TEXT: Field("会议名称", FieldType.TEXT, example="××会议"),
    FieldType.LONG: Field("背景", FieldType.LONG),
    FieldType.DATE: Field("会议日期", FieldType.DATE),
    FieldType.NUMBER: Field("家数", FieldType.NUMBER),
    FieldType.CHOICE: Field("本级", FieldType.CHOICE, choices=("省", "市", "县"), default="市"),
    FieldType.LIST: Field("议程", FieldType.LIST),
    FieldType.PERSON: Field("讲话人", FieldType.PERSON),
}


@pytest.fixture
def row(qtbot, request: pytest.FixtureRequest) -> FieldRow:
    found = FieldRow(FIELDS[request.param], hints=True)
    qtbot.addWidget(found)
    found.show()
    return found


def edit(row: FieldRow) -> QLineEdit:
    return row.findChildren(QLineEdit)[0]


def told(row: FieldRow) -> str:
    return row.box.accessibleDescription()


@pytest.mark.parametrize("row", [FieldType.TEXT], indirect=True)
def test_a_box_that_is_left_shows_its_value_from_the_beginning(row: FieldRow, qtbot) -> None:
    row.activateWindow()
    edit(row).setFocus()
    qtbot.waitUntil(edit(row).hasFocus)
    type_chinese(edit(row), "全市城镇老旧小区改造工作推进会议")
    assert edit(row).cursorPosition() == len(edit(row).text())
    edit(row).clearFocus()
    assert edit(row).cursorPosition() == 0 and not edit(row).selectedText()


@pytest.mark.parametrize(
    ("row", "typed", "value"),
    [
        (FieldType.TEXT, "  ××会议 ", "××会议"),
        (FieldType.DATE, "2025-5-31", Date(2025, 5, 31)),
        (FieldType.DATE, "2025年×月×日", Date(2025, 0, 0)),
        (FieldType.DATE, "2025.5", Date(2025, 5)),
        (FieldType.NUMBER, "1,234", 1234),
        (FieldType.NUMBER, "3.50", Decimal("3.50")),
        (FieldType.NUMBER, "十二", 12),
    ],
    indirect=["row"],
)
def test_a_line_is_read_as_its_type(row: FieldRow, typed: str, value: FactValue, qtbot) -> None:
    type_chinese(edit(row), typed)
    with qtbot.waitSignal(row.committed) as told_:
        qtbot.keyClick(edit(row), Qt.Key.Key_Return)
    assert told_.args == [value]
    assert row.value == value


@pytest.mark.parametrize("row", [FieldType.TEXT, FieldType.PERSON], indirect=True)
def test_who_presses_return_types_on_behind_what_he_typed(row: FieldRow, qtbot) -> None:
    row.activateWindow()
    edit(row).setFocus()
    qtbot.waitUntil(edit(row).hasFocus)
    type_chinese(edit(row), "全市")
    qtbot.keyClick(edit(row), Qt.Key.Key_Return)
    type_chinese(edit(row), "会议")
    assert edit(row).text() == "全市会议"


@pytest.mark.parametrize(
    ("row", "typed"),
    [(FieldType.DATE, "2025-2-30"), (FieldType.DATE, "下周"), (FieldType.NUMBER, "若干")],
    indirect=["row"],
)
def test_what_cannot_be_read_is_told_beside_the_box_and_not_taken(row: FieldRow, typed: str, qtbot) -> None:
    taken: list[object] = []
    row.committed.connect(taken.append)
    type_chinese(edit(row), typed)
    assert not row.commit()
    assert taken == [] and row.value is None
    assert typed in told(row)
    assert edit(row).text() == typed
    edit(row).selectAll()
    type_chinese(edit(row), "2025年5月31日" if row.field.type is FieldType.DATE else "5")
    assert row.commit() and row.value is not None
    assert typed not in told(row)


@pytest.mark.parametrize("row", [FieldType.DATE], indirect=True)
def test_a_date_is_shown_as_it_prints_with_its_weekday(row: FieldRow) -> None:
    type_chinese(edit(row), "2025-5-31")
    row.commit()
    assert edit(row).text() == "2025年5月31日"
    assert told(row) == "读作 2025年5月31日，星期六"


@pytest.mark.parametrize("row", [FieldType.DATE], indirect=True)
def test_a_date_without_a_year_is_of_this_year_and_says_so(row: FieldRow) -> None:
    year = datetime.now().astimezone().year
    type_chinese(edit(row), "6月30日")
    assert row.reading() == Date(year, 6, 30)
    assert row.commit() and row.value == Date(year, 6, 30)
    assert edit(row).text() == f"{year}年6月30日"
    assert told(row).startswith(f"没有写年份，照今年读作 {year}年6月30日，")
    edit(row).selectAll()
    type_chinese(edit(row), "2025年5月31日")
    assert row.commit() and told(row) == "读作 2025年5月31日，星期六"


@pytest.mark.parametrize("row", [FieldType.DATE], indirect=True)
def test_no_day_of_the_calendar_is_no_date_without_a_year_either(row: FieldRow) -> None:
    for text in ("2月30日", "13月1日"):
        edit(row).selectAll()
        type_chinese(edit(row), text)
        assert not row.commit() and f"写的“{text}”" in told(row)
        assert f"{datetime.now().astimezone().year}年没有这一天" in told(row)


@pytest.mark.parametrize("row", [FieldType.DATE], indirect=True)
def test_the_last_day_of_february_is_refused_as_it_was_typed_in_years_without_one(row: FieldRow) -> None:
    row.put(Date(2023, 2, 28))
    edit(row).selectAll()
    type_chinese(edit(row), "2月29日")
    assert not row.commit() and "写的“2月29日”没有写年份，2023年没有这一天" in told(row)


@pytest.mark.parametrize("row", [FieldType.DATE], indirect=True)
def test_who_types_no_date_learns_that_the_year_may_be_left_out(row: FieldRow) -> None:
    type_chinese(edit(row), "下周")
    assert not row.commit() and "年份可以不写，如 5月31日。" in told(row)


def test_a_date_that_is_typed_over_keeps_its_year_and_says_so(qtbot) -> None:
    ends = Field("结束日期", FieldType.DATE)
    form = FieldForm(
        beside=lambda: FactSheet((("成文日期", Date(2023, 1, 5)), ("印发日期", Date(2023, 2, 5))))
    )
    qtbot.addWidget(form)
    form.ask((ends,))
    form.put(FactSheet((("结束日期", Date(2021, 5, 3)),)))
    row = form.rows["结束日期"]
    edit(row).selectAll()
    type_chinese(edit(row), "5月4日")
    assert row.commit() and row.value == Date(2021, 5, 4)
    assert told(row).startswith("没有写年份，照原来的年份读作 2021年5月4日，")


def test_a_date_without_a_year_has_that_of_the_other_dates(qtbot) -> None:
    begins, ends = Field("开始日期", FieldType.DATE), Field("结束日期", FieldType.DATE)
    form = FieldForm(beside=lambda: FactSheet((("成文日期", Date(2023, 1, 5)),)))
    qtbot.addWidget(form)
    form.ask((begins, ends))
    type_chinese(edit(form.rows["结束日期"]), "6月30日")
    assert form.commit() and form.rows["结束日期"].value == Date(2023, 6, 30)
    assert told(form.rows["结束日期"]).startswith("没有写年份，照稿子里别的日期读作 2023年6月30日，")
    form.put(FactSheet((("开始日期", Date(2024, 5, 1)), ("结束日期", Date(2024, 5, 3)))))
    assert told(form.rows["结束日期"]) == "读作 2024年5月3日，星期五"
    edit(form.rows["结束日期"]).selectAll()
    type_chinese(edit(form.rows["结束日期"]), "5月4日")
    assert form.commit() and form.rows["结束日期"].value == Date(2024, 5, 4)


@pytest.mark.parametrize("row", [FieldType.PERSON], indirect=True)
def test_a_person_has_a_box_for_the_post_and_one_for_the_name(row: FieldRow) -> None:
    post, name = row.findChildren(QLineEdit)
    type_chinese(post, "市长")
    type_chinese(name, "×××")
    row.commit()
    assert row.value == Person("×××", "市长")


def test_the_hint_of_an_empty_list_is_not_cut(qtbot) -> None:
    row = FieldRow(Field("发言单位", FieldType.LIST, example=("××县", "市××局", "××乡", "××村")))
    qtbot.addWidget(row)
    row.show()
    edit = row.findChildren(QPlainTextEdit)[0]
    lines = edit.placeholderText().split("\n")
    assert lines[:2] == ["一行一项，如", "××县"]
    assert len(lines) * edit.fontMetrics().lineSpacing() <= edit.viewport().height()


@pytest.mark.parametrize("row", [FieldType.LIST], indirect=True)
def test_a_list_is_one_line_an_item(row: FieldRow) -> None:
    box = row.findChildren(QPlainTextEdit)[0]
    type_chinese(box, "一项\n\n二项 ")
    row.commit()
    assert row.value == ("一项", "二项")
    assert box.toPlainText() == "一项\n二项"


@pytest.mark.parametrize("row", [FieldType.CHOICE], indirect=True)
def test_a_choice_is_taken_at_once_and_can_be_taken_away(row: FieldRow, qtbot) -> None:
    combo = row.findChildren(QComboBox)[0]
    assert "市" in combo.itemText(0)
    combo.setFocus()
    for text, value in (("县", "县"), (combo.itemText(0), None)):
        combo.setCurrentText(text)
        combo.activated.emit(combo.currentIndex())
        assert row.value == value


@pytest.mark.parametrize("row", [FieldType.TEXT], indirect=True)
def test_a_value_from_elsewhere_does_not_disturb_what_is_being_typed(row: FieldRow) -> None:
    type_chinese(edit(row), "甲")
    row.put("乙")
    assert edit(row).text() == "甲"
    row.commit()
    row.put("乙")
    assert edit(row).text() == "乙"


@pytest.mark.parametrize("row", [FieldType.TEXT], indirect=True)
def test_leaving_a_box_that_was_not_touched_tells_nothing(row: FieldRow, qtbot) -> None:
    row.put("甲")
    with qtbot.assertNotEmitted(row.committed):
        row.commit()


def test_a_form_keeps_the_rows_that_are_asked_again(qtbot) -> None:
    form = FieldForm()
    qtbot.addWidget(form)
    form.ask([FIELDS[FieldType.TEXT], FIELDS[FieldType.DATE]])
    kept = form.rows["会议日期"]
    form.ask([FIELDS[FieldType.DATE], FIELDS[FieldType.PERSON]])
    assert list(form.rows) == ["会议日期", "讲话人"]
    assert form.rows["会议日期"] is kept


def test_every_box_has_a_name_to_be_read_out(qtbot) -> None:
    form = FieldForm()
    qtbot.addWidget(form)
    form.ask(FIELDS.values())
    boxes = [*form.findChildren(QLineEdit), *form.findChildren(QComboBox), *form.findChildren(QPlainTextEdit)]
    assert len(boxes) == 8
    assert all(box.accessibleName() for box in boxes)
