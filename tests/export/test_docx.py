"""The Word file as a whole: what is in it, what is not, and that it is the same every time."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.core.draft import Block, Draft, Run
from app.core.kinds import Kind
from app.export.docx import DocxOptions, export_docx
from app.export.walk import printed_paragraphs
from app.layouts.model import Layout
from tests.core.strategies import drafts
from tests.export.samples import (
    CREATED,
    OPTIONS,
    SPEECH,
    WORDS,
    ByCharacter,
    W,
    draft,
    exported,
    exported_parts,
    layout,
)


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def styles_of(data: bytes) -> list[str]:
    return [paragraph.style.name for paragraph in opened(data).paragraphs]


@settings(max_examples=60)
@given(drafts(), st.booleans())
def test_the_text_read_back_is_the_text_that_prints(speech: Draft, clean: bool) -> None:
    data = export_docx(speech, layout(), DocxOptions(clean=clean), ByCharacter())[0]
    printed = [paragraph.text.replace("\u2028", "") for paragraph in printed_paragraphs(speech)]
    assert [paragraph.text.replace("\n", "") for paragraph in opened(data).paragraphs] == printed


@pytest.mark.parametrize("name", ["gb9704", "gb9704-single", "guanli"])
@pytest.mark.parametrize("numbering", ["text", "auto"])
def test_no_paragraph_has_formatting_of_its_own(name: str, numbering: str) -> None:
    body = exported_parts(options=replace(OPTIONS, numbering=numbering), name=name)["word/document.xml"]
    properties = {child.tag.removeprefix(W) for paragraph in body.iter(f"{W}pPr") for child in paragraph}
    assert properties == ({"pStyle", "numPr"} if numbering == "auto" else {"pStyle"})
    characters = {child.tag.removeprefix(W) for run in body.iter(f"{W}rPr") for child in run}
    assert characters == {"rStyle", "rFonts", "b"}
    assert {font.keys()[0] for font in body.iter(f"{W}rFonts")} == {f"{W}hint"}


def test_every_style_that_is_used_is_defined_under_the_name_the_trade_knows() -> None:
    parts = exported_parts()
    defined = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    used = {
        element.get(f"{W}val")
        for name in ("document", "footer1", "footer2", "comments", "styles")
        for tag in ("pStyle", "rStyle", "basedOn", "next")
        for element in parts[f"word/{name}.xml"].iter(f"{W}{tag}")
    }
    assert used <= defined
    names = styles_of(exported())
    assert names[:3] == ["稿次", "讲话稿标题", "讲话稿副题"]
    assert {"一级标题", "二级标题", "二级标题（接排）", "三级标题（接排）", "要点", "落款", "落款末行"} <= {
        *names
    }


def test_only_headings_on_a_line_of_their_own_are_kept_with_the_next_paragraph() -> None:
    document = opened(exported())
    assert [document.styles[f"{level}级标题"].paragraph_format.keep_with_next for level in "一二三四"] == [
        True
    ] * 4
    run_in = [
        document.styles[f"{level}级标题（接排）"].paragraph_format.keep_with_next for level in "一二三四"
    ]
    assert run_in == [False] * 4


def test_headings_have_outline_levels_for_the_navigation_pane() -> None:
    styles = exported_parts()["word/styles.xml"]
    levels = {
        style.find(f"{W}name").get(f"{W}val"): style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    assert [levels[f"{name}级标题"] for name in "一二三四"] == ["0", "1", "2", "3"]
    assert [levels[f"{name}级标题（接排）"] for name in "一二三四"] == ["0", "1", "2", "3"]
    assert "讲话稿标题" not in levels


def test_a_run_in_lead_stands_in_the_font_of_its_heading_and_the_text_in_that_of_the_body() -> None:
    paragraph = next(p for p in opened(exported()).paragraphs if p.text.startswith("（一）这是大势所趋"))
    lead, *rest = paragraph.runs
    assert (lead.text, lead.style.name) == ("（一）这是大势所趋。", "二级领句")
    assert lead.style.element.rPr.rFonts.get(f"{W}eastAsia") == "楷体_GB2312"
    assert {run.style.name for run in rest} == {"Default Paragraph Font"}
    assert paragraph.style.element.rPr.rFonts.get(f"{W}eastAsia") == "仿宋_GB2312"


def test_chinese_marks_take_the_chinese_font_and_latin_stays_latin() -> None:
    body = exported_parts("@称谓 同志们：\n“甲”——乙……××·丙\n纯中文，没有西文也有的标点。\nAI 2025\n")[
        "word/document.xml"
    ]
    hinted = [
        "".join(run.itertext()) for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}rFonts") is not None
    ]
    assert hinted == ["“甲”——乙……××·丙"]


def test_fonts_are_all_named_in_the_font_table_and_none_is_of_a_theme() -> None:
    parts = exported_parts()
    table = {font.get(f"{W}name") for font in parts["word/fontTable.xml"]}
    used = {
        value
        for root in parts.values()
        for fonts in root.iter(f"{W}rFonts")
        for key, value in fonts.items()
        if key != f"{W}hint"
    }
    assert used <= table
    assert "方正小标宋简体" in used
    everything = b"".join(etree.tostring(root) for root in parts.values())
    assert b"heme" not in everything
    chinese = [
        font for font in parts["word/fontTable.xml"] if font.find(f"{W}charset").get(f"{W}val") == "86"
    ]
    assert all(font.find(f"{W}altName") is not None for font in chinese)


def test_a_long_title_is_one_paragraph_with_line_breaks() -> None:
    (title,) = (p for p in opened(exported()).paragraphs if p.style.name == "讲话稿标题")
    assert title.text == "在全市加快发展××产业\n暨重点项目推进会议上的讲话"


def test_a_forced_line_end_breaks_the_line_of_a_byline() -> None:
    document = opened(exported("@标题 甲\\n乙\n@讲话人 市长　×××\\n副市长　×××\n"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲\n乙", "市长　×××\n副市长　×××"]


def test_every_block_is_wrapped_in_a_bookmark_that_holds_its_text() -> None:
    speech = draft()
    body = exported_parts(speech)["word/document.xml"]
    texts: dict[str, str] = {}
    name = ""
    for element in body.iter():
        if element.tag == f"{W}bookmarkStart":
            name = element.get(f"{W}name")
            texts[name] = ""
        elif element.tag == f"{W}bookmarkEnd":
            name = ""
        elif element.tag == f"{W}t":
            texts[name] += element.text
    pieces = [piece for paragraph in printed_paragraphs(speech) for piece in paragraph.pieces]
    assert texts == {f"_sc_{piece.block.id}": piece.text for piece in pieces}


def test_a_clean_file_has_no_bookmarks_and_the_same_text() -> None:
    clean = exported(options=replace(OPTIONS, clean=True))
    assert [p.text for p in opened(clean).paragraphs] == [p.text for p in opened(exported()).paragraphs]
    assert b"_sc_" not in clean
    assert not list(opened(clean).element.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))


def test_the_file_says_title_author_and_time_and_nothing_of_the_program() -> None:
    properties = opened(exported()).core_properties
    assert properties.title == "在全市加快发展××产业暨重点项目推进会议上的讲话"
    assert (properties.author, properties.last_modified_by) == ("起草组", "起草组")
    assert properties.created == CREATED
    assert (properties.comments, properties.keywords, properties.subject) == ("", "", "")
    everything = b"".join(etree.tostring(root) for root in exported_parts().values())
    assert b"python" not in everything
    assert b"siceng" not in everything


def test_without_author_and_time_none_is_written() -> None:
    parts = exported_parts("正文[核](?)。\n", DocxOptions())
    core = parts["docProps/core.xml"]
    assert "".join(core.itertext()) == "zh-CN"
    (comment,) = parts["word/comments.xml"]
    assert comment.get(f"{W}date") is None
    assert comment.get(f"{W}author") == "起草人"


def test_a_time_is_written_in_utc() -> None:
    beijing = datetime(2025, 6, 1, 7, 30, tzinfo=timezone(timedelta(hours=8)))
    properties = opened(exported(options=DocxOptions(created=beijing))).core_properties
    assert properties.created == datetime(2025, 5, 31, 23, 30, tzinfo=UTC)


def test_the_same_draft_and_time_give_the_same_bytes() -> None:
    assert exported() == exported()
    assert exported() != exported(options=replace(OPTIONS, created=datetime(2026, 1, 1, tzinfo=UTC)))


def test_only_the_parts_that_print_are_in_the_file() -> None:
    assert set(exported_parts("正文。\n")) == {
        *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/document.xml"),
        *("word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/fontTable.xml"),
        *("word/footer1.xml", "word/footer2.xml"),
    }


def test_a_draft_without_text_is_a_file_that_opens() -> None:
    assert opened(exported(Draft())).paragraphs == []
    assert opened(exported("@标题\n#\n-\n")).paragraphs == []


def test_characters_that_xml_cannot_hold_are_left_out_and_reported() -> None:
    speech = Draft(blocks=(Block("aaaaaaaa", Kind.BODY, (Run("甲\x07乙\ufffe丙"),)),))
    data, report = export_docx(speech, layout(), DocxOptions(), WORDS)
    assert [paragraph.text for paragraph in opened(data).paragraphs] == ["甲乙丙"]
    assert [spot.text for spot in report.inexpressible] == ["U+0007", "U+FFFE"]


def test_marks_of_xml_in_the_text_are_text() -> None:
    text = "甲 < 乙 & 丙 > 丁 “戊” ]]> 'a' \"b\"  两个空格"
    speech = Draft(blocks=(Block("aaaaaaaa", Kind.BODY, (Run(text, comment='<&>"'),)),))
    assert [paragraph.text for paragraph in opened(exported(speech)).paragraphs] == [text]
    parts = exported_parts(speech, replace(OPTIONS, author='<&>"'))
    assert "".join(parts["word/comments.xml"].itertext()) == '<&>"'
    assert parts["word/comments.xml"][0].get(f"{W}author") == '<&>"'


def space_after(style: str, markup: str, changed: Layout | None = None) -> int:
    data = export_docx(draft(markup), changed or layout(), OPTIONS, WORDS)[0]
    return opened(data).styles[style].paragraph_format.space_after.twips


def test_the_head_is_parted_from_the_text_by_a_blank_line_with_or_without_salutation() -> None:
    assert space_after("讲话日期", "@标题 甲\n@日期 （乙）\n正文。\n") == 579
    assert space_after("讲话日期", "@标题 甲\n@日期 （乙）\n@称谓 同志们：\n正文。\n") == 0
    assert space_after("讲话稿标题", "@标题 甲\n正文。\n") == 579
    assert space_after("讲话人", "@标题 甲\n@讲话人 乙\n@讲话人 丙\n正文。\n") == 579
    assert space_after("讲话日期", "@日期 （乙）\n正文。\n", replace(layout(), head_gap=200)) == 1158


def test_several_bylines_that_end_the_head_have_the_blank_after_the_last_only() -> None:
    styles = exported_parts("@标题 甲\n@讲话人 乙\n@讲话人 丙\n正文。\n")["word/styles.xml"]
    (byline,) = (style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == "ScByline")
    assert byline.find(f"{W}pPr/{W}contextualSpacing") is not None


def test_the_signoff_is_parted_from_the_text_whether_of_one_line_or_more() -> None:
    def before(markup: str) -> tuple[int, int]:
        styles = opened(exported(markup)).styles
        return tuple(styles[name].paragraph_format.space_before.twips for name in ("落款", "落款末行"))

    assert before("正文。\n@落款 甲\n@落款 乙\n") == (579, 0)
    assert before("正文。\n@落款 甲\n") == (0, 579)


def test_page_numbers_stand_outside_in_the_middle_or_nowhere() -> None:
    parts = exported_parts()
    assert opened(exported()).settings.odd_and_even_pages_header_footer
    styles = opened(exported()).styles
    assert [styles[name].paragraph_format.alignment.name for name in ("页码（单页）", "页码（双页）")] == [
        "RIGHT",
        "LEFT",
    ]
    assert ["".join(parts[f"word/footer{number}.xml"].itertext()) for number in (1, 2)] == ["— 1 —", "— 2 —"]
    single = exported(name="gb9704-single")
    assert not opened(single).settings.odd_and_even_pages_header_footer
    assert opened(single).styles["页码"].paragraph_format.alignment.name == "CENTER"
    assert "word/footer2.xml" not in exported_parts(name="gb9704-single")
    without = replace(layout(), page_number=replace(layout().page_number, placement="none"))
    document = opened(export_docx(draft(), without, OPTIONS, WORDS)[0])
    assert document.element.body.sectPr.find(f"{W}footerReference") is None


def test_leads_of_points_are_bold_as_the_layout_says_or_the_writer() -> None:
    def bold_leads(options: DocxOptions, changed: Layout) -> list[str]:
        document = opened(export_docx(draft(SPEECH), changed, options, WORDS)[0])
        return [run.text for p in document.paragraphs for run in p.runs if run.style.name == "要点领句"]

    wanted = ["一是抓紧开工一批。", "二是加快建成一批。", "首先，思想上重视。", "其次，行动上落实。"]
    assert bold_leads(OPTIONS, layout()) == []
    assert bold_leads(OPTIONS, replace(layout(), bold_point_leads=True)) == wanted
    assert bold_leads(replace(OPTIONS, bold_point_leads=True), layout()) == wanted
    assert (
        bold_leads(replace(OPTIONS, bold_point_leads=False), replace(layout(), bold_point_leads=True)) == []
    )


def comments_of(markup: str) -> list[tuple[str, str]]:
    """What is said in each comment, and of which text."""
    document = opened(exported(markup))
    said = {comment.comment_id: comment.text for comment in document.comments}
    found: list[tuple[str, str]] = []
    for paragraph in document.paragraphs:
        texts: dict[str, str] = {}
        going: list[str] = []
        for element in paragraph._p.iter():
            number = element.get(f"{W}id", "")
            if element.tag == f"{W}commentRangeStart":
                going.append(number)
                texts[number] = ""
            elif element.tag == f"{W}commentRangeEnd":
                going.remove(number)
            elif element.tag == f"{W}t":
                for name in going:
                    texts[name] += element.text or ""
        found += [(said[int(name)], text) for name, text in texts.items()]
    return found


def test_queries_and_comments_become_comments_on_the_text_they_are_of() -> None:
    assert comments_of("## [甲。乙](?)丙[丁](^问一问)[**戊**己](?)(^再问)\n") == [
        ("待核实", "甲。乙"),
        ("问一问", "丁"),
        ("待核实：再问", "戊己"),
    ]


def test_a_comment_of_several_lines_has_several_paragraphs() -> None:
    assert comments_of("[甲](^一\\n二)\n") == [("一\n二", "甲")]
