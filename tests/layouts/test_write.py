"""A layout is written as what differs from the one it stands on, and read again it is the same."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.files.toml import read_toml
from app.layouts.build import build_layout
from app.layouts.model import Base, Font, Layout
from app.layouts.read import layout_values, read_layout
from app.layouts.values import font_size, millimetres, values_of
from app.layouts.write import changed_text, layout_text
from tests.layouts.conftest import SHIPPED
from tests.layouts.strategies import layouts

STANDARD = layout_values(SHIPPED / "gb9704.toml")
EXAMPLES = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_back(folder: Path, text: str, layout_id: str = "benju") -> Layout:
    path = folder / f"{layout_id}.toml"
    path.write_text(text, "utf-8")
    return read_layout(path, [SHIPPED])


@EXAMPLES
@given(layouts())
def test_what_is_written_is_read_as_the_same_layout(
    tmp_path_factory: pytest.TempPathFactory, layout: Layout
) -> None:
    folder = tmp_path_factory.getbasetemp()
    assert read_back(folder, layout_text(layout, "gb9704", STANDARD)) == layout
    assert read_back(folder, layout_text(layout)) == layout


@EXAMPLES
@given(layouts(), layouts())
def test_it_may_stand_on_any_other_layout(
    tmp_path_factory: pytest.TempPathFactory, layout: Layout, base: Layout
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "di.toml").write_text(layout_text(base), "utf-8")
    text = layout_text(layout, "di", layout_values(folder / "di.toml"))
    assert read_back(folder, text) == layout


@EXAMPLES
@given(layouts())
def test_its_table_builds_it_again(layout: Layout) -> None:
    assert build_layout(layout.id, values_of(layout)) == layout


def keys(text: str) -> Sequence[str]:
    """The lines of a file as table and key, comments and 基于 left out."""
    tables = read_toml(text.encode(), "benju")
    tables.pop("基于", None)
    return list(_keys(tables))


def _keys(table: dict[str, object], path: str = "") -> list[str]:
    found: list[str] = []
    for key, value in table.items():
        found += _keys(value, f"{path}{key}.") if isinstance(value, dict) else [path + key]
    return found


def test_only_what_differs_is_written(layout: Layout) -> None:
    h1, number = layout.styles["h1"], layout.page_number
    own = replace(
        layout,
        name="本局",
        styles={**layout.styles, "h1": replace(h1, bold=True, lead_bold=True)},
        page_number=replace(number, form="hyphens", first=False),
    )
    text = layout_text(own, "gb9704", STANDARD)
    assert keys(text) == ["名称", "styles.h1.加粗", "page_number.样式", "page_number.首页"]


def test_lines_that_follow_the_grid_go_on_following_it(layout: Layout) -> None:
    """Every style of 28.95 points has the pitch of the grid: only that is written."""
    styles = {
        name: replace(style, line=560) if style.line == 579 else style
        for name, style in layout.styles.items()
    }
    own = replace(layout, grid=replace(layout.grid, pitch=560), styles=styles)
    assert keys(layout_text(own, "gb9704", STANDARD)) == ["名称", "grid.行距"]


def test_the_same_as_its_base_is_its_name_alone(layout: Layout) -> None:
    assert keys(layout_text(layout, "gb9704", STANDARD)) == ["名称"]


def test_a_layout_without_a_font_of_its_base_says_everything(layout: Layout, tmp_path: Path) -> None:
    fonts = {**layout.fonts, "own": Font("own", "本局宋体", "Arial")}
    (tmp_path / "di.toml").write_text(layout_text(replace(layout, fonts=fonts)), "utf-8")
    text = layout_text(layout, "di", layout_values(tmp_path / "di.toml"))
    assert "基于" not in text.replace("“基于”", "")
    assert read_back(tmp_path, text, "gb9704") == layout


def test_an_own_layout_may_stand_on_the_built_in_of_its_id(layout: Layout, tmp_path: Path) -> None:
    own = replace(layout, bold_point_leads=True)
    assert read_back(tmp_path, layout_text(own, "gb9704", STANDARD), "gb9704") == own


@given(st.integers(0, 60_000))
def test_millimetres_are_the_shortest_that_are_read_as_the_same_twips(twips: int) -> None:
    written = str(millimetres(twips))
    assert len(written.partition(".")[2]) <= 2
    assert round(float(written) * 1440 / 25.4) == twips


@pytest.mark.parametrize(("half_points", "written"), [(32, "三号"), (30, "小三"), (33, 16.5), (40, 20)])
def test_sizes_go_by_name_where_they_have_one(half_points: int, written: str | float) -> None:
    assert font_size(half_points) == written


@EXAMPLES
@given(layouts(), layouts())
def test_a_file_that_is_changed_is_read_as_what_it_was_changed_to(
    tmp_path_factory: pytest.TempPathFactory, former: Layout, layout: Layout
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for text in (layout_text(former, "gb9704", STANDARD), layout_text(former)):
        assert read_back(folder, changed_text(text, layout, "gb9704", STANDARD)) == layout
        assert read_back(folder, changed_text(text, layout)) == layout


def test_comments_and_order_stay_in_a_file_that_is_changed(layout: Layout, shipped: Path) -> None:
    former = (shipped / "guanli.toml").read_text("utf-8")
    guanli = read_layout(shipped / "guanli.toml")
    number = replace(layout.page_number, first=False)
    text = changed_text(former, replace(guanli, page_number=number), "gb9704", STANDARD)
    assert text.startswith(former.rstrip("\n"))
    assert keys(text)[-1] == "page_number.首页"


def test_nothing_changes_in_a_file_that_says_it_all_already(layout: Layout, shipped: Path) -> None:
    former = (shipped / "guanli.toml").read_text("utf-8")
    assert changed_text(former, read_layout(shipped / "guanli.toml"), "gb9704", STANDARD) == former


def test_the_units_file_stays_until_the_layout_does_without(layout: Layout) -> None:
    former = '名称 = "本局"\n基于 = "gb9704"\n\n[base]\n文件 = "benju.docx"   # 红头纸\n\n[grid]\n行距 = 28\n'
    text = changed_text(former, replace(layout, base=Base("benju.docx", {})), "gb9704", STANDARD)
    assert '[base]\n文件 = "benju.docx"   # 红头纸\n' in text
    assert "行距" not in text
    assert "benju.docx" not in changed_text(former, layout, "gb9704", STANDARD)
