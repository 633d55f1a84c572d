"""What is to be said when a table was gone through, and the rows that failed, to be corrected and taken again."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from app.files.atomic import write_bytes
from app.importing.sheets.sheet import Sheet
from app.jobs.table.making import RowDone
from app.jobs.table.naming import NUMBER, free_name, number_text

FAILED_NAME = "没有生成的行"
_WRONG = "问题"
_FORMULA = re.compile(r"[=+\-@\t\r]")
"""With which a spreadsheet program would take a text for a formula."""


def summary(done: Sequence[RowDone], total: int) -> str:
    """How it went, in one line; `total` is how many rows there were to be."""
    failed = sum(bool(each.faults) for each in done)
    made = len(done) - failed
    to_fill = sum(each.to_fill for each in done)
    said = f"生成了 {made} 份" + (f"，待填共 {to_fill} 处" if to_fill else "")
    said += f"；{failed} 行没有生成" if failed else ""
    left = total - len(done)
    return f"{said}；还有 {left} 行没有做。" if left else f"{said}。"


def write_failed(sheet: Sheet, done: Sequence[RowDone], folder: Path) -> Path | None:
    """Write the rows that failed with what is wrong with each into 没有生成的行.csv; None where none did.

    The file can be corrected and taken as the table; its rows have the numbers that they had, for the names of files.
    One that is there stays: the writer may be at work on it. Raises WriteError.
    """
    wrong = {each.row: "；".join(f"{fault.what}{fault.remedy}" for fault in each.faults) for each in done}
    rows = [(at, row) for at, row in enumerate(sheet.rows, 1) if wrong.get(row.number)]
    if not rows:
        return None
    numbered = NUMBER not in sheet.columns
    known = [at for at, name in enumerate(sheet.columns) if name != _WRONG]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*[NUMBER] * numbered, *(_guarded(sheet.columns[at]) for at in known), _WRONG])
    writer.writerows(
        [
            *[number_text(place, len(sheet.rows))] * numbered,
            *(_guarded(row.cells[at]) for at in known),
            _guarded(wrong[row.number]),
        ]
        for place, row in rows
    )
    name = free_name(FAILED_NAME, folder, [".csv"], set(), overwrite=False)
    data = text.getvalue().encode("utf-8-sig", "replace")  # the mark tells spreadsheet programs the encoding
    return write_bytes(folder / f"{name}.csv", data, replace=False).path


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet program carries out; read again it is what it was."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
