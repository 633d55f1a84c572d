"""A sheet of rows: what each column is called, and what stands in each row, as text as it is seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.core.errors import ReadError

MOST_ROWS, MOST_COLUMNS = 5_000, 100
MOST_CHARACTERS = 20_000
"""Of one cell; a spreadsheet program takes 32,767."""
_MOST_NAME = 60
"""Characters of the name of a column."""
_LOOKED_AT = 30
"""Rows among which the names of the columns are looked for."""

Line = tuple[int, tuple[str, ...]]
"""The number of a row, from 1 as spreadsheet programs count, and its cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a sheet that say something, before it is known which names the columns."""

    name: str
    """Of the sheet; empty where the file has but one without a name."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of one file, and what the writer should know of how they were read."""

    name: str
    grids: tuple[Grid, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `cells` has as many as there are columns."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under the names of their columns, no two of which are the same; `header` is the row of the names."""

    header: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def believed(lines: Iterable[tuple[int, Sequence[str]]], file: str) -> Iterator[Line]:
    """The rows that say something, without blanks about their cells.

    Raises ReadError, naming `file`, at the first that is one row, column or character too many.
    """
    count = 0
    for number, cells in lines:
        stripped = [cell.strip() for cell in cells]
        while stripped and not stripped[-1]:
            stripped.pop()
        if not stripped:
            continue
        count += 1
        if count > MOST_ROWS + 1:
            raise ReadError(f"“{file}”超过 {MOST_ROWS:,} 行，没有读。", "分成几个表，一次用一个。")
        if len(stripped) > MOST_COLUMNS:
            what = f"“{file}”第 {number} 行用到第 {len(stripped)} 列，超过 {MOST_COLUMNS} 列，没有读。"
            raise ReadError(what, "删去用不着的列再试；是文本文件的，看看分隔符对不对。")
        if max(map(len, stripped)) > MOST_CHARACTERS:
            what = f"“{file}”第 {number} 行有一格超过 {MOST_CHARACTERS:,} 字，没有读。"
            raise ReadError(what, "检查是不是选错了文件。")
        yield number, tuple(stripped)


def likely_header(grid: Grid) -> int:
    """The number of the row that names the columns: the first that fills half of them. Raises ReadError for none."""
    if not grid.lines:
        raise ReadError("表里什么也没有。", "第一行写列名，下面一行一份稿子。")
    filled = [sum(map(bool, cells)) for _, cells in grid.lines[:_LOOKED_AT]]
    wanted = max(filled) / 2
    return next(number for (number, _), count in zip(grid.lines, filled, strict=False) if count >= wanted)


def sheet_of(grid: Grid, header: int | None = None) -> Sheet:
    """The sheet whose columns are named in the row of that number; None finds it.

    A column without a name is called after its letter (第C列), a name that is there twice gets （2）. Raises ReadError
    where there is no such row, or none below it.
    """
    number = likely_header(grid) if header is None else header
    names = next((cells for at, cells in grid.lines if at == number), None)
    if names is None:
        raise ReadError(f"第 {number} 行是空的，不能作列名。", "选列名所在的那一行。")
    below = [line for line in grid.lines if line[0] > number]
    if not below:
        raise ReadError(f"第 {number} 行是列名，下面没有内容。", "一行写一份稿子，写在列名下面。")
    width = max(len(names), *(len(cells) for _, cells in below))
    rows = tuple(Row(at, (*cells, *[""] * (width - len(cells)))) for at, cells in below)
    return Sheet(number, _unique((*names, *[""] * (width - len(names)))), rows)


def letters(column: int) -> str:
    """What spreadsheet programs call a column, from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    taken: list[str] = []
    for at, name in enumerate(names):
        plain = "".join(name.split())[:_MOST_NAME] or f"第{letters(at)}列"
        unique, count = plain, 1
        while unique in taken:
            count += 1
            unique = f"{plain}（{count}）"
        taken.append(unique)
    return tuple(taken)
