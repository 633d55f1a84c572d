"""What is given for a Word file is opened, or refused with a word on what to do."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import ReadError
from app.files.archive import write_archive
from app.importing.word.reader import read_word
from tests.importing.word.files import NAMESPACES, docx, p, part, relations, zipped

BODY = p("同志们：")
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
LOOSE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(data: bytes, name: str = "稿.docx") -> list[str]:
    return [paragraph.text for paragraph in read_word(data, name).paragraphs]


def refused(data: bytes, name: str = "稿.docx") -> str:
    with pytest.raises(ReadError) as caught:
        read_word(data, name)
    assert f"“{name}”" in caught.value.what
    assert caught.value.remedy
    return caught.value.what


def with_mimetype(kind: bytes) -> bytes:
    return write_archive([("mimetype", kind), ("content.xml", b"<x/>")], stored_first="mimetype")


def with_document(document: bytes, name: str = "word/document.xml") -> bytes:
    return zipped({name: document})


def test_a_file_is_read_where_its_list_of_parts_says_that_the_text_is() -> None:
    named = {"_rels/.rels": relations(("officeDocument", "/other/text.xml"))}
    assert read(zipped({**named, "other/text.xml": part("document", f"<w:body>{BODY}</w:body>")})) == [
        "同志们："
    ]


def test_a_file_without_lists_of_parts_is_read_from_the_usual_place() -> None:
    assert read(with_document(part("document", f"<w:body>{BODY}</w:body>"))) == ["同志们："]


def test_strict_files_are_read_as_others_and_their_text_is_not_touched() -> None:
    text = f"见 {STRICT} 一节"
    strict = part("document", f"<w:body>{p('同志们：')}{p(text)}</w:body>").replace(
        f'xmlns:w="{LOOSE}"'.encode(), f'xmlns:w="{STRICT}"'.encode()
    )
    assert read(with_document(strict)) == ["同志们：", text]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_any_encoding_that_xml_knows_is_read(encoding: str) -> None:
    declared = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030"}[encoding]
    text = part("document", f"<w:body>{BODY}</w:body>").decode().replace("UTF-8", declared)
    assert read(with_document(text.encode(encoding))) == ["同志们："]


def test_macros_and_whatever_else_is_in_the_file_are_not_looked_at() -> None:
    data = docx(BODY, others={"vbaProject.bin": b"\0macro", "customXml/item1.xml": b"<broken"})
    assert read(data, "稿.docm") == ["同志们："]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空文件"),
        (b"<html><body>x</body></html>", "网页"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML>", "网页"),
        (b"MIME-Version: 1.0\r\n", "网页存档"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "Word 2003 的 XML"),
        (b"\x89PNG\r\n", "图片"),
        ("讲话稿".encode(), "不是 Word 文件"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        (OLE + "WordDocument".encode("utf-16-le"), "旧格式的文件（.doc 或 .wps）"),
        (OLE, "旧格式的文件"),
        (docx(BODY)[:400], "不完整"),
        (zipped({"readme.txt": b"x"}), "没有正文"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "Excel"),
        (zipped({"ppt/presentation.xml": b"<x/>"}), "PowerPoint"),
        (with_mimetype(b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (with_document(b"<document/>"), "没有正文"),
        (with_document(part("document", BODY)[:-20]), "读不通"),
        (with_document(b""), "读不通"),
        (with_document(b"\xff\xfe\x00broken"), "读不通"),
        (with_document(b'<?xml version="1.0" encoding="klingon"?><x/>'), "读不通"),
    ],
)
def test_what_is_no_word_file_is_named(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_the_file_that_word_keeps_beside_an_open_one_is_told_from_it() -> None:
    assert "临时文件" in refused(b"\x05user" + bytes(157), "~$稿.docx")


def test_a_broken_part_beside_the_text_is_no_secret() -> None:
    assert "word/styles.xml" in refused(docx(BODY, styles="<w:style>"))


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16"])
def test_declarations_of_entities_are_refused_in_any_encoding(encoding: str) -> None:
    document = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "DOCTYPE" in refused(with_document(document.encode(encoding)))


def test_entities_that_would_grow_are_not_resolved() -> None:
    lines = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "哈"}">' for at in range(10))
    document = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [{lines}]><d a="&l9;">&l9;</d>'
    assert refused(with_document(document.encode("UTF-16")))


def test_a_file_of_too_many_marks_is_refused_before_it_takes_the_memory() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", part("document", "<w:p/>" * 2_100_000))
    assert "太大" in refused(buffer.getvalue())


def test_a_file_of_more_styles_than_word_holds_is_refused() -> None:
    styles = [
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(5001)
    ]
    assert "样式" in refused(docx(BODY, styles="".join(styles)))
    assert read_word(docx(BODY, styles="".join(styles[:4079])), "稿.docx").paragraphs


def test_text_that_shrinks_beyond_all_measure_is_refused() -> None:
    assert "压缩" in refused(with_document(part("document", f"<w:body>{BODY}</w:body>" + " " * (8 << 20))))


def test_a_file_nested_without_end_is_refused() -> None:
    assert "读不通" in refused(with_document(part("document", "<w:ins>" * 3000 + "</w:ins>" * 3000)))


def test_names_that_reach_outside_are_refused() -> None:
    buffer = io.BytesIO(docx(BODY))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("../../evil.xml", b"<x/>")
    assert "路径" in refused(buffer.getvalue())


RICH = docx(
    p("一、", "提高站位") + f"<w:tbl><w:tr><w:tc>{BODY}</w:tc></w:tr></w:tbl>",
    styles='<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/></w:style>',
    comments=f'<w:comment w:id="0">{BODY}</w:comment>',
)
ALL = {
    name: zipfile.ZipFile(io.BytesIO(RICH)).read(name)
    for name in zipfile.ZipFile(io.BytesIO(RICH)).namelist()
}


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_damage_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(ALL)))
    content = bytearray(ALL[name])
    at = data.draw(st.integers(0, len(content) - 1))
    content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    read_or_refuse(zipped({**ALL, name: bytes(content)}))


@given(st.integers(0, len(RICH) - 1), st.binary(max_size=4))
@settings(deadline=None)
def test_a_damaged_archive_is_read_or_refused(at: int, damage: bytes) -> None:
    read_or_refuse(RICH[:at] + damage + RICH[at + len(damage) :])


def read_or_refuse(data: bytes) -> None:
    with suppress(ReadError):
        read(data)
