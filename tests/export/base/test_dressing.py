"""A layout dressed as a unit's file looks: what the window shows is what the export will be like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.core.kinds import Kind
from app.export.base.dressing import dressed
from app.export.base.edges import edges_of
from app.export.base.looks import Look
from app.export.base.names import W
from app.export.base.opening import open_base
from app.export.base.sections import frame_of
from app.layouts.build import build_layout
from app.layouts.checks import faults
from app.layouts.model import Layout
from app.layouts.values import values_of
from tests.export.base.units import UNITS
from tests.export.samples import layout
from tests.importing.word.files import part

STANDARD = layout()
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1701" w:left="1587" w:right="1587"/>'
BODY = Look("仿宋", "Arial", 30, first_line=200, line=540)


def made(looks: dict[str, Look], page: str = PAGE) -> Layout:
    section = etree.fromstring(part("sectPr", page))
    assert section.tag == f"{W}sectPr"
    return dressed(STANDARD, section, looks)


def test_paper_and_margins_are_the_files() -> None:
    page = made({}).page
    assert (page.width, page.height, page.top, page.bottom, page.left, page.right) == (
        *(11906, 16838, 2098, 1701, 1587, 1587),
    )


def test_a_kind_with_a_style_of_the_file_looks_like_that() -> None:
    found = made({Kind.BODY: BODY, Kind.H1: Look("黑体", "Arial", 32, bold=True, line=600, outline=0)})
    body, h1 = found.body, found.styles[Kind.H1]
    assert (body.font.east, body.font.west, body.size, body.line, body.first_line) == (
        "仿宋",
        "Arial",
        30,
        540,
        200,
    )
    assert (h1.font.east, h1.bold, h1.lead_bold, h1.line, h1.outline) == ("黑体", True, True, 600, 0)
    assert (found.grid.pitch, found.grid.lines) == (540, (16838 - 2098 - 1701) // 540)


def test_a_kind_without_one_goes_on_having_what_it_shared_with_the_body() -> None:
    """GB/T 9704: （1） has the body's font, （一） its size."""
    found = made({Kind.BODY: BODY})
    h4, h2, title = (found.styles[kind] for kind in (Kind.H4, Kind.H2, Kind.TITLE))
    assert (h4.font, h4.size, h4.line) == (found.body.font, 30, 540)
    assert (h2.font.east, h2.size) == ("楷体_GB2312", 30)
    assert title.size == STANDARD.styles[Kind.TITLE].size


def test_fonts_that_the_layout_has_keep_their_substitutes() -> None:
    same = made({Kind.BODY: Look("仿宋_GB2312", "Times New Roman", 32, line=560)}).body.font
    assert same == STANDARD.body.font
    assert made({Kind.BODY: Look("仿宋_GB2312", "Arial", 32, line=560)}).body.font.fallbacks == same.fallbacks


def test_page_number_and_header_are_the_files_own_affair() -> None:
    found = made({Kind.BODY: BODY})
    assert (found.page_number.placement, found.header.text) == ("none", "")


def test_a_file_that_says_nothing_of_its_paper_leaves_the_layouts() -> None:
    assert made({}, "").page == STANDARD.page


looks = st.builds(
    Look,
    east=st.sampled_from(["", "仿宋", "黑体"]),
    west=st.sampled_from(["", "Arial"]),
    size=st.integers(1, 400),
    bold=st.booleans(),
    alignment=st.sampled_from(["left", "center", "right", "both"]),
    first_line=st.integers(0, 5000),
    left=st.integers(0, 5000),
    right=st.integers(0, 5000),
    line=st.integers(0, 9000),
    before=st.integers(0, 9000),
    after=st.integers(0, 9000),
    spacing=st.integers(-300, 900),
    keep_next=st.booleans(),
    snap=st.booleans(),
    outline=st.none() | st.integers(0, 8),
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from([*Kind]), looks, max_size=5),
    st.integers(-9, 70000),
    st.integers(-9, 30000),
)
def test_whatever_a_file_says_a_layout_that_can_be_written_comes_of_it(
    looks: dict[str, Look], width: int, margin: int
) -> None:
    page = f'<w:pgSz w:w="{width}" w:h="16838"/><w:pgMar w:left="{margin}" w:right="1474" w:top="2098" w:bottom="1985"/>'
    found = made(looks, page)
    assert not any(faults(found))
    assert build_layout(found.id, values_of(found)) == found


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("bureau", [("页眉", "××市数据局", 1), ("页脚", "第 1 页 共 1 页", 0)]),
        (
            "company",
            [
                *(("页眉", "××集团 单页取来的字加进的字", 1), ("首页页眉", "××集团有限公司 文件", 1)),
                *(("双页页眉", "××集团 双页", 1), ("页脚", "· 1 ·", 0), ("双页页脚", "· 1 ·", 0)),
            ],
        ),
    ],
)
def test_headers_and_footers_are_shown_with_words_and_pictures(unit: str, wanted: list[object]) -> None:
    base = open_base(UNITS[unit][0](), "单位.docx")
    found = list(edges_of(base, frame_of(base.document)))
    assert [(each.place, each.text, len(each.pictures)) for each in found] == wanted
