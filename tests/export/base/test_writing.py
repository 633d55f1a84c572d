"""A draft on a unit's own file: its frame stays, our paragraphs are in its styles, what is missing is added."""

import io
import re
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as Word
from lxml import etree

from app.export.walk import printed_paragraphs
from tests.export.base.samples import NAMES, members, on, trees
from tests.export.base.units import AUTHOR, UNITS, bureau, rewritten, sections_only
from tests.export.samples import CREATED, OPTIONS, SPEECH, W, draft
from tests.export.schema import faults
from tests.importing.word.files import docx, p

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
ALL = pytest.mark.parametrize("unit", UNITS)
AUTO = replace(OPTIONS, numbering="auto")


def opened(docx: bytes) -> Word:
    return Document(io.BytesIO(docx))


def texts(document: Word) -> list[str]:
    return [each.text.replace("\n", "") for each in document.paragraphs if each.text]


def printed() -> list[str]:
    return [each.text for each in printed_paragraphs(draft())]


@ALL
def test_the_whole_draft_is_in_the_file(unit: str) -> None:
    found = texts(opened(on(unit)[0]))
    assert "\n".join(printed()) in "\n".join(found)


@ALL
def test_paragraphs_have_the_units_styles_and_those_that_are_missing_ours(unit: str) -> None:
    document = opened(on(unit, speech=SPEECH.replace("+ ", "").replace("+- ", "- "))[0])
    names = {each.text: each.style.name for each in document.paragraphs if each.style is not None}
    shown = {"Title": "标题", "Heading 1": "标题 1", "Normal": "正文"}
    body = names["正文独立成段，企业120家。"]
    assert shown.get(body, body) == NAMES[unit]["body"]
    h1 = names["一、提高站位，深刻认识重大意义"]
    assert shown.get(h1, h1) == NAMES[unit].get("h1", "一级标题")
    assert names["（2025年5月31日）"] == "讲话日期"


@ALL
def test_no_paragraph_of_the_draft_is_formatted_by_itself(unit: str) -> None:
    document = trees(on(unit)[0])["word/document.xml"]
    ours = [
        each.getparent() for each in document.iter(f"{W}bookmarkStart") if "_sc_a" in each.get(f"{W}name", "")
    ]
    found = {child.tag.removeprefix(W) for each in ours if each is not None for child in each.find(f"{W}pPr")}
    assert found <= {"pStyle", "keepNext", "numPr", "ind", "sectPr"}


def test_headings_stay_with_their_text_where_the_units_style_does_not_say_so() -> None:
    document = opened(on("bureau", speech="# 甲\n正文。\n## 乙。接着写。\n")[0])
    assert [each.paragraph_format.keep_with_next for each in document.paragraphs] == [True, None, None]


@ALL
@pytest.mark.parametrize("options", [OPTIONS, AUTO])
def test_all_that_the_file_names_is_there(unit: str, options) -> None:
    """Styles, numberings, comments and relationships that are named exist, and ids are there once."""
    parts = trees(on(unit, options=options)[0])
    styles = [each.get(f"{W}styleId") for each in parts["word/styles.xml"].iter(f"{W}style")]
    assert len(styles) == len({str(each).lower() for each in styles})
    document = parts["word/document.xml"]
    tags = ("pStyle", "rStyle", "basedOn", "next", "link")
    named = {each.get(f"{W}val") for root in parts.values() for tag in tags for each in root.iter(W + tag)}
    assert named - set(styles) == set()
    numbers = {each.get(f"{W}numId") for each in parts["word/numbering.xml"].iter(f"{W}num")}
    assert {each.get(f"{W}val") for each in document.iter(f"{W}numId")} <= numbers | {"0"}
    marks = [each.get(f"{W}id") for each in document.iter(f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks))
    for name, root in parts.items():
        relations = {each.get("Id") for each in parts.get(_relations(name), root).iter(REL)}
        used = {value for each in root.iter() for key, value in each.attrib.items() if str(key).startswith(R)}
        assert used <= relations, name


def _relations(name: str) -> str:
    folder, _, own = name.rpartition("/")
    return f"{folder}/_rels/{own}.rels"


