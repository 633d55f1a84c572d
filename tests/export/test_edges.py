"""What stands above and below the text: the forms and places of page numbers, and the header of an office."""

import io
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings

from app.export.docx import export_docx
from app.layouts.model import Header, Layout, NumberForm
from tests.export.samples import OPTIONS, WORDS, W, draft, layout, parts
from tests.export.schema import faults
from tests.layouts.strategies import layouts

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SHORT = "@标题 在会上的讲话\n同志们：\n# 提高认识。正文。\n"


def with_number(**changes: Any) -> Layout:
    standard = layout()
    return replace(standard, page_number=replace(standard.page_number, **changes))


def with_header(standard: Layout | None = None, **changes: Any) -> Layout:
    standard = standard or layout()
    return replace(standard, header=replace(standard.header, text="内部材料", **changes))


def written(wanted: Layout) -> bytes:
    return export_docx(draft(SHORT), wanted, OPTIONS, WORDS)[0]


def edges(wanted: Layout) -> dict[str, str]:
    """The text of every header and footer that the section refers to, by where and for which pages."""
    files = parts(written(wanted))
    targets = {each.get("Id"): each.get("Target") for each in files["word/_rels/document.xml.rels"]}
    found: dict[str, str] = {}
    for reference in files["word/document.xml"].iter(f"{W}headerReference", f"{W}footerReference"):
        where = reference.tag.removeprefix(W).removesuffix("Reference")
        texts = files[f"word/{targets[reference.get(R)]}"].iter(f"{W}t", f"{W}tab")
        found[f"{where} {reference.get(f'{W}type')}"] = "".join(each.text or "|" for each in texts)
    return found


def style_value(wanted: Layout, style_id: str, path: str, name: str = "val") -> str | None:
    """What a style says of one thing; None when it does not."""
    styles = parts(written(wanted))["word/styles.xml"]
    style = next(each for each in styles.iter(f"{W}style") if each.get(f"{W}styleId") == style_id)
    found = style.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{name}")


@pytest.mark.parametrize(
    ("form", "text"),
    [("dashes", "— 1 —"), ("hyphens", "- 1 -"), ("bare", "1"), ("page", "第1页"), ("page_of", "第1页 共9页")],
)
def test_a_page_number_has_the_form_the_layout_says(form: NumberForm, text: str) -> None:
    wanted = with_number(form=form, placement="right")
    assert edges(wanted) == {"footer default": text}
    fields = parts(written(wanted))["word/footer1.xml"].findall(f".//{W}fldSimple")
    names = [field.get(f"{W}instr", "").strip() for field in fields]
    assert names == (["PAGE", "NUMPAGES"] if form == "page_of" else ["PAGE"])


def test_a_page_number_at_the_right_stands_a_character_in_from_the_edge() -> None:
    """GB/T 9704 7.5: 空一字."""
    wanted = with_number(placement="right")
    assert style_value(wanted, "ScFooterOdd", "pPr/ind", "rightChars") == "100"
    assert style_value(wanted, "ScFooterOdd", "pPr/ind", "right") == "280"
    assert style_value(wanted, "ScFooterOdd", "pPr/jc") == "right"


def test_a_page_number_may_stand_above_the_text() -> None:
    wanted = with_number(edge="header")
    assert edges(wanted) == {"header default": "— 1 —", "header even": "— 2 —"}
    assert wanted.header_edge + wanted.page_number.size * 5 + wanted.page_number.gap == wanted.page.top


def test_the_first_page_may_be_without_a_number() -> None:
    assert edges(with_number(first=False)) == {"footer default": "— 1 —", "footer even": "— 2 —"}
    section = Document(io.BytesIO(written(with_number(first=False)))).sections[0]
    assert section.different_first_page_header_footer
    assert not Document(io.BytesIO(written(layout()))).sections[0].different_first_page_header_footer


def test_a_header_without_first_page_leaves_the_number_there() -> None:
    found = edges(with_header(with_number(placement="center"), first=False))
    assert found == {"header default": "内部材料", "footer default": "— 1 —", "footer first": "— 1 —"}


def test_a_header_stands_on_odd_and_even_pages() -> None:
    found = edges(with_header())
    assert {where: text for where, text in found.items() if where.startswith("header")} == {
        "header default": "内部材料",
        "header even": "内部材料",
    }


def test_a_header_outside_makes_even_pages_of_their_own() -> None:
    wanted = with_header(with_number(placement="none"), alignment="outside")
    assert edges(wanted) == {"header default": "内部材料", "header even": "内部材料"}
    assert style_value(wanted, "ScHeaderOdd", "pPr/jc") == "right"
    assert style_value(wanted, "ScHeaderEven", "pPr/jc") == "left"


@pytest.mark.parametrize(
    ("text", "number", "odd", "even"),
    [
        ("center", "outside", "|内部材料|— 1 —", "— 2 —|内部材料|"),
        ("left", "right", "内部材料||— 1 —", None),
        ("outside", "center", "|— 1 —|内部材料", "内部材料|— 2 —|"),
    ],
)
def test_header_and_number_share_their_line(text: str, number: str, odd: str, even: str | None) -> None:
    found = edges(with_header(with_number(edge="header", placement=number), alignment=text))
    assert found.get("header default") == odd
    assert found.get("header even") == even


def test_a_header_with_marks_of_markup_is_text() -> None:
    wanted = with_header(with_number(placement="none"))
    text = "甲 & 乙 <丙>"
    assert edges(replace(wanted, header=replace(wanted.header, text=text))) == {"header default": text}


def test_the_font_of_the_header_is_among_those_of_the_file() -> None:
    standard = layout()
    header = Header("内部", replace(standard.fonts["kaiti"], east="本局楷体"), 21, "center", 851, False, True)
    names = {
        each.get(f"{W}name")
        for each in parts(written(replace(standard, header=header)))["word/fontTable.xml"]
    }
    assert "本局楷体" in names


def test_two_sided_margins_change_sides() -> None:
    standard = layout()
    mirrored = replace(standard, page=replace(standard.page, mirrored=True))
    assert parts(written(mirrored))["word/settings.xml"].find(f"{W}mirrorMargins") is not None
    assert parts(written(standard))["word/settings.xml"].find(f"{W}mirrorMargins") is None


def test_a_lead_may_be_bold_where_its_heading_is_not() -> None:
    standard = layout()
    styles = {**standard.styles, "h3": replace(standard.styles["h3"], lead_bold=True)}
    wanted = replace(standard, styles=styles)
    off = [style_value(wanted, name, "rPr/b") == "0" for name in ("ScH3", "ScH3Lead", "ScH2Lead")]
    assert off == [True, False, True]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(layouts())
def test_every_layout_keeps_the_order_of_the_schema(wanted: Layout) -> None:
    found = parts(written(wanted))
    checked = [root for path, root in found.items() if path.startswith("word/") and path.endswith(".xml")]
    assert [fault for root in checked for fault in faults(root)] == []
