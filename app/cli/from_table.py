"""`siceng new --table`: a draft and a Word file for each row of a sheet."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import ChineseParser
from app.cli.output import show, tell
from app.core.errors import UsageError
from app.jobs.program import Program

if TYPE_CHECKING:  # imported with the first table
    from app.importing.sheets.sheet import Sheet
    from app.jobs.table.making import RowDone
    from app.jobs.table.targets import Target

SOME_FAILED = 5
_SUFFIXES = {"both": (".siceng", ".docx"), "siceng": (".siceng",), "docx": (".docx",)}
_ONLY_WITH_TABLE = ("sheet", "header", "column", "name", "format", "layout")
_MOST_NAMED = 12
"""Columns that are named as not used."""
_MOST_FAULTS = 40
"""Told one by one; all of them are in the file of rows that failed."""


def declare(parser: ChineseParser) -> None:
    """The arguments of `siceng new` that are for tables."""
    add = parser.options.add_argument
    add(
        "--table",
        metavar="表格",
        help="按表格批量生成，一行一份：.xlsx、.csv（.xls、.et、.ods 要装有 LibreOffice）；列名写事实的名称",
    )
    add("--sheet", metavar="名称", help="表格里的哪个工作表；默认第一个")
    add("--header", metavar="行号", type=int, help="列名在第几行；默认自己找")
    add(
        "--column",
        metavar="列名=事实",
        action="append",
        help="这一列对应哪个事实、部件.字段、人的 职务 或 姓名（主持人.姓名）；等号后面空着就不用这一列。可以写多个",
    )
    add("--name", metavar="样子", help="文件名的样子，默认“{序号} {标题}”；花括号里可以写列名")
    add("--format", choices=tuple(_SUFFIXES), help="每行写哪种文件：both（两种，默认）、siceng、docx")
    add("--layout", metavar="版式", help="Word 文件的版式；默认用场合的")


def refuse_without_table(values: Namespace) -> None:
    """Raise UsageError for what is only for tables."""
    for name in _ONLY_WITH_TABLE:
        if getattr(values, name) is not None:
            raise UsageError(f"--{name} 要和 --table 一起用。", "加上 --table 表格，或去掉它。")


def run(program: Program, values: Namespace, choices: Mapping[str, str]) -> int:
    """Make the files, a line each, and tell the rows that failed; the exit status."""
    from app.importing.sheets.sheet import sheet_of
    from app.jobs.table.making import Delivery, RowDone, TableOrder, deliver
    from app.jobs.table.naming import DEFAULT_PATTERN
    from app.jobs.table.reading import chosen_grid, open_table
    from app.jobs.table.report import summary, write_failed
    from app.jobs.table.targets import check_choices, common_answers, targets

    occasion = check_choices(program, values.occasion, choices)
    facts = Path(values.facts) if values.facts is not None else None
    common = common_answers(program, occasion, choices, facts, values.set)
    book = open_table(Path(values.table))
    sheet = sheet_of(chosen_grid(book, values.sheet or ""), values.header)
    tell(book.notices)
    known = targets(program, occasion, choices, common.facts)
    columns = _columns(program, sheet, known, values.column or ())
    order = TableOrder(occasion.id, sheet, columns, common, choices)
    delivery = Delivery(
        Path(values.output),
        values.name or DEFAULT_PATTERN,
        _SUFFIXES[values.format or "both"],
        values.layout or "",
        values.force,
    )
    done: list[RowDone] = []
    for each in deliver(program, order, delivery):
        done.append(each)
        tell(each.notes)
        for path in each.paths:
            show(f"第 {each.row} 行 → {path}")
    return _told(done, summary(done, len(order.chosen)), write_failed(sheet, done, delivery.folder))


def _columns(
    program: Program, sheet: "Sheet", known: "Sequence[Target]", said: Sequence[str]
) -> "Mapping[int, Target]":
    """What each column is for: as it was said, else as its name says. What is not used is told. Raises UsageError."""
    from app.jobs.table.matching import matched
    from app.jobs.table.targets import target_of
    from app.templating.problems import near

    found = matched(sheet.columns, known)
    columns = {place: match.target for place, match in found.items() if match.sure}
    guesses = {place: match.target for place, match in found.items() if not match.sure}
    unused = [place for place in range(len(sheet.columns)) if place not in columns]
    for each in said:
        column, sign, key = (part.strip() for part in each.partition("="))
        if not (sign and column):
            raise UsageError(f"“--column {each}”看不懂。", "写成 列名=事实，如 时间=会议日期。")
        if column not in sheet.columns:
            raise UsageError(f"表里没有“{column}”这一列。", near(column, sheet.columns))
        place = sheet.columns.index(column)
        columns.pop(place, None)
        unused = [each for each in unused if each != place]
        if key:
            columns[place] = target_of(key, known, program.library.facts)
    names = [f"“{sheet.columns[place]}”" for place in unused]
    if names:
        more = (
            f"等 {len(names)} 列" if len(names) > _MOST_NAMED else "这一列" if len(names) == 1 else "这几列"
        )
        tell([f"{'、'.join(names[:_MOST_NAMED])}{more}没有用。"])
    for place in unused:
        if place in guesses:
            key, name = guesses[place].key, sheet.columns[place]
            tell([f"“{name}”要当作“{key}”，加上 --column {name}={key}。"])
    return columns


def _told(done: "Sequence[RowDone]", said: str, written: Path | None) -> int:
    """Tell what failed and how it went; the exit status."""
    faults = [fault for each in done for fault in each.faults]
    tell(str(fault) for fault in faults[:_MOST_FAULTS])
    if len(faults) > _MOST_FAULTS:
        tell([f"另有 {len(faults) - _MOST_FAULTS} 处，见“没有生成的行”。"])
    tell([said])
    if written is not None:
        tell([f"没有生成的行另存在“{written}”，改好以后把它当作 --table 再做一次。"])
    return SOME_FAILED if faults else 0