@ALL
def test_every_part_has_its_type_and_every_relationship_its_part(unit: str) -> None:
    data = on(unit)[0]
    parts, roots = members(data), trees(data)
    types = roots["[Content_Types].xml"]
    said = {each.get("PartName") for each in types.iter(f"{TYPE}Override")}
    endings = {each.get("Extension") for each in types.iter(f"{TYPE}Default")}
    for name in parts:
        assert name == "[Content_Types].xml" or f"/{name}" in said or name.rpartition(".")[2] in endings
    main = next(each for each in types if each.get("PartName") == "/word/document.xml")
    assert main.get("ContentType", "").endswith("document.main+xml")
    for name, root in roots.items():
        for each in root.iter(REL):
            folder = name.partition("_rels/")[0]
            assert each.get("TargetMode") != "External"
            assert _target(folder, each.get("Target", "")) in parts


def _target(folder: str, target: str) -> str:
    path = [*folder.split("/")[:-1], *target.split("/")] if not target.startswith("/") else target.split("/")
    found: list[str] = []
    for each in path:
        if each == "..":
            found.pop()
        elif each:
            found.append(each)
    return "/".join(found)


@ALL
@pytest.mark.parametrize("options", [OPTIONS, AUTO])
def test_our_paragraphs_and_styles_keep_the_order_of_the_schema(unit: str, options) -> None:
    parts = trees(on(unit, options=options)[0])
    ours = [
        each for each in parts["word/styles.xml"].iter(f"{W}style") if each.get(f"{W}styleId", "")[:2] == "Sc"
    ]
    body = parts["word/document.xml"].find(f"{W}body")
    assert body is not None
    paragraphs = [each for each in body.iterchildren(f"{W}p") if each.find(f"{W}bookmarkStart") is not None]
    schemes = list(parts["word/numbering.xml"].iter(f"{W}abstractNum"))[-1:]
    found = [fault for root in (*ours, *paragraphs, *schemes) for fault in faults(root)]
    assert [each for each in found if "holds" not in each] == []


def test_headers_footers_and_logo_are_the_units_bytes_for_bytes() -> None:
    unit, made = bureau(), on("bureau")[0]
    assert [data for name, data in members(made).items() if "media/" in name] == [
        data for name, data in members(unit).items() if "media/" in name
    ]
    assert "××市数据局" in "".join(trees(made)["word/header1.xml"].itertext())


def test_the_units_styles_say_what_they_said() -> None:
    def styles(docx: bytes) -> dict[str, bytes]:
        root = trees(docx)["word/styles.xml"]
        return {str(each.get(f"{W}styleId")): _plain(each) for each in root.iter(f"{W}style")}

    before, after = styles(bureau()), styles(on("bureau")[0])
    assert {name: after[name] for name in before} == before


def _plain(element) -> bytes:
    written = re.sub(rb"<w:rsid [^>]*></w:rsid>", b"", etree.tostring(element, method="c14n"))
    return re.sub(rb">\s+<", b"><", written).strip()


def test_run_in_headings_are_set_as_the_body_with_the_level_and_lead_of_the_units_heading() -> None:
    styles = trees(on("bureau")[0])["word/styles.xml"]
    by_name = {each.find(f"{W}name").get(f"{W}val"): each for each in styles.iter(f"{W}style")}
    run_in, lead = by_name["二级标题（接排）"], by_name["二级领句"]
    assert run_in.find(f"{W}basedOn").get(f"{W}val") == by_name["公文正文"].get(f"{W}styleId")
    assert run_in.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "1"
    fonts = lead.find(f"{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}eastAsia") == "楷体_GB2312"
    assert lead.find(f"{W}rPr/{W}b") is not None


def test_numbers_of_a_heading_that_word_counts_are_not_printed_twice() -> None:
    document = trees(on("company")[0])["word/document.xml"]
    heading = next(
        each for each in document.iter(f"{W}p") if "".join(each.itertext()).startswith("一、提高站位")
    )
    assert heading.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"
    assert "会自动编号" in "".join(on("company")[1].base)


def test_words_own_numbering_is_added_beside_the_units() -> None:
    parts = trees(on("bureau", options=AUTO)[0])
    document = opened(on("bureau", options=AUTO)[0])
    assert "提高站位，深刻认识重大意义" in texts(document)
    schemes = [each.get(f"{W}abstractNumId") for each in parts["word/numbering.xml"].iter(f"{W}abstractNum")]
    assert len(schemes) == len(set(schemes)) > 1


