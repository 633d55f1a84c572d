"""How well what was typed fits a name."""

import pytest

from app.ui.palette.matching import fit

SAVE = ("b", "c")
EXPORT = ("d", "c", "", "w", "o", "r", "d")


@pytest.mark.parametrize("query", ["保存", "保", "存", "bc", "BC", "b", "", "  "])
def test_a_name_is_found_by_any_part_and_by_initials(query: str) -> None:
    assert fit(query, "保存", SAVE) is not None


@pytest.mark.parametrize("query", ["存保", "cb", "bcd", "保 x", "baocun"])
def test_what_is_not_in_it_finds_nothing(query: str) -> None:
    assert fit(query, "保存", SAVE) is None


def test_the_beginning_is_better_than_the_middle_and_letters_better_than_initials() -> None:
    fits = [
        fit("导", "导出", ("d", "c")),
        fit("出", "导出", ("d", "c")),
        fit("dc", "导出", ("d", "c")),
        fit("c", "导出", ("d", "c")),
    ]
    assert None not in fits and fits == sorted(fits) and len(set(fits)) == 4  # type: ignore[type-var]


def test_words_parted_by_blanks_must_each_fit() -> None:
    assert fit("word dc", "导出 Word", EXPORT) is not None
    assert fit("word excel", "导出 Word", EXPORT) is None


def test_a_character_with_two_readings_is_found_by_both_and_marks_are_skipped() -> None:
    name, letters = "重做本节…", ("cz", "z", "b", "j", "")
    assert fit("czbj", name, letters) == fit("zzbj", name, letters) is not None
    assert fit("dcw", "导出 Word", EXPORT) is not None


def test_without_initials_only_the_name_itself_counts() -> None:
    assert fit("bc", "保存") is None
    assert fit("word", "导出 Word") is not None
