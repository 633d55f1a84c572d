"""The drafts of a table, one after the other: a row with a fault is told and passed over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import AppError, UsageError, WriteError
from app.export.fonts import installed_fonts
from app.importing.sheets.sheet import Row, Sheet
from app.jobs.exporting import WORD_SUFFIX, ExportOptions, Fonts, export_draft
from app.jobs.layouts import layout_of
from app.jobs.making import find_occasion, new_draft
from app.jobs.opening import DRAFT_SUFFIX
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.jobs.table.answering import Fault, Read, likely_year, read_row
from app.jobs.table.naming import DEFAULT_PATTERN, check_pattern, free_name, row_name
from app.jobs.table.targets import Target, choices_within
from app.templating.answers import Answers

BOTH = (DRAFT_SUFFIX, WORD_SUFFIX)
_MOST_IN_VAIN = 3
"""Rows one after the other that fail by no fault of their own; then none would be any better."""


@dataclass(frozen=True)
class TableOrder:
    """What is to be made of a sheet. `columns` are by their place; `rows` are numbers, None for all."""

    occasion: str
    sheet: Sheet
    columns: Mapping[int, Target]
    common: Answers = field(default_factory=Answers)
    """What holds for every row whose cells say nothing else."""
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    rows: frozenset[int] | None = None
    today: date = field(default_factory=lambda: datetime.now().astimezone().date())
    """Whose year a date gets that has none, where no other date of its row and table has one."""

    @property
    def chosen(self) -> tuple[Row, ...]:
        """The rows of which drafts are to be made."""
        return tuple(row for row in self.sheet.rows if self.rows is None or row.number in self.rows)

    @cached_property
    def year(self) -> int | None:
        """The year that most dates of the table have; None where none has one."""
        return likely_year(self.sheet, self.columns)

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {row.number: at for at, row in enumerate(self.sheet.rows, 1)}

    def file_name(self, pattern: str, row: Row, draft: Draft) -> str:
        """The name without ending for the draft of a row; {序号} is the row's place, whichever others are chosen."""
        return row_name(pattern, self.sheet, row, draft, self._places[row.number], len(self.sheet.rows))

    def read(self, row: Row) -> Read:
        """What a row says."""
        return read_row(self.sheet, row, self.columns, self.common, self.today, self.year)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where the files go and what they are."""

    folder: Path
    pattern: str = DEFAULT_PATTERN
    suffixes: tuple[str, ...] = BOTH
    layout: str = ""
    """The ID of a layout or the path of a `.toml` file, for Word files; empty: as the draft says."""
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class RowDrafted:
    """What a row gives: the draft, None where it has faults."""

    read: Read
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class RowDone:
    """What became of one row. Without faults all its files are there; `to_fill` counts what is left to fill in."""

    row: int
    paths: tuple[Path, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    to_fill: int = 0


def check_order(program: Program, order: TableOrder) -> None:
    """Raise UsageError where every row would fail: nothing goes anywhere, or something required comes from nowhere."""
    if not order.columns:
        columns = "、".join(order.sheet.columns[:12])
        raise UsageError(
            f"没有一列对得上事实；表里的列是：{columns}。",
            "把列名改成事实的名称，或指明哪一列是什么（--column 列名=事实）。",
        )
    filled = {target.field.name for target in order.columns.values() if not target.slot}
    occasion = find_occasion(program.library, order.occasion)
    for asked in program.library.asked(occasion):
        known = asked.name in filled or order.common.facts.get(asked.name) is not None
        if asked.required and asked.default is None and not known:
            raise UsageError(
                f"“{asked.name}”必须有，表里没有这一列，也没有统一写一个。",
                "在表里加上这一列，或统一写一个。",
            )


def faults_of(order: TableOrder) -> dict[int, tuple[Fault, ...]]:
    """What is wrong in the chosen rows, by their numbers, before anything is made of them."""
    read = ((row.number, order.read(row).faults) for row in order.chosen)
    return {number: faults for number, faults in read if faults}


def drafted(program: Program, order: TableOrder, row: Row) -> RowDrafted:
    """The draft of a row, or its faults. Raises ReadError, UsageError where a template cannot be carried out."""
    read = order.read(row)
    if read.faults:
        return RowDrafted(read)
    occasion = find_occasion(program.library, order.occasion)
    form = program.library.form_of(occasion, read.answers.facts)
    slots = {slot.id for slot in form.slots}
    fields = {slot: sheet for slot, sheet in read.answers.fields.items() if slot in slots}
    answers = replace(read.answers, fields=fields)
    made = new_draft(program, occasion.id, answers, choices_within(form, order.choices))
    return RowDrafted(replace(read, notes=(*read.notes, *made.notices)), made.draft)


def deliver(program: Program, order: TableOrder, delivery: Delivery) -> Iterator[RowDone]:
    """Make the files row by row, each told when it is done; whoever has had enough stops asking.

    A name that is taken gets （2）, unless what is there may be replaced. Raises UsageError and WriteError before the
    first row where none can succeed, and what is wrong where three rows fail one after the other by no fault of theirs.
    """
    check_order(program, order)
    check_pattern(delivery.pattern, order.sheet.columns)
    if delivery.layout:
        layout_of(program, Draft(), delivery.layout)
    _make_folder(delivery.folder)
    fonts = cache(installed_fonts)
    taken: set[str] = set()
    told: set[str] = set()
    in_vain = 0
    rows = order.chosen
    for row in rows:
        paths: list[Path] = []
        try:
            done = drafted(program, order, row)
            if done.draft is not None:
                name = order.file_name(delivery.pattern, row, done.draft)
                name = free_name(name, delivery.folder, delivery.suffixes, taken, delivery.overwrite)
                notes = tuple(_written(program, done.draft, name, delivery, paths, fonts))
                to_fill = sum(run.placeholder for block in done.draft.blocks for run in block.runs)
                new = [note for note in (*done.read.notes, *notes) if note not in told]
                told.update(new)
                yield RowDone(row.number, tuple(paths), (), tuple(new), to_fill)
            else:
                yield RowDone(row.number, faults=done.read.faults)
            in_vain = 0
        except AppError as error:
            in_vain += 1
            if in_vain >= min(_MOST_IN_VAIN, len(rows)):
                raise
            yield RowDone(row.number, tuple(paths), (Fault(row.number, "", "", error.what, error.remedy),))


def _written(
    program: Program, draft: Draft, name: str, delivery: Delivery, paths: list[Path], fonts: Fonts
) -> Iterator[str]:
    """Write the files of a draft and say what is to be known of it; each is added to `paths`. Raises WriteError."""
    if DRAFT_SUFFIX in delivery.suffixes:
        saved = save_draft(delivery.folder / f"{name}{DRAFT_SUFFIX}", draft, overwrite=delivery.overwrite)
        paths.append(saved.path)
        yield from filter(None, [saved.note])
    if WORD_SUFFIX in delivery.suffixes:
        options = ExportOptions(layout=delivery.layout, overwrite=delivery.overwrite)
        exported = export_draft(
            program, draft, delivery.folder / f"{name}{WORD_SUFFIX}", options, fonts=fonts
        )
        paths.append(exported.path)
        yield from filter(None, [exported.note])


def _make_folder(folder: Path) -> None:
    """Raise WriteError where the folder is not there and cannot be made."""
    if folder.exists() and not folder.is_dir():
        raise WriteError(f"“{folder}”是一个文件，不是文件夹。", "另写一个文件夹的名称。")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise WriteError(f"文件夹“{folder}”建不起来。", "换一个位置，或检查有没有权限。") from error
