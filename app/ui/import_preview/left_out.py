"""What of a source is not in the draft, as rows, and summed up in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from app.importing.report import Fate, Item, Report
from app.ui.import_preview.rows import Row

_ORDER = [fate for fate in Fate if fate is not Fate.NUMBER] + [Fate.NUMBER]
"""Numbers last: all of them come back by themselves."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing that is not in the draft. `row` is the piece of the source; None for what the reader left out."""

    key: tuple[int, int]
    item: Item
    row: Row | None

    @property
    def at(self) -> str:
        """Where it stands in the source; empty where that is not known."""
        if self.row is not None:
            return self.row.at
        return f"第 {self.item.line} 行" if self.item.line is not None else ""

    @property
    def in_words(self) -> str:
        """What a screen reader says of it."""
        return "，".join(part for part in (self.item.fate.value, self.item.text, self.at) if part)


def left_out(report: Report, rows: Sequence[Row]) -> tuple[LeftOut, ...]:
    """The items of a report by their fate, with the rows that they stand in."""
    counts = {fate: count() for fate in Fate}
    waiting = list(rows)
    found: list[LeftOut] = []
    for item in report.items:
        row = _row_of(item, waiting)
        key = _ORDER.index(item.fate), next(counts[item.fate])
        found.append(LeftOut(key, item, row))
    return tuple(sorted(found, key=lambda each: each.key))


def _row_of(item: Item, waiting: list[Row]) -> Row | None:
    """The first row that an item can come from; the items of a report are in the order of the source."""
    for at, row in enumerate(waiting):
        if item.fate is Fate.NUMBER:
            fits = not row.left_out and row.number.strip() == item.text
        else:
            fits = row.piece.role is item.fate and f"{row.number}{row.text}".strip() == item.text.strip()
        if fits:
            del waiting[: at + 1]
            return row
    return None


def summed_up(found: Sequence[LeftOut]) -> str:
    """网页残留 3 处、目录 12 处; empty where nothing is left out but numbers."""
    counts = Counter(each.item.fate for each in found)
    told = [f"{fate.value} {counts[fate]} 处" for fate in _ORDER if counts[fate] and fate is not Fate.NUMBER]
    return "、".join(told)
