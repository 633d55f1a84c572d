"""A unit's file is believed in nothing, and only what prints is let in."""

from collections.abc import Mapping

import pytest
from lxml import etree

from app.core.errors import ReadError
from app.export.base.opening import open_base
from tests.export.base.units import UNITS, bureau, rewritten
from tests.importing.word.files import docx, part, relations, zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "<w:p/><w:sectPr/>"


def opened(header: str = "<w:p/>", others: Mapping[str, bytes] | None = None):
    """A file with this header, whose relationships are rId1 …"""
    return open_base(docx(BODY, others, header=header), "单位.docx")


def header_of(header: str, *targets: tuple[str, str]) -> str:
    """The XML of a header with these relationships, as it is taken over."""
    base = opened(header, {"_rels/header.xml.rels": relations(*targets), "media/logo.png": b"\x89PNG"})
    root = next(each.root for each in base.parts.values() if "header" in each.name)
    assert root is not None
    return etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize("unit", UNITS)
def test_a_units_file_gives_its_parts_under_plain_names(unit: str) -> None:
    base = open_base(UNITS[unit][0](), "单位.docx")
    assert {"/word/styles.xml", "/word/settings.xml", "/word/header1.xml"} <= set(base.parts)
    assert all(each.isascii() for each in base.parts)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "空文件"),
        (b"hello", "不是这种格式"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "旧格式或加了密"),
        (zipped({"a.txt": b"a"}), "没有正文"),
        (bureau()[:2000], "不完整"),
        (docx("<w:p/>").replace(b"PK\x01\x02", b"PK\x01\x03"), "损坏"),
        (zipped({"../evil.xml": b"<a/>"}), "指到文件外面"),
        (zipped({"word/document.xml": b"<a/>", "WORD/document.xml": b"<a/>"}), "重名"),
        (zipped({"word/document.xml": b"0" * (40 << 20)}), "压缩炸弹|超过"),
        (zipped({f"word/{n}.xml": b"<a/>" for n in range(2500)}), "超过 2000"),
    ],
)
def test_what_is_no_word_file_or_made_to_do_harm_is_refused_at_once(data: bytes, told: str) -> None:
    with pytest.raises(ReadError, match=told):
        open_base(data, "单位.docx")


def test_entities_are_not_believed() -> None:
    data = rewritten(bureau(), {"word/styles.xml": ("<w:styles", '<!DOCTYPE a [<!ENTITY b "c">]><w:styles')})
    with pytest.raises(ReadError, match="DOCTYPE"):
        open_base(data, "单位.docx")


def test_a_file_full_of_elements_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ReadError, match="太大"):
        open_base(docx("<w:p/>" * 450_000), "单位.docx")


def test_strict_files_are_told_to_be_saved_anew() -> None:
    strict = part("document", "<w:body/>").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = zipped(
        {"_rels/.rels": relations(("officeDocument", "word/document.xml")), "word/document.xml": strict}
    )
    with pytest.raises(ReadError, match="Strict"):
        open_base(data, "单位.docx")


@pytest.mark.parametrize("target", ["../../secret.png", "/etc/passwd.png", "media/none.png"])
def test_a_relationship_that_leads_out_of_the_file_brings_nothing(target: str) -> None:
    base = opened(others={"_rels/header.xml.rels": relations(("image", target))})
    assert list(base.parts) == ["/word/header1.xml"]
    assert base.left_out == ("存在外面或认不出的图片",)


def test_a_linked_picture_goes_and_an_embedded_one_stays() -> None:
    def picture(attribute: str) -> str:
        return f'<w:p><w:r><w:drawing><a:blip r:{attribute}="rId1"/></w:drawing></w:r></w:p>'

    assert "w:drawing" in header_of(picture("embed"), ("image", "media/logo.png"))
    assert "w:drawing" not in header_of(picture("link"), ("image", "media/none.png"))


def test_a_picture_that_is_kept_and_linked_keeps_what_is_kept() -> None:
    written = header_of(
        '<w:p><w:r><w:drawing><a:blip r:embed="rId1" r:link="rId2"/></w:drawing></w:r></w:p>',
        ("image", "media/logo.png"),
        ("image", "media/none.png"),
    )
    assert 'r:embed="rId1"' in written and "r:link" not in written


def test_links_go_and_their_words_stay() -> None:
    written = header_of(
        '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>本局网站</w:t></w:r></w:hyperlink></w:p>',
        ("hyperlink", "a.html"),
    )
    assert "本局网站" in written and "hyperlink" not in written


def test_charts_controls_and_objects_go() -> None:
    written = header_of(
        '<w:p><w:r><w:drawing><c:chart r:id="rId1"/></w:drawing></w:r></w:p>'
        '<w:p><w:r><w:object><v:shape><v:imagedata r:id="rId2"/></v:shape><o:OLEObject r:id="rId3"/></w:object></w:r></w:p>'
        '<w:p><w:r><w:control r:id="rId4"/></w:r></w:p>',
        ("chart", "chart.xml"),
        ("image", "media/logo.png"),
        ("oleObject", "a.bin"),
        ("control", "b.xml"),
    )
    assert "chart" not in written.replace("xmlns:c=", "").replace("drawingml/2006/chart", "")
    assert "OLEObject" not in written and "w:control" not in written and "imagedata" in written


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        *[(code, True) for code in ("PAGE", "numpages \\* arabic", 'STYLEREF "标题 1"', "=1+{2}")],
        *[
            (code, False)
            for code in (
                'INCLUDEPICTURE "http://a/b"',
                "DDEAUTO excel a b",
                "DOCPROPERTY 单位",
                "MACROBUTTON x y",
            )
        ],
    ],
)
def test_fields_that_ask_elsewhere_become_the_words_they_show(code: str, kept: bool) -> None:
    code = code.replace('"', "&quot;")
    marks = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in marks)
    field = f"<w:p>{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}<w:r><w:t>显示</w:t></w:r>{end}</w:p>"
    simple = f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>显示</w:t></w:r></w:fldSimple></w:p>'
    written = header_of(field + simple)
    assert written.count("显示") == 2
    assert (written.count("fldChar ") // 3, "fldSimple" in written) == ((1, True) if kept else (0, False))


def test_fields_that_show_a_person_go_with_the_name() -> None:
    written = header_of(
        '<w:p><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>张三</w:t></w:r></w:fldSimple>拟稿</w:p>'
    )
    assert "张三" not in written


def test_tracked_changes_are_taken_as_accepted() -> None:
    written = header_of(
        '<w:p><w:pPr><w:rPr><w:del w:author="张三"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>'
        '<w:p><w:ins w:author="张三"><w:r><w:t>后</w:t></w:r></w:ins>'
        '<w:moveFrom w:author="张三"><w:r><w:t>走</w:t></w:r></w:moveFrom></w:p>'
    )
    assert written.count("<w:p>") == 1
    assert "张三" not in written and "走" not in written
    assert written.index("前") < written.index("后")


def test_what_is_bound_to_data_elsewhere_shows_what_it_showed() -> None:
    written = header_of(
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>本局</w:t></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
    )
    assert "本局" in written and "dataBinding" not in written
