"""Tracked changes are accepted, undone, or kept as marks; what is not taken is listed."""

import pytest

from app.core.draft import Run
from app.importing.report import Fate
from app.importing.word.changes import Changes
from tests.importing.word.files import left_out, p, paragraphs, r, texts

ACCEPTED, ORIGINAL, KEPT = Changes.ACCEPTED, Changes.ORIGINAL, Changes.KEPT
TEXT = "<w:delText>{}</w:delText>"


def ins(text: str) -> str:
    return f"<w:ins>{r(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del>{r(TEXT.format(text))}</w:del>"


BODY = p("要", ins("切实"), deleted("认真"), "抓好")
MOVED = p(f"<w:moveFrom>{r('甲')}</w:moveFrom>", "乙", f"<w:moveTo>{r('甲')}</w:moveTo>")


@pytest.mark.parametrize(
    ("changes", "text", "lost"),
    [
        (ACCEPTED, "要切实抓好", [(Fate.DELETED, "认真")]),
        (ORIGINAL, "要认真抓好", [(Fate.INSERTED, "切实")]),
        (KEPT, "要切实认真抓好", []),
    ],
)
def test_one_text_is_taken_and_the_other_listed(
    changes: Changes, text: str, lost: list[tuple[Fate, str]]
) -> None:
    assert texts(BODY, changes) == [text]
    assert left_out(BODY, changes) == lost


def test_kept_changes_are_marked() -> None:
    assert paragraphs(BODY, KEPT)[0].runs == (
        Run("要"),
        Run("切实", query=True),
        Run("认真", query=True, comment="修订中删去的文字"),
        Run("抓好"),
    )


@pytest.mark.parametrize(("changes", "text"), [(ACCEPTED, "乙甲"), (ORIGINAL, "甲乙"), (KEPT, "甲乙甲")])
def test_moved_text_is_where_it_was_moved_to_or_from(changes: Changes, text: str) -> None:
    assert texts(MOVED, changes) == [text]


def test_text_that_was_inserted_and_deleted_again_is_in_neither() -> None:
    both = p("甲", f"<w:ins>{deleted('乙')}</w:ins>")
    assert texts(both, ACCEPTED) == texts(both, ORIGINAL) == ["甲"]
    assert left_out(both, ACCEPTED) == [(Fate.DELETED, "乙")]
    assert left_out(both, ORIGINAL) == [(Fate.INSERTED, "乙")]
    assert texts(both, KEPT) == ["甲乙"]


def ended(mark: str) -> str:
    return f"<w:rPr><w:{mark}/></w:rPr>"


def test_where_the_end_of_a_paragraph_was_deleted_its_text_goes_on_in_the_next() -> None:
    body = p("甲", properties=ended("del")) + p(deleted("乙"), properties=ended("del")) + p("丙") + p("丁")
    assert texts(body, ACCEPTED) == ["甲丙", "丁"]
    assert texts(body, ORIGINAL) == ["甲", "乙", "丙", "丁"]
    assert texts(body, KEPT) == ["甲", "乙", "丙", "丁"]


def test_where_the_end_of_a_paragraph_was_inserted_there_was_one_paragraph() -> None:
    body = p("甲", properties=ended("ins")) + p("乙")
    assert texts(body, ACCEPTED) == ["甲", "乙"]
    assert texts(body, ORIGINAL) == ["甲乙"]


def test_a_deleted_end_at_the_end_of_all_loses_nothing() -> None:
    assert texts(p("甲", properties=ended("del"))) == ["甲"]
    cell = (
        f"<w:tbl><w:tr><w:tc>{p('甲', properties=ended('del'))}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"
    )
    assert texts(cell) == ["甲\u3000乙"]
    assert texts(p("甲", properties=ended("del")) + cell) == ["甲", "甲\u3000乙"]


def test_deleted_paragraphs_are_not_counted() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = p(deleted("甲"), properties=number + ended("del")) + p("乙", properties=number)
    assert texts(body, numbering=numbering) == ["1.乙"]
    assert texts(body, ORIGINAL, numbering=numbering) == ["1.甲", "2.乙"]


def test_a_heading_whose_end_is_hidden_runs_on_and_stays_a_heading() -> None:
    heading = p("提高站位。", style="A", properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/></w:style>'
    [found] = paragraphs(heading + p("要学深悟透。"), styles=styles)
    assert (found.text, found.level) == ("提高站位。要学深悟透。", 2)


@pytest.mark.parametrize("drop", ["drop", "margin"])
def test_a_large_first_letter_is_the_first_of_the_paragraph_that_it_hangs_in(drop: str) -> None:
    assert texts(p("同", properties=f'<w:framePr w:dropCap="{drop}"/>') + p("志们：")) == ["同志们："]
    assert texts(p("甲", properties='<w:framePr w:wrap="around"/>') + p("乙")) == ["甲", "乙"]


def test_a_deleted_row_is_deleted_text() -> None:
    row = f"<w:tr><w:trPr><w:cantSplit/><w:del/></w:trPr><w:tc>{p('甲')}</w:tc></w:tr>"
    assert texts(f"<w:tbl>{row}</w:tbl>") == []
    assert left_out(f"<w:tbl>{row}</w:tbl>") == [(Fate.DELETED, "甲")]


def test_a_row_that_nobody_changed_has_no_marks() -> None:
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>{p('甲')}</w:tc></w:tr>"
    assert paragraphs(f"<w:tbl>{row}</w:tbl>", KEPT)[0].runs == (Run("甲"),)


def test_changes_of_looks_and_numbers_are_none_of_the_text() -> None:
    looked = "<w:rPrChange><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>"
    assert paragraphs(
        p(r("甲", looked), properties="<w:pPrChange><w:pPr><w:jc w:val='center'/></w:pPr></w:pPrChange>")
    )[0].runs == (Run("甲"),)
