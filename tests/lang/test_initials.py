"""First letters of pinyin."""

from app.lang.initials import initials


def test_characters_have_the_letters_they_are_typed_by() -> None:
    assert initials("保存") == ("b", "c")
    assert set(initials("重")[0]) >= {"c", "z"}
    assert initials("安恩")[0] == "a"


def test_letters_and_digits_are_themselves_and_marks_have_none() -> None:
    assert initials("A1 …（") == ("a", "1", "", "", "")


def test_there_is_one_entry_for_each_character() -> None:
    assert len(initials("导出 Word")) == 7
