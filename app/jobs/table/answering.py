"""What a row says: facts and fields with their values, or what is wrong with it, cell by cell."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.core.errors import AppError
from app.core.facts import Date, FactSheet, FactValue, Person
from app.importing.sheets.sheet import Row, Sheet
from app.jobs.table.targets import Target
from app.templating import entries
from app.templating.answers import Answers
from app.templating.fields import Field, FieldType, shown, typed
from app.templating.years import day_typed

_NOTHING = ("/", "\\", "-", "—", "——", "--", "无此项")
"""What people write into a cell to say that there is nothing."""
_BROKEN = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)")
_CLOCK = re.compile(r"[\sT]*(?:上午|下午)?\s*[0-2]?[0-9](?:[:：][0-5][0-9]){1,2}(?:\.0+)?$")
_WEEKDAY = re.compile(r"\s*[（(](?:星期|周)[一二三四五六日天][）)]")
_HALF = re.compile(r"\s*(?:上午|下午|晚上|全天)$")
_DIGITS = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])")
_LONGEST_DAY = 60
_FOLDED = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n+(?=[\u3000-\u9fff\uff00-\uffef])")
"""Line ends by which a cell was made narrow: Chinese needs no blank there."""
_OF_LINES = (FieldType.LIST, FieldType.LONG)
_YEAR = re.compile(r"[12][0-9]{3}(?=[年./-])")
_SERIAL = re.compile(r"[2-6][0-9]{4}")
"""A day as spreadsheet programs count it: 1954 to 2091."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row; `column` is empty where it is the row as a whole, `said` is what stands in the cell."""

    row: int
    column: str
    said: str
    what: str
    remedy: str

    @property
    def told(self) -> str:
        """The same without the row; the column is named once."""
        return f"{self._where}：{self.what}{self.remedy}".removeprefix("：")

    @property
    def _where(self) -> str:
        where = f"“{self.column}”"
        return where if self.column and where not in self.what else ""

    def __str__(self) -> str:
        return f"第 {self.row} 行{self._where}：{self.what}{self.remedy}"


@dataclass(frozen=True, slots=True)
class Read:
    """The answers of a row over those that hold for all, what is wrong, and what the writer should know."""

    answers: Answers
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()


def likely_year(sheet: Sheet, columns: Mapping[int, Target]) -> int | None:
    """The year that most cells of its dates have; None where none has one."""
    places = [place for place, target in columns.items() if target.field.type is FieldType.DATE]
    found = (_YEAR.match(row.cells[place]) for row in sheet.rows for place in places)
    years = Counter(int(match[0]) for match in found if match)
    return years.most_common(1)[0][0] if years else None


def read_row(
    sheet: Sheet,
    row: Row,
    columns: Mapping[int, Target],
    common: Answers,
    today: date,
    year: int | None = None,
) -> Read:
    """What a row answers where its columns, by their place, go to these targets.

    An empty cell says nothing: there `common` holds. A date without a year has that of the row's other dates, else
    the `year` of the table's, else this year's. What is required and has a column must have a value.
    """
    reader = _Reader(sheet, row, common, today, year)
    groups = _grouped(columns).items()
    for (slot, _), places in sorted(groups, key=lambda group: _needs_a_year(row, columns, group[1])):
        reader.take(slot, [(place, columns[place]) for place in places])
    return Read(reader.answers, tuple(reader.faults), tuple(reader.notes))


def _grouped(columns: Mapping[int, Target]) -> dict[tuple[str, str], list[int]]:
    """The columns of each value."""
    groups: dict[tuple[str, str], list[int]] = {}
    for place, target in columns.items():
        groups.setdefault(target.whole, []).append(place)
    return groups


def _needs_a_year(row: Row, columns: Mapping[int, Target], places: list[int]) -> bool:
    """Whether other dates have to be read before this one, because they may tell its year."""
    is_date = columns[places[0]].field.type is FieldType.DATE
    return is_date and not any(_YEAR.match(row.cells[place]) for place in places)


