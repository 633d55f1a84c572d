"""The lists of a Word file, and the numbers that Word counts and prints by them (ECMA-376 part 1, 17.9)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.importing.word.names import MC, Element, W, child, is_on, value, whole
from app.importing.word.number_forms import printed, zero_padded

_DEEPEST = 8
_PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    pieces: Sequence[str] = ()
    """What is printed: text and, at every other place, the level from 1 whose number stands there."""
    restart: int | None = None
    """The level from 1 that it begins anew after, and all above that; 0 for never, None for every higher one."""
    legal: bool = False
    """Whether all numbers in it are printed in digits."""
    style: str = ""
    """The paragraph style that it is tied to."""
    sample: str = ""
    """A sample of a form of its own; empty for the named ones."""

    def print(self, number: int) -> str:
        """A number of this level, without what stands around it."""
        return zero_padded(self.sample)(number) if self.sample else printed(number, self.form)


@dataclass(frozen=True, slots=True)
class NumberedList:
    """An instance of a list (w:num): what it counts by, and where it begins anew."""

    id: str
    counts: str
    """The list whose count it shares with its other instances."""
    levels: Mapping[int, Level]
    starts: Mapping[int, int]
    """The numbers that levels begin with where this instance first comes."""

    def level_of(self, styles: Sequence[str]) -> int | None:
        """The level that is tied to the first of these styles that any is tied to; None where none is."""
        return next(
            (at for style in styles for at, level in self.levels.items() if level.style == style), None
        )


def read_lists(part: Element | None, of_style: Callable[[str], str]) -> Mapping[str, NumberedList]:
    """The instances of a numbering part, by id; none where the file has no such part.

    `of_style` gives the instance that a numbering style stands for: lists may name one (w:numStyleLink).
    """
    if part is None:
        return {}
    abstracts = {each.get(f"{W}abstractNumId", ""): each for each in part.iterchildren(f"{W}abstractNum")}
    nums = {each.get(f"{W}numId", ""): each for each in part.iterchildren(f"{W}num")}
    lists: dict[str, NumberedList] = {}
    for name, num in nums.items():
        counts = value(num, "abstractNumId") or ""
        linked = value(abstracts[counts], "numStyleLink") if counts in abstracts else None
        target = nums.get(of_style(linked)) if linked else None
        if target is not None:
            counts = value(target, "abstractNumId") or ""
        if counts in abstracts:
            lists[name] = _list(name, counts, abstracts[counts], num)
    return lists


def _list(name: str, counts: str, abstract: Element, num: Element) -> NumberedList:
    levels = _levels(abstract)
    starts: dict[int, int] = {}
    for override in num.iterchildren(f"{W}lvlOverride"):
        levels |= _levels(override)
        start = whole(value(override, "startOverride"))
        if start is not None:
            starts[_index(override)] = start
    return NumberedList(name, counts, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    return {_index(each): _level(each) for each in parent.iterchildren(f"{W}lvl")}


def _index(element: Element) -> int:
    return level_index(whole(element.get(f"{W}ilvl")))


def level_index(said: int | None) -> int:
    """A level of a list from 0, by what a file says, which may be nothing or too much: lists have nine."""
    return min(max(said or 0, 0), _DEEPEST)


def _level(element: Element) -> Level:
    legal = child(element, "isLgl")
    start = whole(value(element, "start"))
    form = child(element, "numFmt")
    if form is None:
        # A form of its own stands beside a plain one for older programs.
        form = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    return Level(
        # 17.9.25: without it, a level begins at 0.
        start=0 if start is None else start,
        form="decimal" if form is None else form.get(f"{W}val", "decimal"),
        pieces=_PLACE.split(value(element, "lvlText") or ""),
        restart=whole(value(element, "lvlRestart")),
        legal=legal is not None and is_on(legal),
        style=value(element, "pStyle") or "",
        sample="" if form is None else form.get(f"{W}format", ""),
    )


@dataclass(slots=True)
class Counting:
    """The counts of all lists, as far as the text has been read."""

    _counts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    _begun: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])

    def next(self, numbered: NumberedList, at: int) -> str:
        """The number of the next paragraph on that level from 0, as it is printed.

        All instances of a list count on together; one with a start of its own begins there once.
        """
        counts = self._counts.setdefault(numbered.counts, {})
        begins = at in numbered.starts and (numbered.id, at) not in self._begun
        if begins or at not in counts:
            counts[at] = _start(numbered, at)
        else:
            counts[at] += 1
        self._begun.add((numbered.id, at))
        if len(counts) > 1:
            for deeper in [each for each in counts if each > at and _restarts(numbered, each, at)]:
                del counts[deeper]
        return _printed(numbered, at, counts)


def _start(numbered: NumberedList, at: int) -> int:
    return numbered.starts.get(at, numbered.levels[at].start if at in numbered.levels else 1)


def _restarts(numbered: NumberedList, deeper: int, at: int) -> bool:
    """Whether a level begins anew after a number on a higher one (17.9.10)."""
    level = numbered.levels.get(deeper)
    return level is None or level.restart is None or at < level.restart


def _printed(numbered: NumberedList, at: int, counts: Mapping[int, int]) -> str:
    own = numbered.levels.get(at)
    if own is None:
        return ""

    def number(place: int) -> str:
        index = place - 1
        level = numbered.levels.get(index)
        if level is None or index > at:
            return ""
        count = counts.get(index, _start(numbered, index))
        return str(count) if own.legal and level.form not in ("none", "bullet") else level.print(count)

    return "".join([number(int(piece)) if each % 2 else piece for each, piece in enumerate(own.pieces)])
