"""Numerals and signs as they are heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lang.reading import read_aloud, syllables


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("增长7.8%", "增长百分之七点八"),
        ("收入352.46亿元", "收入三百五十二点四六亿元"),
        ("12,345人", "一万二千三百四十五人"),
        ("0.05", "零点零五"),
        ("15%～30%", "百分之十五至百分之三十"),
        ("9亿—16亿元", "九亿至十六亿元"),
        ("3—5家", "三至五家"),
        ("3-5家", "三至五家"),
        ("下降-3.8%", "下降百分之负三点八"),
        ("5‰", "千分之五"),
        ("１２．５％", "百分之十二点五"),
        ("25℃", "二十五摄氏度"),
        ("投票结果3:1", "投票结果三比一"),
        ("占1/3", "占三分之一"),
        ("9:30开会", "九点三十分开会"),
        ("9：00开会", "九点开会"),
        ("14:05", "十四点零五分"),
    ],
)
def test_quantities_are_read_as_numbers(text, heard):
    assert read_aloud(text) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("2025年5月8日", "二〇二五年五月八日"),
        ("2025-05-08", "二〇二五年五月八日"),
        ("2025—2030年", "二〇二五至二〇三〇年"),
        ("2025年—2030年", "二〇二五年至二〇三〇年"),
        ("08年", "〇八年"),
        ("×政发〔2025〕3号", "×政发〔二〇二五〕三号"),
        ("13800000000", "一三八〇〇〇〇〇〇〇〇"),
        ("“3·15”", "“三一五”"),
        ("C919、PM2.5、5G", "C九一九、PM二点五、五G"),
    ],
)
def test_years_and_names_are_read_digit_by_digit(text, heard):
    assert read_aloud(text) == heard


@pytest.mark.parametrize("text", ["5000年文明", "25年来", "3年"])
def test_spans_of_years_are_read_as_numbers(text):
    assert read_aloud(text) == text.replace("5000", "五千").replace("25", "二十五").replace("3", "三")


def test_a_dash_of_two_is_a_pause_and_no_range():
    assert read_aloud("主题——2025年") == "主题——二〇二五年"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("同志们：", 3),
        ("二〇二五", 4),
        ("AI产业", 4),
        ("GDP", 3),
        ("online", 2),
        ("5km", 3),
        ("××市", 3),
        ("7.8%", 6),
        ("2025年", 5),
        ("𠮷", 1),
        ("，。——“”【】", 0),
        ("", 0),
    ],
)
def test_syllables_are_counted_as_heard(text, count):
    assert syllables(text) == count


@given(st.text(alphabet="一二三年月，。%‰0123456789.,-—～:/AaGg〔〕·℃", max_size=30))
def test_reading_aloud_leaves_no_digit_and_is_stable(text):
    heard = read_aloud(text)
    assert not any(digit in heard for digit in "0123456789")
    assert read_aloud(heard) == heard


@given(st.text(max_size=40))
def test_any_text_can_be_read(text):
    assert syllables(text) >= 0


@pytest.mark.parametrize(
    "text", ["9" * 10_000, "9" * 10_000 + ".5%", "1" + ",000" * 5_000, "1/" + "9" * 10_000, "1:" * 5_000]
)
def test_endless_digits_are_read_one_by_one(text):
    assert syllables(text) >= len(text) // 4
