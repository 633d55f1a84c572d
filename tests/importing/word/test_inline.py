"""What stands within paragraphs becomes text, marks and a list of what is no text."""

import pytest

from app.core.draft import FORCED_LINE_END as LINE_END
from app.importing.report import Fate
from tests.importing.word.files import left_out, p, paragraphs, r, remarks, texts

OBJECT, FIELD = Fate.OBJECT, Fate.FIELD


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:br/>", f"甲{LINE_END}乙"),
        ("<w:cr/>", f"甲{LINE_END}乙"),
        ('<w:br w:type="page"/>', f"甲{LINE_END}乙"),
        ("<w:tab/>", "甲 乙"),
        ("<w:noBreakHyphen/>", "甲-乙"),
        ("<w:softHyphen/>", "甲乙"),
        ("<w:lastRenderedPageBreak/>", "甲乙"),
        ("<w:t> \n </w:t>", "甲   乙"),
        ("<w:t>\u2029</w:t>", f"甲{LINE_END}乙"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "甲✓乙"),
        ('<w:sym w:font="宋体" w:char="2460"/>', "甲①乙"),
    ],
)
def test_what_is_in_a_run_prints_as_word_prints_it(content: str, text: str) -> None:
    assert texts(p("甲", r(content), "乙")) == [text]


def test_blanks_around_lines_and_empty_lines_are_no_text() -> None:
    body = p("\u3000\u3000甲 ", r("<w:br/>"), " ", r("<w:br/>"), "\xa0乙", r('<w:br w:type="page"/>'))
    assert texts(body) == [f"甲{LINE_END}乙"]


def test_a_sign_that_has_no_place_in_unicode_is_listed() -> None:
    body = p("甲", r('<w:sym w:font="印章" w:char="F041"/>'), r('<w:sym w:font="印章" w:char="klingon"/>'))
    assert texts(body) == ["甲"]
    assert left_out(body) == [(OBJECT, "符号 印章 F041"), (OBJECT, "符号 印章 klingon")]


@pytest.mark.parametrize(
    "wrapper",
    [
        "hyperlink",
        "smartTag",
        "customXml",
        "bdo",
        "dir",
        "ins",
        "moveTo",
        "fldSimple",
        "sdtContent",
        "unknown",
    ],
)
def test_text_in_any_wrapper_is_text(wrapper: str) -> None:
    assert texts(p("甲", f"<w:{wrapper}>{r('乙')}</w:{wrapper}>", "丙")) == ["甲乙丙"]


def test_content_controls_are_read_and_their_hints_are_listed() -> None:
    hint = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>"
    filled = (
        f"<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{r('张三')}</w:sdtContent></w:sdt>"
    )
    assert texts(p("甲", hint, filled)) == ["甲张三"]
    assert left_out(p("甲", hint, filled)) == [(FIELD, "单击此处")]
    block = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('单击')}</w:sdtContent></w:sdt>"
    assert texts(block + p("甲")) == ["甲"]
    assert left_out(block) == [(FIELD, "单击")]


def test_what_stands_above_a_character_is_said_of_it() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{r('tóng')}</w:rt><w:rubyBase>{r('砼')}</w:rubyBase></w:ruby>"
    assert texts(p("钢", r(ruby), "结构")) == ["钢砼结构"]
    assert remarks(p("钢", r(ruby), "结构")) == [("砼", "注音：tóng")]


def test_what_stands_above_nothing_is_listed() -> None:
    ruby = f"<w:ruby><w:rt>{r('tóng')}</w:rt><w:rubyBase/></w:ruby>"
    assert left_out(p("甲", r(ruby))) == [(Fate.COMMENT, "注音：tóng")]


def test_bold_goes_on_after_what_is_within_a_run() -> None:
    ruby = f"<w:ruby><w:rt>{r('a')}</w:rt><w:rubyBase>{r('乙')}</w:rubyBase></w:ruby>"
    [found] = paragraphs(p(f"<w:r><w:rPr><w:b/></w:rPr>{ruby}<w:br/><w:t>丙</w:t></w:r>"))
    assert found.runs[-1].text == f"{LINE_END}丙"


def test_of_alternatives_one_is_read() -> None:
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="x">{r("新")}</mc:Choice>'
        f"<mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(p("甲", both)) == ["甲新"]
    assert texts(f"<mc:AlternateContent><mc:Fallback>{p('旧')}</mc:Fallback></mc:AlternateContent>") == ["旧"]
    assert texts(p("甲", "<mc:AlternateContent/>")) == ["甲"]


def test_loose_text_outside_of_paragraphs_is_not_lost() -> None:
    assert texts(r("甲") + p("乙") + "<w:t>丙</w:t>") == ["甲乙", "丙"]
    assert texts(f"<w:unknown>{p('甲')}</w:unknown>{p('乙')}") == ["甲", "乙"]
    assert texts(p("甲", p("乙"))) == ["甲", "乙"]


def mark(name: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/>'


def test_blocks_of_ours_are_found_again_where_they_begin() -> None:
    body = p(
        mark("_sc_aaaaaaaa"), " 甲。", mark("_sc_bbbbbbbb"), r("乙", "<w:b/>"), "<w:bookmarkEnd w:id='1'/>"
    )
    assert paragraphs(body)[0].ids == ((0, "aaaaaaaa"), (2, "bbbbbbbb"))


def test_a_block_whose_text_was_deleted_is_gone() -> None:
    gone = f"{mark('_sc_aaaaaaaa')}<w:bookmarkEnd w:id='1'/>"
    assert paragraphs(p(gone, mark("_sc_bbbbbbbb"), "甲"))[0].ids == ((0, "bbbbbbbb"),)
    assert paragraphs(p(gone) + p("甲"))[0].ids == ()
    assert paragraphs(p(mark("_sc_aaaaaaaa")) + "<w:bookmarkEnd w:id='1'/>" + p("甲"))[0].ids == ()


def test_a_block_before_which_a_line_was_put_begins_with_its_text() -> None:
    assert paragraphs(p(mark("_sc_aaaaaaaa")) + p("甲<w:bookmarkEnd w:id='1'/>"))[0].ids == ((0, "aaaaaaaa"),)


def test_places_of_blocks_are_those_in_the_text_without_its_blanks() -> None:
    body = p(r("<w:br/>"), "  ", mark("_sc_aaaaaaaa"), "甲 ", r("<w:br/>"), " ", mark("_sc_bbbbbbbb"), "乙")
    [found] = paragraphs(body)
    assert [(found.text[place:], name) for place, name in found.ids] == [
        (f"甲{LINE_END}乙", "aaaaaaaa"),
        ("乙", "bbbbbbbb"),
    ]


def test_bookmarks_of_others_are_none_of_ours() -> None:
    assert paragraphs(p(mark("_sc_AAAAAAAA"), mark("_Toc1234"), "甲"))[0].ids == ()


def test_a_mark_between_paragraphs_belongs_to_the_next() -> None:
    assert paragraphs(p("甲") + mark("_sc_aaaaaaaa") + p("乙"))[1].ids == ((0, "aaaaaaaa"),)
