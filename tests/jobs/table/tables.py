"""Sheets and what goes with them, for the tests."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.core.facts import FactSheet
from app.importing.sheets.sheet import Grid, Sheet, sheet_of
from app.jobs.making import find_occasion
from app.jobs.program import Program
from app.jobs.table.making import TableOrder
from app.jobs.table.matching import matched
from app.jobs.table.targets import Target, targets

TODAY = date(2025, 7, 1)


def sheet(*lines: Sequence[str]) -> Sheet:
    """A sheet whose first line names the columns."""
    return sheet_of(Grid("", tuple((number, tuple(cells)) for number, cells in enumerate(lines, 1))), 1)


def known(program: Program, occasion: str = "zhuchici", facts: FactSheet = FactSheet()) -> tuple[Target, ...]:
    """Where columns can go for an occasion with its own templates."""
    return targets(program, find_occasion(program.library, occasion), {}, facts)


def columns(program: Program, found: Sheet, occasion: str = "zhuchici") -> Mapping[int, Target]:
    """What the columns are taken for."""
    return {place: match.target for place, match in matched(found.columns, known(program, occasion)).items()}


def order(program: Program, found: Sheet, occasion: str = "zhuchici", **more: Any) -> TableOrder:
    """What is to be made of a sheet, in the year 2025."""
    return TableOrder(occasion, found, columns(program, found, occasion), today=TODAY, **more)
