"""Names of files are made from Chinese names as they are read aloud."""

import pytest

from app.lang.pinyin import syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三句话小结", ("san", "ju", "hua", "xiao", "jie")),
        ("重庆、绿色 2025版", ("chong", "qing", "lv", "se", "2025", "ban")),
        ("Abc d9", ("abc", "d9")),
        ("，。", ()),
        ("", ()),
    ],
)
def test_every_character_gives_its_syllable_and_marks_give_none(text: str, expected: tuple[str, ...]) -> None:
    assert syllables(text) == expected
