"""What fields print is text, and what computes it is not."""

import pytest

from app.importing.report import Fate
from tests.importing.word.files import left_out, p, paragraphs, r, remarks, texts

BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))


def code(text: str) -> str:
    return r(f"<w:instrText>{text}</w:instrText>")


def field(instruction: str, *result: str) -> str:
    shown = (
        r(SEPARATE) + "".join(each if each.startswith("<") else r(each) for each in result) if result else ""
    )
    return r(BEGIN) + code(instruction) + shown + r(END)


def test_the_result_of_a_field_is_text() -> None:
    assert texts(p("见", field(" REF _a \\h ", "第三条"), "。")) == ["见第三条。"]
    assert texts(p("见", f'<w:fldSimple w:instr="REF _a">{r("第三条")}</w:fldSimple>')) == ["见第三条"]


def test_a_field_within_a_code_is_code() -> None:
    nested = (
        r(BEGIN) + code(" IF ") + field("MERGEFIELD x", "真") + code(" = 1 ") + r(SEPARATE) + r("是") + r(END)
    )
    assert texts(p("甲", nested)) == ["甲是"]
    assert left_out(p("甲", nested)) == [(Fate.FIELD, "真")]


def test_a_field_in_one_run_keeps_the_look_of_the_run() -> None:
    one = (
        f"<w:r><w:rPr><w:b/></w:rPr>{BEGIN}<w:instrText>REF a</w:instrText>{SEPARATE}<w:t>乙</w:t>{END}</w:r>"
    )
    [found] = paragraphs(p("甲", one))
    assert [(run.text, run.bold) for run in found.runs] == [("甲", False), ("乙", True)]


def test_page_numbers_in_the_text_are_listed() -> None:
    assert texts(p("甲", field(" PAGE ", "3"))) == ["甲"]
    assert left_out(p("甲", f'<w:fldSimple w:instr=" NUMPAGES ">{r("9")}</w:fldSimple>')) == [
        (Fate.FIELD, "9")
    ]


def test_a_contents_over_several_paragraphs_is_told_by_style() -> None:
    body = (
        p(
            r(BEGIN) + code(' TOC \\o "1-2" ') + r(SEPARATE),
            "一、提高站位",
            r("<w:tab/>"),
            field("PAGEREF _a", "1"),
        )
        + p("二、抓落实", style="T")
        + p(r(END))
        + p("正文")
    )
    toc = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 2"/></w:style>'
    found = paragraphs(body, styles=toc)
    assert [(each.text, each.style) for each in found] == [
        ("一、提高站位 1", "TOC"),
        ("二、抓落实", "toc 2"),
        ("正文", ""),
    ]


@pytest.mark.parametrize("stray", [r(BEGIN), r(BEGIN) + code("TOC"), r(SEPARATE), r(END), r(BEGIN) * 100])
def test_a_field_without_an_end_swallows_nothing(stray: str) -> None:
    assert texts(p("甲", stray, "乙") + p("丙")) == ["甲乙", "丙"]


def test_a_field_nested_without_measure_loses_no_text() -> None:
    deep = (r(BEGIN) + r(SEPARATE)) * 2000 + r("甲") + r(END) * 2000
    assert texts(p(deep) + p("乙")) == ["甲", "乙"]


def test_characters_in_a_ring_are_text() -> None:
    assert texts(p(field(r"eq \o\ac(○,1)"), "抓项目")) == ["①抓项目"]
    assert texts(p(field(r" EQ \o\ac(□,密) "), "件")) == ["密件"]


def test_pinyin_of_older_programs_is_said_of_its_text() -> None:
    body = p("钢", field(r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(tóng),砼)'), "结构")
    assert texts(body) == ["钢砼结构"]
    assert remarks(body) == [("砼", "注音：tóng")]


@pytest.mark.parametrize("instruction", ["MACROBUTTON a [点击添加]", "LISTNUM", r"EQ \f(1,2)"])
def test_what_a_field_prints_and_does_not_keep_is_listed(instruction: str) -> None:
    assert left_out(p("甲", field(instruction))) == [(Fate.FIELD, instruction)]


def test_fields_that_print_nothing_are_not_worth_a_word() -> None:
    assert left_out(p("甲", field(' XE "词" '), field(" TC a "), field(" HYPERLINK a ", "乙"))) == []
