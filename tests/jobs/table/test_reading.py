"""Tables of any kind of file: what this program does not read itself goes by way of LibreOffice."""

from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError
from app.files.archive import write_archive
from app.importing.sheets.sheet import Book, Grid
from app.jobs.table import reading
from app.jobs.table.reading import chosen_grid, open_table
from tests.importing.sheets.books import book

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600
OPEN = write_archive([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")], "mimetype")


@pytest.mark.parametrize(("name", "data"), [("表.xls", OLD), ("表.et", OLD), ("表.ods", OPEN)])
def test_other_kinds_are_made_into_xlsx_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, data: bytes
) -> None:
    asked: list[tuple[bytes, str, str]] = []

    def made(*words) -> bytes:
        asked.append(words)
        return book(["会议名称"], ["甲会"])

    monkeypatch.setattr(reading, "sheet_file", made)
    path = tmp_path / name
    path.write_bytes(data)
    assert open_table(path).grids[0].lines[1] == (2, ("甲会",))
    assert asked == [(data, path.suffix, name)]


def test_one_with_a_password_is_told_and_not_handed_on(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(OLD + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(ReadError, match="密码"):
        open_table(path)


def test_the_first_sheet_that_says_something_is_taken_unless_another_is_named() -> None:
    found = Book(
        "表.xlsx", (Grid("空", ()), Grid("甲", ((1, ("会议名称",)),)), Grid("乙", ((1, ("会议日期",)),)))
    )
    assert chosen_grid(found).name == "甲"
    assert chosen_grid(found, "乙").name == "乙"
    with pytest.raises(UsageError, match="丙"):
        chosen_grid(found, "丙")
