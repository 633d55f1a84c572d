"""Drafts from a table beside what they are made of: rows as openpyxl reads them, drafts exported in memory."""

import io
import tempfile
from functools import partial
from pathlib import Path

import openpyxl

from app.export.docx import DocxOptions, export_docx
from app.files.places import HOME_VARIABLE, find_places
from app.importing.sheets.reader import read_book
from app.importing.sheets.sheet import sheet_of
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.jobs.table.making import Delivery, TableOrder, deliver, drafted
from app.jobs.table.matching import matched
from app.jobs.table.targets import targets
from tests.importing.sheets.books import book
from tests.measuring import Row, compared

NAMES = ("会议名称", "会议日期", "会议地点", "主持人姓名", "主持人职务", "议程1", "议程2", "参会人员")
ROWS, MOST_ROWS = 200, 5_000
MADE_LIMIT, READ_LIMIT = 4.0, 3.0


def run() -> list[Row]:
    """200 drafts with their Word files; 5,000 rows read."""
    return [_made(), _read()]


def _file(rows: int) -> bytes:
    cells = ("2025-3-5", "二楼会议室", "×××", "支部书记", "×××作报告", "×××讲话", "全体党员")
    return book(NAMES, *((f"第{at}次支部党员大会", *cells) for at in range(rows)))


def _made() -> Row:
    with tempfile.TemporaryDirectory() as home:
        program = Program.start(find_places({HOME_VARIABLE: home}))
        occasion = program.library.occasion("zhuchici")
        sheet = sheet_of(read_book(_file(ROWS), "表.xlsx").grids[0])
        known = targets(program, occasion, {}, TableOrder("zhuchici", sheet, {}).common.facts)
        columns = {place: match.target for place, match in matched(sheet.columns, known).items()}
        order = TableOrder("zhuchici", sheet, columns)
        delivery = Delivery(Path(home) / "稿", overwrite=True)
        ours = partial(_all, program, order, delivery)
        return compared(f"表格 {ROWS} 行", ours, partial(_in_memory, program, order), MADE_LIMIT, rounds=3)


def _all(program: Program, order: TableOrder, delivery: Delivery) -> None:
    assert all(not done.faults for done in deliver(program, order, delivery))


def _in_memory(program: Program, order: TableOrder) -> None:
    for row in order.chosen:
        draft = drafted(program, order, row).draft
        assert draft is not None
        export_docx(draft, layout_of(program, draft), DocxOptions(), program.segmenter)


def _read() -> Row:
    data = _file(MOST_ROWS)
    ours = partial(read_book, data, "表.xlsx")
    return compared(f"读 .xlsx，{MOST_ROWS:,} 行", ours, partial(_plain, data), READ_LIMIT, rounds=3)


def _plain(data: bytes) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
