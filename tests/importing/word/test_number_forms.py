"""Numbers of lists are printed in the forms of Word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.word.number_forms import printed, zero_padded


@pytest.mark.parametrize(
    ("form", "number", "said"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 112, "112"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 10, "⑩"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 4, "⒋"),
        ("numberInDash", 5, "- 5 -"),
        ("upperLetter", 1, "A"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 26, "z"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 9, "ix"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 23, "二十三"),
        ("chineseCounting", 105, "一○五"),
        ("chineseCountingThousand", 99, "九十九"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("taiwaneseCountingThousand", 15, "十五"),
        ("japaneseCounting", 11, "十一"),
        ("japaneseCounting", 101, "百一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographLegalTraditional", 23, "貳拾參"),
        ("ideographTraditional", 4, "丁"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 1, "甲子"),
        ("ideographZodiacTraditional", 60, "癸亥"),
        ("ideographEnclosedCircle", 3, "㊂"),
        ("ordinal", 2, "2nd"),
        ("ordinal", 11, "11th"),
        ("hex", 255, "FF"),
        ("none", 3, ""),
        ("bullet", 3, ""),
        ("klingon", 3, "3"),
        ("chineseCounting", 0, "〇"),
        ("decimalEnclosedCircle", 0, "0"),
    ],
)
def test_a_form_prints_a_number_as_word_does(form: str, number: int, said: str) -> None:
    assert printed(number, form) == said


def test_a_form_of_its_own_is_printed_after_its_sample() -> None:
    assert zero_padded("001, 002, 003, ...")(12) == "012"


@given(
    st.sampled_from(["upperLetter", "lowerRoman", "japaneseCounting", "chineseLegalSimplified"]),
    st.integers(),
)
def test_no_number_is_too_small_or_too_large(form: str, number: int) -> None:
    assert 0 < len(printed(number, form)) <= max(len(str(number)), 30)
