"""What an option is, and the registry of all options and upgrades that is passed to whoever needs it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")

Stored = dict[str, Any]
"""The content of a settings file: values by the name of their option, as JSON has them."""

Upgrade = Callable[[Stored], Stored]
"""Brings the content of a settings file from one version to the next.

It may meet any JSON value, for nothing is checked before it, and raises nothing.
"""


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One thing to remember."""

    name: str
    """Its key in the file. A name that was used once is never used for something else."""
    type: Any
    """What its value must be, as msgspec checks it; limits by `Annotated[…, msgspec.Meta(…)]`."""
    default: T
    title: str
    """What the writer knows it by, in Chinese: for the settings page and for messages."""


@dataclass(frozen=True, slots=True)
class Registry:
    """All options there are, and how files of earlier versions become files of this one."""

    options: tuple[Option[Any], ...]
    upgrades: tuple[Upgrade, ...] = ()
    """The first brings version 1 to version 2, and so on."""

    @property
    def version(self) -> int:
        """The version of the files that are written."""
        return len(self.upgrades) + 1
