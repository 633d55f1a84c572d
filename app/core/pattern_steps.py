"""How many steps a search for a pattern can take: the ways through its items, counted over a text.

A way goes from character to character. The number of ways to each place of a text follows from those to the
places before it, so that a few passes over the text count what `re` might try one by one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_SMALL = 50_000
"""Steps that need no counting."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One character of a kind; which it is, is asked of `re` once for each character."""

    pattern: re.Pattern[str]
    known: dict[str, bool] = field(default_factory=dict[str, bool])

    def takes(self, character: str) -> bool:
        if character not in self.known:
            self.known[character] = self.pattern.fullmatch(character) is not None
        return self.known[character]


@dataclass(frozen=True, slots=True)
class Run:
    """Atoms any number of times."""

    body: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways."""

    ways: "tuple[tuple[Item, ...], ...]"


Item = Atom | Run | Choice
Items = tuple[Item, ...]


def steps(items: Items, text: str) -> int:
    """At most so many steps does the search through a text take."""
    runs, ways = _branching(items)
    rough = (len(text) + 1) ** (runs + 1) * ways
    return rough if rough <= _SMALL else counted_steps(items, text)


def counted_steps(items: Items, text: str) -> int:
    """All ways through the items, and through what they begin with, from everywhere in the text."""
    return _walk(items, [1] * (len(text) + 1), text)[1]


def atoms(items: Items) -> tuple[Atom, ...] | None:
    """The items where they are nothing but atoms, so that there is one way through them; else None."""
    found = tuple(item for item in items if isinstance(item, Atom))
    return found if len(found) == len(items) else None


def _branching(items: Items) -> tuple[int, int]:
    """How many runs without end there are, and how many ways through the choices."""
    runs, ways = 0, 1
    for item in items:
        if isinstance(item, Run):
            runs += 1
        elif isinstance(item, Choice):
            inner = [_branching(way) for way in item.ways]
            runs += max(count for count, _ in inner)
            ways *= sum(count for _, count in inner)
    return runs, ways


def _walk(items: Items, ways: list[int], text: str) -> tuple[list[int], int]:
    """From the number of ways to each place of the text to that after the items, and the steps taken."""
    steps = sum(ways)
    for item in items:
        if not any(ways):
            break
        if isinstance(item, Atom):
            ways = [0, *(way if way and item.takes(text[at]) else 0 for at, way in enumerate(ways[:-1]))]
            steps += sum(ways)
        elif isinstance(item, Run):
            ways = _run_on(item.body, ways, text)
            steps += sum(ways)
        else:
            ends = [_walk(way, ways, text) for way in item.ways]
            ways = [sum(each) for each in zip(*(end for end, _ in ends), strict=True)]
            steps += sum(taken for _, taken in ends)
    return ways, steps


def _run_on(body: Sequence[Atom], ways: list[int], text: str) -> list[int]:
    result, width = ways[:], len(body)
    for at in range(len(text) - width + 1):
        if result[at] and all(atom.takes(text[at + offset]) for offset, atom in enumerate(body)):
            result[at + width] += result[at]
    return result
