"""Sheets in .xlsx files: what is seen in them is read, and no file makes the program work long."""

from datetime import datetime
from typing import Any

import pytest

from app.core.errors import ReadError
from app.files.archive import write_archive
from app.importing.sheets.reader import read_book
from app.importing.sheets.sheet import Line
from tests.importing.sheets.books import (
    BOOK,
    NAMESPACE,
    SHEET,
    STRINGS,
    STYLES,
    book,
    members,
    with_cells,
    with_members,
)


def lines(data: bytes) -> tuple[Line, ...]:
    return read_book(data, "表.xlsx").grids[0].lines


def test_texts_numbers_and_dates_are_read_as_they_are_seen() -> None:
    def dress(made: Any) -> None:
        made.active["B2"].number_format = "0.0%"
        made.active["C2"].number_format = "yyyy-mm-dd"

    data = book(["甲", "比例", "日期"], ["乙", 0.035, datetime.fromisoformat("2025-03-05")], change=dress)
    assert lines(data)[1] == (2, ("乙", "3.5%", "2025年3月5日"))


def test_each_sheet_that_is_not_hidden_can_be_chosen() -> None:
    def add(made: Any) -> None:
        made.active.title = "第一张"
        made.create_sheet("藏着的").sheet_state = "hidden"
        made.create_sheet("第三张").append(["甲"])

    assert [grid.name for grid in read_book(book(["甲"], change=add), "表.xlsx").grids] == [
        "第一张",
        "第三张",
    ]


def test_rows_and_columns_keep_their_places_where_some_are_empty() -> None:
    def put(made: Any) -> None:
        made.active["C5"] = "甲"

    assert lines(book(["乙"], change=put)) == ((1, ("乙",)), (5, ("", "", "甲")))


def test_cells_merged_downwards_have_what_stands_in_the_first() -> None:
    def merge(made: Any) -> None:
        made.active.merge_cells("A2:A4")
        made.active.merge_cells("B5:B9")

    data = book(
        ["支部", "人"], ["第一支部", "甲"], [None, "乙"], [None, "丙"], ["第二支部", "丁"], change=merge
    )
    assert [cells[0] for _, cells in lines(data)] == ["支部", "第一支部", "第一支部", "第一支部", "第二支部"]


def test_formulas_are_never_calculated_and_those_without_a_result_are_told() -> None:
    known = b'<row r="1"><c r="A1" t="str"><f>A9</f><v>\xe7\x94\xb2</v></c><c r="B1"><f>1+1</f></c></row>'
    found = read_book(with_cells(known), "表.xlsx")
    assert found.grids[0].lines == ((1, ("甲",)),)
    assert [notice[:7] for notice in found.notices] == ["有 1 个公式"]


def test_strict_files_and_names_with_a_prefix_are_read() -> None:
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    plain = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    known = members(book(["会议名称", 7], ["甲会", 8]))
    data = with_members({name: each.replace(plain, strict) for name, each in known.items()})
    assert lines(data) == ((1, ("会议名称", "7")), (2, ("甲会", "8")))
    cells = b"<x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>"
    prefixed = b"<x:worksheet " + NAMESPACE.replace(b"xmlns", b"xmlns:x") + b">" + cells + b"</x:worksheet>"
    assert lines(with_members({SHEET: prefixed})) == ((1, ("7",)),)


def test_hidden_rows_are_read_and_told() -> None:
    rows = b'<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row>'
    found = read_book(with_cells(rows), "表.xlsx")
    assert found.grids[0].lines == ((1, ("1",)), (2, ("2",)))
    assert found.notices == ("有 1 行是隐藏的（或筛选掉的），也读进来了。",)


def test_what_stands_about_the_cells_does_not_matter() -> None:
    about = b'<sheetProtection password="zz"/><extLst><ext uri="{x}"/></extLst><conditionalFormatting/>'
    assert lines(with_cells(b"<row><c><v>1</v></c></row>", about)) == ((1, ("1",)),)


def test_looks_that_refer_to_nothing_do_not_matter() -> None:
    looks = b'<cellXfs><xf fontId="99"/><xf numFmtId="9" xfId="7"/></cellXfs>'
    styles = b"<styleSheet " + NAMESPACE + b">" + looks + b"</styleSheet>"
    data = with_members({STYLES: styles, SHEET: _sheet(b'<c s="1"><v>0.5</v></c>')})
    assert lines(data) == ((1, ("50%",)),)


def _strings(content: bytes) -> dict[str, bytes]:
    types = members(book(["甲"]))["[Content_Types].xml"]
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    if b"sharedStrings" not in types:
        types = types.replace(b"</Types>", override)
    return {"[Content_Types].xml": types, STRINGS: b"<sst " + NAMESPACE + b">" + content + b"</sst>"}


