"""An empty sheet for an occasion, to be filled in by whoever knows: a column for each fact that is asked."""

import importlib
from io import BytesIO
from pathlib import Path
from typing import Any

from app.files.atomic import write_bytes
from app.importing.sheets.sheet import MOST_ROWS, letters
from app.jobs.program import Program
from app.templating.fields import FieldType, shown
from app.templating.occasion import Occasion

SAMPLE_OCCASION = "zhuchici"
_SAMPLE = Path("tables", f"{SAMPLE_OCCASION}.csv")
"""Within the program's templates."""
_WIDTHS = {FieldType.LIST: 36, FieldType.LONG: 36, FieldType.TEXT: 26}
_MOST_IN_CHOICES = 255
"""Characters of a list of choices that a cell can have (ECMA-376 part 1, 18.3.1.32)."""


def sample_table(program: Program) -> Path:
    """The sheet of twelve meetings that comes with the program."""
    return program.places.templates / _SAMPLE


def write_blank(program: Program, occasion: Occasion, path: Path) -> Path:
    """Write an .xlsx file whose first row names the facts of an occasion, each with what to put in as its note.

    Cells of choices offer them. What is at `path` is replaced: whoever chose it was asked. Raises WriteError.
    """
    openpyxl: Any = importlib.import_module("openpyxl")
    styles: Any = importlib.import_module("openpyxl.styles")
    comments: Any = importlib.import_module("openpyxl.comments")
    validation: Any = importlib.import_module("openpyxl.worksheet.datavalidation")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表"
    sheet.freeze_panes = "A2"
    for at, field in enumerate(program.library.asked(occasion)):
        letter = letters(at)
        cell = sheet[f"{letter}1"]
        cell.value = field.name
        cell.font = styles.Font(bold=True)
        example = shown(field, field.example).replace("\n", "；")
        told = [field.hint, f"如：{example}" if example else "", "必填" if field.required else ""]
        cell.comment = comments.Comment("\n".join(filter(None, told)), "", height=120, width=260)
        sheet.column_dimensions[letter].width = _WIDTHS.get(field.type, 18)
        # Dates stay as they are typed: one whose day is still open is no date of a spreadsheet.
        sheet.column_dimensions[letter].number_format = "@"
        offered = ",".join(field.choices)
        if field.type is FieldType.CHOICE and 0 < len(offered) <= _MOST_IN_CHOICES:
            rule = validation.DataValidation("list", formula1=f'"{offered}"', allow_blank=True)
            rule.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
            sheet.add_data_validation(rule)
    data = BytesIO()
    book.save(data)
    return write_bytes(path, data.getvalue(), replace=True).path
