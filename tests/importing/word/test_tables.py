"""A row of a table is a paragraph, and a table that only lays out the page is its paragraphs."""

from app.core.draft import Run
from app.importing.report import Fate
from tests.importing.word.files import left_out, p, paragraphs, r, texts


def cell(*content: str) -> str:
    inside = "".join(each if each.startswith("<") else p(each) for each in content)
    return f"<w:tc><w:tcPr><w:gridSpan w:val='1'/></w:tcPr>{inside}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr><w:trPr/>{''.join(each if each.startswith('<') else cell(each) for each in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_a_row_is_one_paragraph_its_cells_parted_by_a_full_width_blank() -> None:
    body = p("前") + table(row("项目", "产值"), row("甲", "1亿元")) + p("后")
    assert texts(body) == ["前", "项目\u3000产值", "甲\u30001亿元", "后"]


def test_paragraphs_and_lines_of_a_cell_are_parted_by_a_blank() -> None:
    broken = p("二", r("<w:br/>"), "三")
    assert texts(table(row(cell("一", broken), "四"))) == ["一 二 三\u3000四"]


def test_empty_cells_leave_no_trace() -> None:
    assert texts(table(row("甲", "", "乙"), row("", ""))) == ["甲\u3000乙"]


def test_marks_in_cells_are_kept() -> None:
    body = table(row(cell(p(r("甲", "<w:b/>"))), cell(p(f"<w:ins>{r('乙')}</w:ins>"))))
    assert paragraphs(body)[0].runs == (Run("甲", bold=True), Run("\u3000乙"))


def test_a_table_with_much_text_in_a_cell_lays_out_the_page() -> None:
    assert texts(table(row("左", "长" * 201))) == ["左", "长" * 201]
    assert texts(table(row(cell("一", "二", "三", "四"), "五"))) == ["一", "二", "三", "四", "五"]
    assert texts(table(row(cell("一", "二", "三", "四")))) == ["一", "二", "三", "四"]


def test_tables_in_tables_are_rows_of_the_outer() -> None:
    assert texts(table(row("甲", cell(table(row("乙", "丙")), p())))) == ["甲\u3000乙\u3000丙"]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    assert texts(table(control(row(control(cell("甲")), "乙")))) == ["甲\u3000乙"]


def test_text_out_of_place_in_a_table_is_not_lost() -> None:
    assert texts(table(p("甲"), row("乙", p("丙")), f"<w:unknown>{r('丁')}</w:unknown>") + p("戊")) == [
        "甲",
        "乙\u3000丙",
        "丁",
        "戊",
    ]


def test_numbers_count_on_through_a_table() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(text: str) -> str:
        return p(text, properties='<w:numPr><w:numId w:val="1"/></w:numPr>')

    body = item("甲") + table(row(cell(item("乙")), cell(item("丙")))) + item("丁")
    assert texts(body, numbering=numbering) == ["1.甲", "2.乙\u30003.丙", "4.丁"]
    assert left_out(table(row(cell(item("")), "乙")), numbering=numbering) == [(Fate.NUMBER, "1.")]
