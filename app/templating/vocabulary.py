"""The vocabulary of a field of work (领域): what its speeches set as tasks, who answers, what is counted, what is weak."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or lead without number and end mark, and what belongs to it; empty where it has none.

    `text` is what follows the title, `actor` who answers for it, `points` stand under it.
    """

    title: str
    text: str = ""
    actor: str = ""
    points: "tuple[Entry, ...]" = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """领域. Its texts may hold 【待填：…】; those with a lower `order` are offered first."""

    id: str
    name: str
    tasks: tuple[Entry, ...] = ()
    reasons: tuple[Entry, ...] = ()
    bodies: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    weak_points: tuple[Entry, ...] = ()
    safeguards: tuple[Entry, ...] = ()
    order: int = 0
    path: Path = field(default=Path(), compare=False)
    built_in: bool = False