def _sheet(cells: bytes) -> bytes:
    return b"<worksheet " + NAMESPACE + b"><sheetData><row>" + cells + b"</row></sheetData></worksheet>"


def _sheets(count: int) -> dict[str, bytes]:
    known = members(book(["甲"]))[BOOK]
    return {BOOK: known.replace(b"</sheets>", b'<sheet name="x" sheetId="9"/>' * count + b"</sheets>")}


HOSTILE = {
    "no archive": (lambda: b"PK\x03\x04" + b"x" * 1000, "不完整"),
    "no sheets": (lambda: write_archive([("word/document.xml", b"<a/>")]), "不是 .xlsx"),
    "declaration": (lambda: with_members({SHEET: b'<!DOCTYPE a [<!ENTITY a "b">]><worksheet/>'}), "不该有的声明"),
    "other encoding": (lambda: with_members({SHEET: "<!DOCTYPE a>".encode("utf-16")}), "不该有的声明"),
    "long tag": (lambda: with_cells(b"<row><c " + b'r="A1" ' * 2_000_000 + b"><v>1</v></c></row>"), "不该有的声明"),
    "opened only": (lambda: with_members({SHEET: b"<sheetData>" * 1_000_000}), "已损坏"),
    "names": (lambda: with_members({BOOK: b"<definedNames>" * 1_000_000}), "太大"),
    "outside": (lambda: with_members({"../../x.xml": b"1"}), "文件外面"),
    "bomb": (lambda: with_members({SHEET: b" " * 60_000_000}), "超过|炸弹"),
    "members": (lambda: with_members({f"xl/media/{at}.png": b"" for at in range(3_000)}), "2000 件"),
    "rows": (lambda: with_cells(b"<row/>" * 300_000), "太大"),
    "cells": (lambda: with_cells(b"<row>" + b"<c/>" * 300_000 + b"</row>"), "太大"),
    "columns": (lambda: with_cells((b"<row>" + b"<c><v>1</v></c>" * 101 + b"</row>") * 9), "100 列"),
    "far row": (lambda: with_cells(b'<row r="999999999"><c r="A999999999"><v>1</v></c></row>'), "太长"),
    "long cell": (lambda: with_cells(b'<row><c t="str"><v>' + b"x" * 9_000_000 + b"</v></c></row>"), "20,000 字"),
    "long number": (lambda: with_cells(b"<row><c><v>" + b"9" * 999_999 + b"</v></c></row>"), "已损坏"),
    "deep": (lambda: with_cells(b"<row>" * 100_000 + b"</row>" * 100_000), "太大"),
    "cut off": (lambda: with_members({SHEET: b"<worksheet " + NAMESPACE + b"><sheetData><row>"}), "已损坏"),
    "no text there": (lambda: with_members({**_strings(b""), SHEET: _sheet(b'<c t="s"><v>7</v></c>')}), "已损坏"),
    "texts": (lambda: with_members(_strings(b"<si/>" * 300_000)), "太大"),
    "looks": (lambda: with_members({STYLES: b"<cellXfs>" + b"<xf/>" * 99_000 + b"</cellXfs>"}), "太大"),
    "sheets": (lambda: with_members(_sheets(9_000)), "太大"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_made_to_do_harm_is_refused_with_a_sentence(kind: str) -> None:
    make, said = HOSTILE[kind]
    with pytest.raises(ReadError, match=said):
        read_book(make(), "表.xlsx")


@pytest.mark.parametrize(
    "make",
    [
        lambda: with_cells(
            b"".join(b'<row r="%d"><c><v>1</v></c></row>' % (at * 1000) for at in range(1, 1048))
        ),
        lambda: with_cells(
            b'<row><c r="B1"><f>1</f>' + b" " * 9_000_000 + b'</c><c r="A1"><v>1</v></c></row>'
        ),
        lambda: with_cells(
            b'<row r="1"><c r="A1"><v>1</v></c></row>', b'<mergeCell ref="A1:A999999"/>' * 200_000
        ),
        lambda: with_cells(
            b"".join(
                b'<row r="%d">%s</row>' % (at, b'<c r="A%d" s="1"/>' % at * 100) for at in range(2, 9_000)
            )
            + b'<row r="9999"><c r="A9999"><v>1</v></c></row>'
        ),
    ],
    ids=["gaps", "blanks", "merged", "empty cells with a look"],
)
def test_what_is_much_but_says_little_is_read(make: Any) -> None:
    assert lines(make())[-1][1] == ("1",)
