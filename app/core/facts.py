"""The fact sheet: the typed values of a draft, and in the same form the fields of one section."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Date:
    """A date of which parts may be open: 0 is still unknown and prints ×, None is left out (2025年5月)."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def known(self) -> datetime.date | None:
        """The calendar day, or None where a part is open or left out. Raises ValueError for a day that never was."""
        if self.year and self.month and self.day:
            return datetime.date(self.year, self.month, self.day)
        return None


def checked_date(year: int, month: int | None = None, day: int | None = None) -> Date:
    """A date whose known parts exist in the calendar; 0 is open, None left out. Raises ValueError otherwise."""
    if not 0 <= year <= 9999 or (day is not None and month is None):
        raise ValueError(year)
    datetime.date(year or 2000, month or 1, 1)
    datetime.date(year or 2000, month or 1, day or 1)
    return Date(year, month, day)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a post (职务); either part may be empty, and without both it is no value."""

    name: str
    post: str = ""


FactValue = str | int | Decimal | Date | Person | tuple[str, ...]
"""Text and choice are str, a list is a tuple; numbers are exact, never float."""


@dataclass(frozen=True, slots=True)
class FactSheet:
    """Values by name, in the order in which they were given. An empty text or list is no value."""

    values: tuple[tuple[str, FactValue], ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, FactValue | None]]) -> "FactSheet":
        """A sheet of these values; of a name given twice the last holds, empty values are left out."""
        return cls(
            tuple(
                (name, value)
                for name, value in dict(pairs).items()
                if value is not None and not is_empty(value)
            )
        )

    def get(self, name: str) -> FactValue | None:
        """The value of that name, or None where the writer gave none."""
        return next((value for key, value in self.values if key == name), None)

    def __contains__(self, name: object) -> bool:
        return any(key == name for key, _ in self.values)

    def __iter__(self) -> Iterator[tuple[str, FactValue]]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)

    def with_value(self, name: str, value: FactValue | None) -> "FactSheet":
        """The sheet with one value set in its place, or taken out when it is None or empty."""
        if is_empty(value):
            return FactSheet(tuple(pair for pair in self.values if pair[0] != name))
        assert value is not None
        if name in self:
            return FactSheet(tuple((key, value if key == name else old) for key, old in self.values))
        return FactSheet((*self.values, (name, value)))


def is_empty(value: FactValue | None) -> bool:
    """Whether a value says nothing: None, empty text, empty list, a person without name and post."""
    if isinstance(value, Person):
        return not (value.name or value.post)
    return value is None or value == "" or value == ()
