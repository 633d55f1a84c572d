"""Where the text goes in a unit's file, and what of the file stays around it."""

import pytest
from lxml import etree

from app.export.base.names import W, text_of
from app.export.base.sections import Frame, frame_of, text_width
from tests.importing.word.files import p, part

LINE = '<w:headerReference w:type="default" r:id="rId1"/>'
UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1588" w:right="1474"/>'
ACROSS = '<w:pgSz w:w="16838" w:h="11906"/>'


def ends(text: str, properties: str = UPRIGHT) -> str:
    """A paragraph with which a section ends."""
    return p(text, properties=f"<w:sectPr>{properties}</w:sectPr>")


def frame(*blocks: str, last: str = UPRIGHT) -> Frame:
    body = "".join(blocks) + f"<w:sectPr>{last}</w:sectPr>"
    return frame_of(etree.fromstring(part("document", f"<w:body>{body}</w:body>")))


def words(frame: Frame) -> tuple[list[str], list[str]]:
    return [text_of(each) for each in frame.before], [text_of(each) for each in frame.after]


@pytest.mark.parametrize("place", ["正文", "【正文】", " （正文） ", "{{正文}}", "〔正文〕"])
def test_a_paragraph_that_says_so_is_the_place_of_the_text(place: str) -> None:
    found = frame(p("红头"), p(place), p("抄送"))
    assert words(found) == (["红头"], ["抄送"])
    assert not found.ends


def test_a_sentence_about_the_text_is_no_place() -> None:
    assert words(frame(p("红头"), p("正文用三号仿宋"), p("抄送"))) == ([], [])


def test_a_bookmark_is_the_place_with_all_that_it_spans() -> None:
    start, end = '<w:bookmarkStart w:id="3" w:name="正文"/>', '<w:bookmarkEnd w:id="3"/>'
    found = frame(p("红头"), p(start, "示例一"), p("示例二", end), p("抄送"))
    assert words(found) == (["红头"], ["抄送"])


@pytest.mark.parametrize("name", ["alias", "tag"])
def test_a_content_control_may_be_the_place(name: str) -> None:
    content = f"<w:sdtContent>{p('单击此处输入')}{p('示例')}</w:sdtContent>"
    control = f'<w:sdt><w:sdtPr><w:{name} w:val="正文"/></w:sdtPr>{content}</w:sdt>'
    assert words(frame(p("红头"), control, p("抄送"))) == (["红头"], ["抄送"])


def test_a_bookmark_in_a_table_is_no_place_for_a_whole_speech() -> None:
    cell = '<w:tbl><w:tr><w:tc><w:p><w:bookmarkStart w:id="3" w:name="正文"/></w:p></w:tc></w:tr></w:tbl>'
    assert words(frame(p("红头"), cell)) == ([], [])


def test_the_place_at_the_end_of_its_section_hands_that_end_on_to_the_draft() -> None:
    found = frame(p("红头"), ends("正文", UPRIGHT), p("附表"), last=ACROSS)
    assert found.ends
    assert text_width(found.section) == 11906 - 1588 - 1474
    assert words(found) == (["红头"], ["附表"])


def test_what_stands_between_the_place_and_the_end_of_its_section_ends_it() -> None:
    found = frame(p("正文"), ends("抄送"), p("附表"), last=ACROSS)
    assert not found.ends
    assert found.after[0].find(f"{W}pPr/{W}sectPr") is not None


def test_the_text_takes_the_first_section_with_a_header_and_the_cover_goes() -> None:
    found = frame(ends("封面"), p("示例"), last=LINE + UPRIGHT)
    assert words(found) == ([], [])
    assert found.section.find(f"{W}headerReference") is not None
    assert found.told == ("模板里原来的示例文字没有留下，换成了稿子。",)


@pytest.mark.parametrize("text", ["附件：名单", "附 表", "附录一"])
def test_a_later_section_that_says_so_is_an_attachment(text: str) -> None:
    found = frame(ends("示例", LINE + UPRIGHT), p(text))
    assert words(found)[1] == [text]
    assert found.ends


def test_a_later_section_that_lies_across_is_an_attachment() -> None:
    assert words(frame(ends("示例", LINE), p("名单"), last=ACROSS))[1] == ["名单"]


def test_a_later_section_of_sample_text_or_of_nothing_goes() -> None:
    assert words(frame(ends("示例", LINE), p("又是示例")))[1] == []
    assert words(frame(ends("示例", LINE), p(""), last=ACROSS))[1] == []


def test_a_section_keeps_the_header_that_it_has_from_one_that_goes() -> None:
    found = frame(ends("示例", LINE + UPRIGHT), ends("又是示例", UPRIGHT), p("附件"))
    assert found.last.find(f"{W}headerReference") is not None


def test_bookmarks_of_which_one_end_is_gone_go() -> None:
    found = frame(p("正文", '<w:bookmarkStart w:id="3" w:name="a"/>'), p("抄送", '<w:bookmarkEnd w:id="3"/>'))
    assert found.after[0].find(f"{W}bookmarkEnd") is None


def test_the_document_is_not_changed() -> None:
    body = p("正文") + ends("抄送") + "<w:sectPr/>"
    document = etree.fromstring(part("document", f"<w:body>{body}</w:body>"))
    before = etree.tostring(document)
    frame_of(document)
    assert etree.tostring(document) == before
