"""Each setting tells whether the standard says it, says it mostly, or an office does, with the clause."""

import pytest

from app.layouts.model import Layout
from app.layouts.sources import Weight, source_of, weight_of
from app.layouts.values import entries


@pytest.mark.parametrize(
    ("table", "key", "weight", "clause"),
    [
        ("page", "宽", Weight.RULE, "5.1"),
        ("page", "左", Weight.RULE, "5.2.1"),
        ("grid", "行数", Weight.USUAL, "5.2.3"),
        ("styles.title", "字号", Weight.USUAL, "7.3.1"),
        ("styles.h1", "字体", Weight.USUAL, "7.3.3"),
        ("styles.h3", "加粗", Weight.CUSTOM, ""),
        ("styles.body", "首行缩进", Weight.USUAL, "7.3.3"),
        ("styles.signoff", "右缩进", Weight.RULE, "7.3.5.2"),
        ("page_number", "距版心", Weight.USUAL, "7.5"),
        ("page_header", "文字", Weight.CUSTOM, ""),
        ("styles.byline", "字体", Weight.CUSTOM, ""),
        ("fonts.fangsong", "西文", Weight.CUSTOM, ""),
    ],
)
def test_a_setting_has_its_clause(table: str, key: str, weight: Weight, clause: str) -> None:
    """facts/standards.md §1.1, §1.2, §2."""
    source = source_of(table, key)
    assert (source.weight, source.clause) == (weight, clause)


def test_every_setting_says_something(layout: Layout) -> None:
    for entry in entries(layout):
        source = source_of(entry.table, entry.key)
        assert source.says.endswith("。")
        assert bool(source.clause) == (source.weight is not Weight.CUSTOM)


def test_what_differs_from_the_standard_is_the_offices_own() -> None:
    assert weight_of("page", "上", is_standard=True) is Weight.RULE
    assert weight_of("page", "上", is_standard=False) is Weight.CUSTOM


def test_it_is_told_with_the_number_of_the_standard() -> None:
    assert str(source_of("page", "宽")) == "GB/T 9704—2012 5.1：用 A4 纸，210×297 毫米。"
    assert str(source_of("points", "领句加粗")).startswith("“一是”")
