"""What the palette can find, and what of it fits a query."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.lang.initials import initials
from app.ui.palette.matching import fit

MOST = 60
"""Results that are shown; a writer types on rather than scroll beyond."""


@dataclass(frozen=True, slots=True)
class Result:
    """One thing to be found. `where` is the menu, folder or kind it belongs to, `keys` its shortcut."""

    name: str
    where: str
    run: Callable[[], object]
    keys: str = ""
    enabled: bool = True
    recent: int | None = None
    """0 for the command that was run last; None for one that was not run lately."""
    only_asked: bool = False
    """Not shown before something is typed."""


def found(query: str, results: Iterable[Result]) -> Sequence[Result]:
    """The results that fit a query, the best first, of equal ones those run lately, else as they came.

    Those that cannot be run now stand after those that can. Initials of pinyin count as letters of the name.
    """
    if not query.strip():
        return sorted((each for each in results if not each.only_asked), key=_order)[:MOST]
    scored = ((fit(query, each.name, initials(each.name)), each) for each in results)
    kept = [(score, each) for score, each in scored if score is not None]
    return [each for _, each in sorted(kept, key=lambda one: (one[0], _order(one[1])))][:MOST]


def _order(result: Result) -> tuple[bool, float]:
    return not result.enabled, float("inf") if result.recent is None else result.recent
