"""What a writer types for a fact becomes a value of its type, and comes back as it was typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UsageError
from app.core.facts import Date, FactSheet, FactValue, Person
from app.templating.fields import Field, FieldType, by_name, effective, shown, typed
from tests.core.strategies import values


def field(type_: FieldType, *choices: str) -> Field:
    return Field("某项", type_, choices=choices)


TEXT, LONG, DATE = field(FieldType.TEXT), field(FieldType.LONG), field(FieldType.DATE)
NUMBER, LIST, PERSON = field(FieldType.NUMBER), field(FieldType.LIST), field(FieldType.PERSON)
CHOICE = field(FieldType.CHOICE, "市", "县")
FIELDS = (TEXT, LONG, DATE, NUMBER, LIST, PERSON, CHOICE)


@pytest.mark.parametrize(
    ("asked", "raw", "value"),
    [
        (TEXT, "  全市××会议\n第二行 ", "全市××会议 第二行"),
        (TEXT, 12, "12"),
        (TEXT, Date(2025, 5, 1), "2025年5月1日"),
        (LONG, "一段\r\n\t二段 ", "一段\n二段"),
        (DATE, "2025-05-31", Date(2025, 5, 31)),
        (DATE, "2025年×月×日", Date(2025, 0, 0)),
        (DATE, "二〇二五年五月", Date(2025, 5)),
        (NUMBER, "1,234", 1234),
        (NUMBER, "１２３４", 1234),
        (NUMBER, "12.3万", 123000),
        (NUMBER, "1.23456万", Decimal("12345.6")),
        (NUMBER, "1.5万亿", 1_500_000_000_000),
        (NUMBER, "3.50％", Decimal("3.50")),
        (NUMBER, "-7", -7),
        (NUMBER, "十二", 12),
        (NUMBER, 5, 5),
        (LIST, "甲、乙、丙", ("甲", "乙", "丙")),
        (LIST, "甲、乙；丙", ("甲、乙", "丙")),
        (LIST, "甲、乙\n\n 丙 \n", ("甲、乙", "丙")),
        (LIST, ("甲", " ", "乙\n丙"), ("甲", "乙 丙")),
        (PERSON, "市长 ×××", Person("×××", "市长")),
        (PERSON, "市长　×××", Person("×××", "市长")),
        (PERSON, "市长×××", Person("×××", "市长")),
        (PERSON, "市委常委、副市长　×　×", Person("××", "市委常委、副市长")),
        (PERSON, "校长　John Smith", Person("John Smith", "校长")),
        (PERSON, "×××", Person("×××")),
        (PERSON, Person(" × ", "市长"), Person("×", "市长")),
        (CHOICE, " 县", "县"),
        (TEXT, " \n", None),
        (LIST, "、、", None),
        (NUMBER, "", None),
        (PERSON, Person("", ""), None),
    ],
)
def test_what_is_typed_is_read_as_its_type(asked: Field, raw: FactValue, value: FactValue | None) -> None:
    assert typed(asked, raw) == value


@pytest.mark.parametrize(
    ("asked", "raw", "said"),
    [
        (DATE, "2025年2月30日", "2025年5月31日"),
        (DATE, "5月31日", "2025年5月31日"),
        (DATE, 2025, "2025年5月31日"),
        (DATE, Date(25, 5, 1), "2025年5月31日"),
        (NUMBER, "12个", "只写数"),
        (NUMBER, "1,23", "只写数"),
        (NUMBER, "9" * 40, "只写数"),
        (NUMBER, "二" * 40, "只写数"),
        (NUMBER, Decimal("1E+200"), "只写数"),
        (NUMBER, ("1",), "只写数"),
        (CHOICE, "省", "市、县"),
        (CHOICE, Person("×"), "市、县"),
        (TEXT, ("甲", "乙"), "一段文字"),
        (LONG, Person("×××"), "一段文字"),
        (LIST, Person("×××"), "一行一项"),
        (PERSON, ("甲",), "职务"),
    ],
)
def test_what_is_not_of_the_type_is_refused_by_name_and_with_what_to_write(
    asked: Field, raw: FactValue, said: str
) -> None:
    with pytest.raises(UsageError) as caught:
        typed(asked, raw)
    assert "某项" in caught.value.what
    assert said in caught.value.remedy


@given(st.sampled_from(FIELDS), values)
def test_a_value_that_was_read_is_read_again_from_what_is_shown(asked: Field, raw: FactValue) -> None:
    try:
        value = typed(asked, raw)
    except UsageError:
        return
    if value is not None:
        assert typed(asked, shown(asked, value)) == value


PIECES = "甲乙、；;\n　 ×市长12.,万亿%年月日-"


@given(st.sampled_from(FIELDS), st.text(st.sampled_from(PIECES), max_size=12))
def test_typing_what_is_shown_changes_nothing(asked: Field, text: str) -> None:
    try:
        value = typed(asked, text)
    except UsageError:
        return
    again = typed(asked, shown(asked, value))
    assert again == value
    assert shown(asked, again) == shown(asked, value)


names = st.text(st.sampled_from("×丁 A市长"), max_size=6)


@given(st.builds(Person, names, names))
def test_every_person_comes_back_from_the_box(who: Person) -> None:
    value = typed(PERSON, who)
    assert typed(PERSON, shown(PERSON, value)) == value


def test_decimals_stay_as_they_were_written() -> None:
    assert shown(NUMBER, typed(NUMBER, "3.50")) == "3.50"


def test_a_default_stands_where_the_writer_gave_nothing() -> None:
    declared = by_name([Field("称谓", FieldType.TEXT, default="同志们"), Field("会议", FieldType.TEXT)])
    assert effective(FactSheet(), declared) == FactSheet((("称谓", "同志们"),))
    given_ = FactSheet((("称谓", "各位来宾"),))
    assert effective(given_, declared) == given_
