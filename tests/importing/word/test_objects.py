"""Text boxes become paragraphs; pictures, formulas and other objects are listed with the text they have."""

from app.importing.report import Fate, Item
from app.importing.word.changes import Changes
from tests.importing.word.files import NAMESPACES, left_out, p, r, source, texts

PICTURE, OBJECT = Fate.PICTURE, Fate.OBJECT


def box(*content: str) -> str:
    return f"<w:txbxContent>{''.join(content)}</w:txbxContent>"


def drawing(content: str, uri: str = "wordprocessingShape", description: str = "") -> str:
    shown = f'<wp:docPr id="1" name="图 1" descr="{description}"/>'
    graphic = f'<a:graphic><a:graphicData uri="http://x/{uri}">{content}</a:graphicData></a:graphic>'
    return r(f"<w:drawing><wp:anchor>{shown}{graphic}</wp:anchor></w:drawing>")


def shape(*content: str) -> str:
    return drawing(f"<wps:wsp><wps:txbx>{box(*content)}</wps:txbx></wps:wsp>")


def picture(description: str = "") -> str:
    return drawing(
        '<pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic>', "picture", description
    )


def vml(content: str) -> str:
    return r(f"<w:pict><v:shape>{content}</v:shape></w:pict>")


def test_the_text_of_a_box_comes_after_the_paragraph_that_holds_it() -> None:
    assert texts(p("甲", shape(p("乙"), p("丙")), "丁") + p("戊")) == ["甲丁", "乙", "丙", "戊"]
    assert texts(p("甲", vml(f"<v:textbox>{box(p('乙'))}</v:textbox>")) + p("丙")) == ["甲", "乙", "丙"]


def test_a_box_that_is_written_twice_for_older_programs_is_read_once() -> None:
    inside = box(p("乙"))
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert texts(p("甲", both)) == ["甲", "乙"]
    grouped = drawing(both.replace("<w:r>", "").replace("</w:r>", ""), "wordprocessingGroup")
    assert texts(p("甲", grouped)) == ["甲", "乙"]


def test_a_box_may_hold_tables_and_boxes() -> None:
    row = f"<w:tbl><w:tr><w:tc>{p('乙')}</w:tc><w:tc>{p('丙', shape(p('丁')))}</w:tc></w:tr></w:tbl>"
    assert texts(p("甲", shape(row))) == ["甲", "乙\u3000丙 丁"]


def test_a_box_in_deleted_text_is_deleted_and_fields_around_it_do_not_reach_in() -> None:
    body = p("甲", f"<w:del>{shape(p('乙'))}</w:del>")
    assert texts(body) == ["甲"]
    assert left_out(body) == [(Fate.DELETED, "乙")]
    assert texts(body, Changes.ORIGINAL) == ["甲", "乙"]
    field = '<w:fldChar w:fldCharType="{}"/>'
    code = r(field.format("begin")) + shape(p("乙")) + r(field.format("end"))
    assert texts(p("甲", code)) == ["甲", "乙"]


def test_pictures_are_listed_by_what_is_said_of_them() -> None:
    body = p("甲", picture("厂区全景"), vml('<v:imagedata r:id="rId9" o:title="印章"/>'))
    assert texts(body) == ["甲"]
    assert left_out(body) == [(PICTURE, "厂区全景"), (PICTURE, "印章")]


def test_formulas_are_listed_by_their_letters() -> None:
    formula = "<m:oMath><m:r><m:t>a</m:t></m:r><m:sSup><m:e><m:r><m:t>b</m:t></m:r></m:e></m:sSup></m:oMath>"
    assert left_out(p("甲", formula)) == [(OBJECT, "ab")]
    assert left_out(f"<m:oMathPara>{formula}</m:oMathPara>") == [(OBJECT, "ab")]


def test_word_art_and_embedded_files_are_listed() -> None:
    body = p(
        vml('<v:textpath string="热烈欢迎"/>'),
        r(
            '<w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Excel.Sheet"/></w:object>'
        ),
    )
    assert left_out(body) == [(OBJECT, "热烈欢迎"), (OBJECT, "Excel.Sheet")]


def test_charts_are_listed_with_their_words() -> None:
    chart = f"<c:chartSpace {NAMESPACES}><a:t>产值</a:t><c:v>2024年</c:v></c:chartSpace>".encode()
    body = p("甲", drawing('<c:chart r:id="rId1"/>', "chart"))
    assert source(body, others={"chart1.xml": chart}).left_out == (Item(OBJECT, "产值 2024年"),)
    assert left_out(p("甲", drawing("<c:chart/>", "chart", "柱状图"))) == [(OBJECT, "柱状图")]


def test_files_that_are_taken_in_whole_are_read_once_where_they_are_text() -> None:
    chunk = '<w:altChunk r:id="rId1"/>'
    page = {"part.html": "<p>乙</p><p>丙</p>".encode()}
    found = source(p("甲") + chunk + p("丁") + chunk, others=page)
    assert [each.text for each in found.paragraphs] == ["甲", "乙", "丙", "丁"]
    assert found.left_out == (Item(OBJECT, "插入的文件 word/part.html"),)
    assert [each.text for each in source(chunk, others={"a.txt": "乙".encode()}).paragraphs] == ["乙"]


def test_files_that_are_taken_in_and_cannot_be_read_are_listed() -> None:
    chunk = '<w:altChunk r:id="rId1"/>'
    assert source(chunk, others={"a.mht": b"x"}).left_out == (Item(OBJECT, "插入的文件 word/a.mht"),)
    assert source(chunk, others={"a.txt": b"\xff\xfe\xff"}).left_out == (
        Item(OBJECT, "插入的文件 word/a.txt"),
    )
    assert source('<w:altChunk r:id="rId7"/>').left_out == (Item(OBJECT, "插入的文件"),)
    deep = b"<div>" * 5000
    assert source(chunk, others={"a.html": deep}).left_out == (Item(OBJECT, "插入的文件 word/a.html"),)
