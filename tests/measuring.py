"""Measurements against limits: what `tests.bench` and `tests.endure` share.

A module of such a package defines `run() -> list[Row]`, but one whose name begins with `_`; the package prints all
rows and fails if one is over.
"""

import gc
import importlib
import pkgutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from unicodedata import east_asian_width

from tests.isolation import isolate


@dataclass(frozen=True, slots=True)
class Row:
    """One measured value beside the most it may be; None where there is no limit, only a number to know."""

    name: str
    value: float
    limit: float | None = None
    unit: str = "倍"
    note: str = ""

    @property
    def is_over(self) -> bool:
        """Whether the limit is broken."""
        return self.limit is not None and self.value > self.limit


def compared(
    name: str,
    ours: Callable[[], object],
    reference: Callable[[], object],
    limit: float | None,
    rounds: int = 5,
) -> Row:
    """How many times as long `ours` takes as `reference`: medians of `rounds` runs each, taken in turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for work in (ours, reference):
        work()  # what is loaded once is no part of the comparison
    for _ in range(rounds):
        for work, taken in zip((ours, reference), times, strict=True):
            gc.collect()
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    mine, theirs = (statistics.median(taken) for taken in times)
    return Row(name, mine / theirs, limit, note=f"{mine * 1000:.1f} / {theirs * 1000:.1f} 毫秒")


def main(package: str, wanted: list[str]) -> int:
    """Run the modules of `package` (those `wanted`, or all), print their rows; 1 if one is over, else 0."""
    path = importlib.import_module(package).__path__
    names = [module.name for module in pkgutil.iter_modules(path) if not module.name.startswith("_")]
    unknown = sorted(set(wanted) - set(names))
    if unknown:
        print(f"没有这一项：{'、'.join(unknown)}。可选：{'、'.join(names)}。", file=sys.stderr)
        return 2
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="siceng-measuring-") as home:
        isolate(Path(home))
        for name in wanted or names:
            print(f"{name} ……", file=sys.stderr, flush=True)
            rows += importlib.import_module(f"{package}.{name}").run()
    print(table(rows))
    return int(any(row.is_over for row in rows))


def table(rows: Iterable[Row]) -> str:
    """The rows as lines of text, names padded to the width they have on a terminal."""
    cells = [
        (
            row.name,
            f"{row.value:.2f} {row.unit}",
            "—" if row.limit is None else f"≤ {row.limit:g}",
            "" if row.limit is None else "超出" if row.is_over else "合格",
            row.note,
        )
        for row in rows
    ]
    cells.insert(0, ("项目", "实测", "上限", "结论", "备注"))
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(text + " " * (most - width(text)) for text, most in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def width(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
