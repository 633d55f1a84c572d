"""Comments and notes stand at the text that they are about, and are listed where there is none."""

import pytest

from app.core.draft import Run
from app.importing.report import Fate
from tests.importing.word.files import left_out, p, paragraphs, r, remarks, texts


def note(kind: str, name: int, *lines: str) -> str:
    return f'<w:{kind} w:id="{name}">{"".join(map(p, lines))}</w:{kind}>'


def begin(name: int) -> str:
    return f'<w:commentRangeStart w:id="{name}"/>'


def end(name: int) -> str:
    return f'<w:commentRangeEnd w:id="{name}"/>' + r(f'<w:commentReference w:id="{name}"/>')


COMMENTS = note("comment", 0, "请核对", "第二段") + note("comment", 1, "出处？")


def test_a_comment_is_said_of_its_stretch_of_text() -> None:
    body = p("增长", begin(0), "3.5%", end(0), "。")
    assert paragraphs(body, comments=COMMENTS[: COMMENTS.index("</w:comment>") + 12])[0].runs == (
        Run("增长"),
        Run("3.5%", comment="请核对\n第二段"),
        Run("。"),
    )


def test_comments_on_the_same_text_are_joined() -> None:
    body = p(begin(0), "增长", begin(1), "3.5%", end(0), "左右", end(1))
    assert remarks(body, comments=COMMENTS) == [
        ("增长", "请核对\n第二段"),
        ("3.5%", "请核对\n第二段\n出处？"),
        ("左右", "出处？"),
    ]


def test_a_comment_over_several_paragraphs_is_said_of_the_first_that_has_text() -> None:
    body = p("甲", begin(1)) + p() + p("乙") + p("丙", end(1))
    assert remarks(body, comments=COMMENTS) == [("乙", "出处？")]


def test_a_comment_without_a_stretch_of_text_stands_at_what_is_before_it() -> None:
    reference = r('<w:commentReference w:id="1"/>')
    assert remarks(p("增长", reference, "。"), comments=COMMENTS) == [("长", "出处？")]
    assert remarks(p("增长", begin(1), " ", end(1)), comments=COMMENTS) == [("长", "出处？")]


def test_a_comment_that_finds_no_text_is_listed() -> None:
    body = p(begin(0), end(0)) + p("甲")
    assert left_out(body, comments=COMMENTS) == [(Fate.COMMENT, "请核对\n第二段"), (Fate.COMMENT, "出处？")]
    assert left_out(p("甲") + p(begin(1)), comments=note("comment", 1, "出处？")) == [
        (Fate.COMMENT, "出处？")
    ]


def test_comments_of_deleted_text_and_of_nothing_are_listed() -> None:
    gone = '<w:del><w:r><w:delText>乙</w:delText><w:footnoteReference w:id="1"/></w:r></w:del>'
    assert left_out(p("甲", gone), footnotes=note("footnote", 1, "见附件")) == [
        (Fate.DELETED, "乙"),
        (Fate.NOTE, "见附件"),
    ]


@pytest.mark.parametrize(
    ("comment", "query", "said"),
    [("待核实", True, ""), ("待核实：请统计局核", True, "请统计局核"), ("待核实一下", False, "待核实一下")],
)
def test_the_mark_that_an_export_writes_as_a_comment_is_a_mark_again(
    comment: str, query: bool, said: str
) -> None:
    body = p("企业", begin(1), "120家", end(1))
    assert paragraphs(body, comments=note("comment", 1, comment))[0].runs == (
        Run("企业"),
        Run("120家", query=query, comment=said),
    )


@pytest.mark.parametrize(("kind", "before"), [("footnote", "脚注："), ("endnote", "尾注：")])
def test_a_note_is_said_of_the_character_before_its_sign(kind: str, before: str) -> None:
    parts = {f"{kind}s": note(kind, 2, "数据来自年鉴")}
    body = p(r("增长", "<w:b/>"), r(f'<w:{kind}Reference w:id="2"/>'), "。")
    assert paragraphs(body, **parts)[0].runs == (
        Run("增", bold=True),
        Run("长", bold=True, comment=f"{before}数据来自年鉴"),
        Run("。"),
    )


def test_a_note_without_text_before_it_is_listed_and_lines_between_notes_are_none() -> None:
    separator = f'<w:footnote w:type="separator" w:id="-1">{p("――")}</w:footnote>'
    body = p(r('<w:footnoteReference w:id="2"/>')) + p("甲")
    assert left_out(body, footnotes=separator + note("footnote", 2, "注")) == [(Fate.NOTE, "注")]


def test_a_note_that_names_itself_is_read_once() -> None:
    reference = r('<w:footnoteReference w:id="1"/>')
    own = f'<w:footnote w:id="1">{p("见", reference)}</w:footnote>'
    assert remarks(p("甲", reference), footnotes=own) == [("甲", "脚注：见")]


def test_comments_on_notes_are_listed() -> None:
    commented = f'<w:footnote w:id="1">{p("见", begin(1), "年鉴", end(1))}</w:footnote>'
    body = p("甲", r('<w:footnoteReference w:id="1"/>'))
    assert remarks(body, footnotes=commented, comments=note("comment", 1, "哪年")) == [("甲", "脚注：见年鉴")]
    assert left_out(body, footnotes=commented, comments=note("comment", 1, "哪年")) == [
        (Fate.COMMENT, "哪年")
    ]


def test_comments_beyond_measure_on_one_text_are_listed() -> None:
    comments = "".join(note("comment", at, f"批{at}。") for at in range(80))
    body = p(
        "".join(map(begin, range(80))), "甲", "".join(f'<w:commentRangeEnd w:id="{at}"/>' for at in range(80))
    )
    [(_, said)] = remarks(body, comments=comments)
    listed = "".join(text for _, text in left_out(body, comments=comments))
    assert all(f"批{at}。" in said + listed for at in range(80))


def test_headers_and_footers_are_listed_once_and_page_numbers_are_not() -> None:
    page = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    assert left_out(p("甲"), header=p("内部资料"), footer=p("— ", page, " —")) == [(Fate.HEADER, "内部资料")]
    assert left_out(p("甲"), footer=p("第 ", page, " 页 共 ", page, " 页")) == []
    assert left_out(p("甲"), header=p("讲话稿"), footer=p("讲话稿")) == [(Fate.HEADER, "讲话稿")]
    assert texts(p("甲"), header=p("内部资料")) == ["甲"]
