"""The layouts that come with the program, against the standard and the custom they stand for."""

import dataclasses
from pathlib import Path

import pytest

from app.core.kinds import Kind
from app.layouts.find import DEFAULT, list_layouts
from app.layouts.model import Layout
from app.layouts.read import read_layout


def millimetres(twips: int) -> float:
    return twips / 1440 * 25.4


def test_three_layouts_come_with_the_program_and_the_standard_is_first(shipped: Path) -> None:
    shelf = list_layouts([shipped])
    assert shelf.faults == ()
    assert [layout.id for layout in shelf.layouts] == [DEFAULT, "gb9704-single", "guanli"]


def test_paper_and_type_area_are_those_of_the_standard(layout: Layout) -> None:
    """GB/T 9704 5.1, 5.2.1."""
    page = layout.page
    for twips, wanted in (
        *((page.width, 210), (page.height, 297), (page.top, 37), (page.left, 28)),
        *((page.text_width, 156), (page.text_height, 225)),
    ):
        assert millimetres(twips) == pytest.approx(wanted, abs=0.02)


@pytest.mark.parametrize("name", ["gb9704", "gb9704-single", "guanli"])
def test_a_page_has_22_lines_of_28_characters(shipped: Path, name: str) -> None:
    """GB/T 9704 5.2.3; one more of either would not fit."""
    layout = read_layout(shipped / f"{name}.toml")
    grid, page = layout.grid, layout.page
    assert (grid.lines, grid.characters) == (22, 28)
    assert 22 * grid.pitch <= page.text_height < 23 * grid.pitch
    width = layout.body.size * 10 + layout.body.spacing
    assert 28 * width <= page.text_width < 29 * width


def test_the_grid_is_the_one_that_was_rendered_and_counted(layout: Layout) -> None:
    """DESIGN §7."""
    assert (layout.grid.pitch, layout.body.line, layout.body.spacing) == (579, 579, -5)
    assert {style.spacing for style in layout.styles.values() if style.size == 32} == {-5}
    assert {style.spacing for style in layout.styles.values() if style.size != 32} == {0}


@pytest.mark.parametrize(
    ("kind", "font", "points"),
    [
        *(("stage", "黑体", 16), ("title", "方正小标宋简体", 22), ("subtitle", "楷体_GB2312", 16)),
        *(("byline", "楷体_GB2312", 16), ("date", "楷体_GB2312", 16), ("salutation", "仿宋_GB2312", 16)),
        *(
            ("h1", "黑体", 16),
            ("h2", "楷体_GB2312", 16),
            ("h3", "仿宋_GB2312", 16),
            ("h4", "仿宋_GB2312", 16),
        ),
        *(
            ("h4", "仿宋_GB2312", 16),
            ("point", "仿宋_GB2312", 16),
            ("body", "仿宋_GB2312", 16),
            ("cue", "楷体_GB2312", 16),
        ),
    ],
)
def test_each_kind_has_its_font_and_size(layout: Layout, kind: str, font: str, points: int) -> None:
    """GB/T 9704 7.3.1 and 7.3.3; head and cues after custom (facts/standards.md §2)."""
    style = layout.styles[kind]
    assert (style.font.east, style.size, style.bold) == (font, 2 * points, False)


def test_every_kind_of_block_has_a_style(layout: Layout) -> None:
    assert set(layout.styles) == {*Kind, "signoff_last"}


def test_text_begins_two_characters_in_and_head_and_salutation_do_not(layout: Layout) -> None:
    indents = {kind: style.first_line for kind, style in layout.styles.items()}
    indented = {kind for kind, indent in indents.items() if indent == 200}
    assert indented == {"h1", "h2", "h3", "h4", "point", "body", "cue", "closing"}
    assert set(indents.values()) == {0, 200}
    assert layout.body.indent_twips(200) == 2 * 315


def test_head_kinds_are_centred_but_stage_and_salutation(layout: Layout) -> None:
    alignments = {kind: layout.styles[kind].alignment for kind in Kind}
    centred = {kind for kind, alignment in alignments.items() if alignment == "center"}
    assert centred == {"title", "subtitle", "byline", "date", "part"}
    assert alignments[Kind.STAGE] == "left"
    assert alignments[Kind.SIGNOFF] == "right"


def test_the_title_has_wider_lines_off_the_grid(layout: Layout) -> None:
    title = layout.styles["title"]
    assert (title.line, title.snap) == (640, False)
    assert all(style.snap for kind, style in layout.styles.items() if kind != "title")
    assert layout.title_most * title.size * 10 <= layout.page.text_width
    assert (layout.title_most, layout.title_best) == (20, 19)


def test_a_blank_line_stands_above_salutation_and_signoff(layout: Layout) -> None:
    """GB/T 9704 7.3.2, 7.3.5.2."""
    assert (layout.styles["salutation"].before, layout.head_gap, layout.signoff_gap) == (100, 100, 100)
    assert layout.blank_twips(100) == 579


def test_the_date_of_a_signoff_stands_two_characters_right_of_the_name(layout: Layout) -> None:
    """GB/T 9704 7.3.5.2."""
    assert (layout.styles["signoff"].right, layout.styles["signoff_last"].right) == (400, 200)


def test_headings_have_outline_levels_and_stay_with_what_follows(layout: Layout) -> None:
    levels = {kind: style.outline for kind, style in layout.styles.items() if style.outline is not None}
    assert levels == {"part": 0, "h1": 0, "h2": 1, "h3": 2, "h4": 3}
    assert all(layout.styles[kind].keep_next for kind in levels)
    assert not layout.body.keep_next
    assert not layout.styles["point"].keep_next


def test_page_numbers_stand_seven_millimetres_below_the_text(layout: Layout) -> None:
    """GB/T 9704 7.5; from the paper's edge as computed in facts/standards.md §1.3."""
    number = layout.page_number
    assert (number.placement, number.size, number.indent, number.font.west) == ("outside", 28, 100, "宋体")
    assert millimetres(number.gap) == pytest.approx(7, abs=0.02)
    assert layout.footer_edge == 1447


def test_every_font_has_others_to_take_its_place(layout: Layout) -> None:
    for font in layout.fonts.values():
        assert font.chain[0] == font.east
        assert len(font.chain) > 2
        assert len(set(font.chain)) == len(font.chain)


def test_the_one_sided_layout_differs_in_the_place_of_the_page_number_only(
    shipped: Path, layout: Layout
) -> None:
    single = read_layout(shipped / "gb9704-single.toml")
    assert single.page_number.placement == "center"
    number = dataclasses.replace(single.page_number, placement="outside")
    assert dataclasses.replace(single, id=layout.id, name=layout.name, page_number=number) == layout


def test_the_layout_of_custom_has_bold_second_and_third_headings_and_28_points(
    shipped: Path, layout: Layout
) -> None:
    guanli = read_layout(shipped / "guanli.toml")
    assert {kind for kind, style in guanli.styles.items() if style.bold} == {"h2", "h3"}
    assert guanli.grid.pitch == guanli.body.line == 560
    assert guanli.styles["title"] == layout.styles["title"]


def test_the_guide_for_writers_names_every_key_and_kind(shipped: Path) -> None:
    guide = (shipped / "README.md").read_text("utf-8")
    text = (shipped / "gb9704.toml").read_text("utf-8")
    keys = {line.split(" = ")[0] for line in text.splitlines() if " = " in line and not line.startswith("#")}
    assert "字号" in keys
    assert {key for key in keys if f"`{key}`" not in guide} == set()
    assert {kind for kind in Kind if f"`{kind}`" not in guide} == set()
