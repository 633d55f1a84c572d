"""An empty sheet says what to put in, and is read back as the table that it is."""

import io
from pathlib import Path
from typing import Any

import openpyxl

from app.importing.sheets.sheet import sheet_of
from app.jobs.program import Program
from app.jobs.table.blank import SAMPLE_OCCASION, sample_table, write_blank
from app.jobs.table.matching import matched
from app.jobs.table.reading import open_table
from tests.jobs.table.tables import known


def test_every_fact_has_a_column_with_its_hint_and_choices(program: Program, tmp_path: Path) -> None:
    occasion = program.library.occasion("zhuchici")
    path = write_blank(program, occasion, tmp_path / "表.xlsx")
    book: Any = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    cells = list(book.active[1])
    asked = program.library.asked(occasion)
    assert [cell.value for cell in cells] == [field.name for field in asked]
    assert all(field.hint in cell.comment.text for cell, field in zip(cells, asked, strict=True))
    assert "送审稿" in str(book.active.data_validations.dataValidation[0].formula1)


def test_what_is_filled_in_is_read_back(program: Program, tmp_path: Path) -> None:
    path = write_blank(program, program.library.occasion("zhuchici"), tmp_path / "表.xlsx")
    book: Any = openpyxl.load_workbook(path)
    book.active["A2"], book.active["B2"] = "甲会", "2025年×月×日"
    book.save(path)
    sheet = sheet_of(open_table(path).grids[0])
    assert sheet.rows[0].cells[:2] == ("甲会", "2025年×月×日")
    assert all(match.sure for match in matched(sheet.columns, known(program)).values())


def test_the_sheet_that_comes_with_the_program_is_all_understood(program: Program) -> None:
    sheet = sheet_of(open_table(sample_table(program)).grids[0])
    found = matched(sheet.columns, known(program, SAMPLE_OCCASION))
    assert len(sheet.rows) == 12
    assert [match.target.key for match in found.values()] == list(sheet.columns)
