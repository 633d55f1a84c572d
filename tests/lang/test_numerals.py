"""Chinese and Arabic numerals, and quantities as GB/T 15835 prints them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UsageError
from app.lang.numerals import (
    amount,
    count_word,
    decimal_chinese,
    digits_chinese,
    from_chinese,
    percent_chinese,
    scaled,
    to_chinese,
)


@pytest.mark.parametrize(
    ("number", "chinese"),
    [
        (0, "零"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1_002, "一千零二"),
        (1_020, "一千零二十"),
        (10_010, "一万零一十"),
        (110_000, "十一万"),
        (20_300_000, "二千零三十万"),
        (300_004_000, "三亿零四千"),
        (50_000_001, "五千万零一"),
        (70_080_000, "七千零八万"),
        (10**12, "一万亿"),
        (10**16, "一亿亿"),
        (-12, "负十二"),
    ],
)
def test_an_integer_is_written_as_it_is_read(number, chinese):
    assert to_chinese(number) == chinese


@given(st.integers(min_value=-(10**24), max_value=10**24))
def test_every_integer_comes_back_from_its_chinese(number):
    assert from_chinese(to_chinese(number)) == number


@given(st.integers(min_value=0, max_value=10**16))
def test_every_count_comes_back_from_its_chinese(number):
    assert from_chinese(count_word(number)) == number


@given(st.integers(min_value=1000, max_value=9999))
def test_every_year_comes_back_from_its_digits(year):
    assert from_chinese(digits_chinese(str(year))) == year


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "一"),
        (2, "两"),
        (3, "三"),
        (12, "十二"),
        (22, "二十二"),
        (200, "二百"),
        (2000, "两千"),
        (20_000, "两万"),
    ],
)
def test_two_before_a_measure_word_is_liang(number, word):
    assert count_word(number) == word


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两千", 2000),
        ("一万五", 15_000),
        ("三千五", 3500),
        ("一百二", 120),
        ("一万零五", 10_005),
        ("一十一", 11),
        ("一百十六", 116),
        ("廿二", 22),
        ("壹佰贰拾", 120),
        ("二〇二五", 2025),
        ("二零二五", 2025),
        (" 三 ", 3),
        ("〇", 0),
    ],
)
def test_the_variants_that_people_write_are_read(text, number):
    assert from_chinese(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "", "百", "万", "三四", "两三", "十百", "一百一百", "一万零零一", "一百零", "三万五万", "第三",
        "三点五", "一要", "十十", "负", "负负一", "3", "一 百",
    ],
)  # fmt: skip
def test_what_is_no_numeral_is_none(text):
    assert from_chinese(text) is None


@pytest.mark.parametrize("text", ["亿" * 10_000, "一" * 10_000, "负" * 10_000, "一万" * 5_000])
def test_endless_numerals_are_none_and_no_error(text):
    assert from_chinese(text) is None


@given(st.text(alphabet="零〇一二两三十百千万亿负廿五", max_size=12))
def test_any_row_of_numerals_is_a_number_or_none(text):
    number = from_chinese(text)
    assert number is None or from_chinese(to_chinese(number)) == number


def test_years_are_written_digit_by_digit():
    assert digits_chinese("2025年１０月") == "二〇二五年一〇月"


def test_decimals_and_percentages_are_read_digit_by_digit_after_the_point():
    assert decimal_chinese(Decimal("20.50")) == "二十点五零"
    assert decimal_chinese(Decimal("-0.05")) == "负零点零五"
    assert percent_chinese(Decimal("7.8")) == "百分之七点八"
    assert percent_chinese(100) == "百分之一百"


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (12_345, "人", "12,345人"),
        (1_234, "人", "1234人"),
        (1_234_567, "", "1,234,567"),
        (Decimal("352.46"), "亿元", "352.46亿元"),
        (Decimal("12345.60"), "元", "12,345.60元"),
        (Decimal("1E+5"), "吨", "100,000吨"),
        (-12_345, "", "-12,345"),
        (0, "起", "0起"),
    ],
)
def test_a_quantity_is_grouped_from_five_digits_and_keeps_its_decimals(value, unit, printed):
    assert amount(value, unit) == printed


def test_grouping_can_begin_at_four_digits_or_never():
    assert amount(1_234, "人", group_from=4) == "1,234人"
    assert amount(1_234_567, "人", group_from=None) == "1234567人"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15))
def test_a_printed_quantity_is_the_value(value):
    assert Decimal(amount(value).replace(",", "")) == value


def test_scaling_is_exact_and_invents_no_zeros():
    assert scaled(35_246_000_000, "亿") == Decimal("352.46")
    assert amount(scaled(35_000_000_000, "亿"), "亿元") == "350亿元"
    assert amount(scaled(1, "亿"), "亿") == "0.00000001亿"
    assert amount(scaled(0, "万"), "万元") == "0万元"


@given(
    st.integers(min_value=-(10**30) + 1, max_value=10**30 - 1),
    st.sampled_from([("万", 10**4), ("亿", 10**8)]),
)
def test_scaling_loses_no_digit_of_any_number(number, scale):
    name, unit = scale
    whole, _, fraction = format(scaled(number, name), "f").partition(".")
    assert int(whole + fraction) * unit == number * 10 ** len(fraction)
    assert not fraction.endswith("0")


def test_only_wan_and_yi_stand_between_digits_and_unit():
    with pytest.raises(UsageError, match="千"):
        scaled(4000, "千")


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+999999", "1E-999999"])
def test_what_is_no_number_of_a_speech_is_refused(value):
    for use in (amount, decimal_chinese, lambda number: scaled(number, "万")):
        with pytest.raises(UsageError):
            use(Decimal(value))
