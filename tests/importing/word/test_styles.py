"""Levels, looks and bold come from styles as Word resolves them."""

import pytest

from app.core.draft import Run
from tests.importing.word.files import left_out, p, paragraphs, r, texts


def style(name: str, shown: str, paragraph: str = "", run: str = "", base: str = "", more: str = "") -> str:
    based_on = base and f'<w:basedOn w:val="{base}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}" {more}><w:name w:val="{shown}"/>{based_on}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


@pytest.mark.parametrize(
    ("styles", "level"),
    [
        (style("A", "heading 1"), 1),
        (style("A", "Heading 4"), 4),
        (style("A", "标题 2"), 2),
        (style("A", "标题2"), 2),
        (style("A", "heading 5"), None),
        (style("A", "heading 1", outline(2)), 3),
        (style("A", "heading 1", outline(9)), None),
        (style("A", "讲话一级", outline(0)), 1),
        (style("A", "讲话一级", base="B") + style("B", "heading 2"), 2),
        (style("A", "讲话一级", base="B") + style("B", "甲", base="C") + style("C", "乙", outline(3)), 4),
        (style("A", "Title", outline(0)), None),
        (style("A", "标题", outline(0)), None),
        (style("A", "Subtitle", base="B") + style("B", "heading 1"), None),
        (style("A", "Normal"), None),
        (style("A", "甲", base="A"), None),
        (style("A", "甲", base="B") + style("B", "乙", base="A"), None),
        (style("B", "heading 1", more='w:default="1"'), 1),
        ("", None),
    ],
)
def test_the_level_of_a_heading_is_that_of_its_style(styles: str, level: int | None) -> None:
    [found] = paragraphs(p("提高站位", style="A"), styles=styles)
    assert found.level == level


def test_a_paragraph_may_have_or_lose_a_level_by_itself() -> None:
    styles = style("A", "heading 1")
    body = p("甲", properties=outline(1)) + p("乙", style="A", properties=outline(9)) + p("丙", style="A")
    assert [found.level for found in paragraphs(body, styles=styles)] == [2, None, 1]


def test_the_name_of_the_style_is_told_and_that_of_the_default_where_a_paragraph_names_none() -> None:
    styles = style("A", "Title") + style("N", "Normal", more='w:default="1"')
    body = p("甲", style="A") + p("乙") + p("丙", style="gone")
    assert [found.style for found in paragraphs(body, styles=styles)] == ["Title", "Normal", "Normal"]


def test_what_is_centred_is_so_by_itself_by_its_style_or_by_default() -> None:
    centre, left = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'
    styles = style("A", "甲", centre) + style("B", "乙", base="A") + style("C", "丙", left)
    body = "".join(
        [
            p("一", style="A"),
            p("二", style="B"),
            p("三", style="A", properties=left),
            p("四", properties=centre),
            p("五"),
        ]
    )
    assert [found.centred for found in paragraphs(body, styles=styles)] == [True, True, False, True, False]
    default = f"<w:docDefaults><w:pPrDefault><w:pPr>{centre}</w:pPr></w:pPrDefault></w:docDefaults>"
    assert [found.centred for found in paragraphs(body, styles=default + styles)] == [
        True,
        True,
        False,
        True,
        True,
    ]


def test_the_size_is_that_of_the_first_text_and_where_it_says_none_of_the_style() -> None:
    big, small = '<w:sz w:val="44"/>', '<w:sz w:val="32"/>'
    character = f'<w:style w:type="character" w:styleId="K"><w:name w:val="k"/><w:rPr>{big}</w:rPr></w:style>'
    styles = style("A", "甲", run=small) + style("B", "乙", base="A") + character
    body = "".join(
        [
            p(r("一", big), r("二"), style="B"),
            p(r("", big), r("二"), style="B"),
            p(r("一", '<w:rStyle w:val="K"/>')),
            p("一"),
        ]
    )
    assert [found.size for found in paragraphs(body, styles=styles)] == [44, 32, 44, 0]
    default = f"<w:docDefaults><w:rPrDefault><w:rPr>{small}</w:rPr></w:rPrDefault></w:docDefaults>"
    assert paragraphs(p("一"), styles=default)[0].size == 32


def test_empty_lines_above_are_counted() -> None:
    found = paragraphs(p() + p(" ") + p("甲") + p("乙") + p() + p("丙"))
    assert [each.blank_before for each in found] == [2, 0, 1]


STYLES = (
    style("Bold", "重", run="<w:b/>")
    + style("Child", "重二", base="Bold")
    + style("Off", "轻", run='<w:b w:val="0"/>', base="Bold")
    + "".join(
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{name}"/><w:rPr>{run}</w:rPr></w:style>'
        for name, run in (("Strong", "<w:b/>"), ("Hide", "<w:vanish/>"), ("二级领句", "<w:b/>"))
    )
)
STRONG, B, NOT_B = '<w:rStyle w:val="Strong"/>', "<w:b/>", '<w:b w:val="false"/>'


@pytest.mark.parametrize(
    ("style", "run", "bold"),
    [
        ("", B, True),
        ("", '<w:b w:val="1"/>', True),
        ("", NOT_B, False),
        ("", '<w:b w:val="off"/>', False),
        ("", STRONG, True),
        ("", STRONG + NOT_B, False),
        ("", "<w:bCs/>", False),
        ("Bold", "", False),
        ("Child", B, False),
        ("Bold", STRONG, False),
        ("Bold", NOT_B, False),
        ("Off", B, True),
        ("", '<w:rStyle w:val="二级领句"/>', False),
        ("", '<w:rStyle w:val="二级领句"/><w:b/>', True),
        ("", '<w:rStyle w:val="gone"/>', False),
    ],
)
def test_bold_is_a_mark_where_the_text_is_bold_and_its_paragraph_is_not(
    style: str, run: str, bold: bool
) -> None:
    [found] = paragraphs(p(r("要", run), style=style), styles=STYLES)
    assert found.runs == (Run("要", bold=bold),)


def test_neighbours_that_look_alike_are_one_run() -> None:
    [found] = paragraphs(p(r("统"), r("一"), r("思", B), r("想", B + "<w:i/>"), r("。")))
    assert found.runs == (Run("统一"), Run("思想", bold=True), Run("。"))


def test_hidden_text_is_listed_and_not_taken() -> None:
    body = p(
        "甲", r("乙", "<w:vanish/>"), r("丙", '<w:rStyle w:val="Hide"/>'), r("丁", '<w:vanish w:val="0"/>')
    )
    assert texts(body, styles=STYLES) == ["甲丁"]
    assert left_out(body, styles=STYLES) == [("隐藏文字", "乙丙")]


def test_a_style_may_hide_its_text() -> None:
    styles = style("H", "隐", run="<w:vanish/>")
    body = p("甲", r("乙", '<w:vanish w:val="0"/>'), style="H") + p("丙")
    assert texts(body, styles=styles) == ["乙", "丙"]
    assert left_out(body, styles=styles) == [("隐藏文字", "甲")]
