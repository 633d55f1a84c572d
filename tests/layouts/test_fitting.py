"""Lines and characters a page come to a pitch and a spacing, and what is wrong with that is said."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layouts.build import build_layout
from app.layouts.fitting import characters_of, fit, fitted, lines_of, misfits, most_of, page_words, remarks
from app.layouts.model import Layout
from app.layouts.values import values_of
from tests.layouts.strategies import STANDARD

Changed = Callable[[str], Layout]


def test_the_standards_page_comes_to_28_95_points_and_a_quarter_point_less(layout: Layout) -> None:
    """facts/standards.md §1.3: 12756/22 and 8844/28."""
    found = fit(layout.page, 32, 22, 28)
    assert (found.pitch, found.spacing) == (579, -5)


@pytest.mark.parametrize(
    ("pitch", "lines"),
    [(560, 22), (570, 22), (576, 22), (578, 22), (579, 22), (580, 21), (600, 21), (660, 19), (720, 17)],
)
def test_a_fixed_pitch_gives_the_lines_that_the_facts_have(layout: Layout, pitch: int, lines: int) -> None:
    """facts/standards.md §1.3 and the reading copies of §2."""
    assert lines_of(layout.page, pitch) == lines


@pytest.mark.parametrize(("size", "characters"), [(32, 27), (36, 24), (44, 20), (52, 17)])
def test_a_line_holds_the_characters_that_the_facts_have(layout: Layout, size: int, characters: int) -> None:
    """facts/standards.md §2: the reading copies B to E."""
    assert characters_of(layout.page, size) == characters


@given(st.integers(10, 40), st.integers(15, 29))
def test_what_is_asked_for_is_what_comes_out(lines: int, characters: int) -> None:
    values = fitted(values_of(STANDARD), STANDARD, lines, characters)
    grid = build_layout("benju", values, checked=False).grid
    assert (grid.lines, grid.characters) == (lines, characters)


def test_what_follows_the_grid_goes_on_following_it(layout: Layout) -> None:
    changed = build_layout("benju", fitted(values_of(layout), layout, 20, 26))
    assert {style.line for kind, style in changed.styles.items() if kind != "title"} == {12756 // 20}
    assert {style.spacing for style in changed.styles.values() if style.size == 32} == {20}
    assert changed.styles["title"] == layout.styles["title"]


def test_at_the_most_lines_touch_and_characters_are_as_near_as_a_file_can_say(layout: Layout) -> None:
    lines, characters = most_of(layout.page, 32)
    build_layout("benju", fitted(values_of(layout), layout, lines, characters), checked=False)
    assert (lines, characters) == (12756 // 320, 8844 // 240)


def test_the_words_say_what_is_so_not_what_is_claimed(layout: Layout) -> None:
    assert page_words(layout) == "每面 22 行，每行 28 字"
    assert page_words(replace(layout, grid=replace(layout.grid, pitch=600))) == "每面 21 行，每行 28 字"


def unchecked(layout: Layout, table: str, **values: object) -> Layout:
    table_values = values_of(layout)
    inner = table_values
    for name in table.split("."):
        inner = inner.setdefault(name, {})
    inner.update(values)
    return build_layout("benju", table_values, checked=False)


@pytest.mark.parametrize(
    ("table", "values", "words"),
    [
        ("page", {"左": 90, "右": 90}, "页边距太大，版心所剩无几"),
        ("page", {"下": 5}, "页码排到了纸外"),
        ("styles.h1", {"行距": 12}, "一级标题的行距 12 磅比字号 16 磅小，字会被截掉"),
        ("styles.signoff_last", {"右缩进": 15}, "落款末行的缩进占去半行以上"),
        ("title", {"每行最多": 30}, "标题字号每行只排得下 20 字"),
    ],
)
def test_what_does_not_fit_is_said_in_the_words_of_the_window(
    layout: Layout, table: str, values: dict[str, object], words: str
) -> None:
    found = " ".join(misfits(unchecked(layout, table, **values)))
    assert words in found
    assert "[" not in found
    assert "版式“" not in found


def test_all_that_does_not_fit_is_said(layout: Layout) -> None:
    both = unchecked(unchecked(layout, "styles.h1", 行距=12), "styles.h2", 行距=12)
    assert len(list(misfits(both))) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[grid]\n行距 = 18\n行数 = 35", "行挨得太近"),
        ("[grid]\n字距 = -1.5\n字数 = 30", "字挤在一起"),
        ("[styles.h2]\n行距 = 30", "二级标题的行距与每面的不同"),
        ("[styles.point]\n字距 = 0", "要点的字距与正文不同"),
        ('[page]\n订口在内侧 = true\n[page_number]\n位置 = "居中"', "页码却单双页一样"),
    ],
)
def test_what_is_hardly_meant_is_remarked(changed: Changed, text: str, words: str) -> None:
    assert words in " ".join(remarks(changed(text)))


def test_nothing_is_said_of_the_standard(layout: Layout) -> None:
    assert (list(misfits(layout)), list(remarks(layout))) == ([], [])
