"""Sheets in .xlsx files (ECMA-376): what was last calculated and is seen, nothing calculated anew.

Of the file only what holds cells is handed to openpyxl, in an archive made anew after it was looked through and
counted: nothing that a file says of itself is believed, and nothing beside the cells is opened.
"""

import importlib
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import count
from typing import Any

from app.core.errors import ReadError
from app.files.archive import ArchiveLimits, unpacked, write_archive
from app.importing.sheets.lean import lean
from app.importing.sheets.merged import filled_down
from app.importing.sheets.sheet import MOST_ROWS, Book, Grid, Line, believed
from app.importing.sheets.shown import shown

_MIB = 2**20
_LIMITS = ArchiveLimits(file=32 * _MIB, members=2000, member=24 * _MIB, total=36 * _MIB)
_TAG = rb"<(?:[\w.-]+:)?"
_MOST: tuple[tuple[str, bytes, int], ...] = (
    ("xl/worksheets/", _TAG + rb"row\b", MOST_ROWS + 200),
    ("xl/worksheets/", _TAG + rb"c\b", 250_000),
    ("xl/worksheets/", rb"<", 1_300_000),
    ("xl/sharedstrings", _TAG + rb"si\b", 150_000),
    ("xl/sharedstrings", rb"<", 700_000),
    ("xl/styles", _TAG + rb"xf\b", 65_490),
    ("xl/styles", _TAG + rb"numFmt\b", 5_000),
    ("xl/workbook.xml", rb"<", 1_000),
    ("", rb"<", 2_000_000),
)
"""Of members whose names begin so, the most of some tags; 65,490 is what Excel itself takes."""
_MOST_SHEETS = 100
_MOST_STEPS = 1_200_000
"""Rows that are gone through, with those between that are not in the file: a sheet has at most 1,048,576."""
_LAST_COLUMN = 104
"""CZ: what stands beyond is not looked at."""
_WANTED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:_rels/)?[^/]+\.xml(?:\.rels)?|xl/worksheets/[^/]+\.xml", re.I
)
_UNWANTED = re.compile(r"xl/(?:metadata|calcChain|connections|volatileDependencies|comments\d*)\.xml", re.I)
_STRANGE = re.compile(rb"\0|<!DOCTYPE|<!ENTITY|<[^<>]{20000}")
"""Another encoding than UTF-8, declarations, and tags of a length that takes an XML parser long."""
_BEYOND = re.compile(
    _TAG + rb'c\s[^<>]{0,40}\br="(?:[D-Z][A-Z]|[A-Z]{3,})[0-9]+"[^<>]{0,40}>\s*+' + _TAG + rb"(?:v|is)\b"
)
_NEVER_CALCULATED = re.compile(
    rb"</(?:[\w.-]+:)?f>\s*+(?:<(?:[\w.-]+:)?v\s*/>|<(?:[\w.-]+:)?v></(?:[\w.-]+:)?v>)?+\s*+</(?:[\w.-]+:)?c>"
)
_HIDDEN = re.compile(_TAG + rb'row\s[^<>]{0,200}\bhidden="(?:1|true)"')
_DAMAGED = "用 Excel 或 WPS 打开，另存为 .xlsx 再用。"
_TOO_LARGE = "只留下要用的表和行，另存一份再试。"


def read_workbook(data: bytes, name: str) -> Book:
    """The sheets of an .xlsx file that are not hidden; `name` is for messages.

    Raises ReadError for what is none, is damaged, locked, made to do harm, or beyond the limits.
    """
    members = unpacked(data, name, _LIMITS, _is_wanted)
    _check_kind(members, name)
    kept = {member: lean(member, content) for member, content in members.items()}
    _check_size(kept, name)
    grids = [
        Grid(title, filled_down(lines, members.get(part, b""))) for title, part, lines in _sheets(kept, name)
    ]
    if not grids:
        raise ReadError(f"“{name}”里没有看得见的工作表。", "取消隐藏，另存一份再试。")
    return Book(name, tuple(grids), tuple(_notices(members)))


def _is_wanted(member: str) -> bool:
    return _WANTED.fullmatch(member) is not None and _UNWANTED.fullmatch(member) is None


def _check_kind(members: Mapping[str, bytes], name: str) -> None:
    """Raise ReadError for what is another kind of file, and for what no spreadsheet program writes."""
    if not any(each.startswith("xl/") for each in members):
        raise ReadError(f"“{name}”不是 .xlsx 表格。", _DAMAGED)
    for member, content in members.items():
        if _STRANGE.search(content):
            what = f"“{name}”里有表格文件不该有的声明（{member}），没有读。"
            raise ReadError(what, "这个文件来路不正，不要打开；请向给你的人再要一份。")


def _check_size(members: Mapping[str, bytes], name: str) -> None:
    """Raise ReadError for more than can be gone through in a few seconds."""
    if sum(member.startswith("xl/worksheets/") for member in members) > _MOST_SHEETS:
        raise ReadError(f"“{name}”超过 {_MOST_SHEETS} 个工作表，没有读。", _TOO_LARGE)
    for start, tag, most in _MOST:
        found = [content for member, content in members.items() if member.lower().startswith(start)]
        count = sum(len(re.findall(tag, content)) for content in found)
        if count > most:
            raise ReadError(f"“{name}”太大，没有读：一次最多 {MOST_ROWS:,} 行，25 万格。", _TOO_LARGE)


def _sheets(members: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str, Sequence[Line]]]:
    """Of each visible sheet its title, its member, and its rows with their numbers. Raises ReadError."""
    steps = count()
    openpyxl: Any = importlib.import_module("openpyxl")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on styles and dates that it does without
            archive = BytesIO(write_archive(list(members.items())))
            book = openpyxl.load_workbook(archive, read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    yield (
                        str(sheet.title),
                        str(sheet._worksheet_path),
                        list(believed(_rows(sheet, steps, name), name)),
                    )
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(f"“{name}”已损坏，读不出来。", _DAMAGED) from error


def _rows(sheet: Any, steps: Iterator[int], name: str) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()
    before: object = None
    for number, cells in enumerate(sheet.iter_rows(max_col=_LAST_COLUMN), 1):
        if next(steps) > _MOST_STEPS:
            raise ReadError(f"“{name}”里的表太长，没有读。", _TOO_LARGE)
        if cells is before:  # what openpyxl gives for each row that is not in the file
            continue
        before = cells
        if any(cell.value is not None for cell in cells):
            yield (
                number,
                [shown(each.value, each.number_format) if each.value is not None else "" for each in cells],
            )


def _notices(members: Mapping[str, bytes]) -> Iterator[str]:
    sheets = [content for member, content in members.items() if member.startswith("xl/worksheets/")]
    uncalculated = sum(len(_NEVER_CALCULATED.findall(sheet)) for sheet in sheets)
    if uncalculated:
        yield f"有 {uncalculated} 个公式还没有算出结果，当作空格；在 Excel 或 WPS 里打开存一次再用。"
    hidden = sum(len(_HIDDEN.findall(sheet)) for sheet in sheets)
    if hidden:
        yield f"有 {hidden} 行是隐藏的（或筛选掉的），也读进来了。"
    if any(_BEYOND.search(sheet) for sheet in sheets):
        yield "CZ 列以后的内容没有读。"