def _bare_day(text: str) -> str:
    """A day without what stands behind it, weekday and hour; 20250305 as 2025-03-05. What is no day stays as it is."""
    if len(text) > _LONGEST_DAY:
        return text
    bare = _HALF.sub("", _WEEKDAY.sub("", _CLOCK.sub("", text)))
    digits = _DIGITS.fullmatch(bare)
    return "-".join(digits.groups()) if digits else bare


class _Reader:
    """One row while it is read."""

    def __init__(self, sheet: Sheet, row: Row, common: Answers, today: date, year: int | None) -> None:
        self._sheet, self._row, self._today, self._year = sheet, row, today, year
        self.answers = common
        self.faults: list[Fault] = []
        self.notes: list[str] = []

    def take(self, slot: str, places: list[tuple[int, Target]]) -> None:
        """Take the value for which these columns are meant."""
        field = places[0][1].field
        before = len(self.faults)
        for place, _ in places:
            if _BROKEN.fullmatch(self._cell(place)):
                self._fault(place, "这一格的公式出错了。", "改好公式，或直接写上内容。")
        if len(self.faults) > before:
            return
        try:
            value = self._value(field, places)
        except AppError as error:
            said = next((place for place, _ in places if self._cell(place)), places[0][0])
            serial = field.type is FieldType.DATE and _SERIAL.fullmatch(self._cell(said))
            remedy = "像是日期的序号，请在表里把这一列设成日期格式。" if serial else error.remedy
            self._fault(said, error.what, remedy)
            return
        if value is not None:
            self._set(slot, field.name, value)
        elif field.required and self._known(slot, field.name) is None and field.default is None:
            example = f"，如 {shown(field, field.example)}" if field.example is not None else ""
            what = f"没有填“{field.name}”，这一项必须有。"
            self._fault(places[0][0], what, f"写上再试{example}。".replace("\n", "、"))

    def _value(self, field: Field, places: list[tuple[int, Target]]) -> FactValue | None:
        """The value in these columns; None for nothing. Raises UsageError."""
        cells = [(target.part, text) for place, target in places if (text := self._cell(place))]
        if not cells:
            return None
        if field.type is FieldType.PERSON and any(part for part, _ in cells):
            parts = dict(cells)
            whole = typed(field, parts[""]) if "" in parts else None
            said = whole if isinstance(whole, Person) else Person("")
            return typed(field, Person(parts.get("姓名") or said.name, parts.get("职务") or said.post))
        if field.type is FieldType.LIST and len(cells) > 1:
            return typed(field, tuple(item for _, text in cells for item in entries.read_list(text)))
        if field.type is FieldType.DATE:
            return self._day(field, cells[0][1])
        text = cells[0][1]
        return typed(field, text if field.type in _OF_LINES else _FOLDED.sub("", text))

    def _day(self, field: Field, text: str) -> FactValue | None:
        sheets = (self.answers.facts, *self.answers.fields.values())
        usual = self._today if self._year is None else date(self._year, 1, 1)
        value, completed = day_typed(field, _bare_day(text), usual, *sheets)
        if completed:
            in_row = any(isinstance(known, Date) and known.year for sheet in sheets for _, known in sheet)
            source = "这一行" if in_row else "今年" if self._year is None else "表里别的日期"
            where = f"第 {self._row.number} 行“{field.name}”"
            self.notes.append(f"{where}没有写年份，照{source}记作{shown(field, value)}。")
        return value

    def _cell(self, place: int) -> str:
        text = self._row.cells[place].strip()
        return "" if text in _NOTHING else text

    def _known(self, slot: str, name: str) -> FactValue | None:
        sheet = self.answers.fields.get(slot, FactSheet()) if slot else self.answers.facts
        return sheet.get(name)

    def _set(self, slot: str, name: str, value: FactValue) -> None:
        if not slot:
            self.answers = replace(self.answers, facts=self.answers.facts.with_value(name, value))
            return
        sheet = self.answers.fields.get(slot, FactSheet()).with_value(name, value)
        self.answers = replace(self.answers, fields={**self.answers.fields, slot: sheet})

    def _fault(self, place: int, what: str, remedy: str) -> None:
        column, said = self._sheet.columns[place], self._row.cells[place]
        self.faults.append(Fault(self._row.number, column, said, what, remedy))