def test_a_name_of_ours_that_the_unit_has_for_something_else_is_kept_apart() -> None:
    unit = rewritten(bureau(), {"word/styles.xml": ('w:val="公文二级"', 'w:val="一级标题"')})
    styles = trees(on(unit, {"body": "公文正文"})[0])["word/styles.xml"]
    names = [each.find(f"{W}name").get(f"{W}val") for each in styles.iter(f"{W}style")]
    assert "一级标题（讲稿）" in names
    assert len(names) == len(set(names))


def test_a_style_that_is_not_there_is_told_and_the_layouts_is_used() -> None:
    report = on("bureau", {"h1": "没有这个", "body": "公文正文"})[1]
    assert "模板里没有叫“没有这个”的样式，一级标题用版式里的。" in report.base


def test_all_around_the_place_of_the_text_stays_and_the_attachment_has_its_section() -> None:
    document = opened(on("committee")[0])
    found = texts(document)
    assert found[0] == "××市委会议材料"
    assert found[-1] == "附件：任务分工表"
    assert "【正文】" not in found
    upright, across = document.sections
    assert (upright.page_width < upright.page_height, across.page_width > across.page_height) == (True, True)
    assert len(document.tables) == 1
    assert "附件" in across.header.paragraphs[0].text


def test_without_a_place_the_sample_goes_and_the_attachment_stays() -> None:
    data, report = on(sections_only(), NAMES["committee"])
    found = texts(opened(data))
    assert found[0] == printed()[0]
    assert "这里是示例。" not in found
    assert found[-1] == "附件：任务分工表"
    assert any("任务分工表" in each and "横排" in each for each in report.base)
    assert len(opened(data).sections) == 2


def test_only_the_draft_is_in_a_file_of_which_the_rest_was_sample_text() -> None:
    assert texts(opened(on("bureau")[0])) == printed()


def test_an_empty_draft_leaves_one_empty_paragraph() -> None:
    document = opened(on("committee", speech="@标题 \n")[0])
    assert [each.text for each in document.paragraphs if each.text] == ["××市委会议材料", "附件：任务分工表"]
    assert len(document.sections) == 2


def test_nothing_of_what_must_not_come_along_does() -> None:
    data, report = on("company")
    whole = b"\n".join(members(data).values()).decode("utf-8", "replace")
    for word in (
        AUTHOR,
        "payload",
        "secret",
        "example.invalid",
        "INCLUDETEXT",
        "删去的字",
        "attachedTemplate",
        "rsid",
    ):
        assert word not in whole, word
    assert {"取来的字", "加进的字"} <= set(re.findall("[\u4e00-\u9fff]+", whole))
    assert not any(name.startswith(("customXml", "word/vba")) for name in members(data))
    told = report.base[-1]
    for word in ("宏", "附加的模板", "指到外面的链接", "修订记录", "自定义的数据", "取自别处的域"):
        assert word in told


def test_author_and_time_are_those_of_the_export() -> None:
    properties = opened(on("bureau")[0]).core_properties
    assert (properties.author, properties.last_modified_by) == ("起草组", "起草组")
    assert properties.created == CREATED.replace(
        tzinfo=properties.created.tzinfo if properties.created else None
    )


def test_the_same_export_gives_the_same_bytes() -> None:
    assert on("company")[0] == on("company")[0]


def test_a_clean_file_has_no_bookmarks_of_ours() -> None:
    data = on("committee", options=replace(OPTIONS, clean=True))[0]
    assert b"_sc_" not in members(data)["word/document.xml"]


def test_comments_come_along_in_the_units_file() -> None:
    comments = trees(on("company")[0])["word/comments.xml"]
    assert len(comments) == 2


def test_a_title_is_broken_for_the_units_size_and_page() -> None:
    unit = rewritten(bureau(), {"word/styles.xml": ('<w:sz w:val="44"/>', '<w:sz w:val="96"/>')})
    document = opened(on(unit, NAMES["bureau"])[0])
    title = next(each for each in document.paragraphs if "产业" in each.text)
    assert max(map(len, title.text.split("\n"))) <= 9


def test_notes_to_sample_text_go_with_it() -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}">{p(text)}</w:footnote>'
        for number, text in ((1, "示例的注"), (2, "附件的注"))
    )
    first, second = (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (1, 2))
    body = p("示例", first, properties="<w:sectPr/>") + p("附件", second) + "<w:sectPr/>"
    found = members(on(docx(body, footnotes=notes))[0])["word/footnotes.xml"].decode()
    assert "附件的注" in found and "示例的注" not in found
