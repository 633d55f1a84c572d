"""The sheets of a file that the writer names, made into one that can be read by LibreOffice where it is another kind."""

from pathlib import Path

from app.core.errors import UsageError
from app.files.reading import read_bytes
from app.importing.sheets.reader import MOST_BYTES, is_foreign, read_book
from app.importing.sheets.sheet import Book, Grid
from app.jobs.office import sheet_file
from app.jobs.opening import SHEET_SUFFIXES
from app.templating.problems import near

TABLE_SUFFIXES = (*SHEET_SUFFIXES, ".txt")


def open_table(path: Path) -> Book:
    """The sheets in a file; those of .xls, .et and .ods by way of LibreOffice. Raises ReadError."""
    data = read_bytes(path, MOST_BYTES)
    if is_foreign(data):
        data = sheet_file(data, path.suffix.lower(), path.name)
    return read_book(data, path.name)


def chosen_grid(book: Book, name: str = "") -> Grid:
    """The sheet of that name; without one the first that says something. Raises UsageError."""
    if not name:
        return next((grid for grid in book.grids if grid.lines), book.grids[0])
    found = next((grid for grid in book.grids if grid.name == name), None)
    if found is None:
        raise UsageError(
            f"“{book.name}”里没有工作表“{name}”。", near(name, [grid.name for grid in book.grids])
        )
    return found
