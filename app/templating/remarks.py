"""What `validate` says of a library's files."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Level(StrEnum):
    """错 must be put right before the file is of use; 疑 is for its author to judge."""

    WRONG = "错"
    DOUBT = "疑"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark; `line` of the file, None where it is about the whole, `what` and `remedy` as in AppError."""

    path: Path
    line: int | None
    level: Level
    what: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """Makes the remarks about one file; finds the line on which a text stands."""

    path: Path
    source: str
    first_line: int = 1

    def wrong(self, what: str, remedy: str = "", line: int | None = None) -> Remark:
        """A remark that something must be put right."""
        return Remark(self.path, line, Level.WRONG, what, remedy)

    def doubt(self, what: str, remedy: str = "", line: int | None = None) -> Remark:
        """A remark that something may be meant otherwise."""
        return Remark(self.path, line, Level.DOUBT, what, remedy)

    def line_of(self, text: str) -> int | None:
        """The line of the file on which a text stands as it is, None where it stands nowhere."""
        at = self.source.find(text) if text else -1
        return None if at < 0 else self.source.count("\n", 0, at) + self.first_line
