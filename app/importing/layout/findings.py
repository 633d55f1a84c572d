"""What was found of one setting: its value, how surely, and where."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.layouts.values import Value

Key = tuple[str, str]
"""A setting by its table and key in a layout's file: `styles.h1`, 字号."""

_LONGEST = 120
_ALL, _MOST = 0.95, 0.6


class Sureness(StrEnum):
    """How surely a value was found, in the writer's words."""

    ALL = "一致"
    MOST = "多数"
    MIXED = "不一致"
    STYLE = "只在样式里"
    RECKONED = "推算"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value was found."""

    name: str
    """第 3 段、第 1 节、页脚 …"""
    source: str = ""
    """Where in it the value is said: 样式“正文”, 直接设的 …; empty where that goes without saying."""
    text: str = ""
    """The beginning of the text there."""
    paragraph: int | None = None
    """The place of the paragraph in the body, from 1; None for what is none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One setting of a layout as a sample shows it."""

    key: Key
    value: Value
    share: float
    """The part of all that shows it (characters, mostly) which has this value."""
    count: int
    """How many characters, or sections, or pages' feet, have it."""
    place: Place
    sureness: Sureness
    others: tuple[tuple[Value, float], ...] = ()
    """Values that the rest has, with their shares, the most frequent first."""


@dataclass(slots=True)
class Evidence:
    """Counts what speaks for which value of each setting."""

    _weights: dict[Key, Counter[Value]] = field(default_factory=dict[Key, Counter[Value]])
    _places: dict[tuple[Key, Value], Place] = field(default_factory=dict[tuple[Key, Value], Place])
    _reckoned: set[tuple[Key, Value]] = field(default_factory=set[tuple[Key, Value]])

    def add(self, key: Key, value: Value, weight: int, place: Place, reckoned: bool = False) -> None:
        """So many characters have that value; `reckoned` says that the file does not name it itself."""
        if weight <= 0:
            return
        self._weights.setdefault(key, Counter())[value] += weight
        self._places.setdefault((key, value), place)
        if reckoned:
            self._reckoned.add((key, value))

    def __contains__(self, key: Key) -> bool:
        return key in self._weights

    def value(self, key: Key) -> Value | None:
        """The value that most have; None where nothing was seen."""
        return self._weights[key].most_common(1)[0][0] if key in self._weights else None

    def findings(self, sureness: Sureness | None = None) -> Iterable[Finding]:
        """What most say of each setting; `sureness` where the kind of evidence decides it."""
        for key, weights in self._weights.items():
            ranked: Sequence[tuple[Value, int]] = weights.most_common()
            total = sum(weights.values())
            value, count = ranked[0]
            share = count / total
            found = sureness or _sureness(share)
            if (key, value) in self._reckoned and found is not Sureness.MIXED:
                found = Sureness.RECKONED
            others = tuple((each, weight / total) for each, weight in ranked[1:4])
            yield Finding(key, value, share, count, self._places[key, value], found, others)


def beginning(text: str) -> str:
    """The beginning of a paragraph, to know it by."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "……"


def _sureness(share: float) -> Sureness:
    return Sureness.ALL if share >= _ALL else Sureness.MOST if share >= _MOST else Sureness.MIXED
